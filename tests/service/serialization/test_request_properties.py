"""Against the SDK's own serializer, over envelopes made from what the SDK declares."""

import json
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request, RequestEnvelope, Response, ResponseEnvelope
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from service import serialization
from service.serialization.request import MalformedEnvelope, decode_unusual
from tests.service.sdk_strategies import (
    REJECTED,
    as_the_sdk_reads,
    json_values,
    models,
    same,
)

parts = st.sampled_from(["request", "context", "session", "version"])
whole_values = json_values.map(json.dumps).map(
    lambda text: json.loads(mended(text))  # as a session brings them
)
modest = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def mended(text: str) -> str:
    """The JSON without the half surrogate pairs of `sdk.texts`, which only we mend."""
    return text.replace(r"\ud800", r"\ufffd")


@st.composite
def envelopes(draw: st.DrawFn, *, wild: bool) -> dict[str, Any]:
    data: dict[str, Any] = draw(models(RequestEnvelope, wild=wild))
    if not wild or draw(st.booleans()):
        data["request"] = draw(models(Request, wild=wild))
    return data


@pytest.mark.slow
@modest
@given(envelopes(wild=False))
def test_reads_what_the_sdk_declares_as_the_sdk_does(data: dict[str, Any]) -> None:
    text = json.dumps(data)
    theirs = as_the_sdk_reads(mended(text), RequestEnvelope)
    assert theirs is not REJECTED
    assert same(serialization.decode(text.encode()), theirs)


@modest
@given(envelopes(wild=True))
@example({"request": {"type": "LaunchRequest"}, "session": [], "context": ""})
@example({"request": {"type": "LaunchRequest"}, "context": {"Viewports": "no"}})
def test_reads_whatever_the_sdk_accepts_as_the_sdk_does(data: dict[str, Any]) -> None:
    text = json.dumps(data)
    theirs = as_the_sdk_reads(mended(text), RequestEnvelope)
    try:
        ours = serialization.decode(text.encode())
    except MalformedEnvelope:
        assert theirs is REJECTED or theirs.request is None
        return
    assert theirs is REJECTED or same(ours, theirs)


@modest
@given(envelopes(wild=False) | envelopes(wild=True))
def test_both_ways_read_the_same(data: dict[str, Any]) -> None:
    body = json.dumps(data).encode()
    try:
        unusual = decode_unusual(body)
    except MalformedEnvelope as refused:
        with pytest.raises(MalformedEnvelope, match=refused.reason):
            serialization.decode(body)
        return
    assert same(serialization.decode(body), unusual)


@modest
@given(json_values | st.dictionaries(parts, json_values))
def test_any_json_is_an_envelope_or_malformed(data: Any) -> None:
    try:
        decoded = serialization.decode(json.dumps(data).encode())
    except MalformedEnvelope:
        return
    assert decoded.request is not None


@modest
@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_malformed(body: bytes) -> None:
    try:
        serialization.decode(body)
    except MalformedEnvelope:
        return
    raise AssertionError("bytes without a request were taken for an envelope")


@modest
@given(
    models(Response, wild=False),
    st.none() | st.dictionaries(st.text(), whole_values, max_size=2),
)
def test_writes_what_the_sdk_writes(
    data: dict[str, Any], attributes: dict[str, Any] | None
) -> None:
    response = as_the_sdk_reads(mended(json.dumps(data)), Response)
    expected = json.dumps(
        DefaultSerializer().serialize(
            ResponseEnvelope("1.0", attributes, None, response)
        )
    )
    written = serialization.encode(response, attributes, limit=10**9)
    assert json.loads(written) == json.loads(expected)
