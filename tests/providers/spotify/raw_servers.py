"""What servers of raw bytes do to those who call them."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Socket:
    """A server of raw bytes; `requests` are the heads it was sent."""

    behaviour: Behaviour
    requests: list[bytes] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    serving: set["asyncio.Task[None]"] = field(default_factory=set)

    def accept(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.serving.add(asyncio.create_task(self._serve(reader, writer)))

    async def _serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            while True:
                self.requests.append(await reader.readuntil(b"\r\n\r\n"))
                await self.behaviour(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def close(self) -> None:
        for task in self.serving:
            task.cancel()
        await asyncio.gather(*self.serving, return_exceptions=True)


Start = Callable[[Behaviour], Awaitable[Socket]]


# An attempt may take what remains less half a second: here a tenth of a second.
HURRIED = 0.6


def head(length: int | None = None, status: str = "200 OK", *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", *more]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode()


def says(*pieces: bytes, hang_up: bool = False) -> Behaviour:
    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        if hang_up:
            writer.close()
            raise ConnectionError

    return behave


def resets() -> Behaviour:
    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()
        raise ConnectionError

    return behave


def hangs(*pieces: bytes) -> Behaviour:
    """Says that much, then nothing for as long as anybody waits."""

    async def behave(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        for piece in pieces:
            writer.write(piece)
        await reader.read(1)

    return behave


def drips(status: str = "200 OK") -> Behaviour:
    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head(100_000, status))
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.01)

    return behave


class Crowd:
    """A server's behaviour: answers only after `go`, and tells when enough wait."""

    def __init__(self, enough: int) -> None:
        self.go = asyncio.Event()
        self.there = asyncio.Barrier(enough + 1)

    async def __call__(
        self, _: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if not self.go.is_set():
            await self.there.wait()
            await self.go.wait()
        writer.write(head(2) + b"{}")
