"""Bounds or guards work in time, free of charge where it needs no waiting."""

import asyncio
import types
from collections.abc import Callable, Coroutine, Generator
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, TypeVar

T = TypeVar("T")


class TimeUp(TimeoutError):
    """The bound of `in_time` was reached; no other time-out is raised as this."""


async def in_time(work: Coroutine[Any, Any, T], seconds: float) -> T:
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
            raise TimeUp from None
        raise
    finally:
        del first, bound  # they hold the error whose traceback holds this frame


async def guarded(
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
