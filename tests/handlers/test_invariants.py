"""The rules of every response, each broken once on purpose."""

import json
from typing import Any

import msgspec
import pytest
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import RequestEnvelope, Response

from handlers import BrokenResponse, Dependencies, Responder, skill_configuration
from handlers.invariants import Invariants, broken_rules
from simulator.alexa.requests import DeviceProfile, ScreenProfile
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection


def speech(text: str) -> dict[str, str]:
    return {"type": "SSML", "ssml": f"<speak>{text}</speak>"}


def good() -> dict[str, Any]:
    return {
        "outputSpeech": speech("Hello. What now?"),
        "reprompt": {"outputSpeech": speech("What now?")},
        "shouldEndSession": False,
        "card": {"type": "Simple", "title": "A", "content": "R&B <3 and more"},
    }


def test_a_good_response_breaks_nothing() -> None:
    assert list(broken_rules(good(), apl=False)) == []
    assert list(broken_rules({}, apl=False)) == []
    closed = {"outputSpeech": speech("Goodbye."), "shouldEndSession": True}
    assert list(broken_rules(closed, apl=False)) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"outputSpeech": speech("Hello.")}, "session: open without a question"),
        ({"reprompt": None}, "session: open without a reprompt"),
        ({"shouldEndSession": True}, "session: closed with a question"),
        ({"shouldEndSession": None}, "session: null"),
        ({"outputSpeech": speech("R&B?")}, "speech: not well-formed"),
        ({"outputSpeech": {"type": "SSML", "ssml": "a<b?"}}, "speech: not well-formed"),
        (
            {"reprompt": {"outputSpeech": speech("<b>What?")}},
            "reprompt: not well-formed",
        ),
        ({"outputSpeech": speech("a" * 8_000 + "?")}, "speech: too long"),
        ({"card": {"title": "A", "content": "a" * 8_000}}, "card: too long"),
        ({"card": {"title": "A", "content": "a <break/> b"}}, "card: not plain"),
        ({"card": {"title": "A &amp; B", "content": ""}}, "card: not plain"),
        (
            {"directives": [{"type": "Alexa.Presentation.APL.RenderDocument"}]},
            "directives: visuals without a screen",
        ),
        ({"directives": [{"type": "X", "a": "é" * 13_000}]}, "response: too large"),
    ],
)
def test_each_rule(changes: dict[str, Any], rule: str) -> None:
    assert rule in list(broken_rules(good() | changes, apl=False))


def test_visuals_where_there_is_a_screen() -> None:
    visual = {"directives": [{"type": "Alexa.Presentation.APL.RenderDocument"}]}
    assert list(broken_rules(good() | visual, apl=True)) == []


@pytest.fixture
def objections() -> list[BrokenResponse]:
    return []


@pytest.fixture
def watched(
    collection: Collection, words: Responder, objections: list[BrokenResponse]
) -> Alexa:
    around = Dependencies(object_to=objections.append)
    return Alexa(skill_configuration(collection, words, around))


async def test_nobody_objects_to_a_conversation(
    watched: Alexa, objections: list[BrokenResponse]
) -> None:
    await watched.opens()
    watched.device = DeviceProfile(skill_id="s", token="ada", screen=ScreenProfile())
    await watched.says("ListPlaylistsIntent")
    await watched.says("AMAZON.StopIntent")
    await watched.announces("SkillEnabled")
    assert objections == []


async def test_a_broken_message_is_objected_to(
    collection: Collection, objections: list[BrokenResponse]
) -> None:
    words = Responder({"en-US": "goodbye =\n    .speech = Bye?\n"}, {})
    around = Dependencies(object_to=objections.append)
    alexa = Alexa(skill_configuration(collection, words, around))
    with pytest.raises(AssertionError):
        await alexa.says("AMAZON.StopIntent")
    assert objections[0].rules == ("session: closed with a question",)
    assert str(objections[0]) == "session: closed with a question"


def test_encoded_directives_are_looked_at_too() -> None:
    raw: Any = msgspec.Raw(json.dumps({"type": "X", "a": "é" * 13_000}).encode())
    objections: list[BrokenResponse] = []
    checker = Invariants(objections.append)
    heard = HandlerInput(RequestEnvelope())
    checker.process(heard, Response(directives=[raw]))
    checker.process(heard, None)
    assert [one.rules for one in objections] == [("response: too large",)]
