"""What the whole process shares."""

import pytest

from providers.deadline import Deadline
from providers.errors import QuotaExceeded, RateLimited
from providers.rate_limit import RateLimitBlock
from tests.providers.spotify.conftest import Workbench


async def test_a_retry_waits_a_moment_and_takes_a_token(bench: Workbench) -> None:
    deadline = Deadline.after(6.5, bench.clock)
    assert await bench.policy.may_retry(deadline)
    assert len(bench.pauses.taken) == 1
    assert 0.05 <= bench.pauses.taken[0] <= 0.2


async def test_no_retry_without_time(bench: Workbench) -> None:
    deadline = Deadline.after(0.6, bench.clock)
    assert not await bench.policy.may_retry(deadline)
    assert bench.pauses.taken == []
    assert bench.budget.try_withdraw()


async def test_no_retry_without_budget(bench: Workbench) -> None:
    while bench.budget.try_withdraw():
        pass
    deadline = Deadline.after(6.5, bench.clock)
    assert not await bench.policy.may_retry(deadline)
    assert bench.pauses.taken == []


async def test_a_429_blocks_its_endpoint(bench: Workbench) -> None:
    error = await bench.policy.block_after_429("/me", {"Retry-After": "9"}, b"")
    assert type(error) is RateLimited
    assert await bench.rate_limit.blocked() is None
    assert await bench.rate_limit.blocked("/me") == RateLimitBlock(9.0, endpoint="/me")
    await bench.policy.check("/search")
    with pytest.raises(RateLimited):
        await bench.policy.check("/me")
    bench.clock.now += 9
    await bench.policy.check("/me")


async def test_a_quota_blocks_for_a_quarter_of_an_hour(bench: Workbench) -> None:
    body = b'{"error":{"status":429,"message":"","reason":"QUOTA_EXCEEDED"}}'
    error = await bench.policy.block_after_429("/me", {}, body)
    assert type(error) is QuotaExceeded
    assert error.retry_after == 900
    with pytest.raises(QuotaExceeded):
        await bench.policy.check("/search")
