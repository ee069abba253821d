"""Every status and body that has been seen, and what it means."""

import json
from datetime import datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
from providers.spotify.errors import error_for, is_transient, rate_limit_from
from tests.providers.spotify.conftest import NOW

PLAIN = {"Content-Type": "text/plain; charset=utf-8"}
JSON = {"Content-Type": "application/json"}
HTML = {"Content-Type": "text/html"}
CHALLENGE = {"WWW-Authenticate": 'Bearer realm="spotify", error="insufficient_scope"'}


def said(status: int, message: str, reason: str | None = None) -> bytes:
    error: dict[str, object] = {"status": status, "message": message}
    if reason:
        error["reason"] = reason
    return json.dumps({"error": error}).encode()


@pytest.mark.parametrize("status", [200, 201, 202, 204])
def test_success_is_nothing_to_complain_about(status: int) -> None:
    assert error_for("/x/{id}", status, {}, b"") is None


@pytest.mark.parametrize(
    ("status", "headers", "body", "expected"),
    [
        (401, JSON, said(401, "The access token expired"), LinkExpired),
        (401, JSON, said(401, "Invalid access token"), LinkExpired),
        (401, JSON, said(401, "Permissions missing"), ScopeMissing),
        (401, PLAIN, b"Permissions missing.", ScopeMissing),
        (401, JSON, said(401, "Insufficient client scope"), ScopeMissing),
        (401, JSON, said(401, "Insufficient permissions"), ScopeMissing),
        (401, JSON, b'{"error":"insufficient_scope"}', ScopeMissing),
        (401, CHALLENGE, b"", ScopeMissing),
        (403, CHALLENGE, b"", ScopeMissing),
        (401, JSON, said(401, "Access token missing"), LinkExpired),
        (403, JSON, said(403, "Permissions missing"), ScopeMissing),
        (403, JSON, said(403, "You have no permission for this"), Forbidden),
        (401, HTML, b"<html>Telescope permissions</html>", LinkExpired),
        (401, {}, b"", LinkExpired),
        (401, JSON, b'{"error":"invalid_token"}', LinkExpired),
        (
            400,
            JSON,
            said(400, "Only valid bearer authentication supported"),
            LinkExpired,
        ),
        (400, JSON, said(400, "Invalid limit"), Rejected),
        (403, PLAIN, b"User not registered in the Developer Dashboard", NotAdmitted),
        (
            403,
            PLAIN,
            b"Check developer.spotify.com/dashboard, the user may not be registered.",
            NotAdmitted,
        ),
        (403, PLAIN, b"This account is on no list", NotAdmitted),
        (
            403,
            JSON,
            said(403, "User not registered in the Developer Dashboard"),
            NotAdmitted,
        ),
        (403, PLAIN, b"Forbidden", Forbidden),
        (403, PLAIN, b"RBAC: access denied", Forbidden),
        (403, PLAIN, b"", Forbidden),
        (403, {}, b"", Forbidden),
        (403, HTML, b"<html>Go away</html>", Forbidden),
        (403, JSON, said(403, "Insufficient client scope"), ScopeMissing),
        (403, PLAIN, b"Insufficient client scope", ScopeMissing),
        (403, JSON, said(403, "Forbidden"), Forbidden),
        (403, PLAIN, said(403, "Something new"), Forbidden),
        (403, JSON, b'{"error":"Forbidden"}', Forbidden),
        (403, JSON, b'{"error":null}', Forbidden),
        (403, JSON, b'{"error":{"status":403,"message":null}}', Forbidden),
        (403, JSON, b'["Forbidden"]', Forbidden),
        (403, JSON, b"[" * 5000, Forbidden),
        (403, JSON, b"\xff\xfe", Forbidden),
        (
            403,
            JSON,
            said(
                403, "Active premium subscription required for the owner of the app."
            ),
            PremiumRequired,
        ),
        (403, JSON, said(403, "Failed", "PREMIUM_REQUIRED"), PremiumRequired),
        (404, JSON, said(404, "Resource not found"), NotFound),
        (404, HTML, b"<html></html>", NotFound),
        (410, JSON, said(410, "Gone"), NotFound),
        (404, JSON, said(404, "No active device", "NO_ACTIVE_DEVICE"), NoActiveDevice),
        (405, JSON, said(405, "Method not allowed"), Rejected),
        (411, HTML, b"<html>Length required</html>", Rejected),
        (500, JSON, said(500, "Server error"), Unavailable),
        (500, HTML, b"<html>Oops</html>", Unavailable),
        (502, HTML, b"", Unavailable),
        (503, PLAIN, b"upstream connect error", Unavailable),
        (504, JSON, b"", Unavailable),
        (301, HTML, b"", Unreadable),
        (304, {}, b"", Unreadable),
    ],
)  # fmt: skip
def test_each_answer_has_its_noun(
    status: int, headers: dict[str, str], body: bytes, expected: type[ProviderError]
) -> None:
    assert type(error_for("/x/{id}", status, headers, body)) is expected


@pytest.mark.parametrize(
    "endpoint",
    ["/me", "/me/playlists", "/me/top/artists", "/me/library/contains", "/search"],
)
def test_what_has_no_id_cannot_be_gone(endpoint: str) -> None:
    gone = said(404, "Resource not found")
    assert type(error_for(endpoint, 404, JSON, gone)) is Unavailable
    assert type(error_for(endpoint, 404, HTML, b"<html></html>")) is Unavailable
    assert type(error_for(endpoint, 410, JSON, said(410, "Gone"))) is Forbidden
    idle = said(404, "No active device", "NO_ACTIVE_DEVICE")
    assert type(error_for(endpoint, 404, JSON, idle)) is NoActiveDevice


@pytest.mark.parametrize(
    ("endpoint", "status", "body", "transient"),
    [
        ("/me/playlists", 404, b"", True),
        ("/playlists/{id}/items", 404, b"", False),
        ("/me/player", 404, said(404, "", "NO_ACTIVE_DEVICE"), False),
        ("/me/playlists", 410, b"", False),
        ("/playlists/{id}/items", 502, b"", True),
        ("/me", 401, said(401, "Access token missing"), True),
        ("/me", 401, said(401, "The access token expired"), False),
        ("/me", 401, said(401, "Permissions missing"), False),
        ("/me", 403, b"", False),
    ],
)
def test_what_may_pass_in_a_moment(
    endpoint: str, status: int, body: bytes, transient: bool
) -> None:
    assert is_transient(endpoint, status, body) is transient


@pytest.mark.parametrize(
    ("message", "parameter"),
    [
        ("Invalid limit", "limit"),
        ("limit must be between 1 and 10", "limit"),
        ("Limit too large", "limit"),
        ("invalid_limit", "limit"),
        ("API rate limit exceeded", None),
        ("Invalid limits of taste", None),
        ("Invalid id", None),
    ],
)
def test_a_refused_limit_is_recognised(message: str, parameter: str | None) -> None:
    for status in (400, 422):
        error = error_for("/search", status, JSON, said(status, message))
        assert isinstance(error, Rejected)
        assert error.parameter == parameter


def test_a_rejection_tells_its_status() -> None:
    error = error_for("/x/{id}", 405, {}, b"")
    assert isinstance(error, Rejected)
    assert error.status == 405


@given(st.integers(100, 999), st.binary(max_size=200), st.text(max_size=30))
def test_no_answer_is_without_a_meaning(status: int, body: bytes, kind: str) -> None:
    error = error_for("/x/{id}", status, {"Content-Type": kind}, body)
    assert (error is None) == (200 <= status < 300)


QUOTA = said(429, "Too many requests", "QUOTA_EXCEEDED")


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("0", 1.0),
        ("86400", 86_400.0),
        ("999999999999", 86_400.0),
        ("9" * 400, 30.0),
        ("-5", 30.0),
        ("1e9", 30.0),
        ("soon", 30.0),
        ("", 30.0),
        ("nan", 30.0),
        ("Sun, 22 Nov 2026 12:00:45 +99999999999999999", 30.0),
        ("Sun, 99 Nov 2026 12:00:45 GMT", 30.0),
        ("٣", 30.0),
    ],
)
def test_retry_after_in_seconds(retry_after: str, seconds: float) -> None:
    assert rate_limit_from({"Retry-After": retry_after}, b"", NOW) == RateLimitBlock(
        seconds
    )


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [
        (NOW + timedelta(seconds=90), 90.0),
        (NOW - timedelta(hours=1), 1.0),
        (NOW + timedelta(days=400), 86_400.0),
    ],
)
def test_retry_after_as_a_date(moment: datetime, seconds: float) -> None:
    date = format_datetime(moment, usegmt=True)
    assert rate_limit_from({"Retry-After": date}, b"", NOW) == RateLimitBlock(seconds)


def test_a_date_without_a_zone_is_utc() -> None:
    date = "Sun, 22 Nov 2026 12:00:45 -0000"
    assert rate_limit_from({"Retry-After": date}, b"", NOW) == RateLimitBlock(45.0)


def test_without_a_word_the_window_is_waited_out() -> None:
    assert rate_limit_from(
        {}, said(429, "API rate limit exceeded"), NOW
    ) == RateLimitBlock(30.0)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({}, 900.0), ({"Retry-After": "5"}, 900.0), ({"Retry-After": "3600"}, 3600.0)],
)
def test_a_quota_is_waited_for_longer(headers: dict[str, str], seconds: float) -> None:
    assert rate_limit_from(headers, QUOTA, NOW) == RateLimitBlock(seconds, quota=True)


@given(st.text(max_size=40), st.binary(max_size=60))
def test_any_429_makes_a_sensible_block(retry_after: str, body: bytes) -> None:
    block = rate_limit_from({"Retry-After": retry_after}, body, NOW)
    assert 1.0 <= block.seconds <= 86_400.0
