"""Measures of a list of recommendations: pure functions over keys."""

from collections.abc import Collection, Hashable, Sequence
from math import log2
from statistics import fmean

DEPTH = 10


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


def diversity(artists: Sequence[Hashable]) -> float:
    """Different artists among the first `DEPTH`, as a share."""
    first = artists[:DEPTH]
    return len(set(first)) / len(first) if first else 0.0


def share(said: Sequence[Hashable], among: Collection[Hashable]) -> float:
    """How much of the first `DEPTH` is among these."""
    first = said[:DEPTH]
    return sum(key in among for key in first) / len(first) if first else 0.0


def repeats(days: Sequence[Sequence[Hashable]]) -> float:
    """The share of picks that an earlier day had said already."""
    seen: set[Hashable] = set()
    again = 0
    for said in days:
        again += sum(key in seen for key in said)
        seen.update(said)
    total = sum(map(len, days))
    return again / total if total else 0.0


def mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0
