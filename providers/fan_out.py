"""Several calls at once, each optional, inside one limit of time."""

import asyncio
from collections.abc import Awaitable, Collection, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from providers.errors import (
    LinkExpired,
    NotAdmitted,
    NotLinked,
    Overloaded,
    PremiumRequired,
    ProviderError,
    TooSlow,
)
from providers.timeouts import Deadline


def raise_first(errors: Mapping[str, ProviderError | None]) -> None:
    """Where nothing came of several calls: why the first did not, `TooSlow` if late."""
    for error in errors.values():
        raise error or TooSlow


T = TypeVar("T")

A = TypeVar("A")

B = TypeVar("B")

# No call of this listener can succeed, so the answer is the error itself.
FATAL_ERRORS = (NotLinked, LinkExpired, NotAdmitted, PremiumRequired, Overloaded)

LATE = "late"

RESERVE = 1.0  # seconds kept for making the answer from what there is


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long the steps of an answer wait for those who are late, in seconds.

    Together they leave an answer well within the time that Alexa waits.
    """

    lists: float = 1.6
    searches: float = 1.2
    look: float = 1.2


USUAL_TIMEOUTS = Timeouts()


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came, by name, and why the others did not: an error, or None for late."""

    results: Mapping[str, T]
    errors: Mapping[str, ProviderError | None]

    @property
    def missing(self) -> dict[str, str]:
        """The reasons, as words for a log."""
        return {
            name: error.reason if error else LATE for name, error in self.errors.items()
        }


async def fan_out(
    calls: Mapping[str, Awaitable[T]],
    deadline: Deadline,
    *,
    patience: float,
    insist: bool = False,
) -> Outcome[T]:
    """Awaits all calls together, for at most `patience` seconds; cancels the late.

    With `insist`, where nothing has come by then, the first one is waited for as long
    as the deadline allows. Raises the first error that no other call of the listener
    could escape.
    """
    tasks = {name: asyncio.ensure_future(call) for name, call in calls.items()}
    try:
        limit = deadline.limit(patience, reserve=RESERVE)
        await _settle(tasks.values(), limit, first=False)
        if insist and not any(_came(task) for task in tasks.values()):
            limit = deadline.limit(deadline.remaining(), reserve=RESERVE)
            await _settle(tasks.values(), limit, first=True)
        return _outcome(tasks)
    finally:
        late = [task for task in tasks.values() if task.cancel()]
        await asyncio.gather(*late, return_exceptions=True)
        # What failed holds, by its traceback, the frames that hold these.
        late.clear()
        tasks.clear()


async def gather_both(one: Awaitable[A], other: Awaitable[B]) -> tuple[A, B]:
    """Awaits both; where one fails, the other is cancelled."""
    tasks = asyncio.ensure_future(one), asyncio.ensure_future(other)
    try:
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        del task, tasks  # as above


async def _settle(
    tasks: Collection[asyncio.Future[T]], seconds: float, *, first: bool
) -> None:
    """Waits for all, or with `first` for one that succeeds; never past `seconds`."""
    loop = asyncio.get_running_loop()
    until = loop.time() + seconds
    while pending := [task for task in tasks if not task.done()]:
        left = until - loop.time()
        if left <= 0 or (first and any(_came(task) for task in tasks)):
            return
        await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        pending.clear()
        _raise_fatal(tasks)


def _raise_fatal(tasks: Collection[asyncio.Future[T]]) -> None:
    if lost := [task for task in tasks if task.done() and _is_fatal(task)]:
        del lost[1:]
        lost.pop().result()


def _is_fatal(task: asyncio.Future[T]) -> bool:
    error = task.exception()
    return error is not None and (
        not isinstance(error, ProviderError) or isinstance(error, FATAL_ERRORS)
    )


def _came(task: asyncio.Future[T]) -> bool:
    return task.done() and task.exception() is None


def _outcome(tasks: Mapping[str, asyncio.Future[T]]) -> Outcome[T]:
    _raise_fatal(tasks.values())
    results = {name: task.result() for name, task in tasks.items() if _came(task)}
    errors: dict[str, ProviderError | None] = {}
    for name, task in tasks.items():
        error = task.exception() if task.done() else None
        if isinstance(error, ProviderError) or not task.done():
            errors[name] = error if isinstance(error, ProviderError) else None
    return Outcome(results, errors)
