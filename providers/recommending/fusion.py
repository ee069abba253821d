"""Weighted reciprocal-rank fusion, decay with age, and seeded order among equals."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from hashlib import blake2b
from math import fsum
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

# https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf: 60 flattens the head of
# each list enough that agreement between lists wins over one list's first place.
SMOOTHING = 60


def share(rank: int, weight: float) -> float:
    """What a list of this weight gives to its `rank`-th entry (0 is the first)."""
    return weight / (SMOOTHING + rank + 1)


def fuse(lists: Iterable[tuple[float, Sequence[K]]]) -> dict[K, float]:
    """Scores of everything in `lists` of (weight, entries best first).

    An entry counts once per list. The sums are exact, so that the order of the lists
    cannot tip a tie.
    """
    shares: defaultdict[K, list[float]] = defaultdict(list)
    for weight, entries in lists:
        for rank, entry in enumerate(dict.fromkeys(entries)):
            shares[entry].append(share(rank, weight))
    return {entry: fsum(parts) for entry, parts in shares.items()}


def decay(age_days: float, half_life_days: float) -> float:
    """1 for something new, one half after each half-life; the future counts as new."""
    return float(0.5 ** (max(0.0, age_days) / half_life_days))


def chance(seed: int, key: str) -> float:
    """A number in [0, 1) that depends on nothing but `seed` and `key`."""
    digest = blake2b(key.encode(errors="replace"), digest_size=8, salt=_salt(seed))
    return int.from_bytes(digest.digest(), "big") / 2**64


def _salt(seed: int) -> bytes:
    return (seed % 2**64).to_bytes(8, "big")
