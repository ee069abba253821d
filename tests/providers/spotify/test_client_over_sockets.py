"""The client on real connections: slow, cut, garbled, oversized, crowded."""

import asyncio
import gzip
import random
from collections.abc import Awaitable, Callable

import pytest

from providers.errors import (
    DeadlineExceeded,
    LinkExpired,
    ProviderError,
    RateLimited,
    TooSlow,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.listener import CALLS_AT_ONCE, Listener
from providers.spotify.attempt import LONGEST_ANSWER, LONGEST_REFUSAL
from providers.spotify.restraint import Restraint
from tests.providers.spotify.conftest import (
    TOKEN,
    Behaviour,
    Socket,
    Workbench,
    listener_for,
)  # fmt: skip
from tests.providers.spotify.test_client import everything_about, outcomes, raw

Start = Callable[[Behaviour], Awaitable[Socket]]
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]

# An attempt may take what remains less half a second: here a tenth of a second.
HURRIED = 0.6


def head(length: int | None = None, status: str = "200 OK", *more: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", "Content-Type: application/json", *more]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return "\r\n".join([*lines, "", ""]).encode()


def says(*pieces: bytes, hang_up: bool = False) -> Behaviour:
    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
        if hang_up:
            writer.close()
            raise ConnectionError

    return behave


def resets() -> Behaviour:
    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()
        raise ConnectionError

    return behave


def hangs(*pieces: bytes) -> Behaviour:
    """Says that much, then nothing for as long as anybody waits."""

    async def behave(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        for piece in pieces:
            writer.write(piece)
        await reader.read(1)

    return behave


def drips(status: str = "200 OK") -> Behaviour:
    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(head(100_000, status))
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.01)

    return behave


async def test_whole_answers_share_a_connection(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    server = await wire_server(says(head(2), b"{}"))
    client = bench.client(server.url)
    for _ in range(3):
        assert await client.get(listener, "/me", raw) == b"{}"
    assert len(server.requests) == 3
    assert bench.session.connector is not None
    first, *_ = server.requests
    assert first.startswith(b"GET /v1/me HTTP/1.1")
    assert b"Cookie" not in first


@pytest.mark.parametrize(
    "behaviour",
    [
        hangs(),
        hangs(head(100)),
        hangs(head(100), b'{"id":'),
        hangs(b"HTTP/1.1 200"),
        drips(),
    ],
    ids=["silent", "no body", "half a body", "half a head", "drip"],
)
async def test_an_attempt_ends_at_its_limit(
    bench: Workbench, wire_server: Start, behaviour: Behaviour
) -> None:
    server = await wire_server(behaviour)
    listener = listener_for(seconds=HURRIED)
    with pytest.raises(TooSlow):
        await bench.client(server.url).get(listener, "/me", raw)
    (call,) = listener.turn.calls
    assert call.outcome == "too_slow"
    assert 0.08 <= call.seconds < 0.3


async def test_a_refusal_counts_though_its_body_drips(
    bench: Workbench, wire_server: Start
) -> None:
    server = await wire_server(drips("401 Unauthorized"))
    listener = listener_for(seconds=HURRIED)
    with pytest.raises(LinkExpired):
        await bench.client(server.url).get(listener, "/me", raw)
    assert outcomes(listener) == [(1, 401, "link_expired")]


async def test_a_429_counts_though_its_body_is_cut(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    behaviour = says(head(50, "429 Slow down", "Retry-After: 7"), b"{", hang_up=True)
    server = await wire_server(behaviour)
    with pytest.raises(RateLimited) as caught:
        await bench.client(server.url).get(listener, "/me", raw)
    assert caught.value.retry_after == 7
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "behaviour",
    [
        resets(),
        says(hang_up=True),
        says(head(100), b"{}", hang_up=True),
        says(head(100), hang_up=True),
        says(b"SSH-2.0-OpenSSH_9.2\r\n\r\n", hang_up=True),
        says(b"HTTP/1.1 999999 What\r\n\r\n", hang_up=True),
        says(head(None, "200 OK", "Content-Length: x"), hang_up=True),
        says(head(None, "200 OK", "Transfer-Encoding: chunked"), b"zz\r\n"),
        says(head(4, "200 OK", "Content-Encoding: gzip"), b"oops"),
        says(head(4, "200 OK", "Content-Encoding: deflate"), b"oops"),
    ],
    ids=[
        "reset", "hang up", "cut", "no body", "another protocol", "no status",
        "no length", "no chunk", "no gzip", "no deflate",
    ],
)  # fmt: skip
async def test_a_broken_exchange_is_tried_once_more_and_no_more(
    bench: Workbench, listener: Listener, wire_server: Start, behaviour: Behaviour
) -> None:
    server = await wire_server(behaviour)
    with pytest.raises(Unavailable) as caught:
        await bench.client(server.url).get(listener, "/me", raw)
    assert type(caught.value) is Unavailable
    assert [it.outcome for it in listener.turn.calls] == ["unavailable"] * 2
    assert len(server.requests) == 2


async def test_a_lost_kept_connection_costs_one_recorded_retry(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    answers = [says(head(2), b"{}"), resets(), says(head(2), b"{}")]

    async def one_after_another(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await answers.pop(0)(reader, writer)

    server = await wire_server(one_after_another)
    client = bench.client(server.url)
    for _ in range(2):
        assert await client.get(listener, "/me", raw) == b"{}"
    assert [it.outcome for it in listener.turn.calls] == ["ok", "unavailable", "ok"]
    assert len(server.requests) == 3


async def test_a_lost_change_is_sent_once(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    server = await wire_server(resets())
    with pytest.raises(Unavailable):
        await bench.client(server.url).post(listener, "/me/playlists", raw, body={})
    assert len(server.requests) == 1


async def test_nobody_listens(bench: Workbench, listener: Listener) -> None:
    client = bench.client("http://127.0.0.1:1/v1")
    with pytest.raises(Unavailable):
        await client.get(listener, "/me", raw)
    assert [it.status for it in listener.turn.calls] == [None, None]


@pytest.mark.parametrize(
    "base",
    [
        "http://no-such-host.invalid/v1",
        "http://xn--/v1",
        "ftp://127.0.0.1/v1",
        "nonsense",
    ],
)
async def test_an_address_that_is_none(
    bench: Workbench, listener: Listener, base: str
) -> None:
    with pytest.raises(Unavailable):
        await bench.client(base).get(listener, "/me", raw)


async def test_a_redirect_is_not_followed(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    lure = await wire_server(says(head(2), b"{}"))
    moved = head(0, "302 Found", f"Location: {lure.url}/me")
    server = await wire_server(says(moved))
    with pytest.raises(Unreadable):
        await bench.client(server.url).get(listener, "/me", raw)
    assert lure.requests == []
    assert len(server.requests) == 1


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
    much = b" " * (4 * LONGEST_REFUSAL)
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


@pytest.mark.parametrize("seed", range(25))
async def test_noise_is_a_typed_error_without_the_token(
    bench: Workbench, wire_server: Start, seed: int
) -> None:
    chance = random.Random(seed)
    noise = bytearray(head(12) + b'{"id":"abc"}')
    for _ in range(chance.randint(1, 12)):
        noise[chance.randrange(len(noise))] = chance.randrange(256)
    server = await wire_server(says(bytes(noise), hang_up=True))
    listener = listener_for(seconds=HURRIED)
    call = bench.client(server.url).get(listener, "/me", raw)
    (result,) = await asyncio.gather(call, return_exceptions=True)
    assert isinstance(result, bytes | ProviderError)
    if isinstance(result, ProviderError):
        assert TOKEN not in everything_about(result)
    assert listener.turn.calls


class Crowd:
    """A server's behaviour: answers only after `go`, and tells when enough wait."""

    def __init__(self, enough: int) -> None:
        self.go = asyncio.Event()
        self.there = asyncio.Barrier(enough + 1)

    async def __call__(
        self, _: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        if not self.go.is_set():
            await self.there.wait()
            await self.go.wait()
        writer.write(head(2) + b"{}")


async def test_a_request_opens_so_many_calls_at_once(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    crowd = Crowd(CALLS_AT_ONCE)
    server = await wire_server(crowd)
    client = bench.client(server.url)
    calls = [
        asyncio.create_task(client.get(listener, "/me", raw))
        for _ in range(CALLS_AT_ONCE + 5)
    ]
    await crowd.there.wait()
    assert len(server.requests) == CALLS_AT_ONCE
    crowd.go.set()
    await asyncio.gather(*calls)
    assert len(server.requests) == CALLS_AT_ONCE + 5


def narrow(bench: Workbench, lanes: int) -> None:
    bench.restraint = Restraint(
        brake=bench.brake,
        budget=bench.budget,
        chance=random.Random(1),
        wall_clock=bench.restraint.wall_clock,
        lanes=asyncio.Semaphore(lanes),
        pause=bench.pauses,
    )


async def test_who_waits_past_the_deadline_is_never_sent(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    narrow(bench, 1)
    crowd = Crowd(1)
    server = await wire_server(crowd)
    client = bench.client(server.url)
    first = asyncio.create_task(client.get(listener, "/me", raw))
    await crowd.there.wait()
    late = listener_for(seconds=0.55)
    with pytest.raises(DeadlineExceeded):
        await client.get(late, "/me", raw)
    assert late.turn.calls == []
    crowd.go.set()
    assert await first == b"{}"
    assert await client.get(listener, "/me", raw) == b"{}"
    assert len(server.requests) == 2


async def test_who_waited_through_a_429_is_not_sent(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    narrow(bench, 1)
    server = await wire_server(says(head(0, "429 Slow down", "Retry-After: 9")))
    client = bench.client(server.url)
    calls = (client.get(listener, "/me", raw) for _ in range(5))
    results = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(it) for it in results] == [RateLimited] * 5
    assert len(server.requests) == 1


async def test_who_gives_up_frees_the_lane_and_is_recorded(
    bench: Workbench, listener: Listener, wire_server: Start
) -> None:
    narrow(bench, 1)
    crowd = Crowd(1)
    server = await wire_server(crowd)
    client = bench.client(server.url)
    call = asyncio.create_task(client.get(listener, "/me", raw))
    await crowd.there.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert outcomes(listener) == [(1, None, "cancelled")]
    crowd.go.set()
    assert await client.get(listener, "/me", raw) == b"{}"
