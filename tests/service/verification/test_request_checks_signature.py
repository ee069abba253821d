"""A signature covers the raw bytes, and only Alexa's key can make it."""

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.errors import VerificationError
from service.verification.request_checks import (
    SigningKey,
    check_signature,
    read_signature,
)
from simulator.alexa.certificates import new_key
from simulator.alexa.requests import Signer
from tests.service.signing import refused, signer_key, signing_key

BODY = '{"request": {"value": "Pokémon ポケモン 🎧"}}'.encode()


def check(key: SigningKey, header: str | None, body: bytes) -> None:
    """What the door does with a request's header."""
    check_signature(key, read_signature(header), body)


def signed(body: bytes) -> str:
    return Signer(signer_key()).sign(body)


@pytest.mark.parametrize(
    "body", [BODY, b"", b"\xff\xfe not UTF-8 \x00", b"\xef\xbb\xbf{}", b"x" * 65536]
)
def test_the_signature_of_any_bytes_is_accepted(body: bytes) -> None:
    check(signing_key(), signed(body), body)


def test_one_other_byte_is_refused() -> None:
    with refused("signature_wrong"):
        check(signing_key(), signed(BODY), BODY + b" ")


def test_the_same_json_written_otherwise_is_refused() -> None:
    escaped = json.dumps(json.loads(BODY)).encode()
    with refused("signature_wrong"):
        check(signing_key(), signed(BODY), escaped)


def test_another_key_is_refused() -> None:
    forged = Signer(new_key()).sign(BODY)
    with refused("signature_wrong"):
        check(signing_key(), forged, BODY)


def test_the_old_hash_is_refused() -> None:
    old = signer_key().sign(BODY, padding.PKCS1v15(), SHA1())  # noqa: S303
    with refused("signature_wrong"):
        check(signing_key(), base64.b64encode(old).decode(), BODY)


def test_another_padding_is_refused() -> None:
    scheme = padding.PSS(padding.MGF1(SHA256()), padding.PSS.MAX_LENGTH)
    other = signer_key().sign(BODY, scheme, SHA256())
    with refused("signature_wrong"):
        check(signing_key(), base64.b64encode(other).decode(), BODY)


def test_without_the_header_the_request_is_refused() -> None:
    with refused("signature_missing"):
        check(signing_key(), None, BODY)


@pytest.mark.parametrize("header", ["", "aGVsbG8NCg==", "AAAA"])
def test_base64_of_something_else_is_refused(header: str) -> None:
    with refused("signature_wrong"):
        check(signing_key(), header, BODY)


@pytest.mark.parametrize(
    "header",
    [
        "....$#%@$se",
        "a",
        "=",
        "aGVsbG8NCg",
        "aGVsbG8NCg=",
        "aGVsbG8NCg===",
        "aGVs\nbG8NCg==",
        " aGVsbG8NCg==",
        "aGVsbG8NCg==aGVs",
        "aGVs-G8_Cg==",
        "é",
        "\udcff",
    ],
)
def test_what_is_not_strict_base64_is_refused(header: str) -> None:
    with refused("signature_unreadable"):
        check(signing_key(), header, BODY)


def test_noise_around_a_good_signature_is_refused() -> None:
    with refused("signature_unreadable"):
        read_signature(signed(BODY)[:-4] + "\r\n" + signed(BODY)[-4:])


@given(st.one_of(st.text(), st.binary().map(lambda b: base64.b64encode(b).decode())))
@settings(max_examples=150)
def test_any_header_is_refused(header: str) -> None:
    with pytest.raises(VerificationError) as caught:
        check(signing_key(), header, BODY)
    assert caught.value.reason in {"signature_unreadable", "signature_wrong"}


@given(st.binary(max_size=300), st.data())
@settings(max_examples=50)
def test_any_change_of_any_body_is_noticed(body: bytes, data: st.DataObject) -> None:
    other = data.draw(st.binary(max_size=300).filter(lambda changed: changed != body))
    signature = signed(body)
    check(signing_key(), signature, body)
    with refused("signature_wrong"):
        check(signing_key(), signature, other)
