"""Order with variety: maximal marginal relevance, a cap on each artist, a pattern."""

import heapq
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Generic, TypeVar

import msgspec

from providers.recommender.ranking.history import COOLDOWN_DAYS, Feedback
from providers.recommender.ranking.model import (
    ASKED,
    Evidence,
    Familiarity,
    Pick,
    Signal,
)
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.track_identity import credited

T = TypeVar("T")

# https://www.cs.cmu.edu/~jgc/publication/The_Use_MMR_Diversity_Based_LTMIR_1998.pdf
RELEVANCE = 0.7

PER_ARTIST = 2

# Something to trust the answer by, then two things to find.
PATTERN: tuple[Familiarity, ...] = ("familiar", "discovery", "discovery")

_SAME_ARTIST, _SAME_GENRES = 1.0, 0.6


def interleave(picks: Iterable[Pick]) -> Iterator[Pick]:
    """The same picks, familiar and new ones by the pattern while there are both."""
    kinds: dict[Familiarity, deque[Pick]] = {kind: deque() for kind in PATTERN}
    for pick in picks:
        kinds[pick.familiarity].append(pick)
    for kind in cycle(PATTERN):
        queue = kinds[kind] or max(kinds.values(), key=len)
        if not queue:
            return
        yield queue.popleft()


@dataclass(slots=True, eq=False)
class ScoredItem(Generic[T]):
    """A song, `item`, on its way to a place; its likeness is that to the closest of
    the first `seen` chosen ones."""

    item: T
    key: str
    score: float
    familiarity: Familiarity
    artists: frozenset[str]
    genres: frozenset[str]
    similarity: float = 0.0
    seen: int = 0

    def compare(self, chosen: Sequence["ScoredItem[T]"]) -> None:
        """Catches up with what was chosen since it was last looked at."""
        if self.similarity < _SAME_ARTIST:
            for other in chosen[self.seen :]:
                likeness = self._similarity_to(other)
                self.similarity = max(self.similarity, likeness)
        self.seen = len(chosen)

    def _similarity_to(self, other: "ScoredItem[T]") -> float:
        if not self.artists.isdisjoint(other.artists):
            return _SAME_ARTIST
        if self.similarity >= _SAME_GENRES or self.genres.isdisjoint(other.genres):
            return 0.0
        shared = len(self.genres & other.genres)
        return _SAME_GENRES * shared / len(self.genres | other.genres)


def diversify(
    standings: Iterable[ScoredItem[T]], *, seed: int, count: int
) -> tuple[T, ...]:
    """At most `count` items, each the best of what remains given those before it.

    No artist is credited on more than two. Familiar and new ones follow the pattern
    while there are both. Equals go in an order that `seed` decides, whatever the order
    of `standings`.
    """
    selection = _Selection(_ordered(list(standings), seed))
    while len(selection.chosen) < count and selection.take():
        pass
    return tuple(standing.item for standing in selection.chosen)


def _ordered(standings: list[ScoredItem[T]], seed: int) -> list[ScoredItem[T]]:
    """Best first; chance is asked only where it decides."""
    alike = Counter(standing.score for standing in standings)

    def place(standing: ScoredItem[T]) -> tuple[float, float, str]:
        score, key = standing.score, standing.key
        return (-score, seeded_random(seed, key) if alike[score] > 1 else 0.0, key)

    return sorted(standings, key=place)


class _Queue(Generic[T]):
    """The items of one kind. Values only fall while others are chosen, so the first
    one that is up to date is the best, and few have to be looked at."""

    def __init__(self, highest: float) -> None:
        self._highest = highest
        self._heap: list[tuple[float, int, ScoredItem[T]]] = []

    def add(self, place: int, standing: ScoredItem[T]) -> None:
        """In descending order of score, which is a heap's order too."""
        self._heap.append((self._cost(standing), place, standing))

    def best(
        self, chosen: Sequence[ScoredItem[T]], full: set[str]
    ) -> ScoredItem[T] | None:
        while self._heap:
            _, place, standing = heapq.heappop(self._heap)
            if not full.isdisjoint(standing.artists):
                continue
            if standing.seen == len(chosen):
                return standing
            standing.compare(chosen)
            heapq.heappush(self._heap, (self._cost(standing), place, standing))
        return None

    def _cost(self, standing: ScoredItem[T]) -> float:
        """The marginal relevance, negative for the heap's sake."""
        relevance = standing.score / self._highest
        return (1 - RELEVANCE) * standing.similarity - RELEVANCE * relevance


class _Selection(Generic[T]):
    """What is chosen so far, and what remains of each kind."""

    def __init__(self, ordered: Sequence[ScoredItem[T]]) -> None:
        self.chosen: list[ScoredItem[T]] = []
        self._credits: Counter[str] = Counter()
        self._full: set[str] = set()
        highest = (ordered[0].score if ordered else 0.0) or 1.0
        self._queues = {kind: _Queue[T](highest) for kind in dict.fromkeys(PATTERN)}
        for place, standing in enumerate(ordered):
            self._queues[standing.familiarity].add(place, standing)

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

    def _choose(self, standing: ScoredItem[T]) -> None:
        self.chosen.append(standing)
        self._credits.update(standing.artists)
        self._full |= {a for a in standing.artists if self._credits[a] >= PER_ARTIST}


# FOLDED How the listener's word on earlier picks re-orders those that are left.

# The same artist counts more than a genre that many share.
_LIKED_ARTIST, _LIKED_GENRE = 2.0, 1.5

_DISLIKED_ARTIST, _DISLIKED_GENRE = 0.3, 0.6

_LEAST, _MOST = 0.25, 3.0  # many words in one direction still leave some variety


def rerank_by_feedback(
    picks: Sequence[Pick], opinions: Sequence[Feedback], *, seed: int, day: int
) -> tuple[Pick, ...]:
    """Without the songs that were disliked, for a week without their artists; those
    like the liked first.

    A pick that a liked one speaks for says so. Without opinions the order stays.
    """
    if not opinions:
        return tuple(picks)
    disliked = [opinion for opinion in opinions if not opinion.liked]
    songs = {opinion.song for opinion in disliked}
    artists = {a for o in disliked if day - o.day < COOLDOWN_DAYS for a in o.artists}
    allowed = (
        pick
        for pick in picks
        if pick.key not in songs and artists.isdisjoint(credited(pick.track))
    )
    weighed = (_scored(_weighed(pick, opinions)) for pick in allowed)
    return diversify(weighed, seed=seed, count=len(picks))


def _scored(pick: Pick) -> ScoredItem[Pick]:
    return ScoredItem(
        item=pick,
        key=pick.key,
        score=pick.score,
        familiarity=pick.familiarity,
        artists=frozenset(credited(pick.track)),
        genres=frozenset(pick.genres),
    )


def _weighed(pick: Pick, opinions: Sequence[Feedback]) -> Pick:
    factor, facts = 1.0, list[Evidence]()
    for opinion in opinions:
        weight = _weight(pick, opinion)
        factor *= weight
        if weight > 1 and not facts:
            same = weight == _LIKED_ARTIST
            signal: Signal = "liked" if same else "kindred"
            facts.append(Evidence(signal, weight / 2, opinion.name))
    # What was asked for stays the first thing to say.
    asked = [fact for fact in pick.evidence if fact.signal in ASKED]
    others = [fact for fact in pick.evidence if fact.signal not in ASKED]
    return msgspec.structs.replace(
        pick,
        score=pick.score * min(_MOST, max(_LEAST, factor)),
        evidence=(*asked, *facts, *others),
    )


def _weight(pick: Pick, opinion: Feedback) -> float:
    if not set(opinion.artists).isdisjoint(credited(pick.track)):
        return _LIKED_ARTIST if opinion.liked else _DISLIKED_ARTIST
    if set(opinion.genres).isdisjoint(pick.genres):
        return 1.0
    return _LIKED_GENRE if opinion.liked else _DISLIKED_GENRE
