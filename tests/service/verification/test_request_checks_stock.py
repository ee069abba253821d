"""Ours and Amazon's own verifier agree, but for differences that are meant."""

import base64
import json
import sys
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from types import SimpleNamespace
from typing import Self

import ask_sdk_webservice_support
import pytest
from ask_sdk_webservice_support import verifier_constants as vendor
from cryptography import x509
from hypothesis import given, settings
from hypothesis import strategies as st

from service.verification.errors import VerificationError
from service.verification.request_checks import (
    check_signature,
    check_timestamp,
    read_signature,
)
from simulator.alexa.certificates import Flaw
from simulator.alexa.requests import Signer
from tests.service.signing import (
    NOW,
    chain,
    signer_key,
    signing_key,
    sound_chain,
    validate,
)
from tests.service.stock_verifier import VERIFIER, Verdict, stock, verdict

pytestmark = pytest.mark.no_cover


def test_the_stock_verifier_leaves_no_trace() -> None:
    assert stock().RequestVerifier
    assert VERIFIER not in sys.modules
    assert "certvalidator" not in sys.modules
    assert "certvalidator.errors" not in sys.modules
    assert not hasattr(ask_sdk_webservice_support, "verifier")
    assert stock() is stock()


# Signatures. Theirs takes text for a body, and skips what is not base64.
def of_signature(header: str, body: str) -> tuple[bool, Verdict]:
    leaf = x509.load_pem_x509_certificate(sound_chain().pem)
    check = stock().RequestVerifier()._valid_request_body
    theirs = verdict(check, leaf, header, body)
    try:
        check_signature(signing_key(), read_signature(header), body.encode())
    except VerificationError:
        return False, theirs
    return True, theirs


BODIES = st.text(st.characters(exclude_categories=["Cs"]), max_size=100)


@given(BODIES, BODIES, st.booleans())
@settings(max_examples=60)
def test_we_agree_on_bodies(signed: str, sent: str, same: bool) -> None:
    header = Signer(signer_key()).sign(signed.encode())
    sent = signed if same else sent
    expected = (True, "accepted") if sent == signed else (False, "refused")
    assert of_signature(header, sent) == expected


@given(st.binary().map(base64.b64encode).map(bytes.decode) | st.text(), BODIES)
@settings(max_examples=100)
def test_we_agree_that_other_signatures_are_wrong(header: str, body: str) -> None:
    ours, theirs = of_signature(header, body)
    assert not ours
    assert theirs != "accepted"


def test_the_differences_in_signatures_are_meant() -> None:
    good = Signer(signer_key()).sign(b"{}")
    for noise in (f" {good}", f"{good[:8]}\n{good[8:]}", f"!{good}", f"{good}=="):
        assert of_signature(noise, "{}") == (False, "accepted")
    for garbage in ("....$#%@$se", "a", "é"):
        assert of_signature(garbage, "{}") in [(False, "crashed"), (False, "refused")]
    assert of_signature("aGVsbG8NCg==", "{}") == (False, "refused")
    assert of_signature(good, json.dumps({"name": "Pokémon"})) == (False, "refused")


# Timestamps. Theirs reads its own clock, so that clock is set to our moment.
class Stopped(datetime):
    """A clock that always shows the one moment."""

    @classmethod
    def utcnow(cls) -> Self:
        return cls.now().replace(tzinfo=None)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromtimestamp(NOW.timestamp(), tz or UTC)


@pytest.fixture(scope="module", autouse=True)
def stopped() -> Iterator[None]:
    """Only in this module's own copy of the vendor's code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stock(), "datetime", Stopped)
        yield


def of_timestamp(stamp: datetime | None, kind: str) -> tuple[bool, Verdict]:
    envelope = SimpleNamespace(
        request=SimpleNamespace(timestamp=stamp, object_type=kind)
    )
    theirs = verdict(stock().TimestampVerifier().verify, {}, "", envelope)
    try:
        check_timestamp(stamp, kind, NOW)
    except VerificationError:
        return False, theirs
    return True, theirs


KINDS = st.sampled_from(
    [*sorted(vendor.ALEXA_SKILL_EVENT_LIST), "IntentRequest", "Unknown", ""]
)
NEAR = st.sampled_from([0, 1, 149, 150, 151, 3599, 3600, 3601]).flatmap(
    lambda at: st.floats(at - 1, at + 1) | st.just(float(at))
)


@given(NEAR | st.floats(-1e9, 1e9), st.sampled_from([-1, 1]), KINDS)
@settings(max_examples=200)
def test_we_agree_on_timestamps(seconds: float, sign: int, kind: str) -> None:
    zone = timezone(timedelta(hours=sign * 5))
    stamp = (NOW + sign * timedelta(seconds=seconds)).astimezone(zone)
    ours, theirs = of_timestamp(stamp, kind)
    assert ours == (theirs == "accepted")


@pytest.mark.parametrize(
    ("stamp", "kind", "ours", "theirs"),
    [
        # An event that the vendor's list does not know yet comes as late as the others.
        (NOW - timedelta(minutes=59), "AlexaSkillEvent.New", True, "refused"),
        (NOW.replace(tzinfo=None), "LaunchRequest", False, "crashed"),
        (None, "LaunchRequest", False, "refused"),
    ],
)
def test_the_differences_in_timestamps_are_meant(
    stamp: datetime | None, kind: str, ours: bool, theirs: str
) -> None:
    assert of_timestamp(stamp, kind) == (ours, theirs)
    assert NOW.tzinfo is UTC


# Certificates. Theirs looks at name and dates only; path and key are left to the
# validator that is stubbed here.
LEFT_TO_THE_VALIDATOR = {
    *(Flaw.SHORT_KEY, Flaw.EC_KEY, Flaw.SELF_SIGNED, Flaw.FOREIGN_ROOT),
    Flaw.NO_AUTHORITY,
}


@pytest.mark.parametrize("flaw", [None, *Flaw])
def test_we_agree_on_the_signers_certificate(flaw: Flaw | None) -> None:
    pem = chain(flaw).pem
    check = stock().RequestVerifier()._validate_end_certificate
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it reads dates in a way that is going away
        theirs = verdict(check, x509.load_pem_x509_certificate(pem))
    try:
        validate(pem)
    except VerificationError:
        assert (theirs == "accepted") == (flaw in LEFT_TO_THE_VALIDATOR)
    else:
        assert theirs == "accepted"
        assert flaw is None
