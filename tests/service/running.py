"""The real application on a real port, and a signed client for it."""

import asyncio
import itertools
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
from aiohttp import web

from providers.turn_telemetry import Turn
from service.app import create_app
from service.connection_limits import Limits
from service.server import listening
from service.server import running as serving
from service.settings import load
from service.socket_listener import ConnectionListener
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    Signer,
    encode,
    intent,
    launch,
)
from simulator.alexa.response_validation import ResponseValidator, raise_violation
from tests.service.signing import chain

SKILL_ID = "amzn1.ask.skill.11111111-2222-4333-8444-555555555555"
NOBODY_LISTENS = "http://127.0.0.1:9/v1"  # the discard port: refused at once


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Watch:
    """The service's clocks, which a test may put forward by so many seconds."""

    ahead: float = 0.0

    def now(self) -> datetime:
        return now() + timedelta(seconds=self.ahead)

    def clock(self) -> float:
        return time.monotonic() + self.ahead


@dataclass(frozen=True)
class Answer:
    """What came back from POST /alexa."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        found: dict[str, Any] = msgspec.json.decode(self.body)
        return found

    @property
    def speech(self) -> str:
        """What is said, without the markup round it; nothing where nothing is said."""
        said = self.json["response"].get("outputSpeech", {})
        text: str = said.get("ssml") or said.get("text") or ""
        return text.removeprefix("<speak>").removesuffix("</speak>")

    @property
    def card_text(self) -> str:
        """What is written on the card; nothing where there is none."""
        card = self.json["response"].get("card", {})
        text: str = card.get("content") or card.get("text", "")  # with a picture
        return text

    @property
    def card(self) -> str | None:
        kind: str | None = self.json["response"].get("card", {}).get("type")
        return kind


@dataclass
class Line:
    """A device at one end, the running service at the other; keeps the turns."""

    url: str
    app: web.Application
    http: aiohttp.ClientSession
    signer: Signer
    turns: list[Turn]
    turned: asyncio.Event
    device: DeviceProfile = field(
        default_factory=lambda: DeviceProfile(skill_id=SKILL_ID)
    )
    session: AlexaSession = field(default_factory=AlexaSession)
    watch: Watch = field(default_factory=Watch)
    listener: ConnectionListener | None = None
    _numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def moment(self, at: datetime | None = None) -> RequestStamp:
        return RequestStamp(
            f"amzn1.echo-api.request.{next(self._numbers)}", at or self.watch.now()
        )

    async def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        async with self.http.post(
            f"{self.url}/alexa", data=body, headers=headers
        ) as reply:
            return Answer(reply.status, dict(reply.headers), await reply.read())

    async def send(self, envelope: dict[str, Any]) -> Answer:
        body = encode(envelope)
        answer = await self.post(body, self.signer.headers(body))
        if answer.status == 200:
            attributes = answer.json.get("sessionAttributes") or {}
            self.session = replace(self.session, new=False, attributes=attributes)
        return answer

    async def opens(self) -> Answer:
        return await self.send(launch(self.device, self.moment(), self.session))

    async def says(self, name: str, **slots: Any) -> Answer:
        asked = intent(self.device, self.moment(), self.session, name, slots)
        return await self.send(asked)

    async def get(self, path: str) -> tuple[int, dict[str, Any]]:
        async with self.http.get(f"{self.url}{path}") as reply:
            return reply.status, await reply.json()


@asynccontextmanager
async def running(folder: Path, **environ: str) -> AsyncIterator[Line]:
    """The service with these settings, on a port of its own, until the block ends."""
    async with limited(folder, Limits(), **environ) as line:
        yield line


@asynccontextmanager
async def limited(
    folder: Path, limits: Limits, /, **environ: str
) -> AsyncIterator[Line]:
    """The same, with these limits of its connections."""
    signing = chain(now=now())
    signing.save(folder / "chain.pem")
    settings = load(
        {
            "SKILL_ID": SKILL_ID,
            "ENVIRONMENT": "test",
            "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
            "SPOTIFY_API_URL": NOBODY_LISTENS,
            **environ,
        }
    )
    turns: list[Turn] = []
    turned = asyncio.Event()
    hooks = (turns.append, lambda _turn: turned.set())
    watch = Watch()
    app = create_app(
        settings,
        turn_hooks=hooks,
        response_interceptors=(ResponseValidator(raise_violation),),
        now=watch.now,
        clock=watch.clock,
    )
    async with (
        serving(app) as server,
        listening(server, "127.0.0.1", 0, limits) as listener,
        aiohttp.ClientSession() as http,
    ):
        host, port = listener.addresses[0]
        signer = Signer(signing.key)
        line = Line(f"http://{host}:{port}", app, http, signer, turns, turned)
        line.watch, line.listener = watch, listener
        yield line
