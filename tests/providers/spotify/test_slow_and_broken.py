"""The client on real connections that are slow, cut, garbled or not there."""

import asyncio
import random

import pytest

from providers.errors import (
    LinkExpired,
    ProviderError,
    RateLimited,
    TooSlow,
    Unavailable,
    Unconfirmed,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.spotify.client import Change
from tests.providers.spotify.conftest import TOKEN, Workbench, listener_for
from tests.providers.spotify.leaks import everything_about
from tests.providers.spotify.raw_servers import (
    HURRIED,
    Behaviour,
    Start,
    drips,
    hangs,
    head,
    resets,
    says,
)
from tests.providers.spotify.recorded_calls import outcomes, raw


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
    # What remains is the reserve, less the pace of a busy machine.
    assert 0.2 < listener.deadline.remaining() < 0.51


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
    change = Change(method="POST", endpoint="/me/playlists", body={})
    with pytest.raises(Unconfirmed):
        await bench.client(server.url).change(listener, change, raw)
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
