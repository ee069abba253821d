"""Open-loop generator: requests at constant intervals, answered or not.

Listeners do not wait for each other. A generator whose users wait hides every stall,
because it asks less while the server is slow. So each latency counts from the moment
the request was due, and the generator reports how late it was itself.
"""

import gc
import select
import socket
import ssl
import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain

from tests.load.closed_loop import Reply, ServerGone
from tests.load.timeline import Answer

PATIENCE = 10.0  # seconds after the last request was due
LARGEST_LAG = 0.020  # seconds; past it the generator measured itself


@dataclass(slots=True)
class Volley:
    """What a run brought; seconds. `replies` by place, None where none came; whose
    each of the `latencies` is, `places` tell. `dues` by place, and `began`, when the
    first was due, are in s since 1970."""

    began: float = 0.0
    seconds: float = 0.0
    replies: list[Reply | None] = field(default_factory=list)
    latencies: "array[float]" = field(default_factory=lambda: array("d"))
    lags: "array[float]" = field(default_factory=lambda: array("d"))
    places: "array[int]" = field(default_factory=lambda: array("q"))
    dues: "array[float]" = field(default_factory=lambda: array("d"))

    @property
    def lag(self) -> float:
        """How late all but one in a hundred requests left, at most."""
        return sorted(self.lags)[int(0.99 * len(self.lags))] if self.lags else 0.0

    def answers(self) -> list[Answer]:
        """When each request was due, and how long its answer took."""
        took = dict(zip(self.places, self.latencies, strict=False))
        return [Answer(due, took.get(place)) for place, due in enumerate(self.dues)]

    def between(self, first: int, end: int) -> list[float]:
        """The latencies of the requests from one place to another."""
        pairs = zip(self.places, self.latencies, strict=True)
        return [took for place, took in pairs if first <= place < end]

    @property
    def lost(self) -> int:
        return self.replies.count(None)

    @property
    def statuses(self) -> dict[int, int]:
        found = [reply.status for reply in self.replies if reply]
        return {status: found.count(status) for status in sorted(set(found))}


Connect = Callable[[], socket.socket]
Wires = Sequence[bytes]


def to_port(port: int, host: str = "127.0.0.1") -> Connect:
    """Connections that are still being made: to wait for one would delay the next."""

    def connect() -> socket.socket:
        made = socket.socket()
        made.setblocking(False)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.connect_ex((host, port))
        return made

    return connect


def fire(
    connect: Connect, wires: Wires, rate: float, *, meanwhile: "Meanwhile" = ()
) -> Volley:
    """Sends each of `wires` when it is due: `rate` a second, over as many connections
    as that takes. `meanwhile`: what happens at which second of the run."""
    with without_collections(), _Range(connect, len(wires)) as shots:
        return shots.run(wires, rate, sorted(meanwhile, key=lambda one: one[0]))


@contextmanager
def without_collections() -> Iterator[None]:
    """Collect no garbage while the block lasts: the generator's own pauses are not the
    server's. Two generators at once need it around both of them."""
    if not gc.isenabled():
        yield
        return
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


Meanwhile = Sequence[tuple[float, Callable[[], None]]]


def received(connection: socket.socket) -> bytes:
    """What has arrived; all of it, also of what TLS has opened already."""
    data = connection.recv(65536)
    while data and isinstance(connection, ssl.SSLSocket) and connection.pending():
        data += connection.recv(65536)
    return data


class _Range:
    """The connections of one run."""

    def __init__(self, connect: Connect, count: int) -> None:
        self._connect = connect
        self._poll = select.epoll()
        self._idle: list[socket.socket] = []
        self._busy: dict[int, tuple[socket.socket, int]] = {}
        self._open: dict[int, Reply] = {}
        self._unsent: dict[int, bytes] = {}
        self._due = array("d", bytes(8 * count))
        self._volley = Volley(replies=[None] * count)

    def __enter__(self) -> "_Range":
        return self

    def __exit__(self, *_: object) -> None:
        self._poll.close()
        for each in chain(self._idle, (one for one, _ in self._busy.values())):
            each.close()

    def run(self, wires: Wires, rate: float, meanwhile: Meanwhile) -> Volley:
        events = iter((*meanwhile, (float("inf"), lambda: None)))
        when, act = next(events)
        began, self._volley.began = time.perf_counter(), time.time()
        moments = (self._volley.began + place / rate for place in range(len(wires)))
        self._volley.dues.extend(moments)
        sent, last = 0, began + len(wires) / rate
        while sent < len(wires) or self._busy:
            now = time.perf_counter()
            if now > last + PATIENCE:
                break
            if now - began >= when:
                act()
                when, act = next(events)
            due = began + sent / rate
            if sent < len(wires) and now >= due:
                self._send(sent, wires[sent], due, now)
                sent += 1
                continue
            left = due - now if sent < len(wires) else 0.05
            for number, event in self._poll.poll(max(0.0, left)):
                if event == select.EPOLLOUT:
                    self._say(number)
                else:
                    self._receive(number)
        self._volley.seconds = time.perf_counter() - began
        return self._volley

    def _send(self, place: int, wire: bytes, due: float, now: float) -> None:
        self._volley.lags.append(now - due)
        self._due[place] = due
        while self._idle:
            known = self._idle.pop()
            with suppress(OSError):  # one that was closed meanwhile
                known.send(wire)
                self._expect(known, place, select.EPOLLIN)
                return
        with suppress(OSError):  # nobody is there: the request is lost
            made = self._connect()
            self._unsent[made.fileno()] = wire
            self._expect(made, place, select.EPOLLIN | select.EPOLLOUT)

    def _expect(self, connection: socket.socket, place: int, events: int) -> None:
        number = connection.fileno()
        self._busy[number] = connection, place
        self._open[number] = Reply()
        self._poll.register(number, events)

    def _say(self, number: int) -> None:
        """The connection is there: the request leaves."""
        connection, _ = self._busy[number]
        with suppress(OSError):  # its end is the next event
            connection.send(self._unsent.pop(number))
        self._poll.modify(number, select.EPOLLIN)

    def _receive(self, number: int) -> None:
        connection, place = self._busy[number]
        try:
            data = received(connection)
            whole = bool(data) and self._open[number].feed(data)
        except (OSError, ServerGone):
            data, whole = b"", False
        if data and not whole:
            return
        self._poll.unregister(number)
        del self._busy[number]
        self._unsent.pop(number, None)
        reply = self._open.pop(number)
        if whole:
            self._volley.replies[place] = reply
            self._volley.places.append(place)
            self._volley.latencies.append(time.perf_counter() - self._due[place])
        if whole and b"connection: close" not in reply.buffer[:400].lower():
            self._idle.append(connection)
        else:
            connection.close()
