"""Every response carries the same headers, refusals of the router's own too."""

from pathlib import Path

import pytest

from tests.service.running import running


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/live", 200),
        ("GET", "/alexa", 405),
        ("POST", "/alexa", 400),
        ("GET", "/nowhere", 404),
    ],
)
async def test_headers(tmp_path: Path, method: str, path: str, status: int) -> None:
    async with (
        running(tmp_path, PUBLIC_URL="https://shelf.example") as line,
        line.http.request(method, line.url + path) as reply,
    ):
        headers = reply.headers
        assert reply.status == status
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert headers["Content-Security-Policy"] == "default-src 'none'"
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert "Server" not in headers


async def test_a_test_without_tls_promises_none(tmp_path: Path) -> None:
    async with running(tmp_path) as line, line.http.get(f"{line.url}/live") as reply:
        assert "Strict-Transport-Security" not in reply.headers
