"""Log lines: one JSON object each, no personal data, one for every turn."""

import logging
import sys
import time
import traceback
from collections.abc import Callable
from functools import lru_cache
from typing import TextIO

import msgspec

from providers.turn import Turn
from service.observability.redaction import Redaction
from service.settings import LogFormat, Settings

# Cloud Logging's names: https://cloud.google.com/logging/docs/structured-logging
SEVERITIES = {
    logging.DEBUG: "DEBUG",
    logging.INFO: "INFO",
    logging.WARNING: "WARNING",
    logging.ERROR: "ERROR",
    logging.CRITICAL: "CRITICAL",
}

# https://cloud.google.com/logging/docs/agent/logging/configuration#special-fields
TRACE = "logging.googleapis.com/trace"

SPAN = "logging.googleapis.com/spanId"

turn_log = logging.getLogger("service.turn")

TurnHook = Callable[[Turn], None]

"""Somebody who wants to know of every turn: a log, metrics, a trace, the console.

Called once a turn, in the event loop: quick, and never raising.
"""


def log_turn(turn: Turn) -> None:
    """The first listener: one INFO line a turn, a ERROR where our own code failed."""
    level = level_of(turn)
    if turn_log.isEnabledFor(level):
        # Made by hand: to look for the caller's file and line costs more than the rest.
        record = logging.LogRecord(turn_log.name, level, "", 0, "turn", (), None)
        record.fields = turn_fields(turn)
        record.trace, record.span = turn.trace, turn.span
        turn_log.handle(record)


def level_of(turn: Turn) -> int:
    return logging.ERROR if turn.outcome == "failed" else logging.INFO


def milliseconds(seconds: float) -> float:
    return round(seconds * 1e3, 2)


def turn_fields(turn: Turn) -> dict[str, object]:
    """A turn as the fields of its log line; times in milliseconds."""
    return {
        "request_type": turn.request_type,
        "intent": turn.intent,
        "locale": turn.locale,
        "outcome": turn.outcome,
        "reason": turn.reason,
        "ms": milliseconds(turn.seconds),
        "deadline_left_ms": milliseconds(turn.deadline_left),
        "phases": {one.name: round(one.seconds * 1e3, 2) for one in turn.phases},
        "cache": [f"{use.kind}:{use.role}" for use in turn.cache],
        "retries": sum(c.attempt > 1 for c in turn.calls) if turn.calls else 0,
        "rate_limited": sum(c.status == 429 for c in turn.calls) if turn.calls else 0,
        "rejection": turn.rejection,
        "cold": turn.cold,
        "calls": [
            {
                "endpoint": call.endpoint,
                "attempt": call.attempt,
                "status": call.status,
                "outcome": call.outcome,
                "at_ms": milliseconds(call.began),
                "ms": milliseconds(call.seconds),
            }
            for call in turn.calls
        ],
    }


def format_stack(record: logging.LogRecord) -> str | None:
    """Where an exception came from: types and lines, never its text.

    The text of an exception from below may quote what it choked on: a body, a URL, a
    token. Its type and place say enough to find the fault.
    """
    if not record.exc_info or record.exc_info[0] is None:
        return None
    kind, _, trace = record.exc_info
    lines = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
    return "\n".join([kind.__qualname__, *reversed(lines)])


class JsonFormatter(logging.Formatter):
    """One JSON object a line: severity, message, logger, time, the record's fields.

    `project` is Google's, for the full name of a trace.
    """

    def __init__(
        self, redact: Callable[[str], str] = str, project: str | None = None
    ) -> None:
        super().__init__()
        self._encoder = msgspec.json.Encoder(enc_hook=str)
        self._redact = redact
        self._traces = traces_of(project)

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "severity": SEVERITIES.get(record.levelno, "DEFAULT"),
            "message": record.getMessage(),
            "logger": record.name,
            "time": rfc3339(record.created),
        }
        if (trace := format_stack(record)) is not None:
            line["stack_trace"] = trace
        line.update(getattr(record, "fields", {}))
        if (caller := getattr(record, "trace", None)) is not None:
            line[TRACE] = self._traces + caller
            line[SPAN] = getattr(record, "span", None)
        return self._redact(self._encoder.encode(line).decode())


class TextFormatter(logging.Formatter):
    """The same for eyes."""

    def __init__(self, redact: Callable[[str], str] = str) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        fields = getattr(record, "fields", {})
        told = " ".join(
            f"{k}={v}" for k, v in fields.items() if v not in (None, [], {})
        )
        severity = SEVERITIES.get(record.levelno, "DEFAULT")
        trace = format_stack(record)
        parts = [f"{severity:<8} {record.getMessage()}", told, trace and f"\n{trace}"]
        return self._redact(" ".join(part for part in parts if part))


def traces_of(project: str | None) -> str:
    """What comes before a trace's id in its full name."""
    return f"projects/{project}/traces/" if project else ""


def rfc3339(seconds: float) -> str:
    whole = int(seconds)
    return f"{_second(whole)}.{int((seconds - whole) * 1000):03d}Z"


@lru_cache(maxsize=2)
def _second(whole: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(whole))


class MalformedHttpFilter(logging.Filter):
    """Turns aiohttp's traceback for bytes that are no HTTP into one line.

    The open internet sends such bytes all day; quoting them would put foreign input
    into the log.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        kind = record.exc_info[0] if record.exc_info else None
        if kind is not None and kind.__module__ == "aiohttp.http_exceptions":
            record.levelno, record.levelname = logging.INFO, "INFO"
            record.msg, record.args, record.exc_info = "not HTTP", (), None
        return True


def set_up_logging(settings: Settings, stream: TextIO = sys.stdout) -> None:
    """Sends everything that is logged to `stream`, ours from the level of settings on.

    Libraries speak from WARNING on only: their DEBUG lines may hold headers.
    """
    # Which thread and process spoke is told by the platform, and costs every line.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_formatter(settings))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for floor in ("service", "handlers", "providers"):
        logging.getLogger(floor).setLevel(settings.log_level.upper())
    logging.getLogger("aiohttp.server").addFilter(MalformedHttpFilter())


def _formatter(settings: Settings) -> logging.Formatter:
    redact = Redaction(settings.secrets())
    if settings.log_format is LogFormat.JSON:
        return JsonFormatter(redact, settings.google_cloud_project)
    return TextFormatter(redact)


# FOLDED The line of a turn, without the detour that other lines take.
#
# Every request writes one. Through the standard library's records, handlers and
# formatters it would cost three times as much.
#

Write = Callable[[bytes], None]


def turn_log_writer(settings: Settings, stream: TextIO) -> TurnHook:
    """The listener that writes each turn to `stream`, in the format of the settings."""
    if settings.log_format is not LogFormat.JSON:
        return log_turn
    redact = Redaction(settings.secrets())
    return TurnLogWriter(writer(stream), redact, settings.google_cloud_project)


def writer(stream: TextIO) -> Write:
    """Writes whole lines to what is below `stream`, at once.

    Beside other lines: those are flushed one by one, so that none is torn.
    """
    raw = stream.buffer

    def write(line: bytes) -> None:
        raw.write(line)
        raw.flush()

    return write


class TurnLogWriter:
    """Writes what `JsonFormatter` would make of `log_turn`'s record."""

    def __init__(
        self,
        write: Write,
        redact: Redaction,
        project: str | None = None,
        *,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`project` is Google's, for the full name of a trace; `wall` counts from
        1970, in seconds."""
        self._write = write
        self._redact = redact
        self._traces = traces_of(project)
        self._wall = wall
        self._encode = msgspec.json.Encoder().encode

    def __call__(self, turn: Turn) -> None:
        level = level_of(turn)
        if not turn_log.isEnabledFor(level):
            return
        try:
            self._write(self._line(turn, level) + b"\n")
        except (OSError, ValueError):  # nobody reads it any more; logging says so
            log_turn(turn)

    def _line(self, turn: Turn, level: int) -> bytes:
        fields = {
            "severity": SEVERITIES[level],
            "message": "turn",
            "logger": turn_log.name,
            "time": rfc3339(self._wall()),
            **turn_fields(turn),
        }
        if turn.trace is not None:
            fields[TRACE], fields[SPAN] = self._traces + turn.trace, turn.span
        line = self._encode(fields)
        if self._redact.suspects(line):
            line = self._redact(line.decode()).encode()
        return line
