"""Reasons why a request is refused, as fixed words for logs and metrics."""

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
    "timestamp_without_zone",
    "timestamp_distant",
    "skill_missing",
    "skill_foreign",
]
"""One word for each refusal. `body_…`: the body; `url_…`: the address of the chain;
`certificate_…`: fetching the chain; `chain_…`: validating the chain; the other
words name what they say."""


class VerificationError(Exception):
    """The request is not proven to be Alexa's, or is meant for another skill.

    reason: a fixed word; nothing of the request is quoted.
    """

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
