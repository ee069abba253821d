"""What plays now, as the client reads it: from bytes, and from the fake Spotify."""

import msgspec
import pytest

from providers.errors import Unreadable
from providers.music import NOTHING_PLAYS, NowPlaying
from providers.spotify.decoding import decode_now_playing


def read(**answer: object) -> NowPlaying:
    return decode_now_playing(msgspec.json.encode(answer))


SONG = {"id": "t", "name": "Says", "type": "track", "artists": [{"name": "Nils Frahm"}]}
EPISODE = {"id": "e", "name": "One", "type": "episode", "show": {"name": "Talks"}}


def test_an_empty_answer_says_that_nothing_plays() -> None:
    assert decode_now_playing(b"") == NOTHING_PLAYS


def test_a_song() -> None:
    heard = read(item=SONG, currently_playing_type="track", is_playing=True)
    assert (heard.kind, heard.paused) == ("track", False)
    assert heard.track
    assert heard.track.artists[0].name == "Nils Frahm"
    assert read(item=SONG, is_playing=False).paused


def test_an_episode() -> None:
    heard = read(item=EPISODE, currently_playing_type="episode", is_playing=True)
    assert heard.kind == "episode"
    assert heard.track
    assert heard.track.spoken
    assert heard.track.artists[0].name == "Talks"


@pytest.mark.parametrize(
    ("kind", "told"), [("ad", "ad"), ("unknown", "unknown"), ("hologram", "unknown")]
)
def test_what_has_no_item(kind: str, told: str) -> None:
    assert read(item=None, currently_playing_type=kind, is_playing=True).kind == told


def test_odd_fields_cost_themselves() -> None:
    heard = read(item=SONG, currently_playing_type=5, is_playing="yes")
    assert heard.track
    assert not heard.paused


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b"oops", b'{"item": 5}'])
def test_an_answer_that_says_nothing_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        decode_now_playing(body)


@pytest.mark.parametrize(
    ("context", "playlist"),
    [
        ({"uri": "spotify:playlist:37i9"}, "37i9"),
        ({"uri": "spotify:user:ada:playlist:37i9"}, "37i9"),
        ({"uri": "spotify:album:37i9"}, None),
        ({"uri": "spotify:playlist:../me"}, None),
        ({"uri": "playlist"}, None),
        ({"uri": 5}, None),
        (None, None),
        ("playlist", None),
    ],
)
def test_the_playlist_that_it_plays_from(context: object, playlist: str | None) -> None:
    heard = read(item=SONG, is_playing=True, context=context)
    assert heard.track
    assert heard.playlist == playlist
