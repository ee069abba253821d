"""An account of the stand-in: a profile, and holdings made at the first look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.user_library import FakeUser, UserLibrary
from simulator.spotify.errors import ApiError

# FOLDED What plays where: the devices of an account and what they are doing.


@dataclass(slots=True)
class ConnectDevice:
    """`id` and `volume` are None for a device that does not say."""

    id: str | None
    name: str
    kind: str
    volume: int | None
    active: bool = False

    def json(self) -> dict[str, Any]:
        """https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices"""
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
    """One for each account; `queue` holds addresses, next first."""

    devices: list[ConnectDevice] = field(default_factory=list)
    playing: bool = False
    track: CatalogueTrack | None = None
    queue: list[str] = field(default_factory=list)

    @property
    def active(self) -> ConnectDevice | None:
        return next((one for one in self.devices if one.active), None)

    def device(self, device_id: str | None) -> ConnectDevice | None:
        """That device, or with None the active one."""
        if device_id is None:
            return self.active
        return next((one for one in self.devices if one.id == device_id), None)

    def activate(self, device: ConnectDevice) -> None:
        for one in self.devices:
            one.active = one is device


def default_player(name: str) -> Player:
    """A kitchen speaker and a telephone for most; odd things for `quirky`."""
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
    """`account_id` never changes; `registered` is False for somebody whom the app's
    owner did not allow-list; `lapsed` where that owner's own Premium has run out."""

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
        return FakeUser(self.id, self.display_name)


@dataclass(eq=False)
class FakeAccount:
    """`hold` makes the holdings; nothing is made for an account that nobody asks."""

    profile: AccountProfile
    make_library: Callable[[AccountProfile], UserLibrary] = field(repr=False)

    @cached_property
    def library(self) -> UserLibrary:
        return self.make_library(self.profile)

    @cached_property
    def player(self) -> Player:
        return default_player(self.profile.name)

    @property
    def library_made(self) -> bool:
        """Whether anybody has looked at the holdings yet."""
        return "library" in self.__dict__


@dataclass(frozen=True, slots=True)
class TokenSession:
    """Whom a token names, and what it may do."""

    account: FakeAccount
    scopes: frozenset[str]


# FOLDED Whom a bearer token names: the fixed names of the roster, or
# a token that was issued.
#
# A fixed token is an account's name. `name~anything` is another token of the same
# account, `name-without-user-top-read` one that lacks a permission. `noscope` was
# linked
# for playlists only; `expired` and `revoked` are tokens no longer.
#

PLAYLISTS_ONLY = frozenset({"playlist-read-private", "playlist-read-collaborative"})


def session_of_fixed_token(
    token: str, find_account: Callable[[str], FakeAccount | None]
) -> TokenSession | None:
    """The session of a fixed token; None for any other text."""
    name, _, _ = token.partition("~")
    name, _, lacking = name.partition("-without-")
    account = find_account(name)
    if account is None:
        return None
    scopes = PLAYLISTS_ONLY if name == "noscope" else ALL_SCOPES
    return TokenSession(account, scopes - {lacking})


def bearer_token(authorization: str | None) -> str:
    """The token of an `Authorization` header; Refusal where there is none."""
    if not authorization:
        raise ApiError(401, "No token provided")
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise ApiError(400, "Only valid bearer authentication supported")
    return token.strip()


def token_error(token: str, *, issued: bool) -> ApiError:
    """Why a token is refused: it was `issued` once and is over, or never was."""
    if issued or token in {"expired", "revoked"}:
        return ApiError(401, "The access token expired")
    return ApiError(401, "Invalid access token")
