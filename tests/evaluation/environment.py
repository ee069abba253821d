"""The whole service over the fake Spotify, composed as `service/app.py` composes it.

Only the transport is left out: requests reach the skill without HTTP and signatures.
Time is set by hand.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from providers.cached_library import CachedLibrary
from providers.deadline import REQUEST_SECONDS, Deadline
from providers.listener import Listener
from providers.recommender.store import CachedStore
from providers.secret import Secret
from providers.spotify.library import SpotifyLibrary
from providers.turn_telemetry import Turn
from service.app import Components
from service.settings import load
from service.skill_invoker import SkillInvoker
from simulator.spotify.data.catalogue import Catalogue
from simulator.spotify.serializers import Regime
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.virtual_time import VirtualTimeLoop

MEMORY_MB = 512

T = TypeVar("T")


def run_in_virtual_time(work: Coroutine[Any, Any, T]) -> T:
    """Run `work` to its end; no limit of the service is missed on a busy machine."""
    with asyncio.Runner(loop_factory=VirtualTimeLoop) as runner:
        return runner.run(work)


@dataclass
class Clock:
    """What time it is in the whole evaluation."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()

    def pass_by(self, passed: timedelta) -> None:
        self.now += passed


@dataclass
class Environment:
    """The service, and the fake Spotify behind it.

    skill: answers verified requests.
    library: what the skill reads, for the baselines: the same client and cache.
    store: where the skill keeps its rankings.
    """

    clock: Clock
    spotify: RunningSpotify
    skill: SkillInvoker
    library: CachedLibrary
    store: CachedStore

    def listener(self, token: str) -> Listener:
        """Return the listener of a new request."""
        clock = asyncio.get_running_loop().time
        return Listener(
            key=Secret(token),
            token=Secret(token),
            deadline=Deadline.after(REQUEST_SECONDS, clock),
            turn=Turn(clock),
        )


@asynccontextmanager
async def start(
    now: datetime,
    *,
    catalogue: Catalogue | None = None,
    regime: Regime = "development",
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[Environment]:
    """Start everything; stop it when the block ends.

    catalogue: None: the fake Spotify's own one.
    settings: environment variables of the service, such as `NEIGHBOURS_FILE`.
    """
    clock = Clock(now)
    async with AsyncExitStack() as stack:
        world = World(now=clock, catalogue=catalogue)
        world.regime = regime
        spotify = await stack.enter_async_context(serving(world))
        environ = {
            "ENVIRONMENT": "test",
            "SKILL_ID": "evaluation",
            "SPOTIFY_API_URL": spotify.api_url,
            "CACHE_MEMORY_MB": str(MEMORY_MB),
            **(settings or {}),
        }
        components = Components(load(environ), now=clock, clock=clock.seconds)
        health = await components.health(stack)
        endpoint = await components.endpoint(stack, health)
        client = await components.spotify_client(stack, health)
        source = SpotifyLibrary(client)
        library = CachedLibrary(source, health.cache)
        store = CachedStore(library, health.cache)
        yield Environment(clock, spotify, endpoint.invoker, library, store)
