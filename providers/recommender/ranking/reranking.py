"""Re-ranking: variety (maximal marginal relevance), an artist cap, and feedback."""

import heapq
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count as count_from
from itertools import islice
from math import floor
from typing import Generic, TypeVar

import msgspec

from providers.recommender.ranking.domain_types import (
    ASKED,
    FAMILIARITIES,
    Evidence,
    Familiarity,
    Pick,
    Signal,
)
from providers.recommender.ranking.history import DISLIKE_DAYS, Feedback
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.track_identity import credited, first_credited

T = TypeVar("T")

# https://www.cs.cmu.edu/~jgc/publication/The_Use_MMR_Diversity_Based_LTMIR_1998.pdf
RELEVANCE = 0.7
"""Lambda of maximal marginal relevance: 1 is relevance alone, 0 is variety alone."""

PER_ARTIST = 2
"""The most picks on which one artist is credited."""

MOST_FAMILIAR = 1 / 3
"""The most familiar songs among the picks, unless they were asked for."""

_HABIT_SHARE = 1 / 6  # of the songs that are not familiar

_SAME_ARTIST, _SAME_GUEST, _SAME_GENRES = 1.0, 0.5, 0.6


def kinds_in_turn(familiar_share: float, place: int = 0) -> Iterator[Familiarity]:
    """Yield the kind of each pick from `place` on (0 is the first), without end.

    The first pick is a discovery. Familiar ones and habits are spread evenly.
    """
    for number in count_from(place):
        familiar = floor(number * familiar_share)
        if floor((number + 1) * familiar_share) > familiar:
            yield "familiar"
        else:
            others = number - familiar
            is_habit = floor((others + 1) * _HABIT_SHARE) > floor(others * _HABIT_SHARE)
            yield "habit" if is_habit else "discovery"


_NEAREST: Mapping[Familiarity, tuple[Familiarity, ...]] = {
    kind: (kind, *(other for other in FAMILIARITIES if other != kind))
    for kind in FAMILIARITIES
}
"""Each kind, then those that take its place where it is exhausted."""


def interleave(
    picks: Sequence[Pick], familiar_share: float, place: int = 0
) -> Iterator[Pick]:
    """Yield the picks so that their kinds follow `kinds_in_turn`.

    Once one kind is exhausted, the others fill its places, the newest first. `place`:
    how many picks came before.
    """
    queues: dict[Familiarity, deque[Pick]] = {kind: deque() for kind in FAMILIARITIES}
    for pick in picks:
        queues[pick.familiarity].append(pick)
    for kind in kinds_in_turn(familiar_share, place):
        queue = next(filter(None, map(queues.__getitem__, _NEAREST[kind])), None)
        if queue is None:
            return
        yield queue.popleft()


class ScoredItem(msgspec.Struct, Generic[T], eq=False):
    """A scored song while items are chosen one by one.

    `item`: the candidate or pick. `key`: its name, for the order among equals.
    `score`: higher is better. `artists`: artist keys. `genres`: lower case.
    `similarity`: the highest similarity (0 to 1) to the first `compared` chosen items.
    """

    item: T
    key: str
    score: float
    familiarity: Familiarity
    main: str | None
    artists: frozenset[str]
    genres: frozenset[str]
    similarity: float = 0.0
    compared: int = 0

    def compare(self, chosen: Sequence["ScoredItem[T]"]) -> None:
        """Update `similarity` with the items chosen since the last call."""
        if self.similarity < _SAME_ARTIST:
            for other in chosen[self.compared :]:
                self.similarity = max(self.similarity, self._similarity_to(other))
        self.compared = len(chosen)

    def _similarity_to(self, other: "ScoredItem[T]") -> float:
        if not self.artists.isdisjoint(other.artists):
            return _SAME_ARTIST if self.main == other.main else _SAME_GUEST
        if self.similarity >= _SAME_GENRES or self.genres.isdisjoint(other.genres):
            return 0.0
        shared = len(self.genres & other.genres)
        return _SAME_GENRES * shared / len(self.genres | other.genres)


def diversify(
    items: Iterable[ScoredItem[T]],
    *,
    seed: int,
    count: int,
    per_artist: int = PER_ARTIST,
    familiar_share: float = MOST_FAMILIAR,
) -> tuple[T, ...]:
    """Return at most `count` items; each is the best of the rest given those before it.

    No artist is credited on more than `per_artist`. The kinds of items follow
    `kinds_in_turn` while there are some of each. `seed` decides the order among equal
    scores; the order of `items` does not matter.
    """
    selection = _Selection(_by_score(list(items), seed), per_artist)
    for kind in islice(kinds_in_turn(familiar_share), count):
        if not selection.take(kind):
            break
    return tuple(scored.item for scored in selection.chosen)


def _by_score(items: list[ScoredItem[T]], seed: int) -> list[ScoredItem[T]]:
    """Sort by score; random numbers are computed only for equal scores."""
    scores = Counter(scored.score for scored in items)

    def sort_key(scored: ScoredItem[T]) -> tuple[float, float, str]:
        score, key = scored.score, scored.key
        return (-score, seeded_random(seed, key) if scores[score] > 1 else 0.0, key)

    return sorted(items, key=sort_key)


class _Queue(Generic[T]):
    """Priority queue of the items of one familiarity, by marginal relevance.

    Values only fall while other items are chosen, so the first one that is up to date
    is the best, and few have to be compared.
    """

    def __init__(self, highest: float) -> None:
        self._highest = highest
        self._heap: list[tuple[float, int, ScoredItem[T]]] = []

    def add(self, place: int, scored: ScoredItem[T]) -> None:
        """Add an item; items come in descending order of score, a heap's order too."""
        self._heap.append((self._cost(scored), place, scored))

    def best(
        self, chosen: Sequence[ScoredItem[T]], full: set[str]
    ) -> ScoredItem[T] | None:
        while self._heap:
            _, place, scored = heapq.heappop(self._heap)
            if not full.isdisjoint(scored.artists):
                continue
            if scored.compared == len(chosen):
                return scored
            scored.compare(chosen)
            heapq.heappush(self._heap, (self._cost(scored), place, scored))
        return None

    def _cost(self, scored: ScoredItem[T]) -> float:
        """Return the marginal relevance, negative because a heap's least is first."""
        relevance = scored.score / self._highest
        return (1 - RELEVANCE) * scored.similarity - RELEVANCE * relevance


class _Selection(Generic[T]):
    """The chosen items, and a queue of the remaining ones for each familiarity."""

    def __init__(self, ordered: Sequence[ScoredItem[T]], per_artist: int) -> None:
        self.chosen: list[ScoredItem[T]] = []
        self._per_artist = per_artist
        self._credits: Counter[str] = Counter()
        self._full: set[str] = set()
        highest = (ordered[0].score if ordered else 0.0) or 1.0
        self._queues = {kind: _Queue[T](highest) for kind in FAMILIARITIES}
        for place, scored in enumerate(ordered):
            self._queues[scored.familiarity].add(place, scored)

    def take(self, kind: Familiarity) -> bool:
        """Choose one more item, of this kind if one is left."""
        for familiarity in _NEAREST[kind]:
            best = self._queues[familiarity].best(self.chosen, self._full)
            if best is not None:
                self._choose(best)
                return True
        return False

    def _choose(self, scored: ScoredItem[T]) -> None:
        self.chosen.append(scored)
        self._credits.update(scored.artists)
        most = self._per_artist
        self._full |= {a for a in scored.artists if self._credits[a] >= most}


# The same artist counts more than a genre that many share.
_LIKED_ARTIST, _LIKED_NEIGHBOUR, _LIKED_GENRE = 2.0, 2.0, 1.5

_DISLIKED_ARTIST, _DISLIKED_GENRE = 0.3, 0.6

_LEAST, _MOST = 0.25, 3.0  # much feedback in one direction still leaves some variety


def rerank_by_feedback(
    picks: Sequence[Pick],
    feedback: Sequence[Feedback],
    *,
    seed: int,
    day: int,
    familiar_share: float = MOST_FAMILIAR,
) -> tuple[Pick, ...]:
    """Return the picks in a new order: songs like the liked ones come first.

    Disliked songs are left out, and their artists for a week. A pick that gains by a
    liked one carries this as evidence. Without feedback the order stays.
    """
    if not feedback:
        return tuple(picks)
    dislikes = [opinion for opinion in feedback if not opinion.liked]
    songs = {opinion.song for opinion in dislikes}
    artists = {a for o in dislikes if day - o.day < DISLIKE_DAYS for a in o.artists}
    allowed = (
        pick
        for pick in picks
        if pick.key not in songs and artists.isdisjoint(credited(pick.track))
    )
    items = (_scored(_weighted(pick, feedback)) for pick in allowed)
    return diversify(
        items,
        seed=seed,
        count=len(picks),
        per_artist=most_per_artist(picks),
        familiar_share=familiar_share,
    )


def most_per_artist(picks: Iterable[Pick]) -> int:
    """Return on how many picks one artist may be credited: as many as there are.

    At least two; more where songs by one artist were asked for.
    """
    counts = Counter(key for pick in picks for key in set(credited(pick.track)))
    return max((PER_ARTIST, *counts.values()))


def _scored(pick: Pick) -> ScoredItem[Pick]:
    return ScoredItem(
        item=pick,
        key=pick.key,
        score=pick.score,
        familiarity=pick.familiarity,
        main=first_credited(pick.track),
        artists=frozenset(credited(pick.track)),
        genres=frozenset(pick.genres),
    )


def _weighted(pick: Pick, feedback: Sequence[Feedback]) -> Pick:
    factor, facts = 1.0, list[Evidence]()
    for opinion in feedback:
        weight = _weight(pick, opinion)
        factor *= weight
        by_artist = not set(opinion.artists).isdisjoint(credited(pick.track))
        says_so = any(f.signal == "liked_neighbour" for f in pick.evidence)
        if weight > 1 and not facts and (by_artist or not says_so):
            signal: Signal = "liked" if by_artist else "kindred"
            facts.append(Evidence(signal, weight / 2, opinion.name))
    # What was asked for stays the first thing to say.
    of_query = [fact for fact in pick.evidence if fact.signal in ASKED]
    others = [fact for fact in pick.evidence if fact.signal not in ASKED]
    return msgspec.structs.replace(
        pick,
        score=pick.score * min(_MOST, max(_LEAST, factor)),
        evidence=(*of_query, *facts, *others),
    )


def _weight(pick: Pick, opinion: Feedback) -> float:
    if not set(opinion.artists).isdisjoint(credited(pick.track)):
        return _LIKED_ARTIST if opinion.liked else _DISLIKED_ARTIST
    if opinion.liked and any(
        fact.signal == "liked_neighbour" and fact.about == opinion.name
        for fact in pick.evidence
    ):
        return _LIKED_NEIGHBOUR
    if set(opinion.genres).isdisjoint(pick.genres):
        return 1.0
    return _LIKED_GENRE if opinion.liked else _DISLIKED_GENRE
