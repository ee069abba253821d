"""Everything that can be done on the stage, as values: performed, saved, replayed."""

from typing import Any

import msgspec

from service.console.line import Tampering
from service.console.redis_stage import RedisState
from service.console.scene import ScreenName
from service.standin.spotify.faults import Fault


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


Deed = (
    Say | Open | Touch | Silence | Leave | Speak | Show | Link | Recognise | Revoke
    | Disable | Redis | Wait | Skew | Tamper | Break | Heal
)  # fmt: skip
"""Every kind of step."""
