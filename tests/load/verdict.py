"""Verdict of a scenario: latencies, outcomes, and whether its promises were kept."""

import json
import math
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.load.closed_loop import Reply
from tests.load.figures import percentile
from tests.load.open_loop import LARGEST_LAG, Volley
from tests.load.timeline import Answer

# The objective: 99.9 % of verified requests answered within 6.5 s and without an error
# message, 95 % within 1 s.
ANSWERED, SLOWEST = 0.999, 6.5
USUAL, QUICK = 0.95, 1.0
SHARES = (
    *(0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.92, 0.94),
    *(0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.992, 0.995, 0.997, 0.999, 0.9995, 0.9999),
    1.0,
)
_NOTICED = 0.05  # seconds; with everything well nobody waits for so long


@dataclass(slots=True)
class Result:
    """One line of the table; seconds throughout. `broken` lists unkept promises."""

    name: str
    asked: int
    answered: int
    rate: float
    lag: float
    latencies: list[float]  # sorted
    outcomes: Counter[str]
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    timeline: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, volley: Volley, outcomes: Counter[str]) -> "Result":
        latencies = sorted(volley.latencies)
        answered = sum(valid(reply) for reply in volley.replies)
        asked, rate = len(volley.replies), answered / max(volley.seconds, 1e-9)
        result = cls(name, asked, answered, rate, volley.lag, latencies, outcomes)
        result.answers = volley.answers()
        return result

    def at(self, share: float) -> float:
        """The latency that this share of the answers keeps within."""
        return percentile(self.latencies, share)

    @property
    def valid(self) -> bool:
        """Whether the generator kept its own time."""
        return self.lag <= LARGEST_LAG

    @property
    def apologies(self) -> int:
        """Turns that ended in an error message."""
        return sum(
            number
            for outcome, number in self.outcomes.items()
            if outcome.startswith(("apologised", "failed"))
        )

    @property
    def slo(self) -> bool:
        good = self.answered - self.apologies
        return (
            good >= ANSWERED * self.asked
            and self.at(ANSWERED) <= SLOWEST
            and self.at(USUAL) <= QUICK
        )

    def promise(self, kept: bool, told: str) -> None:
        if not kept:
            self.broken.append(told)

    def as_json(self) -> dict[str, Any]:
        return {
            "scenario": self.name,
            "asked": self.asked,
            "answered": self.answered,
            "rate": round(self.rate, 1),
            "p50_ms": round(self.at(0.5) * 1e3, 1),
            "p95_ms": round(self.at(0.95) * 1e3, 1),
            "p99_ms": round(self.at(0.99) * 1e3, 1),
            "worst_ms": round(self.at(1.0) * 1e3, 1),
            "generator_lag_ms": round(self.lag * 1e3, 1),
            "valid": self.valid,
            "slo": self.slo,
            "outcomes": dict(self.outcomes),
            "broken": self.broken,
            "notes": self.notes,
            "percentiles": percentiles(self.latencies),
            "timeline": self.timeline,
        }


def percentiles(latencies: Sequence[float]) -> list[tuple[float, float]]:
    """Return what `SHARES` of the sorted latencies keep within, in ms."""
    return [(share, round(percentile(latencies, share) * 1e3, 3)) for share in SHARES]


def together(*volleys: Volley) -> Volley:
    """One after the other, as one."""
    whole = Volley(began=min((each.began for each in volleys), default=0.0))
    for volley in volleys:
        first = len(whole.replies)
        whole.places.extend(first + place for place in volley.places)
        whole.dues += volley.dues
        whole.seconds += volley.seconds
        whole.replies += volley.replies
        whole.latencies += volley.latencies
        whole.lags += volley.lags
    return whole


def parted(volley: Volley, rate: float, cut_off: float | None) -> str:
    """Latencies until the service broke with Redis, and of those who came later."""
    asked = len(volley.replies)
    if cut_off is None:
        place, told = asked, "the breaker stayed closed"
    else:
        place = min(asked, max(0, math.ceil((cut_off - volley.began) * rate)))
        told = f"the breaker opened at request {place}"
    parts = (volley.between(0, place), volley.between(place, asked))
    return "; ".join((told, *(_summary(part) for part in parts if part)))


def _summary(latencies: list[float]) -> str:
    slow = sum(took > _NOTICED for took in latencies)
    median, worst = statistics.median(latencies) * 1e3, max(latencies) * 1e3
    return f"p50 {median:.0f}, worst {worst:.0f} ms, {slow} of {len(latencies)} slow"


def valid(reply: Reply | None) -> bool:
    """Whether this is an answer that Alexa can use."""
    if reply is None or reply.status != 200:
        return False
    try:
        answer = json.loads(reply.body)
    except ValueError:
        return False
    return answer.get("version") == "1.0" and "outputSpeech" in answer["response"]


HEAD = (
    "| scenario | asked | answered | rate/s | p50 ms | p95 ms | p99 ms | worst ms "
    "| lag ms | outcomes | SLO | verdict |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|---|---|"
)


def row(result: Result) -> str:
    told = result.as_json()
    outcomes = ", ".join(f"{n} {what}" for what, n in result.outcomes.most_common(4))
    verdict = "pass" if not result.broken else "FAIL: " + "; ".join(result.broken)
    if not result.valid:
        verdict = f"invalid (generator late); {verdict}"
    cells = (
        *(told[k] for k in ("scenario", "asked", "answered", "rate", "p50_ms")),
        *(told[k] for k in ("p95_ms", "p99_ms", "worst_ms", "generator_lag_ms")),
        outcomes,
        "met" if result.slo else "missed",
        "; ".join((verdict, *result.notes)),
    )
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def table(results: Sequence[Result]) -> str:
    return "\n".join((HEAD, *map(row, results)))
