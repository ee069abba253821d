"""Calibration in place of maximal marginal relevance, to compare the two.

Steck 2018, "Calibrated recommendations": an item is chosen for its relevance and for
how near the chosen ones come to the listener's own distribution, here over the
listener's artists that lead to an item. https://doi.org/10.1145/3240323.3240372
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from math import fsum, log
from unittest.mock import patch

from providers.recommender.ranking import ranker
from providers.recommender.ranking.affinity import affinities
from providers.recommender.ranking.candidates import Candidate
from providers.recommender.ranking.domain_types import FAMILIARITIES, Ranking, Taste
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.ranker import RankingContext
from providers.recommender.ranking.reranking import (
    PER_ARTIST,
    ScoredItem,
    kinds_in_turn,
)
from providers.recommender.ranking.track_identity import artist_key

SMOOTHING = 0.01  # of the listener's own distribution in that of the chosen items

Shares = Mapping[str, float]
"""How much of the listener's taste each artist is, by key; all add up to 1."""


@contextmanager
def calibrated(strength: float | None) -> Iterator[None]:
    """Let the service choose its picks by calibration; with None leave it as it is.

    strength: how much the divergence counts, and relevance the rest: 0 to 1.
    """
    if strength is None:
        yield
        return
    usual: Callable[..., Ranking] = vars(ranker)["_ranking"]

    def ranking(
        candidates: Iterable[Candidate],
        taste: Taste,
        context: RankingContext,
        per_artist: int = PER_ARTIST,
    ) -> Ranking:
        scores = {k: a.score for k, a in affinities(taste, context.now).items()}
        whole = fsum(scores.values())
        shares = {key: score / whole for key, score in scores.items()}
        with patch.object(ranker, "diversify", _Calibration(shares, strength).choose):
            return usual(candidates, taste, context, per_artist)

    with patch.object(ranker, "_ranking", ranking):
        yield


@dataclass
class _Calibration:
    """The chosen items, and how much of them each of the listener's artists leads to.

    counts: by artist key; each item counts 1, divided among the artists it comes from.
    """

    shares: Shares
    strength: float
    chosen: list[ScoredItem[Candidate]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def choose(
        self,
        items: Iterable[ScoredItem[Candidate]],
        *,
        seed: int,
        count: int,
        per_artist: int,
        familiar_share: float,
    ) -> tuple[Candidate, ...]:
        """Choose as `diversify` does, with calibration instead of similarity."""
        left = sorted(items, key=lambda item: seeded_random(seed, item.key))
        highest = max((item.score for item in left), default=0.0) or 1.0
        credited: Counter[str] = Counter()
        for kind in islice(kinds_in_turn(familiar_share), count):
            left = [x for x in left if all(credited[a] < per_artist for a in x.artists)]
            nearest = (kind, *(each for each in FAMILIARITIES if each != kind))
            queues = ([x for x in left if x.familiarity == k] for k in nearest)
            queue = next(filter(None, queues), None)
            if queue is None:
                break
            best = self._best(queue, highest)
            left.remove(best)
            credited.update(best.artists)
            self.chosen.append(best)
            self.counts.update(_led_from(best))
        return tuple(item.item for item in self.chosen)

    def _best(
        self, queue: Sequence[ScoredItem[Candidate]], highest: float
    ) -> ScoredItem[Candidate]:
        """Return the item of the highest relevance and the least divergence."""
        number = len(self.chosen) + 1

        def gain(item: ScoredItem[Candidate]) -> float:
            near = fsum(
                self._term(key, part, number) - self._term(key, 0.0, number)
                for key, part in _led_from(item).items()
            )
            return (1 - self.strength) * item.score / highest + self.strength * near

        return max(queue, key=gain)

    def _term(self, key: str, more: float, number: int) -> float:
        """Return an artist's part of minus the Kullback-Leibler divergence.

        more: what an item adds to the artist's count. number: of items chosen then.
        """
        wanted = self.shares.get(key, 0.0)
        if not wanted:
            return 0.0
        have = (self.counts[key] + more) / number
        return wanted * log(((1 - SMOOTHING) * have + SMOOTHING * wanted) / wanted)


def _led_from(item: ScoredItem[Candidate]) -> dict[str, float]:
    """Return which of the listener's artists an item comes from, in equal parts.

    A known artist's song comes from this artist.
    """
    candidate = item.item
    if candidate.known_artist:
        keys = list(candidate.artists[:1])
    else:
        facts = candidate.evidence
        keys = [artist_key(fact.about) for fact in facts if fact.about and fact.artist]
    unique = dict.fromkeys(keys)
    return {key: 1 / len(unique) for key in unique}
