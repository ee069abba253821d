"""Verification of Alexa's requests: certificate, signature, timestamp, skill id.

`request_checks` lists the checks in their order. No switch turns a check off; tests
exchange the root of trust instead.
"""

from service.verification.certificate_cache import SigningKeyCache
from service.verification.certificate_source import (
    ChainSource,
    FileChainSource,
    HttpChainSource,
    TrustStoreUnusable,
    load_amazon_roots,
    load_test_root,
    open_session,
)
from service.verification.certificate_url import URL_HEADER, certificate_url
from service.verification.errors import Reason, VerificationError
from service.verification.request_checks import (
    SIGNATURE_HEADER,
    addressed_skills,
    check_signature,
    check_skill,
    check_timestamp,
    read_signature,
)

__all__ = [
    "SIGNATURE_HEADER",
    "URL_HEADER",
    "ChainSource",
    "FileChainSource",
    "HttpChainSource",
    "Reason",
    "SigningKeyCache",
    "TrustStoreUnusable",
    "VerificationError",
    "addressed_skills",
    "certificate_url",
    "check_signature",
    "check_skill",
    "check_timestamp",
    "load_amazon_roots",
    "load_test_root",
    "open_session",
    "read_signature",
]
