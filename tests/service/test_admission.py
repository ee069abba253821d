"""Admission: two bounds, counted, given back however it ends."""

import pytest

from service.admission import Admission, Busy


def test_no_more_knock_than_may() -> None:
    admission = Admission(unverified=2, verified=1)
    with admission.knock(), admission.knock():
        with pytest.raises(Busy), admission.knock():
            pytest.fail("one too many")
        assert admission.knocking == 2
    assert admission.knocking == 0


def test_no_more_are_inside_than_may() -> None:
    admission = Admission(unverified=1, verified=1)
    with admission.enter():
        with pytest.raises(Busy), admission.enter():
            pytest.fail("one too many")
        assert admission.inside == 1
    assert admission.inside == 0


def test_a_place_is_given_back_after_a_fault() -> None:
    admission = Admission()
    with pytest.raises(ValueError, match="x"), admission.knock(), admission.enter():
        raise ValueError("x")
    assert (admission.knocking, admission.inside) == (0, 0)
