"""The one door to Redis: bounded, broken off when it fails, heard of once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeVar

from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError
from redis.exceptions import TimeoutError as RedisTimeoutError


class PoolSaturated(RedisConnectionError):
    """Every connection of this process is in use: Redis itself may be well."""


# FOLDED Leaves something alone for a while after it failed three times in a row.

FAILURES = 3

OPEN_SECONDS = 5.0

JITTER = 0.2


class CircuitBreaker:
    """Closed until three failures in a row, then open for 5 s ± 20 %, then one probe
    decides. `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float], rng: Random) -> None:
        self._clock = clock
        self._rng = rng
        self._failures = 0
        self._open_until = 0.0
        self._probing = False

    @property
    def is_open(self) -> bool:
        """Failed, and no probe has succeeded since."""
        return self._failures >= FAILURES

    def try_half_open(self) -> bool:
        """Whether the caller is the probe: open for long enough, and nobody else is.
        Whoever is tells how it went: `succeeded`, `failed` or `withdrew`."""
        if not self.is_open or self._probing or self._clock() < self._open_until:
            return False
        self._probing = True
        return True

    def succeeded(self) -> bool:
        """True when this closes an open breaker."""
        closes = self.is_open
        self._failures = 0
        self._probing = False
        return closes

    def failed(self) -> bool:
        """True when this opens a closed breaker."""
        opens = self._failures == FAILURES - 1
        self._failures = min(self._failures + 1, FAILURES)
        self._probing = False
        if self.is_open:
            chance = 1 + JITTER * (2 * self._rng.random() - 1)
            self._open_until = self._clock() + OPEN_SECONDS * chance
        return opens

    def inconclusive(self) -> None:
        """The attempt ended without saying anything about the other side."""
        self._probing = False


T = TypeVar("T")

Operation = Callable[[], Awaitable[T]]

# Seconds that one turn of a healthy loop never takes.
SLOW_TURN = 0.03

PROBE_SECONDS = 0.3

log = logging.getLogger(__name__)


class RedisUnavailable(Exception):
    """Redis did not answer, not in time, or not in a way that makes sense."""


class CircuitOpen(RedisUnavailable):
    """It was out a moment ago and is not asked now, which costs no time."""


@dataclass(eq=False)
class _Circuit:
    """What the server may be able to do or not; `probe` finds out without harm."""

    breaker: CircuitBreaker
    probe: Operation[object]
    lost: str
    back: str
    answers: int = 0

    def answered(self) -> None:
        self.answers += 1
        if self.breaker.succeeded():
            log.info(self.back)

    def failed(self, error: Exception) -> None:
        if self.breaker.failed():
            log.warning("%s: %s", self.lost, type(error).__name__)


class RedisCircuit:
    """Operations on Redis go through here one by one, reads and writes.

    A server that answers reads and not writes (full, a replica, too few rights, in the
    middle of a failover) is half there: writes stop, reads go on. Nobody waits to hear
    that it is still out: the probe that finds out runs beside the request that happens
    to come when one is due. `failures` counts what failed.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        rng: Random,
        *,
        read: Operation[object],
        write: Operation[object],
    ) -> None:
        """`read` and `write` are the probes."""
        self.failures = 0
        reach, writes = CircuitBreaker(clock, rng), CircuitBreaker(clock, rng)
        self._reads = _Circuit(reach, read, "redis is out", "redis is back")
        self._writes = _Circuit(
            writes, write, "redis refuses writes", "redis takes writes again"
        )
        self._probes: set[asyncio.Task[None]] = set()

    def state(self) -> Literal["up", "read_only", "down"]:
        if self._reads.breaker.is_open:
            return "down"
        return "read_only" if self._writes.breaker.is_open else "up"

    def check(self) -> None:
        """Raises `RedisLeftAlone` where a read would, sparing what leads up to it."""
        self._check(self._reads)

    async def read(self, operation: Operation[T], seconds: float) -> T:
        """What `operation` gives within `seconds`; raises `RedisOut`."""
        return await self._run(operation, seconds, (self._reads,))

    async def write(self, operation: Operation[T], seconds: float) -> T:
        """The same for an operation that the server may refuse by itself."""
        return await self._run(operation, seconds, (self._reads, self._writes))

    async def wait_for_probe(self) -> None:
        """Waits for the probes that are due or under way, up to 0.6 s: for whom it is
        worth more to have Redis than to go on at once."""
        for way in (self._reads, self._writes):
            self._probe_if_due(way)
            await asyncio.gather(*self._probes)

    async def aclose(self) -> None:
        await asyncio.gather(*self._probes)

    async def _run(
        self, operation: Operation[T], seconds: float, ways: Sequence[_Circuit]
    ) -> T:
        for way in ways:
            self._check(way)
        return await self._attempt(operation, seconds, ways)

    def _check(self, way: _Circuit) -> None:
        if way.breaker.is_open:
            self._probe_if_due(way)
            raise CircuitOpen

    def _probe_if_due(self, way: _Circuit) -> None:
        if way.breaker.try_half_open():
            task = asyncio.create_task(self._probe(way))
            self._probes.add(task)
            task.add_done_callback(self._probes.discard)

    async def _probe(self, way: _Circuit) -> None:
        ways = (self._reads,) if way is self._reads else (self._reads, self._writes)
        with suppress(RedisUnavailable):
            await self._attempt(way.probe, PROBE_SECONDS, ways)

    async def _attempt(
        self, operation: Operation[T], seconds: float, ways: Sequence[_Circuit]
    ) -> T:
        answers = [way.answers for way in ways]
        try:
            async with asyncio.timeout(seconds):
                result = await operation()
        except asyncio.CancelledError:
            for way in ways:
                way.breaker.inconclusive()
            raise
        except Exception as error:  # noqa: BLE001 - a broken stream raises almost any
            self.failures += 1
            await self._blame(error, ways, answers)
            raise RedisUnavailable from None
        for way in ways:
            way.answered()
        return result

    async def _blame(
        self, error: Exception, ways: Sequence[_Circuit], answers: list[int]
    ) -> None:
        """Counts the failure against what it tells of, if it tells of the server."""
        if isinstance(error, ResponseError) and self._writes in ways:
            self._reads.answered()
            self._writes.failed(error)
            return
        late = isinstance(error, TimeoutError | RedisTimeoutError)
        busy = isinstance(error, PoolSaturated) or (late and await _has_slow_turns())
        for way, before in zip(ways, answers, strict=True):
            others_answered = late and way.answers != before
            if busy or others_answered or (way is self._writes and not late):
                way.breaker.inconclusive()
            elif way is self._writes and self._reads.breaker.is_open:
                way.breaker.inconclusive()  # that nothing is answered is told already
            else:
                way.failed(error)


async def _has_slow_turns() -> bool:
    """Whether a turn of the loop takes as long as an answer may."""
    loop = asyncio.get_running_loop()
    began = loop.time()
    await asyncio.sleep(0)
    return loop.time() - began > SLOW_TURN
