"""What was counted."""

import asyncio

import pytest

from simulator.spotify.world import MAX_RECORDED_CALLS, Counters, World
from tests.simulator.spotify.conftest import ApiCaller


def _call(counters: Counters, endpoint: str, status: int | None) -> None:
    with counters.count_call(endpoint, "limit=3", "ada") as call:
        call.status = status


def test_calls_statuses_and_the_last_of_them() -> None:
    times = iter(range(100))
    counters = Counters(lambda: float(next(times)))
    _call(counters, "GET /me", 200)
    _call(counters, "GET /me", 500)
    _call(counters, "GET /search", None)
    assert counters.calls() == 3
    assert counters.calls("GET /me") == 2
    assert counters.calls("GET /nothing") == 0
    as_json = counters.as_json()
    assert as_json["all"]["statuses"] == {"200": 1, "500": 1, "none": 1}
    assert as_json["endpoints"]["GET /me"]["peak"] == 1
    assert as_json["recent"][1] == {
        "endpoint": "GET /me",
        "query": "limit=3",
        "account": "ada",
        "began": 2.0,
        "seconds": 1.0,
        "status": 500,
    }


def test_the_peak_is_counted_over_all_and_for_each() -> None:
    counters = Counters(lambda: 0.0)
    with counters.count_call("a", "", None), counters.count_call("b", "", None):
        with counters.count_call("a", "", None):
            assert counters.all.in_flight == 3
        counters.reset()
        assert counters.all.in_flight == 0
    assert (counters.all.peak, counters.calls()) == (0, 0)


def test_only_the_last_calls_are_kept() -> None:
    counters = Counters(lambda: 0.0)
    for _ in range(MAX_RECORDED_CALLS + 5):
        _call(counters, "a", 200)
    assert len(counters.recent) == MAX_RECORDED_CALLS
    assert counters.calls() == MAX_RECORDED_CALLS + 5


def test_a_call_that_fails_is_counted_too() -> None:
    counters = Counters(lambda: 0.0)
    with pytest.raises(ZeroDivisionError), counters.count_call("a", "", None):
        raise ZeroDivisionError
    assert counters.all.statuses == {"none": 1}
    assert counters.all.in_flight == 0


async def test_waiting_for_figures() -> None:
    counters = Counters(lambda: 0.0)
    await counters.until(lambda seen: seen.calls() == 0)
    waiting = asyncio.create_task(counters.until(lambda seen: seen.calls("a") == 2))
    await asyncio.sleep(0)
    _call(counters, "a", 200)
    await asyncio.sleep(0)
    assert not waiting.done()
    _call(counters, "a", 200)
    await waiting


async def test_endpoints_are_counted_under_their_templates(
    ask: ApiCaller, world: World
) -> None:
    (one,) = (await ask("/me/playlists", limit=1)).json["items"]
    await ask(f"/playlists/{one['id']}/items", "ada~other")
    await ask("/me", "nonsense")
    assert set(world.counters.endpoints) == {
        "GET /me",
        "GET /me/playlists",
        "GET /playlists/{id}/items",
    }
    accounts = [call.account for call in world.counters.recent]
    assert accounts == ["ada", "ada", None]
    assert "nonsense" not in str(world.counters.as_json())
    assert "other" not in str(world.counters.as_json())
