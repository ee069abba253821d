"""Errors of the music provider: one class for each kind of failure.

`reason` is a short, fixed word for logs and metrics. No error contains a token, an id
or a name. The handlers raise none of these errors; they speak each one in
`handlers/exception_handlers.py`.
"""

from typing import ClassVar


class ProviderError(Exception):
    """Base class: the music service did not give a usable answer."""

    reason: ClassVar[str] = "provider"


class NotLinked(ProviderError):
    """The request has no access token: the listener never linked, or unlinked."""

    reason = "not_linked"


class LinkExpired(ProviderError):
    """The music service refused the token (401): it expired or was revoked, or the
    refresh token's six months are over."""

    reason = "link_expired"


class NotAdmitted(ProviderError):
    """The operator has not added this listener to the application's allow list."""

    reason = "not_admitted"


class ScopeMissing(ProviderError):
    """The token lacks a permission; linking the account again adds the permission."""

    reason = "scope_missing"


class Forbidden(ProviderError):
    """The application may not read this resource, or another user owns it."""

    reason = "forbidden"


class PremiumRequired(ProviderError):
    """The music service asks for a premium subscription for this call."""

    reason = "premium_required"


class PremiumToPlay(PremiumRequired):
    """The listener's own account needs a premium subscription to be commanded."""

    reason = "premium_to_play"


class PlayerRefused(Forbidden):
    """The player does not do that now, or not on that device."""

    reason = "player_refused"


class NotFound(ProviderError):
    """The resource was removed, or never existed."""

    reason = "not_found"


class NoActiveDevice(NotFound):
    """The listener has no active device to play on, or the one that was named went."""

    reason = "no_active_device"


class RateLimited(ProviderError):
    """The application made too many calls; `retry_after` says for how many seconds to
    wait."""

    reason = "rate_limited"

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"retry after {retry_after:.0f} s")
        self.retry_after = retry_after


class QuotaExceeded(RateLimited):
    """The developer account's quota is used up; the end of the block is not known."""

    reason = "quota_exceeded"


class Rejected(ProviderError):
    """The music service refused the request (another 4xx): a fault of this program.

    `status` is the HTTP status; `parameter` the query parameter that was refused, as
    far as the service names one.
    """

    reason = "rejected"

    def __init__(self, status: int, parameter: str | None = None) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.parameter = parameter


class Unavailable(ProviderError):
    """The music service failed (5xx) or could not be reached."""

    reason = "unavailable"


class TooSlow(Unavailable):
    """The music service did not answer within the attempt's time limit."""

    reason = "too_slow"


class Unreadable(Unavailable):
    """The music service's answer does not have the documented form."""

    reason = "unreadable"


class Unconfirmed(ProviderError):
    """A change was sent, and no usable answer came: nobody knows whether it was made.

    It is never sent again by itself, because it could then be made twice.
    """

    reason = "unconfirmed"


class PlaylistFull(ProviderError):
    """The playlist takes no more items."""

    reason = "playlist_full"


class Overloaded(ProviderError):
    """This process has as many requests in flight as it may have, or has no time for a
    request that needs a fetch."""

    reason = "busy"


class DeadlineExceeded(ProviderError):
    """The request's own deadline has passed."""

    reason = "deadline"
