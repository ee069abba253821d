"""Flood: requests without a valid signature, as many as one core can send.

`python -m tests.load.flood KIND PORT N` keeps N connections busy; each connection asks
again when it was refused. The process ends when something comes over standard input,
and prints how many requests were refused. KIND is `forged` (the headers of a request, a
signature of something else) or `bare` (no header of Alexa's at all).
"""

import select
import sys
from collections import Counter

from cryptography.hazmat.primitives.asymmetric import rsa

from simulator.alexa.requests import Signer
from tests.load.closed_loop import Reply, ServerGone, connected
from tests.load.traffic import Traffic

LOOK = 0.2  # seconds


def flood(kind: str, port: int, connections: int) -> Counter[int]:
    """How often the service answered what."""
    traffic = Traffic(Signer(rsa.generate_private_key(65537, 2048)))
    wire = traffic.forged() if kind == "forged" else traffic.bare()
    answers: Counter[int] = Counter()
    with connected(port, connections) as sockets, select.epoll() as poll:
        replies = {}
        for number, each in sockets.items():
            poll.register(number, select.EPOLLIN)
            replies[number] = Reply()
            each.sendall(wire)
        poll.register(sys.stdin.fileno(), select.EPOLLIN)
        while True:
            for number, _ in poll.poll(LOOK):
                if number == sys.stdin.fileno():
                    return answers
                data = sockets[number].recv(65536)
                if not data:
                    raise ServerGone("a connection was closed")
                if replies[number].feed(data):
                    answers[replies[number].status] += 1
                    replies[number] = Reply()
                    sockets[number].sendall(wire)


if __name__ == "__main__":
    found = flood(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    print(", ".join(f"{number} answered {status}" for status, number in found.items()))
