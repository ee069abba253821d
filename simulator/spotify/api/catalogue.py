"""Artists, albums and tracks by their ids."""

from collections.abc import Sequence
from typing import Any, TypeVar

from simulator.spotify.api.endpoint import ApiCall, ApiEndpoint
from simulator.spotify.data.catalogue import (
    Catalogue,
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)
from simulator.spotify.data.search_index import Query, plain
from simulator.spotify.data.user_library import NULL, Element
from simulator.spotify.errors import ApiError, malformed, not_found
from simulator.spotify.paging import Bounds

T = TypeVar("T", CatalogueAlbum, CatalogueArtist, CatalogueTrack)

TRACKS = Bounds()

# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
DISCOGRAPHY = Bounds(default=5, most=10)

GROUPS = ("album", "single", "appears_on", "compilation")


def _known(call: ApiCall, kind: type[T]) -> T:
    found = call.world.catalogue.by_id.get(call.id())
    if not isinstance(found, kind):
        raise not_found()
    return found


def artist(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-an-artist"""
    return call.rendering.element(_known(call, CatalogueArtist))


def track(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-track"""
    return call.rendering.element(_known(call, CatalogueTrack))


def album(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-an-album"""
    return call.rendering.whole_album(_known(call, CatalogueAlbum))


def album_tracks(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks"""
    tracks = _known(call, CatalogueAlbum).tracks
    window = call.window(TRACKS)
    simple = call.rendering.songbook.simple_track
    shown = [simple(one) for one in window.of(tracks)]
    return call.pager.page(window, shown, len(tracks))


def discography(call: ApiCall) -> Any:
    """Group after group, newest first in each.

    https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
    """
    wanted = call.query.get("include_groups", ",".join(GROUPS)).split(",")
    if not set(wanted) <= set(GROUPS):
        raise malformed("include_groups")
    by = _known(call, CatalogueArtist)
    grouped = [
        (group, one)
        for group in GROUPS
        if group in wanted
        for one in _group(call.world.catalogue, by, group)
    ]
    window = call.window(DISCOGRAPHY)
    shown = [_listed(call, *one) for one in window.of(grouped)]
    return call.pager.page(window, shown, len(grouped))


def _group(
    catalogue: Catalogue, by: CatalogueArtist, group: str
) -> list[CatalogueAlbum]:
    if group == "appears_on":
        return list(dict.fromkeys(catalogue.guests.get(by.id, ())))
    return [one for one in catalogue.by_artist[by.id] if one.kind == group]


def _listed(call: ApiCall, group: str, one: CatalogueAlbum) -> Any:
    if call.rendering.regime == "development":
        return call.rendering.element(one)
    return call.rendering.songbook.album(one) | {"album_group": group}


# FOLDED Searching the catalogue.

# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
BOUNDS = Bounds(default=5, most=10, furthest=1000)

LONGEST_QUERY = 250

PLURALS = {
    "artist": "artists",
    "track": "tracks",
    "album": "albums",
    "playlist": "playlists",
    "show": "shows",
    "episode": "episodes",
    "audiobook": "audiobooks",
}


def search(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/search"""
    asked = call.query.get("q", "")
    if not asked.strip():
        raise ApiError(400, "No search query")
    if len(asked) > LONGEST_QUERY:
        raise ApiError(
            400, f"Query exceeds maximum length of {LONGEST_QUERY} characters"
        )
    kinds = [kind for kind in call.query.get("type", "").split(",") if kind]
    if not kinds:
        raise ApiError(400, "Missing parameter type")
    if not set(kinds) <= PLURALS.keys():
        raise malformed("type")
    return {
        PLURALS[kind]: call.page(_found(call, asked, kind), BOUNDS) for kind in kinds
    }


def _found(call: ApiCall, asked: str, kind: str) -> Sequence[Element]:
    if kind == "playlist":
        return _playlists(call, asked)
    return call.world.index.find(asked, kind)


def _playlists(call: ApiCall, asked: str) -> Sequence[Element]:
    """Public ones only; those withdrawn since leave a null where they stood."""
    words = Query.parsed(asked).words
    found: list[Element] = [
        playlist
        for playlist in call.world.public_playlists
        if words and all(word in plain(playlist.name) for word in words)
    ]
    return [*found[:1], NULL, *found[1:]] if found else []


# FOLDED What the service no longer gives to new applications, nor the stand-in to any.
#
# https://developer.spotify.com/blog/2024-11-27-changes-to-the-web-api
# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
#

PATHS = (
    "/recommendations",
    "/recommendations/available-genre-seeds",
    "/artists",
    "/artists/{id}/related-artists",
    "/artists/{id}/top-tracks",
    "/albums",
    "/tracks",
    "/audio-features",
    "/audio-features/{id}",
    "/audio-analysis/{id}",
    "/browse/categories",
    "/browse/categories/{id}/playlists",
    "/browse/featured-playlists",
    "/browse/new-releases",
    "/markets",
    "/me/tracks/contains",
    "/me/albums/contains",
    "/me/following/contains",
    "/users/{id}",
    "/users/{id}/playlists",
)


def gone(_call: ApiCall) -> Any:
    raise ApiError(403, "Forbidden")


ENDPOINTS = (
    ApiEndpoint("GET", "/artists/{id}", artist),
    ApiEndpoint("GET", "/artists/{id}/albums", discography),
    ApiEndpoint("GET", "/albums/{id}", album),
    ApiEndpoint("GET", "/albums/{id}/tracks", album_tracks),
    ApiEndpoint("GET", "/tracks/{id}", track),
    ApiEndpoint("GET", "/search", search),
    *(ApiEndpoint("GET", path, gone) for path in PATHS),
)
