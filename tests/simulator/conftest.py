"""A small interaction model in two scripts, and the console with the real skill."""

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from simulator.alexa.interaction_model import LanguageModel, parse_model
from simulator.console.console import Console, Sessions
from simulator.console.step_report import StepReport
from simulator.console.steps import AnyStep, InitialState


def model_file(**language_model: Any) -> bytes:
    return json.dumps(
        {"interactionModel": {"languageModel": language_model}}, ensure_ascii=False
    ).encode()


def entity(value: str, *synonyms: str, key: str = "") -> dict[str, Any]:
    name = {"value": value, "synonyms": list(synonyms)}
    return {"id": key, "name": name} if key else {"name": name}


ENGLISH = model_file(
    invocationName="record shelf",
    intents=[
        {
            "name": "ListPlaylistsIntent",
            "slots": [],
            "samples": ["what are my playlists", "list my playlists", "my playlists"],
        },
        {
            "name": "OpenPlaylistIntent",
            "slots": [{"name": "playlist", "type": "UserPlaylist"}],
            "samples": ["open {playlist}", "{playlist}", "what's on {playlist}"],
        },
        {
            "name": "SelectIntent",
            "slots": [
                {"name": "number", "type": "AMAZON.NUMBER"},
                {"name": "position", "type": "Position"},
            ],
            "samples": [
                "open number {number}",
                "number {number}",
                "the {position} one",
                "{position} one",
            ],
        },
        {
            "name": "RecommendIntent",
            "slots": [
                {"name": "mood", "type": "Mood"},
                {"name": "artist", "type": "AMAZON.SearchQuery"},
            ],
            "samples": [
                "what should i listen to",
                "play something {mood}",
                "recommend {mood} music",
                "something like {artist}",
                "{artist}'s neighbours",
                "open a {mood} one",
            ],
        },
        {"name": "DislikeIntent", "samples": ["i don't like this"]},
        {"name": "AMAZON.YesIntent", "samples": ["that is the one"]},
        {"name": "AMAZON.NextIntent", "samples": []},
        {"name": "AMAZON.FallbackIntent", "samples": []},
    ],
    types=[
        {"name": "UserPlaylist", "values": [entity("Morning Coffee", "coffee music")]},
        {"name": "Mood", "values": [entity("calm", "quiet", "relaxing", key="calm")]},
        {
            "name": "Position",
            "values": [entity("first", key="1"), entity("second", "other", key="2")],
        },
    ],
)

JAPANESE = model_file(
    invocationName="レコード 棚",
    intents=[
        {"name": "ListPlaylistsIntent", "samples": ["プレイリスト を 見せて"]},
        {
            "name": "OpenPlaylistIntent",
            "slots": [{"name": "playlist", "type": "UserPlaylist"}],
            "samples": ["{playlist} を開いて", "{playlist}"],
        },
        {
            "name": "SelectIntent",
            "slots": [{"name": "number", "type": "AMAZON.NUMBER"}],
            "samples": ["{number} 番", "{number}番目"],
        },
        {"name": "AMAZON.NextIntent", "samples": []},
    ],
    types=[{"name": "UserPlaylist", "values": [entity("朝のコーヒー")]}],
)


@pytest.fixture(scope="session")
def english() -> LanguageModel:
    return parse_model(ENGLISH, "en-US")


@pytest.fixture(scope="session")
def japanese() -> LanguageModel:
    return parse_model(JAPANESE, "ja-JP")


MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


class Wall:
    """A clock on the wall that only its owner moves."""

    def __init__(self, moment: datetime = MORNING) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def pass_(self, **by: float) -> None:
        self.moment += timedelta(**by)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
async def sessions(wall: Wall) -> AsyncIterator[Sessions]:
    # The clock stands still within a step, so that a busy machine changes no answer:
    # with little time left, the skill searches less.
    sessions = Sessions(wall, lambda: 0.0)
    yield sessions
    await sessions.close()


@pytest.fixture
async def console(sessions: Sessions) -> Console:
    """Ada before a large screen, in English, with the real skill behind it."""
    return await sessions.begin(InitialState(began=MORNING))


async def report_after(console: Console, deed: AnyStep) -> StepReport:
    """Does something after which something is heard."""
    seen = await console.perform(deed)
    assert seen is not None
    return seen
