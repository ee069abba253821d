"""Catalogue endpoints: artists, albums, tracks, search, and withdrawn endpoints."""

from collections.abc import Sequence
from typing import Any, TypeVar

from simulator.spotify.api.endpoint import ApiCall, ApiEndpoint
from simulator.spotify.data.catalogue import (
    Catalogue,
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)
from simulator.spotify.data.search_index import Query, normalized
from simulator.spotify.data.user_library import NULL, Element
from simulator.spotify.errors import ApiError, invalid_parameter, not_found
from simulator.spotify.paging import Bounds

T = TypeVar("T", CatalogueAlbum, CatalogueArtist, CatalogueTrack)

TRACKS = Bounds()

# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
DISCOGRAPHY = Bounds(default=5, max_limit=10)

GROUPS = ("album", "single", "appears_on", "compilation")


def _catalogue_item(call: ApiCall, kind: type[T]) -> T:
    item = call.world.catalogue.by_id.get(call.id())
    if not isinstance(item, kind):
        raise not_found()
    return item


def artist(call: ApiCall) -> Any:
    """Return an artist.

    https://developer.spotify.com/documentation/web-api/reference/get-an-artist
    """
    return call.serializer.element(_catalogue_item(call, CatalogueArtist))


def track(call: ApiCall) -> Any:
    """Return a track.

    https://developer.spotify.com/documentation/web-api/reference/get-track
    """
    return call.serializer.element(_catalogue_item(call, CatalogueTrack))


def album(call: ApiCall) -> Any:
    """Return an album with the first page of its tracks.

    https://developer.spotify.com/documentation/web-api/reference/get-an-album
    """
    return call.serializer.whole_album(_catalogue_item(call, CatalogueAlbum))


def album_tracks(call: ApiCall) -> Any:
    """Return a page of an album's tracks.

    https://developer.spotify.com/documentation/web-api/reference/get-an-albums-tracks
    """
    tracks = _catalogue_item(call, CatalogueAlbum).tracks
    window = call.window(TRACKS)
    simple = call.serializer.catalogue.simple_track
    page_items = [simple(item) for item in window.slice(tracks)]
    return call.pager.page(window, page_items, len(tracks))


def discography(call: ApiCall) -> Any:
    """Return a page of an artist's albums: group after group, newest first in each.

    https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
    """
    wanted = call.query.get("include_groups", ",".join(GROUPS)).split(",")
    if not set(wanted) <= set(GROUPS):
        raise invalid_parameter("include_groups")
    by = _catalogue_item(call, CatalogueArtist)
    grouped = [
        (group, item)
        for group in GROUPS
        if group in wanted
        for item in _group(call.world.catalogue, by, group)
    ]
    window = call.window(DISCOGRAPHY)
    page_items = [_listed(call, *item) for item in window.slice(grouped)]
    return call.pager.page(window, page_items, len(grouped))


def _group(
    catalogue: Catalogue, by: CatalogueArtist, group: str
) -> list[CatalogueAlbum]:
    if group == "appears_on":
        return list(dict.fromkeys(catalogue.guests.get(by.id, ())))
    return [item for item in catalogue.by_artist[by.id] if item.kind == group]


def _listed(call: ApiCall, group: str, item: CatalogueAlbum) -> Any:
    if call.serializer.regime == "development":
        return call.serializer.element(item)
    return call.serializer.catalogue.album(item) | {"album_group": group}


# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
BOUNDS = Bounds(default=5, max_limit=10, max_offset=1000)

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
    """Return a page of search results for each type that the query names.

    https://developer.spotify.com/documentation/web-api/reference/search
    """
    text = call.query.get("q", "")
    if not text.strip():
        raise ApiError(400, "No search query")
    if len(text) > LONGEST_QUERY:
        raise ApiError(
            400, f"Query exceeds maximum length of {LONGEST_QUERY} characters"
        )
    kinds = [kind for kind in call.query.get("type", "").split(",") if kind]
    if not kinds:
        raise ApiError(400, "Missing parameter type")
    if not set(kinds) <= PLURALS.keys():
        raise invalid_parameter("type")
    return {
        PLURALS[kind]: call.page(_search_results(call, text, kind), BOUNDS)
        for kind in kinds
    }


def _search_results(call: ApiCall, text: str, kind: str) -> Sequence[Element]:
    if kind == "playlist":
        return _playlists(call, text)
    return call.world.index.find(text, kind)


def _playlists(call: ApiCall, text: str) -> Sequence[Element]:
    """Return the public playlists that match, with a null for a withdrawn one."""
    words = Query.parse(text).words
    item: list[Element] = [
        playlist
        for playlist in call.world.public_playlists
        if words and all(word in normalized(playlist.name) for word in words)
    ]
    return [*item[:1], NULL, *item[1:]] if item else []


# Endpoints that the service no longer gives to new applications: here, to none.
# https://developer.spotify.com/blog/2024-11-27-changes-to-the-web-api
# https://developer.spotify.com/documentation/web-api/tutorials/february-2026-migration-guide
#

WITHDRAWN_PATHS = (
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


def withdrawn(_call: ApiCall) -> Any:
    """Raise `ApiError` 403: the endpoint was withdrawn."""
    raise ApiError(403, "Forbidden")


ENDPOINTS = (
    ApiEndpoint("GET", "/artists/{id}", artist),
    ApiEndpoint("GET", "/artists/{id}/albums", discography),
    ApiEndpoint("GET", "/albums/{id}", album),
    ApiEndpoint("GET", "/albums/{id}/tracks", album_tracks),
    ApiEndpoint("GET", "/tracks/{id}", track),
    ApiEndpoint("GET", "/search", search),
    *(ApiEndpoint("GET", path, withdrawn) for path in WITHDRAWN_PATHS),
)
