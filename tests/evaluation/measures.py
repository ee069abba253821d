"""Measures of a list of recommendations: pure functions over keys."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import log2, sqrt
from statistics import fmean, stdev
from typing import TypeVar

DEPTH = 10

T = TypeVar("T", bound=Hashable)


def ndcg(
    said: Sequence[Hashable], liked: Collection[Hashable], depth: int = DEPTH
) -> float:
    """Normalised discounted cumulative gain of the first `depth`, 0 to 1.

    A hit counts 1, discounted by its place; 1 is the best order that `liked` allows.
    https://doi.org/10.1145/582415.582418
    """
    gained = sum(
        1 / log2(place + 2) for place, key in enumerate(said[:depth]) if key in liked
    )
    best = sum(1 / log2(place + 2) for place in range(min(depth, len(liked))))
    return gained / best if best else 0.0


def hit(said: Sequence[Hashable], liked: Collection[Hashable]) -> float:
    """1 where anything liked is among the first `DEPTH`."""
    return float(any(key in liked for key in said[:DEPTH]))


def new_ones(said: Iterable[T], known: Collection[Hashable]) -> list[T]:
    """Return what is not known, each once, in order."""
    return [key for key in dict.fromkeys(said) if key not in known]


def diversity(artists: Sequence[Hashable]) -> float:
    """Different artists among the first `DEPTH`, as a share."""
    first = artists[:DEPTH]
    return len(set(first)) / len(first) if first else 0.0


def share(said: Sequence[Hashable], among: Collection[Hashable]) -> float:
    """How much of the first `DEPTH` is among these."""
    first = said[:DEPTH]
    return sum(key in among for key in first) / len(first) if first else 0.0


def mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0


# Student's t for 95 % with 1, 2, … degrees of freedom.
_T_95 = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over seeds; `margin` is half of its 95 % confidence interval.

    `margin` is None where one seed alone was run.
    """

    mean: float
    margin: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> "Estimate":
        """Return the estimate from one mean for each of at most ten seeds."""
        if len(values) < 2:
            return cls(mean(values), None)
        t = _T_95[len(values) - 2]
        return cls(mean(values), t * stdev(values) / sqrt(len(values)))

    def __str__(self) -> str:
        if self.margin is None:
            return f"{self.mean:.3f}"
        return f"{self.mean:.3f}±{self.margin:.3f}"
