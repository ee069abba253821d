"""Processes add up their calls of a day through one key of Redis."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from msgspec.structs import replace

from providers import deadline
from providers.cache.read_through import Cache
from providers.cache.redis import client as redis_client
from providers.cache.redis import spotify_call_counts
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cache.redis.spotify_call_counts import CALLS_KEY
from providers.daily_quota import DailyQuota
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.providers.cache.world import SECOND_SECRET, Clock

LIMIT = 1000


class Processes:
    """Processes with a quota each, that share a Redis and a clock."""

    def __init__(self, settings: CacheSettings, clock: Clock) -> None:
        self.settings, self.clock = settings, clock
        self.caches: list[Cache] = []

    def begin(self, secret: Secret | None = None) -> DailyQuota:
        quota = DailyQuota(LIMIT, self.clock)
        settings = replace(self.settings, secret=secret or self.settings.secret)
        cache, _ = open_cache(settings, self.clock.sources(), quota=quota)
        self.caches.append(cache)
        return quota


@pytest.fixture
async def processes(
    on_redis: CacheSettings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Processes]:
    for module in (deadline, redis_client):
        monkeypatch.setattr(module, "REDIS_SECONDS", 9.0)
    processes = Processes(on_redis, clock)
    yield processes
    for cache in processes.caches:
        await cache.aclose()


async def exchange(*quotas: DailyQuota) -> None:
    for quota in quotas:
        assert quota.sharing is not None
        await quota.sharing.exchange()


def made(quota: DailyQuota, calls: int) -> None:
    for _ in range(calls):
        quota.count()


async def test_every_process_counts_the_calls_of_all(
    processes: Processes, redis_server: RedisServer
) -> None:
    first, second = processes.begin(), processes.begin()
    made(first, 30)
    processes.clock.pass_by(3600)
    made(second, 12)
    await exchange(first, second, first)
    assert (first.used(), second.used()) == (42, 42)
    made(first, 5)
    assert (first.used(), second.used()) == (47, 42)
    await exchange(first, second)
    late = processes.begin()
    await exchange(late)
    assert (first.used(), second.used(), late.used()) == (47, 47, 47)
    with redis_server.client() as client:
        left = client.pttl(CALLS_KEY)
    assert isinstance(left, int)
    assert 25 * 3_600_000 < left <= 26 * 3_600_000
    processes.clock.pass_by(25 * 3600)
    await exchange(late)
    assert (late.used(), first.used()) == (0, 0)


async def test_processes_that_write_at_once_lose_nothing(processes: Processes) -> None:
    crowd = [processes.begin() for _ in range(4)]
    for _ in range(3):
        for quota in crowd:
            made(quota, 10)
        await asyncio.gather(*map(exchange, crowd))
    await exchange(*crowd, *crowd)
    assert {quota.used() for quota in crowd} == {120}


async def test_calls_are_exchanged_a_moment_after_they_were_made(
    processes: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spotify_call_counts, "EXCHANGE_SECONDS", 0.01)
    first, second = processes.begin(), processes.begin()
    made(first, 7)
    async with asyncio.timeout(5):
        while first.pending():  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)
    made(second, 1)
    assert second.sharing is not None
    await second.sharing.aclose()
    assert second.used() == 8
    made(second, 1)
    await asyncio.sleep(0.05)
    assert second.pending()  # nothing is scheduled any more


@pytest.mark.parametrize(
    "junk",
    [b"", b"1:999999999", b"x y", b"\xff\xfe 12", b"1:1 " + b"0" * 64, b" ", b"1:1,2"],
)
async def test_what_nobody_of_us_wrote_is_no_count(
    processes: Processes, redis_server: RedisServer, junk: bytes
) -> None:
    quota = processes.begin()
    made(quota, 3)
    with redis_server.client() as client:
        client.set(CALLS_KEY, junk)
        await exchange(quota)
        stored = client.get(CALLS_KEY)
    assert quota.used() == 3
    assert isinstance(stored, bytes)
    other = processes.begin()
    await exchange(other)
    assert other.used() == 3
    stranger = processes.begin(secret=SECOND_SECRET)
    await exchange(stranger)
    assert stranger.used() == 0


async def test_a_key_of_a_foreign_type_is_replaced(
    processes: Processes, redis_server: RedisServer
) -> None:
    quota, other = processes.begin(), processes.begin()
    made(quota, 3)
    with redis_server.client() as client:
        client.lpush(CALLS_KEY, "1:1")
    await exchange(quota, quota, other)
    assert other.used() == 3


async def test_what_redis_lost_is_told_again(
    processes: Processes, redis_server: RedisServer
) -> None:
    quota, other = processes.begin(), processes.begin()
    made(quota, 40)
    await exchange(quota)
    with redis_server.client() as client:
        client.delete(CALLS_KEY)
    await exchange(other, quota, other)
    assert (quota.used(), other.used()) == (40, 40)


async def test_without_redis_the_process_counts_for_itself(clock: Clock) -> None:
    quota = DailyQuota(LIMIT, clock)
    nowhere = CacheSettings(
        memory_bytes=2**20,
        redis_url=Secret(f"redis://127.0.0.1:{free_port()}/0"),
        secret=SECOND_SECRET,
    )
    cache, _ = open_cache(nowhere, clock.sources(), quota=quota)
    made(quota, 900)
    await exchange(quota)
    assert (quota.used(), quota.left()) == (900, 100)
    assert not quota.spares("second_wave")
    assert sum(quota.pending().values()) == 900
    assert quota.sharing is not None
    await quota.sharing.aclose()
    await cache.aclose()


async def test_calls_without_a_limit_are_nobody_elses_business(
    on_redis: CacheSettings, clock: Clock
) -> None:
    quota = DailyQuota(None, clock)
    cache, _ = open_cache(on_redis, clock.sources(), quota=quota)
    quota.count()
    assert quota.sharing is None
    await cache.aclose()
