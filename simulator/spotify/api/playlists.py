"""Playlists: the shelf, one of them, its contents, a new one, more on one."""

from typing import Any

import msgspec

from simulator.spotify.api.endpoint import Call, Endpoint, Reply, body_as
from simulator.spotify.data.accounts import Account
from simulator.spotify.data.catalogue import Episode, Track
from simulator.spotify.data.ids import base62_id
from simulator.spotify.data.user_library import Element, Entry, Playlist, unaltered
from simulator.spotify.errors import Refusal, malformed, not_found
from simulator.spotify.paging import Bounds, Pager, Window, whole_number
from simulator.spotify.serializers import snapshot_id

BOUNDS = Bounds()
MOST_ADDED = 100
FIRST_PAGE = 50
READ = "playlist-read-private"
PRIVATE, PUBLIC = "playlist-modify-private", "playlist-modify-public"


def shelf(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists"""
    playlists = call.holdings.playlists
    if "playlist-read-collaborative" not in call.session.scopes:
        playlists = [one for one in playlists if not _collaborative(one)]
    return call.page(playlists, BOUNDS)


def _collaborative(element: Element) -> bool:
    plain = unaltered(element)
    return isinstance(plain, Playlist) and plain.collaborative


def _found(call: Call) -> Playlist:
    playlist_id = call.id()
    playlist = call.holdings.playlist(playlist_id)
    playlist = playlist or call.world.playlist_elsewhere(playlist_id)
    if playlist is None:
        raise not_found()
    return playlist


def contents(call: Call) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-playlists-items"""
    playlist = _found(call)
    if call.rendering.regime == "development" and not _readable(call.account, playlist):
        raise Refusal(403, "Forbidden")
    return call.page(playlist.items, BOUNDS)


def contents_as_of_old(call: Call) -> Any:
    """The address before February 2026, withdrawn from newer apps."""
    if call.rendering.regime == "development":
        raise Refusal(403, "Forbidden")
    return contents(call)


def _readable(account: Account, playlist: Playlist) -> bool:
    return playlist.readable_by(account.profile.id)


def whole(call: Call) -> Any:
    """The playlist with its first page, which newer apps get of readable ones only.

    https://developer.spotify.com/documentation/web-api/reference/get-playlist
    """
    playlist = _found(call)
    known = _described(call, playlist)
    if call.rendering.regime == "development" and not _readable(call.account, playlist):
        del known["items"]
    return known


def _described(call: Call, playlist: Playlist) -> Any:
    pager = Pager(call.rendering.links, f"/playlists/{playlist.id}/items", {})
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


def create(call: Call) -> Reply:
    """The new playlist is the first on the shelf."""
    wish = body_as(NewPlaylist, call.body)
    call.need(PUBLIC if wish.public else PRIVATE)
    if wish.collaborative and wish.public:
        raise Refusal(400, "Collaborative playlists can only be private.")
    profile, playlists = call.account.profile, call.holdings.playlists
    playlist = Playlist(
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
    return Reply(201, msgspec.json.encode(_described(call, playlist)))


class Additions(msgspec.Struct):
    """https://developer.spotify.com/documentation/web-api/reference/add-items-to-playlist"""

    uris: list[str] = []
    position: int | None = None


def add(call: Call) -> Reply:
    playlist = _found(call)
    wish = _wanted(call)
    if not _readable(call.account, playlist):
        raise Refusal(403, "You cannot add tracks to a playlist you don't own.")
    call.need(PUBLIC if playlist.public else PRIVATE)
    if not 1 <= len(wish.uris) <= MOST_ADDED:
        raise Refusal(400, f"You can add a maximum of {MOST_ADDED} tracks per request.")
    if wish.position is not None and not 0 <= wish.position <= playlist.size:
        raise malformed("position")
    now, user = call.world.clock(), call.account.profile.id
    entries = [Entry(_playable(call, uri), now, user) for uri in wish.uris]
    playlist.add(entries, wish.position)
    body = {"snapshot_id": snapshot_id(playlist)}
    return Reply(201, msgspec.json.encode(body))


def _wanted(call: Call) -> Additions:
    """The addresses may stand in the body or in the query."""
    if "uris" not in call.query:
        return body_as(Additions, call.body)
    place = whole_number(call.query, "position", -1)
    return Additions(call.query["uris"].split(","), None if place < 0 else place)


def _playable(call: Call, uri: str) -> Element:
    kind, _, one_id = uri.removeprefix("spotify:").partition(":")
    found = call.world.catalogue.by_id.get(one_id)
    if kind not in {"track", "episode"} or not isinstance(found, Track | Episode):
        raise Refusal(400, "Invalid track uri")
    return found


ENDPOINTS = (
    Endpoint("GET", "/me/playlists", shelf, READ),
    Endpoint("POST", "/me/playlists", create),
    Endpoint("GET", "/playlists/{id}", whole),
    Endpoint("GET", "/playlists/{id}/items", contents, READ),
    Endpoint("GET", "/playlists/{id}/tracks", contents_as_of_old, READ),
    Endpoint("POST", "/playlists/{id}/items", add),
)
