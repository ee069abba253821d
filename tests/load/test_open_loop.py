"""Constant arrivals: when requests leave, what latencies count from."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.load.open_loop import Volley, fire, to_port

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
CLOSE = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
WIRE = b"ask\n"


@contextmanager
def server(answer: Callable[[int], bytes | None]) -> Iterator[int]:
    """Answers the n-th request with `answer(n)`; None closes the connection."""
    listening = socket.create_server(("127.0.0.1", 0))
    asked = iter(range(10_000))
    lock = threading.Lock()

    def serve(connection: socket.socket) -> None:
        with connection:
            while connection.recv(len(WIRE), socket.MSG_WAITALL):
                with lock:
                    number = next(asked)
                told = answer(number)
                if told is None:
                    return
                connection.sendall(told)

    def accept() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listening.getsockname()[1]
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def test_every_request_leaves_when_it_is_due() -> None:
    with server(lambda _: OK) as port:
        volley = fire(to_port(port), [WIRE] * 20, 200.0)
    assert volley.statuses == {200: 20}
    assert volley.lost == 0
    assert volley.seconds >= 19 / 200
    assert len(volley.lags) == len(volley.latencies) == 20


def test_a_stall_counts_for_all_who_were_due_meanwhile() -> None:
    stall = threading.Event()

    def first_one_stalls(number: int) -> bytes:
        if number < 10:
            stall.wait(10)
        return OK

    with server(first_one_stalls) as port:
        volley = fire(to_port(port), [WIRE] * 20, 200.0, meanwhile=[(0.08, stall.set)])
    assert volley.statuses == {200: 20}
    assert sum(latency > 0.02 for latency in volley.latencies) >= 8


def test_what_is_not_answered_is_lost() -> None:
    with server(lambda number: OK if number != 3 else None) as port:
        volley = fire(to_port(port), [WIRE] * 6, 100.0)
    assert volley.lost == 1
    assert volley.statuses == {200: 5}


def test_a_connection_that_is_to_be_closed_is_not_used_again() -> None:
    with server(lambda _: CLOSE) as port:
        volley = fire(to_port(port), [WIRE] * 5, 100.0)
    assert volley.statuses == {200: 5}


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    assert fire(to_port(port), [WIRE] * 3, 1000.0).lost == 3


@pytest.mark.parametrize(("lags", "lag"), [([], 0.0), ([0.1, 0.3, 0.2], 0.3)])
def test_the_lag_is_the_worst_but_one_in_a_hundred(
    lags: list[float], lag: float
) -> None:
    volley = Volley()
    volley.lags.extend(lags)
    assert volley.lag == lag
