"""Loopback ports for the parts of the stage: any free one, or the next after a wish."""

import errno
from dataclasses import dataclass

from aiohttp import web

LOOPBACK = "127.0.0.1"
TRIES = 50


class NoPort(Exception):
    """None of the ports that were tried is free; the text names them."""


@dataclass(frozen=True, slots=True)
class Served:
    """An application that is listening; `taken` are the ports that were not free."""

    runner: web.AppRunner
    port: int
    taken: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"


async def listen(app: web.Application, wish: int = 0) -> Served:
    """Serves on the wished port or the next that is free; 0 is any.

    Raises `NoPort` when fifty in a row are taken.
    """
    runner = web.AppRunner(
        app, access_log=None, auto_decompress=False, shutdown_timeout=1.0
    )
    await runner.setup()
    last = min(wish + TRIES, 65536)
    for port in range(wish, last) if wish else [0]:
        try:
            await web.TCPSite(runner, LOOPBACK, port).start()
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                await runner.cleanup()
                raise
            continue
        return Served(runner, runner.addresses[0][1], tuple(range(wish, port)))
    await runner.cleanup()
    raise NoPort(f"no free port from {wish} to {last - 1}")
