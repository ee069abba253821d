"""Redis connections: URL, bounded pool, one SSL context, aiocache on top of them."""

import asyncio
import re
import ssl
from collections.abc import Sequence
from typing import Any, cast

from aiocache.backends.redis import RedisCache
from aiocache.serializers import NullSerializer
from redis.asyncio import BlockingConnectionPool, Redis
from redis.asyncio.connection import RedisSSLContext, SSLConnection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.driver_info import DriverInfo
from redis.exceptions import (
    BusyLoadingError,
    ClusterDownError,
    MasterDownError,
    ReadOnlyError,
    ResponseError,
)
from redis.exceptions import ConnectionError as RedisConnectionError

from providers.cache.redis.circuit_breaker import PoolSaturated
from providers.secret import Secret

# redis-py's own defaults wait for 59 s for a server that never answers and 4 s for a
# closed port: https://redis.readthedocs.io/en/stable/retry.html
CONNECT_SECONDS = 0.3
ANSWER_SECONDS = 0.15
# How long a command waits for a free connection of the pool.
POOL_SECONDS = 0.1
CONNECTIONS = 32


class TlsConnection(SSLConnection):
    """Connection over TLS that reads its certificate files anew after a TLS error.

    The files may have been replaced since the shared SSL context was built.
    """

    async def _connect(self) -> None:
        try:
            await super()._connect()  # type: ignore[no-untyped-call]
        except ssl.SSLError:
            self.ssl_context.context = None
            raise


class BoundedPool(BlockingConnectionPool):
    """Connection pool with one SSL context, and an error of its own when it is full.

    redis-py raises the same `ConnectionError` for a full pool and for a server that is
    out. It also builds an SSL context for each connection: 19 ms of processor time on
    the event loop each, so that 32 first commands at once took 653 ms.
    """

    _ssl_context: "RedisSSLContext | None" = None

    def make_connection(self) -> Any:
        """Return a connection that is not connected yet, on the pool's SSL context."""
        connection = super().make_connection()  # type: ignore[no-untyped-call]
        if isinstance(connection, SSLConnection):
            if self._ssl_context is None:
                self._ssl_context = connection.ssl_context
            connection.ssl_context = self._ssl_context
        return connection

    async def get_connection(self, *_: Any, **__: Any) -> Any:
        """Return a connection; raise `PoolSaturated` after `POOL_SECONDS`."""
        try:
            return await super().get_connection()  # type: ignore[no-untyped-call]
        except RedisConnectionError as error:
            if isinstance(error.__cause__, TimeoutError):
                raise PoolSaturated from None
            raise

    async def open(self, count: int) -> None:
        """Connect `count` connections at the same time; ignore those that fail."""
        opening = (self.get_connection() for _ in range(count))
        for connection in await asyncio.gather(*opening, return_exceptions=True):
            if not isinstance(connection, BaseException):
                await self.release(connection)

    async def reconnect(self) -> None:
        """Close all connections: idle ones now, those in use when they are released.

        The next command then resolves the address anew and meets the server that
        stands behind it now.
        """
        await self.update_active_connections_for_reconnect()  # type: ignore[no-untyped-call]
        await self.disconnect(inuse_connections=False)


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
    if pool.connection_class is SSLConnection:  # the URL's scheme has chosen it
        pool.connection_class = TlsConnection
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
        self._pool = cast("BoundedPool", client.connection_pool)  # see `connect`

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

    async def open(self, count: int) -> None:
        """Connect `count` connections at the same time; never raise."""
        await self._pool.open(count)

    async def reconnect(self) -> None:
        """Close all connections; see `BoundedPool.reconnect`."""
        await self._pool.reconnect()

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


# Error replies by which a server says that another one should be asked. Those with a
# class of their own in redis-py have lost their first word.
# https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
#
# READONLY: a replica, or a primary that was demoted. LOADING: it was restarted and
# reads its data. MASTERDOWN: a replica that has lost its primary and refuses reads.
# CLUSTERDOWN: its part of the cluster has no majority. NOREPLICAS: a primary cut off
# from its replicas, one of which may be primary by now. UNBLOCKED: it became a replica
# while the command waited.
#
# Not among them, because the server is the right one: OOM, MISCONF, NOPERM, BUSY. Nor
# MOVED and ASK: the address is that of a cluster, which needs another client.
_WRONG_SERVER = (ReadOnlyError, BusyLoadingError, MasterDownError, ClusterDownError)
_WRONG_SERVER_WORDS = re.compile(
    r"(?:^|-)(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|UNBLOCKED)\b"
)


def is_wrong_server(error: Exception) -> bool:
    """Return True where the error reply says that this server is the wrong one."""
    if isinstance(error, _WRONG_SERVER):
        return True
    # Redis 6 wraps a script's error: "ERR Error running script (call to f_…):
    # @user_script:9: -READONLY You can't write against a read only replica."
    return isinstance(error, ResponseError) and bool(
        _WRONG_SERVER_WORDS.search(str(error))
    )
