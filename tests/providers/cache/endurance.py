"""Cold listeners one after the other, and how long each of them waits."""

import random
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from providers.cache.records import Clocks
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cached_library import CachedLibrary
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.fault_proxy import FaultProxy
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import FIRST_SECRET, Instance, listener

REQUESTS = 200
LEFT_OUT = 2

MOST_ADDED = 1.5
"""Seconds that a listener waits at most beside the music service, on any machine.

The service adds 0.3 s at most, but a machine that runs other suites adds as much to
that. Tests print the real figure; it is measured on a quiet machine by `python -m
tests.load run` and `regroup` (docs/load-testing.md)."""

IN_VAIN = 15.0
"""Seconds of a hundred listeners: half of what a hundred commands in vain take."""


def begin(url: str, connections: int = 0) -> Instance:
    """A process with real clocks, as latencies are what this is about."""
    settings = CacheSettings(
        memory_bytes=2**20, redis_url=Secret(url), secret=FIRST_SECRET
    )
    sources = Clocks(time.monotonic, time.time, random.Random(1))
    shelf = Shelf(owners={f"token-{n}": f"person{n}" for n in range(2 * REQUESTS)})
    cache, _ = open_cache(settings, sources, connections=connections)
    return Instance(cache, CachedLibrary(shelf, cache), shelf)


@asynccontextmanager
async def behind_a_proxy(
    server: RedisServer, options: str = ""
) -> AsyncIterator[tuple[FaultProxy, Instance]]:
    """A proxy before a server, and an instance behind it; `options` of its URL."""
    async with FaultProxy(("127.0.0.1", server.port)) as proxy:
        instance = begin(f"redis://127.0.0.1:{proxy.port}/0{options}")
        try:
            yield proxy, instance
        finally:
            await instance.aclose()


async def ask(instance: Instance, number: int) -> float:
    """Seconds that a cold listener waits for the right answer."""
    began = time.monotonic()
    who = listener(f"token-{number}", f"key-{number}")
    lists = await instance.library.playlists(who)
    assert lists.items[0].name == f"Mix of person{number} 1"
    assert lists.items[0].mine
    return time.monotonic() - began


async def endure(instance: Instance, numbers: Iterator[int]) -> tuple[float, float]:
    """The worst wait of 200 cold listeners, and what the last hundred waited together.

    Two are left out of the worst, because other work may hold a shared machine.
    """
    waits = [await ask(instance, next(numbers)) for _ in range(REQUESTS)]
    return sorted(waits)[-1 - LEFT_OUT], sum(waits[REQUESTS // 2 :])
