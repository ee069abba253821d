"""A Redis server of the stage's own, behind a proxy that can be slow or gone."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Literal

RedisState = Literal["up", "slow", "down"]
SLOW_SECONDS = 0.5  # each answer is so late
STARTS_WITHIN = 5.0  # seconds
CHUNK = 64 * 1024


class RedisMissing(Exception):
    """There is no redis-server on this machine."""

    def __init__(self) -> None:
        super().__init__("redis-server is not installed; script/setup installs it")


class RedisProxy:
    """Hands bytes to and fro between the skill and the server; or does not."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._connections: set[asyncio.StreamWriter] = set()
        self.state: RedisState = "up"

    def set_state(self, state: RedisState) -> None:
        """Connections that are open end when Redis goes down."""
        self.state = state
        if state == "down":
            for writer in self._connections:
                writer.transport.abort()

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """One connection of the skill's."""
        if self.state == "down":
            writer.transport.abort()
            return
        self._connections.add(writer)
        try:
            answers, server = await asyncio.open_unix_connection(str(self._socket))
            with suppress(ConnectionError):
                await asyncio.gather(
                    self._copy(reader, server),
                    self._copy(answers, writer, delayed=True),
                )
            server.close()
        finally:
            self._connections.discard(writer)
            writer.close()

    async def _copy(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        delayed: bool = False,
    ) -> None:
        while chunk := await reader.read(CHUNK):
            if delayed and self.state == "slow":
                await asyncio.sleep(SLOW_SECONDS)
            writer.write(chunk)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def redis_behind_proxy(folder: Path) -> AsyncIterator[tuple[str, RedisProxy]]:
    """A server with nothing in it; its URL. Raises `RedisMissing`."""
    program = shutil.which("redis-server")
    if program is None:
        raise RedisMissing
    socket = folder / "redis.sock"
    process = await asyncio.create_subprocess_exec(
        *(program, "--port", "0", "--unixsocket", str(socket), "--dir", str(folder)),
        *("--save", "", "--appendonly", "no", "--loglevel", "warning"),
        stdout=asyncio.subprocess.DEVNULL,
    )
    proxy = RedisProxy(socket)
    try:
        await _wait_until_listening(socket)
        server = await asyncio.start_server(proxy.serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        yield f"redis://127.0.0.1:{port}/0", proxy
        proxy.set_state("down")
        server.close()
    finally:
        process.terminate()
        await process.wait()


async def _wait_until_listening(socket: Path) -> None:
    """Until the server takes connections."""
    async with asyncio.timeout(STARTS_WITHIN):
        while True:
            try:
                _, writer = await asyncio.open_unix_connection(str(socket))
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return
