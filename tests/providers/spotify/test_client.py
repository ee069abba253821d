"""One call: its token, its address, its record and its errors, on canned answers."""

import pytest
from aioresponses import aioresponses

from providers.errors import (
    LinkExpired,
    NotFound,
    NotLinked,
    Rejected,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.listener import Listener
from providers.turn_telemetry import SpotifyCall
from tests.providers.spotify.conftest import TOKEN, Workbench, listener_for
from tests.providers.spotify.numbered_library import API
from tests.providers.spotify.recorded_calls import ME, outcomes, raw, sent


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
        entity_id="p1",
        query={"limit": 50, "q": "a & b?c/"},
    )
    assert [it.endpoint for it in listener.turn.calls] == ["/playlists/{id}/items"]


@pytest.mark.parametrize("hostile", ["../me", "..", "", "a/b", "p?x=1", "ü"])
async def test_a_hostile_id_never_leaves(
    bench: Workbench, listener: Listener, spotify: aioresponses, hostile: str
) -> None:
    with pytest.raises(NotFound):
        await bench.client().get(listener, "/artists/{id}", raw, entity_id=hostile)
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
    await bench.client().get(listener, "/tracks/{id}", raw, entity_id="t1")
    (call,) = listener.turn.calls
    assert call == SpotifyCall("/tracks/{id}", 1, 200, "ok", call.began, call.seconds)
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


async def test_a_closed_session_is_a_service_out_of_reach(
    bench: Workbench, listener: Listener
) -> None:
    await bench.session.close()
    with pytest.raises(Unavailable):
        await bench.client().get(listener, "/me", raw)


async def test_a_rejection_keeps_its_number(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=405)
    with pytest.raises(Rejected) as caught:
        await bench.client().get(listener, "/me", raw)
    assert caught.value.status == 405
