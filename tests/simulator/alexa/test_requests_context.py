"""The context of a request: listener, device and session, as Amazon writes them."""

import json
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import (
    RequestEnvelope,
)

from simulator.alexa import requests
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    ScreenProfile,
    SlotMatch,
    SlotValue,
)
from tests.service.signing import NOW

SKILL = "amzn1.ask.skill.ours"
DEVICE = DeviceProfile(skill_id=SKILL, token="listener-1")
MOMENT = RequestStamp("amzn1.echo-api.request.1", NOW)
WRONG = "INVALID_RESPONSE"
SESSION = AlexaSession("amzn1.echo-api.session.1", new=False, attributes={"page": 2})


def read(envelope: requests.Json) -> Any:
    """Everything in these models is optional; the tests walk them freely."""
    text = requests.encode(envelope).decode()
    return DefaultSerializer().deserialize(text, RequestEnvelope)


def test_a_session_carries_its_state_and_its_user() -> None:
    session = read(requests.launch(DEVICE, MOMENT, SESSION)).session
    assert (session.new, session.session_id) == (False, SESSION.id)
    assert session.attributes == {"page": 2}
    assert session.application.application_id == SKILL
    assert session.user.access_token == "listener-1"
    assert AlexaSession().new


def test_the_context_says_who_where_and_how_to_reach_amazon() -> None:
    system = read(requests.launch(DEVICE, MOMENT, SESSION)).context.system
    assert system.application.application_id == SKILL
    assert system.user.user_id == DEVICE.user_id
    assert system.user.access_token == "listener-1"
    assert system.device.device_id == DEVICE.device_id
    assert system.api_endpoint == "https://api.amazonalexa.com"
    assert system.api_access_token == DEVICE.api_token
    assert system.person is None


@pytest.mark.parametrize("locale", ["en-US", "de-DE", "ja-JP", "pt-BR"])
def test_the_locale_is_the_devices(locale: str) -> None:
    device = DeviceProfile(skill_id=SKILL, locale=locale)
    assert read(requests.launch(device, MOMENT, SESSION)).request.locale == locale


def test_without_a_link_there_is_no_token_anywhere() -> None:
    envelope = requests.launch(DeviceProfile(skill_id=SKILL), MOMENT, SESSION)
    assert "accessToken" not in json.dumps(envelope)


@pytest.mark.parametrize("token", [None, "their-own"])
def test_a_recognised_speaker_is_named(token: str | None) -> None:
    device = DeviceProfile(
        skill_id=SKILL, token="t", person_id="p-1", person_token=token
    )
    person = read(requests.launch(device, MOMENT, SESSION)).context.system.person
    assert (person.person_id, person.access_token) == ("p-1", token)


def test_a_screen_is_announced_with_its_size() -> None:
    device = DeviceProfile(
        skill_id=SKILL, screen=ScreenProfile(apl="1.9", width=480, shape="ROUND")
    )
    context = read(requests.launch(device, MOMENT, SESSION)).context
    interface = context.system.device.supported_interfaces.alexa_presentation_apl
    assert interface.runtime.max_version == "1.9"
    assert context.viewport.current_pixel_width == 480
    assert context.viewport.shape.value == "ROUND"


def test_without_a_screen_none_is_announced() -> None:
    context = read(requests.launch(DEVICE, MOMENT, SESSION)).context
    assert context.system.device.supported_interfaces.alexa_presentation_apl is None
    assert context.viewport is None


def slots(**given: SlotValue | str | None) -> dict[str, Any]:
    envelope = requests.intent(DEVICE, MOMENT, SESSION, "OpenPlaylistIntent", given)
    found: dict[str, Any] = read(envelope).request.intent.slots
    return found


def test_an_intent_without_slots_has_none() -> None:
    envelope = requests.intent(DEVICE, MOMENT, SESSION, "AMAZON.StopIntent")
    assert read(envelope).request.intent.name == "AMAZON.StopIntent"
    assert "slots" not in envelope["request"]["intent"]


def test_a_slot_may_be_plain_text_or_silence() -> None:
    found = slots(playlist="focus", mood=None)
    assert (found["playlist"].name, found["playlist"].value) == ("playlist", "focus")
    assert found["playlist"].resolutions is None
    assert found["mood"].value is None


def test_a_static_match_is_the_models_answer() -> None:
    found = slots(mood=SlotValue("calm", (SlotMatch("Calm", "calm"),), "Mood"))
    [answer] = found["mood"].resolutions.resolutions_per_authority
    assert answer.authority == f"amzn1.er-authority.echo-sdk.{SKILL}.Mood"
    assert answer.status.code.value == "ER_SUCCESS_MATCH"
    assert [(one.value.name, one.value.id) for one in answer.values] == [
        ("Calm", "calm")
    ]


def test_a_dynamic_match_comes_beside_the_models_answer() -> None:
    found = slots(
        playlist=SlotValue("focus", (SlotMatch("Focus", "1", dynamic=True),), "List")
    )
    static, dynamic = found["playlist"].resolutions.resolutions_per_authority
    assert static.status.code.value == "ER_SUCCESS_NO_MATCH"
    assert dynamic.authority == f"amzn1.er-authority.echo-sdk.dynamic.{SKILL}.List"
    assert dynamic.values[0].value.id == "1"


def test_no_match_is_an_answer_too() -> None:
    found = slots(playlist=SlotValue("fokus", ()))
    [answer] = found["playlist"].resolutions.resolutions_per_authority
    assert answer.status.code.value == "ER_SUCCESS_NO_MATCH"
    assert answer.values is None


def test_the_time_is_written_in_utc_and_whole_seconds() -> None:
    tokyo = timezone(timedelta(hours=9))
    moment = RequestStamp("r", datetime(2026, 1, 1, 8, 30, 15, 999999, tzinfo=tokyo))
    assert moment.iso_timestamp == "2025-12-31T23:30:15Z"
