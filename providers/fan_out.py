"""Fan-out: several optional calls at the same time, inside one time limit."""

import asyncio
from collections.abc import Awaitable, Collection, Mapping
from typing import Generic, TypeVar

import msgspec

from providers.deadline import Deadline
from providers.errors import (
    LinkExpired,
    NotAdmitted,
    NotFound,
    NotLinked,
    Overloaded,
    PremiumRequired,
    ProviderError,
    TooSlow,
    Unavailable,
)

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")

# No other call of the listener can succeed: the error itself is the answer. The last
# two are believed unless another call of the same fan-out succeeds: Spotify may refuse
# one list alone with a 403 of such or of no words.
_AT_ONCE = (NotLinked, LinkExpired, Overloaded)
FATAL_ERRORS = (*_AT_ONCE, NotAdmitted, PremiumRequired)

# The reason in `Outcome.missing` for a call that did not end in time.
LATE = "late"

# Seconds kept of the deadline for making the answer from the results.
RESERVE = 1.0


class Timeouts(msgspec.Struct, frozen=True):
    """How long each step of a recommendation waits for its calls, in seconds.

    `lists`: the listener's playlists and favourites.
    `searches`: the searches for new music. `look`: which tracks are saved.
    Together they leave an answer well within the time that Alexa waits.
    """

    lists: float = 1.6
    searches: float = 1.2
    look: float = 1.2


USUAL_TIMEOUTS = Timeouts()


class Outcome(msgspec.Struct, Generic[T], frozen=True):
    """The results of several calls by name, and the errors of the failed calls.

    `results`: what the successful calls returned. `errors`: the error of each failed
    call, None for a call that did not end in time.
    """

    results: Mapping[str, T]
    errors: Mapping[str, ProviderError | None]

    @property
    def missing(self) -> dict[str, str]:
        """Return the reason for each failed call, as a word for a log."""
        return {
            name: error.reason if error else LATE for name, error in self.errors.items()
        }


async def fan_out(
    calls: Mapping[str, Awaitable[T]],
    deadline: Deadline,
    *,
    seconds: float,
    wait_for_first: bool = False,
) -> Outcome[T]:
    """Await all calls together for at most `seconds`, and cancel the late calls.

    With `wait_for_first`, where no call has succeeded by then, wait for the first
    success as long as the deadline allows. Raise the first error in `FATAL_ERRORS`
    (the last two only where no call succeeds), and any error that is not a
    `ProviderError`.
    """
    tasks = {name: asyncio.ensure_future(call) for name, call in calls.items()}
    try:
        limit = deadline.limit(seconds, reserve=RESERVE)
        await _wait(tasks.values(), limit, first=False)
        if wait_for_first and not any(_succeeded(task) for task in tasks.values()):
            limit = deadline.limit(deadline.remaining(), reserve=RESERVE)
            await _wait(tasks.values(), limit, first=True)
        return _outcome(tasks)
    finally:
        late = [task for task in tasks.values() if task.cancel()]
        await asyncio.gather(*late, return_exceptions=True)
        # The traceback of a failed task holds the frames that hold these.
        late.clear()
        tasks.clear()


async def gather_both(first: Awaitable[A], second: Awaitable[B]) -> tuple[A, B]:
    """Return the results of both calls; where one fails, the other is cancelled."""
    tasks = asyncio.ensure_future(first), asyncio.ensure_future(second)
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        # The traceback of a failed task holds the frames that hold these.
        del task, tasks


async def optional(call: Awaitable[T], default: T) -> T:
    """Return what `call` returns, or `default` where it raises a `ProviderError`.

    Raise the errors in `FATAL_ERRORS`.
    """
    try:
        return await call
    except FATAL_ERRORS:
        raise
    except ProviderError:
        return default


def raise_first(errors: Mapping[str, ProviderError | None]) -> None:
    """Raise the first error, `TooSlow` where that call was late.

    `Unavailable` for `NotFound`: a thing that is gone answers for itself, not for the
    question about many. Return None where `errors` is empty.
    """
    for error in errors.values():
        if isinstance(error, NotFound):
            raise Unavailable
        raise error or TooSlow


async def _wait(
    tasks: Collection[asyncio.Future[T]], seconds: float, *, first: bool
) -> None:
    """Wait for all tasks, or with `first` for one success; never past `seconds`."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while pending := [task for task in tasks if not task.done()]:
        left = until - loop.time()
        if left <= 0 or (first and any(_succeeded(task) for task in tasks)):
            return
        await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        pending.clear()
        _raise_first(tasks, _AT_ONCE)


def _raise_first(
    tasks: Collection[asyncio.Future[T]], fatal: tuple[type[ProviderError], ...]
) -> None:
    """Raise the first error that is one of `fatal`, or no `ProviderError`.

    No variable keeps the error or its task: its traceback holds this frame.
    """
    if failed := [task for task in tasks if task.done() and _is_one_of(fatal, task)]:
        del failed[1:]
        failed.pop().result()


def _is_one_of(fatal: tuple[type[ProviderError], ...], task: asyncio.Future[T]) -> bool:
    error = task.exception()
    return error is not None and (
        not isinstance(error, ProviderError) or isinstance(error, fatal)
    )


def _succeeded(task: asyncio.Future[T]) -> bool:
    return task.done() and task.exception() is None


def _outcome(tasks: Mapping[str, asyncio.Future[T]]) -> Outcome[T]:
    found = any(_succeeded(task) for task in tasks.values())
    _raise_first(tasks.values(), _AT_ONCE if found else FATAL_ERRORS)
    results = {name: task.result() for name, task in tasks.items() if _succeeded(task)}
    errors: dict[str, ProviderError | None] = {}
    for name, task in tasks.items():
        error = task.exception() if task.done() else None
        if isinstance(error, ProviderError) or not task.done():
            errors[name] = error if isinstance(error, ProviderError) else None
    return Outcome(results, errors)
