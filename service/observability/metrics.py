"""Counters and histograms of turns; `prometheus.py` exposes them to scrapers."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import get_args

from ask_sdk_model.session_ended_error_type import SessionEndedErrorType

from providers.errors import ProviderError
from providers.turn_telemetry import SpotifyCall, Turn
from service.observability.redaction import LONGEST_WORD
from service.serialization import Flaw
from service.verification import Reason

Labels = tuple[str, ...]

# Label values come from requests, and each new one costs memory for ever.
MOST_SERIES = 256
LONGEST_LABEL = LONGEST_WORD
OTHER = "other"

# Seconds. A warm answer takes about 1 ms; the objective speaks of 1 and 6.5 s, Amazon
# of 8.
BOUNDS = (
    *(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5),
    *(1.0, 2.0, 3.0, 5.0, 6.5, 8.0),
)

OUTCOMES = ("answered", "apologised", "refused", "failed", "unhandled")

PHASES = ("read", "verify", "decode", "dispatch", "encode")

# Of the outcomes of a call, those that alerts and dashboard ask for.
CALL_OUTCOMES = (
    *("ok", "unavailable", "too_slow", "unreadable", "rate_limited", "quota_exceeded"),
)


def _reasons(error: type[ProviderError]) -> Iterator[str]:
    yield error.reason
    for kind in error.__subclasses__():
        yield from _reasons(kind)


def known_outcomes() -> Iterator[Labels]:
    """Yield each outcome with each reason that the code has a word for."""
    yield "answered", ""
    yield "unhandled", ""
    yield from (("failed", word) for word in ("unexpected", "answer_refused"))
    yield from (("apologised", word) for word in _reasons(ProviderError))
    words = (*get_args(Reason), *get_args(Flaw), "busy")
    yield from (("refused", word) for word in words)


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

    def start(self, series: Iterable[Labels]) -> None:
        """Let these label values stand at 0, so that their first event is a growth."""
        for labels in series:
            self.setdefault(labels, 0)

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

    turns: by outcome and reason. intents: by request type, intent and outcome.
    seconds, phases, call_seconds: durations by outcome, phase and Spotify endpoint.
    cache: cache uses by record type and role; calls: Spotify calls by endpoint and
    outcome; rejections: by Amazon's reason; retries: second attempts; cold: first
    turns of a process. dropped_log_lines: returns how many log lines were lost.
    What can be known before stands at 0 from the start; the outcomes of an endpoint
    of Spotify from its first call on.
    """

    def __init__(self) -> None:
        self.turns = LabelledCounter()
        self.turns.start(known_outcomes())
        self.intents = LabelledCounter(foreign=2)
        self.seconds = {outcome: Histogram() for outcome in OUTCOMES}
        self.phases = {phase: Histogram() for phase in PHASES}
        self.cache = LabelledCounter()
        self.calls = LabelledCounter()
        self.call_seconds: dict[str, Histogram] = {}
        self.retries = 0
        self.rejections = LabelledCounter()
        self.rejections.start((kind.value,) for kind in SessionEndedErrorType)
        self.cold = 0
        self.dropped_log_lines: Callable[[], int] = lambda: 0

    def __call__(self, turn: Turn) -> None:
        outcome = turn.outcome
        self.turns.add(outcome, turn.reason or "")
        self.intents.add(turn.request_type, turn.intent or "", outcome)
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
        if call.endpoint not in self.call_seconds:
            self.calls.start((call.endpoint, outcome) for outcome in CALL_OUTCOMES)
        self.calls.add(call.endpoint, call.outcome)
        _add(self.call_seconds, call.endpoint, call.seconds)
        self.retries += call.attempt > 1


def _add(durations: dict[str, Histogram], label: str, seconds: float) -> None:
    """Add to the histogram of `label`; these labels are words of our own."""
    histogram = durations.get(label)
    if histogram is None:
        histogram = durations[label] = Histogram()
    histogram.add(seconds)
