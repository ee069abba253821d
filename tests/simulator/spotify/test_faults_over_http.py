"""Every fault as a client feels it."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from simulator.spotify.broken_responses import FOREIGN
from simulator.spotify.errors import PREPARED_REPLIES
from simulator.spotify.server import create_fake_spotify
from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiCaller

STATUSES = {
    "unauthorized": 401, "permissions_missing": 401, "token_missing": 401,
    "forbidden": 403, "forbidden_scope": 403,
    "forbidden_premium": 403, "not_registered": 403, "not_found": 404, "no_device": 404,
    "device_gone": 404, "restricted": 403,
    "rate_limit": 429, "rate_limit_empty": 429, "quota": 429, "error": 500,
    "error_html": 500, "bad_gateway": 502, "unavailable": 503, "unavailable_json": 503,
    "gateway_timeout": 504, "html": 200, "not_json": 200, "no_body": 200,
    "no_content": 204,
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(PREPARED_REPLIES))
async def test_canned_answers(ask: ApiCaller, world: World, kind: str) -> None:
    world.faults.add(kind, "/me", times=1)
    async with ask.session.get(
        f"{ask.spotify.api_url}/me", headers={"Authorization": "Bearer ada"}
    ) as answer:
        body = await answer.read()
    assert answer.status == STATUSES[kind]
    assert body == PREPARED_REPLIES[kind].body
    assert "Retry-After" not in answer.headers
    assert (await ask("/me")).status == 200
    assert world.counters.of("GET /me").statuses == {
        str(answer.status): 1,
        "200": 1,
    } or (world.counters.of("GET /me").statuses == {"200": 2})


async def test_a_rate_limit_may_say_how_long(ask: ApiCaller, world: World) -> None:
    world.faults.add("rate_limit", retry_after=7)
    answer = await ask("/me/playlists")
    assert (answer.status, answer.headers["Retry-After"]) == (429, "7")
    world.faults.clear()
    world.faults.add("quota")
    answer = await ask("/me/playlists")
    assert answer.json["error"]["reason"] == "QUOTA_EXCEEDED"


async def test_any_answer_can_be_made_up(ask: ApiCaller, world: World) -> None:
    world.faults.add("answer", status=418, body="tea", content_type="text/plain")
    answer = await ask("/me")
    assert (answer.status, answer.text, answer.content_type) == (
        418,
        "tea",
        "text/plain",
    )


async def test_other_endpoints_are_left_alone(ask: ApiCaller, world: World) -> None:
    world.faults.add("error", "GET /me/top/*")
    assert (await ask("/me/top/tracks")).status == 500
    assert (await ask("/me/playlists")).status == 200


async def test_a_reset_breaks_the_connection(ask: ApiCaller, world: World) -> None:
    # aiohttp asks again by itself after a connection is lost; so lose them all.
    world.faults.add("reset")
    with pytest.raises(aiohttp.ClientOSError, match="reset"):
        await ask("/me")
    assert world.counters.of("GET /me").statuses == {"none": 2}


async def test_truncated_bodies_end_early(ask: ApiCaller, world: World) -> None:
    world.faults.add("truncate")
    with pytest.raises(aiohttp.ClientPayloadError):
        await ask("/me/playlists")


async def test_short_bodies_are_half_a_json(ask: ApiCaller, world: World) -> None:
    whole = (await ask("/me/playlists")).text
    world.faults.add("short")
    async with ask.session.get(
        f"{ask.spotify.api_url}/me/playlists", headers={"Authorization": "Bearer ada"}
    ) as answer:
        assert answer.status == 200
        assert whole.encode().startswith(await answer.read())
        assert answer.content_length == len(whole.encode()) // 2


async def test_a_hanging_call_ends_with_its_client(
    ask: ApiCaller, world: World
) -> None:
    world.faults.add("hang")
    call = asyncio.create_task(ask("/me"))
    await world.counters.until(lambda seen: seen.all.in_flight == 1)
    call.cancel()
    await world.counters.until(lambda seen: seen.all.in_flight == 0)
    assert world.counters.of("GET /me").statuses == {"none": 1}


async def test_held_calls_go_on_together(ask: ApiCaller, world: World) -> None:
    world.faults.add("hold")
    calls = [asyncio.create_task(ask("/me", f"load-{n}")) for n in range(5)]
    await world.counters.until(lambda seen: seen.all.in_flight == 5)
    world.faults.release()
    assert {answer.status for answer in await asyncio.gather(*calls)} == {200}
    assert world.counters.all.peak == 5


async def test_pages_without_end(ask: ApiCaller, world: World) -> None:
    world.faults.add("endless")
    far = (await ask("/me/playlists", limit=50, offset=5000)).json
    assert len(far["items"]) == 50
    assert far["next"]
    plays = (await ask("/me/player/recently-played", before=1, limit=10)).json
    assert plays["items"] == []
    plays = (await ask("/me/player/recently-played", limit=50)).json
    assert plays["next"]
    followed = (await ask("/me/following", type="artist", after="1" * 22)).json
    assert followed["artists"]["cursors"]["after"]
    (one, *_) = (await ask("/me/playlists", limit=1)).json["items"]
    assert (await ask(f"/playlists/{one['id']}")).json["items"]["next"]


async def test_quirks_spoil_what_is_sound(ask: ApiCaller, world: World) -> None:
    world.faults.add("quirk", "/me/playlists", quirk="null_elements")
    world.faults.add("quirk", "/me/playlists", quirk="foreign_next")
    page = (await ask("/me/playlists", limit=3)).json
    assert page["items"][0] is page["items"][-1] is None
    assert page["next"] == FOREIGN
    # A refusal is not spoiled.
    assert (await ask("/me/playlists", "expired")).message


@pytest.fixture
async def patient(world: World) -> AsyncIterator[tuple[TestClient, list[float]]]:  # type: ignore[type-arg]
    """A client of a fake Spotify whose faults do not really let time pass."""
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    app = create_fake_spotify(world, sleep=sleep)
    async with TestClient(TestServer(app)) as client:
        yield client, slept


async def test_delays_add_up(
    world: World,
    patient: tuple[TestClient, list[float]],  # type: ignore[type-arg]
) -> None:
    client, slept = patient
    world.faults.add("delay", seconds=0.25)
    world.faults.add("straggle", seconds=2, share=1)
    async with client.get("/v1/me", headers={"Authorization": "Bearer ada"}) as answer:
        assert answer.status == 200
    assert slept == [2.25]


async def test_a_dripping_body_comes_whole(
    world: World,
    patient: tuple[TestClient, list[float]],  # type: ignore[type-arg]
) -> None:
    client, slept = patient
    headers = {"Authorization": "Bearer ada"}
    async with client.get("/v1/me", headers=headers) as answer:
        sound = await answer.read()
    world.faults.add("drip", seconds=0.5)
    async with client.get("/v1/me", headers=headers) as answer:
        assert await answer.read() == sound
    assert set(slept) == {0.5}
    assert 15 <= len(slept) <= 20


async def test_parameters_can_be_ignored(ask: ApiCaller, world: World) -> None:
    first = (await ask("/me/playlists?limit=5")).json["items"]
    world.faults.add("offset_ignored", "/me/playlists", times=1)
    assert (await ask("/me/playlists?limit=5&offset=5")).json["items"] == first
    world.faults.add("limit_ignored", "/me/playlists", times=1)
    assert len((await ask("/me/playlists?limit=5")).json["items"]) > 5


async def test_large_pages_can_be_refused(ask: ApiCaller, world: World) -> None:
    world.faults.add("limit_refused", "/me/playlists", largest=20)
    assert (await ask("/me/playlists?limit=20")).status == 200
    refused = await ask("/me/playlists?limit=21")
    assert refused.status == 400
    assert refused.json["error"]["message"] == "Invalid limit"
