"""The interaction model: what Amazon's build and certification would refuse."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).parents[2] / "skill-package"
MODELS = sorted((PACKAGE / "interactionModels/custom").glob("*.json"))

# https://developer.amazon.com/docs/custom-skills/best-practices-for-sample-utterances-and-custom-slot-type-values.html
LEGAL = re.compile(r"(?:[^\W\d]|[\s.'’-]|\{[a-z]+\})+")
REQUIRED = {
    f"AMAZON.{name}Intent"
    for name in ("Help", "Stop", "Cancel", "NavigateHome", "Fallback", "Yes", "No")
} | {f"AMAZON.{name}Intent" for name in ("Next", "Previous", "Repeat", "StartOver")}


@pytest.fixture(params=MODELS, ids=lambda path: path.stem)
def model(request: pytest.FixtureRequest) -> dict[str, Any]:
    read = json.loads(request.param.read_text(encoding="utf-8"))
    language: dict[str, Any] = read["interactionModel"]["languageModel"]
    return language


def test_there_is_a_model() -> None:
    assert any(path.stem == "en-US" for path in MODELS)


def test_invocation_name(model: dict[str, Any]) -> None:
    name = model["invocationName"]
    assert name == name.lower()
    assert len(name.split()) >= 2
    assert not set(name.split()) & {"spotify", "alexa", "ask", "play", "skill", "app"}


def test_samples_are_legal_and_enough(model: dict[str, Any]) -> None:
    for intent in model["intents"]:
        for sample in intent["samples"]:
            assert LEGAL.fullmatch(sample), sample
        if not intent["name"].startswith("AMAZON."):
            assert len(set(intent["samples"])) >= 8, intent["name"]


def test_no_two_samples_collide(model: dict[str, Any]) -> None:
    heard = Counter(
        _as_heard(sample, intent)
        for intent in model["intents"]
        for sample in intent["samples"]
    )
    assert [sample for sample, times in heard.items() if times > 1] == []


def test_every_slot_is_declared_and_said(model: dict[str, Any]) -> None:
    for intent in model["intents"]:
        declared = {slot["name"] for slot in intent.get("slots", [])}
        said = set(re.findall(r"\{(\w+)\}", " ".join(intent["samples"])))
        assert said == declared, intent["name"]


def test_search_queries_stand_alone_behind_a_carrier(model: dict[str, Any]) -> None:
    for intent in model["intents"]:
        for slot in intent.get("slots", []):
            if slot["type"] == "AMAZON.SearchQuery":
                for sample in intent["samples"]:
                    assert sample.count("{") == 1
                    assert not sample.startswith("{")


def test_types_have_values_with_ids(model: dict[str, Any]) -> None:
    types = {one["name"]: one["values"] for one in model["types"]}
    used = {
        slot["type"] for intent in model["intents"] for slot in intent.get("slots", [])
    }
    assert {name for name in used if not name.startswith("AMAZON.")} == set(types)
    for name, values in types.items():
        ids = [value["id"] for value in values]
        assert len(set(ids)) == len(ids) > 0, name
        words = [w.casefold() for v in values for w in _words(v)]
        assert [w for w, n in Counter(words).items() if n > 1] == [], name


def test_what_every_skill_must_understand(model: dict[str, Any]) -> None:
    assert {intent["name"] for intent in model["intents"]} >= REQUIRED


def test_example_phrases_are_real_samples() -> None:
    manifest = json.loads((PACKAGE / "skill.json").read_text(encoding="utf-8"))
    locales = manifest["manifest"]["publishingInformation"]["locales"]
    for locale, told in locales.items():
        path = PACKAGE / f"interactionModels/custom/{locale}.json"
        language = json.loads(path.read_text())["interactionModel"]["languageModel"]
        samples = {s for intent in language["intents"] for s in intent["samples"]}
        name = language["invocationName"]
        first, *others = told["examplePhrases"]
        assert first == f"Alexa, open {name}"
        for phrase in others:
            asked = re.fullmatch(rf"Alexa, ask {name} (?:to )?(.*)", phrase)
            assert asked, phrase
            assert asked[1] in samples


def _as_heard(sample: str, intent: dict[str, Any]) -> str:
    types = {slot["name"]: slot["type"] for slot in intent.get("slots", [])}
    plain = re.sub(r"\{(\w+)\}", lambda m: f"<{types[m[1]]}>", sample.casefold())
    return re.sub(r"[^\w<>.]+", " ", plain)


def _words(value: dict[str, Any]) -> list[str]:
    name = value["name"]
    return [name["value"], *name.get("synonyms", [])]
