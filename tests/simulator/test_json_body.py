"""Broken JSON is refused with a reason, by every endpoint that takes a body."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.console.console import Console, Sessions
from simulator.console.recording import UNUSABLE, replay_file
from simulator.console.server import ConsoleServer
from simulator.console.simulated_environment import listen
from simulator.json_body import MAX_DEPTH, InvalidBody, decode_any, decode_body
from tests.simulator.conftest import Wall

pytestmark = pytest.mark.no_cover

RECORDING = {
    "format": "record-shelf-conversation",
    "version": 1,
    "scene": {"began": "2026-03-02T09:00:00Z"},
    "entries": [],
}


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


def recording(**changes: Any) -> bytes:
    return json.dumps(RECORDING | changes).encode()


def entries(*steps: dict[str, Any], at: str = "2026-03-02T09:00:00Z") -> bytes:
    return recording(
        entries=[{"at": at, "step": step, "answer": None} for step in steps]
    )


BROKEN: dict[str, bytes] = {
    "very deep": nested(100_000),
    "deep": nested(900),
    "deep objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "deep within a step": b'{"do":"touch","arguments":' + nested(500) + b"}",
    "deep within a recording": recording()[:-3] + nested(900) + b"}",
    "truncated": b'{"do":"say","te',
    "empty": b"",
    "null": b"null",
    "a list": b"[]",
    "text": b'"text"',
    "a long number": b"1" * 6000,
    "no number": b"NaN",
    "not UTF-8": b'{"do":"say","text":"\xff"}',
    "half a surrogate pair": b'{"do":"say","text":"\\ud800"}',
    "UTF-16": '{"do":"open"}'.encode("utf-16"),
    "wrong types": b'{"do":["open"],"kind":3,"regime":[],"advance_seconds":"x",'
    b'"format":{},"version":[],"seed":{},"secret":1,"device_ids":1,"uris":3,"name":[]}',
}
ONE_ENDPOINT: tuple[tuple[str, bytes], ...] = (
    ("/api/do", b'{"do":"wait","seconds":1000000000000000000}'),
    ("/api/do", b'{"do":"wait","seconds":-1}'),
    ("/api/do", b'{"do":"skew","seconds":-9223372036854775808}'),
    ("/api/do", b'{"do":"break","fault":{"kind":"answer","status":99999}}'),
    ("/api/do", b'{"do":"break","fault":{"kind":"answer","content_type":"a\\r\\nb"}}'),
    ("/api/do", b'{"do":"break","fault":{"kind":"delay","seconds":1e300}}'),
    ("/api/begin", b'{"began":"0001-01-01T00:00:00Z"}'),
    ("/api/begin", b'{"began":"2026-01-01T00:00:00"}'),
    ("/api/begin", b'{"locale":"../../../etc/passwd"}'),
    ("/api/begin", b'{"account":"nobody\\n"}'),
    ("/api/replay", recording(scene={"began": "9999-12-31T23:59:59Z"})),
    ("/api/replay", recording(scene={"began": "0001-01-01T00:00:00Z"})),
    ("/api/replay", recording(format=["record-shelf-conversation"])),
    ("/api/replay", recording(version=[1])),
    ("/api/replay", entries({"do": "open"}, at="9999-12-31T23:59:59Z")),
    ("/api/replay", entries({"do": "link", "account": "nobody here"})),
    (
        "/api/replay",
        entries({"do": "wait", "seconds": 300_000_000}, at="2099-12-01T00:00:00Z"),
    ),
    ("/control/clock", b'{"advance_seconds":1e300}'),
    ("/control/clock", b'{"advance_seconds":-1e12}'),
    ("/control/clock", b'{"at":"9999-12-31T00:00:00Z"}'),
    ("/control/clock", b'{"at":"0001-01-01T00:00:00+14:00"}'),
    ("/control/faults", b'{"kind":"answer","status":100}'),
    ("/control/faults", b'{"kind":"error","probability":7}'),
    ("/control/faults", b'{"kind":"error","times":-1}'),
)


class Endpoints:
    """The console and its fake Spotify over HTTP."""

    def __init__(
        self, session: aiohttp.ClientSession, console_url: str, sessions: Sessions
    ) -> None:
        self._session = session
        self._console_url = console_url
        self._sessions = sessions

    async def __call__(
        self,
        method: str,
        path: str,
        body: bytes | BytesIO | None = None,
        **headers: str,
    ) -> tuple[int, str]:
        spotify = self._sessions.console.environment.spotify
        own = path.startswith("/api/") and path != "/api/token"
        base = self._console_url if own else spotify.base_url
        sent = {"Content-Type": "application/json", **headers}
        async with self._session.request(
            method, base + path, data=body, headers=sent
        ) as answer:
            return answer.status, await answer.text()

    async def are_well(self) -> None:
        """Whatever was sent before, both servers answer as they did."""
        for path in ("/api/state", "/api/recording", "/control/clock"):
            assert (await self("GET", path))[0] == 200, path
        assert (await self("GET", "/v1/me", Authorization="Bearer ada"))[0] == 200


@pytest.fixture
async def call(sessions: Sessions, console: Console) -> AsyncIterator[Endpoints]:
    page = await listen(ConsoleServer(sessions).application())
    async with aiohttp.ClientSession() as session:
        yield Endpoints(session, page.url, sessions)
    await page.runner.cleanup()
    assert console is not None


@pytest.mark.slow
@pytest.mark.parametrize("body", BROKEN.values(), ids=BROKEN)
async def test_every_endpoint_refuses_it_with_a_reason(
    call: Endpoints, body: bytes
) -> None:
    for method, path in (
        ("POST", "/api/do"),
        ("POST", "/api/begin"),
        ("POST", "/api/replay"),
        ("POST", "/control/faults"),
        ("POST", "/control/clock"),
        ("PUT", "/control/regime"),
        ("PUT", "/control/clients/x"),
    ):
        status, text = await call(method, path, body)
        assert status == 400, (path, text)
        assert json.loads(text)["error"], path
    for method, path in (
        ("PUT", "/v1/me/player"),
        ("POST", "/v1/me/playlists"),
    ):
        status, text = await call(method, path, body, Authorization="Bearer ada")
        assert status == 400, (path, text)
        assert json.loads(text)["error"]["message"], path
    await call.are_well()


@pytest.mark.slow
@pytest.mark.parametrize(("path", "body"), ONE_ENDPOINT)
async def test_values_that_would_break_later_calls_are_refused(
    call: Endpoints, path: str, body: bytes
) -> None:
    status, text = await call("POST", path, body)
    assert status == 400, text
    assert json.loads(text)["error"]
    await call.are_well()


async def test_a_body_beyond_the_limit_is_refused(call: Endpoints) -> None:
    huge = b'"' + b"x" * (5 << 20) + b'"'
    for path in ("/api/do", "/api/begin", "/api/replay", "/control/faults"):
        assert (await call("POST", path, BytesIO(huge)))[0] == 413, path
    await call.are_well()


async def test_time_cannot_be_moved_beyond_the_calendar_bit_by_bit(
    call: Endpoints,
) -> None:
    statuses = [
        (await call("POST", "/api/do", b'{"do":"wait","seconds":315000000}'))[0]
        for _ in range(9)
    ]
    assert statuses[:7] == [200] * 7
    assert statuses[-1] == 400
    statuses = [
        (await call("POST", "/control/clock", b'{"advance_seconds":2000000000}'))[0]
        for _ in range(3)
    ]
    assert statuses == [200, 400, 400]
    await call("DELETE", "/control/clock")
    await call.are_well()


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n"),
        ("application/x-www-form-urlencoded; charset=nope", b"a=1"),
        ("application/x-www-form-urlencoded", b"\xff=\xff"),
        ("text/plain", b"x"),
        ("application/json", nested(100_000)),
    ],
)
async def test_what_is_no_form_is_refused_by_the_accounts_service(
    call: Endpoints, content_type: str, body: bytes
) -> None:
    for path in ("/authorize", "/api/token"):
        status, _ = await call("POST", path, body, **{"Content-Type": content_type})
        assert status == 400, path
    await call.are_well()


async def test_a_body_that_is_not_gzip_is_refused(call: Endpoints) -> None:
    for path in ("/api/do", "/control/faults", "/authorize"):
        headers = {"Content-Encoding": "gzip"}
        assert (await call("POST", path, b"not gzip", **headers))[0] == 400, path


@pytest.mark.parametrize("value", ["9" * 5000, "-" + "9" * 5000, "١"])
async def test_numbers_that_python_does_not_parse_are_refused(
    call: Endpoints, value: str
) -> None:
    for query in (f"limit={value}", f"offset={value}"):
        path = f"/v1/me/playlists?{query}"
        assert (await call("GET", path, Authorization="Bearer ada"))[0] == 400
    assert (await call("DELETE", f"/control/faults/{'9' * 5000}"))[0] == 404


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_no_traceback(name: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_bytes(BROKEN[name])
    lines: list[str] = []
    sessions = Sessions(Wall(), lambda: 0.0)
    assert replay_file(file, sessions, lines.append) == UNUSABLE
    assert lines[0].startswith(f"{file}: ")


def test_a_step_that_fails_ends_the_replay_with_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "link.json"
    file.write_bytes(entries({"do": "link", "account": "nobody here"}))
    lines: list[str] = []
    assert replay_file(file, Sessions(Wall(), lambda: 0.0), lines.append) == UNUSABLE
    assert "access_denied" in lines[-1]


async def test_the_deepest_step_is_saved_and_replayed(call: Endpoints) -> None:
    touch = b'{"do":"touch","arguments":' + nested(MAX_DEPTH - 1) + b"}"
    assert (await call("POST", "/api/do", touch))[0] == 200
    _, saved = await call("GET", "/api/recording")
    status, verdict = await call("POST", "/api/replay", saved.encode())
    assert (status, json.loads(verdict)["differences"]) == (200, [])


def test_the_bound_on_the_depth_is_our_own() -> None:
    assert decode_any(nested(MAX_DEPTH)) is not None
    with pytest.raises(InvalidBody, match="64 levels"):
        decode_any(nested(MAX_DEPTH + 1))
    wide = b"[" + b",".join([nested(MAX_DEPTH - 1)] * 50) + b"]"
    assert len(decode_any(wide)) == 50


@given(st.binary(max_size=200))
def test_any_bytes_are_a_value_or_a_refusal(body: bytes) -> None:
    with suppress(InvalidBody):
        assert isinstance(decode_body(body, dict[str, int]), dict)
