"""Only requests for this skill are answered."""

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope

from service.verification.request_checks import addressed_skills, check_skill
from simulator.alexa import requests
from tests.service.signing import NOW, refused

OURS = frozenset({"amzn1.ask.skill.ours", "amzn1.ask.skill.ours-too"})
DEVICE = requests.DeviceProfile(skill_id="amzn1.ask.skill.ours")
MOMENT = requests.RequestStamp("amzn1.echo-api.request.1", NOW)


@pytest.mark.parametrize(
    "ids",
    [
        ("amzn1.ask.skill.ours", "amzn1.ask.skill.ours"),
        ("amzn1.ask.skill.ours", "amzn1.ask.skill.ours-too"),
        (None, "amzn1.ask.skill.ours"),
        ("amzn1.ask.skill.ours", None),
    ],
)
def test_a_request_for_us_is_accepted(ids: tuple[object, object]) -> None:
    check_skill(ids, OURS)


@pytest.mark.parametrize(
    "ids",
    [
        ("amzn1.ask.skill.theirs", "amzn1.ask.skill.theirs"),
        ("amzn1.ask.skill.ours", "amzn1.ask.skill.theirs"),
        ("amzn1.ask.skill.theirs", "amzn1.ask.skill.ours"),
        (None, "amzn1.ask.skill.theirs"),
        ("amzn1.ask.skill.ours", ""),
        ("AMZN1.ASK.SKILL.OURS", None),
        ("amzn1.ask.skill.ours", 7),
        ("amzn1.ask.skill.ours", ["amzn1.ask.skill.ours"]),
        ("amzn1.ask.skill.ours", False),
    ],
)
def test_a_request_for_somebody_else_is_refused(ids: tuple[object, object]) -> None:
    with refused("skill_foreign"):
        check_skill(ids, OURS)


def test_a_request_for_nobody_is_refused() -> None:
    with refused("skill_missing"):
        check_skill((None, None), OURS)


def read(envelope: requests.Json) -> RequestEnvelope:
    text = requests.encode(envelope).decode()
    envelope_read: RequestEnvelope = DefaultSerializer().deserialize(
        text, RequestEnvelope
    )
    return envelope_read


def test_both_places_of_an_envelope_are_looked_at() -> None:
    envelope = requests.launch(DEVICE, MOMENT, requests.AlexaSession())
    envelope["session"]["application"] = {"applicationId": "amzn1.ask.skill.theirs"}
    assert addressed_skills(read(envelope)) == (
        "amzn1.ask.skill.theirs",
        "amzn1.ask.skill.ours",
    )


def test_a_skill_event_has_no_session() -> None:
    event = requests.skill_event(DEVICE, MOMENT, "SkillDisabled")
    assert addressed_skills(read(event)) == (None, "amzn1.ask.skill.ours")


@pytest.mark.parametrize("system", [None, "text", 5])
def test_an_envelope_without_application_names_nobody(system: object) -> None:
    envelope = RequestEnvelope(context=None)
    assert addressed_skills(envelope) == (None, None)
    envelope.context = type("Odd", (), {"system": system})()
    assert addressed_skills(envelope) == (None, None)
