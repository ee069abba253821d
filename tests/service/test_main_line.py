"""The main job, end to end: signed requests in, the stand-in of Spotify behind."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.service.running import Answer, Line, now, running

pytestmark = pytest.mark.no_cover

LISTS = "GET /me/playlists"
Stage = tuple[Line, RunningSpotify]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with (
        serving(World(now=now)) as spotify,
        running(tmp_path, SPOTIFY_API_URL=spotify.api_url) as line,
    ):
        line.device = replace(line.device, token="ada")
        yield line, spotify


def as_account(line: Line, token: str | None) -> None:
    line.device = replace(line.device, token=token, user_id=f"amzn1.account.{token}")


def well_formed(answer: Answer) -> bool:
    """Whether every piece of speech is XML that Alexa can read."""
    response = answer.json["response"]
    reprompt = response.get("reprompt", {})
    pieces = [response.get("outputSpeech"), reprompt.get("outputSpeech")]
    for piece in pieces:
        if piece and "ssml" in piece:
            ET.fromstring(piece["ssml"])  # noqa: S314 - our own
    return True


async def test_a_launch_tells_the_number_of_playlists_of_that_account(
    stage: Stage,
) -> None:
    line, _ = stage
    answer = await line.opens()
    assert "240 playlists" in answer.speech
    assert "Ada" in answer.speech
    assert answer.json["response"]["shouldEndSession"] is False
    assert answer.json["response"]["reprompt"]


async def test_240_playlists_are_read_in_one_call_and_four_at_once(
    stage: Stage,
) -> None:
    line, spotify = stage
    spotify.faults.add("delay", LISTS, seconds=0.05)
    await line.says("ListPlaylistsIntent")
    assert spotify.counters.calls(LISTS) == 5
    assert spotify.counters.of(LISTS).peak == 4


async def test_two_requests_at_once_with_a_cold_token_make_one_read(
    stage: Stage,
) -> None:
    line, spotify = stage
    spotify.faults.add("delay", LISTS, seconds=0.05)
    first, second = await asyncio.gather(
        line.says("ListPlaylistsIntent"), line.says("ListPlaylistsIntent")
    )
    assert first.status == second.status == 200
    assert spotify.counters.calls(LISTS) == 5


async def test_a_warm_listener_costs_no_call(stage: Stage) -> None:
    line, spotify = stage
    await line.opens()
    spotify.counters.reset()
    answer = await line.opens()
    assert "240 playlists" in answer.speech
    assert spotify.counters.calls() == 0


async def test_pages_go_on_back_and_again(stage: Stage) -> None:
    line, _ = stage
    first = await line.says("ListPlaylistsIntent")
    assert "Morning Coffee" in first.speech
    assert "Road Trip 2026" in first.speech
    assert "Sunday Dinner" not in first.speech
    second = await line.says("AMAZON.NextIntent")
    assert "Sunday Dinner" in second.speech
    again = await line.says("AMAZON.RepeatIntent")
    assert "Sunday Dinner" in again.speech
    back = await line.says("AMAZON.PreviousIntent")
    assert "Morning Coffee" in back.speech


async def test_a_playlist_is_opened_by_its_name(stage: Stage) -> None:
    line, _ = stage
    answer = await line.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Deep Focus" in answer.speech
    assert " by " in answer.speech
    assert answer.json["response"]["shouldEndSession"] is False
    following = await line.says("AMAZON.NextIntent")
    assert following.speech
    assert following.speech != answer.speech


async def test_an_empty_slot_is_asked_for(stage: Stage) -> None:
    line, _ = stage
    answer = await line.says("OpenPlaylistIntent", playlist=None)
    assert answer.speech.endswith("?")
    assert answer.json["response"]["shouldEndSession"] is False


async def test_somebody_elses_playlist_is_explained_by_its_owner(
    stage: Stage,
) -> None:
    line, spotify = stage
    spotify.faults.add("forbidden", "GET /playlists/{id}/items")
    answer = await line.says("OpenPlaylistIntent", playlist="discover weekly")
    assert answer.status == 200
    assert answer.card != "LinkAccount"
    assert answer.speech


@pytest.mark.parametrize("token", ["nobody", "single", "local", "shy", "numeric"])
async def test_every_kind_of_shelf_gets_a_greeting(stage: Stage, token: str) -> None:
    line, _ = stage
    as_account(line, token)
    answer = await line.opens()
    assert line.turns[-1].outcome == "answered"
    assert answer.json["response"]["shouldEndSession"] is False


async def test_a_name_that_looks_like_an_id_is_not_spoken(stage: Stage) -> None:
    line, spotify = stage
    as_account(line, "numeric")
    answer = await line.opens()
    numeric = spotify.world.account("numeric")
    assert numeric
    name = numeric.profile.display_name
    assert name
    assert name not in answer.speech


@pytest.mark.parametrize("token", ["yuki", "jonas", "emoji", "quirky"])
async def test_names_of_all_kinds_are_spoken_as_sound_markup(
    stage: Stage, token: str
) -> None:
    line, _ = stage
    as_account(line, token)
    answer = await line.says("ListPlaylistsIntent")
    assert answer.speech
    for _ in range(16):
        assert well_formed(answer)
        answer = await line.says("AMAZON.NextIntent")
    assert line.turns[-1].outcome == "answered"


async def test_who_is_not_admitted_is_told_so(stage: Stage) -> None:
    line, _ = stage
    as_account(line, "outsider")
    answer = await line.opens()
    assert answer.status == 200
    assert line.turns[-1].reason == "not_admitted"


@pytest.mark.parametrize("token", ["expired", "revoked", "never-heard-of"])
async def test_a_refused_token_leads_to_linking_again(stage: Stage, token: str) -> None:
    line, _ = stage
    as_account(line, token)
    answer = await line.says("ListPlaylistsIntent")
    assert answer.card == "LinkAccount"
    assert answer.json["response"]["shouldEndSession"] is True
    assert line.turns[-1].reason == "link_expired"


FAULTS = [
    *("unauthorized", "forbidden", "forbidden_scope", "forbidden_premium"),
    *("not_registered", "not_found", "rate_limit", "rate_limit_empty", "quota"),
    *("error", "error_html", "unavailable", "html", "not_json", "no_content"),
    *("reset", "truncate", "short"),
]


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_spotify_that_fails_is_a_sentence(stage: Stage, fault: str) -> None:
    line, spotify = stage
    spotify.faults.add(fault, "*")
    answer = await line.says("ListPlaylistsIntent")
    assert answer.status == 200
    assert answer.speech
    assert line.turns[-1].outcome == "apologised"
    assert well_formed(answer)


async def test_a_spotify_that_hangs_is_a_sentence_in_time(stage: Stage) -> None:
    line, spotify = stage
    spotify.faults.add("hang", "*")
    answer = await line.says("ListPlaylistsIntent")
    assert answer.speech
    assert line.turns[-1].reason == "too_slow"
    assert line.turns[-1].deadline_left > 0
