"""The line of a turn, without the detour that other lines take.

Every request writes one. Through the standard library's records, handlers and
formatters it would cost three times as much.
"""

import time
from collections.abc import Callable
from typing import TextIO

import msgspec

from providers.turn import Turn
from service.observability import (
    SEVERITIES,
    SPAN,
    TRACE,
    TurnListener,
    level_of,
    log_turn,
    rfc3339,
    traces_of,
    turn_fields,
    turn_log,
)
from service.redaction import Redaction
from service.settings import LogFormat, Settings

Write = Callable[[bytes], None]


def turn_lines(settings: Settings, stream: TextIO) -> TurnListener:
    """The listener that writes each turn to `stream`, in the format of the settings."""
    if settings.log_format is not LogFormat.JSON:
        return log_turn
    redact = Redaction(settings.secrets())
    return TurnLines(writer(stream), redact, settings.google_cloud_project)


def writer(stream: TextIO) -> Write:
    """Writes whole lines to what is below `stream`, at once.

    Beside other lines: those are flushed one by one, so that none is torn.
    """
    raw = stream.buffer

    def write(line: bytes) -> None:
        raw.write(line)
        raw.flush()

    return write


class TurnLines:
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
