"""Listeners, a clock to turn, and processes with a cache."""

import asyncio
from dataclasses import dataclass
from random import Random

from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cached_library import CachedLibrary
from providers.deadline import REQUEST_SECONDS, Deadline
from providers.library import Library
from providers.listener import Listener
from providers.secret import Secret
from providers.turn_telemetry import Turn
from tests.providers.cache.counting_library import NOON, Shelf

FIRST_SECRET = Secret("first secret, thirty-two bytes or more")
SECOND_SECRET = Secret("second secret, thirty-two bytes or more")


@dataclass
class Clock:
    """Both clocks of the cache, turned by hand."""

    now: float = NOON.timestamp()

    def __call__(self) -> float:
        return self.now

    def pass_by(self, seconds: float) -> None:
        self.now += seconds

    def sources(self, seed: int = 1) -> Clocks:
        return Clocks(self, self, Random(seed))


def listener(
    token: str | None = "token-of-ada",  # noqa: S107 - no real token
    key: str = "person-ada",
    seconds: float = REQUEST_SECONDS,
) -> Listener:
    """One request; call it again for the next one."""
    clock = asyncio.get_running_loop().time
    return Listener(
        key=Secret(key),
        token=None if token is None else Secret(token),
        deadline=Deadline.after(seconds, clock),
        turn=Turn(clock),
    )


def roles(asked: Listener) -> list[str]:
    """Who answered in that request, as `kind:role`."""
    return [f"{use.kind}:{use.role}" for use in asked.turn.cache]


@dataclass
class Instance:
    """One process: a cache of its own before a library."""

    cache: Cache
    library: CachedLibrary
    shelf: Shelf

    @classmethod
    def begin(
        cls,
        shelf: Shelf,
        clock: Clock,
        settings: CacheSettings | None = None,
        seed: int = 1,
    ) -> "Instance":
        settings = settings or CacheSettings(memory_bytes=2**20)
        cache, _ = open_cache(settings, clock.sources(seed))
        wrapped: Library = CachedLibrary(shelf, cache)
        assert isinstance(wrapped, CachedLibrary)
        return cls(cache, wrapped, shelf)

    async def aclose(self) -> None:
        await self.cache.aclose()
