"""Spotify's error responses, and the prepared replies of the faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import msgspec


class ApiError(Exception):
    """An error response of the Web API.

    status: the HTTP status.
    message: the error's text.
    reason: the player's error code, such as NO_ACTIVE_DEVICE; None without one.
    https://developer.spotify.com/documentation/web-api/concepts/api-calls#response-error
    """

    def __init__(self, status: int, message: str, reason: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.reason = reason

    @property
    def body(self) -> dict[str, Any]:
        """The response's JSON."""
        fields: dict[str, Any] = {"status": self.status, "message": self.message}
        return {"error": fields | ({"reason": self.reason} if self.reason else {})}


def invalid_parameter(name: str) -> ApiError:
    """Return the 400 for a parameter with a wrong value."""
    return ApiError(400, f"Invalid {name}")


def scope_missing() -> ApiError:
    """Return the 403 for a token without the permission."""
    return ApiError(403, "Insufficient client scope")


def not_found() -> ApiError:
    """Return the 404 for an unknown id."""
    return ApiError(404, "Resource not found")


def restriction_violated() -> ApiError:
    """Return the player's 403 for what it does not do now, or not on that device."""
    return ApiError(403, "Player command failed: Restriction violated", "UNKNOWN")


JSON = "application/json; charset=utf-8"

HTML = "text/html; charset=utf-8"

TEXT = "text/plain; charset=utf-8"

NOT_REGISTERED = b"User not registered in the Developer Dashboard"

PREMIUM_MESSAGE = (
    "Active premium subscription required for the owner of the app to use this feature"
)


@dataclass(frozen=True, slots=True)
class ApiReply:
    """A response of the Web API: status, body, content type and further headers."""

    status: int
    body: bytes
    content_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def error_reply(refusal: ApiError) -> ApiReply:
    """Return the response for an error."""
    return ApiReply(refusal.status, msgspec.json.encode(refusal.body))


def _error(status: int, message: str, reason: str | None = None) -> ApiReply:
    return error_reply(ApiError(status, message, reason))


def _page(status: int, title: str) -> ApiReply:
    text = f"<html><head><title>{title}</title></head><body>{title}</body></html>"
    return ApiReply(status, text.encode(), HTML)


# https://developer.spotify.com/documentation/web-api/concepts/api-calls#response-status-codes
PREPARED_REPLIES: Mapping[str, ApiReply] = MappingProxyType(
    {
        "unauthorized": _error(401, "The access token expired"),
        "permissions_missing": _error(401, "Permissions missing"),
        "token_missing": _error(401, "Access token missing"),
        "forbidden": _error(403, "Forbidden"),
        "forbidden_scope": _error(403, "Insufficient client scope"),
        "forbidden_premium": _error(403, PREMIUM_MESSAGE, "PREMIUM_REQUIRED"),
        "not_registered": ApiReply(403, NOT_REGISTERED, TEXT),
        "not_found": _error(404, "Resource not found"),
        "no_device": _error(
            404, "Player command failed: No active device found", "NO_ACTIVE_DEVICE"
        ),
        "device_gone": _error(404, "Device not found"),
        "restricted": error_reply(restriction_violated()),
        "rate_limit": _error(429, "API rate limit exceeded"),
        "rate_limit_empty": ApiReply(429, b"", TEXT),
        "quota": _error(429, "Too many requests", "QUOTA_EXCEEDED"),
        "error": _error(500, "Server error."),
        "error_html": _page(500, "Internal Server Error"),
        "bad_gateway": _page(502, "Bad Gateway"),
        "unavailable": _page(503, "Service Unavailable"),
        "unavailable_json": _error(503, "Service temporarily unavailable"),
        "gateway_timeout": _page(504, "Gateway Timeout"),
        "html": _page(200, "Welcome"),
        "not_json": ApiReply(200, b"upstream connect error"),
        "no_body": ApiReply(200, b""),
        "no_content": ApiReply(204, b""),
    }
)
