"""Traces, from a signed request to the collector that receives them over HTTP."""

import asyncio
import logging
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from opentelemetry.proto.trace.v1.trace_pb2 import Span
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import StatusCode

from providers.secret import Secret
from providers.turn_telemetry import RedisCall, SpotifyCall, Turn
from service.http_endpoints import parse_traceparent
from service.observability.tracing import (
    LoggedExporter,
    Tracing,
    TurnSpans,
    exporter_of,
)
from service.otel_variables import TraceSettings
from service.settings import Settings, load
from simulator.alexa.requests import encode, intent
from simulator.spotify.server import serving
from simulator.spotify.world import World
from tests.conftest import RedisServer
from tests.service.running import Line, now, running
from tests.service.trace_collector import attributes, collecting

TRACE, SPAN = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"


async def say(line: Line, name: str, traceparent: str = "", **slots: str) -> None:
    """Say an intent, as one who sends this `traceparent`."""
    body = encode(intent(line.device, line.moment(), line.session, name, slots))
    headers = line.signer.headers(body)
    if traceparent:
        headers["traceparent"] = traceparent
    assert (await line.post(body, headers)).status == 200


async def test_a_turn_is_a_span_with_a_child_for_each_wait(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with collecting() as collector, serving(World(now=now)) as spotify:
        environ = {
            "SPOTIFY_API_URL": spotify.api_url,
            "REDIS_URL": redis_server.url,
            "CACHE_SECRET": "s" * 32,
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
            "OTEL_EXPORTER_OTLP_HEADERS": "x-team=shelf%20one",
            "OTEL_EXPORTER_OTLP_COMPRESSION": "gzip",
            "OTEL_RESOURCE_ATTRIBUTES": "deployment.environment.name=test",
        }
        async with running(tmp_path, **environ) as line:
            line.device = replace(line.device, token="ada")
            await say(line, "RecommendIntent", f"00-{TRACE}-{SPAN}-01")
    (turn,) = collector.turns()
    assert turn.trace_id.hex() == TRACE
    assert turn.parent_span_id.hex() == SPAN
    assert turn.name == "POST /alexa"
    told = attributes(turn.attributes)
    assert told["http.request.method"] == "POST"
    assert told["http.response.status_code"] == 200
    assert told["record_shelf.intent"] == "RecommendIntent"
    assert "error.type" not in told
    assert collector.headers["x-team"] == "shelf one"
    assert collector.resource["service.name"] == "record-shelf"
    assert collector.resource["deployment.environment.name"] == "test"
    children = collector.children(turn)
    assert len(children) == len(collector.spans) - 1
    of_redis = [each for each in children if has(each, "db.system.name", "redis")]
    of_spotify = [each for each in children if has(each, "server.address")]
    of_spotify = [each for each in of_spotify if each not in of_redis]
    assert [each.name for each in children if each.name == "verify"] == ["verify"]
    assert len(of_redis) == len(line.turns[0].redis.calls) > 0
    assert len(of_spotify) == len(line.turns[0].calls) > 5
    assert len(children) == 1 + len(of_redis) + len(of_spotify)
    assert "GET /v1/me/top/artists" in {each.name for each in of_spotify}
    port = attributes(of_redis[0].attributes)["server.port"]
    assert port == redis_server.port
    for each in children:
        assert turn.start_time_unix_nano <= each.start_time_unix_nano
        assert each.end_time_unix_nano <= turn.end_time_unix_nano
    text = str(collector.spans)
    assert not [word for word in ("ada", "amzn1.", "cache:") if word in text]


def has(span: Span, name: str, value: object = None) -> bool:
    """Whether the span has the attribute, with that value if one is given."""
    told = attributes(span.attributes)
    return name in told and value in (None, told[name])


@pytest.mark.parametrize(
    ("sampler", "ratio", "traceparent", "sampled"),
    [
        ("", "", "", True),
        ("", "", f"00-{TRACE}-{SPAN}-00", False),
        ("always_on", "", f"00-{TRACE}-{SPAN}-00", True),
        ("always_off", "", f"00-{TRACE}-{SPAN}-01", False),
        ("parentbased_always_off", "", "", False),
        ("parentbased_always_off", "", f"00-{TRACE}-{SPAN}-01", True),
        ("traceidratio", "0", f"00-{TRACE}-{SPAN}-01", False),
        ("traceidratio", "1", f"00-{TRACE}-{SPAN}-00", True),
        ("parentbased_traceidratio", "0", "", False),
        ("Parentbased_TraceIdRatio", "0.0", f"00-{TRACE}-{SPAN}-01", True),
    ],
)
async def test_the_sampler_decides(
    sampler: str, ratio: str, traceparent: str, *, sampled: bool
) -> None:
    environ = {
        "SKILL_ID": "x",
        "OTEL_TRACES_SAMPLER": sampler,
        "OTEL_TRACES_SAMPLER_ARG": ratio,
    }
    async with collecting() as collector:
        settings = load(environ | {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url})
        assert settings.traces
        tracing = Tracing(settings, settings.traces)
        turn = finished()
        if parent := parse_traceparent(traceparent):
            turn.trace, turn.span, turn.sampled = parent
        tracing(turn)
        await tracing.aclose()
    assert len(collector.turns()) == sampled


def finished(status: int | None = 200) -> Turn:
    """A turn that is over."""
    turn = Turn(time.monotonic)
    turn.status = status
    return turn.finish(1.0)


TRACES = TraceSettings(endpoint="http://127.0.0.1:9/v1/traces")


def spans_of(turn: Turn, settings: Settings | None = None) -> list[ReadableSpan]:
    spans = TurnSpans(settings or Settings(), TRACES, time.time_ns)
    return list(spans.of(turn, 1, None))


def test_a_retry_that_fails_is_an_error_and_the_turn_is_none() -> None:
    turn = Turn(time.monotonic)
    turn.add_call(SpotifyCall("/me", 2, 503, "unavailable", 0.1, 0.2))
    turn.add_call(SpotifyCall("/me", 1, None, "unreachable", 0.1, 0.2))
    turn.conclude("apologised", "unavailable")
    turn.status = 200
    refused, unreachable, own = spans_of(turn.finish(1.0))
    assert refused.attributes
    assert refused.attributes["http.request.resend_count"] == 1
    assert refused.attributes["error.type"] == "503"
    assert refused.attributes["server.address"] == "api.spotify.com"
    assert refused.attributes["server.port"] == 443
    assert unreachable.attributes
    assert unreachable.attributes["error.type"] == "unreachable"
    assert refused.status.status_code is StatusCode.ERROR
    assert own.status.status_code is StatusCode.UNSET
    assert own.attributes
    assert own.attributes["record_shelf.reason"] == "unavailable"


@pytest.mark.parametrize(
    ("status", "failed"), [(200, False), (400, False), (503, True), (None, True)]
)
def test_only_an_answer_that_the_server_owes_is_an_error(
    status: int | None, *, failed: bool
) -> None:
    (own,) = spans_of(finished(status))
    assert (own.status.status_code is StatusCode.ERROR) is failed


@pytest.mark.parametrize(
    ("url", "server"),
    [
        (
            "rediss://user:pass-word@h:6380/1",
            {"server.address": "h", "server.port": 6380},
        ),
        ("redis://h", {"server.address": "h"}),
        ("unix:///run/redis.sock", {"server.address": "/run/redis.sock"}),
        ("redis+cluster://a:1,b:2", {}),
    ],
)
def test_the_address_of_redis_has_no_password(
    url: str, server: dict[str, str | int]
) -> None:
    turn = Turn(time.monotonic)
    turn.redis.add(RedisCall("GET", 3, "TimeoutError", 0.1, 0.2))
    access, _ = spans_of(turn.finish(1.0), Settings(redis_url=Secret(url)))
    assert access.name == "PIPELINE GET"
    assert access.attributes == {
        "db.system.name": "redis",
        "db.operation.name": "PIPELINE GET",
        "db.operation.batch.size": 3,
        "error.type": "TimeoutError",
        **server,
    }


async def test_nobody_outside_gets_a_traceparent(tmp_path: Path) -> None:
    received: list[set[str]] = []

    async def outside(request: web.Request) -> web.Response:
        received.append({name.lower() for name in request.headers})
        return web.Response(status=404)

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", outside)
    async with TestServer(app) as server, collecting() as collector:
        url = str(server.make_url("/v1"))
        async with running(
            tmp_path, SPOTIFY_API_URL=url, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url
        ) as line:
            line.device = replace(line.device, token="ada")
            await say(line, "ListPlaylistsIntent", f"00-{TRACE}-{SPAN}-01")
    assert received
    assert not [names for names in received if names & {"traceparent", "tracestate"}]
    assert collector.turns()


async def test_a_collector_that_goes_and_comes_back_costs_two_lines(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    async with collecting() as collector:
        traces = TraceSettings(
            endpoint=f"{collector.url}/v1/traces", timeout_ms=100, queue=1, batch=1
        )
        exporter = LoggedExporter(exporter_of(traces))
        for status in (503, 503, 400, 200, 200):
            collector.status = status
            await asyncio.to_thread(exporter.export, spans_of(finished()))
        exporter.shutdown()
    lines = [each for each in caplog.records if each.name.startswith("service")]
    assert [line.message for line in lines] == [
        "the collector takes no traces; the doctor says why",
        "the collector takes traces again",
    ]


async def test_a_trace_is_sent_before_its_answer(tmp_path: Path) -> None:
    async with collecting() as collector:
        environ = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url}
        async with running(tmp_path, TRACES_BEFORE_ANSWER="on", **environ) as line:
            with pytest.MonkeyPatch.context() as patient:  # on a busy machine
                patient.setattr("service.observability.tracing.EXPORT_SECONDS", 5)
                assert (await line.opens()).status == 200
                assert len(collector.turns()) == 1
                assert (await line.get("/live"))[0] == 200
                assert (await asyncio.gather(line.opens(), line.opens()))[0].status
                assert len(collector.turns()) == 3
            collector.gate.clear()
            assert (await line.opens()).status == 200  # though nothing is sent
            assert (await line.opens()).status == 200
            assert len(collector.turns()) == 3
            collector.gate.set()
    assert len(collector.turns()) == 5


async def test_nothing_is_sent_before_an_answer_unless_asked_for(
    tmp_path: Path,
) -> None:
    async with collecting() as collector:
        environ = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url}
        async with running(tmp_path, **environ) as line:
            await line.opens()
            assert collector.exports == 0
    assert len(collector.turns()) == 1


async def test_a_collector_that_hangs_does_not_keep_the_process() -> None:
    async with collecting() as collector:
        collector.gate.clear()
        traces = TraceSettings(endpoint=f"{collector.url}/v1/traces")
        tracing = Tracing(Settings(), traces)
        tracing(finished())
        await tracing.aclose(0.05)
        assert collector.spans == []  # not waited for
        collector.gate.set()


async def test_a_turn_that_ends_just_when_an_export_does_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    exports: list[asyncio.Future[None]] = []

    def in_daemon(_call: object) -> asyncio.Future[None]:
        exports.append(asyncio.get_running_loop().create_future())
        return exports[-1]

    monkeypatch.setattr("service.observability.tracing.in_daemon", in_daemon)
    tracing = Tracing(Settings(), TraceSettings(endpoint="http://localhost:9"))
    tracing(finished())
    first = asyncio.create_task(tracing.send())
    await asyncio.sleep(0)
    tracing(finished())
    second = asyncio.create_task(tracing.send())
    exports[0].set_result(None)  # before the second turn's task begins
    await asyncio.wait([first])
    exports[1].set_result(None)
    await asyncio.wait([second])
    assert len(exports) == 2


@pytest.mark.slow
def test_where_traces_are_off_nothing_is_imported() -> None:
    """A turn of a process that has the packages, and no OTEL_ variable."""
    program = """
import asyncio, pathlib, sys, tempfile
from tests.service.running import running
async def turn():
    with tempfile.TemporaryDirectory() as folder:
        async with running(pathlib.Path(folder)) as line:
            assert (await line.opens()).status == 200
asyncio.run(turn())
print(*(name for name in sys.modules if name.startswith(("opentelemetry", "google."))))
"""
    listed = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()
    assert listed == []
