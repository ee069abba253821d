"""Accounts of the fake Spotify: profile, library, player, and fixed tokens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.user_library import FakeUser, UserLibrary
from simulator.spotify.errors import ApiError


@dataclass(slots=True)
class ConnectDevice:
    """A Spotify Connect device.

    id, volume: None for a device that names none.
    name, kind: as the player shows them.
    active: whether playback is on this device.
    """

    id: str | None
    name: str
    kind: str
    volume: int | None
    active: bool = False

    def json(self) -> dict[str, Any]:
        """Return the device as the Web API describes it.

        https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
        """
        return {
            "id": self.id,
            "is_active": self.active,
            "is_private_session": False,
            "is_restricted": self.id is None,
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
    queue: URIs, the next one first.
    upcoming: what follows the track and the queue: the rest of a playlist.
    started: when the track began; None while paused.
    elapsed: how much of the track was played before it was paused.
    advertisement: an advertisement plays instead of the track.
    """

    devices: list[ConnectDevice] = field(default_factory=list)
    playing: bool = False
    track: CatalogueTrack | None = None
    queue: list[str] = field(default_factory=list)
    upcoming: list[CatalogueTrack] = field(default_factory=list)
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


READ_SCOPES = frozenset(
    {
        "playlist-read-private", "playlist-read-collaborative", "user-top-read",
        "user-read-recently-played", "user-library-read", "user-follow-read",
        "user-read-currently-playing",
    }
)  # fmt: skip

MODIFY_SCOPES = frozenset(
    {
        "playlist-modify-private", "playlist-modify-public", "user-library-modify",
        "user-follow-modify",
    }
)  # fmt: skip

PLAYER_SCOPES = frozenset(
    {"user-read-playback-state", "user-modify-playback-state"},
)

PROFILE_SCOPES = frozenset({"user-read-private", "user-read-email"})

ALL_SCOPES = READ_SCOPES | MODIFY_SCOPES | PLAYER_SCOPES | PROFILE_SCOPES


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountProfile:
    """The profile of an account.

    name: the account's name in the roster, and its fixed token.
    id: the user id.
    account_id: never changes.
    display_name: None for an account without one.
    picture: whether there is a profile picture.
    country, premium: as the Web API tells them in the extended regime.
    registered: whether the app's owner allow-listed the account.
    lapsed: whether the app owner's own Premium has ended.
    """

    name: str
    id: str
    account_id: str
    display_name: str | None = None
    picture: bool = False
    country: str = "US"
    premium: bool = True
    registered: bool = True
    lapsed: bool = False

    @property
    def user(self) -> FakeUser:
        """The account as others see it."""
        return FakeUser(self.id, self.display_name)


@dataclass(eq=False)
class FakeAccount:
    """An account with its library, which is made at the first use.

    profile: the account's profile.
    make_library: makes the library.
    """

    profile: AccountProfile
    make_library: Callable[[AccountProfile], UserLibrary] = field(repr=False)

    @cached_property
    def library(self) -> UserLibrary:
        """The account's library."""
        return self.make_library(self.profile)

    @cached_property
    def player(self) -> Player:
        """The account's playback state."""
        return default_player(self.profile.name)

    @property
    def library_made(self) -> bool:
        """Whether the library has been made."""
        return "library" in self.__dict__


@dataclass(frozen=True, slots=True)
class TokenSession:
    """The account that a token belongs to, and the token's permissions."""

    account: FakeAccount
    scopes: frozenset[str]


# Fixed tokens: an account's name. `name~anything` is another token of the account,
# `name-without-user-top-read` lacks a permission. `noscope` was linked for playlists
# only; `expired` and `revoked` are no longer valid.

PLAYLISTS_ONLY = frozenset({"playlist-read-private", "playlist-read-collaborative"})


def session_of_fixed_token(
    token: str, find_account: Callable[[str], FakeAccount | None]
) -> TokenSession | None:
    """Return the session of a fixed token; None for any other text."""
    name, _, _ = token.partition("~")
    name, _, lacking = name.partition("-without-")
    account = find_account(name)
    if account is None:
        return None
    scopes = PLAYLISTS_ONLY if name == "noscope" else ALL_SCOPES
    return TokenSession(account, scopes - {lacking})


def bearer_token(authorization: str | None) -> str:
    """Return the token of an `Authorization` header. Raise `ApiError` without one."""
    if not authorization:
        raise ApiError(401, "No token provided")
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise ApiError(400, "Only valid bearer authentication supported")
    return token.strip()


def token_error(token: str, *, issued: bool) -> ApiError:
    """Return the 401 for a token; `issued`: whether the token was valid once."""
    if issued or token in {"expired", "revoked"}:
        return ApiError(401, "The access token expired")
    return ApiError(401, "Invalid access token")
