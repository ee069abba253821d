"""Every question, refused in every way: always a typed error."""

import asyncio

import pytest
from aioresponses import aioresponses

from providers import music
from providers.errors import (
    LinkExpired,
    NotFound,
    ProviderError,
    RateLimited,
    ScopeMissing,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.spotify.library import SpotifyLibrary
from tests.providers.spotify.conftest import Workbench
from tests.providers.spotify.every_call import Known, reading
from tests.providers.spotify.numbered_library import ANY

pytestmark = pytest.mark.no_cover

EVERYTHING = reading(Known())
WITH_AN_ID = {"playlist_items", "artist", "artist_albums", "album_tracks", "track"}

SCOPE = b'{"error":{"status":403,"message":"Insufficient client scope"}}'


@pytest.mark.parametrize("what", EVERYTHING)
@pytest.mark.parametrize(
    "refusal",
    [
        (401, b"", LinkExpired),
        (401, b"Permissions missing", ScopeMissing),
        (403, SCOPE, ScopeMissing),
        (404, b"", NotFound),
        (429, b"", RateLimited),
        (500, b"<html>", Unavailable),
        (204, b"", Unreadable),
        (200, b"", Unreadable),
        (200, b"<html>", Unreadable),
        (200, b"null", Unreadable),
        (200, b"7", Unreadable),
    ],
)
async def test_every_refusal_of_every_question_is_typed(
    bench: Workbench,
    listener: Listener,
    spotify: aioresponses,
    what: str,
    refusal: tuple[int, bytes, type[ProviderError]],
) -> None:
    status, body, error = refusal
    spotify.get(ANY, status=status, body=body, repeat=True)
    if error is NotFound and what not in WITH_AN_ID:
        error = Unavailable
    if what == "now_playing" and status < 300 and not body:
        playing = await EVERYTHING[what](bench.client(), listener)
        assert playing == music.NOTHING_PLAYS  # Spotify says it with an empty body
        return
    with pytest.raises(error):
        await EVERYTHING[what](bench.client(), listener)


async def test_hostile_ids_are_asked_for_nowhere(
    library: SpotifyLibrary, listener: Listener, spotify: aioresponses
) -> None:
    results = await asyncio.gather(
        library.playlist_items(listener, music.Playlist("../me", "")),
        library.artist(listener, ".."),
        library.artist_albums(listener, "", ()),
        library.album_tracks(listener, "a/b"),
        library.track(listener, "t?x"),
        return_exceptions=True,
    )
    assert [type(it) for it in results] == [NotFound] * 5
    assert not spotify.requests
