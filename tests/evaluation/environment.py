"""The real client, cache and recommender over the fake Spotify; time is set by hand."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from providers.cache.records import Clocks
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cached_library import CachedLibrary
from providers.deadline import ANSWER_SECONDS, Deadline
from providers.fan_out import USUAL_TIMEOUTS, Timeouts
from providers.listener import Listener
from providers.rate_limit import LocalRateLimitState
from providers.recommender.factory import Recommenders
from providers.recommender.store import CachedStore
from providers.secret import Secret
from providers.spotify.client import SpotifyClient, open_session
from providers.spotify.library import SpotifyLibrary
from providers.spotify.throttling import CallPolicy, RetryBudget
from providers.turn_record import Turn
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World

MEMORY = 256 * 2**20


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
    """Everything that answers, and the world that it answers about."""

    clock: Clock
    spotify: RunningSpotify
    library: CachedLibrary
    advice: Recommenders

    def listener(self, token: str) -> Listener:
        """One request of somebody's."""
        clock = asyncio.get_running_loop().time
        return Listener(
            key=Secret(token),
            token=Secret(token),
            deadline=Deadline.after(ANSWER_SECONDS, clock),
            turn=Turn(clock),
        )


@asynccontextmanager
async def start(
    now: datetime, *, seed: int = 1, timeouts: Timeouts = USUAL_TIMEOUTS
) -> AsyncIterator[Environment]:
    """A environment without anybody on it, until the block ends."""
    clock = Clock(now)
    async with AsyncExitStack() as stack:
        world = World(seed=seed, now=clock)
        spotify = await stack.enter_async_context(serving(world))
        session = await stack.enter_async_context(open_session("evaluation"))
        policy = CallPolicy(
            rate_limit=LocalRateLimitState(clock.seconds),
            budget=RetryBudget(clock.seconds),
            rng=Random(seed),
            wall_clock=clock,
        )
        client = SpotifyClient(session, spotify.api_url, policy=policy)
        sources = Clocks(clock.seconds, clock.seconds, Random(seed))
        cache, _ = open_cache(CacheSettings(memory_bytes=MEMORY), sources)
        stack.push_async_callback(cache.aclose)
        library = CachedLibrary(SpotifyLibrary(client), cache)
        store = CachedStore(library, cache)
        advice = Recommenders.build(library, store, clock, timeouts=timeouts)
        yield Environment(clock, spotify, library, advice)
