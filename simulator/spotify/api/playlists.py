"""Playlist endpoints: list, read, create, and add items."""

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
    without_changes,
)
from simulator.spotify.errors import ApiError, invalid_parameter, not_found
from simulator.spotify.paging import Bounds, PageSerializer, Window, parse_integer
from simulator.spotify.serializers import snapshot_id

BOUNDS = Bounds()
MAX_ADDED = 100
MAX_ITEMS = 11_000
FIRST_PAGE = 50
READ = "playlist-read-private"
PRIVATE, PUBLIC = "playlist-modify-private", "playlist-modify-public"


def list_playlists(call: ApiCall) -> Any:
    """Return a page of the listener's playlists.

    https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists
    """
    playlists = call.library.playlists
    if "playlist-read-collaborative" not in call.session.scopes:
        playlists = [playlist for playlist in playlists if not _collaborative(playlist)]
    return call.page(playlists, BOUNDS)


def _collaborative(element: Element) -> bool:
    playlist = without_changes(element)
    return isinstance(playlist, FakePlaylist) and playlist.collaborative


def _find_playlist(call: ApiCall) -> FakePlaylist:
    playlist_id = call.id()
    playlist = call.library.playlist(playlist_id)
    playlist = playlist or call.world.find_playlist(playlist_id)
    if playlist is None:
        raise not_found()
    return playlist


def playlist_items(call: ApiCall) -> Any:
    """Return a page of a playlist's items.

    https://developer.spotify.com/documentation/web-api/reference/get-playlists-items
    """
    playlist = _find_playlist(call)
    if call.serializer.regime == "development" and not _readable(
        call.account, playlist
    ):
        raise ApiError(403, "Forbidden")
    return call.page(playlist.items, BOUNDS)


def playlist_tracks(call: ApiCall) -> Any:
    """Return the items at the address of before February 2026; 403 for newer apps."""
    if call.serializer.regime == "development":
        raise ApiError(403, "Forbidden")
    return playlist_items(call)


def _readable(account: FakeAccount, playlist: FakePlaylist) -> bool:
    return playlist.readable_by(account.profile.id)


def get_playlist(call: ApiCall) -> Any:
    """Return a playlist with the first page of its items.

    Newer apps get the items of readable playlists only.
    https://developer.spotify.com/documentation/web-api/reference/get-playlist
    """
    playlist = _find_playlist(call)
    playlist_json = _described(call, playlist)
    if call.serializer.regime == "development" and not _readable(
        call.account, playlist
    ):
        del playlist_json["items"]
    return playlist_json


def _described(call: ApiCall, playlist: FakePlaylist) -> Any:
    pager = PageSerializer(call.serializer.links, f"/playlists/{playlist.id}/items", {})
    window = Window(limit=FIRST_PAGE, offset=0, endless=call.endless)
    page_items = call.serializer.all(window.slice(playlist.items))
    name = "items" if call.serializer.regime == "development" else "tracks"
    return call.serializer.playlist(playlist) | {
        "followers": {"href": None, "total": len(playlist.name)},
        name: pager.page(window, page_items, playlist.size),
    }


class NewPlaylist(msgspec.Struct):
    """The body of a new playlist.

    https://developer.spotify.com/documentation/web-api/reference/create-playlist
    """

    name: str
    public: bool = True
    collaborative: bool = False
    description: str = ""


def create(call: ApiCall) -> ApiReply:
    """Create a playlist; the new one is the first in the list."""
    body = body_as(NewPlaylist, call.body)
    call.require_scope(PUBLIC if body.public else PRIVATE)
    if body.collaborative and body.public:
        raise ApiError(400, "Collaborative playlists can only be private.")
    profile, playlists = call.account.profile, call.library.playlists
    playlist = FakePlaylist(
        id=base62_id(profile.id, "created", len(playlists), body.name),
        name=body.name,
        owner=profile.user,
        size=0,
        fill=list,
        description=body.description,
        public=body.public,
        collaborative=body.collaborative,
        picture=False,
    )
    playlists.insert(0, playlist)
    return ApiReply(201, msgspec.json.encode(_described(call, playlist)))


class Additions(msgspec.Struct):
    """The body of an addition; `position` None appends.

    https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist
    """

    uris: list[str] = []
    position: int | None = None


def add(call: ApiCall) -> ApiReply:
    """Add items to a playlist; return its new snapshot id."""
    playlist = _find_playlist(call)
    body = _additions(call)
    if not _readable(call.account, playlist):
        raise ApiError(403, "You cannot add tracks to a playlist you don't own.")
    call.require_scope(PUBLIC if playlist.public else PRIVATE)
    if not 1 <= len(body.uris) <= MAX_ADDED:
        raise ApiError(400, f"You can add a maximum of {MAX_ADDED} tracks per request.")
    if body.position is not None and not 0 <= body.position <= playlist.size:
        raise invalid_parameter("position")
    if playlist.size + len(body.uris) > MAX_ITEMS:
        # As reported: https://github.com/spotify/web-api/issues/1179
        raise ApiError(500, "Server error.")
    now, user = call.world.clock(), call.account.profile.id
    entries = [PlaylistEntry(_playable(call, uri), now, user) for uri in body.uris]
    playlist.add(entries, body.position)
    reply_json = {"snapshot_id": snapshot_id(playlist)}
    return ApiReply(201, msgspec.json.encode(reply_json))


def _additions(call: ApiCall) -> Additions:
    """Return the additions from the query, or from the body."""
    if "uris" not in call.query:
        return body_as(Additions, call.body)
    place = parse_integer(call.query, "position", -1)
    return Additions(call.query["uris"].split(","), None if place < 0 else place)


def _playable(call: ApiCall, uri: str) -> Element:
    kind, _, one_id = uri.removeprefix("spotify:").partition(":")
    item = call.world.catalogue.by_id.get(one_id)
    if kind not in {"track", "episode"} or not isinstance(
        item, CatalogueTrack | Episode
    ):
        raise ApiError(400, "Invalid track uri")
    return item


ENDPOINTS = (
    ApiEndpoint("GET", "/me/playlists", list_playlists, READ),
    ApiEndpoint("POST", "/me/playlists", create),
    ApiEndpoint("GET", "/playlists/{id}", get_playlist),
    ApiEndpoint("GET", "/playlists/{id}/items", playlist_items, READ),
    ApiEndpoint("GET", "/playlists/{id}/tracks", playlist_tracks, READ),
    ApiEndpoint("POST", "/playlists/{id}/items", add),
)
