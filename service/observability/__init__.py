"""Observability: log lines, redaction, metrics, health.

Each finished `Turn` is handed to `TurnHook`s: `logs` writes its line, `metrics` counts.
`prometheus` is imported only with METRICS_PORT.
"""
