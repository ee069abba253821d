"""Requests are signed, fresh, and of whom they ought to be."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from simulator.alexa.requests import Signer
from tests.load.traffic import FRESH, TURNS, Traffic

KEY = rsa.generate_private_key(65537, 2048)


@pytest.fixture
def traffic() -> Traffic:
    return Traffic(Signer(KEY), listeners=4)


def parts(wire: bytes) -> tuple[dict[str, str], bytes]:
    head, _, body = wire.partition(b"\r\n\r\n")
    lines = head.decode().split("\r\n")[1:]
    return dict(line.split(": ", 1) for line in lines), body


def tokens(wires: list[bytes]) -> list[str]:
    bodies = (json.loads(parts(wire)[1]) for wire in wires)
    return [body["context"]["System"]["user"]["accessToken"] for body in bodies]


def verify(wire: bytes) -> dict[str, Any]:
    headers, body = parts(wire)
    signature = base64.b64decode(headers["Signature-256"])
    KEY.public_key().verify(signature, body, PKCS1v15(), SHA256())
    read: dict[str, Any] = json.loads(body)
    return read


def test_every_request_is_signed_and_has_an_id_of_its_own(traffic: Traffic) -> None:
    wires = [*traffic.launches(6), *traffic.mixed(30), *traffic.cold(3)]
    read = [verify(wire) for wire in wires]
    assert len({each["request"]["requestId"] for each in read}) == len(wires)
    sent = datetime.fromisoformat(read[0]["request"]["timestamp"])
    assert abs((datetime.now(UTC) - sent).total_seconds()) < 60


def test_who_asks(traffic: Traffic) -> None:
    assert tokens(traffic.launches(5)) == [
        *("load-0", "load-1", "load-2", "load-3", "load-0"),
    ]
    assert tokens(traffic.cold(2)) == [f"load-{FRESH}", f"load-{FRESH + 1}"]


def test_a_rotated_token_is_another_one_of_the_same_account(traffic: Traffic) -> None:
    found = tokens(traffic.rotated(8))
    assert len(set(found)) == 8
    assert {one.partition("~")[0] for one in found} == {f"load-{n}" for n in range(4)}


def test_a_session_begins_with_opening_the_skill(traffic: Traffic) -> None:
    kinds = set()
    for wire in traffic.mixed(200):
        request = verify(wire)["request"]
        kinds.add(request.get("intent", {}).get("name", request["type"]))
    assert kinds == {"LaunchRequest", *(name for name, _ in TURNS)}


def test_an_intent_is_asked_for_by_name(traffic: Traffic) -> None:
    (wire,) = traffic.asked(1, "AMAZON.HelpIntent")
    assert verify(wire)["request"]["intent"]["name"] == "AMAZON.HelpIntent"


def test_what_anybody_can_send_is_not_signed(traffic: Traffic) -> None:
    with pytest.raises(InvalidSignature):
        verify(traffic.forged())
    assert b"signature" not in traffic.bare().lower()
