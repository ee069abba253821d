"""The levers over HTTP."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from providers.secret import Secret
from simulator.spotify.control import KEY_HEADER
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.simulator.spotify.conftest import NOW, ApiAnswer, ApiCaller


async def _post(
    ask: ApiCaller, path: str, json: Any = None, method: str = "POST"
) -> ApiAnswer:
    return await ask(f"/control/{path}", None, method=method, json=json)


async def test_faults_come_and_go(ask: ApiCaller, world: World) -> None:
    made = await _post(ask, "faults", {"kind": "error", "endpoint": "/me", "times": 2})
    assert made.status == 201
    number = made.json["id"]
    assert (await ask("/me")).status == 500
    (as_json,) = (await ask("/control/faults")).json
    assert (as_json["id"], as_json["struck"], as_json["times"]) == (number, 1, 2)
    gone = await _post(ask, f"faults/{number}", method="DELETE")
    assert gone.json == {"removed": True}
    assert (await _post(ask, f"faults/{number}", method="DELETE")).status == 404
    assert (await ask("/me")).status == 200
    await _post(ask, "faults", {"kind": "hold"})
    assert (await _post(ask, "release")).status == 200
    assert world.faults.as_json() == []
    await _post(ask, "faults", {"kind": "error"})
    assert (await _post(ask, "faults", method="DELETE")).json == []
    assert (await ask("/me")).status == 200


@pytest.mark.parametrize(
    ("path", "method", "body"),
    [
        ("faults", "POST", {"kind": "flood"}),
        ("faults", "POST", {"kind": "error", "whom": "ada"}),
        ("faults", "POST", {"kind": "error", "times": "many"}),
        ("faults", "POST", None),
        ("clock", "POST", {"at": "tomorrow"}),
        ("clock", "POST", {"at": "2026-12-01T00:00:00"}),
        ("regime", "PUT", {"regime": "ancient"}),
        ("clients/x", "PUT", {"secret": "s", "redirect_uris": ["http://localhost/"]}),
        ("clients/x", "PUT", {}),
    ],
)
async def test_what_is_not_understood(
    ask: ApiCaller, path: str, method: str, body: Any
) -> None:
    answer = await _post(ask, path, body, method)
    assert answer.status == 400
    assert answer.json["error"]


async def test_counters_are_read_and_reset(ask: ApiCaller) -> None:
    await ask("/me")
    as_json = (await ask("/control/counters")).json
    assert as_json["endpoints"]["GET /me"]["calls"] == as_json["all"]["calls"] == 1
    await _post(ask, "counters", method="DELETE")
    assert (await ask("/control/counters")).json["recent"] == []


async def test_the_clock_moves_and_comes_back(ask: ApiCaller, world: World) -> None:
    moved = await _post(ask, "clock", {"advance_seconds": 3600})
    assert moved.json == {"now": "2026-11-22T21:15:00+00:00"}
    await _post(ask, "clock", {"at": "2027-05-22T00:00:00+02:00"})
    assert (await ask("/control/clock")).json["now"].startswith("2027-05-21T22:00")
    await _post(ask, "clock", method="DELETE")
    assert world.clock() == NOW


async def test_the_regime_changes(ask: ApiCaller) -> None:
    assert (await ask("/control/regime")).json == {"regime": "development"}
    await _post(ask, "regime", {"regime": "extended"}, "PUT")
    assert "tracks" in (await ask("/me/playlists", limit=1)).json["items"][0]


async def test_a_playlist_changes_behind_the_listener(ask: ApiCaller) -> None:
    (before,) = (await ask("/me/playlists", limit=1)).json["items"]
    edited = await _post(ask, f"playlists/{before['id']}")
    assert edited.json == {"size": before["items"]["total"] + 1}
    (after,) = (await ask("/me/playlists", limit=1)).json["items"]
    assert after["snapshot_id"] != before["snapshot_id"]
    assert (await _post(ask, f"playlists/{'1' * 22}")).status == 404


async def test_applications_are_registered_and_grants_ended(
    ask: ApiCaller, world: World
) -> None:
    answer = {"secret": "s", "redirect_uris": ["http://127.0.0.1/back"]}
    assert (await _post(ask, "clients/mine", answer, "PUT")).status == 201
    client = world.clients.get("mine")
    assert client is not None
    assert client.may_redirect_to("http://127.0.0.1:9999/back")
    ended = await _post(ask, "accounts/ada/grants", method="DELETE")
    assert ended.json == {"revoked": 0}


async def test_accounts_are_named(ask: ApiCaller) -> None:
    names = (await ask("/control/accounts")).json
    assert names["ada"] == "Ada Winter"
    assert names["shy"] is None


@pytest.fixture
async def guarded(world: World) -> AsyncIterator[RunningSpotify]:
    key = Secret("only for operators")
    public = "https://standin.example"
    async with serving(world, control_key=key, public_url=public) as running:
        yield running


async def test_a_key_guards_every_lever(guarded: RunningSpotify, world: World) -> None:
    assert guarded.api_url == "https://standin.example/v1"
    assert guarded.accounts_url == "https://standin.example"
    assert guarded.faults is world.faults
    assert guarded.counters is world.counters


async def test_the_key_is_asked_for(world: World) -> None:
    async with (
        serving(world, control_key=Secret("öpen")) as running,
        aiohttp.ClientSession() as session,
    ):
        url = f"{running.base_url}/control/faults"
        for headers, status in (
            ({}, 403),
            ({KEY_HEADER: "wrong"}, 403),
            ({KEY_HEADER: "öpen"}, 200),
        ):
            async with session.get(url, headers=headers) as answer:
                assert answer.status == status
