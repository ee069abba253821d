"""Bytes in, models out: what is tolerated, what is refused, what is put off."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_model import (
    IntentRequest,
    Request,
    RequestEnvelope,
    SlotValue,
)
from ask_sdk_model.events.skillevents import AccountLinkedRequest
from ask_sdk_model.slu.entityresolution import StatusCode

from service import serialization
from service.serialization.request import decode_unusual
from tests.service.envelopes import RECORDED, Json, asked, decode, intent, request_of
from tests.service.sdk_strategies import as_the_sdk_reads, same


def unusual(data: Json) -> Any:
    """Return the request of the SDK's models, which have what nobody reads, too."""
    return decode_unusual(json.dumps(data).encode()).request


class TestWhatIsRead:
    def test_a_recorded_request_as_the_sdk_reads_it(self) -> None:
        theirs = as_the_sdk_reads(RECORDED.decode(), RequestEnvelope)
        assert same(serialization.decode(RECORDED), theirs)

    def test_the_token_of_the_account(self) -> None:
        data = asked(context__System__user={"userId": "u", "accessToken": "t"})
        context = decode(data).context
        assert context
        assert context.system
        assert context.system.user
        assert context.system.user.access_token == "t"

    def test_a_timestamp_with_its_zone(self) -> None:
        stamp = request_of(asked(request__timestamp="2026-01-01T01:00:00+01:00"))
        assert stamp.timestamp == datetime(2026, 1, 1, tzinfo=UTC)

    def test_a_skill_event_without_a_session(self) -> None:
        data = asked(
            session=None,
            request__type="AlexaSkillEvent.SkillAccountLinked",
            request__body={"accessToken": "t"},
        )
        request = request_of(data)
        assert isinstance(request, AccountLinkedRequest)
        assert request.body
        assert request.body.access_token == "t"

    def test_nothing_but_a_request(self) -> None:
        read = decode({"request": {"type": "LaunchRequest"}})
        assert (read.version, read.session, read.context) == (None, None, None)
        assert read.request
        assert read.request.object_type == "LaunchRequest"
        assert read.request.timestamp is None

    @pytest.mark.parametrize("code", [0xD800, 0xDBFF, 0xDC00, 0xDFFF])
    def test_half_a_surrogate_pair_is_replaced_everywhere(self, code: int) -> None:
        half = chr(code)
        data = asked(
            request={
                "type": "IntentRequest",
                "locale": half,
                "intent": {"name": half, "slots": {"s": {"name": "s", "value": half}}},
            },
            session__attributes={half: [half]},
        )
        envelope = decode(data)
        request, session = envelope.request, envelope.session
        assert isinstance(request, IntentRequest)
        assert request.intent
        assert session
        assert request.intent.slots
        texts = request.locale, request.intent.name, request.intent.slots["s"].value
        assert texts == ("\ufffd",) * 3
        assert session.attributes == {"\ufffd": ["\ufffd"]}

    def test_half_a_surrogate_pair_in_a_type(self) -> None:
        request = request_of(asked(request__type="\ud800", request__news="\ud800"))
        assert request.object_type == "\ufffd"
        assert vars(request)["raw"]["news"] == "\ufffd"

    @pytest.mark.parametrize(
        ("escaped", "text"),
        [
            (r"\ud83d\ude00", "\U0001f600"),
            (r"\uD83D\uDE00", "\U0001f600"),
            (r"\ud83d\ud83d\ude00", "\ufffd\U0001f600"),
            (r"\ude00\ud83d", "\ufffd\ufffd"),
            (r"\ud83d\u0041", "\ufffdA"),
            (r"\\ud83d", r"\ud83d"),
            (r"\\\ud83d", "\\\ufffd"),
        ],
    )
    def test_only_halves_are_replaced(self, escaped: str, text: str) -> None:
        data = asked(request__locale="HERE", session__attributes={"n": "\ud800"})
        body = json.dumps(data).replace("HERE", escaped)
        request = serialization.decode(body.encode()).request
        assert request
        assert request.locale == text

    def test_a_number_past_the_floats(self) -> None:
        body = json.dumps(asked(session__attributes={"n": "N"})).replace('"N"', "1e999")
        session = serialization.decode(body.encode()).session
        assert session
        assert session.attributes == {"n": float("inf")}


class TestWhatIsTolerated:
    def test_an_unknown_request_type_keeps_its_json(self) -> None:
        data = asked(request__type="Alexa.Tomorrow", request__news=[1])
        request = request_of(data)
        assert type(request) is Request
        assert request.object_type == "Alexa.Tomorrow"
        assert request.request_id == "r"
        assert request.timestamp == datetime(2026, 1, 1, tzinfo=UTC)
        assert vars(request)["raw"] == data["request"]

    def test_an_unknown_enumeration_value_stays_as_it_is(self) -> None:
        request = unusual(intent(s={"name": "s", "confirmationStatus": "MAYBE"}))
        assert request.intent.slots["s"].confirmation_status == "MAYBE"

    def test_an_unknown_slot_type(self) -> None:
        slot = {"name": "s", "slotValue": {"type": "Cloud", "rain": 1}}
        value = unusual(intent(s=slot)).intent.slots["s"].slot_value
        assert type(value) is SlotValue
        assert value.object_type == "Cloud"
        assert vars(value)["raw"] == {"type": "Cloud", "rain": 1}

    def test_a_slot_value_without_a_type(self) -> None:
        value = unusual(intent(s={"slotValue": {}})).intent.slots["s"].slot_value
        assert type(value) is SlotValue
        assert value.object_type is None

    @pytest.mark.parametrize("key", ["__class__", "__dict__", "user_id", "x", "raw"])
    def test_an_unknown_property_is_left_out(self, key: str) -> None:
        session = decode(asked(session__user={"userId": "u", key: {"a": 1}})).session
        assert session
        assert session.user
        assert session.user.user_id == "u"
        assert not hasattr(session.user, "x")
        assert not hasattr(session.user, "raw")
        assert type(session.user).__name__ == "UsualUser"

    def test_null_where_a_value_is_expected(self) -> None:
        slot = {"name": None, "confirmationStatus": None, "resolutions": None}
        slots = request_of(intent(s=slot, t=None)).intent.slots
        assert slots["s"].resolutions is slots["s"].name is slots["t"] is None

    @pytest.mark.parametrize("shape", ["text", 5, True, ["a"], {"dpi": "much"}])
    def test_an_optional_part_of_another_shape_is_absent(self, shape: Any) -> None:
        read = decode(asked(context__Viewport=shape, session__user=shape))
        viewport = getattr(read.context, "viewport", None)
        assert viewport is None or viewport.dpi is None
        assert read.session
        assert read.session.user is None or read.session.user.user_id is None

    @pytest.mark.parametrize("shape", ["text", 5, True, ["a"]])
    def test_a_session_or_context_of_another_shape_is_absent(self, shape: Any) -> None:
        read = decode(asked(session=shape, context=shape))
        assert (read.session, read.context) == (None, None)

    @pytest.mark.parametrize("shape", ["text", 5, [{"name": "s"}]])
    def test_slots_of_another_shape_are_absent(self, shape: Any) -> None:
        data = intent()
        data["request"]["intent"]["slots"] = shape
        assert request_of(data).intent.slots is None

    def test_an_enumeration_value_that_is_no_text(self) -> None:
        request = unusual(intent(s={"confirmationStatus": ["NONE"]}))
        assert request.intent.slots["s"].confirmation_status is None


def test_the_sdk_works_on_what_was_read() -> None:
    read = serialization.decode(RECORDED)
    attributes = AttributesManager(read).session_attributes
    assert attributes
    assert attributes["shelf"]["of"] == 240
    request: Any = read.request
    assert request.intent
    assert request.intent.slots
    resolutions = request.intent.slots["playlist"].resolutions
    assert resolutions
    assert resolutions.resolutions_per_authority
    found = resolutions.resolutions_per_authority[0]
    assert found.status
    assert found.status.code is StatusCode.ER_SUCCESS_MATCH
    assert found.values
    assert found.values[0].value
    assert found.values[0].value.name == "Rainy Sunday"
