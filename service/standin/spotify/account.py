"""An account of the stand-in: a profile, and holdings made at the first look."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from service.standin.spotify.holdings import Holdings, User
from service.standin.spotify.player import Player, usual_player

READING = frozenset(
    {
        "playlist-read-private", "playlist-read-collaborative", "user-top-read",
        "user-read-recently-played", "user-library-read", "user-follow-read",
    }
)  # fmt: skip
CHANGING = frozenset(
    {
        "playlist-modify-private", "playlist-modify-public", "user-library-modify",
        "user-follow-modify",
    }
)  # fmt: skip
PLAYING = frozenset(
    {"user-read-playback-state", "user-modify-playback-state"},
)
PERSONAL = frozenset({"user-read-private", "user-read-email"})
EVERY_SCOPE = READING | CHANGING | PLAYING | PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
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
    def user(self) -> User:
        return User(self.id, self.display_name)


@dataclass(eq=False)
class Account:
    """`hold` makes the holdings; nothing is made for an account that nobody asks."""

    profile: Profile
    hold: Callable[[Profile], Holdings] = field(repr=False)

    @cached_property
    def holdings(self) -> Holdings:
        return self.hold(self.profile)

    @cached_property
    def player(self) -> Player:
        return usual_player(self.profile.name)

    @property
    def made(self) -> bool:
        """Whether anybody has looked at the holdings yet."""
        return "holdings" in self.__dict__


@dataclass(frozen=True, slots=True)
class Session:
    """Whom a token names, and what it may do."""

    account: Account
    scopes: frozenset[str]
