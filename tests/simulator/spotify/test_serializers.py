"""Elements as JSON where the API alone does not show it."""

from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any, cast

from aiohttp import web

from simulator.spotify import faults
from simulator.spotify.data.user_library import (
    NULL,
    Altered,
    FakePlay,
    FakePlaylist,
    FakeUser,
    LocalTrack,
    ids_in,
    without_changes,
)
from simulator.spotify.images_and_links import Links
from simulator.spotify.serializers import (
    LibrarySerializer,
    precise_timestamp,
    snapshot_id,
    timestamp,
)

LOCAL = LocalTrack("Title: one", "Artist", "Album", 61_900)
MOMENT = datetime(2026, 11, 22, 1, 2, 3, 456_789, tzinfo=timezone(timedelta(hours=2)))


def serializer() -> LibrarySerializer:
    return LibrarySerializer(Links("http://here"), "development")


def test_a_local_file_has_names_and_no_ids() -> None:
    made = serializer().element(LOCAL)
    assert made["uri"] == "spotify:local:Artist:Album:Title%3A+one:61"
    assert made["id"] is made["album"]["id"] is made["artists"][0]["id"] is None
    assert made["album"]["album_type"] is None


def test_a_local_file_is_played_without_a_context() -> None:
    made = serializer().element(FakePlay(LOCAL, MOMENT))
    assert made["context"] is None
    assert made["played_at"] == "2026-11-21T23:02:03.456Z"


def test_moments_are_universal_time() -> None:
    assert timestamp(MOMENT) == "2026-11-21T23:02:03Z"
    assert precise_timestamp(MOMENT.replace(tzinfo=UTC)).endswith("01:02:03.456Z")


def test_whatever_has_no_id_has_none() -> None:
    assert ids_in([NULL, LOCAL, Altered(LOCAL, {"name": "x"})]) == set()
    assert without_changes(Altered(Altered(LOCAL, {}), {})) is LOCAL


def test_a_snapshot_lasts_until_the_next_change() -> None:
    playlist = FakePlaylist("x", "X", FakeUser("u", None), 0, list)
    first = snapshot_id(playlist)
    assert first == snapshot_id(playlist)
    playlist.add([LOCAL])
    assert first != snapshot_id(playlist)
    assert (playlist.size, playlist.items) == (1, [LOCAL])


def test_a_connection_that_is_gone_needs_no_reset() -> None:
    request = cast("web.Request", SimpleNamespace(transport=None))
    assert isinstance(faults.reset_connection(request), web.Response)


def test_links_keep_what_was_asked() -> None:
    links: Any = Links("http://here")
    assert links.api("/x", {"q": "a b&c"}) == "http://here/v1/x?q=a+b%26c"
    assert links.api("/x") == "http://here/v1/x"
