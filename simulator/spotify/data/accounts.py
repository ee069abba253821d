"""Accounts of the fake Spotify: profile, library, player, and fixed tokens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from simulator.spotify.data.player import Player, default_player
from simulator.spotify.data.user_library import FakeUser, UserLibrary
from simulator.spotify.errors import ApiError

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
