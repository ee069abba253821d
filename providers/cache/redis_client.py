"""Redis, reached through aiocache and a client of our own making."""

from collections.abc import Sequence
from typing import Any

from aiocache.backends.redis import RedisCache
from aiocache.serializers import NullSerializer
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.driver_info import DriverInfo
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError

from providers.secret import Secret

# The client's own defaults wait for 59 s before a black hole and 4 s before a closed
# port: https://redis.readthedocs.io/en/stable/retry.html
CONNECT_SECONDS = 0.3
ANSWER_SECONDS = 0.15
POOL_SECONDS = 0.1
CONNECTIONS = 32


class PoolSaturated(RedisConnectionError):
    """Every connection of this process is in use: Redis itself may be well."""


class Pool(BlockingConnectionPool):
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
    pool = Pool.from_url(
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
