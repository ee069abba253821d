"""Redis connections: options, one SSL context, two lines, aiocache on top of them.

`cluster.py` and `sentinel.py` hold what their kinds of address need beside.
"""

import asyncio
import re
import ssl
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, Protocol

from aiocache.backends.redis import RedisCache
from aiocache.serializers import NullSerializer
from redis.asyncio import ConnectionPool, Redis
from redis.asyncio.connection import (
    AbstractConnection,
    RedisSSLContext,
    SSLConnection,
)
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

from providers.cache.redis.pipelined_connection import Command, Line

# redis-py's own defaults wait for 59 s for a server that never answers and 4 s for a
# closed port: https://redis.readthedocs.io/en/stable/retry.html
CONNECT_SECONDS = 0.3
REPLY_SECONDS = 0.15
CONNECTIONS = 32

# Keys in as many slots: a cluster of two nodes has all of them on one in 1 of 32,768.
PROBED_SLOTS = 16

# Commands that a server answers while it refuses or delays writes.
_READING = ("GET", "SMEMBERS")


def options() -> dict[str, Any]:
    """Return what every client is made with.

    RESP2 and no CLIENT SETINFO: the fewest commands to be allowed, also on 7.0.
    """
    return {
        "socket_timeout": REPLY_SECONDS,
        "socket_connect_timeout": CONNECT_SECONDS,
        "protocol": 2,
        "driver_info": DriverInfo(name=None, lib_version=None),
    }


def one_retry() -> Retry:
    """Return what sends a command again that met a closed connection."""
    return Retry(NoBackoff(), 1, supported_errors=(RedisConnectionError,))


def pool_options() -> dict[str, Any]:
    """Return what every pool is made with."""
    return options() | {"max_connections": CONNECTIONS, "retry": one_retry()}


class Servers(Protocol):
    """The servers of one address: one, or the nodes of a cluster."""

    def node_of(self, key: bytes) -> str:
        """Return the name of the node that has `key`; "" for one server."""

    def nodes(self) -> set[str]:
        """Return the names of all nodes that have keys."""

    def keys_on(self, node: str, keys: Iterable[bytes]) -> tuple[bytes, ...]:
        """Return those of the keys by which that node is probed."""

    async def execute(self, commands: Sequence[Command]) -> list[object]:
        """Return the reply of each command, an error reply as an exception."""

    async def open(self, count: int) -> None:
        """Connect `count` connections at the same time; never raise."""

    async def reconnect(self) -> None:
        """Find the right server: the one that was asked says that it is not."""

    def look_again(self, node: str) -> None:
        """Find out beside the caller what became of a node that does not answer."""

    async def aclose(self) -> None:
        """Close all connections."""


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


class ServerPool(ConnectionPool):
    """Connection pool with one SSL context.

    redis-py builds an SSL context for each connection: 19 ms of processor time on the
    event loop each.
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


class SingleServer(Redis):
    """One server, or the primary that Sentinels name; see `Servers`.

    What the cache sends goes over two lines, one for reads and one for scripts: a
    server in the middle of a failover lets scripts wait, and a line behind them. The
    other methods of redis-py's client take connections of the pool.
    """

    connection_pool: ServerPool

    def __init__(self, pool: ServerPool) -> None:
        super().__init__(connection_pool=pool)
        self._reads, self._writes = Line(self._connect), Line(self._connect)

    def node_of(self, _key: bytes) -> str:
        """Return "": there is one node."""
        return ""

    def nodes(self) -> set[str]:
        """Return the one node."""
        return {""}

    def keys_on(self, _node: str, keys: Iterable[bytes]) -> tuple[bytes, ...]:
        """Return keys in many slots: a node of a cluster cannot have them all."""
        return tuple(islice(keys, PROBED_SLOTS))

    async def execute(self, commands: Sequence[Command]) -> list[object]:
        """Return the reply of each command, an error reply as an exception."""
        line = self._reads if commands[0][0] in _READING else self._writes
        return await line.execute(commands)

    async def open(self, count: int) -> None:  # noqa: ARG002 - it has two
        """Connect both lines; never raise."""
        lines = (self._reads.open(), self._writes.open())
        await asyncio.gather(*lines, return_exceptions=True)

    async def reconnect(self) -> None:
        """Take new connections: the next ones resolve the address anew.

        They then meet the server that stands behind it now. The old ones are closed
        when what was sent over them is answered.
        """
        self._reads.retire()
        self._writes.retire()
        await self.connection_pool.disconnect(inuse_connections=False)

    def look_again(self, node: str) -> None:
        """Do nothing: the next connection finds the way by itself."""

    async def aclose(self, close_connection_pool: bool | None = None) -> None:  # noqa: ARG002, FBT001 - as in redis-py
        """Close all connections, those to Sentinels too."""
        await asyncio.gather(self._reads.aclose(), self._writes.aclose())
        await self.connection_pool.aclose()

    async def _connect(self) -> AbstractConnection:
        """Return a new connection; raise `RedisConnectionError` where it is refused.

        A server that refuses SELECT or CLIENT SETNAME answers nothing else either: the
        error must not look like one of a write.
        """
        connection: AbstractConnection = self.connection_pool.make_connection()
        try:
            await connection.connect()  # type: ignore[no-untyped-call]
        except ResponseError as refusal:
            await connection.disconnect(nowait=True)
            raise RedisConnectionError(*refusal.args) from None
        except BaseException:
            await connection.disconnect(nowait=True)
            raise
        return connection


class ByteCache(RedisCache):
    """aiocache's Redis back-end for bytes under bytes, on an injected client.

    Every key expires: a lifetime is above zero, in seconds. `clear` removes one
    namespace; aiocache's own would empty the database. The caller bounds the time.
    `set` and `clear` are not used here; they are overridden because the inherited
    ones are dangerous.
    """

    def __init__(self, client: Servers) -> None:
        bytes_as_they_are = NullSerializer(encoding=None)  # type: ignore[no-untyped-call]
        super().__init__(serializer=bytes_as_they_are, timeout=None)  # type: ignore[no-untyped-call]
        self.client: Any = client  # what aiocache itself calls is untyped
        self.servers = client

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
        (reply,) = await self.servers.execute([("GET", key)])
        return _string_reply(reply)

    async def _multi_get(
        self,
        keys: Sequence[bytes],
        encoding: object = None,  # noqa: ARG002 - the base class passes it
        _conn: object = None,
    ) -> list[bytes | None]:
        """Return the values, by a GET each.

        Unlike MGET this works with keys in several slots and without a right to MGET.
        """
        replies = await self.servers.execute([("GET", key) for key in keys])
        return [_string_reply(reply) for reply in replies]

    async def _clear(self, namespace: str | None = None, _conn: object = None) -> bool:
        if not namespace:
            raise ValueError("clearing takes a namespace")
        keys = [key async for key in self.client.scan_iter(f"{namespace}:*", count=500)]
        for start in range(0, len(keys), 500):
            await self.client.unlink(*keys[start : start + 500])
        return True

    async def _close(self, *_: object, _conn: object = None, **__: object) -> None:
        await self.servers.aclose()


def _string_reply(reply: object) -> bytes | None:
    """Return a reply to GET; raise the error where the reply is an error."""
    if reply is None or isinstance(reply, bytes):
        return reply
    if is_wrong_type(reply):
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
# MOVED and ASK: see `circuit_breaker.wrong_scheme`.
_WRONG_SERVER = (ReadOnlyError, BusyLoadingError, MasterDownError, ClusterDownError)
_WRONG_SERVER_WORDS = re.compile(
    r"(?:^|-)(READONLY|LOADING|MASTERDOWN|CLUSTERDOWN|NOREPLICAS|UNBLOCKED)\b"
)


def look_at_its_error(task: "asyncio.Task[Any]") -> None:
    """Whoever waits for the task has its error; nobody may wait."""
    if not task.cancelled():
        task.exception()


def is_wrong_type(reply: object) -> bool:
    """Return True for the error reply of a key that holds a value of another type."""
    return isinstance(reply, ResponseError) and str(reply).startswith("WRONGTYPE")


def is_wrong_server(error: Exception) -> bool:
    """Return True where the error reply says that this server is the wrong one."""
    if isinstance(error, _WRONG_SERVER):
        return True
    # Redis 6 wraps a script's error: "ERR Error running script (call to f_…):
    # @user_script:9: -READONLY You can't write against a read only replica."
    return isinstance(error, ResponseError) and bool(
        _WRONG_SERVER_WORDS.search(str(error))
    )
