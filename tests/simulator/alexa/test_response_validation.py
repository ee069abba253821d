"""The rules of every response, each broken once on purpose."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import RequestEnvelope, Response

from handlers import Responder
from simulator.alexa.requests import DeviceProfile, ScreenProfile
from simulator.alexa.response_validation import (
    BrokenResponse,
    ResponseValidator,
    broken_rules,
    log_violation,
    raise_violation,
)
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, playlist
from tests.handlers.skill import configuration


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


def conversation(words: Responder, validator: ResponseValidator) -> Alexa:
    skill = configuration(Collection(shelf=(playlist("Gym"),)), responder=words)
    skill.response_interceptors.append(validator)
    return Alexa(skill)


async def test_a_conversation_breaks_no_rule() -> None:
    violations: list[BrokenResponse] = []
    alexa = conversation(Responder.read(), ResponseValidator(violations.append))
    await alexa.opens()
    alexa.device = DeviceProfile(skill_id="s", token="ada", screen=ScreenProfile())
    await alexa.says("ListPlaylistsIntent")
    await alexa.says("AMAZON.StopIntent")
    await alexa.announces("SkillEnabled")
    assert violations == []


async def test_a_broken_message_is_reported(tmp_path: Path) -> None:
    violations: list[BrokenResponse] = []
    tmp_path.joinpath("en-US.ftl").write_text("goodbye =\n    .speech = Bye?\n")
    words = Responder.read(tmp_path)
    alexa = conversation(words, ResponseValidator(violations.append))
    with pytest.raises(AssertionError):
        await alexa.says("AMAZON.StopIntent")
    assert violations[0].rules == ("session: closed with a question",)
    assert str(violations[0]) == "session: closed with a question"


def test_encoded_directives_are_checked_too() -> None:
    raw: Any = msgspec.Raw(json.dumps({"type": "X", "a": "é" * 13_000}).encode())
    violations: list[BrokenResponse] = []
    validator = ResponseValidator(violations.append)
    handler_input = HandlerInput(RequestEnvelope())
    validator.process(handler_input, Response(directives=[raw]))
    validator.process(handler_input, None)
    assert [each.rules for each in violations] == [("response: too large",)]


def test_what_becomes_of_a_violation(caplog: pytest.LogCaptureFixture) -> None:
    violation = BrokenResponse(["card: too long", "session: null"])
    log_violation(violation)
    assert caplog.messages == [
        "a response breaks a rule: card: too long, session: null"
    ]
    with pytest.raises(BrokenResponse):
        raise_violation(violation)
