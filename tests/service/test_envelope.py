"""Bytes in, models out: what is tolerated, what is refused, what is put off."""

import copy
import json
import pickle
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_model import (
    Context,
    IntentRequest,
    LaunchRequest,
    Request,
    RequestEnvelope,
    SlotValue,
)
from ask_sdk_model.events.skillevents import AccountLinkedRequest
from ask_sdk_model.slu.entityresolution import StatusCode

from service import envelope
from service.envelope import MalformedEnvelope
from tests.service.sdk import as_the_sdk_reads, same

Json = dict[str, Any]

RECORDED = (Path(__file__).parent / "data" / "intent_request.json").read_bytes()


def asked(**changes: Any) -> Json:
    """A LaunchRequest's envelope; a change to None removes, `a__b` goes inside."""
    data: Json = {
        "version": "1.0",
        "session": {"sessionId": "s", "user": {"userId": "u"}},
        "context": {"System": {"user": {"userId": "u"}}},
        "request": {
            "type": "LaunchRequest",
            "requestId": "r",
            "timestamp": "2026-01-01T00:00:00Z",
        },
    }
    for path, value in changes.items():
        *folders, name = path.split("__")
        place = data
        for folder in folders:
            place = place[folder]
        place[name] = value
    return data


def decode(data: Any) -> RequestEnvelope:
    return envelope.decode(json.dumps(data).encode())


def request_of(data: Json) -> Any:
    return decode(data).request


def intent(**slots: Any) -> Json:
    named = {"name": "I", "slots": slots}
    return asked(request__type="IntentRequest", request__intent=named)


class TestWhatIsRead:
    def test_a_recorded_request_as_the_sdk_reads_it(self) -> None:
        theirs = as_the_sdk_reads(RECORDED.decode(), RequestEnvelope)
        assert same(envelope.decode(RECORDED), theirs)

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
        assert isinstance(read.request, LaunchRequest)
        assert read.request.timestamp is None

    def test_half_a_surrogate_pair(self) -> None:
        assert request_of(asked(request__locale="\ud800")).locale == "\ud800"

    def test_a_number_past_the_floats(self) -> None:
        body = json.dumps(asked(session__attributes={"n": "N"})).replace('"N"', "1e999")
        session = envelope.decode(body.encode()).session
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
        request = request_of(intent(s={"name": "s", "confirmationStatus": "MAYBE"}))
        assert request.intent.slots["s"].confirmation_status == "MAYBE"

    def test_an_unknown_slot_type(self) -> None:
        slot = {"name": "s", "slotValue": {"type": "Cloud", "rain": 1}}
        value = request_of(intent(s=slot)).intent.slots["s"].slot_value
        assert type(value) is SlotValue
        assert value.object_type == "Cloud"
        assert vars(value)["raw"] == {"type": "Cloud", "rain": 1}

    def test_a_slot_value_without_a_type(self) -> None:
        value = request_of(intent(s={"slotValue": {}})).intent.slots["s"].slot_value
        assert type(value) is SlotValue
        assert value.object_type is None

    @pytest.mark.parametrize("key", ["__class__", "__dict__", "user_id", "x", "raw"])
    def test_an_unknown_property_is_left_out(self, key: str) -> None:
        session = decode(asked(session__user={"userId": "u", key: {"a": 1}})).session
        assert session
        assert session.user
        assert session.user.user_id == "u"
        assert "x" not in vars(session.user)
        assert "raw" not in vars(session.user)
        assert type(session.user).__name__ == "User"

    def test_null_where_a_value_is_expected(self) -> None:
        slot = {"name": None, "confirmationStatus": None, "resolutions": None}
        slots = request_of(intent(s=slot, t=None)).intent.slots
        assert slots["s"].resolutions is slots["s"].name is slots["t"] is None

    @pytest.mark.parametrize("shape", ["text", 5, True, ["a"], {"dpi": "much"}])
    def test_an_optional_part_of_another_shape_is_absent(self, shape: Any) -> None:
        read = decode(asked(context__Viewport=shape, session__user=shape))
        assert read.context
        assert read.context.viewport is None or read.context.viewport.dpi is None
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
        request = request_of(intent(s={"confirmationStatus": ["NONE"]}))
        assert request.intent.slots["s"].confirmation_status is None


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("body", "reason"),
        [
            (b"", "json"),
            (b"{", "json"),
            (b'{"request": NaN}', "json"),
            (b'{"version": -Infinity}', "json"),
            (b'{"version": ' + b"1" * 5000 + b"}", "json"),
            (b"[]", "shape"),
            (b"null", "shape"),
            (b'"text"', "shape"),
            (b"\xff\xfe{\x00}\x00", "encoding"),
            (b'{"unread": "\xff"}', "encoding"),
            (b'\xef\xbb\xbf{"request": {"type": "LaunchRequest"}}', "json"),
            (b"{}", "request"),
            (b'{"request": null}', "request"),
            (b'{"request": "LaunchRequest"}', "request"),
            (b'{"request": [], "context": {"System": {}}}', "request"),
            (b'{"request": {}}', "type"),
            (b'{"request": {"type": null}}', "type"),
            (b'{"request": {"type": ""}}', "type"),
            (b'{"request": {"type": ["LaunchRequest"]}}', "type"),
            (b"[" * 100_000, "nesting"),
            (b'{"unread": ' + b"[" * 5000 + b"]" * 5000 + b"}", "nesting"),
        ],
        ids=lambda value: str(value[:40]),
    )
    def test_what_is_no_envelope(self, body: bytes, reason: str) -> None:
        with pytest.raises(MalformedEnvelope, match=f"^{reason}$") as refused:
            envelope.decode(body)
        assert refused.value.reason == reason
        shown = refused.value.__cause__ or refused.value.__context__
        assert shown is None or refused.value.__suppress_context__

    @pytest.mark.parametrize(
        "stamp", ["", "soon", "10", "12:00Z", 1767225600, [], {}, True, "2026-13-01"]
    )
    @pytest.mark.parametrize("kind", ["LaunchRequest", "Alexa.Tomorrow"])
    def test_a_garbage_timestamp(self, stamp: Any, kind: str) -> None:
        with pytest.raises(MalformedEnvelope, match="timestamp"):
            decode(asked(request__timestamp=stamp, request__type=kind))

    def test_session_attributes_that_cannot_be_copied(self) -> None:
        deep: Any = []
        for _ in range(500):
            deep = [deep]
        with pytest.raises(MalformedEnvelope, match="nesting"):
            decode(asked(session__attributes={"deep": deep}))

    def test_slot_values_within_slot_values_without_end(self) -> None:
        value: Json = {"type": "Simple"}
        for _ in range(400):
            value = {"type": "List", "values": [value]}
        with pytest.raises(MalformedEnvelope, match="nesting"):
            decode(intent(s={"slotValue": value}))


class TestWhatIsPutOff:
    def context(self) -> Context:
        context = envelope.decode(RECORDED).context
        assert context
        return context

    def test_only_the_system_is_read_at_once(self) -> None:
        assert "system" in vars(self.context())
        assert "viewport" not in vars(self.context())

    def test_a_part_is_read_once(self) -> None:
        context = self.context()
        assert context.viewport
        assert context.viewport.dpi == 213
        assert context.viewport is context.viewport
        assert context.automotive is None

    def test_it_is_a_context_and_equals_one(self) -> None:
        theirs = as_the_sdk_reads(RECORDED.decode(), RequestEnvelope).context
        for part in ("alexa_presentation_apl", "system"):  # what the SDK adds of itself
            setattr(theirs, part, getattr(self.context(), part))
        theirs.extensions = self.context().extensions
        assert isinstance(self.context(), Context)
        assert self.context() == theirs
        assert theirs == self.context()
        assert self.context() == self.context()
        theirs.viewport = None
        assert self.context() != theirs
        assert theirs != self.context()
        assert self.context() != "a context"

    def test_it_is_copied_and_kept_like_any_model(self) -> None:
        context = self.context()
        viewport = self.context().viewport
        assert viewport
        assert copy.deepcopy(context) == context
        assert pickle.loads(pickle.dumps(context)) == context  # noqa: S301 - our own
        assert context.to_dict()["viewport"] == viewport.to_dict()

    def test_it_has_no_other_attributes(self) -> None:
        assert not hasattr(self.context(), "weather")
        with pytest.raises(TypeError):
            hash(self.context())

    def test_numbers_that_nobody_can_read_make_a_part_absent(self) -> None:
        long = "1" * 5000
        body = json.dumps(asked(context__Viewport={"dpi": "N"})).replace('"N"', long)
        context = envelope.decode(body.encode()).context
        assert context
        assert context.viewport is None

    def test_a_part_without_end_is_absent(self) -> None:
        seen: Json = {"uid": "1"}
        for _ in range(400):
            seen = {"children": [seen]}
        apl = {"Alexa.Presentation.APL": {"componentsVisibleOnScreen": [seen]}}
        context = decode(asked(context=apl)).context
        assert context
        assert context.alexa_presentation_apl is None

    def test_half_a_pair_in_a_part_that_was_put_off(self) -> None:
        context = decode(asked(context__AudioPlayer={"token": "\ud800"})).context
        assert context
        assert context.audio_player
        assert context.audio_player.token == "\ud800"

    @pytest.mark.parametrize("system", [None, "text", 5])
    def test_without_a_system(self, system: Any) -> None:
        context = decode(asked(context__System=system)).context
        assert context
        assert context.system is None


def test_the_sdk_works_on_what_was_read() -> None:
    read = envelope.decode(RECORDED)
    attributes = AttributesManager(read).session_attributes
    assert attributes
    assert attributes["shelf"]["of"] == 240
    request = read.request
    assert isinstance(request, IntentRequest)
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
