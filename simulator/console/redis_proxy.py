"""A Redis server for the environment, behind a proxy that can be slow or down."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Literal

RedisState = Literal["up", "slow", "down"]
SLOW_SECONDS = 0.5  # the delay of each answer
STARTS_WITHIN = 5.0  # seconds
CHUNK = 64 * 1024


class RedisMissing(Exception):
    """No redis-server is installed on this machine."""

    def __init__(self) -> None:
        super().__init__("redis-server is not installed; script/setup installs it")


class RedisProxy:
    """Copy bytes between the skill and the Redis server.

    state: "up", "slow" (each answer half a second late) or "down" (no connections).
    """

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._connections: set[asyncio.StreamWriter] = set()
        self.state: RedisState = "up"

    def set_state(self, state: RedisState) -> None:
        """Change the state; going down ends the open connections."""
        self.state = state
        if state == "down":
            for writer in self._connections:
                writer.transport.abort()

    async def serve(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Serve one connection of the skill."""
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
    """Start an empty server and the proxy; yield the proxy's URL and the proxy.

    Raise `RedisMissing` where no server is installed.
    """
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
    """Wait until the server accepts connections."""
    async with asyncio.timeout(STARTS_WITHIN):
        while True:
            try:
                _, writer = await asyncio.open_unix_connection(str(socket))
            except OSError:
                await asyncio.sleep(0.02)
            else:
                writer.close()
                return
