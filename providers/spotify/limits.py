"""How long calls may take: an attempt by itself, and all of them by the deadline."""

from providers.deadline import Deadline
from providers.errors import DeadlineExceeded

# An answer that takes longer rarely comes at all; what is left after the last call is
# for saying so.
ATTEMPT_SECONDS = 1.5
RESERVE_SECONDS = 0.5


def left_for_calls(deadline: Deadline) -> float:
    """Seconds that calls may still take; `DeadlineExceeded` when there are none."""
    seconds = deadline.remaining() - RESERVE_SECONDS
    if seconds <= 0:
        raise DeadlineExceeded
    return seconds


def left_for_attempt(deadline: Deadline) -> float:
    """Seconds that one attempt may take from now on; `DeadlineExceeded` likewise."""
    return min(ATTEMPT_SECONDS, left_for_calls(deadline))
