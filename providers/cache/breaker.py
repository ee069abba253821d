"""Leaves something alone for a while after it failed three times in a row."""

from collections.abc import Callable
from random import Random

FAILURES = 3
OPEN_SECONDS = 5.0
JITTER = 0.2


class Breaker:
    """Closed until three failures in a row, then open for 5 s ± 20 %, then one probe
    decides. `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float], rng: Random) -> None:
        self._clock = clock
        self._rng = rng
        self._failures = 0
        self._open_until = 0.0
        self._probing = False

    @property
    def is_open(self) -> bool:
        """Failed, and no probe has succeeded since."""
        return self._failures >= FAILURES

    def is_due(self) -> bool:
        """Whether the caller is the probe: open for long enough, and nobody else is.
        Whoever is tells how it went: `succeeded`, `failed` or `withdrew`."""
        if not self.is_open or self._probing or self._clock() < self._open_until:
            return False
        self._probing = True
        return True

    def succeeded(self) -> bool:
        """True when this closes an open breaker."""
        closes = self.is_open
        self._failures = 0
        self._probing = False
        return closes

    def failed(self) -> bool:
        """True when this opens a closed breaker."""
        opens = self._failures == FAILURES - 1
        self._failures = min(self._failures + 1, FAILURES)
        self._probing = False
        if self.is_open:
            chance = 1 + JITTER * (2 * self._rng.random() - 1)
            self._open_until = self._clock() + OPEN_SECONDS * chance
        return opens

    def withdrew(self) -> None:
        """The attempt ended without saying anything about the other side."""
        self._probing = False
