"""A stand-in of an OpenTelemetry collector: takes spans over HTTP and draws traces."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestServer
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.common.v1.common_pb2 import KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import Span

WIDTH = 40  # characters that a drawing's time line is wide


@dataclass
class Collector:
    """What was received, and how it answers.

    status: HTTP status of its answers. gate: it answers while this is set.
    """

    url: str = ""
    status: int = 200
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    exports: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    resource: dict[str, str | int | bool] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    async def take(self, request: web.Request) -> web.Response:
        """Answer POST /v1/traces."""
        body = await request.read()  # decompressed
        export = ExportTraceServiceRequest.FromString(body)
        self.exports += 1
        self.headers = {name.lower(): text for name, text in request.headers.items()}
        await self.gate.wait()
        if self.status != 200:
            return web.Response(status=self.status)
        for of_resource in export.resource_spans:
            self.resource = attributes(of_resource.resource.attributes)
            for of_scope in of_resource.scope_spans:
                self.spans += of_scope.spans
        reply = ExportTraceServiceResponse().SerializeToString()
        return web.Response(body=reply, content_type="application/x-protobuf")

    def turns(self) -> list[Span]:
        """Return the spans of whole turns, the earliest first."""
        turns = [span for span in self.spans if span.kind == Span.SPAN_KIND_SERVER]
        return sorted(turns, key=lambda span: span.start_time_unix_nano)

    def children(self, parent: Span) -> list[Span]:
        """Return a span's children, the earliest first."""
        children = [
            span for span in self.spans if span.parent_span_id == parent.span_id
        ]
        return sorted(children, key=lambda span: span.start_time_unix_nano)

    def drawn(self, turn: Span) -> str:
        """Return a line for the turn and for each child: its time, bar and name.

        Children of one name that follow each other are one line, from the first one's
        start to the last one's end.
        """
        groups = itertools.groupby(self.children(turn), lambda span: span.name)
        lines = [line([turn], turn)]
        lines += [line(list(spans), turn) for _, spans in groups]
        return "\n".join(lines)


def line(spans: list[Span], turn: Span) -> str:
    """Return the line of these spans in the drawing of a turn."""
    whole = max(turn.end_time_unix_nano - turn.start_time_unix_nano, 1)
    began = spans[0].start_time_unix_nano - turn.start_time_unix_nano
    ended = max(span.end_time_unix_nano for span in spans)
    lasted = ended - spans[0].start_time_unix_nano
    left = min(began * WIDTH // whole, WIDTH - 1)
    bar = " " * left + "█" * max(1, min(lasted * WIDTH // whole, WIDTH - left))
    indent = "" if spans == [turn] else "  "
    times = f" ×{len(spans)}" if len(spans) > 1 else ""
    name = f"{indent}{spans[0].name}{times}"
    return f"{began / 1e6:7.1f} ms {lasted / 1e6:7.1f} ms  {bar:<{WIDTH}}  {name}"


def attributes(pairs: "list[KeyValue]") -> dict[str, str | int | bool]:
    """Return attributes as plain values."""
    return {
        pair.key: getattr(pair.value, str(pair.value.WhichOneof("value")))
        for pair in pairs
    }


@asynccontextmanager
async def collecting() -> AsyncIterator[Collector]:
    """A collector on a port of its own, until the block ends."""
    collector = Collector()
    collector.gate.set()
    app = web.Application()
    app.router.add_post("/v1/traces", collector.take)
    async with TestServer(app) as server:
        collector.url = str(server.make_url("")).rstrip("/")
        yield collector
