"""Prometheus's view of the service, on a port of its own."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping
from itertools import accumulate

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
)
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from service.observability.health import Health, HealthSnapshot
from service.observability.metrics import Histogram, LabelledCounter, TurnMetrics

PREFIX = "record_shelf_"
LAG_EVERY = 0.25  # seconds between two looks at how late the loop is
LAG_BOUNDS = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)


def metrics_app(tally: TurnMetrics, vitals: Health) -> web.Application:
    """`GET /metrics`, and the watch on the event loop while it is served."""
    lag = Histogram(LAG_BOUNDS)
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)

    async def scrape(_request: web.Request) -> web.Response:
        page = TurnCollector(
            tally, lag, await vitals.snapshot(), vitals.now().timestamp()
        )
        body = generate_latest(page) + generate_latest(registry)
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
    """How much later than it should the loop comes back to a timer; until cancelled."""
    while True:
        due = clock() + every
        await asyncio.sleep(every)
        lag.add(max(0.0, clock() - due))


class TurnCollector(Collector):
    """All there is to tell at one moment; `now` in seconds since 1970."""

    def __init__(
        self, tally: TurnMetrics, lag: Histogram, signs: HealthSnapshot, now: float
    ) -> None:
        self._tally, self._lag, self._signs, self._now = tally, lag, signs, now

    def collect(self) -> Iterator[Metric]:
        yield from self._requests()
        yield from self._spotify()
        yield from self._cache()
        yield from self._door()
        yield _histogram("event_loop_lag_seconds", "Late timers", (), {(): self._lag})

    def _requests(self) -> Iterator[Metric]:
        tally = self._tally
        yield _counter(
            "turns",
            "Requests to POST /alexa by what became of them",
            ("request_type", "intent", "outcome", "reason"),
            tally.turns,
        )
        yield _histogram(
            "turn_seconds", "From the first byte", ("outcome",), _keyed(tally.seconds)
        )
        yield _histogram(
            "phase_seconds", "Steps of a turn", ("phase",), _keyed(tally.phases)
        )
        yield _counter(
            "rejected_responses",
            "Answers of ours that Amazon says it could not use",
            ("reason",),
            tally.rejections,
        )
        yield _number("cold_starts", "First turns of a process", tally.cold)

    def _spotify(self) -> Iterator[Metric]:
        tally, signs = self._tally, self._signs
        until = self._now + signs.blocked_seconds if signs.blocked_seconds else 0.0
        yield _counter(
            "spotify_calls", "Calls of Spotify", ("endpoint", "outcome"), tally.calls
        )
        yield _histogram(
            "spotify_call_seconds",
            "Calls of Spotify",
            ("endpoint",),
            _keyed(tally.call_seconds),
        )
        yield _number("spotify_retries", "Second attempts", tally.retries)
        yield _gauge("spotify_blocked_until", "No calls before (Unix time)", until)
        yield _gauge("spotify_quota_used_up", "1 or 0", float(signs.quota_used_up))

    def _cache(self) -> Iterator[Metric]:
        status = self._signs.cache
        yield _counter(
            "cache_uses", "Who answered", ("kind", "role"), self._tally.cache
        )
        states = GaugeMetricFamily(
            f"{PREFIX}redis_state", "1 for the state that holds", labels=("state",)
        )
        for state in ("none", "up", "read_only", "down"):
            states.add_metric((state,), float(state == status.redis))
        yield states
        is_open = status.redis in ("read_only", "down")
        yield _gauge("breaker_open", "Whether Redis is left alone", float(is_open))
        yield _number("redis_failures", "Operations that failed", status.failures)
        yield _gauge("cache_entries", "Records in memory", status.entries)
        yield _gauge("cache_bytes", "Memory they take", status.memory_bytes)
        yield _gauge("cache_flights", "Fetches under way", status.in_flight)
        yield _number(
            "cache_unsound", "Records that could not be read", status.undecodable
        )

    def _door(self) -> Iterator[Metric]:
        signs = self._signs
        in_flight = GaugeMetricFamily(
            f"{PREFIX}in_flight", "Requests being served", labels=("stage",)
        )
        in_flight.add_metric(("unverified",), signs.unverified)
        in_flight.add_metric(("verified",), signs.verified)
        yield in_flight
        yield _gauge("signing_keys", "Validated keys of Alexa", signs.signing_keys)
        yield _gauge(
            "certificate_days_left", "Of the signing chain", signs.certificate_days
        )
        yield _gauge("trust_store_days_left", "Of Amazon's roots", signs.trust_days)


def _keyed(durations: Mapping[str, Histogram]) -> dict[tuple[str, ...], Histogram]:
    return {(label,): kept for label, kept in durations.items()}


def _counter(
    name: str, told: str, labels: Iterable[str], counts: LabelledCounter
) -> Metric:
    family = CounterMetricFamily(PREFIX + name, told, labels=tuple(labels))
    for values, count in counts.items():
        family.add_metric(values, count)
    return family


def _number(name: str, told: str, count: int) -> Metric:
    return CounterMetricFamily(PREFIX + name, told, value=count)


def _gauge(name: str, told: str, value: float | None) -> Metric:
    """Without a value the metric is there, and says nothing."""
    family = GaugeMetricFamily(PREFIX + name, told)
    if value is not None:
        family.add_metric((), value)
    return family


def _histogram(
    name: str,
    told: str,
    labels: Iterable[str],
    series: Mapping[tuple[str, ...], Histogram],
) -> Metric:
    family = HistogramMetricFamily(PREFIX + name, told, labels=tuple(labels))
    for values, kept in series.items():
        edges = [*map(str, kept.bounds), "+Inf"]
        buckets = list(zip(edges, accumulate(kept.counts), strict=True))
        family.add_metric(values, buckets, sum_value=kept.total)
    return family
