"""Similarity of artists: how many of their listeners they share.

The similarity of two artists is the cosine of their sets of listeners, times
`shared / (shared + SHRINKAGE)`, so that a few common listeners prove little.
"""

import heapq
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import sqrt

from providers.recommender.neighbours_file import ArtistEntry
from providers.recommender.ranking.similar_artists import Neighbour
from service.commands.neighbours.play_counts import BadInput, Progress
from service.commands.neighbours.taste_database import (
    MOST_LISTENERS,
    TasteDatabase,
)

SHRINKAGE = 10

LEAST_SHARED = 2  # listeners; what one person plays says nothing, and is private

PROGRESS_EVERY = 5_000  # artists


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildLimits:
    """How large the result is, and what it is made of.

    artists: at most so many, the best known. neighbours: at most so many of each.
    least_listeners: an artist with fewer is left out.
    per_listener: of each listener only so many artists count, the most played.
    """

    artists: int = 50_000
    neighbours: int = 50
    least_listeners: int = 5
    per_listener: int = 200


def build(
    database: TasteDatabase, limits: BuildLimits, progress: Progress
) -> Iterator[ArtistEntry]:
    """Yield the artists of a database with their neighbours. Raise `BadInput`.

    Memory: 8 bytes for each artist of a listener, at most 400 MB with 200 artists of
    `MOST_LISTENERS`. Time: proportional to the squares of the lengths of their lists.
    """
    used = min(database.listeners(), MOST_LISTENERS)
    progress(f"{database.listeners():,} listeners, {used:,} used; finding artists")
    database.resolve(
        least_listeners=limits.least_listeners, most_artists=limits.artists
    )
    artists = list(database.artists())
    shared = SharedListeners(len(artists), database.lists(most=limits.per_listener))
    found = 0
    for number, artist in enumerate(artists):
        neighbours = shared.neighbours(number, limits.neighbours)
        found += len(neighbours)
        yield ArtistEntry(artist.names, artist.keys, neighbours)
        if (number + 1) % PROGRESS_EVERY == 0:
            progress(f"neighbours of {number + 1:,} of {len(artists):,} artists")
    if not found:
        raise BadInput(
            f"no two artists with {limits.least_listeners} listeners each share"
            f" {LEAST_SHARED} of them: more listening data are needed"
        )


class SharedListeners:
    """Which artists each listener plays, and which listeners each artist has.

    artists: how many artists there are, numbered from 0.
    lists: of each listener, the numbers of the artists.
    """

    def __init__(self, artists: int, lists: Iterable[Sequence[int]]) -> None:
        self._played = array("I")
        self._ends = array("Q", [0])
        for of_one in lists:
            self._played.extend(of_one)
            self._ends.append(len(self._played))
        counts = Counter(self._played)
        self._counts = [counts[number] for number in range(artists)]
        self._starts = list(accumulate(self._counts, initial=0))
        self._listeners = array("I", bytes(4 * len(self._played)))
        free = self._starts.copy()
        for listener in range(len(self._ends) - 1):
            for number in self._of(listener):
                self._listeners[free[number]] = listener
                free[number] += 1

    def _of(self, listener: int) -> "array[int]":
        return self._played[self._ends[listener] : self._ends[listener + 1]]

    def neighbours(self, number: int, most: int) -> list[Neighbour]:
        """Return the `most` similar artists, best first; equals by their numbers."""
        listeners = self._listeners[self._starts[number] : self._starts[number + 1]]
        together = Counter(chain.from_iterable(map(self._of, listeners)))
        del together[number]
        scores = (
            (self._similarity(number, other, shared), -other)
            for other, shared in together.items()
            if shared >= LEAST_SHARED
        )
        best = heapq.nlargest(most, scores)
        return [Neighbour(-other, similarity) for similarity, other in best]

    def _similarity(self, one: int, other: int, shared: int) -> float:
        cosine = shared / sqrt(self._counts[one] * self._counts[other])
        return cosine * shared / (shared + SHRINKAGE)
