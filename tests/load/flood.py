"""Floods of requests that prove nothing, as fast as one core can send them.

`python -m tests.load.flood KIND PORT N`: N connections at a time, until something comes
over standard input; then the flood prints what happened to its connections.

| KIND | what each connection does |
|---|---|
| `forged` | sends Alexa's headers with a wrong signature, again and again |
| `bare` | sends requests without Alexa's headers |
| `invented` | sends requests whose certificate addresses nobody has seen |
| `silent` | sends nothing |
| `half-line` | sends half a request line |
| `half-head` | sends half the headers |
| `bodyless` | sends all headers and no body, and begins anew after 0.4 s |

A connection that the service closes is opened again.
"""

import select
import socket
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count

from cryptography.hazmat.primitives.asymmetric import rsa

from simulator.alexa.requests import Signer
from tests.load.closed_loop import Reply
from tests.load.traffic import Traffic

LOOK_SECONDS = 0.05
BODYLESS_SECONDS = 0.4  # with 200 connections: 500 a second
INVENTED = "https://s3.amazonaws.com/echo.api/echo-api-cert-{}.pem"
KINDS = (
    "forged",
    "bare",
    "invented",
    "silent",
    "half-line",
    "half-head",
    "bodyless",
)

Wire = Callable[[], bytes]


def wire_of(kind: str) -> Wire:
    """Return the function that makes what a connection of this kind sends."""
    key = rsa.generate_private_key(65537, 2048)
    traffic = Traffic(Signer(key))
    if kind == "invented":
        return _invented(key).__next__
    wire = traffic.bare() if kind == "bare" else traffic.forged()
    head = wire.partition(b"\r\n\r\n")[0]
    sent = {
        "silent": b"",
        "half-line": wire[:9],
        "half-head": head[: len(head) // 2],
        "bodyless": head + b"\r\n\r\n",
    }.get(kind, wire)
    return lambda: sent


def _invented(key: rsa.RSAPrivateKey) -> Iterator[bytes]:
    for number in count(time.time_ns()):
        yield Traffic(Signer(key, INVENTED.format(number))).one(0)


class Flood:
    """The connections of a flood; `seen` counts answers by status, and `closed`."""

    def __init__(self, kind: str, port: int, connections: int) -> None:
        self.seen: Counter[str] = Counter()
        self._kind, self._port, self._most = kind, port, connections
        self._wire = wire_of(kind)
        self._poll = select.epoll()
        self._sockets: dict[int, socket.socket] = {}
        self._replies: dict[int, Reply] = {}
        self._since: dict[int, float] = {}

    def run(self, stop: int) -> None:
        """Send until the file descriptor `stop` can be read."""
        self._poll.register(stop, select.EPOLLIN)
        while True:
            self._fill()
            for number, _ in self._poll.poll(LOOK_SECONDS):
                if number == stop:
                    return
                self._receive(number)
            if self._kind == "bodyless":
                self._renew()

    def _fill(self) -> None:
        while len(self._sockets) < self._most:
            try:
                made = socket.create_connection(("127.0.0.1", self._port), 1)
            except OSError:
                self.seen["refused"] += 1
                time.sleep(LOOK_SECONDS)
                return
            made.setblocking(False)
            self._sockets[made.fileno()] = made
            self._replies[made.fileno()] = Reply()
            self._since[made.fileno()] = time.monotonic()
            self._poll.register(made, select.EPOLLIN)
            self._send(made.fileno())

    def _send(self, number: int) -> None:
        with suppress(OSError):  # what the service closes is seen when it is read
            self._sockets[number].sendall(self._wire())

    def _receive(self, number: int) -> None:
        try:
            data = self._sockets[number].recv(65536)
        except OSError:
            data = b""
        if not data:
            self.seen["closed"] += 1
            self._close(number)
        elif self._replies[number].feed(data):
            self.seen[f"answered {self._replies[number].status}"] += 1
            self._replies[number] = Reply()
            self._send(number)

    def _renew(self) -> None:
        oldest = time.monotonic() - BODYLESS_SECONDS
        for number in [n for n, since in self._since.items() if since < oldest]:
            self.seen["given up"] += 1
            self._close(number)

    def _close(self, number: int) -> None:
        self._poll.unregister(number)
        self._sockets.pop(number).close()
        del self._replies[number], self._since[number]


if __name__ == "__main__":
    flood = Flood(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    flood.run(sys.stdin.fileno())
    print(", ".join(f"{number} {what}" for what, number in flood.seen.items()))
