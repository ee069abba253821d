"""Redis client: pipelined GETs and scripts within a request's time budget.

`RedisClient` runs every command behind the circuit breaker and within the time that a
request has left for Redis. `connection.py` holds what lies below: the URL and the pool.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from redis.exceptions import NoScriptError, RedisError

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import (
    PROBE_SECONDS,
    BudgetSpent,
    CircuitOpen,
    RedisCircuit,
    RedisUnavailable,
)
from providers.cache.redis.connection import ByteCache, is_wrong_server
from providers.cache.redis.lua_scripts import PROBE_KEY, PROBE_WRITE, ScriptCall
from providers.cache.store import StoreState
from providers.deadline import REDIS_SECONDS, TimeBudget

T = TypeVar("T")

# How long the key lives that the write probe sets, in milliseconds.
PROBE_MS = 1000

# Redis in the same region answers within 2 ms. Beyond this, nobody waits for an answer
# that only confirms.
DISTANT_SECONDS = 0.015

# The keys of the next pipeline of GETs, with the futures that wait for each value.
Values = asyncio.Future[list[bytes | None]]
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
        if _first_error(replies) is not None:
            self.fail()
            return False
        self.replies.set_result(replies)
        return True

    def fail(self) -> None:
        """Tell the caller, if it still waits, that there are no replies."""
        if not self.replies.done():
            self.replies.set_exception(RedisUnavailable())
            self.replies.exception()  # nobody may wait: no warning then


class RedisClient:
    """Run commands on Redis, each within the time budget of its request.

    Every method raises `RedisUnavailable` and nothing else. A failure ends the
    request's budget. An open circuit breaker does not: a Redis that comes back is of
    use to requests under way.

    What is asked for in one turn of the event loop goes out as one pipeline: one for
    the GETs, one for the scripts. Forty new listeners at once then need two
    connections instead of forty.
    """

    def __init__(self, cache: ByteCache, clocks: Clocks) -> None:
        self._cache = cache
        probe_write = ScriptCall(PROBE_WRITE, (PROBE_KEY,), (PROBE_MS,))
        self._circuit = RedisCircuit(
            clocks.clock,
            clocks.rng,
            read=partial(self._get_all, [PROBE_KEY]),
            write=partial(self._evaluate_for_all, [(probe_write,)]),
        )
        self._pending_reads: PendingReads = []
        self._pending_scripts: list[_PendingScripts] = []
        self._known_scripts: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()

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
        return await self._within(budget, partial(self._get_in_pipeline, keys))

    async def members(self, key: bytes, budget: TimeBudget) -> tuple[bytes, ...]:
        """Return the members of the set at `key` (SMEMBERS), sorted."""
        client = self._cache.client

        async def smembers() -> tuple[bytes, ...]:
            members = await client.smembers(key)
            return tuple(sorted(m for m in members if isinstance(m, bytes)))

        operation = partial(self._on_the_right_server, smembers)
        return await self._within(budget, partial(self._circuit.read, operation))

    async def run_scripts(
        self, budget: TimeBudget, *calls: ScriptCall, undo: Sequence[ScriptCall] = ()
    ) -> list[object]:
        """Return the reply of each script, by EVALSHA.

        A script that the server may not know is sent as text (EVAL). `undo` runs after
        `calls` where this caller does not get their replies: it left, time was up, or
        the answer was lost on its way. It takes nothing from the budget.
        """
        run = partial(self._run_in_pipeline, calls, tuple(undo))
        return await self._within(budget, run)

    def send_scripts(self, *calls: ScriptCall, undo: Sequence[ScriptCall] = ()) -> None:
        """Send scripts without waiting for their replies, unless Redis is out."""
        with suppress(CircuitOpen):
            self._circuit.check_write()
            self._queue(calls, tuple(undo), REDIS_SECONDS)

    async def wait_for_probe(self) -> None:
        """Wait for a probe that is due or under way, at most 0.6 s, off any budget."""
        await self._circuit.wait_for_probe()

    def state(self) -> StoreState:
        """Return the state of the server: `up`, `read_only` or `down`."""
        return self._circuit.state()

    @property
    def round_trip(self) -> float:
        """The seconds to the server and back; 0 before the third answer."""
        return self._circuit.round_trip

    @property
    def is_distant(self) -> bool:
        """True where a listener would notice that an answer is waited for."""
        return self.round_trip > DISTANT_SECONDS

    @property
    def failures(self) -> int:
        """The number of commands that failed since the start."""
        return self._circuit.failures

    async def aclose(self) -> None:
        """Wait for what is under way, then close the connection pool."""
        await asyncio.sleep(0)  # what waits for the next pipeline is under way then
        while self._tasks:
            await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._circuit.aclose()
        await self._cache.close()

    async def _within(
        self, budget: TimeBudget, operation: Callable[[float], Awaitable[T]]
    ) -> T:
        """Return what `operation` returns in the budget; a failure ends the budget."""
        budget.allow_for_distance(self.round_trip)
        seconds = budget.remaining()
        if seconds <= 0:
            raise BudgetSpent
        with budget.spending():
            try:
                return await operation(seconds)
            except CircuitOpen:
                raise
            except RedisUnavailable:
                budget.lost = True
                raise

    async def _get_in_pipeline(
        self, keys: Sequence[bytes], seconds: float
    ) -> list[bytes | None]:
        self._circuit.check_read()
        future: Values = asyncio.get_running_loop().create_future()
        if not self._pending_reads:
            asyncio.get_running_loop().call_soon(self._send_reads)
        self._pending_reads.append((keys, future))
        try:
            async with asyncio.timeout(seconds):
                return await future
        except TimeoutError:
            raise RedisUnavailable from None
        finally:
            del future  # it holds the error whose traceback holds this frame

    async def _run_in_pipeline(
        self,
        calls: tuple[ScriptCall, ...],
        undo: tuple[ScriptCall, ...],
        seconds: float,
    ) -> list[object]:
        self._circuit.check_write()
        replies = self._queue(calls, undo, seconds)
        try:
            async with asyncio.timeout(seconds):
                return await replies
        except TimeoutError:
            raise RedisUnavailable from None
        finally:
            del replies  # it holds the error whose traceback holds this frame

    def _queue(
        self,
        calls: tuple[ScriptCall, ...],
        undo: tuple[ScriptCall, ...],
        seconds: float,
    ) -> "asyncio.Future[list[object]]":
        loop = asyncio.get_running_loop()
        if not self._pending_scripts:
            loop.call_soon(self._send_pending_scripts)
        pending = _PendingScripts(calls, undo, seconds, loop.create_future())
        self._pending_scripts.append(pending)
        return pending.replies

    async def _open(self, count: int) -> None:
        await self._cache.open(count)
        with suppress(RedisUnavailable):
            operation = partial(self._get_all, [PROBE_KEY])
            await self._circuit.read(operation, REDIS_SECONDS)

    def _send_reads(self) -> None:
        reads, self._pending_reads = self._pending_reads, []
        self.spawn(self._read(reads))

    def _send_pending_scripts(self) -> None:
        batch, self._pending_scripts = self._pending_scripts, []
        self.spawn(self._run(batch))

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run `work` beside the caller; `aclose` waits for its end."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read(self, reads: PendingReads) -> None:
        keys = list(dict.fromkeys(chain.from_iterable(each for each, _ in reads)))
        operation = partial(self._get_all, keys)
        try:
            values = await self._circuit.read(operation, REDIS_SECONDS)
        except RedisUnavailable:
            for _, future in reads:
                if not future.done():
                    future.set_exception(RedisUnavailable())
            return
        found = dict(zip(keys, values, strict=True))
        for wanted, future in reads:
            if not future.done():
                future.set_result([found[key] for key in wanted])

    async def _run(self, batch: list[_PendingScripts]) -> None:
        """Run the scripts of all callers, hand out the replies, undo what is left."""
        # A caller whose budget is nearly spent leaves earlier; that says nothing about
        # the server, which has its whole time here.
        seconds = max(REDIS_SECONDS, *(pending.seconds for pending in batch))
        try:
            operation = partial(self._evaluate_for_all, [p.calls for p in batch])
            replies = await self._circuit.write(operation, seconds)
        except RedisUnavailable as error:
            for pending in batch:
                pending.fail()
            failed = () if isinstance(error, CircuitOpen) else batch  # nothing was sent
        else:
            pairs = zip(batch, replies, strict=True)
            failed = [pending for pending, own in pairs if not pending.answer(own)]
        await self._undo([call for pending in failed for call in pending.undo])

    async def _undo(self, calls: Sequence[ScriptCall]) -> None:
        """Run `calls` once; the circuit breaker has counted the failure before them."""
        if calls:
            with suppress(Exception):
                async with asyncio.timeout(PROBE_SECONDS):
                    await self._evaluate(calls)

    async def _get_all(self, keys: Sequence[bytes]) -> Sequence[bytes | None]:
        return await self._on_the_right_server(partial(self._get_once, keys))

    async def _get_once(self, keys: Sequence[bytes]) -> Sequence[bytes | None]:
        if len(keys) == 1:  # a third cheaper than a pipeline of one
            return (await self._cache.get(keys[0]),)
        values: list[bytes | None] = await self._cache.multi_get(keys)
        if len(values) != len(keys):  # aiocache does so where it is switched off
            raise RedisUnavailable
        return values

    async def _evaluate_for_all(
        self, callers: Sequence[tuple[ScriptCall, ...]]
    ) -> list[list[object]]:
        """Return each caller's replies; raise an error reply where none succeeded.

        What is refused to one caller only (a key of a foreign type) is no failure of
        the server.
        """
        calls = [call for own in callers for call in own]
        replies = iter(await self._evaluate(calls))
        results = [list(islice(replies, len(own))) for own in callers]
        errors = [_first_error(own) for own in results]
        if errors[0] is not None and all(errors):
            raise errors[0]
        return results

    async def _evaluate(self, calls: Sequence[ScriptCall]) -> list[object]:
        """Return the reply of each script, an error reply as an exception."""
        return await self._on_the_right_server(partial(self._evaluate_once, calls))

    async def _evaluate_once(self, calls: Sequence[ScriptCall]) -> list[object]:
        replies = await self._pipeline(calls)
        unknown = [i for i, r in enumerate(replies) if isinstance(r, NoScriptError)]
        if unknown:  # the server was restarted, or is another one
            self._known_scripts.clear()
            retried = await self._pipeline([calls[i] for i in unknown])
            for i, reply in zip(unknown, retried, strict=True):
                replies[i] = reply
        for reply in replies:
            if isinstance(reply, Exception) and is_wrong_server(reply):
                raise reply
        return replies

    async def _pipeline(self, calls: Sequence[ScriptCall]) -> list[object]:
        pipeline = self._cache.client.pipeline(transaction=False)
        known = set(self._known_scripts)
        for call in calls:
            # Redis keeps the script of an EVAL, so that the next call finds it.
            by_sha = call.script.sha in known
            known.add(call.script.sha)
            send = pipeline.evalsha if by_sha else pipeline.eval
            script = call.script.sha if by_sha else call.script.text
            send(script, len(call.keys), *call.keys, *call.arguments)
        replies: list[object] = await pipeline.execute(raise_on_error=False)
        self._known_scripts |= known
        return replies

    async def _on_the_right_server(self, operation: Callable[[], Awaitable[T]]) -> T:
        """Return what `operation` returns, from a new connection if it has to be.

        Where the server says that it is the wrong one, all connections are closed: an
        address behind which a failover took place leads to the new primary then. The
        operation is tried there once. Where the server was not replaced, it says the
        same again.
        """
        try:
            return await operation()
        except RedisError as error:
            if not is_wrong_server(error):
                raise
        await self._cache.reconnect()
        try:
            return await operation()
        except RedisError as error:
            if is_wrong_server(error):
                await self._cache.reconnect()
            raise


def _first_error(replies: Sequence[object]) -> Exception | None:
    return next((r for r in replies if isinstance(r, Exception)), None)
