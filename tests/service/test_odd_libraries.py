"""A library with odd entries, over real HTTP: totals, owners and refusals agree."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator.alexa.requests import ScreenProfile
from tests.service.running import Line, running

pytestmark = pytest.mark.no_cover

Json = dict[str, Any]

ME = {"id": "ada", "display_name": "Ada"}
PICTURES = [{"url": "http://i.scdn.co/image/1", "height": 64, "width": 64}]


def playlist(playlist_id: str, name: Any, owner: Any = ME, **values: Any) -> Json:
    contents = {"total": 4, "href": "https://api.spotify.com/v1/x"}
    fields = {"id": playlist_id, "name": name, "owner": owner, "images": PICTURES}
    return fields | {"items": contents, "collaborative": False} | values


PLAYLISTS: list[Any] = [
    playlist("own", "Deep Focus"),
    None,
    playlist("no-id", "Gym", {"display_name": "Bo"}),
    playlist("nobody", "Rain", None),
    playlist("editorial", "Top Fifty", {"id": "spotify", "display_name": "Spotify"}),
    playlist("theirs", "Theirs", {"id": "bo", "display_name": "Bo"}),
    {"id": None, "name": "x"},
    playlist("together", "Together", {"id": "bo"}, collaborative=True),
    "text",
]
REFUSALS = {"nobody": 403, "theirs": 403, "editorial": 404}


def item(number: int, **values: Any) -> Json:
    album = {"id": "a", "name": "Album", "images": PICTURES}
    track = {"type": "track", "id": f"t{number}", "name": f"Song {number}"}
    details = {"artists": [{"id": "e", "name": "Eno"}], "duration_ms": 180_000}
    return {"item": track | details | {"album": album} | values}


def page(items: list[Any]) -> web.Response:
    return web.json_response({"items": items, "total": len(items), "next": None})


async def _me(_: web.Request) -> web.Response:
    return web.json_response(ME)


async def _playlists(_: web.Request) -> web.Response:
    return page(PLAYLISTS)


async def _items(request: web.Request) -> web.Response:
    status = REFUSALS.get(request.match_info["id"])
    if status is not None:
        error = {"status": status, "message": "Resource not found"}
        return web.json_response({"error": error}, status=status)
    return page([item(1), {"item": None}, item(3, name=None), item(4)])


async def _nothing(_: web.Request) -> web.Response:
    return page([])


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    """The whole service before that library."""
    app = web.Application()
    app.router.add_get("/v1/me", _me)
    app.router.add_get("/v1/me/playlists", _playlists)
    app.router.add_get("/v1/playlists/{id}/items", _items)
    app.router.add_get("/v1/{rest:.*}", _nothing)
    async with TestServer(app) as spotify:
        url = str(spotify.make_url("/v1"))
        async with running(tmp_path, SPOTIFY_API_URL=url) as line:
            line.device = replace(line.device, token="ada", screen=ScreenProfile())
            yield line


async def test_every_sentence_names_the_same_total(line: Line) -> None:
    told = [
        (await line.opens()).speech,
        (await line.says("CountPlaylistsIntent")).speech,
        (await line.says("ListPlaylistsIntent")).speech,
    ]
    assert {number for text in told for number in re.findall(r"(\d+) pl", text)} == {
        "6"
    }
    assert "at least one of them is your own" in told[1]
    assert "I left out 3 that I cannot read" in told[1]
    assert "I left out 3 that I cannot read" in told[2]
    last = (await line.says("AMAZON.NextIntent")).speech
    assert "Top Fifty, Theirs, and Together" in last
    assert "end of the list" in (await line.says("AMAZON.NextIntent")).speech


async def test_refusals_are_explained_as_far_as_they_are_known(line: Line) -> None:
    expected = {
        "rain": "won't let me read Rain",
        "top fifty": "Top Fifty belongs to Spotify",
        "theirs": "Theirs belongs to Bo",
    }
    for name, words in expected.items():
        answer = await line.says("OpenPlaylistIntent", playlist=name)
        assert words in answer.speech
        assert line.turns[-1].reason == "forbidden"
    answer = await line.says("PlaylistOwnerIntent", playlist="rain")
    assert "I do not know who made Rain" in answer.speech


async def test_what_an_opened_playlist_holds_and_lacks(line: Line) -> None:
    answer = await line.says("OpenPlaylistIntent", playlist="gym")
    assert "I left out 2 that I cannot read" in answer.speech
    assert "Song 1 by Eno and Song 4 by Eno" in answer.speech
    assert "at least 6 minutes" in answer.speech


async def test_a_song_is_looked_for_wherever_it_may_be(line: Line) -> None:
    answer = await line.says("WhichPlaylistIntent", song="song 1")
    assert "Deep Focus, Gym, and Together" in answer.speech
    assert "all 3 playlists you made or edit" in answer.speech


async def test_only_what_can_be_opened_is_recommended(line: Line) -> None:
    answer = await line.says("RecommendPlaylistIntent")
    assert "Deep Focus" in answer.speech
    assert "Together" in answer.speech
    for name in ("Rain", "Top Fifty", "Theirs"):
        assert name not in answer.speech
    assert "end of the list" in (await line.says("AMAZON.NextIntent")).speech


async def test_no_http_picture_reaches_a_device(line: Line) -> None:
    for answer in (
        await line.says("ListPlaylistsIntent"),
        await line.says("OpenPlaylistIntent", playlist="gym"),
    ):
        assert b"RenderDocument" in answer.body
        assert b"http://" not in answer.body
