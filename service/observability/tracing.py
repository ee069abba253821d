"""Traces: OpenTelemetry spans of a turn and of what it waited for, sent by OTLP.

Imported only where OTEL_EXPORTER_OTLP_ENDPOINT is set. `TurnSpans` makes spans from the
record of a finished turn; `Tracing` decides which turns are sampled, and sends their
spans from a thread. Names follow the semantic conventions:
https://opentelemetry.io/docs/specs/semconv/http/http-spans/
https://opentelemetry.io/docs/specs/semconv/database/redis/
Spans are not started and ended while the turn runs. Measured for two spans, without
their export: 33 µs with the SDK's own calls, and 14 µs where the turn is not sampled;
5 µs and 2 µs from the record.
"""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, sampling
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    SpanExporter,
    SpanExportResult,
)
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.sdk.util.instrumentation import InstrumentationScope
from opentelemetry.trace import (
    NonRecordingSpan,
    SpanContext,
    SpanKind,
    Status,
    StatusCode,
    TraceFlags,
    set_span_in_context,
)

from providers.turn_telemetry import RedisCall, SpotifyCall, Turn
from service import VERSION
from service.observability.logs import short_id
from service.observability.redaction import printable
from service.otel_variables import Sampler, TraceSettings
from service.settings import Settings

Attributes = dict[str, str | int | bool]

NAME = "POST /alexa"

CLOSE_SECONDS = 1.5  # for what is queued at the end; platforms kill 10 s after SIGTERM

EXPORT_SECONDS = 0.05  # longest wait of an answer for its own trace

_ROOT = Context()
_SAMPLED = TraceFlags(TraceFlags.SAMPLED)
_SCOPE = InstrumentationScope("record-shelf", VERSION)
_OK = Status(StatusCode.UNSET)
_ERROR = Status(StatusCode.ERROR)

log = logging.getLogger(__name__)


class LoggedExporter(SpanExporter):
    """Export spans; log one line when the collector goes, and one when it is back.

    The exporter's own messages come with each batch, so they are switched off.
    """

    def __init__(self, exporter: SpanExporter) -> None:
        logging.getLogger("opentelemetry.exporter").setLevel(logging.CRITICAL)
        self._exporter = exporter
        self._out = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Export a batch; called in the processor's own thread."""
        result = self._exporter.export(spans)
        out = result is not SpanExportResult.SUCCESS
        if out and not self._out:
            log.warning("the collector takes no traces; the doctor says why")
        elif self._out and not out:
            log.info("the collector takes traces again")
        self._out = out
        return result

    def shutdown(self) -> None:
        """Close the connections."""
        self._exporter.shutdown()


class _Part(NamedTuple):
    """A child of a turn's span; `began` and `seconds` are those of the record."""

    name: str
    kind: SpanKind
    attributes: Attributes
    began: float
    seconds: float


class TurnSpans:
    """Make the spans of a finished turn: its own one, and a child for each wait."""

    def __init__(
        self, settings: Settings, traces: TraceSettings, wall_ns: Callable[[], int]
    ) -> None:
        """`wall_ns` returns nanoseconds since 1970."""
        self.ids = RandomIdGenerator()
        self._wall_ns = wall_ns
        self._resource = resource_of(settings, traces)
        self._redis_server = redis_server(settings)
        spotify = urlsplit(settings.spotify_api_url)
        self._spotify_path = spotify.path
        port = spotify.port or (443 if spotify.scheme == "https" else 80)
        self._spotify_server = server_attributes(spotify.hostname, port)

    def of(
        self, turn: Turn, trace_id: int, parent: SpanContext | None
    ) -> Iterator[ReadableSpan]:
        """Yield the spans, the turn's own one last; `parent` is the caller's span."""
        own = self._context(trace_id)
        ended = self._wall_ns()
        began = ended - int(turn.seconds * 1e9)
        for part in self._parts(turn):
            start = began + int(part.began * 1e9)
            end = start + int(part.seconds * 1e9)
            yield self._span(part, (self._context(trace_id), own), (start, end))
        attributes = turn_attributes(turn)
        root = _Part(NAME, SpanKind.SERVER, attributes, 0.0, turn.seconds)
        yield self._span(root, (own, parent), (began, ended))

    def _parts(self, turn: Turn) -> Iterator[_Part]:
        for phase in turn.phases:
            if phase.name == "verify":
                kind = SpanKind.INTERNAL
                yield _Part("verify", kind, {}, phase.began, phase.seconds)
        for access in turn.redis.calls:
            attributes = redis_attributes(access) | self._redis_server
            name = str(attributes["db.operation.name"])
            yield _Part(name, SpanKind.CLIENT, attributes, access.began, access.seconds)
        for call in turn.calls:
            attributes = self._spotify_attributes(call)
            name = f"{call.method} {attributes['url.template']}"
            yield _Part(name, SpanKind.CLIENT, attributes, call.began, call.seconds)

    def _span(
        self,
        part: _Part,
        contexts: tuple[SpanContext, SpanContext | None],
        times: tuple[int, int],
    ) -> ReadableSpan:
        own, parent = contexts
        return ReadableSpan(
            part.name,
            own,
            parent,
            self._resource,
            part.attributes,
            kind=part.kind,
            status=_ERROR if "error.type" in part.attributes else _OK,
            start_time=times[0],
            end_time=times[1],
            instrumentation_scope=_SCOPE,
        )

    def _context(self, trace_id: int) -> SpanContext:
        span_id = self.ids.generate_span_id()
        return SpanContext(trace_id, span_id, is_remote=False, trace_flags=_SAMPLED)

    def _spotify_attributes(self, call: SpotifyCall) -> Attributes:
        """Return a call's attributes; `url.full` is left out, since it holds ids."""
        attributes: Attributes = {
            "http.request.method": call.method,
            "url.template": self._spotify_path + call.endpoint,
            **self._spotify_server,
        }
        if call.status is not None:
            attributes["http.response.status_code"] = call.status
        if call.attempt > 1:
            attributes["http.request.resend_count"] = call.attempt - 1
        if call.status is not None and call.status >= 400:
            attributes["error.type"] = str(call.status)
        elif call.outcome != "ok":
            attributes["error.type"] = call.outcome
        return attributes


class Tracing:
    """A `TurnHook` that hands the spans of sampled turns to a thread, which sends them.

    The caller's trace is continued. Nobody outside gets a `traceparent`.
    """

    def __init__(
        self,
        settings: Settings,
        traces: TraceSettings,
        *,
        wall_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        """`wall_ns` returns nanoseconds since 1970."""
        self._spans = TurnSpans(settings, traces, wall_ns)
        self._sampler = sampler_of(traces)
        self._processor = BatchSpanProcessor(
            LoggedExporter(exporter_of(traces)),
            max_queue_size=traces.queue,
            schedule_delay_millis=traces.delay_ms,
            max_export_batch_size=traces.batch,
        )
        self._queued = False  # whether a span was queued that no `send` has taken
        self._late = False  # whether an export takes longer than an answer waits
        self._sending: asyncio.Future[None] | None = None

    def __call__(self, turn: Turn) -> None:
        parent = caller_of(turn)
        context = _ROOT
        if parent is None:
            trace_id = self._spans.ids.generate_trace_id()
        else:
            trace_id = parent.trace_id
            context = set_span_in_context(NonRecordingSpan(parent), _ROOT)
        result = self._sampler.should_sample(context, trace_id, NAME, SpanKind.SERVER)
        if result.decision is sampling.Decision.RECORD_AND_SAMPLE:
            for span in self._spans.of(turn, trace_id, parent):
                self._processor.on_end(span)
            self._queued = True

    async def send(self) -> None:
        """Send what is queued, and wait for it for at most `EXPORT_SECONDS`.

        It raises nothing: what cannot be sent in time is sent by the thread. While an
        export takes longer than that, nobody waits.
        """
        if not self._queued or self._late:
            return
        try:
            async with asyncio.timeout(EXPORT_SECONDS):
                await self._sent()
        except TimeoutError:
            self._late = True

    async def _sent(self) -> None:
        while self._queued:
            # An export that has ended a moment ago does not make its waiter wait.
            if self._sending is None or self._sending.done():
                self._queued = False
                self._sending = in_daemon(self._processor.force_flush)
                self._sending.add_done_callback(self._end)
            await asyncio.shield(self._sending)

    def _end(self, ended: "asyncio.Future[None]") -> None:
        self._late = False
        if self._sending is ended:
            self._sending = None

    async def aclose(self, seconds: float = CLOSE_SECONDS) -> None:
        """Send what is queued, for at most `seconds`; what is left then is lost."""
        with suppress(TimeoutError):
            await asyncio.wait_for(in_daemon(self._processor.shutdown), seconds)


def in_daemon(function: Callable[[], object]) -> "asyncio.Future[None]":
    """Run `function` in a thread that does not keep the process from its end."""
    loop = asyncio.get_running_loop()
    ended: asyncio.Future[None] = loop.create_future()

    def set_ended() -> None:
        if not ended.done():
            ended.set_result(None)

    def run() -> None:
        function()
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(set_ended)

    threading.Thread(target=run, name="traces", daemon=True).start()
    return ended


def exporter_of(traces: TraceSettings) -> SpanExporter:
    """Return the exporter to the collector; nothing is sent before the first span."""

    def text(path: Path | None) -> str | None:
        return None if path is None else str(path)

    return OTLPSpanExporter(
        endpoint=traces.endpoint,
        certificate_file=text(traces.certificate),
        client_key_file=text(traces.client_key),
        client_certificate_file=text(traces.client_certificate),
        headers={name: value.reveal() for name, value in traces.headers},
        timeout=traces.timeout_ms / 1000,
        compression=Compression(traces.compression.value),
    )


def sampler_of(traces: TraceSettings) -> sampling.Sampler:
    """Return OpenTelemetry's sampler of that name."""
    if traces.sampler is Sampler.TRACEIDRATIO:
        return sampling.TraceIdRatioBased(traces.ratio)
    if traces.sampler is Sampler.PARENTBASED_TRACEIDRATIO:
        return sampling.ParentBasedTraceIdRatio(traces.ratio)
    return {
        Sampler.ALWAYS_ON: sampling.ALWAYS_ON,
        Sampler.ALWAYS_OFF: sampling.ALWAYS_OFF,
        Sampler.PARENTBASED_ALWAYS_ON: sampling.DEFAULT_ON,
        Sampler.PARENTBASED_ALWAYS_OFF: sampling.DEFAULT_OFF,
    }[traces.sampler]


def turn_attributes(turn: Turn) -> Attributes:
    """Return what is told of a turn: nothing that was said, and nobody's name or id."""
    attributes: Attributes = {
        "http.request.method": "POST",
        "http.route": "/alexa",
        "url.path": "/alexa",
        "url.scheme": "http",
        "record_shelf.request_type": printable(turn.request_type),
        "record_shelf.outcome": turn.outcome,
    }
    for name, text in (
        ("request_id", short_id(turn.request_id)),
        ("intent", turn.intent and printable(turn.intent)),
        ("locale", turn.locale and printable(turn.locale)),
        ("reason", turn.reason),
    ):
        if text:
            attributes[f"record_shelf.{name}"] = text
    if turn.status is not None:
        attributes["http.response.status_code"] = turn.status
    if turn.cold:
        attributes["faas.coldstart"] = True
    if turn.outcome == "failed" or turn.status is None or turn.status >= 500:
        attributes["error.type"] = turn.reason or turn.outcome
    return attributes


def redis_attributes(access: RedisCall) -> Attributes:
    """Return an access' attributes: the command, never a key or a value."""
    pipelined = access.count > 1
    command = f"PIPELINE {access.command}" if pipelined else access.command
    attributes: Attributes = {"db.system.name": "redis", "db.operation.name": command}
    if pipelined:
        attributes["db.operation.batch.size"] = access.count
    if access.error is not None:
        attributes["error.type"] = access.error
    return attributes


def redis_server(settings: Settings) -> Attributes:
    """Return the address in REDIS_URL, without user and password.

    Empty for a cluster and for Sentinels: any of their servers may answer.
    """
    if settings.redis_url is None:
        return {}
    parts = urlsplit(settings.redis_url.reveal())
    if parts.scheme == "unix":
        return {"server.address": parts.path}
    if parts.scheme not in ("redis", "rediss"):
        return {}
    return server_attributes(parts.hostname, parts.port)


def server_attributes(host: str | None, port: int | None) -> Attributes:
    """Return host and port as attributes, as far as there are any."""
    attributes: Attributes = {"server.address": host} if host else {}
    return attributes | ({"server.port": port} if port else {})


def caller_of(turn: Turn) -> SpanContext | None:
    """Return the caller's span, where the request named one."""
    if turn.trace is None or turn.span is None:
        return None
    flags = _SAMPLED if turn.sampled else TraceFlags(TraceFlags.DEFAULT)
    trace_id, span_id = int(turn.trace, 16), int(turn.span, 16)
    return SpanContext(trace_id, span_id, is_remote=True, trace_flags=flags)


def resource_of(settings: Settings, traces: TraceSettings) -> Resource:
    """Return who sends the spans; OTEL_SERVICE_NAME and its kind come first."""
    own = {"service.name": "record-shelf", "service.version": VERSION}
    if settings.instance is not None:
        own["service.instance.id"] = printable(settings.instance)
    return Resource.create({**own, **traces.resource})
