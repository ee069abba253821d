"""What plays where, for those who pay."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from yarl import URL

from simulator.spotify.world import World
from tests.simulator.spotify.conftest import ApiAnswer, ApiCaller

COMMANDS = [
    ("PUT", "/me/player/play"), ("PUT", "/me/player/shuffle?state=true"),
    ("POST", "/me/player/next"), ("POST", "/me/player/previous"),
    ("POST", "/me/player/queue?uri=spotify:track:{track}"),
    ("PUT", "/me/player/volume?volume_percent=10"),
]  # fmt: skip


async def _state(ask: ApiCaller) -> Any:
    return (await ask("/me/player")).json


async def _put(ask: ApiCaller, path: str, json: Any = None) -> ApiAnswer:
    return await ask(path, method="PUT", json=json)


async def test_devices_and_a_silent_room(ask: ApiCaller) -> None:
    devices = (await ask("/me/player/devices")).json["devices"]
    assert [one["name"] for one in devices] == ["Kitchen", "Phone"]
    assert [one["is_active"] for one in devices] == [True, False]
    assert (await _state(ask))["is_playing"] is False
    assert (await ask("/me/player", "nobody")).status == 204
    odd = (await ask("/me/player/devices", "quirky")).json["devices"][1]
    assert (odd["id"], odd["volume_percent"]) == (None, None)


async def test_playing_tracks_albums_and_playlists(
    ask: ApiCaller, world: World
) -> None:
    album = world.catalogue.albums[3]
    shelf = (await ask("/me/playlists", limit=1)).json["items"]
    page = (await ask(f"/playlists/{shelf[0]['id']}/items", limit=1)).json
    for wish, track_id in (
        ({"uris": [f"spotify:track:{album.tracks[2].id}"]}, album.tracks[2].id),
        ({"context_uri": f"spotify:album:{album.id}"}, album.tracks[0].id),
        ({"context_uri": shelf[0]["uri"]}, page["items"][0]["item"]["id"]),
    ):
        assert (await _put(ask, "/me/player/play", wish)).status == 204
        state = await _state(ask)
        assert state["is_playing"] is True
        assert state["item"]["id"] == track_id
    assert (await _put(ask, "/me/player/pause", {})).status == 204
    assert (await _state(ask))["is_playing"] is False
    missing = {"uris": [f"spotify:track:{'1' * 22}"]}
    assert (await _put(ask, "/me/player/play", missing)).status == 404
    assert (await _put(ask, "/me/player/play", {"uris": 3})).status == 400


async def test_elsewhere_and_louder(ask: ApiCaller) -> None:
    wish = {"device_ids": ["ada-phone"], "play": True}
    assert (await _put(ask, "/me/player", wish)).status == 204
    await _put(ask, "/me/player/volume?volume_percent=11", {})
    state = await _state(ask)
    assert state["device"]["name"] == "Phone"
    assert state["device"]["volume_percent"] == 11
    assert (await _put(ask, "/me/player/play?device_id=ada-kitchen", {})).status == 204
    assert (await _state(ask))["device"]["name"] == "Kitchen"
    await ask("/me/player/next", method="POST", json={})
    assert (await _put(ask, "/me/player", {"device_ids": []})).status == 400
    for query in ("?volume_percent=101", ""):
        assert (await _put(ask, f"/me/player/volume{query}", {})).status == 400
    gone = await _put(ask, "/me/player", {"device_ids": ["gone"]})
    assert (gone.status, gone.message) == (404, "Device not found")
    assert (await ask("/me/player/queue?uri=x", method="POST", json={})).status == 400
    absent = f"/me/player/queue?uri=spotify:track:{'1' * 22}"
    assert (await ask(absent, method="POST", json={})).status == 404


@pytest.mark.parametrize(("method", "path"), COMMANDS)
async def test_commands_without_device_premium_or_permission(
    ask: ApiCaller, method: str, path: str
) -> None:
    path = path.replace("{track}", ask.spotify.world.catalogue.tracks[0].id)
    for token, status, reason in (
        ("ada", 204, None),
        ("nobody", 404, "NO_ACTIVE_DEVICE"),
        ("free", 403, "PREMIUM_REQUIRED"),
        ("ada-without-user-modify-playback-state", 403, None),
    ):
        answer = await ask(path, token, method=method, json={})
        assert answer.status == status
        if status != 204:
            assert answer.json["error"].get("reason") == reason
    strange = await ask(path, "quirky", method=method, json={})
    assert (strange.status, strange.content_type) == (200, "text/plain")


async def test_a_change_without_a_length_is_turned_away(ask: ApiCaller) -> None:
    # aiohttp's own client always tells a length, as every careful client does.
    url = URL(ask.spotify.base_url)
    reader, writer = await asyncio.open_connection(url.host, url.port)
    writer.write(
        b"PUT /v1/me/player/pause HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        b"Authorization: Bearer ada\r\n\r\n"
    )
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    assert answer.startswith(b"HTTP/1.1 411")
    assert (await ask("/me/player/play", method="PUT")).status == 204


async def _heard(ask: ApiCaller, account: str = "ada") -> Any:
    answer = await ask("/me/player/currently-playing", account)
    return answer.json if answer.status == 200 else answer.status


async def test_what_plays_moves_with_the_clock(ask: ApiCaller, world: World) -> None:
    assert await _heard(ask) == 204
    first, second, queued = world.catalogue.tracks[:3]
    uris = [f"spotify:track:{track.id}" for track in (first, second)]
    await _put(ask, "/me/player/play", {"uris": uris})
    await ask(f"/me/player/queue?uri=spotify:track:{queued.id}", method="POST")
    heard = await _heard(ask)
    assert (heard["item"]["id"], heard["is_playing"]) == (first.id, True)
    assert heard["currently_playing_type"] == "track"
    world.clock.advance(timedelta(milliseconds=first.duration_ms + 1_000))
    heard = await _heard(ask)
    assert heard["item"]["id"] == queued.id
    assert 1_000 <= heard["progress_ms"] < 60_000
    world.clock.advance(timedelta(milliseconds=queued.duration_ms))
    assert (await _heard(ask))["item"]["id"] == second.id
    world.clock.advance(timedelta(milliseconds=second.duration_ms))
    assert await _heard(ask) == 204


async def test_a_paused_track_stays(ask: ApiCaller, world: World) -> None:
    track = world.catalogue.tracks[0]
    await _put(ask, "/me/player/play", {"uris": [f"spotify:track:{track.id}"]})
    await _put(ask, "/me/player/pause")
    world.clock.advance(timedelta(hours=1))
    heard = await _heard(ask)
    assert (heard["item"]["id"], heard["is_playing"]) == (track.id, False)
    await _put(ask, "/me/player/play")
    assert (await _heard(ask))["is_playing"] is True


async def test_an_advertisement_and_a_missing_permission(
    ask: ApiCaller, world: World
) -> None:
    account = world.account("ada")
    assert account is not None
    account.player.advertisement = True
    heard = await _heard(ask)
    assert (heard["item"], heard["currently_playing_type"]) == (None, "ad")
    assert await _heard(ask, "ada-without-user-read-currently-playing") == 403
