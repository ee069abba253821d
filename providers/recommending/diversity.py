"""Order with variety: maximal marginal relevance, a cap on each artist, a pattern."""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from providers.recommending.evidence import Familiarity, Pick
from providers.recommending.fusion import chance
from providers.recommending.identity import credited

# https://www.cs.cmu.edu/~jgc/publication/The_Use_MMR_Diversity_Based_LTMIR_1998.pdf
RELEVANCE = 0.7
PER_ARTIST = 2
# Something to trust the answer by, then two things to find.
PATTERN: tuple[Familiarity, ...] = ("familiar", "discovery", "discovery")
_SAME_ARTIST, _SAME_GENRES = 1.0, 0.6


def diversify(picks: Iterable[Pick], *, seed: int, count: int) -> tuple[Pick, ...]:
    """At most `count` picks, each the best of what remains given those before it.

    No artist is credited on more than two. Familiar and new ones follow the pattern
    while there are both. Equal picks go in an order that `seed` decides, whatever the
    order of `picks`.
    """
    ordered = sorted(picks, key=lambda p: (-p.score, chance(seed, p.key), p.key))
    selection = _Selection(ordered)
    while len(selection.chosen) < count and selection.take():
        pass
    return tuple(standing.pick for standing in selection.chosen)


@dataclass(slots=True, eq=False)
class _Standing:
    """A pick, and its likeness to the closest of the first `seen` chosen ones."""

    pick: Pick
    relevance: float
    artists: frozenset[str]
    genres: frozenset[str]
    likeness: float = 0.0
    seen: int = 0

    @property
    def value(self) -> float:
        return RELEVANCE * self.relevance - (1 - RELEVANCE) * self.likeness

    def compare(self, chosen: Sequence["_Standing"]) -> None:
        """Catches up with what was chosen since it was last looked at."""
        fresh = (self._like(other) for other in chosen[self.seen :])
        self.likeness = max(self.likeness, max(fresh, default=0.0))
        self.seen = len(chosen)

    def _like(self, other: "_Standing") -> float:
        if not self.artists.isdisjoint(other.artists):
            return _SAME_ARTIST
        if self.genres.isdisjoint(other.genres):
            return 0.0
        shared = len(self.genres & other.genres)
        return _SAME_GENRES * shared / len(self.genres | other.genres)


Heap = list[tuple[float, int, _Standing]]


@dataclass(slots=True)
class _Queue:
    """The picks of one kind. Values only fall while others are chosen, so the first
    one that is up to date is the best, and few have to be looked at."""

    heap: Heap = field(default_factory=list)

    def best(self, chosen: Sequence[_Standing], full: set[str]) -> _Standing | None:
        while self.heap:
            _, place, standing = heapq.heappop(self.heap)
            if not full.isdisjoint(standing.artists):
                continue
            if standing.seen == len(chosen):
                return standing
            standing.compare(chosen)
            heapq.heappush(self.heap, (-standing.value, place, standing))
        return None


class _Selection:
    """What is chosen so far, and what remains of each kind."""

    def __init__(self, ordered: Sequence[Pick]) -> None:
        self.chosen: list[_Standing] = []
        self._credits: Counter[str] = Counter()
        self._full: set[str] = set()
        self._queues = {kind: _Queue() for kind in dict.fromkeys(PATTERN)}
        highest = max((pick.score for pick in ordered), default=0.0) or 1.0
        for place, pick in enumerate(ordered):
            artists = frozenset(credited(pick.track))
            standing = _Standing(
                pick, pick.score / highest, artists, frozenset(pick.genres)
            )
            entry = (-standing.value, place, standing)
            self._queues[pick.familiarity].heap.append(entry)

    def take(self) -> bool:
        """Chooses one more, of the kind whose turn it is if there is one left."""
        kind = PATTERN[len(self.chosen) % len(PATTERN)]
        others = [other for other in self._queues if other != kind]
        for turn in (kind, *others):
            best = self._queues[turn].best(self.chosen, self._full)
            if best is not None:
                self._choose(best)
                return True
        return False

    def _choose(self, standing: _Standing) -> None:
        self.chosen.append(standing)
        self._credits.update(standing.artists)
        self._full |= {a for a in standing.artists if self._credits[a] >= PER_ARTIST}
