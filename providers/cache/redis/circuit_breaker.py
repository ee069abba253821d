"""Circuit breaker around every Redis command: one for reads, one for writes.

A time limit applies to each command. A change of state is logged once. The pattern is
Michael Nygard's (https://martinfowler.com/bliki/CircuitBreaker.html).
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from random import Random
from typing import Literal, TypeVar

from redis.exceptions import ClusterDownError, ResponseError
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.redis.outage_log import OutageLog, OutageLogs, wrong_scheme

T = TypeVar("T")

Operation = Callable[[], Awaitable[T]]

CircuitState = Literal["up", "partial", "read_only", "down"]

# Failures in a row that open a closed breaker.
FAILURES = 3

# How long a breaker stays open before a probe, ± `JITTER`, so that the processes of a
# deployment do not probe at the same moment.
OPEN_SECONDS = 5.0
JITTER = 0.2

# The time limit of a probe.
PROBE_SECONDS = 0.3

# So many answers tell how far the server is away: the fastest of them had to wait for
# nothing else.
ROUND_TRIPS_KEPT = 16
# Fewer answers tell nothing: the first ones wait for connections and a busy start.
ROUND_TRIPS_NEEDED = 3

# An idle event loop takes its next turn within this time. Where it does not, this
# process is too busy to judge whether an answer was late.
SLOW_TURN = 0.03


class PoolSaturated(RedisConnectionError):
    """Every connection of this process is in use; the server may be healthy."""


class RedisUnavailable(Exception):
    """Redis gave no answer, no answer in time, or an answer that makes no sense.

    word: why, for logs and traces: the name of the error's class, never its text.
    """

    def __init__(self, word: str | None = None) -> None:
        super().__init__()
        self.word = word or type(self).__name__


class BudgetSpent(RedisUnavailable):
    """The request has no time left for Redis, so no command was sent."""


class CircuitOpen(RedisUnavailable):
    """The circuit breaker is open, so no command was sent; this costs no time."""


class CircuitBreaker:
    """Stop calls for a while after three failures in a row.

    Closed until the third failure, then open for 5 s ± 20 %, then half-open: one probe
    decides. `clock` is monotonic, in seconds.
    """

    def __init__(self, clock: Callable[[], float], rng: Random) -> None:
        self._clock = clock
        self._rng = rng
        self._failures = 0
        self._open_until = 0.0
        self._probing = False
        # True from the third failure until a probe succeeds.
        self.is_open = False

    @property
    def is_well(self) -> bool:
        """False from a failure until the next success."""
        return not self._failures

    def try_half_open(self) -> bool:
        """Return True where the caller has to make the probe now.

        True means: open for long enough, and no probe is under way. The caller then
        reports `succeeded`, `failed` or `inconclusive`.
        """
        if not self.is_open or self._probing or self._clock() < self._open_until:
            return False
        self._probing = True
        return True

    def succeeded(self) -> bool:
        """Record a success; return True where this closes an open breaker.

        What was sent before it opened does not close it: only a probe does.
        """
        if self.is_open and not self._probing:
            return False
        closes = self.is_open
        self._failures, self.is_open = 0, False
        self._probing = False
        return closes

    def failed(self, failures: int = 1) -> bool:
        """Record failures in a row; return True where this opens a closed breaker."""
        opens = not self.is_open and self._failures + failures >= FAILURES
        self._failures = min(self._failures + failures, FAILURES)
        self.is_open = self._failures >= FAILURES
        self._probing = False
        if self.is_open:
            factor = 1 + JITTER * (2 * self._rng.random() - 1)
            self._open_until = self._clock() + OPEN_SECONDS * factor
        return opens

    def inconclusive(self) -> None:
        """End an attempt that says nothing about the server."""
        self._probing = False


@dataclass(eq=False)
class _Circuit:
    """One breaker with its probe and its log; `answers` counts successes.

    `probe` is a command without effect that shows whether the server is back.
    """

    breaker: CircuitBreaker
    probe: Operation[object]
    log: OutageLog
    answers: int = 0

    def succeeded(self) -> None:
        self.answers += 1
        if self.breaker.succeeded():
            self.log.closed(self.breaker)

    def failed(self, error: Exception) -> None:
        if self.breaker.failed(FAILURES if wrong_scheme(error) else 1):
            self.log.opened(self.breaker, error)


class RedisCircuit:
    """Run Redis commands behind two circuit breakers: one for all, one for writes.

    A server that answers reads and refuses writes (full, a replica, too few rights, in
    the middle of a failover) stops only the writes. No request waits for a probe: the
    probe runs beside the request that comes when one is due. `failures` counts the
    commands that failed.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        rng: Random,
        *,
        read: Operation[object],
        write: Operation[object],
        logs: OutageLogs | None = None,
    ) -> None:
        """`read` and `write` are the probes of the two breakers."""
        self.failures = 0
        logs = logs or OutageLogs()
        self._reads = _Circuit(CircuitBreaker(clock, rng), read, logs.reads)
        self._writes = _Circuit(CircuitBreaker(clock, rng), write, logs.writes)
        self._probes: set[asyncio.Task[None]] = set()
        self._clock = clock
        self._round_trips: deque[float] = deque(maxlen=ROUND_TRIPS_KEPT)
        # The seconds that an answer takes at least; 0 before the third answer.
        self.round_trip = 0.0

    @property
    def is_out(self) -> bool:
        """True where the server is not asked for anything."""
        return self._reads.breaker.is_open

    @property
    def writes_well(self) -> bool:
        """False from a failed write until a write succeeds."""
        return self._writes.breaker.is_well

    def state(self) -> CircuitState:
        """Return the state of the server as the breakers see it."""
        if self.is_out:
            return "down"
        return "read_only" if self._writes.breaker.is_open else "up"

    def check_read(self) -> None:
        """Raise `CircuitOpen` where `read` would, before any preparation."""
        self._check(self._reads)

    def check_write(self) -> None:
        """Raise `CircuitOpen` where `write` would, before any preparation."""
        self._check(self._reads)
        self._check(self._writes)

    async def read(self, operation: Operation[T], seconds: float) -> T:
        """Return what `operation` returns within `seconds`.

        Raise `RedisUnavailable` where it fails, `CircuitOpen` where it is not tried.
        """
        return await self._run(operation, seconds, (self._reads,))

    async def write(self, operation: Operation[T], seconds: float) -> T:
        """Like `read`, for an operation that the server may refuse as a write."""
        return await self._run(operation, seconds, (self._reads, self._writes))

    async def wait_for_probe(self) -> None:
        """Wait for the probes that are due or under way, at most 0.6 s.

        For a caller to whom a Redis that is back is worth the wait: an erasure.
        """
        for circuit in (self._reads, self._writes):
            self._probe_if_due(circuit)
            await asyncio.gather(*self._probes)

    def leave(self) -> None:
        """End an outage in the log: the node has no keys any more."""
        for circuit in (self._reads, self._writes):
            circuit.log.closed(circuit.breaker)

    async def aclose(self) -> None:
        """Wait for the probes that are under way."""
        await asyncio.gather(*self._probes)

    async def _run(
        self, operation: Operation[T], seconds: float, circuits: Sequence[_Circuit]
    ) -> T:
        for circuit in circuits:
            self._check(circuit)
        return await self._attempt(operation, seconds, circuits)

    def _check(self, circuit: _Circuit) -> None:
        if circuit.breaker.is_open:
            self._probe_if_due(circuit)
            raise CircuitOpen

    def _probe_if_due(self, circuit: _Circuit) -> None:
        if circuit.breaker.try_half_open():
            task = asyncio.create_task(self._probe(circuit))
            self._probes.add(task)
            task.add_done_callback(self._probes.discard)

    async def _probe(self, circuit: _Circuit) -> None:
        only_reads = circuit is self._reads
        circuits = (self._reads,) if only_reads else (self._reads, self._writes)
        with suppress(RedisUnavailable):
            await self._attempt(circuit.probe, PROBE_SECONDS, circuits)

    async def _attempt(
        self, operation: Operation[T], seconds: float, circuits: Sequence[_Circuit]
    ) -> T:
        answers_before = [circuit.answers for circuit in circuits]
        sent_at = self._clock()
        try:
            async with asyncio.timeout(seconds):
                result = await operation()
        except asyncio.CancelledError:
            for circuit in circuits:
                circuit.breaker.inconclusive()
            raise
        except Exception as error:  # noqa: BLE001 - a broken stream raises almost any
            self.failures += 1
            await self._record_failure(error, circuits, answers_before)
            raise RedisUnavailable(type(error).__name__) from None
        self._note_round_trip(self._clock() - sent_at)
        for circuit in circuits:
            circuit.succeeded()
        return result

    def _note_round_trip(self, seconds: float) -> None:
        """Take the smallest of the last answers.

        A busy event loop makes single answers late, not the server more distant.
        """
        self._round_trips.append(seconds)
        if len(self._round_trips) >= ROUND_TRIPS_NEEDED:
            self.round_trip = min(self._round_trips)

    async def _record_failure(
        self,
        error: Exception,
        circuits: Sequence[_Circuit],
        answers_before: list[int],
    ) -> None:
        """Count the failure for each circuit that it says something about.

        An error reply to a write shows that the server answers: only the writes
        failed. A late answer says nothing where this process is slow itself or other
        commands were answered meanwhile. A broken connection says nothing of writes.
        """
        if wrong_scheme(error):
            self._reads.failed(error)
            return
        if isinstance(error, ResponseError) and self._writes in circuits:
            if isinstance(error, ClusterDownError):  # MASTERDOWN too: no reads either
                self._reads.breaker.inconclusive()
            else:
                self._reads.succeeded()
            self._writes.failed(error)
            return
        late = isinstance(error, TimeoutError | RedisTimeoutError)
        busy = isinstance(error, PoolSaturated) or (late and await _loop_is_slow())
        for circuit, before in zip(circuits, answers_before, strict=True):
            answered_others = late and circuit.answers != before
            if busy or answered_others or (circuit is self._writes and not late):
                circuit.breaker.inconclusive()
            elif circuit is self._writes and self._reads.breaker.is_open:
                # "redis is out" was logged already; the writes say nothing more.
                circuit.breaker.inconclusive()
            else:
                circuit.failed(error)


class RedisCircuits:
    """A `RedisCircuit` for each node of a cluster; a single server is the node "".

    `make` makes one, `nodes` tells which there are now. Those of nodes that lost all
    their keys are dropped.
    """

    def __init__(
        self, make: Callable[[str], RedisCircuit], nodes: Callable[[], set[str]]
    ) -> None:
        self._make = make
        self._nodes = nodes
        self._circuits: dict[str, RedisCircuit] = {}
        self._dropped_failures = 0

    def at(self, node: str) -> RedisCircuit:
        """Return the circuit of that node."""
        circuits = self._circuits
        if len(circuits) > 1 and any(circuit.is_out for circuit in self._all()):
            self.drop_departed()
        if node not in self._circuits:
            self._circuits[node] = self._make(node)
        return self._circuits[node]

    def state(self) -> CircuitState:
        """Return the state of all, `partial` where some nodes are out."""
        self.drop_departed()
        states = {circuit.state() for circuit in self._circuits.values()}
        if "down" in states and len(states) > 1:
            return "partial"
        return next((s for s in ("down", "read_only") if s in states), "up")

    def drop_departed(self) -> None:
        """Drop the circuits of nodes that are no nodes any more."""
        for node in self._circuits.keys() - self._nodes():
            circuit = self._circuits.pop(node)
            self._dropped_failures += circuit.failures
            circuit.leave()

    @property
    def failures(self) -> int:
        """The number of commands that failed since the start."""
        return self._dropped_failures + sum(c.failures for c in self._all())

    @property
    def round_trip(self) -> float:
        """The seconds to the most distant node and back; 0 where not known."""
        return max([c.round_trip for c in self._circuits.values()], default=0.0)

    async def wait_for_probe(self) -> None:
        """Wait for the probes that are due or under way, at most 0.6 s."""
        await asyncio.gather(*(c.wait_for_probe() for c in self._all()))

    async def aclose(self) -> None:
        """Wait for the probes that are under way."""
        await asyncio.gather(*(c.aclose() for c in self._all()))

    def _all(self) -> tuple[RedisCircuit, ...]:
        return tuple(self._circuits.values())


async def _loop_is_slow() -> bool:
    """Return True where a turn of the event loop takes longer than `SLOW_TURN`."""
    loop = asyncio.get_running_loop()
    started = loop.time()
    await asyncio.sleep(0)
    return loop.time() - started > SLOW_TURN
