"""A client under test: on canned answers, or on small servers of real sockets."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from aioresponses import aioresponses
from aioresponses import core as aioresponses_core

from providers.deadline import Deadline
from providers.listener import Listener
from providers.rate_limit import LocalRateLimitState
from providers.secret import Secret
from providers.spotify import SpotifyLibrary, SpotifyLibraryWriter
from providers.spotify.call_policy import CallPolicy, RetryBudget
from providers.spotify.client import SpotifyClient, open_session
from providers.turn_telemetry import Turn
from tests.providers.spotify.numbered_library import API, Numbered
from tests.providers.spotify.raw_servers import Behaviour, Socket

MUSEUM = Path(__file__).parent / "museum"
TOKEN = "BQ-not-to-be-seen-by-anyone"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class _Response(aiohttp.ClientResponse):
    """aioresponses 0.7.9 does not know the argument that aiohttp 3.14 added."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("stream_writer", SimpleNamespace(output_size=0))
        super().__init__(*args, **kwargs)


aioresponses_core.ClientResponse = _Response  # type: ignore[attr-defined]


def exhibit(name: str) -> bytes:
    """A payload of a shape that has really been sent."""
    return (MUSEUM / f"{name}.json").read_bytes()


@dataclass
class Clock:
    """A monotonic clock that goes only when told."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Pauses:
    """Waits of which nothing remains but their lengths."""

    taken: list[float] = field(default_factory=list)

    async def __call__(self, seconds: float) -> None:
        self.taken.append(seconds)


@dataclass
class Workbench:
    """Everything round a client, each part in reach of the test."""

    session: aiohttp.ClientSession
    clock: Clock = field(default_factory=Clock)
    pauses: Pauses = field(default_factory=Pauses)
    time_of_day: datetime = NOW

    def __post_init__(self) -> None:
        self.rate_limit = LocalRateLimitState(self.clock)
        self.budget = RetryBudget(self.clock)
        self.policy = CallPolicy(
            rate_limit=self.rate_limit,
            budget=self.budget,
            rng=random.Random(7),
            wall_clock=lambda: self.time_of_day,
            pause=self.pauses,
        )

    def client(self, base_url: str = API) -> SpotifyClient:
        return SpotifyClient(self.session, base_url, policy=self.policy)

    def library(self, base_url: str = API) -> SpotifyLibrary:
        return SpotifyLibrary(self.client(base_url))


def listener_for(
    token: str | None = TOKEN,
    *,
    seconds: float = 6.5,
    clock: Callable[[], float] | None = None,
) -> Listener:
    """Somebody with that much time left; needs a running loop without a `clock`."""
    clock = clock or asyncio.get_running_loop().time
    return Listener(
        key=Secret("amzn1.account.X"),
        token=None if token is None else Secret(token),
        deadline=Deadline.after(seconds, clock),
        turn=Turn(clock),
    )


@pytest.fixture
async def bench() -> AsyncIterator[Workbench]:
    async with open_session("record-shelf/test") as session:
        yield Workbench(session)


@pytest.fixture
async def listener() -> Listener:
    return listener_for()


@pytest.fixture
def spotify() -> Iterator[aioresponses]:
    """Canned answers in the place of the network."""
    with aioresponses() as canned:
        yield canned


@pytest.fixture
async def library(bench: Workbench) -> SpotifyLibrary:
    return bench.library()


@pytest.fixture
async def writer(bench: Workbench) -> SpotifyLibraryWriter:
    return SpotifyLibraryWriter(bench.client())


@pytest.fixture
def numbered(spotify: aioresponses) -> Numbered:
    world = Numbered(spotify)
    world.start()
    return world


@pytest.fixture
async def wire_server() -> AsyncIterator[Callable[[Behaviour], Awaitable[Socket]]]:
    """Starts servers that do to the socket whatever the test says."""
    async with AsyncExitStack() as running:

        async def start(behaviour: Behaviour) -> Socket:
            sock = Socket(behaviour)
            server = await asyncio.start_server(sock.accept, "127.0.0.1", 0)
            running.push_async_callback(sock.close)
            running.callback(server.close)
            sock.port = server.sockets[0].getsockname()[1]
            return sock

        yield start
