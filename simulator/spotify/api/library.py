"""Library endpoints: saved tracks and albums, followed artists, saving, checking."""

from collections.abc import Callable
from typing import Any

from simulator.spotify.api.endpoint import ApiCall, ApiEndpoint, ApiReply
from simulator.spotify.data.accounts import FakeAccount
from simulator.spotify.data.catalogue import (
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)
from simulator.spotify.data.ids import is_base62_id
from simulator.spotify.data.user_library import Element, Saved, ids_in
from simulator.spotify.errors import ApiError, invalid_parameter
from simulator.spotify.paging import Bounds, parse_limit

BOUNDS = Bounds()
MAX_URIS = 40
READ = "user-library-read"

# The permission that each kind of URI needs: to check, and to change.
SCOPES = {
    "track": (READ, "user-library-modify"),
    "album": (READ, "user-library-modify"),
    "episode": (READ, "user-library-modify"),
    "show": (READ, "user-library-modify"),
    "audiobook": (READ, "user-library-modify"),
    "artist": ("user-follow-read", "user-follow-modify"),
    "user": ("user-follow-read", "user-follow-modify"),
    "playlist": ("playlist-read-private", "playlist-modify-public"),
}


def saved_tracks(call: ApiCall) -> Any:
    """Return a page of the saved tracks.

    https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks
    """
    return call.page(call.library.saved_tracks, BOUNDS)


def saved_albums(call: ApiCall) -> Any:
    """Return a page of the saved albums.

    https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums
    """
    return call.page(call.library.saved_albums, BOUNDS)


def following(call: ApiCall) -> Any:
    """Return a page of the followed artists; pages go on `after` an artist's id.

    https://developer.spotify.com/documentation/web-api/reference/get-followed
    """
    if call.query.get("type") != "artist":
        raise invalid_parameter("type")
    limit = parse_limit(call.query, BOUNDS)
    artists = call.library.followed
    start = 0 if call.endless else _place_after(artists, call.query.get("after"))
    page = artists[start : start + limit]
    more = call.endless or start + limit < len(artists)
    last = _last_id(page) if more else None
    query = {"type": "artist", "limit": limit}
    links = call.serializer.links
    return {
        "artists": {
            "cursors": {"after": last},
            "href": links.api(call.path, call.query),
            "items": call.serializer.all(page),
            "limit": limit,
            "next": links.api(call.path, query | {"after": last}) if last else None,
            "total": len(artists),
        }
    }


def _place_after(artists: list[Element], artist_id: str | None) -> int:
    if artist_id is None:
        return 0
    places = (i for i, element in enumerate(artists) if artist_id in ids_in([element]))
    return next(places, len(artists)) + 1


def _last_id(page: list[Element]) -> str | None:
    ids = (item_id for element in reversed(page) for item_id in ids_in([element]))
    return next(ids, None)


def contains(call: ApiCall) -> Any:
    """Return for each URI whether the library has it.

    https://developer.spotify.com/documentation/web-api/reference/check-library-contains
    """
    return [
        item_id in _saved_ids(call.account, kind)
        for kind, item_id in _addresses(call, permission=0)
    ]


def _addresses(call: ApiCall, *, permission: int) -> list[tuple[str, str]]:
    """Return kind and id of each URI in the query.

    permission: which of `SCOPES` is needed: 0 to check, 1 to change.
    """
    uris = [uri for uri in call.query.get("uris", "").split(",") if uri]
    if not 1 <= len(uris) <= MAX_URIS:
        raise ApiError(400, f"Between 1 and {MAX_URIS} uris are needed")
    addresses = [_address(uri) for uri in uris]
    for kind, _ in addresses:
        call.require_scope(SCOPES[kind][permission])
    return addresses


def _address(uri: str) -> tuple[str, str]:
    scheme, _, rest = uri.partition(":")
    kind, _, item_id = rest.partition(":")
    if scheme != "spotify" or kind not in SCOPES:
        raise ApiError(400, "Invalid uri")
    if kind != "user" and not is_base62_id(item_id):
        raise ApiError(400, "Invalid base62 id")
    return kind, item_id


def _list_of(account: FakeAccount, kind: str) -> list[Element] | None:
    library = account.library
    return {
        "track": library.saved_tracks,
        "album": library.saved_albums,
        "artist": library.followed,
        "playlist": library.playlists,
    }.get(kind)


def _saved_ids(account: FakeAccount, kind: str) -> set[str]:
    elements = _list_of(account, kind)
    return account.library.other_ids if elements is None else ids_in(elements)


def save(call: ApiCall) -> ApiReply:
    """Save the query's URIs.

    https://developer.spotify.com/documentation/web-api/reference/save-library-items
    """
    return _change_each(call, _save)


def remove(call: ApiCall) -> ApiReply:
    """Remove the query's URIs.

    https://developer.spotify.com/documentation/web-api/reference/remove-library-items
    """
    return _change_each(call, _remove)


def _change_each(
    call: ApiCall, change: Callable[[ApiCall, str, str], None]
) -> ApiReply:
    for kind, item_id in _addresses(call, permission=1):
        change(call, kind, item_id)
    return ApiReply(200, b"")


def _save(call: ApiCall, kind: str, item_id: str) -> None:
    """Save one item at the front; an item that is saved already keeps its place."""
    elements = _list_of(call.account, kind)
    if elements is None:
        call.library.other_ids.add(item_id)
    elif item_id not in ids_in(elements) and (
        element := _element_to_save(call, kind, item_id)
    ):
        elements.insert(0, element)


def _element_to_save(call: ApiCall, kind: str, item_id: str) -> Element | None:
    """Return the element to save; None for an id that does not exist."""
    element = call.world.catalogue.by_id.get(item_id)
    match kind, element:
        case ("track", CatalogueTrack() as element) | (
            "album",
            CatalogueAlbum() as element,
        ):
            return Saved(element, call.world.clock())
        case "artist", CatalogueArtist() as element:
            return element
        case "playlist", _:
            return call.world.find_playlist(item_id)
    return None


def _remove(call: ApiCall, kind: str, item_id: str) -> None:
    elements = _list_of(call.account, kind)
    if elements is None:
        call.library.other_ids.discard(item_id)
    else:
        elements[:] = [
            element for element in elements if item_id not in ids_in([element])
        ]


ENDPOINTS = (
    ApiEndpoint("GET", "/me/tracks", saved_tracks, READ),
    ApiEndpoint("GET", "/me/albums", saved_albums, READ),
    ApiEndpoint("GET", "/me/following", following, "user-follow-read"),
    ApiEndpoint("GET", "/me/library/contains", contains),
    ApiEndpoint("PUT", "/me/library", save),
    ApiEndpoint("DELETE", "/me/library", remove),
)
