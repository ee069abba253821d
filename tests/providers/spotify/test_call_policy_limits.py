"""How long an attempt may take, by what is left."""

import pytest

from providers.deadline import Deadline
from providers.errors import DeadlineExceeded
from providers.spotify.call_policy import left_for_attempt, left_for_calls
from tests.providers.spotify.conftest import Clock


@pytest.mark.parametrize(
    ("remaining", "calls", "attempt"),
    [(6.5, 6.0, 1.5), (2.0, 1.5, 1.5), (1.9, 1.4, 1.4), (0.51, 0.01, 0.01)],
)
def test_what_is_left(remaining: float, calls: float, attempt: float) -> None:
    deadline = Deadline.after(remaining, Clock())
    assert left_for_calls(deadline) == pytest.approx(calls)
    assert left_for_attempt(deadline) == pytest.approx(attempt)


@pytest.mark.parametrize("remaining", [0.5, 0.2, 0.0, -3.0])
def test_nothing_is_left(remaining: float) -> None:
    deadline = Deadline.after(remaining, Clock())
    for left in (left_for_calls, left_for_attempt):
        with pytest.raises(DeadlineExceeded):
            left(deadline)
