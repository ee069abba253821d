"""What the listener saved and whom they follow; saving, and asking whether."""

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
from simulator.spotify.data.user_library import Element, Saved, ids_of
from simulator.spotify.errors import ApiError, malformed
from simulator.spotify.paging import Bounds, limit_of

BOUNDS = Bounds()
MOST_URIS = 40
READ = "user-library-read"

# Which permission each kind of address needs, to ask and to change.
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
    """https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks"""
    return call.page(call.holdings.saved_tracks, BOUNDS)


def saved_albums(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums"""
    return call.page(call.holdings.saved_albums, BOUNDS)


def following(call: ApiCall) -> Any:
    """Pages go on `after` the id of the last artist.

    https://developer.spotify.com/documentation/web-api/reference/get-followed
    """
    if call.query.get("type") != "artist":
        raise malformed("type")
    limit = limit_of(call.query, BOUNDS)
    everyone = call.holdings.followed
    start = 0 if call.endless else _place_after(everyone, call.query.get("after"))
    shown = everyone[start : start + limit]
    more = call.endless or start + limit < len(everyone)
    last = _last_id(shown) if more else None
    query = {"type": "artist", "limit": limit}
    links = call.rendering.links
    return {
        "artists": {
            "cursors": {"after": last},
            "href": links.api(call.path, call.query),
            "items": call.rendering.all(shown),
            "limit": limit,
            "next": links.api(call.path, query | {"after": last}) if last else None,
            "total": len(everyone),
        }
    }


def _place_after(everyone: list[Element], artist_id: str | None) -> int:
    if artist_id is None:
        return 0
    places = (i for i, one in enumerate(everyone) if artist_id in ids_of([one]))
    return next(places, len(everyone)) + 1


def _last_id(shown: list[Element]) -> str | None:
    known = (one_id for one in reversed(shown) for one_id in ids_of([one]))
    return next(known, None)


def contains(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/check-library-contains"""
    return [
        one_id in _kept(call.account, kind) for kind, one_id in _addresses(call, asks=0)
    ]


def _addresses(call: ApiCall, *, asks: int) -> list[tuple[str, str]]:
    """Kinds and ids of the query's addresses; `asks` picks the permission: 0 to ask,
    1 to change."""
    uris = [uri for uri in call.query.get("uris", "").split(",") if uri]
    if not 1 <= len(uris) <= MOST_URIS:
        raise ApiError(400, f"Between 1 and {MOST_URIS} uris are needed")
    addresses = [_address(uri) for uri in uris]
    for kind, _ in addresses:
        call.need(SCOPES[kind][asks])
    return addresses


def _address(uri: str) -> tuple[str, str]:
    scheme, _, rest = uri.partition(":")
    kind, _, one_id = rest.partition(":")
    if scheme != "spotify" or kind not in SCOPES:
        raise ApiError(400, "Invalid uri")
    if kind != "user" and not is_base62_id(one_id):
        raise ApiError(400, "Invalid base62 id")
    return kind, one_id


def _shelf(account: FakeAccount, kind: str) -> list[Element] | None:
    holdings = account.holdings
    return {
        "track": holdings.saved_tracks,
        "album": holdings.saved_albums,
        "artist": holdings.followed,
        "playlist": holdings.playlists,
    }.get(kind)


def _kept(account: FakeAccount, kind: str) -> set[str]:
    shelf = _shelf(account, kind)
    return account.holdings.other_ids if shelf is None else ids_of(shelf)


def save(call: ApiCall) -> ApiReply:
    """https://developer.spotify.com/documentation/web-api/reference/save-library-items"""
    return _each(call, _save)


def remove(call: ApiCall) -> ApiReply:
    """https://developer.spotify.com/documentation/web-api/reference/remove-library-items"""
    return _each(call, _remove)


def _each(call: ApiCall, change: Callable[[ApiCall, str, str], None]) -> ApiReply:
    for kind, one_id in _addresses(call, asks=1):
        change(call, kind, one_id)
    return ApiReply(200, b"")


def _save(call: ApiCall, kind: str, one_id: str) -> None:
    """Newest first; whatever is there already stays where it is."""
    shelf = _shelf(call.account, kind)
    if shelf is None:
        call.holdings.other_ids.add(one_id)
    elif one_id not in ids_of(shelf) and (thing := _thing(call, kind, one_id)):
        shelf.insert(0, thing)


def _thing(call: ApiCall, kind: str, one_id: str) -> Element | None:
    """As it will stand on its shelf; None for what does not exist."""
    thing = call.world.catalogue.by_id.get(one_id)
    match kind, thing:
        case ("track", CatalogueTrack() as one) | ("album", CatalogueAlbum() as one):
            return Saved(one, call.world.clock())
        case "artist", CatalogueArtist() as one:
            return one
        case "playlist", _:
            return call.world.playlist_elsewhere(one_id)
    return None


def _remove(call: ApiCall, kind: str, one_id: str) -> None:
    shelf = _shelf(call.account, kind)
    if shelf is None:
        call.holdings.other_ids.discard(one_id)
    else:
        shelf[:] = [one for one in shelf if one_id not in ids_of([one])]


ENDPOINTS = (
    ApiEndpoint("GET", "/me/tracks", saved_tracks, READ),
    ApiEndpoint("GET", "/me/albums", saved_albums, READ),
    ApiEndpoint("GET", "/me/following", following, "user-follow-read"),
    ApiEndpoint("GET", "/me/library/contains", contains),
    ApiEndpoint("PUT", "/me/library", save),
    ApiEndpoint("DELETE", "/me/library", remove),
)
