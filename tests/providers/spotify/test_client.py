"""One call: its token, limit, retry, record and errors, on canned answers."""

import json
import traceback
from collections.abc import Awaitable, Callable
from urllib.parse import unquote

import aiohttp
import pytest
from aioresponses import CallbackResult, aioresponses

from providers.brake import Block
from providers.errors import (
    DeadlineExceeded,
    LinkExpired,
    NotFound,
    NotLinked,
    ProviderError,
    QuotaExceeded,
    RateLimited,
    Rejected,
    TooSlow,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.spotify.client import SpotifyClient
from providers.turn import Call
from tests.providers.spotify.conftest import API, TOKEN, Workbench, listener_for

ME = f"{API}/me"


def raw(body: bytes) -> bytes:
    return body


def sent(spotify: aioresponses) -> int:
    return sum(len(calls) for calls in spotify.requests.values())


def outcomes(listener: Listener) -> list[tuple[int, int | None, str]]:
    return [(it.attempt, it.status, it.outcome) for it in listener.turn.calls]


async def test_an_answer_is_read(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, body=b'{"id":"x"}')
    assert await bench.client().get(listener, "/me", raw) == b'{"id":"x"}'


async def test_the_token_goes_into_the_header_only(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, body=b"{}")
    await bench.client().get(listener, "/me", raw)
    ((method, url), (call,)) = next(iter(spotify.requests.items()))
    assert method == "GET"
    assert TOKEN not in str(url)
    assert call.kwargs["headers"]["Authorization"] == f"Bearer {TOKEN}"
    assert call.kwargs["allow_redirects"] is False


async def test_nothing_of_a_listener_stays(
    bench: Workbench, spotify: aioresponses
) -> None:
    spotify.get(ME, body=b"{}", repeat=True)
    client = bench.client()
    for token in ("first", "second"):
        await client.get(listener_for(token), "/me", raw)
    (calls,) = spotify.requests.values()
    used = [call.kwargs["headers"]["Authorization"] for call in calls]
    assert used == ["Bearer first", "Bearer second"]


@pytest.mark.parametrize("base", [API, f"{API}/", "http://127.0.0.1:9/a/b"])
async def test_any_base_url_will_do(
    bench: Workbench, listener: Listener, spotify: aioresponses, base: str
) -> None:
    spotify.get(f"{base.rstrip('/')}/me", body=b"{}")
    assert await bench.client(base).get(listener, "/me", raw) == b"{}"


async def test_ids_and_queries_are_put_in_place(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(f"{API}/playlists/p1/items?limit=50&q=a+%26+b%3Fc%2F", body=b"{}")
    await bench.client().get(
        listener,
        "/playlists/{id}/items",
        raw,
        of="p1",
        query={"limit": 50, "q": "a & b?c/"},
    )
    assert [it.endpoint for it in listener.turn.calls] == ["/playlists/{id}/items"]


@pytest.mark.parametrize("hostile", ["../me", "..", "", "a/b", "p?x=1", "ü"])
async def test_a_hostile_id_never_leaves(
    bench: Workbench, listener: Listener, spotify: aioresponses, hostile: str
) -> None:
    with pytest.raises(NotFound):
        await bench.client().get(listener, "/artists/{id}", raw, of=hostile)
    assert sent(spotify) == 0


@pytest.mark.parametrize("token", [None, ""])
async def test_no_token_no_call(
    bench: Workbench, spotify: aioresponses, token: str | None
) -> None:
    with pytest.raises(NotLinked):
        await bench.client().get(listener_for(token), "/me", raw)
    assert sent(spotify) == 0


@pytest.mark.parametrize("token", ["a\r\nX-Evil: 1", "a b", "tökén", "\x00", " "])
async def test_a_token_that_cannot_be_sent_has_to_be_renewed(
    bench: Workbench, spotify: aioresponses, token: str
) -> None:
    with pytest.raises(LinkExpired):
        await bench.client().get(listener_for(token), "/me", raw)
    assert sent(spotify) == 0


async def test_an_attempt_is_recorded_without_ids(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(f"{API}/tracks/t1", body=b"{}")
    await bench.client().get(listener, "/tracks/{id}", raw, of="t1")
    (call,) = listener.turn.calls
    assert call == Call("/tracks/{id}", 1, 200, "ok", call.began, call.seconds)
    assert call.began >= 0
    assert call.seconds >= 0


async def test_an_answer_of_another_kind_is_recorded_as_such(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    def picky(_: bytes) -> bytes:
        raise Unreadable

    spotify.get(ME, body=b"<html>", repeat=True)
    with pytest.raises(Unreadable):
        await bench.client().get(listener, "/me", picky)
    assert outcomes(listener) == [(1, 200, "unreadable")]


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_passing_failure_is_tried_once_more(
    bench: Workbench, listener: Listener, spotify: aioresponses, status: int
) -> None:
    spotify.get(ME, status=status, body=b"<html>")
    spotify.get(ME, body=b"{}")
    assert await bench.client().get(listener, "/me", raw) == b"{}"
    assert outcomes(listener) == [(1, status, "unavailable"), (2, 200, "ok")]
    assert len(bench.pauses.taken) == 1


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (aiohttp.ServerDisconnectedError(), "unavailable"),
        (aiohttp.ClientPayloadError("cut"), "unavailable"),
        (ConnectionResetError(), "unavailable"),
        (aiohttp.ServerTimeoutError(), "too_slow"),
        (TimeoutError(), "too_slow"),
    ],
)
async def test_a_lost_connection_is_tried_once_more(
    bench: Workbench,
    listener: Listener,
    spotify: aioresponses,
    fault: Exception,
    reason: str,
) -> None:
    spotify.get(ME, exception=fault)
    spotify.get(ME, body=b"{}")
    assert await bench.client().get(listener, "/me", raw) == b"{}"
    assert outcomes(listener) == [(1, None, reason), (2, 200, "ok")]


async def test_twice_is_enough(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=503, repeat=True)
    with pytest.raises(Unavailable):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 2


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 405, 429, 501, 505])
async def test_an_answer_that_stands_is_not_asked_for_again(
    bench: Workbench, listener: Listener, spotify: aioresponses, status: int
) -> None:
    spotify.get(ME, status=status, body=b"{}", repeat=True)
    with pytest.raises(ProviderError):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 1
    assert bench.pauses.taken == []


async def test_without_budget_nothing_is_tried_again(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    while bench.budget.spend():
        pass
    spotify.get(ME, status=503, repeat=True)
    with pytest.raises(Unavailable):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 1


async def test_without_time_nothing_is_tried_again(
    bench: Workbench, spotify: aioresponses
) -> None:
    listener = listener_for(seconds=0.65)
    spotify.get(ME, status=503, repeat=True)
    with pytest.raises(Unavailable):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 1


async def test_past_the_deadline_nothing_is_sent(
    bench: Workbench, spotify: aioresponses
) -> None:
    with pytest.raises(DeadlineExceeded):
        await bench.client().get(listener_for(seconds=0.5), "/me", raw)
    assert sent(spotify) == 0


async def test_a_429_stops_everybody_at_once(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=429, headers={"Retry-After": "30"}, repeat=True)
    client = bench.client()
    with pytest.raises(RateLimited) as caught:
        await client.get(listener, "/me", raw)
    assert caught.value.retry_after == 30
    bench.clock.now += 10
    with pytest.raises(RateLimited) as caught:
        await client.get(listener_for("another"), "/me/tracks", raw)
    assert caught.value.retry_after == 20
    assert sent(spotify) == 1


async def test_after_the_block_calls_go_on(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=429, headers={"Retry-After": "30"})
    spotify.get(ME, body=b"{}")
    client = bench.client()
    with pytest.raises(RateLimited):
        await client.get(listener, "/me", raw)
    bench.clock.now += 30
    assert await client.get(listener, "/me", raw) == b"{}"


async def test_a_used_up_quota_is_told_from_a_rate(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    told = {"error": {"status": 429, "message": "", "reason": "QUOTA_EXCEEDED"}}
    spotify.get(ME, status=429, payload=told)
    client = bench.client()
    for _ in range(2):
        with pytest.raises(QuotaExceeded):
            await client.get(listener, "/me", raw)
    assert sent(spotify) == 1
    assert outcomes(listener) == [(1, 429, "quota_exceeded")]


async def test_a_block_by_somebody_else_counts_too(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    await bench.brake.block(Block(5))
    with pytest.raises(RateLimited):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 0


async def test_a_block_during_the_first_attempt_stops_the_second(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    async def blocked_meanwhile(*_: object, **__: object) -> CallbackResult:
        await bench.brake.block(Block(5))
        return CallbackResult(status=503)

    spotify.get(ME, callback=blocked_meanwhile)
    with pytest.raises(RateLimited):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 1


async def test_a_change_is_sent_as_json_and_once(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.post(f"{API}/playlists/p1/items", status=503, repeat=True)
    with pytest.raises(Unavailable):
        await bench.client().post(
            listener, "/playlists/{id}/items", raw, of="p1", body={"uris": ["a"]}
        )
    (calls,) = spotify.requests.values()
    assert len(calls) == 1
    assert json.loads(calls[0].kwargs["data"]) == {"uris": ["a"]}
    assert calls[0].kwargs["headers"]["Content-Type"] == "application/json"


async def test_a_change_that_took_too_long_is_not_repeated(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.post(f"{API}/me/playlists", exception=TimeoutError(), repeat=True)
    with pytest.raises(TooSlow):
        await bench.client().post(listener, "/me/playlists", raw, body={})
    assert sent(spotify) == 1


async def test_a_closed_session_is_a_service_out_of_reach(
    bench: Workbench, listener: Listener
) -> None:
    await bench.session.close()
    with pytest.raises(Unavailable):
        await bench.client().get(listener, "/me", raw)


def everything_about(error: BaseException) -> str:
    """What any logger could print of it, causes, contexts and arguments included."""
    printed = "".join(traceback.format_exception(error))
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return printed + "".join(f"{it!r} {it.args!r}" for it in chain)


Fault = Callable[[aioresponses], Awaitable[None] | None]


@pytest.mark.parametrize(
    "answer",
    [
        {"status": 401, "body": f"token {TOKEN} expired".encode()},
        {"status": 403, "body": f"{TOKEN} t0psecret".encode()},
        {"status": 404},
        {"status": 405},
        {"status": 429},
        {"status": 500},
        {"status": 302, "headers": {"Location": f"https://evil.example/{TOKEN}"}},
        {"exception": aiohttp.ClientConnectionError(f"t0psecret {TOKEN}")},
        {"exception": aiohttp.InvalidURL(f"https://x/t0psecret/{TOKEN}")},
        {"exception": OSError(f"t0psecret {TOKEN}")},
        {"exception": TimeoutError(f"t0psecret {TOKEN}")},
    ],
)
async def test_no_error_tells_the_token_or_an_id(
    bench: Workbench,
    listener: Listener,
    spotify: aioresponses,
    answer: dict[str, object],
) -> None:
    spotify.get(f"{API}/tracks/t0psecret", repeat=True, **answer)
    with pytest.raises(ProviderError) as caught:
        await bench.client().get(listener, "/tracks/{id}", raw, of="t0psecret")
    # This test's own source lines are in the traceback; what was sent is not.
    told = unquote(everything_about(caught.value)).replace('of="t0psecret"', "")
    assert TOKEN not in told
    assert "t0psecret" not in told
    assert "api.spotify.com" not in told


async def test_a_rejection_keeps_its_number(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=405)
    with pytest.raises(Rejected) as caught:
        await bench.client().get(listener, "/me", raw)
    assert caught.value.status == 405


def test_a_client_shows_nothing_of_anybody() -> None:
    assert TOKEN not in repr(SpotifyClient.__dict__)
