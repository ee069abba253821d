"""Every question, refused in every way: always a typed error."""

import asyncio
from collections.abc import Awaitable, Callable

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
from tests.providers.spotify.numbered import ANY, ID, PLAYLIST

Read = Callable[[SpotifyLibrary, Listener], Awaitable[object]]


EVERYTHING: dict[str, Read] = {
    "account": lambda it, who: it.account(who),
    "playlists": lambda it, who: it.playlists(who),
    "playlist_items": lambda it, who: it.playlist_items(who, PLAYLIST),
    "top_artists": lambda it, who: it.top_artists(who, "weeks"),
    "top_tracks": lambda it, who: it.top_tracks(who, "weeks"),
    "recent_plays": lambda it, who: it.recent_plays(who),
    "saved_tracks": lambda it, who: it.saved_tracks(who),
    "saved_albums": lambda it, who: it.saved_albums(who),
    "followed_artists": lambda it, who: it.followed_artists(who),
    "artist": lambda it, who: it.artist(who, ID),
    "artist_albums": lambda it, who: it.artist_albums(who, ID, ()),
    "album_tracks": lambda it, who: it.album_tracks(who, ID),
    "track": lambda it, who: it.track(who, ID),
    "search": lambda it, who: it.search(who, "x", ("track",)),
    "saved_among": lambda it, who: it.saved_among(who, (ID,)),
}


SCOPE = b'{"error":{"status":403,"message":"Insufficient client scope"}}'


@pytest.mark.parametrize("what", EVERYTHING)
@pytest.mark.parametrize(
    "refusal",
    [
        (401, b"", LinkExpired),
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
    library: SpotifyLibrary,
    listener: Listener,
    spotify: aioresponses,
    what: str,
    refusal: tuple[int, bytes, type[ProviderError]],
) -> None:
    status, body, error = refusal
    spotify.get(ANY, status=status, body=body, repeat=True)
    with pytest.raises(error):
        await EVERYTHING[what](library, listener)


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
