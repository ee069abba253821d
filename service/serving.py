"""Listens, and stops listening without losing anybody."""

import asyncio
import logging
import signal

from aiohttp import web

from service.settings import Settings
from service.web import SKILL

# Cloud Run and Fly kill ten seconds after SIGTERM. The runner waits up to twice this:
# once for handlers, once for what they left open.
DRAIN_SECONDS = 4.0

log = logging.getLogger(__name__)


class PortTaken(Exception):
    """The address cannot be listened on; the text names it."""


async def serve(app: web.Application, settings: Settings) -> None:
    """Serves until SIGTERM or SIGINT, then answers what has been accepted."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    runner = runner_for(app)
    try:
        await runner.setup()
        await _listen(runner, settings)
        log.info("listening", extra={"fields": {"port": settings.port}})
        await stop.wait()
        app[SKILL].admission.draining = True
        log.info("draining")
    finally:
        await runner.cleanup()
    log.info("stopped")


def runner_for(app: web.Application) -> web.AppRunner:
    """The server's side of HTTP as this service wants it."""
    return web.AppRunner(
        app,
        access_log=None,  # a turn's own line says more
        auto_decompress=False,  # the signature covers the raw bytes
        shutdown_timeout=DRAIN_SECONDS,
        logger=logging.getLogger("aiohttp.server"),
    )


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    site = web.TCPSite(runner, settings.host, settings.port, backlog=1024)
    try:
        await site.start()
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        raise PortTaken(f"cannot listen on {where}: {error.strerror}") from None
