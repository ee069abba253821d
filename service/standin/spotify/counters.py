"""What was asked of the stand-in: calls, statuses, concurrency, the last of them."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

KEPT_CALLS = 1000


@dataclass(slots=True)
class SeenCall:
    """One call; `began` and `seconds` by the loop's clock, `status` None while it is
    under way and for one that ended without an answer. No token is kept."""

    endpoint: str
    query: str
    account: str | None
    began: float
    seconds: float = 0.0
    status: int | None = None


@dataclass(slots=True)
class Tally:
    """The figures of one endpoint, or of all."""

    calls: int = 0
    in_flight: int = 0
    peak: int = 0
    statuses: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        self.calls += 1
        self.in_flight += 1
        self.peak = max(self.peak, self.in_flight)

    def end(self, status: int | None) -> None:
        self.in_flight -= 1
        self.statuses["none" if status is None else str(status)] += 1

    def figures(self) -> dict[str, Any]:
        return {
            "calls": self.calls,
            "in_flight": self.in_flight,
            "peak": self.peak,
            "statuses": dict(self.statuses),
        }


class Counters:
    """Counts every API call under its endpoint, `GET /me/playlists`."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._waiting: list[tuple[Callable[[Counters], bool], asyncio.Event]] = []
        self.reset()

    def reset(self) -> None:
        """Begins anew; a call under way ends on the tallies that it began on."""
        self.all = Tally()
        self.endpoints: dict[str, Tally] = {}
        self.recent: deque[SeenCall] = deque(maxlen=KEPT_CALLS)

    def of(self, endpoint: str) -> Tally:
        return self.endpoints.setdefault(endpoint, Tally())

    def calls(self, endpoint: str | None = None) -> int:
        """How many calls there were, in all or of one endpoint."""
        return (self.all if endpoint is None else self.of(endpoint)).calls

    @contextmanager
    def counting(
        self, endpoint: str, query: str, account: str | None
    ) -> Iterator[SeenCall]:
        """Counts the call within; set its `status` before the end."""
        call = SeenCall(endpoint, query, account, self._clock())
        tallies = (self.all, self.of(endpoint))
        for tally in tallies:
            tally.begin()
        self.recent.append(call)
        self._changed()
        try:
            yield call
        finally:
            call.seconds = self._clock() - call.began
            for tally in tallies:
                tally.end(call.status)
            self._changed()

    async def until(self, condition: "Callable[[Counters], bool]") -> None:
        """Waits for the figures to fulfil a condition; it may be fulfilled already."""
        if condition(self):
            return
        reached = asyncio.Event()
        self._waiting.append((condition, reached))
        try:
            await reached.wait()
        finally:
            self._waiting.remove((condition, reached))

    def _changed(self) -> None:
        for condition, reached in self._waiting:
            if condition(self):
                reached.set()

    def figures(self) -> dict[str, Any]:
        """All of it as JSON-able values."""
        return {
            "all": self.all.figures(),
            "endpoints": {name: t.figures() for name, t in self.endpoints.items()},
            "recent": [
                {
                    "endpoint": call.endpoint,
                    "query": call.query,
                    "account": call.account,
                    "began": call.began,
                    "seconds": call.seconds,
                    "status": call.status,
                }
                for call in self.recent
            ],
        }
