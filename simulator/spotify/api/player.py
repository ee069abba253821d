"""Playing: what is on, where, and the commands; only for Premium accounts."""

from typing import Any

import msgspec

from simulator.spotify.api.endpoint import (
    Answer,
    ApiCall,
    ApiEndpoint,
    ApiReply,
    body_as,
)
from simulator.spotify.data.accounts import ConnectDevice
from simulator.spotify.data.catalogue import CatalogueAlbum, CatalogueTrack
from simulator.spotify.data.user_library import FakePlaylist, PlaylistEntry, unaltered
from simulator.spotify.errors import CANNED, TEXT, ApiError, malformed, not_found
from simulator.spotify.paging import whole_number

READ, MODIFY = "user-read-playback-state", "user-modify-playback-state"


def state(call: ApiCall) -> Any:
    """Nothing at all, 204, where nothing is active.

    https://developer.spotify.com/documentation/web-api/reference/get-information-about-the-users-current-playback
    """
    player = call.account.player
    if player.active is None:
        return None
    track = player.track
    return {
        "actions": {},
        "context": None,
        "currently_playing_type": "track" if track else "unknown",
        "device": player.active.json(),
        "is_playing": player.playing,
        "item": call.rendering.element(track) if track else None,
        "progress_ms": 0,
        "repeat_state": "off",
        "shuffle_state": False,
        "timestamp": int(call.world.clock().timestamp() * 1000),
    }


def devices(call: ApiCall) -> Any:
    """https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices"""
    return {"devices": [device.json() for device in call.account.player.devices]}


class Transfer(msgspec.Struct):
    """https://developer.spotify.com/documentation/web-api/reference/transfer-a-users-playback"""

    device_ids: list[str]
    play: bool = False


def transfer(call: ApiCall) -> ApiReply:
    wish = body_as(Transfer, call.body)
    if len(wish.device_ids) != 1:
        raise malformed("device_ids")
    player = call.account.player
    device = _premium(call, wish.device_ids[0])
    player.activate(device)
    player.playing = player.playing or wish.play
    return _done(call)


class Start(msgspec.Struct):
    """https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback"""

    context_uri: str | None = None
    uris: list[str] | None = None
    position_ms: int = 0


def play(call: ApiCall) -> ApiReply:
    """With nothing asked for, whatever was paused goes on."""
    wish = body_as(Start, call.body) if call.body else Start()
    player = call.account.player
    device = _premium(call, call.query.get("device_id"))
    uris = wish.uris or ([wish.context_uri] if wish.context_uri else [])
    if uris:
        player.track = _first_track(call, uris[0])
    player.activate(device)
    player.playing = True
    return _done(call)


def _first_track(call: ApiCall, uri: str) -> CatalogueTrack | None:
    one_id = uri.rpartition(":")[2]
    if playlist := _playlist(call, one_id):
        entries = (unaltered(one) for one in playlist.items)
        items = (one.item for one in entries if isinstance(one, PlaylistEntry))
        return next((one for one in items if isinstance(one, CatalogueTrack)), None)
    match call.world.catalogue.by_id.get(one_id):
        case CatalogueTrack() as track:
            return track
        case CatalogueAlbum(tracks=[first, *_]):
            return first
    raise not_found()


def _playlist(call: ApiCall, one_id: str) -> FakePlaylist | None:
    return call.holdings.playlist(one_id) or call.world.playlist_elsewhere(one_id)


def pause(call: ApiCall) -> ApiReply:
    _premium(call, call.query.get("device_id"))
    call.account.player.playing = False
    return _done(call)


def skip(call: ApiCall) -> ApiReply:
    """To the next or the previous: somewhere else, in either direction."""
    _premium(call, call.query.get("device_id"))
    call.account.player.playing = True
    return _done(call)


def queue(call: ApiCall) -> ApiReply:
    """https://developer.spotify.com/documentation/web-api/reference/add-to-queue"""
    _premium(call, call.query.get("device_id"))
    uri = call.query.get("uri", "")
    if not uri.startswith(("spotify:track:", "spotify:episode:")):
        raise malformed("track uri")
    call.account.player.queue.append(uri)
    return _done(call)


def volume(call: ApiCall) -> ApiReply:
    """https://developer.spotify.com/documentation/web-api/reference/set-volume-for-users-playback"""
    device = _premium(call, call.query.get("device_id"))
    percent = whole_number(call.query, "volume_percent", -1)
    if not 0 <= percent <= 100:
        raise malformed("volume_percent")
    device.volume = percent
    return _done(call)


def _premium(call: ApiCall, device_id: str | None) -> ConnectDevice:
    """The device that a command is for; Refusal without Premium or device."""
    if not call.account.profile.premium:
        message = "Player command failed: Premium required"
        raise ApiError(403, message, "PREMIUM_REQUIRED")
    device = call.account.player.device(device_id)
    if device is None and device_id is not None:
        raise ApiError(404, "Device not found")
    if device is None:
        message = "Player command failed: No active device found"
        raise ApiError(404, message, "NO_ACTIVE_DEVICE")
    return device


def _done(call: ApiCall) -> ApiReply:
    """Nothing; some devices have been seen to answer with a word that is no JSON."""
    if call.account.profile.name == "quirky":
        return ApiReply(200, b"AAAAAAAAAAAAAAAAAAAAAA", TEXT)
    return CANNED["no_content"]


def _command(method: str, path: str, answer: Answer) -> ApiEndpoint:
    return ApiEndpoint(method, f"/me/player{path}", answer, MODIFY)


ENDPOINTS = (
    ApiEndpoint("GET", "/me/player", state, READ),
    ApiEndpoint("GET", "/me/player/devices", devices, READ),
    _command("PUT", "", transfer),
    _command("PUT", "/play", play),
    _command("PUT", "/pause", pause),
    _command("POST", "/next", skip),
    _command("POST", "/previous", skip),
    _command("POST", "/queue", queue),
    _command("PUT", "/volume", volume),
)
