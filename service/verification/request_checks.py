"""Signature verification: whether a request is Alexa's and meant for this skill.

Pure functions of headers, bytes and the time. `service.http_endpoints` makes the checks
in this order; each raises `VerificationError` where it fails:

1. `certificate_url`: the header `SignatureCertChainUrl` names a file in Amazon's folder
   of Alexa's certificate chains.
2. `read_signature`: the header `Signature-256` is base64.
3. `SigningKeyCache.key`: the chain at that address leads to a trusted root now, names
   echo-api.amazon.com and holds an RSA key (`certificate_chain`). A validated key is
   kept, so most requests fetch nothing.
4. `check_signature`: the header is the key's signature of the raw body (SHA-256, RSA).
5. `check_timestamp`: the request was made at most 150 s ago or ahead; for skill events
   an hour. A captured request cannot be sent again later.
6. `check_skill`: each skill id in the body is one of ours.

Steps 1 to 4 need no JSON: a body is parsed only after its signature is verified.

https://developer.amazon.com/docs/alexa/custom-skills/host-a-custom-skill-as-a-web-service.html#check-request-signature
"""

import binascii
from collections.abc import Iterable
from datetime import datetime, timedelta

from ask_sdk_model import RequestEnvelope
from ask_sdk_webservice_support import verifier_constants as vendor
from ask_sdk_webservice_support.verifier_constants import SIGNATURE_HEADER
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256

from service.verification.certificate_chain import SigningKey, read_chain
from service.verification.errors import Reason, VerificationError

__all__ = [
    "SIGNATURE_HEADER",
    "Reason",
    "SigningKey",
    "VerificationError",
    "addressed_skills",
    "check_signature",
    "check_skill",
    "check_timestamp",
    "read_chain",
    "read_signature",
]

_NORMAL = timedelta(milliseconds=vendor.MAX_NORMAL_REQUEST_TOLERANCE_IN_MILLIS)
_SKILL_EVENT = timedelta(milliseconds=vendor.MAX_SKILL_EVENT_TOLERANCE_IN_MILLIS)
# A prefix, not the vendor's list: an event added later is delivered as late as these.
_SKILL_EVENT_TYPES = "AlexaSkillEvent."

_PADDING, _HASH = PKCS1v15(), SHA256()


def read_signature(header: str | None) -> bytes:
    """Return the signature in `header`, decoded.

    header: the value of `SIGNATURE_HEADER`, None where the request has no such header.
    Raise `VerificationError` where the header is missing or no base64.
    """
    if header is None:
        raise VerificationError("signature_missing")
    try:
        return binascii.a2b_base64(header, strict_mode=True)
    except ValueError:
        raise VerificationError("signature_unreadable") from None


def check_signature(key: SigningKey, signature: bytes, body: bytes) -> None:
    """Raise `VerificationError` unless `key` made `signature` for the raw `body`."""
    try:
        key.public_key.verify(signature, body, _PADDING, _HASH)
    except InvalidSignature:
        raise VerificationError("signature_wrong") from None


def check_timestamp(
    timestamp: datetime | None, request_type: str | None, now: datetime
) -> None:
    """Raise `VerificationError` unless the request was made about `now`.

    The limit counts before and after `now`: 150 s, and an hour for skill events, which
    may arrive late: https://developer.amazon.com/docs/alexa/smapi/skill-events-in-alexa-skills.html
    A timestamp without a time zone could mean any of 24 hours.
    """
    if timestamp is None:
        raise VerificationError("timestamp_missing")
    if timestamp.utcoffset() is None:
        raise VerificationError("timestamp_without_zone")
    late = request_type is not None and request_type.startswith(_SKILL_EVENT_TYPES)
    if abs(now - timestamp) > (_SKILL_EVENT if late else _NORMAL):
        raise VerificationError("timestamp_distant")


def addressed_skills(envelope: RequestEnvelope) -> tuple[object, object]:
    """Return the skill ids of session and context, None where one has no id."""
    system = getattr(envelope.context, "system", None)
    return _skill_id(envelope.session), _skill_id(system)


def _skill_id(place: object) -> object:
    # The sender decides what is where, so nothing is taken for granted.
    application = getattr(place, "application", None)
    return getattr(application, "application_id", None)


def check_skill(ids: Iterable[object], skill_ids: frozenset[str]) -> None:
    """Raise `VerificationError` unless an id is there and each id is in `skill_ids`.

    ids: what the envelope holds in the places for skill ids; None where there is none.
    """
    present = [skill_id for skill_id in ids if skill_id is not None]
    if not present:
        raise VerificationError("skill_missing")
    for each in present:
        if not isinstance(each, str) or each not in skill_ids:
            raise VerificationError("skill_foreign")
