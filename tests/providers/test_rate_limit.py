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


def test_a_rate_block_is_a_rate_error() -> None:
    error = RateLimitBlock(12.4).error()
    assert type(error) is RateLimited
    assert error.retry_after == 12.4
    assert str(error) == "retry after 12 s"


def test_a_quota_block_is_a_quota_error() -> None:
    error = RateLimitBlock(900, quota=True).error()
    assert type(error) is QuotaExceeded
    assert error.retry_after == 900
