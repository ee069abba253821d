"""Redis commands of the cache: GET, SMEMBERS and scripts, sent to the right server."""

import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from typing import TypeVar

import msgspec
from redis.exceptions import NoScriptError, RedisError, TryAgainError

from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.connection import ByteCache, is_wrong_server, is_wrong_type
from providers.cache.redis.pipelined_connection import Command

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Script:
    """A Lua script: `text`, and the SHA-1 digest that EVALSHA names it by."""

    text: str = field(repr=False)
    sha: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.sha1(self.text.encode(), usedforsecurity=False)
        object.__setattr__(self, "sha", digest.hexdigest())


class ScriptCall(msgspec.Struct, frozen=True, gc=False):
    """A script with its `KEYS` and `ARGV`."""

    script: Script
    keys: tuple[bytes, ...]
    arguments: tuple[bytes | int, ...]


class RedisCommands:
    """Send commands, without a time limit and without a circuit breaker.

    A script goes by its digest (EVALSHA) once it was sent as text (EVAL). The nodes of
    a cluster learn it one by one.
    """

    def __init__(self, cache: ByteCache) -> None:
        self._cache = cache
        self._servers = cache.servers
        self._known_scripts: set[str] = set()

    async def get_all(self, keys: Sequence[bytes]) -> Sequence[bytes | None]:
        """Return the value of each key, or None."""
        return await self._on_the_right_server(partial(self._get_once, keys))

    async def members(self, key: bytes) -> tuple[bytes, ...]:
        """Return the members of the set at `key`, sorted; none for another type."""
        return await self._on_the_right_server(partial(self._members_once, key))

    async def _members_once(self, key: bytes) -> tuple[bytes, ...]:
        (reply,) = await self._servers.execute([("SMEMBERS", key)])
        if is_wrong_type(reply):
            return ()
        if isinstance(reply, Exception):
            raise reply
        if not isinstance(reply, list | set):  # a list; redis-py makes a set of it
            raise TypeError("not a reply to SMEMBERS")
        return tuple(sorted(reply))

    async def _get_once(self, keys: Sequence[bytes]) -> Sequence[bytes | None]:
        values: list[bytes | None] = await self._cache.multi_get(keys)
        if len(values) != len(keys):  # aiocache does so where it is switched off
            raise RedisUnavailable
        return values

    async def evaluate_for_all(
        self, callers: Sequence[tuple[ScriptCall, ...]]
    ) -> list[list[object]]:
        """Return each caller's replies; raise an error reply where none succeeded.

        What is refused to one caller only (a key of a foreign type) is no failure of
        the server.
        """
        calls = [call for own in callers for call in own]
        replies = iter(await self.evaluate(calls))
        results = [list(islice(replies, len(own))) for own in callers]
        errors = [first_error(own) for own in results]
        # TRYAGAIN: the keys of one slot are on their way to another node.
        refusals = [e for e in errors if e and not isinstance(e, TryAgainError)]
        if refusals and len(refusals) == len(errors):
            raise refusals[0]
        return results

    async def evaluate(self, calls: Sequence[ScriptCall]) -> list[object]:
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
        commands: list[Command] = []
        known = set(self._known_scripts)
        for call in calls:
            # Redis keeps the script of an EVAL, so that the next call finds it.
            script, by_sha = call.script, call.script.sha in known
            known.add(script.sha)
            name = ("EVALSHA", script.sha) if by_sha else ("EVAL", script.text)
            commands.append((*name, len(call.keys), *call.keys, *call.arguments))
        replies = await self._servers.execute(commands)
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
        await self._servers.reconnect()
        try:
            return await operation()
        except RedisError as error:
            if is_wrong_server(error):
                await self._servers.reconnect()
            raise


def first_error(replies: Sequence[object]) -> Exception | None:
    """Return the first error reply, or None."""
    for reply in replies:
        if isinstance(reply, Exception):
            return reply
    return None
