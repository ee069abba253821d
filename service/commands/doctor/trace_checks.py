"""Check of traces: whether the collector takes what the service would send."""

import ssl
from pathlib import Path

import aiohttp

from service.commands.doctor.report import CheckContext, CheckResult, warning
from service.otel_variables import ENDPOINT, OTEL_REMEDIES, TraceSettings

CHECK = "traces"

_HEADERS = "OTEL_EXPORTER_OTLP_HEADERS"

_CERTIFICATE = "OTEL_EXPORTER_OTLP_CERTIFICATE"


async def collector(context: CheckContext) -> list[CheckResult]:
    """Check that the collector takes an export without a span.

    Problem: no answer, a refusal, or an answer of something else. Remedy: the address,
    the headers or the certificates. The skill answers without a collector as well.
    """
    traces = context.settings.traces
    if traces is None or not all(map(context.sound, OTEL_REMEDIES)):
        return []
    try:
        status = await _export_nothing(traces, _trust(traces, context))
    except (ssl.SSLError, aiohttp.ClientSSLError):
        message = "the collector's certificate, or our own one for it, is refused"
        return [warning(CHECK, message, OTEL_REMEDIES[_CERTIFICATE])]
    except (aiohttp.ClientError, TimeoutError, OSError):
        message = f"no collector answers HTTP at {ENDPOINT}"
        cure = (
            "start it, let this machine reach it, and give its port for http/protobuf"
            " (4318 of most collectors; 4317 is for grpc)"
        )
        return [warning(CHECK, message, cure)]
    if status in (401, 403):
        message = f"the collector refuses {_HEADERS} ({status})"
        return [warning(CHECK, message, OTEL_REMEDIES[_HEADERS])]
    if status >= 300:
        message = f"the collector answers {status} to an export"
        return [warning(CHECK, message, OTEL_REMEDIES[ENDPOINT])]
    return []


def _trust(traces: TraceSettings, context: CheckContext) -> ssl.SSLContext:
    """Return TLS settings as the exporter has them; raise OSError for a bad file."""
    if traces.certificate is None and traces.client_certificate is None:
        return context.trust
    trust = ssl.create_default_context(cafile=traces.certificate)
    if traces.client_certificate is not None:
        key: Path | None = traces.client_key
        trust.load_cert_chain(traces.client_certificate, key)
    return trust


async def _export_nothing(traces: TraceSettings, trust: ssl.SSLContext) -> int:
    """Post an `ExportTraceServiceRequest` of no spans; return the status."""
    headers = {name: value.reveal() for name, value in traces.headers}
    headers["Content-Type"] = "application/x-protobuf"
    async with (
        aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(ssl=trust),
            timeout=aiohttp.ClientTimeout(total=traces.timeout_ms / 1000),
        ) as http,
        # An empty message of protobuf is no byte at all.
        http.post(
            traces.endpoint, data=b"", headers=headers, allow_redirects=False
        ) as reply,
    ):
        return reply.status
