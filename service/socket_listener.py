"""Listening sockets: accept connections below a ceiling, and log trouble once.

asyncio's own server accepts without a ceiling, and logs an error for each try once
descriptors have run out (Python 3.11: thousands of lines a second).
"""

import asyncio
import errno
import logging
import os
import resource
import socket

from aiohttp import web

from providers.spotify.call_policy import CALLS_AT_ONCE
from service.connection_limits import (
    MOST_CONNECTIONS,
    Connection,
    ConnectionTable,
    Limits,
)
from service.directive_service import POSTS_AT_ONCE

# Descriptors that connections leave to the process: calls to Spotify and to Alexa; then
# Amazon's bucket, Redis, files, and what is accepted before an evicted one is closed.
# With too few a crowd of new listeners leaves none for the calls that they need.
RESERVED_DESCRIPTORS = CALLS_AT_ONCE + POSTS_AT_ONCE + 96

ACCEPTED_AT_ONCE = 64  # connections, before the event loop does anything else
BACKLOG = 1024  # connections that the kernel holds until they are accepted
RETRY_SECONDS = 0.05  # until the next look, when no connection can be accepted
QUIET_SECONDS = 60.0  # between two log lines about the same trouble

_EXHAUSTED = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)

log = logging.getLogger(__name__)


def raise_descriptor_limit() -> int:
    """Raise the soft limit of descriptors as far as is useful, and return the limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + RESERVED_DESCRIPTORS
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return MOST_CONNECTIONS * 2 if soft == resource.RLIM_INFINITY else soft


def connection_ceiling(descriptors: int) -> int:
    """Return how many connections fit below a limit of `descriptors`."""
    free = max(descriptors - RESERVED_DESCRIPTORS, descriptors // 2)
    return min(MOST_CONNECTIONS, free)


class ConnectionListener:
    """Accept connections on some sockets, within the limits of a table."""

    def __init__(self, server: web.Server, limits: Limits) -> None:
        self._loop = asyncio.get_running_loop()
        self._server = server
        self._sockets: list[socket.socket] = []
        self._accepting: set[asyncio.Task[object]] = set()
        self._quiet_until: dict[str, float] = {}
        self._paused: asyncio.TimerHandle | None = None
        self._sweeper: asyncio.Task[None] | None = None
        self.table = ConnectionTable(limits, self._loop.time)

    @property
    def addresses(self) -> list[tuple[str, int]]:
        """Return host and port of each socket."""
        return [each.getsockname()[:2] for each in self._sockets]

    async def open(self, host: str, port: int) -> None:
        """Listen on each address of `host`; raise OSError where that fails."""
        infos = await self._loop.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        try:
            for family, address in dict.fromkeys((info[0], info[4]) for info in infos):
                bound = socket.create_server(address, family=family, backlog=BACKLOG)
                bound.settimeout(0)
                self._sockets.append(bound)
        except OSError:
            await self.close()
            raise
        self._resume()
        self._sweeper = self._loop.create_task(self._sweep())

    def drain(self) -> None:
        """Close each connection after its answer from now on; still accept new ones."""
        self.table.draining = True

    async def close(self) -> None:
        """Listen no more; the connections that are open stay open."""
        self._pause(None)
        for each in self._sockets:
            each.close()
        self._sockets.clear()
        if self._sweeper is not None:
            self._sweeper.cancel()
        await asyncio.gather(*self._accepting, return_exceptions=True)

    def _resume(self) -> None:
        self._paused = None
        for each in self._sockets:
            self._loop.add_reader(each, self._accept, each)

    def _pause(self, seconds: float | None) -> None:
        """Accept nothing for some seconds; None: from now on."""
        if self._paused is not None:
            self._paused.cancel()
        for each in self._sockets:
            self._loop.remove_reader(each)
        if seconds is not None:
            self._paused = self._loop.call_later(seconds, self._resume)

    def _accept(self, listening: socket.socket) -> None:
        for _ in range(ACCEPTED_AT_ONCE):
            idlest = self.table.idlest() if self.table.is_full else None
            if self.table.is_full and idlest is None:
                self._pause(
                    RETRY_SECONDS
                )  # each one is busy; the kernel holds the next
                return
            try:
                accepted, _address = listening.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                self._make_room(error)
                return
            if idlest is not None:
                self._warn("as many connections are open as the process can hold")
                idlest.drop()
            self._start(accepted)

    def _make_room(self, error: OSError) -> None:
        """Give a descriptor back where they have run out, and try again soon."""
        self._warn(f"no connection can be accepted: {_name(error)}")
        idlest = self.table.idlest() if error.errno in _EXHAUSTED else None
        if idlest is not None:
            idlest.drop()
        self._pause(RETRY_SECONDS)

    def _start(self, accepted: socket.socket) -> None:
        accepted.settimeout(0)
        connection = Connection(self._server, self.table)
        self.table.add(connection)
        task = self._loop.create_task(self._connect(connection, accepted))
        self._accepting.add(task)
        task.add_done_callback(self._accepting.discard)

    async def _connect(self, connection: Connection, accepted: socket.socket) -> None:
        try:
            await self._loop.connect_accepted_socket(lambda: connection, accepted)
        except OSError:
            accepted.close()
            self.table.remove(connection)

    async def _sweep(self) -> None:
        interval = min(1.0, self.table.limits.request_seconds / 4)
        while True:
            await asyncio.sleep(interval)
            self.table.drop_expired()

    def _warn(self, message: str) -> None:
        """Log `message`, unless the same one was logged within `QUIET_SECONDS`."""
        now = self._loop.time()
        if now >= self._quiet_until.get(message, now):
            self._quiet_until[message] = now + QUIET_SECONDS
            limit = {"limit": self.table.limits.connections}
            log.warning(message, extra={"fields": limit})


def _name(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else type(error).__name__
