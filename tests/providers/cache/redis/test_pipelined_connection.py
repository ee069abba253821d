"""One connection for all callers: nobody ever gets another one's replies."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from redis.asyncio.connection import AbstractConnection, Connection
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import InvalidResponse, RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.redis.connection import pool_options
from providers.cache.redis.pipelined_connection import Line, packed
from tests.conftest import RedisServer

Answer = Callable[[list[list[bytes]]], bytes]
"""What the server writes for the commands that came with one read."""


def echo(commands: list[list[bytes]]) -> bytes:
    """The last argument of each command."""
    return b"".join(b"$%d\r\n%b\r\n" % (len(c[-1]), c[-1]) for c in commands)


@dataclass
class Scripted:
    """A server that answers `echo`, or what `answers` says for the next reads."""

    port: int = 0
    connections: int = 0
    reads: list[list[list[bytes]]] = field(default_factory=list)
    answers: list[Answer | None] = field(default_factory=list)

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.connections += 1
        while data := await reader.read(65536):
            words = data.split(b"\r\n")
            commands: list[list[bytes]] = []
            for word in words[:-1]:
                if word.startswith(b"*"):
                    commands.append([])
                elif not word.startswith(b"$"):
                    commands[-1].append(word)
            self.reads.append(commands)
            answer = self.answers.pop(0) if self.answers else echo
            if answer is None:
                break
            writer.write(answer(commands))
        writer.close()


@asynccontextmanager
async def scripted(seconds: float = 5.0) -> AsyncIterator[tuple[Scripted, Line]]:
    """A server, and a line to it that waits for so many seconds."""
    script = Scripted()
    server = await asyncio.start_server(script.serve, "127.0.0.1", 0)
    script.port = server.sockets[0].getsockname()[1]
    line = Line(connecting(script.port, seconds))
    try:
        yield script, line
    finally:
        await line.aclose()
        server.close()


def connecting(
    port: int, seconds: float
) -> Callable[[], Awaitable[AbstractConnection]]:
    wanted = pool_options() | {"socket_timeout": seconds}
    wanted.pop("max_connections")

    async def connect() -> AbstractConnection:
        connection = Connection(host="127.0.0.1", port=port, **wanted)
        await connection.connect()  # type: ignore[no-untyped-call]
        return connection

    return connect


async def get(line: Line, *keys: bytes) -> list[object]:
    return await line.execute([("GET", key) for key in keys])


async def test_commands_of_one_turn_share_a_connection_and_its_order() -> None:
    async with scripted() as (server, line):
        heard = await asyncio.gather(*(get(line, b"%d" % n, b"x") for n in range(50)))
        assert heard == [[b"%d" % n, b"x"] for n in range(50)]
        assert server.connections == 1
        assert len(server.reads) < 10


async def test_a_caller_who_leaves_takes_nothing_from_the_others() -> None:
    async with scripted() as (_, line):
        await line.open()
        leaving = asyncio.create_task(get(line, b"a", b"b"))
        staying = asyncio.create_task(get(line, b"c"))
        await asyncio.sleep(0)
        leaving.cancel()
        assert await staying == [b"c"]


def lost(commands: list[list[bytes]]) -> bytes:
    """One reply too few."""
    return echo(commands[1:])


def twice(commands: list[list[bytes]]) -> bytes:
    """One reply too many."""
    return echo([commands[0], *commands])


def spoiled(_commands: list[list[bytes]]) -> bytes:
    return b"?!\r\n"


@pytest.mark.parametrize("answer", [lost, twice, spoiled])
async def test_replies_never_shift(answer: Answer) -> None:
    """The callers hear an error, and the next ones their own replies."""
    async with scripted() as (server, line):
        await get(line, b"warm")
        server.answers = [answer]
        both = await asyncio.gather(
            get(line, b"a", b"b"), get(line, b"c"), return_exceptions=True
        )
        for found, right in zip(both, ([b"a", b"b"], [b"c"]), strict=True):
            assert found == right or isinstance(found, InvalidResponse)
        assert InvalidResponse in map(type, both)
        assert await get(line, b"d") == [b"d"]
        assert server.connections == 2


async def test_a_reply_that_nobody_waits_for_ends_the_connection() -> None:
    async with scripted() as (server, line):
        server.answers = [lambda commands: echo(commands) + b"+late\r\n"]
        assert await get(line, b"a") == [b"a"]
        await asyncio.sleep(0.02)
        assert await get(line, b"b") == [b"b"]
        assert server.connections == 2


async def test_a_late_reply_ends_the_connection() -> None:
    async with scripted(seconds=0.05) as (server, line):
        server.answers = [lambda _: b""]
        with pytest.raises(RedisTimeoutError):
            await get(line, b"a")
        assert await get(line, b"b") == [b"b"]
        assert server.connections == 2


async def test_what_a_closed_connection_did_not_answer_is_sent_once_more() -> None:
    async with scripted() as (server, line):
        server.answers = [echo, None]
        await get(line, b"a")
        assert await get(line, b"b") == [b"b"]
        server.answers = [None, None]
        with pytest.raises(RedisConnectionError):
            await get(line, b"c")
        assert await get(line, b"d") == [b"d"]


async def test_an_error_reply_is_one_callers_own() -> None:
    async with scripted() as (server, line):
        server.answers = [lambda c: b"-ERR no\r\n" + echo(c[1:])]
        refused, *_ = await get(line, b"a", b"b")
        assert isinstance(refused, RedisError)
        assert server.connections == 1


async def test_a_retired_connection_ends_with_its_last_reply(
    redis_server: RedisServer,
) -> None:
    line = Line(connecting(redis_server.port, 5.0))
    await line.open()
    first = asyncio.create_task(get(line, b"a"))
    await asyncio.sleep(0)
    line.retire()
    assert await first == [None]
    assert await get(line, b"b") == [None]
    await line.aclose()


def test_any_argument_is_packed() -> None:
    assert packed([("GET", b"a\r\n", 12, "é")]) == (
        b"*4\r\n$3\r\nGET\r\n$3\r\na\r\n\r\n$2\r\n12\r\n$2\r\n\xc3\xa9\r\n"
    )
