"""Admission: bounded rooms, whose places are given back however it ends."""

import pytest

from service.admission import Admission, ConcurrencyLimit, TooManyRequests


def test_no_more_come_in_than_there_are_places() -> None:
    room = ConcurrencyLimit(2)
    with room, room:
        with pytest.raises(TooManyRequests), room:
            pytest.fail("one too many")
        assert room.taken == 2
    assert room.taken == 0


def test_a_place_is_given_back_after_a_fault() -> None:
    room = ConcurrencyLimit(1)
    with pytest.raises(ValueError, match="x"), room:
        raise ValueError("x")
    assert room.taken == 0


def test_the_two_sides_of_the_signature_are_counted_apart() -> None:
    admission = Admission(unverified=1, verified=1)
    with admission.unverified, admission.verified:
        assert (admission.unverified.taken, admission.verified.taken) == (1, 1)
