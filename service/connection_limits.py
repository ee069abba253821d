"""Connection limits: how many sockets the process holds, and how long each may wait.

aiohttp bounds neither a silent connection nor their number. Each connection here is in
one `State`; a connection that has no whole request within `Limits.request_seconds` is
closed. At the ceiling a new connection takes the place of the one that is idle longest.
"""

import asyncio
import logging
import select
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum, auto
from http import HTTPStatus
from itertools import chain, islice
from typing import Any

import msgspec
from aiohttp import web
from aiohttp.streams import EMPTY_PAYLOAD, StreamReader

from service.http_responses import BareResponse

# More than the requests that `Admission` takes before and after the signature check.
# Measured: 10 kB each.
MOST_CONNECTIONS = 4096

LOOKED_AT = 16  # connections of each state, to find one that can be dropped


class State(IntEnum):
    """What a connection does now.

    An `IntEnum`, because an `Enum` hashes itself in Python, six times a request.

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


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds of the connections of one listening address; times in seconds.

    connections: how many may be open at once.
    bodies: how many bodies may be on their way; each is kept in memory, up to 64 KiB.
    request_seconds: how long a request may take to become whole.
    answer_seconds: how long an answer may take to be made and read by the client.
    keepalive_seconds: how long a connection is kept after an answer.
    """

    connections: int = MOST_CONNECTIONS
    bodies: int = 1024
    request_seconds: float = 10.0
    answer_seconds: float = 30.0
    keepalive_seconds: float = 620.0

    def seconds(self, state: State) -> float:
        """Return how long a connection may stay in `state`."""
        if state is State.ANSWERING:
            return self.answer_seconds
        return self.keepalive_seconds if state is State.KEPT else self.request_seconds


class Connection(web.RequestHandler):
    """aiohttp's protocol of one connection, which reports its state to a table.

    aiohttp has no public hook for this: `_messages` and `_request_count` are its own.
    """

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
        state = self._next_state()
        if self.state not in (State.ANSWERING, state):
            self._table.move(self, state)  # a body that drips stays as old as it is

    async def finish_response(
        self, request: web.BaseRequest, resp: web.StreamResponse, start: float | None
    ) -> tuple[web.StreamResponse, bool]:
        """Send the response; then the connection waits for the next request.

        While the process drains, the connection is closed instead. The refusal of an
        `Expect` header quotes the header in aiohttp's words; so it is sent bare.
        """
        if resp.status == HTTPStatus.EXPECTATION_FAILED:
            resp = BareResponse(resp.status)
        if self._table.draining:
            resp.force_close()
        outcome = await super().finish_response(request, resp, start)
        self._answered = not self._messages
        self._table.move(self, self._next_state())
        return outcome

    def _next_state(self) -> State:
        if not self._body.is_eof():
            return State.BODY
        return State.KEPT if self._answered else State.ANSWERING

    @property
    def descriptor(self) -> int | None:
        """Return the socket's descriptor; None before and after it is connected."""
        transport = self.transport
        connected = transport.get_extra_info("socket") if transport else None
        return connected.fileno() if connected else None

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """Log the error, and return a response that quotes nothing and says no name."""
        super().handle_error(request, status, exc, message)
        response = BareResponse(status)
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
    draining: whether each connection is closed after its answer.
    clock: a monotonic clock in seconds.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self.draining = False
        self._clock = clock
        self._by_state: dict[State, dict[Connection, float]] = {s: {} for s in State}

    def __len__(self) -> int:
        return sum(map(len, self._by_state.values()))

    @property
    def connections(self) -> Iterator[Connection]:
        """Return all connections, by state, the longest in its state first."""
        return chain.from_iterable(self._by_state.values())

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
            bodies = self._by_state[State.BODY]
            if state is State.BODY and len(bodies) > self.limits.bodies:
                next(iter(bodies)).drop()  # the one that takes longest

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

    def idlest(self) -> Connection | None:
        """Return the connection that may be dropped for another one, if there is any.

        It is the one that is idle longest, in the larger group of incomplete and of
        kept ones: so a flood of silent connections closes no connection of a front end,
        and a flood of idle ones no request on its way. A connection with bytes that
        the event loop has not read yet is not idle.
        """
        groups = sorted(
            ((State.KEPT,), INCOMPLETE), key=lambda each: -self.count(*each)
        )
        for states in groups:
            entries = [
                entry
                for state in states
                for entry in islice(self._by_state[state].items(), LOOKED_AT)
            ]
            entries.sort(key=lambda entry: entry[1])
            silent = without_input(connection for connection, _ in entries)
            if silent:
                return silent[0]
        return None


def without_input(connections: Iterable[Connection]) -> list[Connection]:
    """Return the connections from which nothing can be read now."""
    by_descriptor = {each.descriptor: each for each in connections if each.descriptor}
    poll = select.poll()
    for descriptor in by_descriptor:
        poll.register(descriptor, select.POLLIN)
    readable = {descriptor for descriptor, _ in poll.poll(0)}
    return [each for each in by_descriptor.values() if each.descriptor not in readable]
