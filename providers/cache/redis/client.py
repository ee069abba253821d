"""Reads gathered into one round trip, scripts run in one, within a request's budget."""

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

# FOLDED Redis, reached through aiocache and a client of our own making.

# The client's own defaults wait for 59 s before a black hole and 4 s before a closed
# port: https://redis.readthedocs.io/en/stable/retry.html
CONNECT_SECONDS = 0.3

ANSWER_SECONDS = 0.15

POOL_SECONDS = 0.1

CONNECTIONS = 32


class BoundedPool(BlockingConnectionPool):
    """Tells its own crowding from a server that is out."""

    async def get_connection(self, *_: Any, **__: Any) -> Any:
        try:
            return await super().get_connection()  # type: ignore[no-untyped-call]
        except RedisConnectionError as error:
            if isinstance(error.__cause__, TimeoutError):
                raise PoolSaturated from None
            raise


def connect(url: Secret) -> "Redis":
    """A client without a connection yet: `redis://`, `rediss://` or `unix://`, with or
    without an ACL user, its certificates named in the query (`ssl_ca_certs=…`).

    A command that meets a closed connection is sent once more, because hosts that
    suspend processes leave dead sockets behind; nothing else is repeated.
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

    Lifetimes are seconds, of any size above zero and never absent; `clear` walks over
    one namespace instead of emptying the database; time is bounded by the caller.
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
        """A value of another type than text reads as empty."""
        try:
            return _text(await self.client.get(key))
        except ResponseError as error:
            return _text(error)

    async def _multi_get(
        self,
        keys: Sequence[bytes],
        encoding: object = None,  # noqa: ARG002 - the base class passes it
        _conn: object = None,
    ) -> list[bytes | None]:
        """One round trip of single GETs: any slots, and no right to MGET needed."""
        pipeline = self.client.pipeline(transaction=False)
        for key in keys:
            pipeline.get(key)
        return [_text(reply) for reply in await pipeline.execute(raise_on_error=False)]

    async def _clear(self, namespace: str | None = None, _conn: object = None) -> bool:
        if not namespace:
            raise ValueError("clearing takes a namespace")
        keys = [key async for key in self.client.scan_iter(f"{namespace}:*", count=500)]
        for start in range(0, len(keys), 500):
            await self.client.unlink(*keys[start : start + 500])
        return True

    async def _close(self, *_: object, _conn: object = None, **__: object) -> None:
        await self.client.aclose(close_connection_pool=True)


def _text(reply: object) -> bytes | None:
    """A reply to GET; raises the error that it may be."""
    if reply is None or isinstance(reply, bytes):
        return reply
    if isinstance(reply, ResponseError) and str(reply).startswith("WRONGTYPE"):
        return b""
    if isinstance(reply, Exception):
        raise reply
    raise TypeError("not a reply to GET")


T = TypeVar("T")

Wanted = dict[bytes, list["asyncio.Future[bytes | None]"]]

PROBE_MS = 1000


class RedisClient:
    """Commands for Redis, each bounded by the budget of the request that asks.

    Everything raises `RedisOut` and nothing else; after that the budget is lost, unless
    nobody asked: a Redis that comes back is of use to requests under way.
    """

    def __init__(self, cache: ByteCache, sources: Clocks) -> None:
        self._cache = cache
        self._circuit = RedisCircuit(
            sources.clock,
            sources.rng,
            read=partial(cache.get, PROBE_KEY),
            write=partial(
                self._evaluate, (ScriptCall(PROBE_WRITE, (PROBE_KEY,), (PROBE_MS,)),)
            ),
        )
        self._wanted: Wanted = {}
        self._reads: set[asyncio.Task[None]] = set()

    async def get(self, name: bytes, budget: TimeBudget) -> bytes | None:
        """The value; whatever is asked for in one turn of the loop goes together."""
        return await _within(budget, partial(self._gathered, name))

    async def members(self, name: bytes, budget: TimeBudget) -> tuple[bytes, ...]:
        """The members of a set, sorted."""
        client = self._cache.client

        async def ask() -> tuple[bytes, ...]:
            found = await client.smembers(name)
            return tuple(sorted(m for m in found if isinstance(m, bytes)))

        return await _within(budget, partial(self._circuit.read, ask))

    async def run_scripts(self, budget: TimeBudget, *calls: ScriptCall) -> list[object]:
        """What each script returns, all in one round trip."""
        operation = partial(self._evaluate, calls)
        return await _within(budget, partial(self._circuit.write, operation))

    async def wait_for_probe(self) -> None:
        """Waits until it is known whether a Redis that was out is back, if it is time
        to look: at most 0.6 s, of nobody's budget."""
        await self._circuit.wait_for_probe()

    def state(self) -> StoreState:
        return self._circuit.state()

    @property
    def failures(self) -> int:
        """Operations that failed since the start."""
        return self._circuit.failures

    async def aclose(self) -> None:
        await asyncio.gather(*self._reads, return_exceptions=True)
        await self._circuit.aclose()
        await self._cache.close()

    async def _gathered(self, name: bytes, seconds: float) -> bytes | None:
        self._circuit.check()
        future = asyncio.get_running_loop().create_future()
        if not self._wanted:
            asyncio.get_running_loop().call_soon(self._send)
        self._wanted.setdefault(name, []).append(future)
        try:
            async with asyncio.timeout(seconds):
                value: bytes | None = await future
                return value
        except TimeoutError:
            raise RedisUnavailable from None
        finally:
            del future  # it holds the error whose traceback holds this frame

    def _send(self) -> None:
        wanted, self._wanted = self._wanted, {}
        task = asyncio.create_task(self._read(wanted))
        self._reads.add(task)
        task.add_done_callback(self._reads.discard)

    async def _read(self, wanted: Wanted) -> None:
        names = list(wanted)
        operation = partial(self._get_all, names)
        try:
            values = await self._circuit.read(operation, REDIS_SECONDS)
        except RedisUnavailable:
            for future in chain.from_iterable(wanted.values()):
                if not future.done():
                    future.set_exception(RedisUnavailable())
            return
        for name, value in zip(names, values, strict=True):
            for future in wanted[name]:
                if not future.done():
                    future.set_result(value)

    async def _get_all(self, names: Sequence[bytes]) -> Sequence[bytes | None]:
        if len(names) == 1:  # a third cheaper than a pipeline of one
            return (await self._cache.get(names[0]),)
        values: list[bytes | None] = await self._cache.multi_get(names)
        if len(values) != len(names):  # aiocache does so where it is switched off
            raise RedisUnavailable
        return values

    async def _evaluate(self, calls: tuple[ScriptCall, ...]) -> list[object]:
        results = await self._pipeline(calls, by_name=True)
        unknown = [i for i, r in enumerate(results) if isinstance(r, NoScriptError)]
        if unknown:
            again = await self._pipeline([calls[i] for i in unknown], by_name=False)
            for i, result in zip(unknown, again, strict=True):
                results[i] = result
        for result in results:
            if isinstance(result, Exception):
                raise result
        return results

    async def _pipeline(
        self, calls: Sequence[ScriptCall], *, by_name: bool
    ) -> list[object]:
        pipeline = self._cache.client.pipeline(transaction=False)
        for call in calls:
            send = pipeline.evalsha if by_name else pipeline.eval
            text = call.script.sha if by_name else call.script.text
            send(text, len(call.keys), *call.keys, *call.arguments)
        results: list[object] = await pipeline.execute(raise_on_error=False)
        return results


async def _within(budget: TimeBudget, operation: Callable[[float], Awaitable[T]]) -> T:
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
