"""The pure ranking held against real listening: files of `user<TAB>artist<TAB>count`.

A share of every user's artists is hidden. Similar artists are learnt from the rest
alone, by the listeners that artists share; each favourite's similar artists are given
to the ranking as the tracks that a search would bring. The picks are the recommender's
own; each artist stands as one track.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from heapq import nlargest
from itertools import combinations, islice
from math import sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from providers.music import Artist, SavedTrack, Track
from providers.recommender.ranking.domain_types import Evidence, RankedList, Taste
from providers.recommender.ranking.ranker import RankingContext, rank
from tests.evaluation.measures import DEPTH, mean, ndcg

NOW = datetime(2026, 1, 1, tzinfo=UTC)  # rankings of files depend on no clock
SEEDS = 50  # of a user's artists, similar ones are looked for
NEIGHBOURS = 30
# Listeners of thousands tell little about each pair, and would cost millions of pairs.
COUNTED = 120
SHRINKAGE = 10.0  # shared listeners below which a likeness may be an accident

Listens = Mapping[str, Mapping[str, float]]


class SimilarArtist(NamedTuple):
    """An artist's name, and how many listeners it shares with another: 0 to 1."""

    name: str
    strength: float


class NoListens(Exception):
    """The file holds nothing that reads as listens."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Means over users; `popularity` recommends what most listen to."""

    users: int
    artists: int
    ndcg: float
    popularity: float

    def figures(self) -> dict[str, float]:
        return {
            "users": self.users,
            "artists": self.artists,
            "ndcg@10": round(self.ndcg, 4),
            "popularity_ndcg@10": round(self.popularity, 4),
        }


def read(path: Path) -> Listens:
    """Counts by user and artist; lines that do not read as such are passed over.

    Raises `NoListens`, and `OSError` where there is no such file.
    """
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            fields = line.rstrip("\r\n").split("\t")
            count = _number(fields[2]) if len(fields) >= 3 else None
            if count is not None and count > 0 and fields[0] and fields[1]:
                counts = found[fields[0]]
                counts[fields[1]] = counts.get(fields[1], 0.0) + count
    if not found:
        raise NoListens(f"no lines of user, artist, count in {path}")
    return found


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def split(
    listens: Listens, *, holdout: float, seed: int
) -> tuple[Listens, Mapping[str, frozenset[str]]]:
    """What is known, and what is hidden of it: a share of each user's artists, at
    least one of them where there are two."""
    known, hidden = {}, {}
    for user in sorted(listens):
        artists = sorted(listens[user])
        Random(f"{seed} {user}").shuffle(artists)
        count = min(len(artists) - 1, max(1, round(len(artists) * holdout)))
        hidden[user] = frozenset(artists[:count])
        known[user] = {name: listens[user][name] for name in artists[count:]}
    return known, hidden


def likenesses(known: Listens) -> Mapping[str, Sequence[SimilarArtist]]:
    """For every artist the most similar ones: shared listeners over all listeners
    (the cosine), less where few are shared."""
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    listeners = Counter(name for counts in known.values() for name in counts)
    for counts in known.values():
        most = sorted(nlargest(COUNTED, counts, key=lambda name: (counts[name], name)))
        for one, other in combinations(most, 2):
            shared[one][other] += 1
            shared[other][one] += 1
    return {
        name: _most_similar(name, others, listeners) for name, others in shared.items()
    }


def _most_similar(
    name: str, others: Mapping[str, int], listeners: Mapping[str, int]
) -> list[SimilarArtist]:
    scored = (
        (count * count / (count + SHRINKAGE) / sqrt(listeners[name] * listeners[o]), o)
        for o, count in others.items()
    )
    return [SimilarArtist(o, score) for score, o in nlargest(NEIGHBOURS, scored)]


class Ranker:
    """Picks artists for users, as if each artist had made one track."""

    def __init__(self, known: Listens, *, seed: int) -> None:
        self._known = known
        self._similar = likenesses(known)
        self._seed = seed
        names = {name for counts in known.values() for name in counts}
        self._tracks = {name: _track(name) for name in names}

    def picks(self, user: str) -> list[str]:
        """The ids of artists that the user does not know yet, best first."""
        counts = self._known[user]
        favourites = sorted(counts, key=lambda name: (-counts[name], name))
        taste = Taste(
            top_artists={"years": tuple(Artist(n, n) for n in favourites)},
            saves=tuple(SavedTrack(self._tracks[name]) for name in favourites),
        )
        findings = [self._finding(name) for name in favourites[:SEEDS]]
        ranking = rank(taste, findings, (), RankingContext(NOW, self._seed))
        return [pick.track.id or "" for pick in ranking.picks[:DEPTH]]

    def _finding(self, name: str) -> RankedList:
        """One list for all that resemble an artist."""
        similar = self._similar.get(name, ())
        tracks = tuple(self._tracks[other.name] for other in similar)
        return RankedList(tracks, Evidence("top_artist", 1.0, name))


def _track(name: str) -> Track:
    return Track(name, name, (Artist(name, name),))


def _unknown(ranked: Iterable[str], known: Mapping[str, float]) -> list[str]:
    """The first few that a user does not know."""
    return list(islice((name for name in ranked if name not in known), DEPTH))


def evaluate(listens: Listens, *, holdout: float, seed: int) -> Outcome:
    """Users with a single artist have nothing to hide, and do not count."""
    known, hidden = split(listens, holdout=holdout, seed=seed)
    ranker = Ranker(known, seed=seed)
    users = [user for user in known if hidden[user]]
    ours = [ndcg(ranker.picks(user), hidden[user]) for user in users]
    heard = Counter(name for counts in known.values() for name in counts)
    ranked = sorted(heard, key=lambda name: (-heard[name], name))
    popular = [ndcg(_unknown(ranked, known[u]), hidden[u]) for u in users]
    names = {name for counts in listens.values() for name in counts}
    return Outcome(len(users), len(names), mean(ours), mean(popular))
