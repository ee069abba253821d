"""Figures of a benchmark: medians, ratios and the table of all contestants."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

QUIET = 0.9  # below this share of its core, something else held the server up
LEAST_QUIET = 3  # rounds that are enough by themselves


@dataclass(frozen=True, slots=True)
class Round:
    """One round: rates a second, times in microseconds unless said otherwise."""

    rate: float
    cpu_us: float
    busy: float  # the share of its core that the server used
    generator_us: float


@dataclass(frozen=True, slots=True)
class AtEase:
    """Latencies at half the highest rate, from the moment each request was due.

    `percentiles`: pairs of a share of the answers and the ms that it keeps within.
    """

    p50_ms: float
    p99_ms: float
    lag_ms: float  # how late the generator itself was
    percentiles: list[tuple[float, float]] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A contestant, its rounds, and how quick it is when it is not at its limit.

    `beside`: the yardstick's round right before each of the rounds.
    """

    name: str
    start_s: float
    idle_mb: float
    rounds: list[Round] = field(default_factory=list)
    beside: list[Round] = field(default_factory=list)
    at_ease: AtEase | None = None

    def middle(self, figure: str) -> float:
        return float(median(getattr(each, figure) for each in self.rounds))

    def ratio(self, figure: str) -> float:
        """Return the median of the ratios to the yardstick's round before each.

        Pairs of rounds that other work held up are left out, if others remain.
        """
        pairs = list(zip(self.rounds, self.beside, strict=True))
        quiet = [pair for pair in pairs if min(each.busy for each in pair) >= QUIET]
        counted = quiet if len(quiet) >= LEAST_QUIET else pairs
        ratios = (getattr(own, figure) / getattr(bare, figure) for own, bare in counted)
        return float(median(ratios))

    @property
    def spread(self) -> float:
        """How far the rates lie apart, as a share of their median."""
        rates = [each.rate for each in self.rounds]
        return (max(rates) - min(rates)) / self.middle("rate")


def percentile(sorted_values: Sequence[float], share: float) -> float:
    """By nearest rank; 0 of nothing."""
    if not sorted_values:
        return 0.0
    return sorted_values[min(len(sorted_values) - 1, int(share * len(sorted_values)))]


HEAD = (
    "| server | rate/s | ratio | spread | CPU µs | CPU ratio | p50 ms | p99 ms "
    "| lag ms | core busy | generator µs | start s | idle MB |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
)

DISTURBED = (
    "\nA core was not busy throughout: the machine does other work beside this, or the "
    "generator could not keep up. Believe the CPU time rather than the rate."
)


def table(lines: Sequence[Line]) -> str:
    """Markdown; ratios are to the yardstick, 1 being as good as that."""
    rows = [HEAD, *(_row(line) for line in lines)]
    if any(line.middle("busy") < QUIET for line in lines):
        rows.append(DISTURBED)
    return "\n".join(rows)


def _row(line: Line) -> str:
    cells = (
        line.name,
        f"{line.middle('rate'):,.0f}",
        f"{line.ratio('rate'):.2f}",
        f"{line.spread:.0%}",
        f"{line.middle('cpu_us'):.0f}",
        f"{1 / line.ratio('cpu_us'):.2f}",
        *_latencies(line.at_ease),
        f"{line.middle('busy'):.0%}",
        f"{line.middle('generator_us'):.0f}",
        f"{line.start_s:.2f}",
        f"{line.idle_mb:.0f}",
    )
    return f"| {' | '.join(cells)} |"


def _latencies(found: AtEase | None) -> tuple[str, str, str]:
    if found is None:
        return "", "", ""
    return f"{found.p50_ms:.1f}", f"{found.p99_ms:.1f}", f"{found.lag_ms:.1f}"


def as_json(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Everything that was measured, for a machine."""
    return [{**asdict(line), "ratio": line.ratio("rate")} for line in lines]
