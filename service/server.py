"""Server process: listens, drains on SIGTERM, and returns an exit code."""

import asyncio
import logging
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import uvloop
from aiohttp import web

from service import garbage_collection
from service.app import HEALTH, METRICS, create_app
from service.connection_limits import HTTP_OPTIONS, Limits
from service.http_endpoints import ENDPOINT, Door
from service.http_responses import add_headers
from service.observability import (
    ClosedStream,
    LogStream,
    descriptor_of,
    drop_line,
    set_up_logging,
    turn_log_writer,
)
from service.remedies import is_host_to_blame, with_remedy
from service.settings import Settings, SettingsError, load
from service.socket_listener import (
    ConnectionListener,
    connection_ceiling,
    raise_descriptor_limit,
)
from service.verification import TrustStoreUnusable

# Cloud Run and Fly kill ten seconds after SIGTERM. The runner waits up to twice this,
# once the door is closed: for handlers, and for what they left open.
SHUTDOWN_SECONDS = 4.0

METRICS_CONNECTIONS = 64  # a scraper or two need one each

log = logging.getLogger(__name__)


class PortTaken(Exception):
    """The process cannot listen on an address; the message names the address.

    port: the port of that address.
    blames_host: whether another port would not help, since the host is wrong.
    """

    def __init__(self, host: str, port: int, error: OSError | UnicodeError) -> None:
        if isinstance(error, UnicodeError):
            reason = "the name cannot be"
        else:  # since Python 3.13 there is no strerror where no address is ours
            reason = error.strerror or "no address of this machine"
        super().__init__(f"cannot listen on {host}:{port}: {reason}")
        self.port = port
        self.blames_host = is_host_to_blame(error)


async def serve(app: web.Application, settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT, drain, then finish the accepted requests.

    Draining lasts DRAIN_SECONDS: /ready answers 503, so that the front end sends
    requests elsewhere; what it still sends is answered. Raise `PortTaken` or
    `TrustStoreUnusable`.
    """
    stop = stop_signal()
    async with running(app) as server:
        garbage_collection.freeze_gc()
        async with (
            listening(
                server, settings.host, settings.port, limits_for(settings)
            ) as door,
            _metrics(app, settings),
        ):
            log.info("listening", extra={"fields": {"port": settings.port}})
            await stop.wait()
            app[ENDPOINT].admission.draining = True
            door.drain()
            fields = {"seconds": settings.drain_seconds}
            log.info("draining", extra={"fields": fields})
            await asyncio.sleep(settings.drain_seconds)
    log.info("stopped")


def stop_signal() -> asyncio.Event:
    """Return an event that the first SIGTERM or SIGINT sets; a second one ends at once.

    At once: requests under way are cancelled, and the exit code is that of a process
    which the signal has ended (128 and its number).
    """
    stop = asyncio.Event()

    def on_signal(number: int) -> None:
        if stop.is_set():
            log.warning("ending at once: a second signal")
            raise SystemExit(128 + number)
        stop.set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, on_signal, number)
    return stop


def limits_for(settings: Settings) -> Limits:
    """Return the limits of the connections; raises the limit of descriptors first."""
    return Limits(
        connections=connection_ceiling(raise_descriptor_limit()),
        keepalive_seconds=settings.keepalive_seconds,
    )


@asynccontextmanager
async def _metrics(app: web.Application, settings: Settings) -> AsyncIterator[None]:
    """Serve /metrics on a port of its own, where the settings name one."""
    if settings.metrics_port is None:
        yield
        return
    # Imported only with METRICS_PORT: the first answer does not need it.
    from service.observability.prometheus import metrics_app

    metrics_host = settings.metrics_host or settings.host
    page = metrics_app(app[METRICS], app[HEALTH])
    add_headers(page, None)
    limits = Limits(connections=METRICS_CONNECTIONS)
    async with (
        running(page, shutdown_seconds=0.5) as server,
        listening(server, metrics_host, settings.metrics_port, limits),
    ):
        yield


@asynccontextmanager
async def running(
    app: web.Application, *, shutdown_seconds: float = SHUTDOWN_SECONDS
) -> AsyncIterator[web.Server]:
    """Start `app`, and yield the server of its connections; end both afterwards.

    The skill's own application has a `Door` before it.
    shutdown_seconds: how long requests under way may still take at the end.
    """
    runner = web.AppRunner(app, **HTTP_OPTIONS)
    try:
        await runner.setup()
        server = cast("web.Server", runner.server)  # there is one once it is set up
        if ENDPOINT in app:
            server = Door(server, app[ENDPOINT]).server
        connections = web.ServerRunner(server, shutdown_timeout=shutdown_seconds)
        await connections.setup()
        try:
            yield server
        finally:
            await connections.cleanup()
    finally:
        await runner.cleanup()


@asynccontextmanager
async def listening(
    server: web.Server, host: str, port: int, limits: Limits
) -> AsyncIterator[ConnectionListener]:
    """Accept connections for `server`, within `limits`, until the block ends.

    Raise `PortTaken` where the address cannot be listened on.
    """
    listener = ConnectionListener(server, limits)
    try:
        await listener.open(host, port)
    except (OSError, UnicodeError) as error:
        raise PortTaken(host, port, error) from None
    try:
        yield listener
    finally:
        await listener.close()


UNUSABLE = 2  # the exit code for settings that cannot be used

OPEN_OUTPUT = "keep it open, with a reader: log lines go there (or > /dev/null)"


def serve_skill() -> int:
    """Serve with the settings of the environment, and return the exit code.

    0 after SIGTERM or SIGINT; `UNUSABLE` where the settings cannot be used, with one
    line on stderr for each problem.
    """
    try:
        settings = load(os.environ)
    except SettingsError as error:
        return _unusable(*map(with_remedy, error.problems))
    try:
        stream = LogStream(descriptor_of(sys.stdout), drop_line(settings))
    except ClosedStream as closed:
        return _unusable(f"the standard output {closed}. Cure: {OPEN_OUTPUT}.")
    try:
        return _serve_logging_to(stream, settings)
    finally:
        stream.close()


def _serve_logging_to(stream: LogStream, settings: Settings) -> int:
    set_up_logging(settings, stream.write)
    hook = turn_log_writer(settings, stream.write)
    try:
        app = create_app(settings, turn_hooks=(hook,))
        if METRICS in app:
            app[METRICS].dropped_log_lines = lambda: stream.dropped
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(serve(app, settings))
    except PortTaken as error:
        return _unusable(with_remedy(f"{setting_of(error, settings)}: {error}"))
    except TrustStoreUnusable as error:
        return _unusable(str(error))
    return 0


def setting_of(error: PortTaken, settings: Settings) -> str:
    """Return the name of the setting to change, so that the process can listen."""
    if error.port == settings.port:
        return "HOST" if error.blames_host else "PORT"
    if not error.blames_host:
        return "METRICS_PORT"
    return "METRICS_HOST" if settings.metrics_host else "HOST"


def _unusable(*lines: str) -> int:
    for line in lines:
        if sys.stderr:  # None where it is closed, too
            sys.stderr.write(f"{line}\n")
    return UNUSABLE
