"""What can go wrong with the listener's music: nouns with data, spoken once above.

`reason` is a short, fixed word for logs and metrics. No error carries a token, an id
or a name.
"""

from typing import ClassVar


class ProviderError(Exception):
    """Anything that kept the music service from answering."""

    reason: ClassVar[str] = "provider"


class NotLinked(ProviderError):
    """The request carries no access token: the listener never linked, or unlinked."""

    reason = "not_linked"


class LinkExpired(ProviderError):
    """The token was refused (401): expired, revoked, or the six months are over."""

    reason = "link_expired"


class NotAdmitted(ProviderError):
    """The operator has not allow-listed this listener at the music service."""

    reason = "not_admitted"


class ScopeMissing(ProviderError):
    """The listener linked before this permission was asked for; relinking adds it."""

    reason = "scope_missing"


class Forbidden(ProviderError):
    """Withdrawn from this application, or somebody else's."""

    reason = "forbidden"


class PremiumRequired(ProviderError):
    """The service wants a premium subscription for this."""

    reason = "premium_required"


class NotFound(ProviderError):
    """Gone, or never there."""

    reason = "not_found"


class NoActiveDevice(NotFound):
    """Nothing is there to play on."""

    reason = "no_active_device"


class RateLimited(ProviderError):
    """Too many calls by the whole application; `retry_after` in seconds."""

    reason = "rate_limited"

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"retry after {retry_after:.0f} s")
        self.retry_after = retry_after


class QuotaExceeded(RateLimited):
    """The developer account's quota is used up; nobody says until when."""

    reason = "quota_exceeded"


class Rejected(ProviderError):
    """The service refused the request itself (another 4xx): our fault, not theirs."""

    reason = "rejected"

    def __init__(self, status: int) -> None:
        super().__init__(f"status {status}")
        self.status = status


class Unavailable(ProviderError):
    """The service failed (5xx) or could not be reached."""

    reason = "unavailable"


class TooSlow(Unavailable):
    """The service did not answer within the attempt's limit."""

    reason = "too_slow"


class Unreadable(Unavailable):
    """The service answered with something that is not what it documents."""

    reason = "unreadable"


class Overloaded(ProviderError):
    """This process has as many requests in flight as it takes, or no time for one that
    has to be fetched for."""

    reason = "busy"


class DeadlineExceeded(ProviderError):
    """The request's own time is used up."""

    reason = "deadline"
