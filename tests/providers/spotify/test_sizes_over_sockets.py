"""Answers that are too long, compressed or mislabelled, on real connections."""

import gzip

import pytest

from providers.errors import (
    LinkExpired,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.spotify.client import LONGEST_ANSWER, LONGEST_ERROR
from tests.providers.spotify.conftest import Workbench
from tests.providers.spotify.raw_servers import Start, head, says
from tests.providers.spotify.recorded_calls import outcomes, raw


@pytest.mark.parametrize("declared", [True, False])
async def test_an_answer_beyond_all_measure_is_refused(
    bench: Workbench, listener: Listener, wire_server: Start, declared: bool
) -> None:
    much = b" " * (LONGEST_ANSWER + 1)
    length = len(much) if declared else None
    server = await wire_server(says(head(length), much, hang_up=True))
    with pytest.raises(Unreadable):
        await bench.client(server.url).get(listener, "/me", raw)
    assert outcomes(listener) == [(1, 200, "unreadable")]


async def test_a_bomb_is_measured_unpacked(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    bomb = gzip.compress(b" " * (4 * LONGEST_ANSWER))
    server = await wire_server(
        says(head(len(bomb), "200 OK", "Content-Encoding: gzip"), bomb)
    )
    with pytest.raises(Unreadable):
        await bench.client(server.url).get(listener, "/me", raw)


async def test_a_refusal_of_any_length_is_a_refusal(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    much = b" " * (4 * LONGEST_ERROR)
    server = await wire_server(says(head(len(much), "401 No"), much))
    with pytest.raises(LinkExpired):
        await bench.client(server.url).get(listener, "/me", raw)


async def test_compressed_answers_are_unpacked(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    packed = gzip.compress(b'{"id":"x"}')
    server = await wire_server(
        says(head(len(packed), "200 OK", "Content-Encoding: gzip"), packed)
    )
    assert await bench.client(server.url).get(listener, "/me", raw) == b'{"id":"x"}'


async def test_the_charset_of_a_header_is_not_believed(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    behaviour = says(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=klingon\r\n"
        b"Content-Length: 2\r\n\r\n{}"
    )
    server = await wire_server(behaviour)
    assert await bench.client(server.url).get(listener, "/me", raw) == b"{}"
