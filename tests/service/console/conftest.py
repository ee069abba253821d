"""A small interaction model in two scripts, for whoever listens."""

import json
from typing import Any

import pytest

from service.console.interaction_model import LanguageModel, parse_model


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
