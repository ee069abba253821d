"""What an HTTP answer of Spotify means: a typed error, or nothing to complain about."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import msgspec

from providers.errors import (
    Forbidden,
    LinkExpired,
    NoActiveDevice,
    NotAdmitted,
    NotFound,
    PremiumRequired,
    ProviderError,
    Rejected,
    ScopeMissing,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.rate_limit import RateLimitBlock

# https://developer.spotify.com/documentation/web-api/concepts/rate-limits counts over
# a rolling window of 30 seconds; bans of up to a day have been seen.
WINDOW_SECONDS = 30.0
LONGEST_SECONDS = 86_400.0
# A used-up quota comes without a time; every call meanwhile would be refused.
QUOTA_SECONDS = 900.0

RETRIED = frozenset({500, 502, 503, 504})

_SECONDS = re.compile(r"\d{1,15}(\.\d+)?", re.ASCII)
_NOT_ADMITTED = ("registered", "dashboard", "developer.spotify.com", "allowlist")


class _Detail(msgspec.Struct):
    """What an error body says: `message` in lower case, `reason` as it came."""

    message: str = ""
    reason: str = ""
    json: bool = False


def error_for(
    status: int, headers: Mapping[str, str], body: bytes
) -> ProviderError | None:
    """The error an answer stands for; None for success. 429 is `block_for`'s matter.

    https://developer.spotify.com/documentation/web-api/concepts/api-calls
    """
    if 200 <= status < 300:
        return None
    if status == 403:
        return _forbidden(_detail(body), headers.get("Content-Type", ""))
    if 400 <= status < 500:
        return _error(status, _detail(body))
    return Unavailable() if status >= 500 else Unreadable()


def _error(status: int, detail: _Detail) -> ProviderError:
    match status:
        case 401:
            return LinkExpired()
        case 400 if "bearer" in detail.message:
            # A token that is no token at all is called a bad request, not a 401.
            return LinkExpired()
        case 404 if detail.reason == "NO_ACTIVE_DEVICE":
            return NoActiveDevice()
        case 404 | 410:
            return NotFound()
    return Rejected(status)


def _forbidden(detail: _Detail, content_type: str) -> ProviderError:
    """403 has five meanings; which one, only the words tell."""
    said = detail.message
    if "scope" in said:
        return ScopeMissing()
    if "premium" in said or detail.reason == "PREMIUM_REQUIRED":
        return PremiumRequired()
    if any(hint in said for hint in _NOT_ADMITTED):
        return NotAdmitted()
    bare = not said or said == "forbidden" or "access denied" in said
    if detail.json or bare or not content_type.startswith("text/plain"):
        return Forbidden()
    return NotAdmitted()


def rate_limit_from(
    headers: Mapping[str, str], body: bytes, now: datetime
) -> RateLimitBlock:
    """How long a 429 stops everybody. `now` is the wall clock, for HTTP dates."""
    asked = _retry_after(headers.get("Retry-After", ""), now)
    quota = _detail(body).reason == "QUOTA_EXCEEDED"
    if quota:
        seconds = max(asked or 0.0, QUOTA_SECONDS)
    else:
        seconds = WINDOW_SECONDS if asked is None else asked
    return RateLimitBlock(min(max(seconds, 1.0), LONGEST_SECONDS), quota)


def _retry_after(text: str, now: datetime) -> float | None:
    """Seconds, from either form of RFC 9110 §10.2.3; None for anything else."""
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - now).total_seconds()


def _detail(body: bytes) -> _Detail:
    """The words of an error body: either of Spotify's JSON shapes, or plain text."""
    try:
        decoded = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        text = body.decode("utf-8", "replace").strip().lower()
        return _Detail(message=text)
    error = decoded.get("error") if isinstance(decoded, dict) else None
    if isinstance(error, dict):
        return _Detail(
            _error_text(error, "message").lower(),
            _error_text(error, "reason"),
            json=True,
        )
    said = error if isinstance(error, str) else ""
    return _Detail(message=said.lower(), json=True)


def _error_text(error: Mapping[str, object], name: str) -> str:
    value = error.get(name)
    return value if isinstance(value, str) else ""
