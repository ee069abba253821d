"""The stand-in's own time: the machine's, moved on request."""

from collections.abc import Callable
from datetime import datetime, timedelta


class AdjustableClock:
    """Runs on `now`, an aware clock, and may be set forward or back."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return self._now() + self.ahead

    def advance(self, by: timedelta) -> None:
        self.ahead += by

    def set(self, moment: datetime) -> None:
        """Makes it that moment now; `moment` is aware."""
        self.ahead = moment - self._now()

    def reset(self) -> None:
        self.ahead = timedelta()
