"""Redis Cluster: redis-py's client within our time limits, and its own redirections.

redis-py's cluster client waits where a listener cannot: after an error it closes the
connections to all nodes, sleeps for 0.25 s and reads the whole topology before it goes
on. Here a command fails within its own time limit, and the topology is read beside it.
It also sends ASKING on another connection than the command that it belongs to, once a
node has two of them. https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from redis.asyncio.cluster import ClusterNode, ClusterPipeline, RedisCluster
from redis.asyncio.connection import SSLConnection, parse_url
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import (
    AskError,
    MaxConnectionsError,
    MovedError,
    SlotNotCoveredError,
    TryAgainError,
)
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.redis import connection
from providers.cache.redis.addresses import RedisAddress
from providers.cache.redis.circuit_breaker import PoolSaturated
from providers.cache.redis.connection import TlsConnection, look_at_its_error
from providers.cache.redis.pipelined_connection import Command

# How often a command is sent at most: redirections, a closed connection, a slot that is
# on its way to another node.
ATTEMPTS = 5

# How long a command waits while the keys of its slot are on their way.
ON_ITS_WAY = 0.02

# The topology is read at most once in so many seconds, and within so many.
REFRESH_EVERY = 1.0
REFRESH_SECONDS = 5.0

_REDIRECTED = (MovedError, AskError, TryAgainError)

# A node with a hundredth of the slots has none of so many keys once in 10 ** 8 times.
PROBED_KEYS = 2000


class ClusterClient(RedisCluster):
    """A cluster of Redis servers; see `connection.Servers`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._named = [(node.host, node.port) for node in self.startup_nodes]
        self._reading: asyncio.Task[None] | None = None
        self._read_at = float("-inf")

    @property
    def _is_known(self) -> bool:
        return self.get_default_node() is not None

    def node_of(self, key: bytes) -> str:
        """Return the name of the node with the slot of `key`; "" where unknown."""
        try:
            return self._node(key).name if self._is_known else ""
        except SlotNotCoveredError:
            return ""

    def nodes(self) -> set[str]:
        """Return the names of all primaries; "" where they are not known yet."""
        return {node.name for node in self.get_primaries()} or {""}

    def keys_on(self, node: str, keys: Iterable[bytes]) -> tuple[bytes, ...]:
        """Return the first of the keys that is on that node, or the first of all."""
        first, *others = islice(keys, PROBED_KEYS)
        on_it = (key for key in (first, *others) if self.node_of(key) == node)
        return (next(on_it, first),)

    async def initialize(self, *_: object, **__: object) -> "ClusterClient":
        """Read the topology where it is not known.

        redis-py's own also reads the list of all commands from one node, which may be
        the one that is out. It serves to find the key of a command.
        """
        if not self._is_known:
            await self.reconnect()
        return self

    async def execute(self, commands: Sequence[Command]) -> list[object]:
        """Return the reply of each command, an error reply as an exception.

        The commands of one node go in one pipeline. Where a node does not answer, the
        error is raised.
        """
        await self.initialize()
        replies: list[object] = [None] * len(commands)
        waiting = list(range(len(commands)))
        asking: dict[int, ClusterNode] = {}
        for attempt in range(ATTEMPTS):
            answers = await self._send(commands, waiting, asking)
            for i, answer in zip(waiting, answers, strict=True):
                replies[i] = answer
            kinds = _REDIRECTED if attempt else (*_REDIRECTED, RedisConnectionError)
            waiting = [i for i in waiting if isinstance(replies[i], kinds)]
            if not waiting:
                break
            asking = await self._redirected({i: replies[i] for i in waiting})
        for i in waiting:
            replies[i] = TryAgainError("on its way for too long")
        for reply in replies:
            if isinstance(reply, RedisConnectionError | RedisTimeoutError):
                raise reply
        return replies

    async def open(self, count: int) -> None:
        """Connect to all primaries, `count` connections in all; ignore what fails."""
        try:
            await self.initialize()
        except Exception:  # noqa: BLE001 - the first command meets it again
            return
        nodes = self.get_primaries()
        each = max(1, count // len(nodes))
        pings = (node.execute_command("PING") for node in nodes for _ in range(each))
        await asyncio.gather(*pings, return_exceptions=True)

    async def reconnect(self) -> None:
        """Read the topology: the node that was asked is not the right one."""
        self.look_again()
        if self._reading is not None:
            await asyncio.shield(self._reading)

    def look_again(self, failed: str | None = None) -> None:
        """Read the topology, unless that is under way or was done a moment ago.

        From another node than `failed`, if there is one. A task of its own: a caller
        whose time is up does not end it.
        """
        now = asyncio.get_running_loop().time()
        if self._reading is not None and (
            not self._reading.done() or now - self._read_at < REFRESH_EVERY
        ):
            return
        self._read_at = now
        self._reading = asyncio.create_task(self._read_topology(failed))
        self._reading.add_done_callback(look_at_its_error)

    async def aclose(self) -> None:
        """Close all connections."""
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.wait([self._reading])
        await super().aclose()

    async def _send(
        self,
        commands: Sequence[Command],
        wanted: Sequence[int],
        asking: dict[int, ClusterNode],
    ) -> list[object]:
        """Return the replies to the commands of those numbers.

        In their order, one node after the other: a script on the account's node comes
        before one on the person's.
        """
        replies: list[object] = []
        targets = [
            (i, asking.get(i) or self._node(_key_of(commands[i]))) for i in wanted
        ]
        for node, group in groupby(targets, itemgetter(1)):
            pipeline = self.pipeline()
            numbers = [i for i, _ in group]
            for i in numbers:
                if i in asking:
                    pipeline.execute_command("ASKING", target_nodes=node)
                pipeline.execute_command(*commands[i], target_nodes=node)
            replies += await self._replies(pipeline, [i in asking for i in numbers])
        return replies

    async def _replies(
        self, pipeline: ClusterPipeline, after_asking: Sequence[bool]
    ) -> list[object]:
        """Return the replies of one node, without those to ASKING.

        `after_asking` tells for each command whether ASKING goes before it.
        """
        try:
            replies = await pipeline.execute(
                raise_on_error=False, allow_redirections=False
            )
        except MaxConnectionsError:
            raise PoolSaturated from None
        except (RedisConnectionError, RedisTimeoutError) as error:
            return [error] * len(after_asking)
        answers = iter(replies)
        return [next(islice(answers, skipped, None)) for skipped in after_asking]

    async def _redirected(self, replies: dict[int, object]) -> dict[int, ClusterNode]:
        """Prepare to send commands again; return the nodes to ask with ASKING.

        MOVED: the slot is elsewhere now. ASK: the key is, and its slot will be.
        TRYAGAIN: some keys of a script are. A closed connection: its host may have
        suspended this process, and all others are closed as well.
        """
        asking = {}
        for i, reply in replies.items():
            if isinstance(reply, MovedError):
                await self.nodes_manager.move_slot(reply)
                self.look_again()
            elif isinstance(reply, AskError):
                if node := self.get_node(reply.host, reply.port):
                    asking[i] = node
                else:  # it joined a moment ago
                    await self.reconnect()
        kinds = {type(reply) for reply in replies.values()}
        if TryAgainError in kinds:
            await asyncio.sleep(ON_ITS_WAY)
        if any(issubclass(kind, RedisConnectionError) for kind in kinds):
            for node in self.get_primaries():
                await node.disconnect_free_connections()
        return asking

    def _node(self, key: bytes) -> ClusterNode:
        return self.nodes_manager.get_node_from_slot(self.keyslot(key))

    async def _read_topology(self, failed: str | None) -> None:
        self._initialize = False  # from now on there is something to close
        manager = self.nodes_manager
        for host, port in self._named:  # redis-py keeps only those that were there
            node = ClusterNode(host, port, **self.connection_kwargs)
            manager.startup_nodes.setdefault(node.name, node)
        async with asyncio.timeout(REFRESH_SECONDS):
            await manager.initialize(last_failed_node_name=failed)


def connect_cluster(address: RedisAddress) -> ClusterClient:
    """Return a client that has not connected yet; its options are the first URL's."""
    hosts = [parse_url(url) for url in address.urls]
    options: dict[str, Any] = dict(hosts[0])
    for name in ("host", "port", "db"):
        options.pop(name, None)
    tls = options.pop("connection_class", None) is SSLConnection
    tls_options = {k: options.pop(k) for k in tuple(options) if k.startswith("ssl_")}
    defaults = connection.options() | {"max_connections": connection.CONNECTIONS}
    client = ClusterClient(
        startup_nodes=[
            ClusterNode(host.get("host", "localhost"), host.get("port", 6379))
            for host in hosts
        ],
        require_full_coverage=False,  # the other nodes' slots are of use
        reinitialize_steps=0,  # else every fifth MOVED closes all connections
        retry=Retry(NoBackoff(), 0),
        **(defaults | options),
    )
    if tls:
        make = _one_tls_context(tls_options)
        client.connection_kwargs["connection_class"] = make
        for node in client.startup_nodes:  # a class is called only
            node.connection_class = make  # type: ignore[assignment]
    return client


def _one_tls_context(tls_options: dict[str, Any]) -> Callable[..., TlsConnection]:
    """Return what makes connections that share one SSL context; see `ServerPool`."""
    shared = TlsConnection(**tls_options).ssl_context

    def make(**options: Any) -> TlsConnection:
        made = TlsConnection(**tls_options, **options)
        made.ssl_context = shared
        return made

    return make


def _key_of(command: Command) -> bytes:
    """Return the first key: the first argument, of a script the third."""
    key = command[3] if command[0] in ("EVAL", "EVALSHA") else command[1]
    if not isinstance(key, bytes):
        raise TypeError("a key is bytes")
    return key
