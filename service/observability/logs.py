"""Logging: one JSON object a line, one line for every turn, no personal data.

`set_up_logging` configures the standard library's loggers. `TurnLogWriter` is the
`TurnHook` that writes the line of a turn without them, because that line is written
for every request; through records, handlers and formatters it would cost three times
as much.
"""

import json
import logging
import re
import time
import traceback
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

import msgspec

from providers.turn_telemetry import RedisCall, Turn
from service import VERSION
from service.observability.log_stream import Write
from service.observability.redaction import LONGEST_TEXT, Redaction, cut, printable
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

# Frames of a stack in a log line, the innermost ones: a recursion has a thousand.
MOST_FRAMES = 50

# A value of a field in LOG_FORMAT=text that needs no quotes.
_PLAIN_VALUE = re.compile(r"[^\s=\"]+")

turn_log = logging.getLogger("service.turn")

Origin = Mapping[str, str]
"""Fields of every JSON line that say which process wrote it."""

NO_ORIGIN: Origin = MappingProxyType({})

TurnHook = Callable[[Turn], None]
"""Function that is called with each finished turn: a log, metrics, a trace.

Called once for each turn, in the event loop; has to be quick and must not raise.
"""


def log_turn(turn: Turn) -> None:
    """Log a turn through `logging`: INFO, or ERROR if our own code failed."""
    level = level_of(turn)
    if turn_log.isEnabledFor(level):
        # Built by hand: finding the caller's file and line costs more than the rest.
        record = logging.LogRecord(turn_log.name, level, "", 0, "turn", (), None)
        record.fields = turn_fields(turn)
        record.trace, record.span = turn.trace, turn.span
        turn_log.handle(record)


def level_of(turn: Turn) -> int:
    """Return the level of a turn's line."""
    return logging.ERROR if turn.outcome == "failed" else logging.INFO


def milliseconds(seconds: float) -> float:
    """Return seconds as milliseconds with two decimals."""
    return round(seconds * 1e3, 2)


def turn_fields(turn: Turn) -> dict[str, object]:
    """Return the fields of a turn's log line; times are in milliseconds."""
    return {
        "request_id": short_id(turn.request_id),
        "request_type": printable(turn.request_type),
        "intent": _word(turn.intent),
        "locale": _word(turn.locale),
        "outcome": turn.outcome,
        "reason": turn.reason,
        "status": turn.status,
        "ms": round(turn.seconds * 1e3, 2),
        "deadline_left_ms": round(turn.deadline_left * 1e3, 2),
        "phases": {p.name: round(p.seconds * 1e3, 2) for p in turn.phases},
        "cache": [f"{use.kind}:{use.role}" for use in turn.cache],
        "cache_error": cache_error(turn.redis.calls),
        "retries": sum(c.attempt > 1 for c in turn.calls) if turn.calls else 0,
        "rate_limited": sum(c.status == 429 for c in turn.calls) if turn.calls else 0,
        "rejection": _word(turn.rejection),
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


def short_id(request_id: str | None) -> str | None:
    """Return what is after the last full stop of `amzn1.echo-api.request.<id>`.

    Before it stands the same for everybody; `Redaction` hides what begins so.
    """
    return request_id and printable(request_id.rpartition(".")[2])


def cache_error(calls: list[RedisCall]) -> str | None:
    """Return the word of the first access to Redis that failed, or None."""
    return next((call.error for call in calls if call.error), None) if calls else None


def _word(text: str | None) -> str | None:
    """Return a text of the request as a log field: short and on one line."""
    return text if text is None else printable(text)


def format_stack(record: logging.LogRecord) -> str | None:
    """Return an exception's type and stack, never its text; None without one.

    The text of an exception from below may quote what it choked on: a body, a URL, a
    token. Its type and place say enough to find the fault.
    """
    if not record.exc_info or record.exc_info[0] is None:
        return None
    error_type, _, trace = record.exc_info
    frames = traceback.extract_tb(trace)
    lines = [f"{f.filename}:{f.lineno} {f.name}" for f in frames[-MOST_FRAMES:]]
    if len(frames) > MOST_FRAMES:
        lines.insert(0, f"… {len(frames) - MOST_FRAMES} more")
    return "\n".join([error_type.__qualname__, *reversed(lines)])


class JsonFormatter(logging.Formatter):
    """Format a record as a JSON object: severity, message, logger, time, its fields.

    `project` is the Google Cloud project, for the full name of a trace. `origin` is
    part of every line.
    """

    def __init__(
        self,
        redact: Callable[[str], str] = str,
        project: str | None = None,
        origin: Origin = NO_ORIGIN,
    ) -> None:
        super().__init__()
        self._origin = origin
        self._encoder = msgspec.json.Encoder(enc_hook=str)
        self._redact = redact
        self._traces = trace_prefix(project)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, without a line break."""
        line: dict[str, object] = {
            "severity": SEVERITIES.get(record.levelno, "DEFAULT"),
            "message": cut(record.getMessage(), self._redact),
            "logger": record.name,
            "time": rfc3339(record.created),
            **self._origin,
        }
        if (stack := format_stack(record)) is not None:
            line["stack_trace"] = stack
        for name, value in getattr(record, "fields", {}).items():
            line[name] = cut(value, self._redact) if isinstance(value, str) else value
        if (trace := getattr(record, "trace", None)) is not None:
            line[TRACE] = self._traces + trace
            line[SPAN] = getattr(record, "span", None)
        return self._redact(self._encoder.encode(line).decode())


class TextFormatter(logging.Formatter):
    """Format a record for people: severity, message, the fields that are set."""

    def __init__(self, redact: Callable[[str], str] = str) -> None:
        super().__init__()
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; a stack takes further lines below it, each indented.

        No text within a record can begin a line or look like another field.
        """
        severity = SEVERITIES.get(record.levelno, "DEFAULT")
        message = cut(record.getMessage(), self._redact)
        fields = getattr(record, "fields", {}).items()
        parts = [
            f"{severity:<8} {message}",
            *(f"{k}={self._value(v)}" for k, v in fields if v not in (None, [], {})),
        ]
        if (stack := format_stack(record)) is not None:
            lines = (printable(line, LONGEST_TEXT) for line in stack.split("\n"))
            parts.append("".join(f"\n    {line}" for line in lines))
        return self._redact(" ".join(parts))

    def _value(self, value: object) -> str:
        """Return a field's value as one word, in quotes if it has several."""
        text = cut(value if isinstance(value, str) else repr(value), self._redact)
        if isinstance(value, str) and not _PLAIN_VALUE.fullmatch(text):
            return json.dumps(text, ensure_ascii=False)
        return text


def origin_of(settings: Settings) -> Origin:
    """Return the version, and the instance where the platform names it."""
    if settings.instance is None:
        return {"version": VERSION}
    return {"version": VERSION, "instance": printable(settings.instance)}


def trace_prefix(project: str | None) -> str:
    """Return what precedes a trace id in its full name; "" without a project."""
    return f"projects/{project}/traces/" if project else ""


def rfc3339(seconds: float) -> str:
    """Return seconds since 1970 as an RFC 3339 time with milliseconds, in UTC."""
    whole = int(seconds)
    return f"{_second(whole)}.{int((seconds - whole) * 1000):03d}Z"


@lru_cache(maxsize=2)
def _second(whole: int) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(whole))


class MalformedHttpFilter(logging.Filter):
    """Replace aiohttp's traceback for bytes that are not HTTP by one INFO line.

    The open internet sends such bytes all day; quoting them would put foreign input
    into the log.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; return True, which keeps it."""
        error_type = record.exc_info[0] if record.exc_info else None
        if (
            error_type is not None
            and error_type.__module__ == "aiohttp.http_exceptions"
        ):
            record.levelno, record.levelname = logging.INFO, "INFO"
            record.msg, record.args, record.exc_info = "not HTTP", (), None
        return True


class LogHandler(logging.Handler):
    """Hand each formatted record to a `Write` function, as one line."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write = write

    def emit(self, record: logging.LogRecord) -> None:
        """Format and write; a record that cannot be formatted is told by its logger."""
        try:
            line = self.format(record)
        except Exception:  # noqa: BLE001 - a log call never ends what it tells of
            broken = logging.makeLogRecord(
                {
                    "name": record.name,
                    "levelno": logging.ERROR,
                    "msg": "a log record could not be formatted",
                }
            )
            line = self.format(broken)
        self._write(line.encode(errors="backslashreplace") + b"\n")


def drop_line(settings: Settings) -> Callable[[int], bytes]:
    """Return a function that returns the line which tells of dropped lines."""
    formatter = _formatter(settings)

    def describe(dropped: int) -> bytes:
        record = logging.makeLogRecord(
            {
                "name": __name__,
                "levelno": logging.WARNING,
                "msg": "log lines were dropped",
                "fields": {"dropped": dropped},
            }
        )
        return formatter.format(record).encode() + b"\n"

    return describe


def set_up_logging(settings: Settings, write: Write) -> None:
    """Send all log records to `write`, ours from LOG_LEVEL on.

    Libraries log from WARNING on only: their DEBUG lines may hold headers.
    """
    # The platform knows thread and process; finding them out costs every line.
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = LogHandler(write)
    handler.setFormatter(_formatter(settings))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for package in ("service", "handlers", "providers"):
        logging.getLogger(package).setLevel(settings.log_level.upper())
    logging.getLogger("aiohttp.server").addFilter(MalformedHttpFilter())


def _formatter(settings: Settings) -> logging.Formatter:
    redact = Redaction(settings.secrets())
    if settings.log_format is LogFormat.JSON:
        project = settings.google_cloud_project
        return JsonFormatter(redact, project, origin_of(settings))
    return TextFormatter(redact)


def turn_log_writer(settings: Settings, write: Write) -> TurnHook:
    """Return the `TurnHook` that hands turns to `write` in LOG_FORMAT."""
    if settings.log_format is not LogFormat.JSON:
        return log_turn
    redact = Redaction(settings.secrets())
    project = settings.google_cloud_project
    return TurnLogWriter(write, redact, project, origin_of(settings))


class TurnLogWriter:
    """A `TurnHook` that writes the same line as `JsonFormatter` after `log_turn`."""

    def __init__(
        self,
        write: Write,
        redact: Redaction,
        project: str | None = None,
        origin: Origin = NO_ORIGIN,
        *,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """`project` and `origin` are as for `JsonFormatter`.

        `wall` returns seconds since 1970.
        """
        self._origin = origin
        self._write = write
        self._redact = redact
        self._traces = trace_prefix(project)
        self._wall = wall
        self._encode = msgspec.json.Encoder().encode

    def __call__(self, turn: Turn) -> None:
        level = level_of(turn)
        if not turn_log.isEnabledFor(level):
            return
        self._write(self._line(turn, level) + b"\n")

    def _line(self, turn: Turn, level: int) -> bytes:
        fields = {
            "severity": SEVERITIES[level],
            "message": "turn",
            "logger": turn_log.name,
            "time": rfc3339(self._wall()),
            **self._origin,
            **turn_fields(turn),
        }
        if turn.trace is not None:
            fields[TRACE], fields[SPAN] = self._traces + turn.trace, turn.span
        line = self._encode(fields)
        if self._redact.suspects(line):
            line = self._redact(line.decode()).encode()
        return line
