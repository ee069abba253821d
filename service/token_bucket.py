"""Grants a burst at once and a steady rate after it."""

from collections.abc import Callable


class TokenBucket:
    """`burst` grants to begin with, refilled at `per_second` on a monotonic clock."""

    __slots__ = ("_at", "_burst", "_clock", "_left", "_per_second")

    def __init__(
        self, burst: int, per_second: float, clock: Callable[[], float]
    ) -> None:
        self._burst = float(burst)
        self._per_second = per_second
        self._clock = clock
        self._left = self._burst
        self._at = clock()

    def take(self) -> bool:
        """Whether one more is granted now."""
        at = self._clock()
        refill = (at - self._at) * self._per_second
        self._left = min(self._burst, self._left + refill)
        self._at = at
        if self._left < 1:
            return False
        self._left -= 1
        return True
