"""A burst at once, a steady rate after it."""

from itertools import takewhile

from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.fetch_admission import TokenBucket


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


def granted(bucket: TokenBucket) -> int:
    return sum(1 for _ in takewhile(bool, iter(bucket.take, None)))


def test_the_burst_is_granted_at_once_and_no_more() -> None:
    assert granted(TokenBucket(3, 1.0, Clock())) == 3


def test_it_refills_at_its_rate() -> None:
    clock = Clock()
    bucket = TokenBucket(3, 2.0, clock)
    granted(bucket)
    clock.at += 0.4
    assert not bucket.take()
    clock.at += 0.2
    assert bucket.take()
    assert not bucket.take()


def test_it_holds_no_more_than_its_burst() -> None:
    clock = Clock()
    bucket = TokenBucket(3, 2.0, clock)
    clock.at += 1e6
    assert granted(bucket) == 3


@given(st.lists(st.floats(0, 5), max_size=30), st.integers(1, 5))
@settings(max_examples=50)
def test_never_more_than_burst_and_rate_allow(waits: list[float], burst: int) -> None:
    clock = Clock()
    bucket = TokenBucket(burst, 0.5, clock)
    taken = granted(bucket)
    for wait in waits:
        clock.at += wait
        taken += granted(bucket)
    assert taken <= burst + sum(waits) * 0.5 + 1e-6
