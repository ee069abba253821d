"""Bounds of connections, on real sockets: silent, slow, idle, too many."""

import asyncio
import errno
import logging
import os
import resource
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path
from typing import Self

import pytest

from service.connection_limits import MOST_CONNECTIONS, Limits, State
from service.socket_listener import (
    RESERVED_DESCRIPTORS,
    connection_ceiling,
    raise_descriptor_limit,
)
from tests.service.running import Line, limited

SOON = 10.0  # seconds that a busy machine may take over what takes none
LIVE = b"GET /live HTTP/1.1\r\nHost: x\r\n\r\n"
SHORT = Limits(request_seconds=0.2)


class Peer:
    """One connection to the service, byte by byte."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    @asynccontextmanager
    async def of(cls, line: Line, first: bytes = b"") -> AsyncIterator[Self]:
        host, port = line.url.removeprefix("http://").split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        peer = cls(reader, writer)
        try:
            if first:
                writer.write(first)
            yield peer
        finally:
            writer.transport.abort()

    async def asks(self) -> bytes:
        """Return the status line of the answer to a request; empty when closed."""
        self.writer.write(LIVE)
        return await self.hears()

    async def hears(self) -> bytes:
        async with asyncio.timeout(SOON):
            try:
                head = await self.reader.readuntil(b"\r\n\r\n")
            except (asyncio.IncompleteReadError, ConnectionError):
                return b""
            size = int(head.lower().partition(b"content-length: ")[2].split(b"\r")[0])
            await self.reader.readexactly(size)
        return head.partition(b"\r\n")[0]

    async def is_closed(self) -> bool:
        """Wait until the service closes the connection."""
        async with asyncio.timeout(SOON):
            with suppress(ConnectionError):
                await self.reader.read()
        return True


async def state_becomes(line: Line, *states: State, count: int) -> None:
    """Wait until so many connections are in these states."""
    assert line.listener
    async with asyncio.timeout(SOON):
        while line.listener.table.count(*states) != count:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


HEAD = b"POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"


@pytest.mark.parametrize(
    "part", [b"", b"\r\n", b"P", b"POST /al", HEAD[:40], HEAD[:-2], HEAD[:-1]]
)
async def test_a_request_that_does_not_become_whole_is_closed(
    part: bytes, tmp_path: Path
) -> None:
    async with limited(tmp_path, SHORT) as line, Peer.of(line, part) as peer:
        assert await peer.is_closed()


async def test_dripping_does_not_help(tmp_path: Path) -> None:
    async with limited(tmp_path, SHORT) as line, Peer.of(line, HEAD[:-2]) as peer:
        closed = asyncio.create_task(peer.is_closed())
        while not closed.done():
            peer.writer.write(b"x")
            await asyncio.sleep(0.02)
        assert closed.result()


async def test_a_connection_is_kept_after_an_answer(tmp_path: Path) -> None:
    async with limited(tmp_path, SHORT) as line, Peer.of(line) as kept:
        assert b"200" in await kept.asks()
        async with Peer.of(line) as silent:
            assert await silent.is_closed()
        assert b"200" in await kept.asks(), "it was idle for as long as the other"


async def test_half_a_head_after_an_answer_is_closed(tmp_path: Path) -> None:
    async with limited(tmp_path, SHORT) as line, Peer.of(line) as peer:
        assert b"200" in await peer.asks()
        peer.writer.write(LIVE[:20])
        assert await peer.is_closed()


async def test_a_kept_connection_ends_after_its_time(tmp_path: Path) -> None:
    limits = Limits(keepalive_seconds=0.2)
    async with limited(tmp_path, limits) as line, Peer.of(line) as peer:
        assert b"200" in await peer.asks()
        assert await peer.is_closed()


@pytest.mark.parametrize("path", [b"/live", b"/nowhere"])
async def test_a_body_that_nobody_reads_holds_no_connection(
    path: bytes, tmp_path: Path
) -> None:
    head = b"POST " + path + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"
    async with limited(tmp_path, SHORT) as line, Peer.of(line, head) as peer:
        assert b"HTTP/1.1 40" in await peer.hears()
        assert await peer.is_closed()


async def test_a_body_that_comes_after_its_answer_ends_nothing(tmp_path: Path) -> None:
    head = b"POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"
    async with limited(tmp_path, Limits()) as line, Peer.of(line, head) as peer:
        assert b"404" in await peer.hears()
        await state_becomes(line, State.BODY, count=1)
        peer.writer.write(b"x" * 9)
        await state_becomes(line, State.KEPT, count=1)
        assert b"200" in await peer.asks()


async def test_a_client_that_reads_nothing_is_dropped(tmp_path: Path) -> None:
    limits = Limits(answer_seconds=0.3)
    page = b"GET /privacy HTTP/1.1\r\nHost: x\r\n\r\n"
    async with limited(tmp_path, limits) as line, Peer.of(line) as peer:
        peer.writer.transport.pause_reading()  # type: ignore[attr-defined]
        flood = asyncio.create_task(_send(peer, page * 50))
        await state_becomes(line, *State, count=1)
        await state_becomes(line, *State, count=0)
        flood.cancel()


async def _send(peer: Peer, data: bytes) -> None:
    while True:
        peer.writer.write(data)
        await peer.writer.drain()


async def test_a_new_connection_takes_the_place_of_the_oldest_silent_one(
    tmp_path: Path,
) -> None:
    async with limited(tmp_path, Limits(connections=4)) as line, AsyncExitStack() as s:
        silent = []
        for count in range(4):
            silent.append(await s.enter_async_context(Peer.of(line)))
            await state_becomes(line, State.OPENED, count=count + 1)
        fresh = await s.enter_async_context(Peer.of(line))
        assert b"200" in await fresh.asks()
        assert await silent[0].is_closed()
        assert b"200" in await silent[3].asks()


async def test_a_silent_flood_closes_no_kept_connection(tmp_path: Path) -> None:
    async with limited(tmp_path, Limits(connections=8)) as line, AsyncExitStack() as s:
        kept = [await s.enter_async_context(Peer.of(line)) for _ in range(3)]
        for peer in kept:
            assert b"200" in await peer.asks()
        for _ in range(30):
            await s.enter_async_context(Peer.of(line))
        await state_becomes(line, State.OPENED, count=5)
        for peer in kept:
            assert b"200" in await peer.asks()


async def test_a_flood_of_idle_connections_keeps_nobody_out(tmp_path: Path) -> None:
    async with limited(tmp_path, Limits(connections=8)) as line, AsyncExitStack() as s:
        idle = []
        for _ in range(20):
            idle.append(await s.enter_async_context(Peer.of(line)))
            assert b"200" in await idle[-1].asks()
        assert line.listener
        assert len(line.listener.table) == 8
        assert await idle[0].is_closed(), "the longest idle one goes first"
        assert b"200" in await idle[-1].asks()


async def test_a_connection_with_unread_bytes_is_not_dropped(tmp_path: Path) -> None:
    async with limited(tmp_path, Limits(connections=4)) as line, AsyncExitStack() as s:
        peers = [await s.enter_async_context(Peer.of(line)) for _ in range(4)]
        await state_becomes(line, State.OPENED, count=4)
        assert line.listener
        table = line.listener.table
        peers[0].writer.write(LIVE)
        assert table.idlest() not in (None, next(iter(table.connections)))
        for peer in peers[1:]:
            peer.writer.write(LIVE)
        assert table.idlest() is None, "the loop had no time to read any of them"
        for peer in peers:
            assert b"200" in await peer.hears()
        assert table.idlest() is not None


async def test_bodies_that_do_not_come_give_way(tmp_path: Path) -> None:
    async with limited(tmp_path, Limits(connections=8)) as line, AsyncExitStack() as s:
        head = _signed_head(line)
        for _ in range(20):
            await s.enter_async_context(Peer.of(line, head))
        fresh = await s.enter_async_context(Peer.of(line))
        assert b"200" in await fresh.asks()
        answer = await line.opens()
        assert answer.status == 200


def _signed_head(line: Line, length: int = 1) -> bytes:
    headers = line.signer.headers(b"x") | {"Content-Length": str(length)}
    lines = [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join(["POST /alexa HTTP/1.1", "Host: x", *lines, "", ""]).encode()


async def test_the_memory_of_bodies_is_bounded(tmp_path: Path) -> None:
    limits = Limits(bodies=3)
    async with limited(tmp_path, limits) as line, AsyncExitStack() as stack:
        head = _signed_head(line, length=100)
        peers = []
        for count in range(3):
            peers.append(await stack.enter_async_context(Peer.of(line, head)))
            await state_becomes(line, State.BODY, count=count + 1)
        peers[0].writer.write(b"dripping makes no connection younger")
        await peers[0].writer.drain()
        peers.append(await stack.enter_async_context(Peer.of(line, head)))
        assert await peers[0].is_closed()
        await state_becomes(line, State.BODY, count=3)
        assert (await line.opens()).status == 200


async def test_pipelined_requests_are_all_answered(tmp_path: Path) -> None:
    async with limited(tmp_path, SHORT) as line, Peer.of(line, LIVE * 40) as peer:
        for _ in range(40):
            assert b"200" in await peer.hears()
        await state_becomes(line, State.KEPT, count=1)


async def test_nothing_stays_in_the_table(tmp_path: Path) -> None:
    async with limited(tmp_path, Limits()) as line:
        async with AsyncExitStack() as stack:
            for first in (b"", LIVE, LIVE[:9], b"\0", _signed_head(line)):
                await stack.enter_async_context(Peer.of(line, first))
            await state_becomes(line, State.KEPT, count=1)
        await state_becomes(line, *State, count=0)


@pytest.mark.parametrize("error", [errno.EMFILE, errno.ENFILE, errno.ENOBUFS])
async def test_accept_errors_are_logged_once(
    error: int,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    caplog.set_level(logging.WARNING)
    async with limited(tmp_path, SHORT) as line, Peer.of(line) as silent:
        await state_becomes(line, State.OPENED, count=1)
        caplog.clear()
        accept, tries = socket.socket.accept, iter(range(5))

        def failing(listening: socket.socket) -> object:
            if next(tries, None) is not None:
                raise OSError(error, os.strerror(error))
            return accept(listening)

        monkeypatch.setattr(socket.socket, "accept", failing)
        async with Peer.of(line) as fresh:
            assert b"200" in await fresh.asks()
        assert await silent.is_closed(), "it gave its descriptor back"
    assert caplog.messages == [f"no connection can be accepted: {os.strerror(error)}"]


@pytest.mark.parametrize(
    ("descriptors", "ceiling"),
    [(20, 10), (256, 128), (1024, 1024 - RESERVED_DESCRIPTORS), (10**6, 4096)],
)
def test_the_ceiling_leaves_descriptors_to_the_process(
    descriptors: int, ceiling: int
) -> None:
    assert connection_ceiling(descriptors) == ceiling


def test_the_limit_of_descriptors_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = [(1024, resource.RLIM_INFINITY)]
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits[-1])
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: limits.append(pair))
    wanted = MOST_CONNECTIONS + RESERVED_DESCRIPTORS
    assert raise_descriptor_limit() == wanted
    assert limits[-1] == (wanted, resource.RLIM_INFINITY)
    assert raise_descriptor_limit() == wanted
    limits.append((256, 1024))
    assert raise_descriptor_limit() == 1024
    limits.append((resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert connection_ceiling(raise_descriptor_limit()) == MOST_CONNECTIONS
