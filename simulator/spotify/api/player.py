"""Player endpoints: playback state, devices, and commands (Premium accounts only)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import msgspec

from simulator.spotify.api.endpoint import (
    Answer,
    ApiCall,
    ApiEndpoint,
    ApiReply,
    body_as,
)
from simulator.spotify.data.catalogue import (
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)
from simulator.spotify.data.player import ConnectDevice
from simulator.spotify.data.user_library import (
    FakePlaylist,
    PlaylistEntry,
    without_changes,
)
from simulator.spotify.errors import (
    PREPARED_REPLIES,
    TEXT,
    ApiError,
    invalid_parameter,
    not_found,
    restriction_violated,
)
from simulator.spotify.paging import parse_integer

READ, MODIFY = "user-read-playback-state", "user-modify-playback-state"
READ_TRACK = "user-read-currently-playing"

MOST_TRACKS = 10  # of an artist that is played
MOST_QUEUED = 20  # that are told


def state(call: ApiCall) -> Any:
    """Return the playback state; 204 without an active device.

    https://developer.spotify.com/documentation/web-api/reference/get-information-about-the-users-current-playback
    """
    player = call.account.player
    if player.active is None:
        return None
    return _playing(call) | {
        "device": player.active.json(),
        "repeat_state": "off",
        "shuffle_state": player.shuffled,
    }


def currently_playing(call: ApiCall) -> Any:
    """Return the track that plays; 204 where nothing is in the active player.

    https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
    """
    player = call.account.player
    playing = _playing(call)
    silent = player.track is None and not player.advertisement
    return None if player.active is None or silent else playing


def _playing(call: ApiCall) -> dict[str, Any]:
    """Return what the player plays by the fake Spotify's clock."""
    _move(call)
    player, now = call.account.player, call.world.clock()
    track = None if player.advertisement else player.track
    kind = "track" if track else "unknown"
    return {
        "actions": {},
        "context": _context(player.context),
        "currently_playing_type": "ad" if player.advertisement else kind,
        "is_playing": player.playing,
        "item": call.serializer.element(track) if track else None,
        "progress_ms": player.progress(now) // timedelta(milliseconds=1),
        "timestamp": int(now.timestamp() * 1000),
    }


def _context(uri: str | None) -> dict[str, Any] | None:
    if uri is None:
        return None
    _, kind, item_id = uri.split(":")
    address = f"https://open.spotify.com/{kind}/{item_id}"
    return {
        "type": kind,
        "uri": uri,
        "href": f"https://api.spotify.com/v1/{kind}s/{item_id}",
        "external_urls": {"spotify": address},
    }


def _move(call: ApiCall) -> None:
    """Let the player go on to the track that plays now."""
    call.account.player.advance(call.world.clock(), call.world.catalogue.by_id)


def devices(call: ApiCall) -> Any:
    """Return the account's devices.

    https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
    """
    return {"devices": [device.json() for device in call.account.player.devices]}


class Transfer(msgspec.Struct):
    """The body of a transfer.

    https://developer.spotify.com/documentation/web-api/reference/transfer-a-users-playback
    """

    device_ids: list[str]
    play: bool = False


def transfer(call: ApiCall) -> ApiReply:
    """Move playback to another device."""
    body = body_as(Transfer, call.body)
    if len(body.device_ids) != 1:
        raise invalid_parameter("device_ids")
    player = call.account.player
    device = _target_device(call, body.device_ids[0])
    player.activate(device)
    if body.play:
        player.run(call.world.clock())
    return _command_done(call)


class Offset(msgspec.Struct):
    """Where playback of a list starts: an index from 0, or a track's URI."""

    position: int | None = None
    uri: str | None = None


class StartPlayback(msgspec.Struct):
    """The body of a start of playback.

    https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback
    """

    context_uri: str | None = None
    uris: list[str] | None = None
    offset: Offset = msgspec.field(default_factory=Offset)
    position_ms: int = 0


def play(call: ApiCall) -> ApiReply:
    """Start playback; without a body, the paused track goes on."""
    body = body_as(StartPlayback, call.body) if call.body else StartPlayback()
    player = call.account.player
    device = _target_device(call, call.query.get("device_id"))
    uris = body.uris or ([body.context_uri] if body.context_uri else [])
    if uris:
        tracks = [track for uri in uris for track in _tracks_of(call, uri)]
        player.begin(tracks, _first(body.offset, tracks))
        player.context = body.context_uri
    elif player.playing and device.active:
        raise restriction_violated()
    player.activate(device)
    player.run(call.world.clock())
    return _command_done(call)


def _first(offset: Offset, tracks: Sequence[CatalogueTrack]) -> int:
    """Return the index of the first track. Raise `ApiError` for one that is not there.

    A position counts items that cannot be played as well; the fake player stops at the
    last track instead.
    """
    if offset.uri is not None:
        ids = [track.id for track in tracks]
        wanted = offset.uri.rpartition(":")[2]
        if wanted not in ids:
            raise not_found()
        return ids.index(wanted)
    position = offset.position or 0
    if position < 0:
        raise invalid_parameter("offset")
    return max(0, min(position, len(tracks) - 1))


def _tracks_of(call: ApiCall, uri: str) -> list[CatalogueTrack]:
    item_id = uri.rpartition(":")[2]
    if playlist := _playlist(call, item_id):
        entries = (without_changes(item) for item in playlist.items)
        items = (item.item for item in entries if isinstance(item, PlaylistEntry))
        return [item for item in items if isinstance(item, CatalogueTrack)]
    match call.world.catalogue.by_id.get(item_id):
        case CatalogueTrack() as track:
            return [track]
        case CatalogueAlbum(tracks=tracks) if tracks:
            return list(tracks)
        case CatalogueArtist() as artist:
            own = (t for t in call.world.catalogue.tracks if t.artists[0] is artist)
            return sorted(own, key=lambda track: -track.popularity)[:MOST_TRACKS]
    raise not_found()


def _playlist(call: ApiCall, item_id: str) -> FakePlaylist | None:
    return call.library.playlist(item_id) or call.world.find_playlist(item_id)


def pause(call: ApiCall) -> ApiReply:
    """Pause playback; 403 where nothing runs."""
    _target_device(call, call.query.get("device_id"))
    player = call.account.player
    if not player.playing:
        raise restriction_violated()
    player.hold(call.world.clock())
    return _command_done(call)


def next_item(call: ApiCall) -> ApiReply:
    """Skip to what is queued, or else to the next track; after the last one, stop."""
    _target_device(call, call.query.get("device_id"))
    _move(call)
    player = call.account.player
    if player.next(player.take_queued(call.world.catalogue.by_id)):
        player.run(call.world.clock())
    return _command_done(call)


def previous_item(call: ApiCall) -> ApiReply:
    """Skip to the track before."""
    _target_device(call, call.query.get("device_id"))
    _move(call)
    player = call.account.player
    player.back()
    player.run(call.world.clock())
    return _command_done(call)


def shuffle(call: ApiCall) -> ApiReply:
    """Switch shuffling on or off.

    https://developer.spotify.com/documentation/web-api/reference/toggle-shuffle-for-users-playback
    """
    _target_device(call, call.query.get("device_id"))
    state_wanted = call.query.get("state")
    if state_wanted not in {"true", "false"}:
        raise invalid_parameter("state")
    call.account.player.shuffle(on=state_wanted == "true")
    return _command_done(call)


def queued(call: ApiCall) -> Any:
    """Return the track that plays and what comes next.

    https://developer.spotify.com/documentation/web-api/reference/get-queue
    """
    _move(call)
    player, catalogue = call.account.player, call.world.catalogue
    added = [catalogue.by_id.get(uri.rpartition(":")[2]) for uri in player.queue]
    later = [item for item in added if isinstance(item, CatalogueTrack)]
    later += player.upcoming
    playing = call.serializer.element(player.track) if player.track else None
    return {
        "currently_playing": playing,
        "queue": [call.serializer.element(track) for track in later[:MOST_QUEUED]],
    }


def queue(call: ApiCall) -> ApiReply:
    """Add a track or episode to the queue.

    https://developer.spotify.com/documentation/web-api/reference/add-to-queue
    """
    _target_device(call, call.query.get("device_id"))
    uri = call.query.get("uri", "")
    if not uri.startswith(("spotify:track:", "spotify:episode:")):
        raise invalid_parameter("track uri")
    if uri.rpartition(":")[2] not in call.world.catalogue.by_id:
        raise not_found()
    call.account.player.queue.append(uri)
    return _command_done(call)


def volume(call: ApiCall) -> ApiReply:
    """Set a device's volume.

    https://developer.spotify.com/documentation/web-api/reference/set-volume-for-users-playback
    """
    device = _target_device(call, call.query.get("device_id"))
    percent = parse_integer(call.query, "volume_percent", -1)
    if not 0 <= percent <= 100:
        raise invalid_parameter("volume_percent")
    device.volume = percent
    return _command_done(call)


def _target_device(call: ApiCall, device_id: str | None) -> ConnectDevice:
    """Return a command's device. Raise `ApiError` without Premium or such a device."""
    if not call.account.profile.premium:
        message = "Player command failed: Premium required"
        raise ApiError(403, message, "PREMIUM_REQUIRED")
    device = call.account.player.device(device_id)
    if device is None and device_id is not None:
        raise ApiError(404, "Device not found")
    if device is None:
        message = "Player command failed: No active device found"
        raise ApiError(404, message, "NO_ACTIVE_DEVICE")
    if device.restricted:
        raise restriction_violated()
    return device


def _command_done(call: ApiCall) -> ApiReply:
    """Return 204; for `quirky`, text that is no JSON, as some devices answer."""
    if call.account.profile.name == "quirky":
        return ApiReply(200, b"AAAAAAAAAAAAAAAAAAAAAA", TEXT)
    return PREPARED_REPLIES["no_content"]


def _command(method: str, path: str, answer: Answer) -> ApiEndpoint:
    return ApiEndpoint(method, f"/me/player{path}", answer, MODIFY)


ENDPOINTS = (
    ApiEndpoint("GET", "/me/player", state, READ),
    ApiEndpoint("GET", "/me/player/currently-playing", currently_playing, READ_TRACK),
    ApiEndpoint("GET", "/me/player/devices", devices, READ),
    _command("PUT", "", transfer),
    _command("PUT", "/play", play),
    _command("PUT", "/pause", pause),
    _command("POST", "/next", next_item),
    _command("POST", "/previous", previous_item),
    _command("PUT", "/shuffle", shuffle),
    ApiEndpoint("GET", "/me/player/queue", queued, READ),
    _command("POST", "/queue", queue),
    _command("PUT", "/volume", volume),
)
