"""One process on each back-end, and a clock."""

from collections.abc import AsyncIterator, Callable
from random import Random

import pytest

from providers.cache.redis.circuit_breaker import RedisCircuit
from providers.cache.redis.factory import CacheSettings
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.pretended import PretendedServer
from tests.providers.cache.world import FIRST_SECRET, Clock, Instance


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server() -> PretendedServer:
    return PretendedServer()


@pytest.fixture
def circuit(clock: Clock, server: PretendedServer) -> RedisCircuit:
    return RedisCircuit(clock, Random(1), read=server.probe, write=server.touch)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def on_redis(redis_server: RedisServer) -> CacheSettings:
    """A cache on the suite's server, patient with a busy machine."""
    url = Secret(f"{redis_server.url}?socket_timeout=5&socket_connect_timeout=5")
    return CacheSettings(memory_bytes=2**20, redis_url=url, secret=FIRST_SECRET)


@pytest.fixture(params=["memory", "redis"])
def back_end(request: pytest.FixtureRequest) -> CacheSettings:
    """Each back-end in turn."""
    if request.param == "memory":
        return CacheSettings(memory_bytes=2**20)
    settings: CacheSettings = request.getfixturevalue("on_redis")
    return settings


@pytest.fixture
def after_failures(
    clock: Clock, back_end: CacheSettings, redis_process: RedisServer
) -> Callable[[], None]:
    """Lets the second pass for which a failure answers; in Redis by hand, because
    nobody turns that clock."""

    def pass_by() -> None:
        clock.pass_by(2)
        if back_end.redis_url is not None:
            with redis_process.client() as client:
                for key in client.scan_iter("*:lease"):
                    client.delete(key)

    return pass_by


Begin = Callable[[CacheSettings], Instance]
"""Begins another process before the same library."""


@pytest.fixture
async def begin(shelf: Shelf, clock: Clock) -> AsyncIterator[Begin]:
    """Processes that end with the test."""
    begun: list[Instance] = []

    def begin_one(settings: CacheSettings) -> Instance:
        begun.append(Instance.begin(shelf, clock, settings, seed=len(begun)))
        return begun[-1]

    yield begin_one
    for instance in begun:
        await instance.aclose()


@pytest.fixture
def instance(begin: Begin, back_end: CacheSettings) -> Instance:
    return begin(back_end)
