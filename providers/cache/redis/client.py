"""Redis client: pipelined GETs and scripts within a request's time budget.

`RedisClient` runs every command behind the circuit breaker of its node and within the
time that a request has left for Redis. Below it: `commands.py`, `connection.py`.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby
from typing import Any, TypeVar

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import (
    PROBE_SECONDS,
    BudgetSpent,
    CircuitOpen,
    RedisCircuit,
    RedisCircuits,
    RedisUnavailable,
)
from providers.cache.redis.commands import RedisCommands, ScriptCall, first_error
from providers.cache.redis.connection import ByteCache
from providers.cache.redis.lua_scripts import PROBE_WRITE, probe_keys
from providers.cache.redis.outage_log import OutageLogs
from providers.cache.store import StoreState
from providers.deadline import REDIS_SECONDS, SharedTimer, TimeBudget
from providers.turn_telemetry import RedisCall

T = TypeVar("T")

# How long the key lives that the write probe sets, in milliseconds.
PROBE_MS = 1000

# Redis in the same region answers within 2 ms. Beyond this, nobody waits for an answer
# that only confirms.
DISTANT_SECONDS = 0.015

# The keys of the next pipeline of GETs, with the futures that wait for its values.
Values = asyncio.Future[dict[bytes, bytes | None]]
PendingReads = list[tuple[Sequence[bytes], Values]]


@dataclass(eq=False, slots=True)
class _PendingScripts:
    """The script calls of one caller that wait for the next pipeline.

    `undo` runs where the caller cannot be told what became of the calls. `seconds` is
    how long the caller waits.
    """

    calls: tuple[ScriptCall, ...]
    undo: tuple[ScriptCall, ...]
    seconds: float
    replies: "asyncio.Future[list[object]]"

    def answer(self, replies: list[object]) -> bool:
        """Hand out the replies; return False where the caller left, or at an error."""
        if self.replies.done():
            return False
        if (error := first_error(replies)) is not None:
            self.fail(type(error).__name__)
            return False
        self.replies.set_result(replies)
        return True

    def fail(self, word: str) -> None:
        """Tell the caller, if it still waits, why there are no replies."""
        if not self.replies.done():
            self.replies.set_exception(RedisUnavailable(word))
            self.replies.exception()  # nobody may wait: no warning then


class RedisClient:
    """Run commands on Redis, each within the time budget of its request.

    Every method raises `RedisUnavailable` and nothing else. A failure ends the
    request's budget. An open circuit breaker does not: a Redis that comes back is of
    use to requests under way.

    What is asked for in one turn of the event loop goes out as one pipeline: one for
    the GETs, one for the scripts.
    """

    def __init__(self, cache: ByteCache, clocks: Clocks) -> None:
        self._cache = cache
        self._commands = RedisCommands(cache)
        self._servers = cache.servers
        self._clocks = clocks
        self._logs = OutageLogs()
        self._circuits = RedisCircuits(self._circuit, self._servers.nodes)
        self._pending_reads: dict[str, PendingReads] = {}
        self._pending_scripts: dict[str, list[_PendingScripts]] = {}
        self._timer = SharedTimer(partial(RedisUnavailable, "TimeoutError"))
        self._tasks: set[asyncio.Task[None]] = set()
        # The seconds to the server and back; 0 before the third answer.
        self.round_trip = 0.0

    def open_connections(self, count: int) -> None:
        """Start to open connections; never wait, never raise. Needs a running loop.

        One GET then measures how far the server is away.
        """
        self.spawn(self._open(count))

    async def get(self, key: bytes, budget: TimeBudget) -> bytes | None:
        """Return the value of `key`, or None."""
        (value,) = await self.get_all((key,), budget)
        return value

    async def get_all(
        self, keys: Sequence[bytes], budget: TimeBudget
    ) -> list[bytes | None]:
        """Return the value of each key, or None; all keys go in one pipeline."""
        operation = partial(self._get_in_pipeline, keys)
        return await self._within(budget, ("GET", len(keys)), operation)

    async def members(self, key: bytes, budget: TimeBudget) -> tuple[bytes, ...]:
        """Return the members of the set at `key` (SMEMBERS), sorted."""
        operation = partial(self._commands.members, key)
        circuit = self._circuit_of(self._servers.node_of(key))
        read = partial(circuit.read, operation)
        return await self._within(budget, ("SMEMBERS", 1), read)

    async def run_scripts(
        self, budget: TimeBudget, *calls: ScriptCall, undo: Sequence[ScriptCall] = ()
    ) -> list[object]:
        """Return the reply of each script, by EVALSHA.

        A script that the server may not know is sent as text (EVAL). `undo` runs after
        `calls` where this caller does not get their replies: it left, time was up, or
        the answer was lost on its way. It takes nothing from the budget.
        """
        run = partial(self._run_in_pipeline, calls, tuple(undo))
        return await self._within(budget, ("EVALSHA", len(calls)), run)

    def send_scripts(self, *calls: ScriptCall, undo: Sequence[ScriptCall] = ()) -> None:
        """Send scripts without waiting for their replies, unless Redis is out."""
        self.spawn(self._send(calls, tuple(undo)))

    async def wait_for_probe(self) -> None:
        """Wait for a probe that is due or under way, at most 0.6 s, off any budget."""
        await self._circuits.wait_for_probe()

    def state(self) -> StoreState:
        """Return the state: `up`, `read_only`, `down`, or `partial` in a cluster."""
        return self._circuits.state()

    def writes_well(self, key: bytes) -> bool:
        """Return False from a failed write until a write succeeds."""
        return self._circuits.at(self._servers.node_of(key)).writes_well

    @property
    def is_distant(self) -> bool:
        """True where a listener would notice that an answer is waited for."""
        return self.round_trip > DISTANT_SECONDS

    @property
    def failures(self) -> int:
        """The number of commands that failed since the start."""
        return self._circuits.failures

    async def aclose(self) -> None:
        """Wait for what is under way, then close the connection pool."""
        await asyncio.sleep(0)  # what waits for the next pipeline is under way then
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._circuits.aclose()
        await self._cache.close()

    async def _within(
        self,
        budget: TimeBudget,
        command: tuple[str, int],
        operation: Callable[[float], Awaitable[T]],
    ) -> T:
        """Return what `operation` returns in the budget; a failure ends the budget.

        `command` is its name, and how many of them go out, for the budget's record.
        """
        budget.allow_for_distance(self.round_trip)
        seconds = budget.remaining()
        if seconds <= 0:
            raise BudgetSpent
        began = budget.calls.now() if budget.calls else 0.0
        error: str | None = "CancelledError"
        try:
            with budget.spending():
                result = await operation(seconds)
            error = None
        except RedisUnavailable as unavailable:
            error = unavailable.word
            budget.lost |= not isinstance(unavailable, CircuitOpen)
            raise
        finally:
            if calls := budget.calls:
                calls.add(RedisCall(*command, error, began, calls.now() - began))
        return result

    async def _get_in_pipeline(
        self, keys: Sequence[bytes], seconds: float
    ) -> list[bytes | None]:
        groups: dict[str, list[bytes]] = {}
        for key in keys:
            groups.setdefault(self._servers.node_of(key), []).append(key)
        for node in groups:
            self._circuit_of(node).check_read()
        futures = [self._queue_read(node, own) for node, own in groups.items()]
        self._timer.limit(futures, self._timer.now() + seconds)
        found: dict[bytes, bytes | None] = {}
        try:
            for future in futures:
                found |= await future
        finally:
            self._timer.release(futures)
            del futures  # they hold the error whose traceback holds this frame
        return [found[key] for key in keys]

    def _queue_read(self, node: str, keys: Sequence[bytes]) -> Values:
        loop = asyncio.get_running_loop()
        if node not in self._pending_reads:
            self._pending_reads[node] = []
            loop.call_soon(self._send_reads, node)
        future: Values = loop.create_future()
        self._pending_reads[node].append((keys, future))
        return future

    async def _run_in_pipeline(
        self,
        calls: tuple[ScriptCall, ...],
        undo: tuple[ScriptCall, ...],
        seconds: float,
    ) -> list[object]:
        """Run the calls in their order: those of one node at once, then the next's."""
        by_node = groupby(calls, lambda call: self._servers.node_of(call.keys[0]))
        runs = [(node, tuple(own)) for node, own in by_node]
        for node, _ in runs:
            self._circuit_of(node).check_write()
        replies: list[object] = []
        waiting: list[asyncio.Future[list[object]]] = []
        until = self._timer.now() + seconds
        try:
            for node, own in runs:
                waiting.append(self._queue(node, own, undo, seconds))
                self._timer.limit(waiting[-1:], until)
                replies += await waiting[-1]
        except RedisUnavailable:
            if replies:  # another node ran the first calls
                self.spawn(self._undo(undo))
            raise
        finally:
            self._timer.release(waiting)
            del waiting  # they hold the error whose traceback holds this frame
        return replies

    async def _send(
        self, calls: tuple[ScriptCall, ...], undo: tuple[ScriptCall, ...]
    ) -> None:
        with suppress(RedisUnavailable):
            await self._run_in_pipeline(calls, undo, REDIS_SECONDS)

    def _queue(
        self,
        node: str,
        calls: tuple[ScriptCall, ...],
        undo: tuple[ScriptCall, ...],
        seconds: float,
    ) -> "asyncio.Future[list[object]]":
        loop = asyncio.get_running_loop()
        if node not in self._pending_scripts:
            self._pending_scripts[node] = []
            loop.call_soon(self._send_pending_scripts, node)
        pending = _PendingScripts(calls, undo, seconds, loop.create_future())
        self._pending_scripts[node].append(pending)
        return pending.replies

    def _circuit_of(self, node: str) -> RedisCircuit:
        """Return the circuit of that node; look for its successor where it is out."""
        circuit = self._circuits.at(node)
        if circuit.is_out:
            self._servers.look_again(node)
        return circuit

    def _circuit(self, node: str) -> RedisCircuit:
        """Return a circuit for that node, with its probes."""

        async def read() -> object:
            return await self._commands.get_all(self._probe_keys(node))

        async def write() -> object:
            keys = self._probe_keys(node)
            probes = [ScriptCall(PROBE_WRITE, (key,), (PROBE_MS,)) for key in keys]
            return await self._commands.evaluate_for_all([(probe,) for probe in probes])

        sources = self._clocks.clock, self._clocks.rng
        return RedisCircuit(*sources, read=read, write=write, logs=self._logs)

    def _probe_keys(self, node: str) -> Sequence[bytes]:
        return self._servers.keys_on(node, probe_keys())

    async def _open(self, count: int) -> None:
        await self._servers.open(count)
        for node in self._servers.nodes():
            with suppress(RedisUnavailable):
                circuit = self._circuits.at(node)
                keys = self._probe_keys(node)
                await circuit.read(partial(self._commands.get_all, keys), REDIS_SECONDS)

    def _send_reads(self, node: str) -> None:
        self.spawn(self._read(node, self._pending_reads.pop(node)))

    def _send_pending_scripts(self, node: str) -> None:
        self.spawn(self._run(node, self._pending_scripts.pop(node)))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside the caller; `aclose` waits for its end."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read(self, node: str, reads: PendingReads) -> None:
        keys = list(dict.fromkeys(chain.from_iterable(each for each, _ in reads)))
        operation = partial(self._commands.get_all, keys)
        try:
            values = await self._circuits.at(node).read(operation, REDIS_SECONDS)
        except RedisUnavailable as unavailable:
            self._servers.look_again(node)
            for _, future in reads:
                if not future.done():
                    future.set_exception(RedisUnavailable(unavailable.word))
                    future.exception()  # its caller may wait for another node
            return
        self.round_trip = self._circuits.round_trip
        found = dict(zip(keys, values, strict=True))
        for _, future in reads:
            if not future.done():
                future.set_result(found)

    async def _run(self, node: str, batch: list[_PendingScripts]) -> None:
        """Run the scripts of all callers, hand out the replies, undo what is left."""
        # A caller whose budget is nearly spent leaves earlier; that says nothing about
        # the server, which has its whole time here.
        seconds = max(REDIS_SECONDS, *(pending.seconds for pending in batch))
        try:
            operation = partial(
                self._commands.evaluate_for_all, [p.calls for p in batch]
            )
            replies = await self._circuits.at(node).write(operation, seconds)
        except RedisUnavailable as error:
            self._servers.look_again(node)
            for pending in batch:
                pending.fail(error.word)
            failed = () if isinstance(error, CircuitOpen) else batch  # nothing was sent
        else:
            self.round_trip = self._circuits.round_trip
            pairs = zip(batch, replies, strict=True)
            failed = [pending for pending, own in pairs if not pending.answer(own)]
        await self._undo([call for pending in failed for call in pending.undo])

    async def _undo(self, calls: Sequence[ScriptCall]) -> None:
        """Run `calls` once; the circuit breaker has counted the failure before them."""
        if calls:
            with suppress(Exception):
                async with asyncio.timeout(PROBE_SECONDS):
                    await self._commands.evaluate(calls)
