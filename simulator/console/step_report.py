"""Step report: what one step did: speech, request, response, turn, calls, log."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec
from aiohttp import web

from providers.turn_telemetry import Turn
from service.observability.logs import JsonFormatter, milliseconds
from simulator.alexa.device import DeviceTurn
from simulator.alexa.requests import Interpretation
from simulator.alexa.response_validation import BrokenResponse, log_violation
from simulator.alexa.session import SkillReply, plain_text
from simulator.console.steps import AnyStep, Say, Touch
from simulator.json_body import InvalidBody, decode_body

LOGGERS = (
    "service",
    "handlers",
    "providers",
    "simulator.alexa.response_validation",
)


class _Header(msgspec.Struct, rename="camel"):
    request_id: str


class _SpeakDirective(msgspec.Struct):
    type: str
    speech: str = ""


class _Announcement(msgspec.Struct):
    """https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html"""

    header: _Header
    directive: _SpeakDirective


@dataclass(frozen=True, slots=True)
class ProgressiveResponse:
    """A progressive response: something that Alexa says before the answer.

    request_id: the request that the speech belongs to.
    speech, ssml: as plain text, and as SSML.
    at: when the speech arrived, by the capture's clock.
    """

    request_id: str
    speech: str
    ssml: str
    at: float


class LogLines(logging.Handler):
    """Collect log lines in the service's own format."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(JsonFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's line."""
        self.lines.append(self.format(record))


@dataclass(frozen=True, slots=True)
class Captured:
    """What the skill did during one step.

    turn: the last turn that the skill measured; None without one.
    progressive: what Alexa said before the answer.
    violations: the names of the response rules that were broken.
    log: the log lines, each JSON.
    """

    turn: Turn | None = None
    progressive: tuple[ProgressiveResponse, ...] = ()
    violations: tuple[str, ...] = ()
    log: tuple[str, ...] = ()


@dataclass(slots=True)
class TurnCapture:
    """Collect turns, progressive responses and log lines until `take`.

    clock: counts seconds.
    turns: the finished turns.
    progressive: the progressive responses.
    violations: the names of the response rules that were broken.
    log: the log lines.
    """

    clock: Callable[[], float]
    turns: list[Turn] = field(default_factory=list)
    progressive: list[ProgressiveResponse] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    log: LogLines = field(default_factory=LogLines)

    def record_turn(self, turn: Turn) -> None:
        """Keep a finished turn; this is a turn hook of the skill."""
        self.turns.append(turn)

    def record_violation(self, violation: BrokenResponse) -> None:
        """Keep the rules that a response breaks, and log them."""
        self.violations.extend(violation.rules)
        log_violation(violation)

    def take(self) -> "Captured":
        """Return everything collected since the last call, and forget it."""
        captured = Captured(
            turn=self.turns[-1] if self.turns else None,
            progressive=tuple(self.progressive),
            violations=tuple(self.violations),
            log=tuple(self.log.lines),
        )
        self.turns.clear()
        self.progressive.clear()
        self.violations.clear()
        self.log.lines.clear()
        return captured

    def capture_logs(self) -> Callable[[], None]:
        """Collect log lines until the returned function is called."""
        for name in LOGGERS:
            logger = logging.getLogger(name)
            logger.addHandler(self.log)
            logger.setLevel(logging.INFO)
        return self._stop

    def _stop(self) -> None:
        for name in LOGGERS:
            logging.getLogger(name).removeHandler(self.log)

    def alexa_api(self) -> web.Application:
        """Return Alexa's API for progressive responses: keeps each, answers 204."""
        app = web.Application(client_max_size=64 * 1024)
        app.router.add_post("/v1/directives", self._receive_progressive)
        return app

    async def _receive_progressive(self, request: web.Request) -> web.Response:
        if not request.headers.get("Authorization", "").startswith("Bearer "):
            return web.Response(status=401)
        try:
            announcement = decode_body(await request.read(), _Announcement)
        except InvalidBody:
            return web.Response(status=400)
        ssml = announcement.directive.speech
        self.progressive.append(
            ProgressiveResponse(
                announcement.header.request_id, plain_text(ssml), ssml, self.clock()
            )
        )
        return web.Response(status=204)


Json = dict[str, Any]

ALEXA_TIMEOUT = 8.0  # seconds

TOKEN_FIELDS = frozenset(("accessToken", "apiAccessToken"))


@dataclass(frozen=True, slots=True)
class StepReport:
    """The report of a step after which something was heard.

    number: from 1.
    at: the time of the step.
    step: the step.
    reply: what the listener got.
    microphone_open: whether the device listens now.
    session_open: whether a session is open now.
    device_turn: the request and its reply; None where nothing was sent.
    captured: the turn, progressive responses, broken rules and log.
    """

    number: int
    at: datetime
    step: AnyStep
    reply: SkillReply
    microphone_open: bool
    session_open: bool
    device_turn: DeviceTurn | None = None
    captured: Captured = Captured()

    def as_json(self) -> Json:
        """Return the report for the page; times in milliseconds, tokens cut short."""
        device_turn, captured = self.device_turn, self.captured
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "said": _input_text(self.step),
            "kind": type(self.step).__name__.lower(),
            "heard": _interpretation_json(device_turn.interpretation)
            if device_turn
            else None,
            "reply": _reply_json(self.reply),
            "listening": self.microphone_open,
            "open": self.session_open,
            "request": without_tokens(device_turn.request) if device_turn else None,
            "response": self.reply.raw,
            "ms": milliseconds(device_turn.exchange.seconds) if device_turn else None,
            "turn": _turn_json(captured.turn) if captured.turn else None,
            "violations": captured.violations,
            "progressive": [early.speech for early in captured.progressive],
            "log": captured.log,
        }


def without_tokens(value: Any) -> Any:
    """Return the JSON with every access token cut short: two stay distinguishable."""
    match value:
        case dict():
            return {
                key: f"{spoken[:6]}…"
                if key in TOKEN_FIELDS and spoken
                else without_tokens(spoken)
                for key, spoken in value.items()
            }
        case list():
            return [without_tokens(spoken) for spoken in value]
    return value


def _input_text(step: AnyStep) -> str | None:
    match step:
        case Say(text):
            return text
        case Touch(arguments):
            return " ".join(str(spoken) for spoken in arguments)
    return None


def _interpretation_json(interpretation: Interpretation | None) -> Json | None:
    if interpretation is None:
        return None
    return {
        "kind": interpretation.kind,
        "intent": interpretation.intent,
        "sample": interpretation.sample,
        "slots": [
            {
                "name": name,
                "value": slot.value,
                "matches": [
                    {"name": match.name, "id": match.id, "dynamic": match.dynamic}
                    for match in slot.matches or ()
                ],
            }
            for name, slot in interpretation.slots.items()
            if slot.value is not None
        ],
    }


def _reply_json(reply: SkillReply) -> Json:
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


def _turn_json(turn: Turn) -> Json:
    return {
        "type": turn.request_type,
        "intent": turn.intent,
        "outcome": turn.outcome,
        "reason": turn.reason,
        "ms": milliseconds(turn.seconds),
        "left_ms": milliseconds(turn.deadline_left),
        "waits_ms": milliseconds(ALEXA_TIMEOUT),
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
