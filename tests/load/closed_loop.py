"""Closed-loop generator: each connection asks again as soon as it is answered.

This module uses epoll itself, because a generator that costs as much as the server
would measure itself. A closed loop shows the highest rate. Its latencies say nothing
about listeners, who do not wait for each other.
"""

import gc
import select
import socket
import time
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 10.0  # seconds for one answer


class ServerGone(Exception):
    """A connection was refused, closed or silent in the middle of a round."""


class Reply:
    """One response being read: complete when as much has come as its head announced."""

    __slots__ = ("_missing", "buffer")

    def __init__(self) -> None:
        self.buffer = b""
        self._missing = -1  # unknown until the head is there

    def feed(self, data: bytes) -> bool:
        """Takes what arrived; True once the response is whole."""
        if self._missing < 0:
            self.buffer += data
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return False
            self._missing = end + 4 + _content_length(self.buffer[:end])
            self._missing -= len(self.buffer)
        else:
            self.buffer += data
            self._missing -= len(data)
        return self._missing <= 0

    @property
    def status(self) -> int:
        return int(self.buffer[9:12])

    @property
    def body(self) -> bytes:
        return self.buffer.partition(b"\r\n\r\n")[2]


def _content_length(head: bytes) -> int:
    start = head.lower().find(b"content-length:")
    if start < 0:
        raise ServerGone("a response without a length")
    return int(head[start + 15 :].split(b"\r\n", 1)[0])


@dataclass(slots=True)
class Tally:
    """What a round brought; times in seconds."""

    seconds: float = 0.0
    answered: int = 0
    statuses: dict[int, int] = field(default_factory=dict)
    latencies: "array[float]" = field(default_factory=lambda: array("d"))

    @property
    def rate(self) -> float:
        """Answers with status 200 a second."""
        return self.statuses.get(200, 0) / self.seconds

    def count(self, reply: Reply, latency: float) -> None:
        self.answered += 1
        self.statuses[reply.status] = self.statuses.get(reply.status, 0) + 1
        self.latencies.append(latency)


@contextmanager
def connected(port: int, connections: int) -> Iterator[dict[int, socket.socket]]:
    """Open connections by their file descriptors."""
    sockets = []
    try:
        for _ in range(connections):
            each = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
            each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sockets.append(each)
        yield {each.fileno(): each for each in sockets}
    except OSError as error:
        raise ServerGone(str(error)) from error
    finally:
        for each in sockets:
            each.close()


def ask_all(port: int, requests: Sequence[bytes]) -> list[Reply]:
    """Every request once, one after the other."""
    replies = []
    with connected(port, 1) as sockets:
        (each,) = sockets.values()
        for request in requests:
            each.sendall(request)
            reply = Reply()
            while not reply.feed(_received(each)):
                pass
            replies.append(reply)
    return replies


def ask_on(
    port: int, requests: Sequence[bytes], *, seconds: float, connections: int
) -> Tally:
    """The requests round and round over that many connections, for so long."""
    gc.collect()
    gc.disable()  # the generator's own pauses are not the server's
    try:
        with connected(port, connections) as sockets:
            return _Round(sockets, requests).run(seconds)
    finally:
        gc.enable()


def _received(connection: socket.socket) -> bytes:
    data = connection.recv(65536)
    if not data:
        raise ServerGone("the server closed a connection")
    return data


class _Round:
    def __init__(
        self, sockets: dict[int, socket.socket], requests: Sequence[bytes]
    ) -> None:
        self._sockets = sockets
        self._requests = requests
        self._asked = 0
        self._since = dict.fromkeys(sockets, 0.0)
        self._replies = {number: Reply() for number in sockets}

    def run(self, seconds: float) -> Tally:
        tally = Tally()
        with select.epoll() as poll:
            for number in self._sockets:
                poll.register(number, select.EPOLLIN)
            began = time.perf_counter()
            for number in self._sockets:
                self._ask(number, began)
            while (now := time.perf_counter()) - began < seconds:
                self._answered(poll.poll(PATIENCE), tally)
        tally.seconds = now - began
        return tally

    def _ask(self, number: int, now: float) -> None:
        self._since[number] = now
        self._replies[number] = Reply()
        self._sockets[number].sendall(self._requests[self._asked % len(self._requests)])
        self._asked += 1

    def _answered(self, events: list[tuple[int, int]], tally: Tally) -> None:
        if not events:
            raise ServerGone(f"no answer within {PATIENCE:.0f} s")
        for number, _event in events:
            if self._replies[number].feed(_received(self._sockets[number])):
                now = time.perf_counter()
                tally.count(self._replies[number], now - self._since[number])
                self._ask(number, now)
