"""Everything that can be done on the stage, as values: performed, saved, replayed."""

from datetime import datetime
from typing import Any, Literal

import msgspec

from simulator.alexa.device import Tampering
from simulator.alexa.requests import ScreenProfile
from simulator.console.redis_proxy import RedisState
from simulator.spotify.faults import Fault

# FOLDED What a conversation starts from: enough to set the very same stage again.

# https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-viewport-characteristics.html
SCREENS = {
    "round": ScreenProfile(shape="ROUND", width=480, height=480),
    "small": ScreenProfile(width=960, height=480),
    "large": ScreenProfile(width=1280, height=800),
    "tv": ScreenProfile(mode="TV", width=1920, height=1080, dpi=320),
}

ScreenName = Literal["none", "round", "small", "large", "tv"]

CacheKind = Literal["memory", "redis"]


class InitialState(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True
):
    """`seed` makes the stand-in's music, `began` is the time of the first step.

    `account` is linked from the start; None starts unlinked. `name` goes into the
    request ids, by which the skill chooses between wordings.
    """

    began: datetime
    name: str = "console"
    seed: int = 1
    locale: str = "en-US"
    account: str | None = "ada"
    screen: ScreenName = "large"
    cache: CacheKind = "memory"


class Step(
    msgspec.Struct,
    frozen=True,
    tag_field="do",
    tag=str.lower,
    forbid_unknown_fields=True,
):
    """One thing that somebody did; `do` in JSON is its name in lower case."""


class Say(Step, frozen=True):
    """A sentence, as if spoken."""

    text: str


class Open(Step, frozen=True):
    """The skill is opened by its name alone."""


class Touch(Step, frozen=True):
    """Something on the screen that sends `arguments` is pressed."""

    arguments: list[Any]
    token: str = ""


class Silence(Step, frozen=True):
    """Nobody answers."""


class Leave(Step, frozen=True):
    """The session is ended from the device."""


class Speak(Step, frozen=True):
    """Another language from now on; a conversation that is open is left."""

    locale: str


class Show(Step, frozen=True):
    """Another device: without a screen, or with one of these."""

    screen: ScreenName


class Link(Step, frozen=True):
    """The account of this name is linked; None takes the link away."""

    account: str | None


class Recognise(Step, frozen=True):
    """A speaker is recognised who linked this account; None: nobody is."""

    account: str | None


class Revoke(Step, frozen=True):
    """The listener takes back the permission, on the music service's own page."""


class Disable(Step, frozen=True):
    """The skill is disabled, then enabled anew: another user id, nothing linked."""


class Redis(Step, frozen=True):
    """The cache's server from now on; only on a stage that has one."""

    state: RedisState


class Wait(Step, frozen=True):
    """Time passes."""

    seconds: int


class Skew(Step, frozen=True):
    """The device's clock is wrong by so many seconds."""

    seconds: int


class Tamper(Step, frozen=True):
    """Requests are not Alexa's from now on; None: they are."""

    with_: Tampering | None = msgspec.field(name="with", default=None)


class Break(Step, frozen=True):
    """A fault of the stand-in Spotify comes into force."""

    fault: Fault


class Heal(Step, frozen=True):
    """Every fault is over."""


AnyStep = (
    Say | Open | Touch | Silence | Leave | Speak | Show | Link | Recognise | Revoke
    | Disable | Redis | Wait | Skew | Tamper | Break | Heal
)  # fmt: skip

"""Every kind of step."""
