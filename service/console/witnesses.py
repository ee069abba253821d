"""What can be known of a turn beside its answer: its course, its log, its murmur."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from aiohttp import web

from providers.turn import Turn
from service.console.reply import plain
from service.observability import JsonFormatter

FLOORS = ("service", "handlers", "providers")


class _Header(msgspec.Struct, rename="camel"):
    request_id: str


class _Directive(msgspec.Struct):
    type: str
    speech: str = ""


class _Announcement(msgspec.Struct):
    """https://developer.amazon.com/docs/alexa/custom-skills/send-the-user-a-progressive-response.html"""

    header: _Header
    directive: _Directive


@dataclass(frozen=True, slots=True)
class Progressive:
    """Something said before the answer; `request_id` is the request it belongs to."""

    request_id: str
    speech: str
    ssml: str
    at: float


class LogLines(logging.Handler):
    """The lines that the service would have written, in its own format."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(JsonFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@dataclass(slots=True)
class Witnesses:
    """Everything that was seen since it was last taken; `clock` counts seconds."""

    clock: Callable[[], float]
    turns: list[Turn] = field(default_factory=list)
    progressive: list[Progressive] = field(default_factory=list)
    log: LogLines = field(default_factory=LogLines)

    def turn(self, turn: Turn) -> None:
        """A listener of the skill's turns."""
        self.turns.append(turn)

    def take(self) -> tuple[Turn | None, list[Progressive], list[str]]:
        """The last turn and all that came with it; then everything is forgotten."""
        turn = self.turns[-1] if self.turns else None
        taken = turn, list(self.progressive), list(self.log.lines)
        self.turns.clear()
        self.progressive.clear()
        self.log.lines.clear()
        return taken

    def listen_to_logs(self) -> Callable[[], None]:
        """Catches log lines until what is returned is called."""
        for floor in FLOORS:
            logger = logging.getLogger(floor)
            logger.addHandler(self.log)
            logger.setLevel(logging.INFO)
        return self._stop

    def _stop(self) -> None:
        for floor in FLOORS:
            logging.getLogger(floor).removeHandler(self.log)

    def alexa_api(self) -> web.Application:
        """Alexa's own side of progressive responses: hears them, answers 204."""
        app = web.Application(client_max_size=64 * 1024)
        app.router.add_post("/v1/directives", self._announced)
        return app

    async def _announced(self, request: web.Request) -> web.Response:
        if not request.headers.get("Authorization", "").startswith("Bearer "):
            return web.Response(status=401)
        try:
            said = msgspec.json.decode(await request.read(), type=_Announcement)
        except msgspec.MsgspecError:
            return web.Response(status=400)
        ssml = said.directive.speech
        self.progressive.append(
            Progressive(said.header.request_id, plain(ssml), ssml, self.clock())
        )
        return web.Response(status=204)
