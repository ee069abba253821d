"""One process of several: ten callers with one token, told to start through stdin.

`python -m tests.providers.cache.crowd_process URL MODE`. Each call of the service is
pushed to the list `test:calls` with its moment, so that all processes are counted.
"""

import asyncio
import random
import sys
import time

import msgspec
from redis.asyncio import Redis

from providers.cache import fetching
from providers.cache.records import Clocks
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cached_library import CachedLibrary
from providers.errors import ProviderError, Unavailable
from providers.listener import Listener
from providers.secret import Secret
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import FIRST_SECRET, listener

CALLERS = 10
CALLS = "test:calls"


class Heard(msgspec.Struct, frozen=True):
    """What the callers of one process heard, and how often Redis was too slow."""

    lines: list[str]
    failures: int


class CountedShelf(Shelf):
    """A slow library that tells Redis of its calls."""

    def __init__(self, redis: "Redis") -> None:
        super().__init__()
        self._redis = redis

    async def _call(self, name: str, listener: Listener) -> str:
        await self._redis.rpush(CALLS, f"{name} {time.time()}")
        await asyncio.sleep(0.15)
        return await super()._call(name, listener)


async def once(library: CachedLibrary) -> list[str]:
    """What every caller hears, all at once."""
    asked = (library.playlists(listener()) for _ in range(CALLERS))
    return [lists.items[0].name for lists in await asyncio.gather(*asked)]


async def again_and_again(library: CachedLibrary) -> list[str]:
    """Callers that ask for 1.6 s though the service is out; what they hear."""
    until = time.time() + 1.6
    heard = set()

    async def ask() -> None:
        while time.time() < until:
            try:
                await library.playlists(listener())
            except ProviderError as error:
                heard.add(error.reason)
            await asyncio.sleep(0.02)

    await asyncio.gather(*(ask() for _ in range(CALLERS)))
    return sorted(heard)


async def main(url: str, mode: str) -> None:
    redis = Redis.from_url(url, protocol=2)
    shelf = CountedShelf(redis)
    sources = Clocks(time.monotonic, time.time, random.Random())
    settings = CacheSettings(
        memory_bytes=2**20, redis_url=Secret(url), secret=FIRST_SECRET
    )
    cache, _ = open_cache(settings, sources)
    library = CachedLibrary(shelf, cache)
    failing = mode.startswith("failing")
    if failing:
        shelf.fails["playlists"] = Unavailable()
    else:  # a busy machine may hold a process up for longer than a lease lasts
        fetching.LEASE_SECONDS = fetching.FOLLOW_SECONDS = 5.0
    if mode in ("known", "failing"):
        await library.account(listener())
    elif mode == "failing-cold":
        shelf.fails["account"] = Unavailable()
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    ask = again_and_again if failing else once
    heard = Heard(await ask(library), cache.status().failures)
    print(msgspec.json.encode(heard).decode(), flush=True)
    await cache.aclose()
    await redis.aclose()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
