"""The count of a day's calls: who yields when, and for how long."""

import pytest

from providers.daily_quota import HOUR, SHARES, DailyQuota
from providers.errors import QuotaExceeded
from tests.providers.cache.world import Clock

DAY = 24 * HOUR


def made(quota: DailyQuota, calls: int) -> None:
    for _ in range(calls):
        quota.count()


@pytest.fixture
def quota(clock: Clock) -> DailyQuota:
    return DailyQuota(100, clock)


@pytest.fixture
def clock() -> Clock:
    """Noon: an hour begins."""
    return Clock()


@pytest.mark.parametrize(
    ("calls", "spared"),
    [
        (0, {"refresh", "second_wave", "first_answer"}),
        (79, {"refresh", "second_wave", "first_answer"}),
        (80, {"second_wave", "first_answer"}),
        (89, {"second_wave", "first_answer"}),
        (90, {"first_answer"}),
        (99, {"first_answer"}),
        (100, set()),
        (250, set()),
    ],
)
def test_refreshes_yield_first_and_first_answers_last(
    quota: DailyQuota, calls: int, spared: set[str]
) -> None:
    made(quota, calls)
    assert {purpose for purpose in SHARES if quota.spares(purpose)} == spared
    assert quota.left() == max(0, 100 - calls)
    assert (quota.block() is None) == ("first_answer" in spared)


def test_calls_are_forgotten_a_day_after_their_hour(
    quota: DailyQuota, clock: Clock
) -> None:
    made(quota, 60)
    clock.pass_by(1.5 * HOUR)
    made(quota, 40)
    for hours, used in ((0, 100), (23.4, 100), (0.2, 40), (0.8, 40), (0.2, 0)):
        clock.pass_by(hours * HOUR)
        assert quota.used() == used


@pytest.mark.parametrize(("later", "seconds"), [(30, 24 * HOUR), (60, 23.5 * HOUR)])
def test_a_block_ends_when_enough_calls_are_a_day_old(
    quota: DailyQuota, clock: Clock, later: int, seconds: float
) -> None:
    """Where the first hour had too few calls, the second has to end, too."""
    made(quota, later)
    clock.pass_by(1.5 * HOUR)
    made(quota, 160 - later if later == 30 else 100 - later)
    block = quota.block()
    assert block is not None
    assert block.seconds == pytest.approx(seconds)
    assert isinstance(block.error(), QuotaExceeded)
    clock.pass_by(block.seconds + 0.5 * HOUR)
    assert quota.block() is None


def test_without_a_limit_calls_are_counted_and_nobody_yields(clock: Clock) -> None:
    quota = DailyQuota(None, clock)
    made(quota, 5000)
    assert (quota.used(), quota.left(), quota.block()) == (5000, None, None)
    assert all(quota.spares(purpose) for purpose in SHARES)


def test_a_shared_count_of_another_day_or_of_a_wrong_clock_is_none(
    quota: DailyQuota, clock: Clock
) -> None:
    hour = int(clock.now // HOUR)
    quota.exchanged({hour - 25: 9, hour - 24: 1, hour: 2, hour + 1: 3, hour + 2: 9}, {})
    assert quota.used() == 6
