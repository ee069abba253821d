"""Slots: empty, absurd, doubtful, resolved to several values."""

import pytest
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Intent, IntentRequest, LaunchRequest, RequestEnvelope, Slot
from ask_sdk_model.slu.entityresolution import (
    Resolution,
    Resolutions,
    Status,
    StatusCode,
    Value,
    ValueWrapper,
)

from handlers import request

STATIC = "amzn1.er-authority.echo-sdk.skill.UserPlaylist"
DYNAMIC = "amzn1.er-authority.echo-sdk.dynamic.skill.UserPlaylist"


def heard(**found: Slot | None) -> HandlerInput:
    asked = IntentRequest(intent=Intent("X", slots=found))  # type: ignore[arg-type]
    return HandlerInput(RequestEnvelope(request=asked))


def resolution(
    authority: str | None, *ids: str | None, code: StatusCode | None = None
) -> Resolution:
    found = [ValueWrapper(Value(name="n", id=one)) for one in ids]
    return Resolution(authority, Status(code or StatusCode.ER_SUCCESS_MATCH), found)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("deep focus", "deep focus"),
        ("  deep \n focus ", "deep focus"),
        ("", None),
        ("   ", None),
        (None, None),
        (7, None),
        ("x" * 500, "x" * request.HEARD_LIMIT),
    ],
)
def test_heard(value: object, words: str | None) -> None:
    here = heard(playlist=Slot(name="playlist", value=value))  # type: ignore[arg-type]
    assert request.slot_text(here, "playlist") == words


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("5", 5),
        ("-1", -1),
        ("007", 7),
        ("?", None),
        ("five", None),
        ("--5", None),
        ("-", None),
        ("1" * 12, None),
        ("5.5", None),
        ("²", None),
        (None, None),
    ],
)
def test_numbers(value: str | None, number: int | None) -> None:
    here = heard(number=Slot(name="number", value=value))
    assert request.slot_number(here, "number") == number


def test_no_intent_no_slot() -> None:
    launch = HandlerInput(RequestEnvelope(request=LaunchRequest()))
    assert request.slot_text(launch, "playlist") is None
    bare = HandlerInput(RequestEnvelope(request=IntentRequest()))
    assert request.slot_text(bare, "playlist") is None
    assert request.slot_text(heard(playlist=None), "playlist") is None
    assert request.resolved_ids(heard(playlist=Slot()), "playlist") == ()


def test_own_names_and_the_models_values_are_told_apart() -> None:
    found = [
        resolution(STATIC, "model-1", "model-2"),
        resolution(DYNAMIC, "own-1", "own-2", None),
        resolution(None, "odd"),
        resolution(DYNAMIC, "no", code=StatusCode.ER_SUCCESS_NO_MATCH),
    ]
    here = heard(playlist=Slot(value="x", resolutions=Resolutions(found)))
    assert request.resolved_ids(here, "playlist") == ("model-1", "model-2", "odd")
    assert request.dynamic_entity_ids(here, "playlist") == ("own-1", "own-2")


def test_resolutions_without_anything() -> None:
    nothing = Resolution(STATIC, None, None)
    empty = Resolution(STATIC, Status(StatusCode.ER_SUCCESS_MATCH), [ValueWrapper()])
    for one in (nothing, empty):
        here = heard(playlist=Slot(value="x", resolutions=Resolutions([one])))
        assert request.resolved_ids(here, "playlist") == ()
