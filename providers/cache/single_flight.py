"""One fetch for all who wait for the same thing in this process."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class _Flight:
    __slots__ = ("task", "waiting")

    def __init__(self, task: "asyncio.Task[Any]") -> None:
        self.task = task
        self.waiting = 0


class Waiter(Generic[T]):
    """A place in a flight. Empty once it is left: an error that comes out of the flight
    holds, by its traceback, whoever held the seat, and must not find itself there."""

    __slots__ = ("_flight",)

    def __init__(self, flight: _Flight) -> None:
        self._flight: _Flight | None = flight

    async def result(self) -> T:
        """The outcome of the flight, which goes on where this caller is cancelled."""
        if self._flight is None:
            raise RuntimeError("the seat was left")
        outcome: T = await asyncio.shield(self._flight.task)
        return outcome

    def leave(self) -> None:
        self._flight = None


class SingleFlight:
    """Work that lives as long as somebody waits for it.

    A caller that is cancelled leaves the others their fetch. The last one to leave
    cancels it: nothing runs after the response, because serverless hosts give no
    processor time then (https://cloud.google.com/run/docs/configuring/
    billing-settings).
    """

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight] = {}
        self._ending: set[asyncio.Task[Any]] = set()

    def __len__(self) -> int:
        return len(self._flights)

    def in_flight(self, key: Hashable) -> bool:
        return key in self._flights

    async def join(
        self, key: Hashable, start: Callable[[], Coroutine[Any, Any, T]]
    ) -> T:
        """The outcome of the flight under `key`, begun with `start` if there is none.

        An error of the flight reaches everybody who waits.
        """
        with self.joined(key, start) as seat:
            return await seat.result()

    @contextmanager
    def joined(
        self, key: Hashable, start: Callable[[], Coroutine[Any, Any, T]]
    ) -> Iterator[Waiter[T]]:
        """A seat in the flight, which is kept in the air meanwhile."""
        flight = self._flights.get(key) or self._start(key, start)
        flight.waiting += 1
        seat = Waiter[T](flight)
        try:
            yield seat
        finally:
            seat.leave()
            flight.waiting -= 1
            if not flight.waiting:
                self._leave(key, flight)
            del flight

    def _start(
        self, key: Hashable, start: Callable[[], Coroutine[Any, Any, T]]
    ) -> _Flight:
        flight = _Flight(asyncio.create_task(start()))
        self._flights[key] = flight
        self._ending.add(flight.task)
        flight.task.add_done_callback(self._ended)
        return flight

    def _leave(self, key: Hashable, flight: _Flight) -> None:
        del self._flights[key]
        flight.task.cancel()

    def _ended(self, task: "asyncio.Task[Any]") -> None:
        self._ending.discard(task)
        if not task.cancelled():
            task.exception()  # whoever waited has it; nobody may have waited

    async def aclose(self) -> None:
        """Cancels what is under way and waits for its end."""
        for task in tuple(self._ending):
            task.cancel()
        await asyncio.gather(*self._ending, return_exceptions=True)
