"""Every response carries the same headers, refusals of router and parser too."""

import asyncio
from pathlib import Path

import pytest

from service.app import HEALTH, METRICS
from service.connection_limits import Limits
from service.observability.prometheus import metrics_app
from service.server import listening
from service.server import running as serving
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


@pytest.mark.parametrize(
    "garbage",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03secret\r\n\r\n",  # TLS
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"secret\r\n\r\n",
        b"SECRET /live HTTP/1.1\r\nHost x\r\n\r\n",
        b"GET /live HTTP/9.9secret\r\n\r\n",
        b"GET http://[secret HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /" + b"secret" * 3000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /live HTTP/1.1\r\nHost: x\r\nsecret: " + b"x" * 20_000 + b"\r\n\r\n",
        b"GET /live HTTP/1.1\r\nHost: x\r\nContent-Length: secret\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=lambda garbage: str(garbage[:24]),
)
async def test_bytes_that_are_no_http_are_not_echoed(
    tmp_path: Path, garbage: bytes
) -> None:
    async with running(tmp_path) as line:
        await _is_bare(line.url, garbage)


async def test_an_expectation_that_is_unknown_is_not_echoed(tmp_path: Path) -> None:
    async with running(tmp_path) as line:
        for path in (b"/live", b"/alexa", b"/nowhere"):
            head = (
                b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: secret\r\n\r\n"
            )
            await _is_bare(line.url, b"POST " + path + head, status=b"417")


async def _is_bare(url: str, garbage: bytes, status: bytes = b"400") -> None:
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(garbage)
    async with asyncio.timeout(10):
        reply = await reader.read()
    writer.close()
    head, _, body = reply.partition(b"\r\n\r\n")
    assert status in head.partition(b"\r\n")[0].split()
    for word in (b"server:", b"python", b"aiohttp", b"secret"):
        assert word not in reply.lower()
    assert body == b""


async def _whole_reply(url: str, *lines: str) -> tuple[str, dict[str, str], str]:
    """Send the lines of a head; return status line, headers and the rest."""
    host, port = url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write("\r\n".join((*lines, "", "")).encode())
    async with asyncio.timeout(10):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        status, *fields = head.rstrip().split("\r\n")
        headers = dict(field.split(": ", 1) for field in fields)
        body = await reader.readexactly(int(headers.get("Content-Length", "0")))
        stays = headers.get("Connection", "close" if "1.0" in status else "keep-alive")
        if stays == "close":
            assert await reader.read() == b""
    writer.close()
    return status, headers, body.decode()


@pytest.mark.parametrize(
    ("version", "asked", "answered"),
    [
        ("1.1", None, None),
        ("1.1", "close", "close"),
        ("1.0", None, None),
        ("1.0", "keep-alive", "keep-alive"),
    ],
)
@pytest.mark.parametrize("path", ["/alexa", "/alexa?x=1", "/%61lexa", "http://x/alexa"])
async def test_a_refusal_in_one_piece_says_what_happens_to_the_connection(
    tmp_path: Path, path: str, version: str, asked: str | None, answered: str | None
) -> None:
    lines = [f"POST {path} HTTP/{version}", "Host: x", "Content-Length: 0"]
    if asked:
        lines.append(f"Connection: {asked}")
    async with running(tmp_path) as line:
        status, headers, body = await _whole_reply(line.url, *lines)
    assert status == f"HTTP/{version} 400 Bad Request"
    assert headers.pop("Date")
    assert headers.pop("Connection", None) == answered
    assert body == "url_missing\n"
    assert headers == {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(body)),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'",
    }


async def test_a_client_that_waits_for_100_is_told_to_go_on(tmp_path: Path) -> None:
    head = ("POST /alexa HTTP/1.1", "Host: x", "Content-Length: 0")
    async with running(tmp_path) as line:
        status, headers, _ = await _whole_reply(line.url, *head, "Expect: 100-continue")
        assert (status, headers) == ("HTTP/1.1 100 Continue", {})
        status, headers, _ = await _whole_reply(line.url, *head, "Expect: the moon")
    assert status == "HTTP/1.1 417 Expectation Failed"
    assert headers["X-Content-Type-Options"] == "nosniff"


async def test_an_answer_has_the_same_headers_as_a_refusal(tmp_path: Path) -> None:
    async with running(tmp_path, PUBLIC_URL="https://shelf.example") as line:
        headers = (await line.opens()).headers
    assert headers["Content-Type"] == "application/json"
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers


async def test_a_hook_that_fails_leaves_a_bare_500(tmp_path: Path) -> None:
    async with running(tmp_path) as line:
        line.turned.set = None  # type: ignore[method-assign, assignment]
        reply = await line.post(b"", {})
        assert (reply.status, reply.body) == (500, b"")
        assert reply.headers["X-Content-Type-Options"] == "nosniff"
        assert "Server" not in reply.headers


async def test_the_page_for_scrapers_says_no_more(tmp_path: Path) -> None:
    async with (
        running(tmp_path, METRICS_PORT="1") as line,
        serving(metrics_app(line.app[METRICS], line.app[HEALTH])) as server,
        listening(server, "127.0.0.1", 0, Limits()) as listener,
    ):
        url = "http://{}:{}".format(*listener.addresses[0])
        await _is_bare(url, b"secret\r\n\r\n")


async def test_a_test_without_tls_promises_none(tmp_path: Path) -> None:
    async with running(tmp_path) as line, line.http.get(f"{line.url}/live") as reply:
        assert "Strict-Transport-Security" not in reply.headers
