"""What Alexa would refuse is refused here, with a size and never a word of it."""

import json

import pytest
from ask_sdk_model import Response
from ask_sdk_model.ui import (
    Image,
    PlainTextOutputSpeech,
    Reprompt,
    SimpleCard,
    SsmlOutputSpeech,
    StandardCard,
)

from handlers.responses.apl import LARGEST_RESPONSE
from service import serialization
from service.serialization.response import LONGEST_TEXT, OversizedResponse


def speech(length: int) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml="s" * length)


def test_a_byte_past_the_limit() -> None:
    response = Response(api_response="ü")
    size = len(serialization.encode(response, None))
    assert serialization.encode(response, None, limit=size)
    with pytest.raises(OversizedResponse) as refused:
        serialization.encode(response, None, limit=size - 1)
    trouble = refused.value
    assert (trouble.size, trouble.limit) == (size, size - 1)
    assert trouble.part == "response"


def test_attributes_count() -> None:
    with pytest.raises(OversizedResponse, match="response: "):
        serialization.encode(None, {"a": "x" * LARGEST_RESPONSE})


@pytest.mark.parametrize(
    ("part", "response"),
    [
        ("speech", Response(speech(LONGEST_TEXT + 1))),
        ("speech", Response(PlainTextOutputSpeech(text="x" * 8_001))),
        ("reprompt", Response(reprompt=Reprompt(speech(8_001)))),
        ("card", Response(card=SimpleCard(title="t", content="c" * 8_000))),
        (
            "card",
            Response(
                card=StandardCard(
                    "t" * 4_000, "x" * 3_999, Image("https://a", "https://b")
                )
            ),
        ),
    ],
)
def test_a_text_past_its_limit(part: str, response: Response) -> None:
    with pytest.raises(OversizedResponse) as refused:
        serialization.encode(response, None)
    assert (refused.value.part, refused.value.limit) == (part, LONGEST_TEXT)
    assert refused.value.size > LONGEST_TEXT


def test_texts_at_their_limits() -> None:
    response = Response(
        output_speech=speech(8_000),
        card=SimpleCard(title="t" * 4_000, content="c" * 4_000),
        reprompt=Reprompt(speech(8_000 - 1)),
    )
    assert serialization.encode(response, None)


def test_a_reprompt_without_speech() -> None:
    assert json.loads(serialization.encode(Response(reprompt=Reprompt()), None))[
        "response"
    ] == {"reprompt": {}}


def test_the_sentence_never_tells_what_was_said() -> None:
    with pytest.raises(OversizedResponse) as refused:
        serialization.encode(Response(speech(9_000)), None)
    assert str(refused.value) == "speech: 9000 > 8000"
