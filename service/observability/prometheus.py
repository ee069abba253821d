"""Prometheus exposition: `GET /metrics`, on a port of its own."""

import asyncio
import platform
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import get_args

from aiohttp import web
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
)
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from providers.cache.store import StoreState
from service import VERSION
from service.observability.health import Health, HealthSnapshot
from service.observability.metrics import Histogram, LabelledCounter, TurnMetrics

PREFIX = "record_shelf_"
LAG_EVERY = 0.25  # seconds between two looks at how late the loop is
LAG_BOUNDS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)


def metrics_app(metrics: TurnMetrics, health: Health) -> web.Application:
    """Return the application for scrapers; it measures event loop lag while it runs."""
    lag = Histogram(LAG_BOUNDS)
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)

    async def scrape(_request: web.Request) -> web.Response:
        turns = TurnCollector(metrics, lag, await health.snapshot())
        body = generate_latest(turns) + generate_latest(registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def watch(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(watch_loop(lag, asyncio.get_running_loop().time))
        yield
        task.cancel()

    app = web.Application()
    app.router.add_get("/metrics", scrape)
    app.cleanup_ctx.append(watch)
    return app


async def watch_loop(
    lag: Histogram, clock: Callable[[], float], every: float = LAG_EVERY
) -> None:
    """Add to `lag` how late the event loop fires a timer, until cancelled."""
    while True:
        due = clock() + every
        await asyncio.sleep(every)
        lag.add(max(0.0, clock() - due))


class TurnCollector(Collector):
    """Prometheus collector of all metrics at one moment."""

    def __init__(
        self, metrics: TurnMetrics, lag: Histogram, snapshot: HealthSnapshot
    ) -> None:
        self._metrics, self._lag, self._snapshot = metrics, lag, snapshot

    def collect(self) -> Iterator[Metric]:
        """Yield every metric family."""
        yield from self._requests()
        yield from self._spotify()
        yield from self._cache()
        yield from self._admission()
        yield _histogram("event_loop_lag_seconds", "Late timers", (), {(): self._lag})
        yield InfoMetricFamily(
            f"{PREFIX}build",
            "Which version runs, on which Python",
            value={"version": VERSION, "python": platform.python_version()},
        )

    def _requests(self) -> Iterator[Metric]:
        metrics = self._metrics
        yield _counter(
            "turns",
            "Requests to POST /alexa by what became of them",
            ("outcome", "reason"),
            metrics.turns,
        )
        yield _counter(
            "intents",
            "The same by what was asked for",
            ("request_type", "intent", "outcome"),
            metrics.intents,
        )
        yield _histogram(
            "turn_seconds", "From the first byte", ("outcome",), _keyed(metrics.seconds)
        )
        yield _histogram(
            "phase_seconds", "Steps of a turn", ("phase",), _keyed(metrics.phases)
        )
        yield _counter(
            "rejected_responses",
            "Answers of ours that Amazon says it could not use",
            ("reason",),
            metrics.rejections,
        )
        yield _number("cold_starts", "First turns of a process", metrics.cold)
        yield _number(
            "log_lines_dropped", "Log lines nobody read", metrics.dropped_log_lines()
        )

    def _spotify(self) -> Iterator[Metric]:
        metrics, snapshot = self._metrics, self._snapshot
        until = snapshot.blocked_until
        yield _counter(
            "spotify_calls", "Calls of Spotify", ("endpoint", "outcome"), metrics.calls
        )
        yield _histogram(
            "spotify_call_seconds",
            "Calls of Spotify",
            ("endpoint",),
            _keyed(metrics.call_seconds),
        )
        yield _number("spotify_retries", "Second attempts", metrics.retries)
        yield _gauge(
            "spotify_blocked_until_timestamp_seconds",
            "No calls before this moment; 0 while there are calls",
            until.timestamp() if until else 0.0,
        )
        yield _gauge("spotify_quota_used_up", "1 or 0", float(snapshot.quota_used_up))
        yield _gauge("spotify_day_calls", "In 24 hours", snapshot.calls_in_day)
        yield _gauge(
            "spotify_day_calls_limit", "SPOTIFY_DAILY_CALLS", snapshot.daily_calls
        )

    def _cache(self) -> Iterator[Metric]:
        status = self._snapshot.cache
        yield _counter(
            "cache_uses", "Who answered", ("kind", "role"), self._metrics.cache
        )
        states = GaugeMetricFamily(
            f"{PREFIX}redis_state", "1 for the state that holds", labels=("state",)
        )
        for state in get_args(StoreState):
            states.add_metric((state,), float(state == status.redis))
        yield states
        yield _number("redis_failures", "Operations that failed", status.failures)
        yield _gauge("cache_entries", "Records in memory", status.entries)
        yield _gauge("cache_bytes", "Memory they take", status.memory_bytes)
        yield _gauge("cache_flights", "Fetches under way", status.in_flight)
        yield _number(
            "cache_unsound", "Records that could not be read", status.undecodable
        )

    def _admission(self) -> Iterator[Metric]:
        snapshot = self._snapshot
        in_flight = GaugeMetricFamily(
            f"{PREFIX}in_flight", "Requests being served", labels=("stage",)
        )
        in_flight.add_metric(("unverified",), snapshot.unverified)
        in_flight.add_metric(("verified",), snapshot.verified)
        yield in_flight
        yield _gauge("signing_keys", "Validated keys of Alexa", snapshot.signing_keys)
        for name, help_text, moment in (
            ("certificate", "Alexa's signing chain", snapshot.certificate_expires),
            ("trust_store", "The last of Amazon's roots", snapshot.trust_expires),
        ):
            expires = moment.timestamp() if moment else None
            yield _gauge(f"{name}_expiry_timestamp_seconds", help_text, expires)


def _keyed(durations: Mapping[str, Histogram]) -> dict[tuple[str, ...], Histogram]:
    return {(label,): histogram for label, histogram in durations.items()}


def _counter(
    name: str, help_text: str, labels: Iterable[str], counts: LabelledCounter
) -> Metric:
    family = CounterMetricFamily(PREFIX + name, help_text, labels=tuple(labels))
    for values, count in counts.items():
        family.add_metric(values, count)
    return family


def _number(name: str, help_text: str, count: int) -> Metric:
    return CounterMetricFamily(PREFIX + name, help_text, value=count)


def _gauge(name: str, help_text: str, value: float | None) -> Metric:
    """Return a gauge; without a value the family is there and has no sample."""
    family = GaugeMetricFamily(PREFIX + name, help_text)
    if value is not None:
        family.add_metric((), value)
    return family


def _histogram(
    name: str,
    help_text: str,
    labels: Iterable[str],
    series: Mapping[tuple[str, ...], Histogram],
) -> Metric:
    family = HistogramMetricFamily(PREFIX + name, help_text, labels=tuple(labels))
    for values, histogram in series.items():
        edges = [*map(str, histogram.bounds), "+Inf"]
        buckets = list(zip(edges, accumulate(histogram.counts), strict=True))
        family.add_metric(values, buckets, sum_value=histogram.total)
    return family
