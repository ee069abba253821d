"""Counters and histograms of turns; `prometheus.py` exposes them to scrapers."""

from bisect import bisect_left
from collections.abc import Callable

from providers.turn_telemetry import SpotifyCall, Turn
from service.observability.redaction import LONGEST_WORD

Labels = tuple[str, ...]

# Label values come from requests, and each new one costs memory for ever.
MOST_SERIES = 256
LONGEST_LABEL = LONGEST_WORD
OTHER = "other"

# Seconds; the objective speaks of 1 and 6.5, Amazon of 8.
BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 6.5, 8.0)


class LabelledCounter(dict[Labels, int]):
    """Counts by label values.

    New label values count as `other` once there are `MOST_SERIES`, and so does a
    value that is longer than `LONGEST_LABEL` characters or not printable. Of labels
    that come from a request in part, only that part becomes `other`: the others are
    words of our own, and few.
    """

    def __init__(self, foreign: int | None = None) -> None:
        """`foreign`: how many of the first labels come from requests; None for all."""
        super().__init__()
        self._foreign = foreign

    def add(self, *labels: str) -> None:
        """Add one to the count under these label values."""
        if labels in self:
            self[labels] += 1
        else:
            series = self._series(labels)
            self[series] = self.get(series, 0) + 1

    def _series(self, labels: Labels) -> Labels:
        foreign = labels[: self._foreign]
        if len(self) < MOST_SERIES and all(map(_is_label, foreign)):
            return labels
        return (OTHER,) * len(foreign) + labels[len(foreign) :]


def _is_label(text: str) -> bool:
    # Half a surrogate pair has no UTF-8: it would end every later scrape.
    return len(text) <= LONGEST_LABEL and text.isprintable()


class Histogram:
    """Durations in seconds, counted by bucket.

    bounds: upper bounds of the buckets.
    counts: one for each bucket, and a last one for all that is longer.
    total: sum of all durations.
    """

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: tuple[float, ...] = BOUNDS) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def add(self, seconds: float) -> None:
        """Add one duration."""
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.total += seconds


class TurnMetrics:
    """A `TurnHook` that counts turns; for one thread, so nothing is locked.

    turns: by request type, intent, outcome and reason.
    seconds, phases, call_seconds: durations by outcome, phase and Spotify endpoint.
    cache: cache uses by record type and role; calls: Spotify calls by endpoint and
    outcome; rejections: by Amazon's reason; retries: second attempts; cold: first
    turns of a process. dropped_log_lines: returns how many log lines were lost.
    """

    def __init__(self) -> None:
        self.turns = LabelledCounter(foreign=2)
        self.seconds: dict[str, Histogram] = {}
        self.phases: dict[str, Histogram] = {}
        self.cache = LabelledCounter()
        self.calls = LabelledCounter()
        self.call_seconds: dict[str, Histogram] = {}
        self.retries = 0
        self.rejections = LabelledCounter()
        self.cold = 0
        self.dropped_log_lines: Callable[[], int] = lambda: 0

    def __call__(self, turn: Turn) -> None:
        outcome = turn.outcome
        kind, intent, reason = turn.request_type, turn.intent or "", turn.reason or ""
        self.turns.add(kind, intent, outcome, reason)
        _add(self.seconds, outcome, turn.seconds)
        for phase in turn.phases:
            _add(self.phases, phase.name, phase.seconds)
        for use in turn.cache:
            self.cache.add(use.kind, use.role)
        for call in turn.calls:
            self._called(call)
        if turn.rejection is not None:
            self.rejections.add(turn.rejection)
        self.cold += turn.cold

    def _called(self, call: SpotifyCall) -> None:
        self.calls.add(call.endpoint, call.outcome)
        _add(self.call_seconds, call.endpoint, call.seconds)
        self.retries += call.attempt > 1


def _add(durations: dict[str, Histogram], label: str, seconds: float) -> None:
    """Add to the histogram of `label`; these labels are words of our own."""
    histogram = durations.get(label)
    if histogram is None:
        histogram = durations[label] = Histogram()
    histogram.add(seconds)
