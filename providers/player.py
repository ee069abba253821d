"""Remote player: plays music on the devices that a listener's account has open.

The device is one of the listener's: a speaker, a phone, a computer. Nothing is streamed
through this program.
"""

from collections.abc import Sequence
from typing import Protocol

from providers.listener import Listener
from providers.music import Value


class PlaybackDevice(Value, frozen=True):
    """A device that the account can play on at this moment.

    - `id`: the service's id; None where the service gives none, and then only an active
      device can be commanded.
    - `name`: as its owner named it; never empty.
    - `active`: playback is on this device, running or paused.
    - `restricted`: the service takes no commands for it.
    - `kind`: "smartphone", "computer", "speaker", "tv" and the like, in lower case;
      empty where the service names none.
    """

    id: str | None
    name: str
    active: bool = False
    restricted: bool = False
    kind: str = ""

    @property
    def usable(self) -> bool:
        """Whether a command can reach the device."""
        return not self.restricted and (self.active or self.id is not None)


class MusicToPlay(Value, frozen=True):
    """What shall play: a context, or else tracks.

    - `context`: URI of a playlist, an album or an artist; None for `tracks`.
    - `tracks`: ids, in the order in which they shall play.
    - `first`: position in the context where it begins, from 0; None leaves that to the
      service.
    """

    context: str | None = None
    tracks: tuple[str, ...] = ()
    first: int | None = None


class RemotePlayer(Protocol):
    """Commands a listener's player; every method raises `ProviderError`s only.

    A command is sent once: `Unconfirmed` means that nobody knows whether it was obeyed.
    `NoActiveDevice` means that there is no device to obey it, `PremiumToPlay` that the
    account may not, `PlayerRefused` that the device does not take it, and `NotFound`
    that the music is gone. `device_id` None means the active device.
    """

    async def devices(self, listener: Listener) -> Sequence[PlaybackDevice]:
        """Return the account's devices, in the service's order."""
        ...

    async def play(
        self, listener: Listener, music: MusicToPlay, device_id: str | None = None
    ) -> None:
        """Play `music` instead of what plays."""
        ...

    async def shuffle(
        self, listener: Listener, device_id: str | None = None, *, on: bool
    ) -> None:
        """Play what follows in any order, or in its own."""
        ...

    async def move(self, listener: Listener, device_id: str) -> None:
        """Let what is in the player go on, on this device."""
        ...

    async def resume(self, listener: Listener) -> None:
        """Go on with what was paused."""
        ...

    async def pause(self, listener: Listener) -> None:
        """Hold what plays."""
        ...

    async def next(self, listener: Listener) -> None:
        """Go on to the next song."""
        ...

    async def previous(self, listener: Listener) -> None:
        """Go back to the song before."""
        ...

    async def queue(self, listener: Listener, track_id: str) -> None:
        """Play the track after the one that plays, and after those queued before."""
        ...
