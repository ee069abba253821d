"""Why a request is turned away at the door, in words fit for logs and metrics."""

from typing import Literal

Reason = Literal[
    "body_encoded",
    "body_incomplete",
    "body_large",
    "body_slow",
    "url_missing",
    "url_invalid",
    "certificate_unreachable",
    "certificate_slow",
    "certificate_status",
    "certificate_size",
    "certificate_throttled",
    "chain_unreadable",
    "chain_untrusted",
    "chain_name",
    "chain_key",
    "signature_missing",
    "signature_unreadable",
    "signature_wrong",
    "timestamp_missing",
    "timestamp_distant",
    "skill_missing",
    "skill_foreign",
]


class VerificationError(Exception):
    """The request is not proven to be Alexa's, or not meant for this skill.

    `reason` is a fixed word; nothing of the request is quoted.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
