"""Reading a client from outside: the plainest reader, and what was recorded."""

from aioresponses import aioresponses

from providers.listener import Listener
from tests.providers.spotify.numbered_library import API

ME = f"{API}/me"


def raw(body: bytes) -> bytes:
    return body


def sent(spotify: aioresponses) -> int:
    return sum(len(calls) for calls in spotify.requests.values())


def outcomes(listener: Listener) -> list[tuple[int, int | None, str]]:
    return [(it.attempt, it.status, it.outcome) for it in listener.turn.calls]
