"""Bounds or guards work in time, free of charge where it needs no waiting."""

import asyncio
import types
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any, Self, TypeVar

import msgspec

REDIS_SECONDS = 0.3  # of one request, whatever it asks


class TimeBudget:
    """The time that Redis may take of one request; none is left after a failure.

    What runs side by side counts once. `clock` is monotonic, in seconds.
    """

    __slots__ = ("_active", "_clock", "_left", "_since", "lost")

    def __init__(
        self, clock: Callable[[], float], seconds: float = REDIS_SECONDS
    ) -> None:
        self._clock = clock
        self._left = seconds
        self._active = 0
        self._since = 0.0
        self.lost = False

    def remaining(self) -> float:
        if self.lost:
            return 0.0
        running = self._clock() - self._since if self._active else 0.0
        return max(0.0, self._left - running)

    @contextmanager
    def spending(self) -> Iterator[None]:
        if not self._active:
            self._since = self._clock()
        self._active += 1
        try:
            yield
        finally:
            self._active -= 1
            if not self._active:
                self._left -= self._clock() - self._since


T = TypeVar("T")


class TimedOut(TimeoutError):
    """The bound of `in_time` was reached; no other time-out is raised as this."""


async def timeout_after_first_wait(work: Coroutine[Any, Any, T], seconds: float) -> T:
    """What `work` returns or raises; raises `TimeUp` where it waits past `seconds`.

    With everything at hand most work ends without waiting once, and a timer for it
    would be armed, cancelled and kept by the loop for nothing: so the first step is
    taken before there is one.
    """
    try:
        first = work.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    bound = asyncio.timeout(seconds)
    try:
        async with bound:
            return await _rest(work, first)
    except TimeoutError:
        if bound.expired():
            raise TimedOut from None
        raise
    finally:
        del first, bound  # they hold the error whose traceback holds this frame


async def context_after_first_wait(
    work: Coroutine[Any, Any, T], guard: Callable[[], AbstractContextManager[None]]
) -> T:
    """What `work` returns or raises; `guard()` surrounds it from its first wait on."""
    try:
        first = work.send(None)
    except StopIteration as done:
        value: T = done.value
        return value
    try:
        with guard():
            return await _rest(work, first)
    finally:
        del first  # as above


@types.coroutine
def _rest(work: Coroutine[Any, Any, T], waiting: Any) -> Generator[Any, Any, T]:
    """The steps after the first, as `await` itself would take them (PEP 380)."""
    try:
        while True:
            try:
                sent = yield waiting
            except GeneratorExit:
                work.close()
                raise
            except BaseException as thrown:  # noqa: BLE001 - passed on, a cancellation too
                step = partial(work.throw, thrown)
            else:
                step = partial(work.send, sent)
            try:
                waiting = step()
            except StopIteration as done:
                value: T = done.value
                return value
            finally:
                del step
    finally:
        del waiting


# FOLDED The one moment by which a request must be answered, carried through every call.

# Amazon waits 8 s (https://developer.amazon.com/docs/custom-skills/
# request-types-reference.html); 1.5 s stay for the network and the encoder.
ANSWER_SECONDS = 6.5


class Deadline(msgspec.Struct, frozen=True):
    """A moment on a monotonic clock; seconds throughout."""

    at: float
    clock: Callable[[], float]

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float]) -> Self:
        return cls(clock() + seconds, clock)

    def remaining(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self.at - self.clock())

    def limit(self, seconds: float, *, reserve: float = 0.0) -> float:
        """The smaller of `seconds` and what remains less `reserve`; at least zero."""
        return max(0.0, min(seconds, self.remaining() - reserve))

    def timeout(self, seconds: float, *, reserve: float = 0.0) -> asyncio.Timeout:
        """An `asyncio.timeout` for a step that may take `limit(seconds)` at most."""
        return asyncio.timeout(self.limit(seconds, reserve=reserve))
