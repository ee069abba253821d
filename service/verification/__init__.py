"""Verification of Alexa's requests: certificate, signature, timestamp, skill id.

`signature` lists the checks in their order. No switch turns a check off; tests exchange
the root of trust instead.
"""

from service.verification.errors import Reason, VerificationError
from service.verification.signature import (
    SIGNATURE_HEADER,
    URL_HEADER,
    addressed_skills,
    certificate_url,
    check_signature,
    check_skill,
    check_timestamp,
    read_signature,
)

__all__ = [
    "SIGNATURE_HEADER",
    "URL_HEADER",
    "Reason",
    "VerificationError",
    "addressed_skills",
    "certificate_url",
    "check_signature",
    "check_skill",
    "check_timestamp",
    "read_signature",
]
