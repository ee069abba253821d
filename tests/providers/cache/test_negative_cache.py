"""A failure told by one process is the same failure to another."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from providers import errors
from providers.cache.negative_cache import (
    NegativeCache,
    decode_error,
    encode_error,
    shared_seconds,
)
from providers.errors import ProviderError, RateLimited, Rejected, Unavailable
from tests.providers.cache.world import Clock

EVERY_ERROR: list[ProviderError] = [
    RateLimited(30.5),
    errors.QuotaExceeded(900),
    Rejected(415),
    *(
        kind()
        for kind in vars(errors).values()
        if isinstance(kind, type)
        and issubclass(kind, ProviderError)
        and not issubclass(kind, RateLimited | Rejected)
    ),
]


@pytest.mark.parametrize("error", EVERY_ERROR, ids=lambda error: error.reason)
def test_every_error_comes_back(error: ProviderError) -> None:
    again = decode_error(encode_error(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error)


@pytest.mark.parametrize(
    "junk", [b"", b"rate_limited", b"rejected x", b"\xff\xfe", b"new"]
)
def test_unknown_words_are_an_outage(junk: bytes) -> None:
    assert type(decode_error(junk)) is Unavailable


@given(st.binary(max_size=30))
def test_any_word_is_some_error(junk: bytes) -> None:
    assert isinstance(decode_error(junk), ProviderError)


@given(st.integers())
def test_a_failure_is_shared_for_a_second_or_a_little_more(seed: int) -> None:
    assert 1.0 <= shared_seconds(Random(seed)) <= 1.2


def test_recent_failures_are_raised_again_for_a_second() -> None:
    clock = Clock()
    recent = NegativeCache(clock, Random(1))
    recent.check("other")
    recent.note("key", RateLimited(7))
    recent.check("other")
    with pytest.raises(RateLimited) as caught:
        recent.check("key")
    assert caught.value.retry_after == 7
    clock.pass_by(1.3)
    recent.check("key")
    recent.check("key")


def test_recent_failures_are_bounded() -> None:
    recent = NegativeCache(Clock(), Random(1))
    for number in range(5000):
        recent.note(number, Unavailable())
    assert len(recent) <= 1024
    with pytest.raises(Unavailable):
        recent.check(4999)


@pytest.mark.parametrize(
    "word",
    [
        *(b"rate_limited inf", b"rate_limited nan", b"rate_limited -5"),
        *(b"rate_limited 1e308", b"quota_exceeded " + b"9" * 400),
        b"rejected " + b"9" * 400,
    ],
)
def test_no_number_of_a_foreign_hand_is_believed(word: bytes) -> None:
    """Whoever can write Redis can write a failure."""
    error = decode_error(word)
    if isinstance(error, RateLimited):
        assert 0 <= error.retry_after <= 24 * 3600
    if isinstance(error, Rejected):
        assert error.status < 1000
