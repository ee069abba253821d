"""The generator: answers in pieces, servers that go away, and what is counted."""

import itertools
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.load.closed_loop import Reply, ServerGone, ask_all, ask_on

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX: y\r\n\r\nhello"
REFUSED = b"HTTP/1.1 400 Bad Request\r\ncontent-length:0\r\n\r\n"

Serve = Callable[[socket.socket, int], None]


@contextmanager
def serving(serve: Serve) -> Iterator[int]:
    """Calls `serve` for every request of every connection, with its number."""
    listener = socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def converse(connection: socket.socket) -> None:
        # The generator may leave in the middle of an answer.
        with connection, suppress(OSError):
            for number in itertools.count():
                if not connection.recv(65536):
                    return
                serve(connection, number)

    def accept() -> None:
        with suppress(OSError):  # once the listening socket is shut down
            while True:
                connection, _ = listener.accept()
                threads.append(threading.Thread(target=converse, args=(connection,)))
                threads[-1].start()

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        port: int = listener.getsockname()[1]
        yield port
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for thread in (acceptor, *threads):
            thread.join()


@pytest.mark.parametrize("cut", range(1, len(OK)))
def test_an_answer_in_two_pieces(cut: int) -> None:
    reply = Reply()
    assert not reply.feed(OK[:cut])
    assert reply.feed(OK[cut:])
    assert (reply.status, reply.body) == (200, b"hello")


def test_an_answer_without_a_body() -> None:
    reply = Reply()
    assert reply.feed(REFUSED)
    assert (reply.status, reply.body) == (400, b"")


def test_an_answer_whose_length_nobody_knows() -> None:
    with pytest.raises(ServerGone, match="length"):
        Reply().feed(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")


def test_every_request_once() -> None:
    def serve(connection: socket.socket, number: int) -> None:
        connection.sendall(OK[:20])
        connection.sendall(
            OK[20:] if number < 2 else OK[20:].replace(b"hello", b"jello")
        )

    with serving(serve) as port:
        replies = ask_all(port, [b"1", b"2", b"3"])
    assert [reply.body for reply in replies] == [b"hello", b"hello", b"jello"]


def test_round_and_round() -> None:
    def serve(connection: socket.socket, number: int) -> None:
        connection.sendall(REFUSED if number == 1 else OK)

    with serving(serve) as port:
        tally = ask_on(port, [b"1", b"2"], seconds=0.1, connections=3)
    assert tally.statuses[400] == 3
    assert tally.answered == sum(tally.statuses.values()) == len(tally.latencies)
    assert tally.rate == tally.statuses[200] / tally.seconds
    assert tally.seconds >= 0.1
    assert all(0 < latency < 10 for latency in tally.latencies), "in seconds"


def test_a_server_that_hangs_up() -> None:
    def serve(connection: socket.socket, _number: int) -> None:
        connection.shutdown(socket.SHUT_RDWR)

    with serving(serve) as port, pytest.raises(ServerGone):
        ask_on(port, [b"1"], seconds=1, connections=1)


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.load.closed_loop.PATIENCE", 0.05)
    silent = serving(lambda _connection, _number: None)
    with silent as port, pytest.raises(ServerGone, match="no answer"):
        ask_on(port, [b"1"], seconds=1, connections=1)


def test_no_server() -> None:
    with pytest.raises(ServerGone):
        ask_all(9, [b"1"])
