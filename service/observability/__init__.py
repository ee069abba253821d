"""Observability: log lines, redaction, metrics, traces, health.

Each finished `Turn` is handed to the `TurnHook`s: `turn_log_writer` returns the hook
that writes the log line, `TurnMetrics` is the hook that counts. `LogStream` writes the
lines, `Health` knows the state of the other parts. `prometheus` and `tracing`
are not imported here: only a process with METRICS_PORT or with traces needs them.
"""

from service.observability.health import Health, HealthSnapshot
from service.observability.log_stream import ClosedStream, LogStream, descriptor_of
from service.observability.logs import (
    TurnHook,
    drop_line,
    log_turn,
    set_up_logging,
    turn_log_writer,
)
from service.observability.metrics import TurnMetrics

__all__ = [
    "ClosedStream",
    "Health",
    "HealthSnapshot",
    "LogStream",
    "TurnHook",
    "TurnMetrics",
    "descriptor_of",
    "drop_line",
    "log_turn",
    "set_up_logging",
    "turn_log_writer",
]
