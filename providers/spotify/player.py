"""A listener's player at Spotify (Spotify Connect), which commands devices of theirs.

Needs Premium, and scopes that are asked for only where playback is switched on. Spotify
answers a command before the device has obeyed it, and the body of the answer may be
anything: it is not read.
"""

from collections.abc import Mapping
from typing import Literal

from providers.errors import Forbidden, PlayerRefused
from providers.listener import Listener
from providers.player import MusicToPlay, PlaybackDevice
from providers.spotify import decoding
from providers.spotify.client import Change, Query, SpotifyClient
from providers.spotify.ids import track_uri


class SpotifyPlayer:
    """`providers.player.RemotePlayer` at Spotify; a command is never sent twice."""

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def devices(self, listener: Listener) -> tuple[PlaybackDevice, ...]:
        """Return the devices; a device without a name is left out.

        https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
        """
        return await self._client.get(
            listener, "/me/player/devices", decoding.decode_devices
        )

    async def play(
        self, listener: Listener, music: MusicToPlay, device_id: str | None = None
    ) -> None:
        """Play the context, or the tracks.

        https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback
        """
        body: dict[str, object]
        if music.context is None:
            body = {"uris": [track_uri(track_id) for track_id in music.tracks]}
        else:
            body = {"context_uri": music.context}
        if music.first is not None:
            body["offset"] = {"position": music.first}
        await self._command(listener, "PUT", "/play", _on(device_id), body)

    async def shuffle(
        self, listener: Listener, device_id: str | None = None, *, on: bool
    ) -> None:
        """Switch shuffling on or off.

        https://developer.spotify.com/documentation/web-api/reference/toggle-shuffle-for-users-playback
        """
        query = {"state": "true" if on else "false", **_on(device_id)}
        await self._command(listener, "PUT", "/shuffle", query)

    async def move(self, listener: Listener, device_id: str) -> None:
        """Transfer playback to the device, and let it run.

        https://developer.spotify.com/documentation/web-api/reference/transfer-a-users-playback
        """
        body = {"device_ids": [device_id], "play": True}
        await self._command(listener, "PUT", "", {}, body)

    async def resume(self, listener: Listener) -> None:
        """Go on: a start of playback that names no music.

        https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback
        """
        await self._command(listener, "PUT", "/play")

    async def pause(self, listener: Listener) -> None:
        """Pause playback.

        https://developer.spotify.com/documentation/web-api/reference/pause-a-users-playback
        """
        await self._command(listener, "PUT", "/pause")

    async def next(self, listener: Listener) -> None:
        """Skip to the next item.

        https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-next-track
        """
        await self._command(listener, "POST", "/next")

    async def previous(self, listener: Listener) -> None:
        """Skip to the item before.

        https://developer.spotify.com/documentation/web-api/reference/skip-users-playback-to-previous-track
        """
        await self._command(listener, "POST", "/previous")

    async def queue(self, listener: Listener, track_id: str) -> None:
        """Add the track to the queue of the active device.

        https://developer.spotify.com/documentation/web-api/reference/add-to-queue
        """
        query = {"uri": track_uri(track_id)}
        await self._command(listener, "POST", "/queue", query)

    async def _command(
        self,
        listener: Listener,
        method: Literal["PUT", "POST"],
        path: str,
        query: Query | None = None,
        body: Mapping[str, object] | None = None,
    ) -> None:
        endpoint = f"/me/player{path}"
        change = Change(method=method, endpoint=endpoint, query=query or {}, body=body)
        try:
            await self._client.change(listener, change, _ignore)
        except Forbidden:
            raise PlayerRefused from None


def _on(device_id: str | None) -> dict[str, str]:
    return {} if device_id is None else {"device_id": device_id}


def _ignore(_: bytes) -> None:
    """The answer may be anything; the status alone says that it was taken."""
