"""What an HTTP answer of Spotify means: a `ProviderError`, a block, or success.

https://developer.spotify.com/documentation/web-api/concepts/api-calls
"""

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
    PremiumToPlay,
    ProviderError,
    Rejected,
    ScopeMissing,
    Unavailable,
    Unreadable,
)  # fmt: skip
from providers.json_depth import without_depth
from providers.lazy_imports import deferred_pattern
from providers.rate_limit import RateLimitBlock

# https://developer.spotify.com/documentation/web-api/concepts/rate-limits counts over
# a rolling window of 30 seconds; bans of up to a day have been seen.
WINDOW_SECONDS = 30.0
LONGEST_SECONDS = 86_400.0
# A used-up quota may come without a time; every call meanwhile would be refused.
QUOTA_SECONDS = 900.0

RETRIED = frozenset({500, 502, 503, 504})
"""Statuses after which the same call may succeed a moment later, whatever was asked."""

_SECONDS = deferred_pattern(r"\d{1,15}(\.\d+)?", re.ASCII)
# Between letters only: a code such as `insufficient_scope` is meant, too.
_SCOPE = deferred_pattern(
    r"(?<![a-z])(scopes?|permissions? missing|(missing|insufficient) permissions?)"
    r"(?![a-z])"
)
_LIMIT = deferred_pattern(r"(?<![a-z])limit(?![a-z])(?! exceeded)")
_NOT_ADMITTED = ("registered", "dashboard", "developer.spotify.com", "allowlist")


class _ErrorDetail(msgspec.Struct):
    """What an error body says: `message` in lower case, `reason` as it came.

    `json` tells that the body was JSON and not plain text.
    """

    message: str = ""
    reason: str = ""
    json: bool = False


def error_for(
    endpoint: str, status: int, headers: Mapping[str, str], body: bytes
) -> ProviderError | None:
    """Return the error that an answer stands for; None for success (2xx).

    `endpoint` is the path's template: a 404 means something else for a thing with an
    id than for the listener's own lists. A 429 is not judged here: see
    `rate_limit_from`.
    """
    if 200 <= status < 300:
        return None
    if not 400 <= status < 500:
        return Unavailable() if status >= 500 else Unreadable()
    detail = _detail(body)
    if status in (401, 403) and _lacks_scope(headers, detail):
        return ScopeMissing()
    if status == 403:
        return _forbidden(detail, headers.get("Content-Type", ""))
    if status in (404, 410):
        return _not_found(endpoint, status, detail)
    return _client_error(status, detail)


def is_transient(endpoint: str, status: int, body: bytes) -> bool:
    """Return whether the same call may succeed a moment later.

    - 5xx of a server that is busy or restarts;
    - 404 for a list without an id: see `error_for`;
    - 401 "Access token missing", which came for good tokens and was gone after a
      short wait (release notes of SpotifyPlus, July 2026): a token was sent.
    """
    if status in RETRIED:
        return True
    if status == 404:
        return isinstance(_not_found(endpoint, status, _detail(body)), Unavailable)
    return status == 401 and "token missing" in _detail(body).message


def _not_found(endpoint: str, status: int, detail: _ErrorDetail) -> ProviderError:
    """A thing with an id may be gone; the listener's own lists cannot.

    Spotify answers a passing 404 for `/me/playlists`, `/me/top/…` and the like:
    https://github.com/spotify/web-api/issues/1160 and 724. A 410 for such a list says
    that the endpoint was withdrawn.
    """
    no_device = detail.reason == "NO_ACTIVE_DEVICE"
    if no_device or "device not found" in detail.message:
        return NoActiveDevice()
    if "{id}" in endpoint:
        return NotFound()
    return Unavailable() if status == 404 else Forbidden()


def _client_error(status: int, detail: _ErrorDetail) -> ProviderError:
    match status:
        case 401:
            return LinkExpired()
        case 400 if "bearer" in detail.message:
            # A token that is no token at all is called a bad request, not a 401.
            return LinkExpired()
        case 400 | 422 if _LIMIT.search(detail.message):
            return Rejected(status, "limit")
        case 400 if "too many" in detail.message:
            return Rejected(status, "uris")
    return Rejected(status)


def _lacks_scope(headers: Mapping[str, str], detail: _ErrorDetail) -> bool:
    """Spotify says "Insufficient client scope" (403) or "Permissions missing" (401).

    The token is alive in both cases: https://github.com/spotipy-dev/spotipy/issues/684,
    657 and 1205. RFC 6750 §3.1 has `insufficient_scope` in a header.
    """
    challenge = headers.get("WWW-Authenticate", "").lower()
    return "insufficient_scope" in challenge or bool(_SCOPE.search(detail.message))


def _forbidden(detail: _ErrorDetail, content_type: str) -> ProviderError:
    """403 has four more meanings; only the words tell which."""
    message = detail.message
    if "premium" in message or detail.reason == "PREMIUM_REQUIRED":
        # Else it is the owner of the application whose subscription is missing.
        own = message.startswith("player command failed")
        return PremiumToPlay() if own else PremiumRequired()
    if any(hint in message for hint in _NOT_ADMITTED):
        return NotAdmitted()
    bare = not message or message == "forbidden" or "access denied" in message
    if detail.json or bare or not content_type.startswith("text/plain"):
        return Forbidden()
    return NotAdmitted()


def rate_limit_from(
    headers: Mapping[str, str], body: bytes, now: datetime
) -> RateLimitBlock:
    """Return the block that a 429 asks for: at least 1 s, at most 24 h.

    `now` is the wall clock (aware), which `Retry-After` with a date is compared to.
    Without a readable `Retry-After`: 30 s for a rate, 15 min for a quota.
    """
    retry_after = _retry_after(headers.get("Retry-After", ""), now)
    quota = _detail(body).reason == "QUOTA_EXCEEDED"
    if quota:
        seconds = max(retry_after or 0.0, QUOTA_SECONDS)
    else:
        seconds = WINDOW_SECONDS if retry_after is None else retry_after
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


def _detail(body: bytes) -> _ErrorDetail:
    """The words of an error body: either of Spotify's JSON shapes, or plain text."""
    try:
        decoded = msgspec.json.decode(without_depth(body))
    except (msgspec.DecodeError, UnicodeDecodeError):
        text = body.decode("utf-8", "replace").strip().lower()
        return _ErrorDetail(message=text)
    error = decoded.get("error") if isinstance(decoded, dict) else None
    if isinstance(error, dict):
        return _ErrorDetail(
            _text_of(error, "message").lower(), _text_of(error, "reason"), json=True
        )
    message = error if isinstance(error, str) else ""
    return _ErrorDetail(message=message.lower(), json=True)


def _text_of(error: Mapping[str, object], name: str) -> str:
    value = error.get(name)
    return value if isinstance(value, str) else ""
