"""What the doctor says of the collector of traces."""

import asyncio
from pathlib import Path

import pytest

from service.commands.doctor import local_checks, trace_checks
from service.commands.doctor.report import CheckResult
from tests.conftest import free_port
from tests.service.commands.doctor.contexts import context
from tests.service.https_bucket import Identity, serving
from tests.service.trace_collector import collecting

ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT"
CERTIFICATE = "OTEL_EXPORTER_OTLP_CERTIFICATE"


async def found(tmp_path: Path, **environ: str) -> list[CheckResult]:
    return await trace_checks.collector(context(tmp_path, **environ))


@pytest.mark.parametrize(
    ("status", "message", "cure"),
    [
        (401, "refuses OTEL_EXPORTER_OTLP_HEADERS (401)", "name=value"),
        (403, "refuses OTEL_EXPORTER_OTLP_HEADERS (403)", "name=value"),
        (404, "answers 404", "such as http://localhost:4318"),
        (503, "answers 503", "such as http://localhost:4318"),
    ],
)
async def test_a_collector_that_refuses_is_told(
    tmp_path: Path, status: int, message: str, cure: str
) -> None:
    async with collecting() as collector:
        headers = "authorization=pass-word"
        environ = {ENDPOINT: collector.url, "OTEL_EXPORTER_OTLP_HEADERS": headers}
        assert await found(tmp_path, **environ) == []
        assert collector.headers["authorization"] == "pass-word"
        assert (collector.exports, collector.spans) == (1, [])
        collector.status = status
        (result,) = await found(tmp_path, **environ)
    assert message in result.message
    assert cure in result.cure
    assert "pass-word" not in str(result)


async def test_nobody_there_and_no_traces_and_wrong_settings(tmp_path: Path) -> None:
    (result,) = await found(tmp_path, **{ENDPOINT: f"http://127.0.0.1:{free_port()}"})
    assert "no collector answers" in result.message
    assert "4317 is for grpc" in result.cure
    assert await found(tmp_path) == []
    wrong = {ENDPOINT: "http://127.0.0.1:9", "OTEL_TRACES_SAMPLER": "x"}
    assert await found(tmp_path, **wrong) == []


async def test_certificates_that_are_refused_are_told(tmp_path: Path) -> None:
    no_pem = tmp_path / "no.pem"
    no_pem.write_text("no certificate")
    async with serving(tmp_path, Identity("localhost")) as bucket:
        here = {ENDPOINT: f"https://localhost:{bucket.port}"}
        own = {"OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE": str(no_pem)}
        for environ in (here, here | {CERTIFICATE: str(no_pem)}, here | own):
            (result,) = await found(tmp_path, **environ)
            assert "certificate" in result.message
            assert "PEM file" in result.cure
        authority = tmp_path / "authority.pem"
        authority.write_bytes(bucket.root.pem)
        (result,) = await found(tmp_path, **here, **{CERTIFICATE: str(authority)})
        assert "answers 405" in result.message  # trusted; it is no collector


async def test_something_that_speaks_no_http(tmp_path: Path) -> None:
    """As the port for grpc does: it sends frames of HTTP/2."""

    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(bytes((0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 5, 0, 0, 64, 0)))
        writer.close()
        await writer.wait_closed()

    async with await asyncio.start_server(greet, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        (result,) = await found(tmp_path, **{ENDPOINT: f"http://127.0.0.1:{port}"})
    assert "no collector answers HTTP" in result.message


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("OTEL_EXPORTER_OTLP_ENDPIONT", ENDPOINT),
        ("OTEL_EXPORTER_OTPL_ENDPOINT", ENDPOINT),
        ("OTEL_TRACE_SAMPLER", "OTEL_TRACES_SAMPLER"),
        ("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", None),
        ("OTEL_METRICS_EXPORTER", None),
        ("OTEL_BLRP_SCHEDULE_DELAY", None),
        ("OTEL_EXPORTER_OTLP_TRACES_HEADERS", None),
    ],
)
async def test_a_misspelt_variable_is_told(
    tmp_path: Path, name: str, known: str | None
) -> None:
    results = await local_checks.misspelt(context(tmp_path, **{name: "x"}))
    cures = [result.cure for result in results]
    assert cures == ([f"did you mean {known}? Rename it"] if known else [])
