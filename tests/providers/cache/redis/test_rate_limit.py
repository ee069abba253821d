"""One 429 stops every process, until the block ends."""

from collections.abc import AsyncIterator

import pytest

from providers.cache.read_through import Cache
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cache.redis.protocol import RATE_LIMIT_KEY
from providers.errors import QuotaExceeded, RateLimited
from providers.rate_limit import RateLimitBlock, RateLimitState
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.providers.cache.world import FIRST_SECRET, Clock


@pytest.fixture
async def states(
    on_redis: CacheSettings, clock: Clock
) -> AsyncIterator[list[RateLimitState]]:
    """The rate limit states of two processes."""
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


@pytest.mark.parametrize("junk", [b"", b"rate", b"rate x", b"\xff\xfe 12", b"rate -5"])
async def test_junk_is_no_block_and_is_replaced(
    states: list[RateLimitState], redis_server: RedisServer, junk: bytes
) -> None:
    with redis_server.client() as client:
        client.set(RATE_LIMIT_KEY, junk, px=60_000)
    assert await states[0].blocked() is None
    await states[0].block(RateLimitBlock(30))
    assert await states[1].blocked() is not None


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
