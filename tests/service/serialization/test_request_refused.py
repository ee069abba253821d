"""Bytes in, no models out: what is no envelope."""

from typing import Any

import pytest

from service.serialization import request
from service.serialization.request import MalformedEnvelope
from tests.service.envelopes import Json, asked, decode, intent


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
def test_what_is_no_envelope(body: bytes, reason: str) -> None:
    with pytest.raises(MalformedEnvelope, match=f"^{reason}$") as refused:
        request.decode(body)
    assert refused.value.reason == reason
    shown = refused.value.__cause__ or refused.value.__context__
    assert shown is None or refused.value.__suppress_context__


@pytest.mark.parametrize(
    "stamp", ["", "soon", "10", "12:00Z", 1767225600, [], {}, True, "2026-13-01"]
)
@pytest.mark.parametrize("kind", ["LaunchRequest", "Alexa.Tomorrow"])
def test_a_garbage_timestamp(stamp: Any, kind: str) -> None:
    with pytest.raises(MalformedEnvelope, match="timestamp"):
        decode(asked(request__timestamp=stamp, request__type=kind))


def test_session_attributes_that_cannot_be_copied() -> None:
    deep: Any = []
    for _ in range(500):
        deep = [deep]
    with pytest.raises(MalformedEnvelope, match="nesting"):
        decode(asked(session__attributes={"deep": deep}))


def test_slot_values_within_slot_values_without_end() -> None:
    value: Json = {"type": "Simple"}
    for _ in range(400):
        value = {"type": "List", "values": [value]}
    with pytest.raises(MalformedEnvelope, match="nesting"):
        decode(intent(s={"slotValue": value}))
