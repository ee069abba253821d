"""The one door to Redis: bounded, broken off when it fails, heard of once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from random import Random
from typing import Literal, TypeVar

from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.breaker import Breaker
from providers.cache.redis_client import PoolSaturated

T = TypeVar("T")

# Seconds that one turn of a healthy loop never takes.
SLOW_TURN = 0.03

log = logging.getLogger(__name__)


class RedisOut(Exception):
    """Redis did not answer, not in time, or not in a way that makes sense."""


class Gate:
    """Operations on Redis go through here one by one, reads and writes.

    A server that answers reads and refuses writes (full, a replica, too few rights)
    is half there: writes stop, reads go on. `failures` counts what failed.
    """

    def __init__(self, clock: Callable[[], float], rng: Random) -> None:
        self.failures = 0
        self._answers = 0
        self._reach = Breaker(clock, rng)
        self._writes = Breaker(clock, rng)

    def state(self) -> Literal["up", "read_only", "down"]:
        if self._reach.is_open:
            return "down"
        return "read_only" if self._writes.is_open else "up"

    async def read(self, operation: Callable[[], Awaitable[T]], seconds: float) -> T:
        """What `operation` gives within `seconds`; raises `RedisOut`."""
        return await self._admitted(partial(self._attempt, operation), seconds)

    async def write(self, operation: Callable[[], Awaitable[T]], seconds: float) -> T:
        """The same for an operation that the server may refuse by itself."""
        if not self._writes.admits():
            raise RedisOut
        try:
            attempt = partial(self._attempt, operation, refusable=True)
            result = await self._admitted(attempt, seconds)
        except ResponseError as error:
            self.failures += 1
            if self._writes.failed():
                log.warning("redis refuses writes: %s", type(error).__name__)
            raise RedisOut from None
        except BaseException:
            self._writes.withdrew()
            raise
        if self._writes.succeeded():
            log.info("redis takes writes again")
        return result

    async def _admitted(
        self, attempt: Callable[[float], Awaitable[T]], seconds: float
    ) -> T:
        if not self._reach.admits():
            raise RedisOut
        return await attempt(seconds)

    async def _attempt(
        self,
        operation: Callable[[], Awaitable[T]],
        seconds: float,
        *,
        refusable: bool = False,
    ) -> T:
        answers = self._answers
        try:
            async with asyncio.timeout(seconds):
                result = await operation()
        except asyncio.CancelledError:
            self._reach.withdrew()
            raise
        except Exception as error:  # a broken stream surfaces as almost any error
            if refusable and isinstance(error, ResponseError):
                self._answered()
                raise
            self.failures += 1
            if await self._was_crowded(error, answers):
                self._reach.withdrew()
            elif self._reach.failed():
                log.warning("redis is out: %s", type(error).__name__)
            raise RedisOut from None
        self._answered()
        return result

    async def _was_crowded(self, error: Exception, answers: int) -> bool:
        """Whether this process had too much to do, which says nothing of the server:
        no connection was free, or others were answered while this one ran out of
        time, or a turn of the loop takes as long as an answer may."""
        if isinstance(error, PoolSaturated):
            return True
        if not isinstance(error, TimeoutError | RedisTimeoutError):
            return False
        loop = asyncio.get_running_loop()
        began = loop.time()
        await asyncio.sleep(0)
        return self._answers != answers or loop.time() - began > SLOW_TURN

    def _answered(self) -> None:
        self._answers += 1
        if self._reach.succeeded():
            log.info("redis is back")
