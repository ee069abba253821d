"""Deadline, time budget and timeouts of one request.

`Deadline` is the moment by which a request must be answered. `TimeBudget` is the time
that Redis may take of a request. `SharedTimer` ends many short waits with one timer,
`TimeLimits` does it for whole steps.
The two functions put a timeout, or any context, round a coroutine at its first wait
only: work that needs no waiting then costs nothing more.
"""

import asyncio
import threading
import types
from collections.abc import Callable, Coroutine, Generator, Iterable
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, Self, TypeVar

import msgspec

from providers.turn_telemetry import RedisCalls

# Amazon waits 8 s (https://developer.amazon.com/docs/custom-skills/
# request-types-reference.html); 1.5 s stay for the network and the encoder.
REQUEST_SECONDS = 6.5

# What Redis may take of one request, however many commands it sends …
REDIS_SECONDS = 0.3
# … and where the server is far away: so many round trips, but not more seconds.
REDIS_ROUND_TRIPS = 6
DISTANT_REDIS_SECONDS = 0.5

# How often a shared timer looks whether a caller has waited long enough.
LATE_BY = 0.02

T = TypeVar("T")


class Deadline(msgspec.Struct, frozen=True):
    """The moment by which a request must be answered.

    `at` is that moment on `clock`, a monotonic clock in seconds.
    """

    at: float
    clock: Callable[[], float]

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float]) -> Self:
        """Return the deadline that is `seconds` from now."""
        return cls(clock() + seconds, clock)

    def remaining(self) -> float:
        """Return the seconds left, never below zero."""
        return max(0.0, self.at - self.clock())

    def limit(self, seconds: float, *, reserve: float = 0.0) -> float:
        """Return the smaller of `seconds` and what remains less `reserve`, at least
        zero."""
        return max(0.0, min(seconds, self.remaining() - reserve))

    def timeout(self, seconds: float, *, reserve: float = 0.0) -> asyncio.Timeout:
        """Return an `asyncio.timeout` for a step of at most `limit(seconds)`."""
        return asyncio.timeout(self.limit(seconds, reserve=reserve))


class TimeBudget:
    """The time that Redis may take of one request; a failure ends the budget.

    Commands that run at the same time count once. `clock` is monotonic, in seconds.
    `lost` is set after a failure: nothing remains from then on. Without `seconds` the
    budget is `REDIS_SECONDS`, and more for a server that is far away. `calls` records
    what the time was spent on; None for nobody who wants to know.
    """

    __slots__ = (
        "_active",
        "_active_since",
        "_clock",
        "_left",
        "_most",
        "calls",
        "lost",
    )

    def __init__(
        self,
        clock: Callable[[], float],
        seconds: float | None = None,
        *,
        calls: RedisCalls | None = None,
    ) -> None:
        self.calls = calls
        self._clock = clock
        self._left = REDIS_SECONDS if seconds is None else seconds
        self._most = REDIS_SECONDS if seconds is None else None
        self._active = 0
        self._active_since = 0.0
        self.lost = False

    def remaining(self) -> float:
        """Return the seconds left, never below zero; zero once the budget is lost."""
        if self.lost:
            return 0.0
        running = self._clock() - self._active_since if self._active else 0.0
        return max(0.0, self._left - running)

    def allow_for_distance(self, round_trip: float) -> None:
        """Raise the budget to what a server `round_trip` seconds away needs.

        A budget of given seconds stays as it is.
        """
        wanted = min(REDIS_ROUND_TRIPS * round_trip, DISTANT_REDIS_SECONDS)
        if self._most is not None and wanted > self._most:
            self._left += wanted - self._most
            self._most = wanted

    def spending(self) -> Self:
        """Return what takes the time of a `with` block from the budget."""
        return self

    def __enter__(self) -> Self:
        if not self._active:
            self._active_since = self._clock()
        self._active += 1
        return self

    def __exit__(self, *_: object) -> None:
        self._active -= 1
        if not self._active:
            self._left -= self._clock() - self._active_since


class SharedTimer:
    """Ends waits that take too long, with one timer for all that wait.

    They end with a new `error()`, up to `LATE_BY` after their time. A timer for each
    would cost more than the wait: most of them are cancelled within a millisecond.
    """

    def __init__(self, error: Callable[[], Exception]) -> None:
        self._error = error
        self._waits: dict[asyncio.Future[Any], float] = {}
        self._timer: asyncio.TimerHandle | None = None

    def now(self) -> float:
        """Return the time of the event loop."""
        return asyncio.get_running_loop().time()

    def limit(self, futures: Iterable["asyncio.Future[Any]"], until: float) -> None:
        """Let the futures fail at that moment of `now`."""
        for future in futures:
            self._waits[future] = until
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(LATE_BY, self._look)

    def release(self, futures: Iterable["asyncio.Future[Any]"]) -> None:
        """Drop futures that nobody waits for any more."""
        for future in futures:
            self._waits.pop(future, None)

    def _look(self) -> None:
        now = self.now()
        for future, until in tuple(self._waits.items()):
            if not future.done() and until <= now:
                future.set_exception(self._error())
                future.exception()  # nobody may wait: no warning then
        self._timer = None
        if self._waits:
            self.limit((), 0.0)


class TimeLimits(threading.local):
    """Time limits of steps, kept by one timer for all of a thread's event loop.

    An `asyncio.timeout` arms a timer and cancels it when the step ends, which takes
    some 20 calls. Here the timer is armed for the limit that comes first, which changes
    seldom, since most limits are as long as those before them.
    """

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._limits: dict[asyncio.Timeout, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    def begin(self, seconds: float) -> asyncio.Timeout:
        """Return the time-out of a step that begins now; `end` has to be called."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._loop, self._limits, self._timer = loop, {}, None
        timeout = asyncio.Timeout(None)
        self.move(timeout, seconds)
        return timeout

    def move(self, timeout: asyncio.Timeout, seconds: float) -> None:
        """Let the step end in that time from now instead."""
        now = asyncio.get_running_loop().time()
        until = self._limits[timeout] = now + seconds
        if self._timer is None or until < self._timer.when():
            self._arm(until)

    def end(self, timeout: asyncio.Timeout) -> None:
        """Forget a step that is over."""
        self._limits.pop(timeout, None)

    def _arm(self, until: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_at(until, self._look)

    def _look(self) -> None:
        self._timer = None
        now = asyncio.get_running_loop().time()
        for timeout, until in tuple(self._limits.items()):
            if until <= now:
                self.end(timeout)
                timeout.reschedule(now)  # ends the step in the next turn of the loop
        if self._limits:
            self._arm(max(min(self._limits.values()), now + LATE_BY))


time_limits = TimeLimits()
"""The time limits of the thread that asks."""


class TimedOut(TimeoutError):
    """The limit of `timeout_after_first_wait` was reached.

    No other timeout is raised as this class.
    """


async def timeout_after_first_wait(work: Coroutine[Any, Any, T], seconds: float) -> T:
    """Return what `work` returns; raise `TimedOut` where it waits past `seconds`.

    Raise also whatever `work` raises.

    With everything at hand most work ends without waiting once. A timer would then be
    armed, cancelled and kept by the loop for nothing. So the first step is taken before
    there is a timer.
    """
    try:
        first_wait = work.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    timeout = time_limits.begin(seconds)
    try:
        async with timeout:
            return await _finish(work, first_wait)
    except TimeoutError:
        if timeout.expired():
            raise TimedOut from None
        raise
    finally:
        time_limits.end(timeout)
        # These hold the error whose traceback holds this frame.
        del first_wait, timeout


async def context_after_first_wait(
    work: Coroutine[Any, Any, T],
    make_context: Callable[[], AbstractContextManager[None]],
) -> T:
    """Return what `work` returns, with `make_context()` around it from its first wait.

    Work that does not wait gets no context. Raise whatever `work` raises.
    """
    try:
        first_wait = work.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    try:
        with make_context():
            return await _finish(work, first_wait)
    finally:
        del first_wait  # holds the error whose traceback holds this frame


@types.coroutine
def _finish(work: Coroutine[Any, Any, T], awaited: Any) -> Generator[Any, Any, T]:
    """Take the steps after the first, as `await` itself would take them (PEP 380)."""
    try:
        while True:
            try:
                sent = yield awaited
            except GeneratorExit:
                work.close()
                raise
            except BaseException as thrown:  # noqa: BLE001 - passed on, a cancellation too
                step = partial(work.throw, thrown)
            else:
                step = partial(work.send, sent)
            try:
                awaited = step()
            except StopIteration as done:
                value: T = done.value
                return value
            finally:
                del step
    finally:
        del awaited
