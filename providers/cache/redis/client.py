"""Redis client: connection pool, pipelined GETs and EVALSHA within a time budget.

Three layers: `connect` builds redis-py's client with a bounded pool, `ByteCache` is
aiocache's back-end on that client, and `RedisClient` runs every command behind the
circuit breaker and within the time that a request has left for Redis.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from aiocache.backends.redis import RedisCache
from aiocache.serializers import NullSerializer
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.driver_info import DriverInfo
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import NoScriptError, ResponseError

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import (
    CircuitOpen,
    PoolSaturated,
    RedisCircuit,
    RedisUnavailable,
)
from providers.cache.redis.protocol import PROBE_KEY, PROBE_WRITE, ScriptCall
from providers.cache.store import StoreState
from providers.secret import Secret
from providers.timeouts import REDIS_SECONDS, TimeBudget

T = TypeVar("T")

# redis-py's own defaults wait for 59 s for a server that never answers and 4 s for a
# closed port: https://redis.readthedocs.io/en/stable/retry.html
CONNECT_SECONDS = 0.3
ANSWER_SECONDS = 0.15
# How long a command waits for a free connection of the pool.
POOL_SECONDS = 0.1
CONNECTIONS = 32

# How long the key lives that the write probe sets, in milliseconds.
PROBE_MS = 1000

# The keys of the next pipeline of GETs, with the futures that wait for each value.
PendingReads = dict[bytes, list["asyncio.Future[bytes | None]"]]


class BoundedPool(BlockingConnectionPool):
    """Connection pool that raises `PoolSaturated` where all connections are in use.

    redis-py raises the same `ConnectionError` for a server that is out.
    """

    async def get_connection(self, *_: Any, **__: Any) -> Any:
        """Return a connection; raise `PoolSaturated` after `POOL_SECONDS`."""
        try:
            return await super().get_connection()  # type: ignore[no-untyped-call]
        except RedisConnectionError as error:
            if isinstance(error.__cause__, TimeoutError):
                raise PoolSaturated from None
            raise


def connect(url: Secret) -> "Redis":
    """Return a redis-py client that has not connected yet.

    `url` is `redis://`, `rediss://` or `unix://`, with or without an ACL user; the URL
    names certificates in its query (`ssl_ca_certs=…`). A command that meets a closed
    connection is sent once more, because hosts that suspend processes leave dead
    sockets behind. Nothing else is repeated.
    """
    pool = BoundedPool.from_url(
        url.reveal(),
        max_connections=CONNECTIONS,
        timeout=POOL_SECONDS,
        socket_timeout=ANSWER_SECONDS,
        socket_connect_timeout=CONNECT_SECONDS,
        # RESP2 and no CLIENT SETINFO: the fewest commands to be allowed, also on 7.0.
        protocol=2,
        driver_info=DriverInfo(name=None, lib_version=None),
        retry=Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,)),
    )
    return Redis.from_pool(pool)


class ByteCache(RedisCache):
    """aiocache's Redis back-end for bytes under bytes, on an injected client.

    Every key expires: a lifetime is above zero, in seconds. `clear` removes one
    namespace; aiocache's own would empty the database. The caller bounds the time.
    `set` and `clear` are not used here; they are overridden because the inherited
    ones are dangerous.
    """

    def __init__(self, client: "Redis") -> None:
        bytes_as_they_are = NullSerializer(encoding=None)  # type: ignore[no-untyped-call]
        super().__init__(serializer=bytes_as_they_are, timeout=None)  # type: ignore[no-untyped-call]
        self.client = client

    async def _set(
        self,
        key: bytes,
        value: bytes,
        ttl: float | None = None,
        _cas_token: bytes | None = None,
        _conn: object = None,
    ) -> bool:
        if ttl is None or ttl <= 0:
            raise ValueError("every key expires")
        return bool(await self.client.set(key, value, px=max(1, int(ttl * 1000))))

    async def _get(
        self,
        key: bytes,
        encoding: object = None,  # noqa: ARG002 - the base class passes it
        _conn: object = None,
    ) -> bytes | None:
        """Return the value; a key of another type than string reads as empty."""
        try:
            return _string_reply(await self.client.get(key))
        except ResponseError as error:
            return _string_reply(error)

    async def _multi_get(
        self,
        keys: Sequence[bytes],
        encoding: object = None,  # noqa: ARG002 - the base class passes it
        _conn: object = None,
    ) -> list[bytes | None]:
        """Return the values by one pipeline of GETs.

        Unlike MGET this works with keys in several slots and without a right to MGET.
        """
        pipeline = self.client.pipeline(transaction=False)
        for key in keys:
            pipeline.get(key)
        replies = await pipeline.execute(raise_on_error=False)
        return [_string_reply(reply) for reply in replies]

    async def _clear(self, namespace: str | None = None, _conn: object = None) -> bool:
        if not namespace:
            raise ValueError("clearing takes a namespace")
        keys = [key async for key in self.client.scan_iter(f"{namespace}:*", count=500)]
        for start in range(0, len(keys), 500):
            await self.client.unlink(*keys[start : start + 500])
        return True

    async def _close(self, *_: object, _conn: object = None, **__: object) -> None:
        await self.client.aclose(close_connection_pool=True)


def _string_reply(reply: object) -> bytes | None:
    """Return a reply to GET; raise the error where the reply is an error."""
    if reply is None or isinstance(reply, bytes):
        return reply
    if isinstance(reply, ResponseError) and str(reply).startswith("WRONGTYPE"):
        return b""
    if isinstance(reply, Exception):
        raise reply
    raise TypeError("not a reply to GET")


class RedisClient:
    """Run commands on Redis, each within the time budget of its request.

    Every method raises `RedisUnavailable` and nothing else. A failure ends the
    request's budget. An open circuit breaker does not: a Redis that comes back is of
    use to requests under way.
    """

    def __init__(self, cache: ByteCache, clocks: Clocks) -> None:
        self._cache = cache
        self._circuit = RedisCircuit(
            clocks.clock,
            clocks.rng,
            read=partial(cache.get, PROBE_KEY),
            write=partial(
                self._evaluate, (ScriptCall(PROBE_WRITE, (PROBE_KEY,), (PROBE_MS,)),)
            ),
        )
        self._pending_reads: PendingReads = {}
        self._read_tasks: set[asyncio.Task[None]] = set()

    async def get(self, key: bytes, budget: TimeBudget) -> bytes | None:
        """Return the value of `key`, or None.

        All GETs that are asked for in one turn of the event loop go out as one
        pipeline.
        """
        return await _within(budget, partial(self._get_in_pipeline, key))

    async def members(self, key: bytes, budget: TimeBudget) -> tuple[bytes, ...]:
        """Return the members of the set at `key` (SMEMBERS), sorted."""
        client = self._cache.client

        async def smembers() -> tuple[bytes, ...]:
            members = await client.smembers(key)
            return tuple(sorted(m for m in members if isinstance(m, bytes)))

        return await _within(budget, partial(self._circuit.read, smembers))

    async def run_scripts(self, budget: TimeBudget, *calls: ScriptCall) -> list[object]:
        """Return the reply of each script; one pipeline of EVALSHAs runs them all.

        Scripts that the server does not know are sent again as text (EVAL), in a
        second pipeline.
        """
        operation = partial(self._evaluate, calls)
        return await _within(budget, partial(self._circuit.write, operation))

    async def wait_for_probe(self) -> None:
        """Wait for a probe that is due or under way, at most 0.6 s, off any budget."""
        await self._circuit.wait_for_probe()

    def state(self) -> StoreState:
        """Return the state of the server: `up`, `read_only` or `down`."""
        return self._circuit.state()

    @property
    def failures(self) -> int:
        """The number of commands that failed since the start."""
        return self._circuit.failures

    async def aclose(self) -> None:
        """Wait for what is under way, then close the connection pool."""
        await asyncio.gather(*self._read_tasks, return_exceptions=True)
        await self._circuit.aclose()
        await self._cache.close()

    async def _get_in_pipeline(self, key: bytes, seconds: float) -> bytes | None:
        self._circuit.check()
        future = asyncio.get_running_loop().create_future()
        if not self._pending_reads:
            asyncio.get_running_loop().call_soon(self._send_reads)
        self._pending_reads.setdefault(key, []).append(future)
        try:
            async with asyncio.timeout(seconds):
                value: bytes | None = await future
                return value
        except TimeoutError:
            raise RedisUnavailable from None
        finally:
            del future  # it holds the error whose traceback holds this frame

    def _send_reads(self) -> None:
        reads, self._pending_reads = self._pending_reads, {}
        task = asyncio.create_task(self._read(reads))
        self._read_tasks.add(task)
        task.add_done_callback(self._read_tasks.discard)

    async def _read(self, reads: PendingReads) -> None:
        keys = list(reads)
        operation = partial(self._get_all, keys)
        try:
            values = await self._circuit.read(operation, REDIS_SECONDS)
        except RedisUnavailable:
            for future in chain.from_iterable(reads.values()):
                if not future.done():
                    future.set_exception(RedisUnavailable())
            return
        for key, value in zip(keys, values, strict=True):
            for future in reads[key]:
                if not future.done():
                    future.set_result(value)

    async def _get_all(self, keys: Sequence[bytes]) -> Sequence[bytes | None]:
        if len(keys) == 1:  # a third cheaper than a pipeline of one
            return (await self._cache.get(keys[0]),)
        values: list[bytes | None] = await self._cache.multi_get(keys)
        if len(values) != len(keys):  # aiocache does so where it is switched off
            raise RedisUnavailable
        return values

    async def _evaluate(self, calls: tuple[ScriptCall, ...]) -> list[object]:
        replies = await self._pipeline(calls, by_sha=True)
        unknown = [i for i, r in enumerate(replies) if isinstance(r, NoScriptError)]
        if unknown:
            retried = await self._pipeline([calls[i] for i in unknown], by_sha=False)
            for i, reply in zip(unknown, retried, strict=True):
                replies[i] = reply
        for reply in replies:
            if isinstance(reply, Exception):
                raise reply
        return replies

    async def _pipeline(
        self, calls: Sequence[ScriptCall], *, by_sha: bool
    ) -> list[object]:
        pipeline = self._cache.client.pipeline(transaction=False)
        for call in calls:
            send = pipeline.evalsha if by_sha else pipeline.eval
            script = call.script.sha if by_sha else call.script.text
            send(script, len(call.keys), *call.keys, *call.arguments)
        replies: list[object] = await pipeline.execute(raise_on_error=False)
        return replies


async def _within(budget: TimeBudget, operation: Callable[[float], Awaitable[T]]) -> T:
    """Return what `operation` returns within the budget; a failure ends the budget."""
    seconds = budget.remaining()
    if seconds <= 0:
        raise RedisUnavailable
    with budget.spending():
        try:
            return await operation(seconds)
        except CircuitOpen:
            raise
        except RedisUnavailable:
            budget.lost = True
            raise
