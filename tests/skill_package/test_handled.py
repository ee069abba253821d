"""What the model promises: every intent has somebody who answers it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ask_sdk_runtime.skill import RuntimeConfiguration

from providers.sample_library import SampleLibrary
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.skill import configuration

MODELS = Path(__file__).parents[2] / "skill-package/interactionModels/custom"


def intents(locale: str) -> dict[str, list[str]]:
    """Every intent of the model, and its slots."""
    read = json.loads((MODELS / f"{locale}.json").read_text(encoding="utf-8"))
    return {
        intent["name"]: [slot["name"] for slot in intent.get("slots", [])]
        for intent in read["interactionModel"]["languageModel"]["intents"]
    }


def skill() -> RuntimeConfiguration:
    return configuration(SampleLibrary(lambda: NOON))


@pytest.fixture
def alexa() -> Alexa:
    return Alexa(skill())


def test_nobody_answers_what_cannot_be_said() -> None:
    handled = {
        intent
        for chain in skill().request_mappers[0].request_handler_chains
        for intent in getattr(chain.request_handler, "intents", None) or ()
    }
    assert handled - set(intents("en-US")) - {"AMAZON.MoreIntent"} == set()


@pytest.mark.slow
@pytest.mark.parametrize("intent", sorted(intents("en-US")))
@pytest.mark.parametrize(
    "value",
    [
        lambda name: None,  # noqa: ARG005 - a slot is always empty
        lambda name: "",  # noqa: ARG005 - or says nothing
        lambda name: "?",  # noqa: ARG005 - or was not understood
        lambda name: f"absurd {name} " * 60,
        lambda name: "purple & <elephants>",  # noqa: ARG005
    ],
    ids=["absent", "empty", "unclear", "long", "absurd"],
)
async def test_every_intent_is_answered_whatever_its_slots_hold(
    alexa: Alexa, intent: str, value: Callable[[str], str | None]
) -> None:
    slots = {name: value(name) for name in intents("en-US")[intent]}
    reply = await alexa.says(intent, **slots)
    assert reply.speech
    assert reply.turn.outcome == "answered"
    unlinked = Alexa(alexa.skill)
    unlinked.unlinks()
    assert (await unlinked.says(intent, **slots)).turn.outcome != "failed"
