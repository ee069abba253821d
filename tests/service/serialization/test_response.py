"""Models in, bytes out: what is left out, what is kept, what is too much."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import msgspec
import pytest
from ask_sdk_model import Directive, Response
from ask_sdk_model.dialog import ElicitSlotDirective
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective
from ask_sdk_model.services.reminder_management import Trigger, TriggerType
from ask_sdk_model.ui import (
    PlainTextOutputSpeech,
    SsmlOutputSpeech,
)

from service import serialization
from service.serialization import model_codec


def written(response: Response | None, attributes: Any = None) -> Any:
    return json.loads(serialization.encode(response, attributes))


class TestWhatIsLeftOut:
    def test_an_undecided_end_of_the_session(self) -> None:
        answer = written(Response(output_speech=SsmlOutputSpeech(ssml="<speak/>")))
        assert answer == {
            "version": "1.0",
            "response": {"outputSpeech": {"type": "SSML", "ssml": "<speak/>"}},
        }

    def test_everything_where_there_is_no_answer(self) -> None:
        assert serialization.encode(None, None) == b'{"version":"1.0","response":{}}'
        assert written(Response()) == {"version": "1.0", "response": {}}

    def test_nothing_that_is_false_empty_or_zero(self) -> None:
        response = Response(
            output_speech=PlainTextOutputSpeech(text=""),
            directives=[],
            should_end_session=False,
            api_response=0,
        )
        assert written(response, {}) == {
            "version": "1.0",
            "sessionAttributes": {},
            "response": {
                "outputSpeech": {"type": "PlainText", "text": ""},
                "directives": [],
                "shouldEndSession": False,
                "apiResponse": 0,
            },
        }

    def test_no_null_of_the_skills_own_data(self) -> None:
        assert written(None, {"at": None})["sessionAttributes"] == {"at": None}


class Mood(Enum):
    CALM = "calm"


class TestWhatIsWritten:
    def test_models_within_lists_and_documents_as_they_are(self) -> None:
        document: dict[str, object] = {"type": "APL", "items": [{"text": None}]}
        directives: list[Directive] = [
            RenderDocumentDirective(token="t", document=document),
            ElicitSlotDirective(slot_to_elicit="playlist"),
        ]
        assert written(Response(directives=directives))["response"]["directives"] == [
            {
                "type": "Alexa.Presentation.APL.RenderDocument",
                "token": "t",
                "document": document,
            },
            {"type": "Dialog.ElicitSlot", "slotToElicit": "playlist"},
        ]

    def test_a_prepared_document(self) -> None:
        document: Any = msgspec.Raw(b'{"type":"APL"}')
        response = Response(directives=[RenderDocumentDirective(document=document)])
        (directive,) = written(response)["response"]["directives"]
        assert directive["document"] == {"type": "APL"}

    def test_moments_members_and_decimals(self) -> None:
        noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
        trigger = Trigger(
            object_type=TriggerType.SCHEDULED_ABSOLUTE, scheduled_time=noon
        )
        response = Response(api_response={"trigger": trigger, "half": Decimal("0.5")})
        assert written(response, {"mood": Mood.CALM}) == {
            "version": "1.0",
            "sessionAttributes": {"mood": "calm"},
            "response": {
                "apiResponse": {
                    "trigger": {
                        "type": "SCHEDULED_ABSOLUTE",
                        "scheduledTime": "2026-11-22T12:00:00+00:00",
                    },
                    "half": 0.5,
                }
            },
        }

    def test_a_moment_that_is_text_already(self) -> None:
        trigger = Trigger(scheduled_time="2026-11-22T12:00")  # type: ignore[arg-type]
        answer = written(Response(api_response=trigger))["response"]["apiResponse"]
        assert answer == {"scheduledTime": "2026-11-22T12:00"}

    def test_names_in_every_script(self) -> None:
        name = "Übermut 音楽 🎸"
        answer = written(Response(output_speech=PlainTextOutputSpeech(text=name)))
        assert answer["response"]["outputSpeech"]["text"] == name

    def test_nothing_else(self) -> None:
        with pytest.raises(TypeError):
            serialization.encode(None, {"odd": object()})


def test_plain_speech_ends_the_session() -> None:
    assert json.loads(serialization.plain_speech("Sorry.")) == {
        "version": "1.0",
        "response": {
            "outputSpeech": {"type": "PlainText", "text": "Sorry."},
            "shouldEndSession": True,
        },
    }


@pytest.mark.parametrize("body", [b"NaN", b"[Infinity]", b"{", b"\xff", b"\xff\xfe1"])
def test_what_is_no_json(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        model_codec.loads(body)
