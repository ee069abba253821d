"""All wordings of a sample, and their hashes without writing them out.

A text's hash is a polynomial of its letters modulo 2^64. That of two texts in a row
follows from theirs, so a thousand values in a slot take one multiplication and one
addition of arrays. Same texts have the same hash; where hashes are the same, the texts
have to be compared.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice, product
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

MOST = 1_000
"""Wordings of one sample that are looked at."""

_BASE = 0x9E3779B97F4A7C15
_BITS = 2**64 - 1


class HashedTexts(NamedTuple):
    """Texts, the hash of each, and the factor of the hash of what is before it."""

    texts: Sequence[str]
    hashes: Hashes
    factors: Hashes

    @classmethod
    def of(cls, *texts: str) -> Self:
        hashed = np.array([_hashed(text) for text in texts], np.uint64).reshape(-1, 2)
        return cls(texts, hashed[:, 0], hashed[:, 1])


class HeardSample(NamedTuple):
    """A sample as it is heard: the text around its slots, and what is said in each."""

    intent: str
    literals: Sequence[str]
    values: Sequence[HashedTexts]

    def wordings(self) -> Iterator[str]:
        first, *others = self.literals
        for chosen in islice(product(*(one.texts for one in self.values)), MOST):
            yield first + "".join(chain.from_iterable(zip(chosen, others, strict=True)))

    def hashes(self) -> Hashes:
        """Return the hashes of the wordings, in the same order."""
        first, *others = map(HashedTexts.of, self.literals)
        hashes = first.hashes
        for value, literal in zip(self.values, others, strict=True):
            filled = hashes[:, None] * value.factors + value.hashes
            hashes = filled.ravel()[:MOST] * literal.factors + literal.hashes
        return hashes


def once_each(hashes: Sequence[Hashes]) -> Hashes:
    """Return what is in any of the arrays, sorted, each once."""
    ordered = np.sort(np.concatenate(hashes))  # np.unique takes ten times as long
    once: Hashes = ordered[np.append(True, ordered[1:] != ordered[:-1])]
    return once


def repeated(hashes: Sequence[Hashes]) -> Hashes:
    """Return what is in several of the arrays."""
    ordered = np.sort(np.concatenate(hashes))
    again: Hashes = ordered[1:][ordered[1:] == ordered[:-1]]
    return again


@cache
def _hashed(text: str) -> tuple[int, int]:
    hashed, factor = 0, 1
    for letter in text:
        hashed = (hashed * _BASE + ord(letter)) & _BITS
        factor = factor * _BASE & _BITS
    return hashed, factor
