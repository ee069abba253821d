"""What the wire's oddities mean: the museum, shape by shape."""

from datetime import UTC, datetime

import pytest

from providers import music
from providers.errors import Unreadable
from providers.spotify import decoding
from tests.providers.spotify.conftest import exhibit
from tests.providers.spotify.expected_values import ALBUM, AT, PITBULL, SENSATO, TRACK


def test_an_account_is_known_by_its_lasting_id() -> None:
    assert decoding.ACCOUNT.decode_one(exhibit("me")) == music.Account(
        id="acc-7f3d2c",
        user="smedjan",
        name="Sam",
        image="https://i.scdn.co/image/face",
    )


def test_an_account_before_2026_is_known_by_its_id() -> None:
    assert decoding.ACCOUNT.decode_one(exhibit("me_before_2026")) == music.Account(
        id="smedjan", user="smedjan", country="SE"
    )


@pytest.mark.parametrize("body", [b"{}", b'{"id":null}', b'{"id":""}'])
def test_an_account_without_any_id_is_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        decoding.ACCOUNT.decode_one(body)


def test_a_track() -> None:
    assert decoding.TRACK.decode_one(exhibit("track")) == TRACK


def test_playlists_of_both_regimes_and_none_of_the_broken() -> None:
    page = decoding.PLAYLIST.decode_page(exhibit("playlists"))
    assert page.sent == page.total == 6
    assert page.items == (
        music.Playlist(
            id="3cEYpjA9oz9GiPac4AsH4n",
            name="Spotify Web API Testing playlist",
            owner="smedjan",
            owner_id="smedjan",
            public=True,
            size=5,
            version="AAAAEjn2ZTZW",
            description="A playlist for testing",
            image="https://i.scdn.co/image/cover",
        ),
        music.Playlist(
            id="37i9dQZF1DXcBWIGoYBM5M",
            name="Before 2026",
            owner_id="spotify",
            collaborative=True,
            size=7,
            version="AAAAEjn2ZTZW",
        ),
        music.Playlist(
            id="5xKGxr5Dm9vNS1fWrkQBlL",
            name="",
            owner="smedjan",
            owner_id="smedjan",
            public=True,
            version="AAAAEjn2ZTZW",
            description="A playlist for testing",
            image="https://mosaic.scdn.co/640/x",
        ),
    )


def test_playlist_items_of_both_regimes() -> None:
    page = decoding.PLAYLIST_ITEM.decode_page(exhibit("playlist_items"))
    assert page.sent == 10
    titles = [it.track.title for it in page.items]
    assert titles == [
        "Global Warming", "Before 2026", "Also before", "Song",
        "Starting Your Own Podcast", "Greyed out", "Restricted",
    ]  # fmt: skip
    assert page.items[0] == music.PlaylistItem(TRACK, AT, "smedjan")
    assert page.items[2].added_at is None
    assert page.items[2].added_by is None


def test_a_local_file_has_no_ids_and_no_links() -> None:
    item = decoding.PLAYLIST_ITEM.decode_page(exhibit("playlist_items")).items[3]
    assert item.added_at is None
    assert item.track == music.Track(
        id=None,
        title="Song",
        artists=(music.Artist(None, "Some Band"),),
        album=music.Album(None, "Demo"),
        duration_ms=181_000,
        local=True,
    )


def test_an_episode_is_spoken_by_its_show() -> None:
    item = decoding.PLAYLIST_ITEM.decode_page(exhibit("playlist_items")).items[4]
    assert item.track == music.Track(
        id="512ojhOuo1ktJprKbVcKyQ",
        title="Starting Your Own Podcast",
        artists=(music.Artist(None, "Vetenskapsradion"),),
        duration_ms=1_686_230,
        spoken=True,
    )


def test_an_episode_of_no_known_show() -> None:
    body = b'{"name":"E","type":"episode","show":null}'
    assert decoding.TRACK.decode_one(body).artists == ()


def test_what_cannot_be_played_here_says_so() -> None:
    items = decoding.PLAYLIST_ITEM.decode_page(exhibit("playlist_items")).items
    assert [it.track.playable for it in items[-2:]] == [False, False]
    assert items[0].track.playable


def test_artists_with_and_without_everything() -> None:
    first, second, again = decoding.ARTIST.decode_page(exhibit("top_artists")).items
    assert first.genres == ("miami hip hop", "pop")
    assert first.image == "https://i.scdn.co/image/artist"
    assert second == SENSATO
    assert again == PITBULL


def test_a_bare_track_is_a_track() -> None:
    _, bare = decoding.TRACK.decode_page(exhibit("top_tracks")).items
    assert bare.title == "Bare"
    assert bare.isrc is None
    assert bare.album is None
    assert bare.playable


def test_plays_without_a_time_or_a_track_are_left_out() -> None:
    page = decoding.PLAY.decode_page(exhibit("recently_played"))
    assert page.sent == 8
    assert len(page.items) == 4
    assert page.after is None


def test_saved_tracks() -> None:
    first, second = decoding.SAVED_TRACK.decode_page(exhibit("saved_tracks")).items
    assert first == music.SavedTrack(TRACK, datetime(2026, 11, 1, tzinfo=UTC))
    assert second.saved_at is None


def test_release_dates_as_far_as_they_are_known() -> None:
    items = decoding.SAVED_ALBUM.decode_page(exhibit("saved_albums")).items
    assert items[0].album == ALBUM
    told = [(it.album.released, it.album.group, it.album.size) for it in items[1:]]
    assert told == [
        ("1998", "compilation", 12), (None, None, None), ("1998-05", "album", 12),
    ]  # fmt: skip


def test_the_place_in_a_discography_is_the_group() -> None:
    first, second = decoding.ALBUM.decode_page(exhibit("artist_albums")).items
    assert (first.group, second.group) == ("single", "single")


def test_followed_artists_come_wrapped() -> None:
    page = decoding.decode_followed(exhibit("following"))
    assert [it.name for it in page.items] == ["Pitbull", "Sensato"]
    assert page.after == "1vCWHaC5f2uS3yhpwWbIA6"


@pytest.mark.parametrize("body", [b"{}", b'{"artists":null}', b"[]", b""])
def test_followed_artists_without_a_page_are_unreadable(body: bytes) -> None:
    with pytest.raises(Unreadable):
        decoding.decode_followed(body)
