"""Images, moments, lengths, links and owners, one by one."""

from datetime import datetime, timedelta, timezone

import pytest

from providers import music
from providers.errors import Unreadable
from providers.spotify import decoding, mapping
from tests.providers.spotify.conftest import exhibit
from tests.providers.spotify.expected_values import AT


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://i.scdn.co/image/x", True),
        ("http://127.0.0.1:8765/images/x", True),
        ("javascript:alert(1)", False),
        ("//i.scdn.co/x", False),
        ("", False),
    ],
)
def test_images_are_web_addresses(url: str, kept: bool) -> None:
    body = f'{{"name":"A","images":[null,{{"url":null}},{{"url":"{url}"}}]}}'.encode()
    assert decoding.ARTIST.decode_one(body).image == (url if kept else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-03-01T10:20:30Z", AT),
        ("2024-03-01T10:20:30", AT),
        ("2024-03-01T12:20:30+02:00", AT),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("2024-13-01T00:00:00Z", None),
        ("never", None),
        ("", None),
        (None, None),
    ],
)
def test_moments(text: str | None, expected: datetime | None) -> None:
    assert mapping.parse_time(text) == expected


def test_a_moment_keeps_its_zone() -> None:
    told = mapping.parse_time("2024-03-01T12:20:30+02:00")
    assert told is not None
    assert told.tzinfo == timezone(timedelta(hours=2))


@pytest.mark.parametrize("length", ["0", "-5", "null"])
def test_a_length_that_is_none_is_unknown(length: str) -> None:
    body = f'{{"name":"T","duration_ms":{length}}}'.encode()
    assert decoding.TRACK.decode_one(body).duration_ms is None


@pytest.mark.parametrize("name", ["null", '""'])
def test_the_nameless_are_left_out(name: str) -> None:
    nameless = f'{{"id":"x","name":{name}}}'.encode()
    for read in (
        decoding.ALBUM.decode_one,
        decoding.ARTIST.decode_one,
        decoding.TRACK.decode_one,
    ):
        with pytest.raises(Unreadable):
            read(nameless)
    track = b'{"name":"T","album":' + nameless + b',"artists":[' + nameless + b"]}"
    assert decoding.TRACK.decode_one(track) == music.Track(None, "T")


def test_playlists_are_marked_by_their_owner() -> None:
    page = decoding.PLAYLIST.decode_page(exhibit("playlists"))
    listing = music.Listing(page.items, 6)
    account = decoding.ACCOUNT.decode_one(exhibit("me"))
    marked = music.with_ownership(listing, account)
    assert [it.mine for it in marked.items] == [True, False, True]
    assert marked.total == 6


@pytest.mark.parametrize(
    ("owner_id", "user", "unknown"),
    [(None, "u", True), ("u", None, True), (None, None, True), ("x", "u", False)],
)
def test_an_unknown_owner_is_not_somebody_else(
    owner_id: str | None, user: str | None, unknown: bool
) -> None:
    listing = music.Listing((music.Playlist("p", "P", owner_id=owner_id),), 1)
    (marked,) = music.with_ownership(listing, music.Account("acc", user)).items
    assert marked.mine is (None if unknown else False)
    assert marked.readable is unknown
