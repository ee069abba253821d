"""Reciprocal ranks to fuse, decay with age, and seeded order among equals."""

from hashlib import blake2b

# https://plg.uwaterloo.ca/~gvcormac/cormacksigir09-rrf.pdf: 60 flattens the head of
# each list enough that agreement between lists wins over one list's first place.
RRF_K = 60


def reciprocal_rank(rank: int, weight: float) -> float:
    """What a list of this weight gives to its `rank`-th entry (0 is the first)."""
    return weight / (RRF_K + rank + 1)


def decay(age_days: float, half_life_days: float) -> float:
    """1 for something new, one half after each half-life; the future counts as new."""
    return float(0.5 ** (max(0.0, age_days) / half_life_days))


def seeded_random(seed: int, key: str) -> float:
    """A number in [0, 1) that depends on nothing but `seed` and `key`."""
    digest = blake2b(key.encode(errors="replace"), digest_size=8, salt=_salt(seed))
    return int.from_bytes(digest.digest(), "big") / 2**64


def _salt(seed: int) -> bytes:
    return (seed % 2**64).to_bytes(8, "big")
