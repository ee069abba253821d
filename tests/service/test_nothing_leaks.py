"""Log, metrics, traces, exceptions of a whole run: no token, id or name in them."""

import logging
import time
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.handler_input import HandlerInput
from prometheus_client import generate_latest

from service.app import HEALTH, METRICS
from service.dispatcher import Dispatcher
from service.observability.logs import JsonFormatter, log_turn
from service.observability.metrics import Histogram
from service.observability.prometheus import TurnCollector
from service.observability.tracing import TurnSpans
from service.otel_variables import TraceSettings
from service.settings import Settings
from simulator.spotify.data.account_roster import roster
from simulator.spotify.faults import Fault
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.service.running import Line, now, running

ACCOUNTS = (*roster(), "expired", "revoked", "load-7", "nobody-at-all")
WORDS = "a-playlist-that-somebody-said"
INTENTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("ListPlaylistsIntent", {}),
    ("AMAZON.NextIntent", {}),
    ("OpenPlaylistIntent", {"playlist": WORDS}),
    ("WhoseAccountIntent", {}),
    ("WhatsNewIntent", {}),
    ("RecommendIntent", {}),
    ("WhyIntent", {}),
    ("PlayIntent", {}),
    ("PlayIntent", {"playlist": WORDS, "speaker": WORDS}),
    ("SpeakersIntent", {}),
    ("AMAZON.PauseIntent", {}),
    ("ForgetMeIntent", {}),
    ("AMAZON.YesIntent", {}),
)
OUR_WORDS = {"playlist"}  # also the name of somebody's
PERSONAL = {"id", "account_id", "name", "display_name", "email", "description"}
READ = (
    *("/me", "/me/playlists?limit=50", "/me/top/artists?limit=50"),
    *("/me/top/tracks?limit=50", "/me/tracks?limit=50", "/me/albums?limit=50"),
    "/me/player/devices",
)


@dataclass
class Ear:
    """Everything that could be read of the run from outside the conversation."""

    lines: list[str] = field(default_factory=list)
    exceptions: list[str] = field(default_factory=list)

    def told(self) -> str:
        return "\n".join([*self.lines, *self.exceptions])


class Catching(logging.Handler):
    """Lines as they are before the redaction of last resort, which finds nothing."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(JsonFormatter())
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


@contextmanager
def listening(ear: Ear) -> Iterator[None]:
    root, handler = logging.getLogger(), Catching(ear.lines)
    floors = [logging.getLogger(name) for name in ("service", "handlers", "providers")]
    root.addHandler(handler)
    for floor in floors:
        floor.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        root.removeHandler(handler)
        for floor in floors:
            floor.setLevel(logging.NOTSET)


@pytest.fixture
def ear(monkeypatch: pytest.MonkeyPatch) -> Iterator[Ear]:
    """Also keeps every exception that ends a handler, whole, its causes too."""
    ear = Ear()
    rescue = Dispatcher.handle_exception

    async def overheard(
        self: Dispatcher, handler_input: HandlerInput, exception: Exception
    ) -> Any:
        ear.exceptions += [repr(exception), *traceback.format_exception(exception)]
        return await rescue(self, handler_input, exception)

    monkeypatch.setattr(Dispatcher, "handle_exception", overheard)
    with listening(ear):
        yield ear


@asynccontextmanager
async def stage(folder: Path) -> AsyncIterator[tuple[Line, RunningSpotify]]:
    async with serving(World(now=now)) as spotify:
        environ = {"SPOTIFY_API_URL": spotify.api_url, "METRICS_PORT": "9090"}
        async with running(folder, **environ, PLAYBACK="spotify-connect") as line:
            yield line, spotify


async def converse(line: Line, account: str) -> set[str]:
    """A conversation; gives what must never be told of whoever held it."""
    secret = f"t0k3n-of-{account}-{'x' * 60}"
    line.device = replace(
        line.device,
        token=f"{account}~{secret}",
        user_id=f"amzn1.ask.account.USER-{account.upper()}",
        person_id=f"amzn1.ask.person.PERSON-{account.upper()}",
    )
    line.session = type(line.session)()
    await line.opens()
    for intent, slots in INTENTS:
        await line.says(intent, **slots)
    return {secret, line.device.user_id, f"PERSON-{account.upper()}", WORDS}


async def known_to_spotify(line: Line, spotify: RunningSpotify) -> set[str]:
    """Every id and name that the stand-in tells of any account."""
    told: set[str] = set()
    for account in ACCOUNTS:
        for path in READ:
            headers = {"Authorization": f"Bearer {account}"}
            async with line.http.get(spotify.api_url + path, headers=headers) as reply:
                if reply.status == 200:
                    told |= set(personal(await reply.json()))
    return told


def personal(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, each in value.items():
            yield from personal(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from personal(each, key)
    elif isinstance(value, str) and key in PERSONAL and len(value) > 5:
        yield value


async def metrics(line: Line) -> str:
    signs = await line.app[HEALTH].snapshot()
    page = TurnCollector(line.app[METRICS], Histogram(), signs)
    return generate_latest(page).decode()


def traces(line: Line) -> str:
    traces = TraceSettings(endpoint="http://127.0.0.1:9")
    spans = TurnSpans(Settings(), traces, time.time_ns)
    texts = [span.to_json() for turn in line.turns for span in spans.of(turn, 1, None)]
    assert len(texts) > 2 * len(line.turns)
    return "\n".join(texts)


@pytest.mark.slow
async def test_nothing_of_anybody_is_told(tmp_path: Path, ear: Ear) -> None:
    async with stage(tmp_path) as (line, spotify):
        secrets = set()
        for account in ACCOUNTS:
            secrets |= await converse(line, account)
        for fault in (
            Fault(kind="answer", status=500, body=WORDS),
            Fault(kind="answer", status=200, body=f'{{"items": ["{WORDS}"]}}'),
            Fault(kind="reset"),
        ):
            spotify.faults.arm(fault)
            secrets |= await converse(line, f"load-{len(secrets)}")
            spotify.faults.clear()
        secrets |= await known_to_spotify(line, spotify)
        for turn in line.turns:
            log_turn(turn)
        told = ear.told() + await metrics(line) + traces(line)
    secrets -= OUR_WORDS
    assert len(secrets) > 2000
    assert len(ear.lines) > len(ACCOUNTS) * len(INTENTS)
    assert ear.exceptions
    assert [secret for secret in secrets if secret in told] == []


async def test_the_search_would_find_something(tmp_path: Path, ear: Ear) -> None:
    async with stage(tmp_path) as (line, spotify):
        secrets = await converse(line, "ada")
        names = await known_to_spotify(line, spotify)
        for secret in (*secrets, *list(names)[:3]):
            logging.getLogger("service.x").info("in a hurry: %s", secret)
            assert secret in ear.told()
