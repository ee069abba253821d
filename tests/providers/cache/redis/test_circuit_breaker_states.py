"""The breaker opens after three failures, and one probe closes it."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from providers.cache.redis.circuit_breaker import FAILURES, CircuitBreaker
from tests.providers.cache.world import Clock


def opened(clock: Clock, seed: int = 1) -> CircuitBreaker:
    breaker = CircuitBreaker(clock, Random(seed))
    told = [breaker.failed() for _ in range(FAILURES)]
    assert told == [False, False, True], "it is told once that it opens"
    return breaker


def test_two_failures_are_no_outage() -> None:
    breaker = CircuitBreaker(Clock(), Random(1))
    for _ in range(5):
        breaker.failed()
        breaker.failed()
        assert not breaker.is_open
        assert not breaker.try_half_open(), "there is nothing to find out"
        assert not breaker.succeeded(), "nothing was open"


@given(st.integers())
def test_it_stays_open_for_five_seconds_or_so(seed: int) -> None:
    clock = Clock()
    breaker = opened(clock, seed)
    clock.pass_by(3.99)
    assert not breaker.try_half_open()
    clock.pass_by(2.02)
    assert breaker.try_half_open()


def test_one_probe_at_a_time() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.pass_by(6.1)
    assert [breaker.try_half_open() for _ in range(3)] == [True, False, False]
    assert breaker.is_open
    assert breaker.succeeded(), "it is told once that it closes"
    assert not breaker.succeeded()
    assert not breaker.try_half_open(), "it is closed"


def test_a_failed_probe_opens_it_anew() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.pass_by(6.1)
    assert breaker.try_half_open()
    assert not breaker.failed(), "it was told already"
    clock.pass_by(3.9)
    assert not breaker.try_half_open()
    clock.pass_by(2.2)
    assert breaker.try_half_open()


def test_a_probe_that_withdraws_leaves_its_place() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.pass_by(6.1)
    assert breaker.try_half_open()
    breaker.inconclusive()
    assert breaker.try_half_open()
