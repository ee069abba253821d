"""The rest of the conversation, end to end: picks, demo, events, patience."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web

from simulator.alexa.requests import ScreenProfile, account_linked, skill_event
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.service.running import Line, now, running

pytestmark = pytest.mark.no_cover

Stage = tuple[Line, RunningSpotify]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with (
        serving(World(now=now)) as spotify,
        running(tmp_path, SPOTIFY_API_URL=spotify.api_url) as line,
    ):
        line.device = replace(line.device, token="ada")
        yield line, spotify


async def test_a_recommendation_names_three_songs_and_a_reason(stage: Stage) -> None:
    line, spotify = stage
    answer = await line.says("RecommendIntent")
    assert line.turns[-1].outcome == "answered"
    assert answer.card == "Standard"
    assert len(answer.card_text.splitlines()) >= 4
    assert spotify.counters.calls() <= 17  # 16 for the picks, and who is asking


async def test_another_brings_others_and_why_explains(stage: Stage) -> None:
    line, _ = stage
    first = await line.says("RecommendIntent")
    why = await line.says("WhyIntent")
    assert why.speech
    second = await line.says("AnotherIntent")
    assert second.speech != first.speech
    assert line.turns[-1].outcome == "answered"


async def test_a_warm_recommendation_costs_no_call(stage: Stage) -> None:
    line, spotify = stage
    await line.says("RecommendIntent")
    spotify.counters.reset()
    await line.says("RecommendIntent")
    assert spotify.counters.calls() == 0


async def test_the_demo_needs_no_account_and_no_call(stage: Stage) -> None:
    line, spotify = stage
    line.device = replace(line.device, token=None)
    welcome = await line.opens()
    assert welcome.card == "LinkAccount"
    assert welcome.json["response"]["shouldEndSession"] is False
    for name, slots in (
        ("DemoIntent", {}),
        ("ListPlaylistsIntent", {}),
        ("OpenPlaylistIntent", {"playlist": "deep focus"}),
        ("RecommendIntent", {}),
        ("WhyIntent", {}),
        ("RefreshIntent", {}),
    ):
        answer = await line.says(name, **slots)
        assert line.turns[-1].outcome == "answered", name
        assert answer.json["response"]["shouldEndSession"] is False
    assert spotify.counters.calls() == 0


async def test_linking_warms_the_cache_for_the_first_launch(stage: Stage) -> None:
    line, spotify = stage
    answer = await line.send(account_linked(line.device, line.moment(), "ada"))
    assert (answer.status, answer.json["response"]) == (200, {})
    spotify.counters.reset()
    assert "240" in (await line.opens()).speech
    assert spotify.counters.calls() == 0


async def test_disabling_the_skill_forgets_the_listener(stage: Stage) -> None:
    line, spotify = stage
    await line.opens()
    gone = skill_event(line.device, line.moment(), "SkillDisabled")
    assert (await line.send(gone)).status == 200
    spotify.counters.reset()
    await line.opens()
    assert spotify.counters.calls("GET /me") == 1


async def test_forget_me_asks_first_and_then_forgets(stage: Stage) -> None:
    line, spotify = stage
    await line.opens()
    asked = await line.says("ForgetMeIntent")
    assert asked.speech.endswith("?")
    done = await line.says("AMAZON.YesIntent")
    assert done.json["response"]["shouldEndSession"] is True
    spotify.counters.reset()
    await line.opens()
    assert spotify.counters.calls() > 0


async def test_a_long_answer_is_announced_once(tmp_path: Path) -> None:
    heard: list[bytes] = []

    async def take(request: web.Request) -> web.Response:
        heard.append(await request.read())
        return web.Response(status=204)

    alexa = web.Application()
    alexa.router.add_post("/v1/directives", take)
    runner = web.AppRunner(alexa)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with (
        serving(World(now=now)) as spotify,
        running(tmp_path, SPOTIFY_API_URL=spotify.api_url, ALEXA_API_URL=url) as line,
    ):
        line.device = replace(line.device, token="ada")
        spotify.faults.add("delay", "GET /me", seconds=1.2)
        spotify.faults.add("delay", "GET /me/playlists", seconds=1.2)
        answer = await line.says("ListPlaylistsIntent")
    await runner.cleanup()
    assert "Morning Coffee" in answer.speech
    (word,) = (json.loads(body) for body in heard)
    assert word["directive"]["type"] == "VoicePlayer.Speak"
    assert word["header"]["requestId"].startswith("amzn1.echo-api.request.")


@pytest.mark.parametrize("locale", ["en-US", "de-DE", "it-IT", "ja-JP"])
async def test_the_nastiest_names_are_read_and_shown_to_the_end(
    stage: Stage, locale: str
) -> None:
    """Tags, emoji, control characters, right to left, nothing at all: forty of them.

    The suite raises what breaks a rule of responses, so every turn is an answer.
    """
    line, _ = stage
    line.device = replace(
        line.device,
        token="emoji",
        user_id="emoji",
        locale=locale,
        screen=ScreenProfile(),
    )
    await line.says("ListPlaylistsIntent")
    for _page in range(13):
        await line.says("AMAZON.NextIntent")
    for number in range(1, 41):
        await line.says("ListPlaylistsIntent")
        await line.says("SelectIntent", number=str(number))
        await line.says("PlaylistOwnerIntent")
    assert {turn.outcome for turn in line.turns} == {"answered"}
