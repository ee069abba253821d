"""Connection limits: how many sockets the process holds, and how long each may wait.

aiohttp bounds neither a silent connection nor their number. Each connection here is in
one `State`; a connection that has no whole request within `Limits.request_seconds` is
closed. At the ceiling a new connection takes the place of the one that is idle longest.
"""

import asyncio
import errno
import logging
import os
import resource
import socket
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from aiohttp import web
from aiohttp.streams import EMPTY_PAYLOAD, StreamReader

# Descriptors that connections leave to the process: calls to Spotify, to Alexa and to
# Amazon's bucket, Redis, files, and what is accepted before an evicted one is closed.
RESERVED_DESCRIPTORS = 256

# More than the requests that `Admission` takes before and after the signature check.
MOST_CONNECTIONS = 4096

ACCEPTED_AT_ONCE = 64  # connections, before the event loop does anything else
BACKLOG = 1024  # connections that the kernel holds until they are accepted
RETRY_SECONDS = 0.05  # until the next look, when no connection can be accepted
QUIET_SECONDS = 60.0  # between two log lines about the same trouble

_EXHAUSTED = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)

log = logging.getLogger(__name__)


class State(Enum):
    """What a connection does now.

    OPENED: no whole head of a request has come.
    NEXT: after an answer, a part of the next head has come.
    BODY: a head has come, the body is not whole.
    ANSWERING: a request is whole, the answer is not sent.
    KEPT: the answer is sent; the next request has not begun.
    """

    OPENED = auto()
    NEXT = auto()
    BODY = auto()
    ANSWERING = auto()
    KEPT = auto()


INCOMPLETE = (State.OPENED, State.NEXT, State.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of the connections of one listening address; times in seconds.

    connections: how many may be open at once.
    request_seconds: how long a request may take to become whole.
    answer_seconds: how long an answer may take to be made and read by the client.
    keepalive_seconds: how long a connection is kept after an answer.
    """

    connections: int = MOST_CONNECTIONS
    request_seconds: float = 10.0
    answer_seconds: float = 30.0
    keepalive_seconds: float = 620.0

    def seconds(self, state: State) -> float:
        """Return how long a connection may stay in `state`."""
        if state is State.ANSWERING:
            return self.answer_seconds
        return self.keepalive_seconds if state is State.KEPT else self.request_seconds


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


class BareResponse(web.Response):
    """A response without the name and version of the server software."""

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall("Server", None)


class Connection(web.RequestHandler):
    """aiohttp's protocol of one connection, which reports its state to a table."""

    __slots__ = ("_answered", "_body", "_dropped", "_table", "state")

    def __init__(self, server: web.Server, table: "ConnectionTable") -> None:
        super().__init__(
            server,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=table.limits.keepalive_seconds,
            lingering_time=LINGERING_SECONDS,
            **HTTP_OPTIONS,
        )
        self._table = table
        self._body: StreamReader = EMPTY_PAYLOAD
        self._answered = False  # all requests that have begun
        self._dropped = False
        self.state = State.OPENED

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, or end at once where the connection was dropped before."""
        super().connection_made(transport)
        if self._dropped and isinstance(transport, asyncio.Transport):
            transport.abort()

    def data_received(self, data: bytes) -> None:
        """Feed the parser, and find out how much of a request has come."""
        count = self._request_count
        super().data_received(data)
        if self._request_count > count and self._messages:
            self._body = self._messages[-1][1]
            self._answered = False
        elif self.state is State.KEPT and data:
            self._table.move(self, State.NEXT)
            return
        elif self.state is not State.BODY:
            return
        if self.state is not State.ANSWERING:
            self._table.move(self, self._next_state())

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send the response; then the connection waits for the next request."""
        outcome = await super().finish_response(request, resp, start)
        self._answered = not self._messages
        self._table.move(self, self._next_state())
        return outcome

    def _next_state(self) -> State:
        if not self._body.is_eof():
            return State.BODY
        return State.KEPT if self._answered else State.ANSWERING

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Log the error, and return a response that quotes nothing and says no name."""
        super().handle_error(request, status, exc, message)
        response = BareResponse(status=status)
        response.force_close()
        return response

    def connection_lost(self, exc: BaseException | None) -> None:
        """Leave the table."""
        self._table.remove(self)
        super().connection_lost(exc)

    def drop(self) -> None:
        """Close the connection at once, also when the client reads nothing."""
        self._dropped = True
        self._table.remove(self)
        transport = self.transport
        if isinstance(transport, asyncio.Transport) and (
            self.state is State.ANSWERING or transport.get_write_buffer_size()
        ):
            transport.abort()
        self.force_close()


HTTP_OPTIONS: dict[str, Any] = {
    "access_log": None,  # a turn's own line says more
    "auto_decompress": False,  # the signature covers the raw bytes
    "logger": logging.getLogger("aiohttp.server"),
}
"""How `Connection` and `web.AppRunner` read HTTP."""

# After a refusal the rest of a body is read for so long: closing at once would make the
# kernel send a reset, and the client might lose the answer.
LINGERING_SECONDS = 1.0


class ConnectionTable:
    """Hold each connection by its state, the one that is longest in it first.

    limits: the bounds.
    clock: a monotonic clock in seconds.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self._clock = clock
        self._by_state: dict[State, dict[Connection, float]] = {s: {} for s in State}

    def __len__(self) -> int:
        return sum(map(len, self._by_state.values()))

    def count(self, *states: State) -> int:
        """Return how many connections are in one of `states`."""
        return sum(len(self._by_state[state]) for state in states)

    def add(self, connection: Connection) -> None:
        """Add a connection that has just been accepted."""
        self._by_state[connection.state][connection] = self._clock()

    def move(self, connection: Connection, state: State) -> None:
        """Store the new state of a connection; one that is dropped stays out."""
        if self._by_state[connection.state].pop(connection, None) is not None:
            connection.state = state
            self._by_state[state][connection] = self._clock()

    def remove(self, connection: Connection) -> None:
        """Remove a connection; do nothing for one that is dropped."""
        self._by_state[connection.state].pop(connection, None)

    def drop_expired(self) -> None:
        """Drop each connection that is longer in its state than the limits allow."""
        now = self._clock()
        for state, connections in self._by_state.items():
            seconds = self.limits.seconds(state)
            for connection, since in list(connections.items()):
                if now - since < seconds:
                    break  # the next ones are younger
                connection.drop()

    @property
    def is_full(self) -> bool:
        """Return whether as many connections are open as the limits allow."""
        return len(self) >= self.limits.connections

    @property
    def has_idle(self) -> bool:
        """Return whether there is a connection that may be dropped for another one."""
        return self.count(*INCOMPLETE, State.KEPT) > 0

    def drop_idle(self) -> None:
        """Drop the connection that is idle longest, in the larger group of idle ones.

        The larger group gives way, so that a flood of silent connections closes no
        connection of a front end, and a flood of idle ones no request on its way.
        """
        states: tuple[State, ...] = (State.KEPT,)
        if self.count(*INCOMPLETE) > self.count(State.KEPT):
            states = INCOMPLETE
        first = [
            next(iter(self._by_state[state].items()))
            for state in states
            if self._by_state[state]
        ]
        if first:
            connection, _ = min(first, key=lambda entry: entry[1])
            connection.drop()


class Listener:
    """Accept connections on some sockets, within the limits of a table.

    asyncio's own server accepts without a ceiling, and logs an error for each try once
    descriptors have run out (Python 3.11: a thousand lines a second).
    """

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
            if self.table.is_full and not self.table.has_idle:
                self._pause(RETRY_SECONDS)  # each one is being answered
                return
            try:
                accepted, _address = listening.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                self._warn(f"no connection can be accepted: {_name(error)}")
                if error.errno in _EXHAUSTED:
                    self.table.drop_idle()
                self._pause(RETRY_SECONDS)
                return
            if self.table.is_full:
                self._warn("as many connections are open as the process can hold")
                self.table.drop_idle()
            self._start(accepted)

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
