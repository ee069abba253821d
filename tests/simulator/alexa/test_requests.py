"""The simulator's requests: Amazon's own models read them, and signatures are real."""

import base64
import json
from datetime import UTC
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import (
    IntentRequest,
    LaunchRequest,
    RequestEnvelope,
    SessionEndedRequest,
)
from ask_sdk_model.events.skillevents import (
    AccountLinkedRequest,
    SkillDisabledRequest,
    SkillEnabledRequest,
)
from ask_sdk_model.interfaces.alexa.presentation.apl import UserEvent
from ask_sdk_model.interfaces.system import ExceptionEncounteredRequest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.request_checks import check_signature, read_signature
from simulator.alexa import requests
from simulator.alexa.requests import AlexaSession, DeviceProfile, RequestStamp, Signer
from tests.service.signing import NOW, signer_key, signing_key

SKILL = "amzn1.ask.skill.ours"
DEVICE = DeviceProfile(skill_id=SKILL, token="listener-1")
MOMENT = RequestStamp("amzn1.echo-api.request.1", NOW)
WRONG = "INVALID_RESPONSE"
SESSION = AlexaSession("amzn1.echo-api.session.1", new=False, attributes={"page": 2})


def read(envelope: requests.Json) -> Any:
    """Everything in these models is optional; the tests walk them freely."""
    text = requests.encode(envelope).decode()
    return DefaultSerializer().deserialize(text, RequestEnvelope)


@pytest.mark.parametrize(
    ("envelope", "kind"),
    [
        (requests.launch(DEVICE, MOMENT, SESSION), LaunchRequest),
        (requests.intent(DEVICE, MOMENT, SESSION, "AMAZON.HelpIntent"), IntentRequest),
        (requests.session_ended(DEVICE, MOMENT, SESSION), SessionEndedRequest),
        (requests.user_event(DEVICE, MOMENT, SESSION, ["open", 3]), UserEvent),
        (
            requests.exception_encountered(
                DEVICE, MOMENT, SESSION, "INVALID_RESPONSE", "r"
            ),
            ExceptionEncounteredRequest,
        ),
        (requests.account_linked(DEVICE, MOMENT, "new"), AccountLinkedRequest),
        (requests.skill_event(DEVICE, MOMENT, "SkillEnabled"), SkillEnabledRequest),
        (requests.skill_event(DEVICE, MOMENT, "SkillDisabled"), SkillDisabledRequest),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_amazons_models_read_every_kind(envelope: requests.Json, kind: type) -> None:
    request = read(envelope).request
    assert (request.request_id, request.timestamp) == (MOMENT.request_id, NOW)
    assert type(request) is kind


def test_what_went_wrong_is_told() -> None:
    ended = requests.session_ended(
        DEVICE, MOMENT, SESSION, "ERROR", ("INVALID_RESPONSE", "too long")
    )
    request = read(ended).request
    assert request.reason.value == "ERROR"
    assert request.error.object_type.value == "INVALID_RESPONSE"
    assert request.error.message == "too long"
    refused = requests.exception_encountered(
        DEVICE, MOMENT, SESSION, "INVALID_RESPONSE", "earlier"
    )
    assert read(refused).request.cause.request_id == "earlier"


def test_a_touch_carries_its_arguments() -> None:
    event = requests.user_event(DEVICE, MOMENT, SESSION, ["open", 3], "playlists")
    request = read(event).request
    assert (request.arguments, request.token) == (["open", 3], "playlists")


def test_a_skill_event_is_outside_any_session() -> None:
    event = requests.account_linked(DEVICE, MOMENT, "new")
    assert "session" not in event
    envelope = read(event)
    assert envelope.request.body.access_token == "new"
    assert envelope.request.event_creation_time == NOW
    assert envelope.context.system.user.user_id == DEVICE.user_id
    assert envelope.context.system.user.access_token is None


def test_the_same_arguments_give_the_same_bytes() -> None:
    one, two = (
        requests.encode(
            requests.launch(DEVICE, RequestStamp("r", NOW.astimezone(UTC)), SESSION)
        )
        for _ in range(2)
    )
    assert one == two


def test_text_travels_as_utf_8() -> None:
    envelope = requests.intent(
        DEVICE, MOMENT, SESSION, "X", {"name": "Pokémon ポケモン"}
    )
    assert "Pokémon ポケモン".encode() in requests.encode(envelope)


@given(st.text().filter(str.isprintable), st.text().filter(str.isprintable))
@settings(max_examples=50)
def test_any_words_survive_the_way(name: str, value: str) -> None:
    envelope = requests.intent(DEVICE, MOMENT, SESSION, "X", {name: value})
    assert json.loads(requests.encode(envelope)) == envelope


def test_the_headers_are_those_of_a_signed_request() -> None:
    body = requests.encode(requests.launch(DEVICE, MOMENT, SESSION))
    headers = Signer(signer_key()).headers(body)
    assert headers["SignatureCertChainUrl"] == requests.CHAIN_URL
    assert headers["Content-Type"].startswith("application/json")
    assert len(base64.b64decode(headers["Signature-256"])) == 256
    check_signature(signing_key(), read_signature(headers["Signature-256"]), body)


def test_the_chain_may_be_said_to_lie_elsewhere() -> None:
    headers = Signer(signer_key(), "https://s3.amazonaws.com/echo.api/x").headers(b"")
    assert headers["SignatureCertChainUrl"] == "https://s3.amazonaws.com/echo.api/x"
