"""The rate limit state of one process."""

from dataclasses import dataclass

import pytest

from providers.errors import QuotaExceeded, RateLimited
from providers.rate_limit import LocalRateLimitState, RateLimitBlock, RateLimitState


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def state(clock: Clock) -> RateLimitState:
    return LocalRateLimitState(clock)


async def test_calls_are_free_at_first(state: RateLimitState) -> None:
    assert await state.blocked() is None


async def test_a_block_lasts_as_long_as_it_says(
    state: RateLimitState, clock: Clock
) -> None:
    await state.block(RateLimitBlock(30))
    clock.now = 29.0
    assert await state.blocked() == RateLimitBlock(1.0)
    clock.now = 30.0
    assert await state.blocked() is None


async def test_a_shorter_block_does_not_shorten(state: RateLimitState) -> None:
    await state.block(RateLimitBlock(900, quota=True))
    await state.block(RateLimitBlock(2))
    assert await state.blocked() == RateLimitBlock(900, quota=True)


async def test_a_longer_block_takes_over(state: RateLimitState) -> None:
    await state.block(RateLimitBlock(2))
    await state.block(RateLimitBlock(900, quota=True))
    assert await state.blocked() == RateLimitBlock(900, quota=True)


async def test_an_endpoints_block_is_its_own(state: RateLimitState) -> None:
    block = RateLimitBlock(86_400, endpoint="/search")
    assert await state.block(block) == block
    assert await state.blocked("/search") == block
    assert await state.blocked("/me") is None
    assert await state.blocked() is None


async def test_the_applications_block_counts_for_every_endpoint(
    state: RateLimitState,
) -> None:
    await state.block(RateLimitBlock(5))
    assert await state.blocked("/search") == RateLimitBlock(5)


async def test_a_quota_is_the_applications_whoever_says_so(
    state: RateLimitState,
) -> None:
    shared = await state.block(RateLimitBlock(900, quota=True, endpoint="/search"))
    assert shared == RateLimitBlock(900, quota=True)
    assert await state.blocked("/me") == shared


async def test_several_endpoints_stop_the_application_for_the_shortest(
    state: RateLimitState, clock: Clock
) -> None:
    for endpoint, seconds in (("/a", 86_400), ("/b", 7)):
        await state.block(RateLimitBlock(seconds, endpoint=endpoint))
    assert await state.blocked() is None
    shared = await state.block(RateLimitBlock(60, endpoint="/c"))
    assert shared == await state.blocked("/d") == RateLimitBlock(7)
    clock.now = 7
    assert await state.blocked("/d") is None
    assert await state.blocked("/c") == RateLimitBlock(53, endpoint="/c")


async def test_several_endpoints_stop_the_application_for_an_hour_at_most(
    state: RateLimitState,
) -> None:
    for endpoint in ("/a", "/b", "/c"):
        shared = await state.block(RateLimitBlock(86_400, endpoint=endpoint))
    assert shared == RateLimitBlock(3600)


async def test_refusals_far_apart_do_not_add_up(
    state: RateLimitState, clock: Clock
) -> None:
    for endpoint in ("/a", "/b", "/c"):
        clock.now += 31
        await state.block(RateLimitBlock(86_400, endpoint=endpoint))
    assert await state.blocked() is None


async def test_what_other_processes_met_does_not_add_up(clock: Clock) -> None:
    state = LocalRateLimitState(clock)
    for endpoint in ("/a", "/b", "/c"):
        state.learn(RateLimitBlock(900, endpoint=endpoint))
        assert await state.blocked(endpoint) == RateLimitBlock(900, endpoint=endpoint)
    await state.block(RateLimitBlock(900, endpoint="/d"))
    assert await state.blocked() is None


async def test_refusals_that_are_over_do_not_count(
    state: RateLimitState, clock: Clock
) -> None:
    for endpoint in ("/a", "/b", "/c"):
        await state.block(RateLimitBlock(1, endpoint=endpoint))
        clock.now += 2
    assert await state.blocked() is None


def test_a_rate_block_is_a_rate_error() -> None:
    error = RateLimitBlock(12.4).error()
    assert type(error) is RateLimited
    assert error.retry_after == 12.4
    assert str(error) == "retry after 12 s"


def test_a_quota_block_is_a_quota_error() -> None:
    error = RateLimitBlock(900, quota=True).error()
    assert type(error) is QuotaExceeded
    assert error.retry_after == 900
