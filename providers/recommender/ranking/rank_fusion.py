"""Rank fusion: reciprocal ranks, decay with age, and seeded random numbers."""

from hashlib import blake2b

# https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf: 60 flattens the head of
# each list enough that agreement between lists wins over one list's first place.
RRF_K = 60


def reciprocal_rank(rank: int, weight: float) -> float:
    """Return the score that a list gives to its entry at `rank` (0 is the first)."""
    return weight / (RRF_K + rank + 1)


def decay(age_days: float, half_life_days: float) -> float:
    """Return 1 at age 0, and half as much after each half-life.

    A negative age (a date in the future) counts as 0.
    """
    return float(0.5 ** (max(0.0, age_days) / half_life_days))


def seeded_random(seed: int, key: str) -> float:
    """Return a number in [0, 1) that depends on `seed` and `key` alone."""
    digest = blake2b(key.encode(), digest_size=8, salt=_salt(seed))
    return int.from_bytes(digest.digest(), "big") / 2**64


def _salt(seed: int) -> bytes:
    return (seed % 2**64).to_bytes(8, "big")
