"""Playlists: the shelf, one of them, its contents, a new one, more on one."""

from typing import Any

import msgspec

from simulator.spotify.api.endpoint import ApiCall, ApiEndpoint, ApiReply, body_as
from simulator.spotify.data.accounts import FakeAccount
from simulator.spotify.data.catalogue import CatalogueTrack, Episode
from simulator.spotify.data.ids import base62_id
from simulator.spotify.data.user_library import (
    Element,
    FakePlaylist,
    PlaylistEntry,
    unaltered,
)
from simulator.spotify.errors import ApiError, malformed, not_found
from simulator.spotify.paging import Bounds, PageSerializer, Window, whole_number
from simulator.spotify.serializers import snapshot_id

BOUNDS = Bounds()
MOST_ADDED = 100
FIRST_PAGE = 50
READ = "playlist-read-private"
PRIVATE, PUBLIC = "playlist-modify-private", "playlist-modify-public"


def shelf(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists"""
    playlists = call.holdings.playlists
    if "playlist-read-collaborative" not in call.session.scopes:
        playlists = [one for one in playlists if not _collaborative(one)]
    return call.page(playlists, BOUNDS)


def _collaborative(element: Element) -> bool:
    plain = unaltered(element)
    return isinstance(plain, FakePlaylist) and plain.collaborative


def _found(call: ApiCall) -> FakePlaylist:
    playlist_id = call.id()
    playlist = call.holdings.playlist(playlist_id)
    playlist = playlist or call.world.playlist_elsewhere(playlist_id)
    if playlist is None:
        raise not_found()
    return playlist


def contents(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-playlists-items"""
    playlist = _found(call)
    if call.rendering.regime == "development" and not _readable(call.account, playlist):
        raise ApiError(403, "Forbidden")
    return call.page(playlist.items, BOUNDS)


def contents_as_of_old(call: ApiCall) -> Any:
    """The address before February 2026, withdrawn from newer apps."""
    if call.rendering.regime == "development":
        raise ApiError(403, "Forbidden")
    return contents(call)


def _readable(account: FakeAccount, playlist: FakePlaylist) -> bool:
    return playlist.readable_by(account.profile.id)


def whole(call: ApiCall) -> Any:
    """The playlist with its first page, which newer apps get of readable ones only.

    https://developer.spotify.com/documentation/web-api/reference/get-playlist
    """
    playlist = _found(call)
    known = _described(call, playlist)
    if call.rendering.regime == "development" and not _readable(call.account, playlist):
        del known["items"]
    return known


def _described(call: ApiCall, playlist: FakePlaylist) -> Any:
    pager = PageSerializer(call.rendering.links, f"/playlists/{playlist.id}/items", {})
    window = Window(limit=FIRST_PAGE, offset=0, endless=call.endless)
    shown = call.rendering.all(window.of(playlist.items))
    name = "items" if call.rendering.regime == "development" else "tracks"
    return call.rendering.playlist(playlist) | {
        "followers": {"href": None, "total": len(playlist.name)},
        name: pager.page(window, shown, playlist.size),
    }


class NewPlaylist(msgspec.Struct):
    """https://developer.spotify.com/documentation/web-api/reference/create-playlist"""

    name: str
    public: bool = True
    collaborative: bool = False
    description: str = ""


def create(call: ApiCall) -> ApiReply:
    """The new playlist is the first on the shelf."""
    wish = body_as(NewPlaylist, call.body)
    call.need(PUBLIC if wish.public else PRIVATE)
    if wish.collaborative and wish.public:
        raise ApiError(400, "Collaborative playlists can only be private.")
    profile, playlists = call.account.profile, call.holdings.playlists
    playlist = FakePlaylist(
        id=base62_id(profile.id, "created", len(playlists), wish.name),
        name=wish.name,
        owner=profile.user,
        size=0,
        fill=list,
        description=wish.description,
        public=wish.public,
        collaborative=wish.collaborative,
        picture=False,
    )
    playlists.insert(0, playlist)
    return ApiReply(201, msgspec.json.encode(_described(call, playlist)))


class Additions(msgspec.Struct):
    """https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist"""

    uris: list[str] = []
    position: int | None = None


def add(call: ApiCall) -> ApiReply:
    playlist = _found(call)
    wish = _wanted(call)
    if not _readable(call.account, playlist):
        raise ApiError(403, "You cannot add tracks to a playlist you don't own.")
    call.need(PUBLIC if playlist.public else PRIVATE)
    if not 1 <= len(wish.uris) <= MOST_ADDED:
        raise ApiError(
            400, f"You can add a maximum of {MOST_ADDED} tracks per request."
        )
    if wish.position is not None and not 0 <= wish.position <= playlist.size:
        raise malformed("position")
    now, user = call.world.clock(), call.account.profile.id
    entries = [PlaylistEntry(_playable(call, uri), now, user) for uri in wish.uris]
    playlist.add(entries, wish.position)
    body = {"snapshot_id": snapshot_id(playlist)}
    return ApiReply(201, msgspec.json.encode(body))


def _wanted(call: ApiCall) -> Additions:
    """The addresses may stand in the body or in the query."""
    if "uris" not in call.query:
        return body_as(Additions, call.body)
    place = whole_number(call.query, "position", -1)
    return Additions(call.query["uris"].split(","), None if place < 0 else place)


def _playable(call: ApiCall, uri: str) -> Element:
    kind, _, one_id = uri.removeprefix("spotify:").partition(":")
    found = call.world.catalogue.by_id.get(one_id)
    if kind not in {"track", "episode"} or not isinstance(
        found, CatalogueTrack | Episode
    ):
        raise ApiError(400, "Invalid track uri")
    return found


ENDPOINTS = (
    ApiEndpoint("GET", "/me/playlists", shelf, READ),
    ApiEndpoint("POST", "/me/playlists", create),
    ApiEndpoint("GET", "/playlists/{id}", whole),
    ApiEndpoint("GET", "/playlists/{id}/items", contents, READ),
    ApiEndpoint("GET", "/playlists/{id}/tracks", contents_as_of_old, READ),
    ApiEndpoint("POST", "/playlists/{id}/items", add),
)
