"""What is tried a second time, and what is not."""

import json

import aiohttp
import pytest
from aioresponses import aioresponses

from providers.errors import (
    DeadlineExceeded,
    NotFound,
    ProviderError,
    Unavailable,
    Unconfirmed,
)
from providers.listener import Listener
from providers.spotify.client import Change
from tests.providers.spotify.conftest import Workbench, listener_for
from tests.providers.spotify.numbered_library import API
from tests.providers.spotify.recorded_calls import ME, outcomes, raw, sent


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


@pytest.mark.parametrize("status", [301, 400, 401, 403, 405, 410, 429, 501, 505])
async def test_an_answer_that_stands_is_not_asked_for_again(
    bench: Workbench, listener: Listener, spotify: aioresponses, status: int
) -> None:
    spotify.get(ME, status=status, body=b"{}", repeat=True)
    with pytest.raises(ProviderError):
        await bench.client().get(listener, "/me", raw)
    assert sent(spotify) == 1
    assert bench.pauses.taken == []


async def test_a_passing_404_of_ones_own_list_is_asked_for_again(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(ME, status=404)
    spotify.get(ME, body=b"{}")
    assert await bench.client().get(listener, "/me", raw) == b"{}"
    assert outcomes(listener) == [(1, 404, "unavailable"), (2, 200, "ok")]


async def test_a_404_of_a_thing_with_an_id_stands(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.get(f"{API}/tracks/t1", status=404, repeat=True)
    with pytest.raises(NotFound):
        await bench.client().get(listener, "/tracks/{id}", raw, entity_id="t1")
    assert sent(spotify) == 1


async def test_a_token_that_got_lost_is_sent_again(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    lost = {"error": {"status": 401, "message": "Access token missing"}}
    spotify.get(ME, status=401, payload=lost)
    spotify.get(ME, body=b"{}")
    assert await bench.client().get(listener, "/me", raw) == b"{}"


async def test_without_budget_nothing_is_tried_again(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    while bench.budget.try_withdraw():
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


async def test_a_change_is_sent_as_json_and_once(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.post(f"{API}/playlists/p1/items", status=503, repeat=True)
    change = Change(
        method="POST",
        endpoint="/playlists/{id}/items",
        entity_id="p1",
        body={"uris": ["a"]},
    )
    with pytest.raises(Unconfirmed):
        await bench.client().change(listener, change, raw)
    (calls,) = spotify.requests.values()
    assert len(calls) == 1
    assert json.loads(calls[0].kwargs["data"]) == {"uris": ["a"]}
    assert calls[0].kwargs["headers"]["Content-Type"] == "application/json"


async def test_a_change_that_took_too_long_is_not_repeated(
    bench: Workbench, listener: Listener, spotify: aioresponses
) -> None:
    spotify.post(f"{API}/me/playlists", exception=TimeoutError(), repeat=True)
    change = Change(method="POST", endpoint="/me/playlists", body={})
    with pytest.raises(Unconfirmed):
        await bench.client().change(listener, change, raw)
    assert sent(spotify) == 1
