"""Steps: everything that a listener or tester can do, as values that can be saved."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec

from simulator.alexa.device import Tampering
from simulator.alexa.requests import ScreenProfile
from simulator.console.redis_proxy import RedisState
from simulator.spotify.faults import Fault

# https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-viewport-characteristics.html
SCREENS = {
    "round": ScreenProfile(shape="ROUND", width=480, height=480),
    "small": ScreenProfile(width=960, height=480),
    "large": ScreenProfile(width=1280, height=800),
    "tv": ScreenProfile(mode="TV", width=1920, height=1080, dpi=320),
}

ScreenName = Literal["none", "round", "small", "large", "tv"]

CacheKind = Literal["memory", "redis"]

SwitchState = Literal["off", "on"]

Playback = Literal["off", "spotify-connect"]

# Beyond these years, certificates and dates of the fake Spotify cannot be made.
EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
TEN_YEARS = 3653 * 86_400  # seconds

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""An aware time."""

Seconds = Annotated[int, msgspec.Meta(ge=0, le=TEN_YEARS)]

SkewSeconds = Annotated[int, msgspec.Meta(ge=-TEN_YEARS, le=TEN_YEARS)]


class OutOfTime(ValueError):
    """A time before the year 2000 or after 2099, which the console cannot simulate."""


def check_moment(moment: datetime) -> datetime:
    """Return an aware moment. Raise `OutOfTime` outside the years 2000 to 2099."""
    if not EARLIEST <= moment < LATEST:
        raise OutOfTime("the console simulates the years 2000 to 2099")
    return moment


class InitialState(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True
):
    """What an environment starts with: enough to start the same environment again.

    began: the time of the first step.
    name: goes into the request ids, by which the skill chooses between wordings.
    seed: of the fake Spotify's data.
    locale: of the device.
    account: linked from the start; None starts without a link.
    screen: the device's screen.
    cache: where the skill caches.
    library_writes: whether the skill may change libraries.
    playback: whether the skill plays on the listener's devices.
    """

    began: Moment
    name: str = "console"
    seed: int = 1
    locale: str = "en-US"
    account: str | None = "ada"
    screen: ScreenName = "large"
    cache: CacheKind = "memory"
    library_writes: SwitchState = "on"
    playback: Playback = "off"

    def __post_init__(self) -> None:
        check_moment(self.began)


class Step(
    msgspec.Struct,
    frozen=True,
    tag_field="do",
    tag=str.lower,
    forbid_unknown_fields=True,
):
    """A step; `do` in its JSON is the class name in lower case."""


class Say(Step, frozen=True):
    """Say a sentence."""

    text: str


class Open(Step, frozen=True):
    """Open the skill by its name alone."""


class Touch(Step, frozen=True):
    """Touch something on the screen that sends `arguments`."""

    arguments: list[Any]
    token: str = ""


class Silence(Step, frozen=True):
    """Say nothing while the device listens."""


class Leave(Step, frozen=True):
    """End the session from the device."""


class Speak(Step, frozen=True):
    """Change the device's language; an open session is dropped."""

    locale: str


class Show(Step, frozen=True):
    """Change the device's screen; "none" takes it away."""

    screen: ScreenName


class Link(Step, frozen=True):
    """Link the account with this name; None removes the link."""

    account: str | None


class Recognise(Step, frozen=True):
    """Recognise a speaker who linked this account; None: no voice is known."""

    account: str | None


class Revoke(Step, frozen=True):
    """Revoke the permission on the accounts service's own page."""


class Disable(Step, frozen=True):
    """Disable the skill and enable it again: another user id, no link."""


class Redis(Step, frozen=True):
    """Change the state of Redis; only in an environment that has Redis."""

    state: RedisState


class Wait(Step, frozen=True):
    """Let time pass."""

    seconds: Seconds


class Skew(Step, frozen=True):
    """Set the device's clock wrong by this many seconds."""

    seconds: SkewSeconds


class Tamper(Step, frozen=True):
    """Spoil all later requests in this way; None: sign them as Alexa does."""

    with_: Tampering | None = msgspec.field(name="with", default=None)


class Break(Step, frozen=True):
    """Put a fault of the fake Spotify in force."""

    fault: Fault


class Heal(Step, frozen=True):
    """Take all faults of the fake Spotify out of force."""


AnyStep = (
    Say | Open | Touch | Silence | Leave | Speak | Show | Link | Recognise | Revoke
    | Disable | Redis | Wait | Skew | Tamper | Break | Heal
)  # fmt: skip

"""Any kind of step."""
