"""Usual envelopes become structs, unusual ones the SDK's models; both read the same."""

import json
from typing import Any

import msgspec
import pytest
from ask_sdk_core import utils
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Context, RequestEnvelope, Session

from service import serialization
from service.serialization.request import (
    MalformedEnvelope,
    UsualContext,
    UsualLaunchRequest,
    UsualSession,
    decode_unusual,
)
from tests.service.envelopes import RECORDED, Json, asked, decode
from tests.service.sdk_strategies import REJECTED, as_the_sdk_reads, same
from tests.service.serialization.test_warm_up import bodies


@pytest.mark.parametrize("body", bodies())
def test_every_kept_envelope_is_usual_and_reads_the_same_both_ways(body: bytes) -> None:
    usual: Any = serialization.decode(body)
    unusual = decode_unusual(body)
    assert isinstance(usual.context, UsualContext)
    assert isinstance(usual.session, UsualSession)
    is_usual = usual.request.object_type in ("LaunchRequest", "IntentRequest")
    assert isinstance(usual.request, UsualLaunchRequest) is is_usual
    assert type(unusual.context) is Context
    assert type(unusual.session) is Session
    assert same(usual, unusual)
    theirs = as_the_sdk_reads(body.decode(), RequestEnvelope)
    assert theirs is REJECTED or same(unusual, theirs)


@pytest.mark.parametrize("read", [serialization.decode, decode_unusual])
def test_the_functions_of_the_sdk_work_on_both(read: Any) -> None:
    there = HandlerInput(read(RECORDED))
    data = msgspec.json.decode(RECORDED)
    system = data["context"]["System"]
    assert utils.get_user_id(there) == system["user"]["userId"]
    assert utils.get_account_linking_access_token(there) == system["user"].get(
        "accessToken"
    )
    assert utils.get_device_id(there) == system["device"]["deviceId"]
    assert utils.get_api_access_token(there) == system["apiAccessToken"]
    assert utils.is_new_session(there) is data["session"]["new"]
    assert utils.get_supported_interfaces(there).alexa_presentation_apl is not None


@pytest.mark.parametrize(
    "change",
    [
        {"session__user": "text"},
        {"session__new": "yes"},
        {"session__attributes": []},
        {"session__attributes": {"n": "\ud800"}},
        {"context__System": 5},
        {"context__System__user": {"userId": 5}},
        {"context__System__device": {"supportedInterfaces": []}},
        {"context": []},
    ],
)
def test_any_part_of_another_shape_is_read_as_the_sdk_reads_it(change: Json) -> None:
    data = asked(**change)
    read = decode(data)
    assert type(read.session) is Session
    assert same(read, decode_unusual(json.dumps(data).encode()))


def test_what_nobody_reads_may_be_anything() -> None:
    long = "1" * 5000
    body = json.dumps(asked(context__Viewport={"dpi": "N"})).replace('"N"', long)
    context: Any = serialization.decode(body.encode()).context
    assert isinstance(context, UsualContext)


def nested(levels: int) -> Json:
    """A context whose screen has this many components, each inside another one."""
    seen: Json = {"uid": "1"}
    for _ in range(levels):
        seen = {"children": [seen]}
    return {"Alexa.Presentation.APL": {"componentsVisibleOnScreen": [seen]}}


def test_components_nested_as_deep_as_a_request_may_be() -> None:
    body = json.dumps(asked(context=nested(60))).encode()
    context: Any = serialization.decode(body).context
    assert context == UsualContext()
    assert same(serialization.decode(body), decode_unusual(body))


@pytest.mark.parametrize("levels", [70, 400, 3_000, 6_000, 60_000])
def test_a_part_without_end_is_refused_on_every_python(levels: int) -> None:
    body = json.dumps(asked(context=nested(0)))
    deep = '{"children":[' * levels + "{}" + "]}" * levels
    with pytest.raises(MalformedEnvelope, match="nesting"):
        serialization.decode(body.replace('{"uid": "1"}', deep).encode())


@pytest.mark.parametrize("system", [None, "text", 5])
def test_without_a_system(system: Any) -> None:
    context = decode(asked(context__System=system)).context
    assert context
    assert context.system is None
