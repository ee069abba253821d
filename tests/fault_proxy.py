"""Fault proxy: a TCP proxy that delays, drops, corrupts or resets connections."""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import Enum, auto
from types import TracebackType
from typing import Self

# Closing a socket that lingers for no time sends RST instead of FIN (socket(7)).
_LINGER_ZERO = struct.pack("ii", 1, 0)

# A connection that the loop has accepted reaches `_serve` only so many turns later. A
# task that is cancelled before it starts would leave its connection open.
_TURNS_TO_ACCEPT = 5


class Fault(Enum):
    """What the proxy does between client and server."""

    NONE = auto()
    REFUSE = auto()  # nobody listens on the port
    BLACK_HOLE = auto()  # connections are accepted, nothing is ever answered
    LATENCY = auto()  # every answer is late by `seconds`
    DRIP = auto()  # answers come a byte at a time, `seconds` apart
    CORRUPT = auto()  # every answer has one bit in eight bytes turned
    CUT = auto()  # connections end after `after` bytes of answers
    RESET = auto()  # connections are reset at the first byte of a request


@dataclass
class FaultProxy:
    """Listen on `port` and forward to `upstream`, with `fault` in between.

    `fault` and `upstream` may be changed at any moment: `fault` concerns open
    connections too, `upstream` only new ones. `seconds` and `after` are the measures
    of a fault. `connections` counts the connections accepted since the start.
    """

    upstream: tuple[str, int]
    fault: Fault = Fault.NONE
    seconds: float = 0.4
    after: int = 10
    port: int = 0
    connections: int = 0
    _server: asyncio.Server | None = None
    _writers: set[asyncio.StreamWriter] = field(default_factory=set)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        await self._listen()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._hang_up()

    async def inflict(self, fault: Fault) -> None:
        """Set the fault from now on; `REFUSE` resets open connections as well."""
        self.fault = fault
        if fault is Fault.REFUSE:
            await self._hang_up()
        elif self._server is None:
            await self._listen()

    def reset_all(self) -> None:
        """Reset every open connection; new ones are served."""
        for writer in tuple(self._writers):
            _reset(writer)

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", self.port, reuse_address=True
        )
        self.port = self._server.sockets[0].getsockname()[1]

    async def _hang_up(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        for _ in range(_TURNS_TO_ACCEPT):
            await asyncio.sleep(0)
        self.reset_all()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.connections += 1
        self._tasks.add(task)
        self._writers.add(writer)
        try:
            with contextlib.suppress(OSError):
                await self._connect(reader, writer)
        except asyncio.CancelledError:
            return  # hung up: the server's own bookkeeping takes no cancellation
        finally:
            self._writers.discard(writer)
            self._tasks.discard(task)
            await close(writer)

    async def _connect(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        host, port = self.upstream
        answers, requests = await asyncio.open_connection(host, port)
        ways = (
            asyncio.create_task(self._forward(reader, requests, writer)),
            asyncio.create_task(self._answer(answers, writer)),
        )
        try:
            await asyncio.wait(ways, return_when="FIRST_COMPLETED")
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            await close(requests)

    async def _forward(
        self,
        reader: asyncio.StreamReader,
        requests: asyncio.StreamWriter,
        client: asyncio.StreamWriter,
    ) -> None:
        while data := await reader.read(65536):
            if self.fault is Fault.RESET:
                _reset(client)
                return
            if self.fault is not Fault.BLACK_HOLE:
                requests.write(data)
                await requests.drain()

    async def _answer(
        self, answers: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        sent = 0
        while data := await answers.read(65536):
            async for piece in self._spoiled(data):
                if self.fault is Fault.CUT and sent + len(piece) > self.after:
                    writer.write(piece[: self.after - sent])
                    return
                sent += len(piece)
                writer.write(piece)
                await writer.drain()

    async def _spoiled(self, data: bytes) -> AsyncIterator[bytes]:
        match self.fault:
            case Fault.LATENCY:
                await asyncio.sleep(self.seconds)
                yield data
            case Fault.DRIP:
                for number in range(len(data)):
                    yield data[number : number + 1]
                    await asyncio.sleep(self.seconds)
            case Fault.CORRUPT:
                yield bytes(b ^ 4 if i % 8 == 5 else b for i, b in enumerate(data))
            case Fault.BLACK_HOLE:
                return
            case _:
                yield data


async def close(writer: asyncio.StreamWriter) -> None:
    """Close a connection in any state and wait for its end."""
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()


def _reset(writer: asyncio.StreamWriter) -> None:
    sock: socket.socket = writer.get_extra_info("socket")
    with contextlib.suppress(OSError):
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_ZERO)
    writer.transport.abort()
