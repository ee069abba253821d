"""The share of calls that may be repeated, so that retries never become the load."""

from collections.abc import Callable

SHARE = 0.1
"""One retry for ten calls …"""

PER_SECOND = 0.1
"""… and one every ten seconds, for a service that is hardly used …"""

MOST = 10.0
"""… of which this many can be saved up."""


class RetryBudget:
    """A token bucket, one for the process; `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._filled = clock()
        self._tokens = MOST

    def earn(self) -> None:
        """Counts a first attempt."""
        self._fill(SHARE)

    def spend(self) -> bool:
        """Takes one retry; False when none is left."""
        self._fill(0.0)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def _fill(self, earned: float) -> None:
        now = self._clock()
        earned += (now - self._filled) * PER_SECOND
        self._filled = now
        self._tokens = min(MOST, self._tokens + earned)
