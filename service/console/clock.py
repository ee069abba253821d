"""The console's time: it stands still within a step, and jumps where it is told to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class StageClock:
    """One wall clock and one monotonic clock that agree with each other.

    Within a step the wall clock stands still, so that a step which is replayed at the
    same time has the same answer. Everything on the stage goes by these two.
    """

    def __init__(
        self, wall: Callable[[], datetime], monotonic: Callable[[], float]
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._began = self._at = whole_second(wall())
        self._origin = monotonic()
        self._ahead = timedelta()
        self._jumped = 0.0

    def begin(self, at: datetime) -> None:
        """Starts at a time that was recorded, be it past or to come."""
        self._began = self._at = whole_second(at)

    def now(self) -> datetime:
        """The time of the step (aware, whole seconds)."""
        return self._at

    def monotonic(self) -> float:
        """Seconds that only ever grow, and grow by as much as `now` jumps."""
        return self._monotonic() + self._jumped

    def step(self, at: datetime | None = None) -> datetime:
        """Begins a step: now, or at a time that was recorded; never back in time."""
        if at is None:
            at = whole_second(self._wall()) + self._ahead
        self._at = max(self._at, at)
        passed = (self._at - self._began).total_seconds()
        behind = passed - (self.monotonic() - self._origin)
        self._jumped += max(0.0, behind)
        return self._at

    def jump(self, by: timedelta) -> datetime:
        """Lets time pass; every later step is as much ahead of the wall's clock."""
        self._ahead += by
        return self.step(self._at + by)


def whole_second(moment: datetime) -> datetime:
    """In UTC, as Alexa writes it in her requests.

    >>> whole_second(datetime(2026, 1, 2, 3, 4, 5, 678, UTC)).microsecond
    0
    """
    return moment.astimezone(UTC).replace(microsecond=0)
