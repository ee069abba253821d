"""Players of the fake Spotify: an account's devices, and what plays on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from simulator.spotify.data.catalogue import CatalogueTrack


@dataclass(slots=True)
class ConnectDevice:
    """A Spotify Connect device.

    id, volume: None for a device that names none.
    name, kind: as the player shows them.
    active: whether playback is on this device.
    restricted: it takes no commands of the Web API.
    """

    id: str | None
    name: str
    kind: str
    volume: int | None
    active: bool = False
    restricted: bool = False

    def json(self) -> dict[str, Any]:
        """Return the device as the Web API describes it.

        https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
        """
        return {
            "id": self.id,
            "is_active": self.active,
            "is_private_session": False,
            "is_restricted": self.restricted or self.id is None,
            "name": self.name,
            "supports_volume": self.volume is not None,
            "type": self.kind,
            "volume_percent": self.volume,
        }


@dataclass(slots=True)
class Player:
    """The playback state of one account.

    devices: all devices of the account.
    playing: whether playback runs.
    track: the track in the player; None without one.
    context: URI of the playlist, album or artist that plays; None without one.
    order: all tracks that were started together, in their own order.
    before: the tracks that were played, the latest last.
    queue: URIs that come next, before `upcoming`.
    upcoming: what follows the track and the queue: the rest of `order`.
    shuffled: whether `upcoming` is in any order.
    started: when the track began; None while paused.
    elapsed: how much of the track was played before it was paused.
    advertisement: an advertisement plays instead of the track.
    """

    devices: list[ConnectDevice] = field(default_factory=list)
    playing: bool = False
    track: CatalogueTrack | None = None
    context: str | None = None
    order: list[CatalogueTrack] = field(default_factory=list)
    before: list[CatalogueTrack] = field(default_factory=list)
    queue: list[str] = field(default_factory=list)
    upcoming: list[CatalogueTrack] = field(default_factory=list)
    shuffled: bool = False
    started: datetime | None = None
    elapsed: timedelta = timedelta()
    advertisement: bool = False

    def progress(self, now: datetime) -> timedelta:
        """Return how much of the track was played by `now`."""
        return now - self.started if self.started else self.elapsed

    def run(self, now: datetime) -> None:
        """Go on with the track from where it was paused."""
        if self.started is None:
            self.started = now - self.elapsed
        self.playing = True

    def hold(self, now: datetime) -> None:
        """Pause the track."""
        self.elapsed, self.started = self.progress(now), None
        self.playing = False

    def load(self, track: CatalogueTrack | None) -> None:
        """Put another track into the player, at its beginning."""
        self.track, self.started, self.elapsed = track, None, timedelta()

    def begin(self, tracks: Sequence[CatalogueTrack], first: int) -> None:
        """Put these tracks into the player, at the track with the index `first`."""
        self.order, self.before, self.queue = list(tracks), [], []
        self.load(tracks[first] if tracks else None)
        self._follow(tracks[first + 1 :], tracks[:first])

    def shuffle(self, *, on: bool) -> None:
        """Bring what follows into any order, or back into its own."""
        self.shuffled = on
        if self.track in self.order:
            place = self.order.index(self.track)
            self._follow(self.order[place + 1 :], self.order[:place])

    def _follow(
        self, later: Iterable[CatalogueTrack], earlier: Iterable[CatalogueTrack]
    ) -> None:
        """Set what follows: the later tracks; shuffled, all others."""
        self.upcoming = list(later)
        if self.shuffled:
            self.upcoming += earlier
            Random(len(self.order)).shuffle(self.upcoming)

    def next(self, queued: CatalogueTrack | None) -> bool:
        """Go on to the queued track, or to the next of the list; else stop.

        Return whether a track plays now.
        """
        if self.track is not None:
            self.before.append(self.track)
        self.load(queued or (self.upcoming.pop(0) if self.upcoming else None))
        self.playing = self.track is not None
        return self.playing

    def take_queued(self, by_id: Mapping[str, object]) -> CatalogueTrack | None:
        """Take the next track from the queue; None where none is queued.

        `by_id` is the catalogue; an episode is passed over.
        """
        while self.queue:
            queued = by_id.get(self.queue.pop(0).rpartition(":")[2])
            if isinstance(queued, CatalogueTrack):
                return queued
        return None

    def advance(self, now: datetime, by_id: Mapping[str, object]) -> None:
        """Go on to the track that plays at `now`: the queue first, then the rest."""
        while self.playing and self.track and self.started:
            ended = self.started + timedelta(milliseconds=self.track.duration_ms)
            if now < ended:
                return
            goes_on = self.next(self.take_queued(by_id))
            self.started = ended if goes_on else None

    def back(self) -> None:
        """Go back to the track before; without one, to the beginning of this one."""
        if self.before and self.track is not None:
            self.upcoming.insert(0, self.track)
        self.load(self.before.pop() if self.before else self.track)

    @property
    def active(self) -> ConnectDevice | None:
        """The active device, or None."""
        return next((other for other in self.devices if other.active), None)

    def device(self, device_id: str | None) -> ConnectDevice | None:
        """Return the device with this id; with None, the active one."""
        if device_id is None:
            return self.active
        return next((other for other in self.devices if other.id == device_id), None)

    def activate(self, device: ConnectDevice) -> None:
        """Make this device the only active one."""
        for other in self.devices:
            other.active = other is device


def default_player(name: str) -> Player:
    """Return an account's player: a speaker and a phone for most accounts."""
    if name in {"nobody", "shy"}:
        return Player()
    kitchen = ConnectDevice(f"{name}-kitchen", "Kitchen", "Speaker", 40, active=True)
    phone = ConnectDevice(f"{name}-phone", "Phone", "Smartphone", 70)
    if name == "quirky":
        phone = ConnectDevice(None, "Old Radio", "Unknown", None)
    return Player([kitchen, phone])
