"""One 429 stops every process, until the block ends."""

import asyncio
import time
from collections.abc import AsyncIterator
from random import Random
from typing import cast

import pytest
from msgspec.structs import replace

from providers import deadline
from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cache.redis import client as redis_client
from providers.cache.redis import rate_limit
from providers.cache.redis.client import RedisClient
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cache.redis.lua_scripts import RATE_LIMIT_KEY
from providers.cache.redis.rate_limit import RedisRateLimitState
from providers.deadline import TimeBudget
from providers.errors import QuotaExceeded, RateLimited
from providers.rate_limit import RateLimitBlock, RateLimitState
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.fault_proxy import Fault, FaultProxy
from tests.providers.cache.world import FIRST_SECRET, SECOND_SECRET, Clock


@pytest.fixture
async def states(
    on_redis: CacheSettings, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[list[RateLimitState]]:
    """The rate limit states of two processes, which a busy machine does not disturb."""
    monkeypatch.setattr(rate_limit, "ASK_SECONDS", 9.0)
    for module in (deadline, redis_client):
        monkeypatch.setattr(module, "REDIS_SECONDS", 9.0)
    both: list[tuple[Cache, RateLimitState]] = [
        open_cache(on_redis, clock.sources(seed)) for seed in (1, 2)
    ]
    yield [state for _, state in both]
    for cache, _ in both:
        await cache.aclose()


async def test_calls_are_free_at_first(states: list[RateLimitState]) -> None:
    assert [await state.blocked() for state in states] == [None, None]


async def test_a_block_holds_for_every_process_until_it_ends(
    states: list[RateLimitState], clock: Clock
) -> None:
    await states[0].block(RateLimitBlock(30))
    for state in states:
        block = await state.blocked()
        assert block is not None
        assert block.seconds == pytest.approx(30, abs=0.01)
        assert type(block.error()) is RateLimited
    clock.pass_by(29.9)
    assert all([await state.blocked() for state in states])
    clock.pass_by(0.2)
    assert [await state.blocked() for state in states] == [None, None]


async def test_an_endpoints_block_is_shared_and_its_own(
    states: list[RateLimitState],
) -> None:
    await states[0].block(RateLimitBlock(30, endpoint="/search"))
    for state in states:
        assert await state.blocked() is None
        assert await state.blocked("/me") is None
        block = await state.blocked("/search")
        assert block is not None
        assert block.endpoint == "/search"


async def test_what_several_endpoints_say_stops_every_process(
    states: list[RateLimitState],
) -> None:
    for endpoint in ("/a", "/b", "/c"):
        await states[0].block(RateLimitBlock(30, endpoint=endpoint))
    block = await states[1].blocked("/d")
    assert block is not None
    assert block.endpoint is None


async def test_a_quota_is_told_apart(states: list[RateLimitState]) -> None:
    await states[0].block(RateLimitBlock(900, quota=True))
    block = await states[1].blocked()
    assert block is not None
    assert isinstance(block.error(), QuotaExceeded)


async def test_a_block_is_never_shortened(
    states: list[RateLimitState], clock: Clock
) -> None:
    await states[0].block(RateLimitBlock(900, quota=True))
    await states[1].block(RateLimitBlock(5))
    clock.pass_by(6)
    for state in states:
        block = await state.blocked()
        assert block is not None
        assert block.quota
    await states[1].block(RateLimitBlock(2000))
    clock.pass_by(1000)
    assert await states[0].blocked() is not None


async def test_the_key_expires_with_the_block(
    states: list[RateLimitState], redis_server: RedisServer
) -> None:
    await states[0].block(RateLimitBlock(0))
    await states[0].block(RateLimitBlock(-1))
    with redis_server.client() as client:
        assert client.get(RATE_LIMIT_KEY) is None
        await states[0].block(RateLimitBlock(30))
        left = client.pttl(RATE_LIMIT_KEY)
    assert isinstance(left, int)
    assert 29_000 < left <= 30_000


JUNK = [
    *(b"", b"rate", b"rate x", b"\xff\xfe 12", b"rate -5", b"rate 9999999999999"),
    *(b"quota 9999999999999", b"rate " + b"9" * 400, b"rate " + b"9" * 5000),
    *(b"rate 2000000000000 " + b"0" * 32, b"rate \xc2\xb2 x", b"quota 1e400 inf"),
    b"rate  ",
]


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: junk[:25].decode("latin-1"))
@pytest.mark.parametrize("key", [RATE_LIMIT_KEY, RATE_LIMIT_KEY + b":/me"])
async def test_junk_is_no_block_and_is_replaced(
    states: list[RateLimitState], redis_server: RedisServer, key: bytes, junk: bytes
) -> None:
    with redis_server.client() as client:
        client.set(key, junk, px=60_000)
    endpoint = None if key == RATE_LIMIT_KEY else "/me"
    assert await states[0].blocked("/me") is None
    await states[0].block(RateLimitBlock(30, endpoint=endpoint))
    assert await states[1].blocked("/me") is not None


async def test_a_key_of_a_foreign_type_is_no_block_and_is_replaced(
    states: list[RateLimitState], redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.lpush(RATE_LIMIT_KEY, "rate")
    assert await states[0].blocked() is None
    await states[0].block(RateLimitBlock(30))
    assert await states[1].blocked() is not None


@pytest.mark.parametrize(
    ("block", "most"),
    [
        (RateLimitBlock(1e9), 3600),
        (RateLimitBlock(float("inf"), endpoint="/me"), 3600),
        (RateLimitBlock(1e300, quota=True), 24 * 3600),
    ],
)
async def test_no_shared_block_lasts_longer_than_its_kind_may(
    states: list[RateLimitState], block: RateLimitBlock, most: float
) -> None:
    await states[0].block(block)
    shared = await states[1].blocked("/me")
    assert shared is not None
    assert most - 1 <= shared.seconds <= most


async def test_an_instance_whose_clock_is_wrong_stops_nobody_for_longer(
    on_redis: CacheSettings, states: list[RateLimitState], clock: Clock
) -> None:
    fast = Clock(clock.now + 1e6)
    cache, state = open_cache(on_redis, fast.sources())
    await state.block(RateLimitBlock(30))
    shared = await states[1].blocked()
    assert shared is not None
    assert shared.seconds <= 3600
    await cache.aclose()


async def test_a_block_is_of_its_own_key_and_secret(
    on_redis: CacheSettings,
    states: list[RateLimitState],
    clock: Clock,
    redis_server: RedisServer,
) -> None:
    await states[0].block(RateLimitBlock(30, endpoint="/search"))
    with redis_server.client() as client:
        value = client.get(RATE_LIMIT_KEY + b":/search")
        assert isinstance(value, bytes)
        client.set(RATE_LIMIT_KEY, value)
        client.set(RATE_LIMIT_KEY + b":/me", value)
    assert await states[1].blocked("/me") is None
    stranger = replace(on_redis, secret=SECOND_SECRET)
    cache, state = open_cache(stranger, clock.sources())
    assert await state.blocked("/search") is None
    await cache.aclose()
    rotated = replace(on_redis, secret=SECOND_SECRET, previous_secret=FIRST_SECRET)
    cache, state = open_cache(rotated, clock.sources())
    assert await state.blocked("/search") is not None
    await cache.aclose()


async def test_without_redis_each_process_has_a_state_of_its_own(clock: Clock) -> None:
    settings = CacheSettings(
        memory_bytes=2**20,
        redis_url=Secret(f"redis://127.0.0.1:{free_port()}/0"),
        secret=FIRST_SECRET,
    )
    cache, state = open_cache(settings, clock.sources())
    assert await state.blocked() is None
    failures = cache.status().failures
    assert await state.blocked() is None
    assert cache.status().failures == failures, "it is left alone for a second"
    await state.block(RateLimitBlock(30))
    assert await state.blocked() is not None
    clock.pass_by(31)
    assert await state.blocked() is None
    await cache.aclose()


async def test_a_process_without_redis_has_a_state(clock: Clock) -> None:
    cache, state = open_cache(CacheSettings(memory_bytes=2**20), clock.sources())
    await state.block(RateLimitBlock(30))
    assert await state.blocked() is not None
    await cache.aclose()


async def test_nobody_waits_for_a_distant_redis_before_a_call(
    redis_server: RedisServer, on_redis: CacheSettings
) -> None:
    """A process makes one call before it learns of a block."""
    clocks = Clocks(time.monotonic, time.time, Random(1))
    async with FaultProxy(("127.0.0.1", redis_server.port)) as proxy:
        proxy.seconds = 0.04
        await proxy.inflict(Fault.LATENCY)
        url = Secret(f"redis://127.0.0.1:{proxy.port}/0?socket_timeout=5")
        cache, state = open_cache(
            replace(on_redis, redis_url=url), clocks, connections=1
        )
        client = cast("RedisRateLimitState", state)._client
        for _ in range(3):
            await client.get(b"any", TimeBudget(time.monotonic, 9))
        assert client.is_distant
        near, other = open_cache(on_redis, clocks)
        await other.block(RateLimitBlock(30, endpoint="/search"))
        assert await state.blocked("/search") is None
        await settle(client)
        assert await state.blocked("/search") is not None
        assert await state.blocked("/me") is None
        await cache.aclose()
        await near.aclose()


async def settle(client: RedisClient) -> None:
    """Wait for what runs beside the callers."""
    await asyncio.gather(*client._tasks)
