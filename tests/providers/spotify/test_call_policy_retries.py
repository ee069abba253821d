"""The share of calls that may be repeated."""

import random

from hypothesis import given
from hypothesis import strategies as st

from providers.spotify.call_policy import MOST_SAVED_RETRIES, RetryBudget
from tests.providers.spotify.conftest import Clock


def test_a_budget_gives_what_was_saved_and_no_more() -> None:
    budget = RetryBudget(Clock())
    withdrawals = [budget.try_withdraw() for _ in range(11)]
    assert withdrawals == [True] * 10 + [False]


def test_ten_calls_earn_one_retry() -> None:
    budget = RetryBudget(Clock())
    while budget.try_withdraw():
        pass
    for _ in range(11):
        budget.deposit()
    assert budget.try_withdraw()
    assert not budget.try_withdraw()


def test_time_earns_retries_for_the_quiet() -> None:
    clock = Clock()
    budget = RetryBudget(clock)
    while budget.try_withdraw():
        pass
    clock.now += 10.5
    assert budget.try_withdraw()
    assert not budget.try_withdraw()


def test_no_more_is_saved_than_the_most() -> None:
    clock = Clock()
    budget = RetryBudget(clock)
    clock.now += 1e6
    budget.deposit()
    assert sum(budget.try_withdraw() for _ in range(50)) == MOST_SAVED_RETRIES


@given(st.integers(0, 2000), st.integers(0, 2**32))
def test_retries_stay_a_tenth_of_calls(calls: int, seed: int) -> None:
    budget, chance = RetryBudget(Clock()), random.Random(seed)
    spent = 0
    for _ in range(calls):
        budget.deposit()
        spent += chance.random() < 0.7 and budget.try_withdraw()
    assert spent <= MOST_SAVED_RETRIES + calls * 0.1 + 1
