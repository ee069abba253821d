"""What a listener hears when Spotify's answers are odd, at one endpoint or at all."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.alexa.requests import AlexaSession
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.service.running import Line, now, running

pytestmark = pytest.mark.no_cover

Stage = tuple[Line, RunningSpotify]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The whole service before a fake Spotify, for the listener Ada."""
    async with (
        serving(World(now=now)) as spotify,
        running(tmp_path, SPOTIFY_API_URL=spotify.api_url) as line,
    ):
        line.device = replace(line.device, token="ada")
        yield line, spotify


@pytest.mark.parametrize("endpoint", ["GET /search", "GET /artists/{id}/albums"])
async def test_one_endpoints_limit_does_not_silence_the_skill(
    stage: Stage, endpoint: str
) -> None:
    line, spotify = stage
    spotify.faults.add("rate_limit", endpoint, retry_after=86_400)
    await line.says("RecommendIntent")
    assert line.turns[-1].outcome == "answered"
    answer = await line.says("ListPlaylistsIntent")
    assert "240 playlists" in answer.speech


async def test_a_passing_404_of_ones_own_list_is_asked_for_again(stage: Stage) -> None:
    line, spotify = stage
    spotify.faults.add("not_found", "GET /me/playlists", times=1)
    answer = await line.says("ListPlaylistsIntent")
    assert "240 playlists" in answer.speech


async def test_a_lasting_404_of_ones_own_list_is_not_told_as_removed(
    stage: Stage,
) -> None:
    line, spotify = stage
    spotify.faults.add("not_found", "GET /me/playlists")
    await line.says("ListPlaylistsIntent")
    assert line.turns[-1].reason == "unavailable"


async def test_a_refresh_that_fails_says_so_and_loses_nothing(stage: Stage) -> None:
    line, spotify = stage
    await line.says("ListPlaylistsIntent")
    spotify.faults.add("not_found", "GET /me/playlists")
    answer = await line.says("RefreshIntent")
    assert "can't refresh it right now" in answer.speech
    answer = await line.says("ListPlaylistsIntent")
    assert "240 playlists" in answer.speech
    spotify.faults.clear()


@pytest.mark.parametrize("kind", ["permissions_missing", "forbidden_scope"])
async def test_a_missing_permission_costs_its_source_only(
    stage: Stage, kind: str
) -> None:
    line, spotify = stage
    spotify.faults.add(kind, "GET /me/top/*")
    await line.says("RecommendIntent")
    assert line.turns[-1].outcome == "answered"


@pytest.mark.parametrize("refusal", ["forbidden", "not_found"])
async def test_a_playlist_that_was_refused_is_not_recommended(
    stage: Stage, refusal: str
) -> None:
    line, spotify = stage
    before = await line.says("RecommendPlaylistIntent")
    (name,) = re.findall(r"^How about (.*?),", before.speech)
    spotify.faults.add(refusal, "GET /playlists/{id}/items")
    await line.says("SelectIntent", number="1")
    assert line.turns[-1].reason in ("forbidden", "not_found")
    spotify.faults.clear()
    line.session = AlexaSession()
    after = await line.says("RecommendPlaylistIntent")
    assert name not in after.speech
    line.session = AlexaSession()
    await line.says("RefreshIntent")
    again = await line.says("RecommendPlaylistIntent")
    assert name in again.speech


@pytest.mark.parametrize("kind", ["error", "not_found", "rate_limit", "forbidden"])
async def test_without_the_account_the_lists_are_answered(
    stage: Stage, kind: str
) -> None:
    line, spotify = stage
    spotify.faults.add(kind, "GET /me")
    assert "240 playlists" in (await line.opens()).speech
    assert "240 playlists" in (await line.says("ListPlaylistsIntent")).speech
    await line.says("RecommendIntent")
    assert line.turns[-1].outcome == "answered"


@pytest.mark.parametrize("kind", ["error", "not_found", "rate_limit", "forbidden"])
async def test_without_the_playlists_the_rest_is_answered(
    stage: Stage, kind: str
) -> None:
    line, spotify = stage
    spotify.faults.add(kind, "GET /me/playlists")
    answer = await line.opens()
    assert answer.json["response"]["shouldEndSession"] is False
    assert line.turns[-1].outcome == "answered"
    assert line.turns[-1].reason is not None
    for intent in ("RecommendIntent", "TopTracksIntent", "WhoseAccountIntent"):
        answer = await line.says(intent)
        assert line.turns[-1].outcome == "answered", (intent, answer.speech)


async def test_where_nothing_is_answered_the_greeting_says_so(stage: Stage) -> None:
    line, spotify = stage
    spotify.faults.add("error", "*")
    await line.opens()
    assert line.turns[-1].outcome == "apologised"


@pytest.mark.parametrize(
    ("intent", "endpoint"),
    [
        ("RediscoverIntent", "GET /playlists/{id}/items"),
        ("WhichPlaylistIntent", "GET /playlists/{id}/items"),
        ("NewReleasesIntent", "GET /artists/{id}/albums"),
    ],
)
async def test_a_question_about_many_is_not_gone_with_them(
    stage: Stage, intent: str, endpoint: str
) -> None:
    line, spotify = stage
    spotify.faults.add("not_found", endpoint)
    answer = await line.says(intent, song="Satellites")
    assert "removed" not in answer.speech


async def test_an_open_playlist_survives_a_refresh_that_fails(stage: Stage) -> None:
    line, spotify = stage
    await line.says("ListPlaylistsIntent")
    await line.says("SelectIntent", number="1")
    spotify.faults.add("error", "GET /playlists/{id}/items")
    await line.says("RefreshIntent")
    await line.says("ListPlaylistsIntent")
    after = await line.says("SelectIntent", number="1")
    assert "this is from a minute ago" in after.speech
    assert "42 tracks" in after.speech


async def test_a_known_listener_with_a_new_token_is_answered_without_the_account(
    stage: Stage,
) -> None:
    line, spotify = stage
    await line.opens()
    line.device = replace(line.device, token="ada~rotated")
    spotify.faults.add("error", "GET /me")
    for intent in ("ListPlaylistsIntent", "RecommendIntent", "TopTracksIntent"):
        await line.says(intent)
        assert line.turns[-1].outcome == "answered", intent
