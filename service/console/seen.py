"""What can be seen of one step: the words, and everything behind them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from providers.turn import Turn
from service.console.device import Exchanged
from service.console.reply import Reply
from service.console.steps import Deed, Say, Touch
from service.console.utterances import Heard
from service.console.witnesses import Progressive
from service.observability import milliseconds

Json = dict[str, Any]
ALEXA_WAITS = 8.0  # seconds
TOKENS = frozenset(("accessToken", "apiAccessToken"))


@dataclass(frozen=True, slots=True)
class Seen:
    """A step after which something was heard; `exchanged` where the skill was asked."""

    number: int
    at: datetime
    deed: Deed
    reply: Reply
    listening: bool
    open: bool
    exchanged: Exchanged | None = None
    turn: Turn | None = None
    progressive: tuple[Progressive, ...] = ()
    log: tuple[str, ...] = ()

    def view(self) -> Json:
        """All of it as JSON for the page; times in milliseconds."""
        exchanged = self.exchanged
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "said": _said(self.deed),
            "kind": type(self.deed).__name__.lower(),
            "heard": _heard(exchanged.heard) if exchanged else None,
            "reply": _reply(self.reply),
            "listening": self.listening,
            "open": self.open,
            "request": without_tokens(exchanged.request) if exchanged else None,
            "response": self.reply.raw,
            "ms": milliseconds(exchanged.exchange.seconds) if exchanged else None,
            "turn": _turn(self.turn) if self.turn else None,
            "progressive": [one.speech for one in self.progressive],
            "log": list(self.log),
        }


def without_tokens(value: Any) -> Any:
    """The same JSON with every access token cut short: enough to tell two apart."""
    match value:
        case dict():
            return {
                key: f"{one[:6]}…" if key in TOKENS and one else without_tokens(one)
                for key, one in value.items()
            }
        case list():
            return [without_tokens(one) for one in value]
    return value


def _said(deed: Deed) -> str | None:
    match deed:
        case Say(text):
            return text
        case Touch(arguments):
            return " ".join(str(one) for one in arguments)
    return None


def _heard(heard: Heard | None) -> Json | None:
    if heard is None:
        return None
    return {
        "kind": heard.kind,
        "intent": heard.intent,
        "sample": heard.sample,
        "slots": [
            {
                "name": name,
                "value": slot.value,
                "matches": [
                    {"name": match.name, "id": match.id, "dynamic": match.dynamic}
                    for match in slot.matches or ()
                ],
            }
            for name, slot in heard.slots.items()
            if slot.value is not None
        ],
    }


def _reply(reply: Reply) -> Json:
    return {
        "status": reply.status,
        "problem": reply.problem,
        "speech": reply.speech,
        "reprompt": reply.reprompt,
        "card": reply.card,
        "ends": reply.ends,
        "screen": reply.screen,
        "directives": [directive.get("type") for directive in reply.directives],
    }


def _turn(turn: Turn) -> Json:
    return {
        "type": turn.request_type,
        "intent": turn.intent,
        "outcome": turn.outcome,
        "reason": turn.reason,
        "ms": milliseconds(turn.seconds),
        "left_ms": milliseconds(turn.deadline_left),
        "waits_ms": milliseconds(ALEXA_WAITS),
        "phases": [
            {
                "name": phase.name,
                "began_ms": milliseconds(phase.began),
                "ms": milliseconds(phase.seconds),
            }
            for phase in turn.phases
        ],
        "calls": [
            {
                "endpoint": call.endpoint,
                "attempt": call.attempt,
                "status": call.status,
                "outcome": call.outcome,
                "began_ms": milliseconds(call.began),
                "ms": milliseconds(call.seconds),
            }
            for call in turn.calls
        ],
        "cache": [{"kind": use.kind, "role": use.role} for use in turn.cache],
    }
