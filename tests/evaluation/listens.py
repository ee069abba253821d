"""Tables of listening (listener, artist, plays): read, split, compared, invented.

A file has lines of `listener<TAB>artist<TAB>plays`, as the public Last.fm data have
them. `invent` makes a table of the same shape and size from a written description of
such data: HetRec 2011 (https://grouplens.org/datasets/hetrec-2011/) has 1,892
listeners, 17,632 artists and 92,834 pairs, about 49 artists a listener.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from io import StringIO
from itertools import combinations
from math import exp, sqrt
from pathlib import Path
from random import Random
from typing import NamedTuple

from service.commands.neighbours.command import main as neighbours_command
from tests.evaluation.catalogues import invented_names

NEIGHBOURS = 50
# Listeners of thousands tell little about each pair, and would cost millions of pairs.
COUNTED = 120
SHRINKAGE = 10.0  # shared listeners below which a likeness may be an accident

Listens = Mapping[str, Mapping[str, float]]
"""Plays by listener and artist."""


class SimilarArtist(NamedTuple):
    """An artist's name, and how many listeners it shares with another: 0 to 1."""

    name: str
    strength: float


SimilarArtists = Mapping[str, Sequence[SimilarArtist]]
"""The most similar artists of each artist, by name, the most similar first."""


class NoListens(Exception):
    """The file holds nothing that reads as listens."""


def read(path: Path) -> Listens:
    """Return the plays in a file; lines that do not read as such are passed over.

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
        raise NoListens(f"no lines of listener, artist, plays in {path}")
    return found


def write(path: Path, listens: Listens) -> None:
    """Write a file that `read` and the command `neighbours build` read."""
    with path.open("w", encoding="utf-8") as lines:
        lines.write("listener\tartist\tplays\n")
        for listener, counts in listens.items():
            lines.writelines(
                f"{listener}\t{artist}\t{plays:g}\n" for artist, plays in counts.items()
            )


def build_neighbours(listens: Listens, folder: Path) -> Path:
    """Build the service's file of similar artists in a folder, by its own command."""
    table, file = folder / "listens.tsv", folder / "neighbours.bin"
    write(table, listens)
    arguments = ["build", "--table", str(table), "--out", str(file)]
    errors = StringIO()
    if neighbours_command(arguments, {}, StringIO(), errors) != 0:
        raise NoListens(errors.getvalue())
    return file


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def split(
    listens: Listens, *, holdout: float, seed: int
) -> tuple[Listens, Mapping[str, frozenset[str]]]:
    """Return what is known, and what is hidden of it.

    Hidden is a share of each listener's artists, at least one of them where there are
    two.
    """
    known, hidden = {}, {}
    for listener in sorted(listens):
        artists = sorted(listens[listener])
        Random(f"{seed} {listener}").shuffle(artists)
        count = min(len(artists) - 1, max(1, round(len(artists) * holdout)))
        hidden[listener] = frozenset(artists[:count])
        known[listener] = {name: listens[listener][name] for name in artists[count:]}
    return known, hidden


def similar_artists(listens: Listens) -> SimilarArtists:
    """Return for every artist the most similar ones, by the listeners they share.

    The likeness is the cosine, smaller where few listeners are shared.
    """
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    listeners = Counter(name for counts in listens.values() for name in counts)
    for counts in listens.values():
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


def popularity(listens: Listens) -> list[str]:
    """Return all artists, those with the most listeners first."""
    heard = Counter(name for counts in listens.values() for name in counts)
    return sorted(heard, key=lambda name: (-heard[name], name))


CLUSTERS, ARTISTS = 30, 36_000
TOP = 50  # artists of a listener that are told, at most


def invent(count: int, seed: int) -> Listens:
    """Return an invented table of `count` listeners with about 49 artists each.

    An artist has a place on the circle of its cluster and a popularity by a power law.
    A listener is at home at one to four places; near artists are heard more often,
    famous ones too, and some are heard by mere chance. Plays have a long tail.
    """
    rng = Random(f"listens {seed}")
    names = invented_names(rng)
    clusters = [_invented_cluster(rng, names) for _ in range(CLUSTERS)]
    sizes = [sum(weight for _, _, weight in cluster) for cluster in clusters]
    listens = {}
    for number in range(count):
        homes = rng.choices(clusters, sizes, k=rng.choice((1, 2, 2, 3, 4)))
        weights = dict(_closeness(rng, homes, clusters))
        chosen = _weighted_sample(rng, weights, TOP if rng.random() < 0.9 else 25)
        listens[f"listener-{number}"] = {
            name: max(1.0, round(rng.lognormvariate(5.0, 1.2))) for name in chosen
        }
    return listens


_Cluster = Sequence[tuple[str, float, float]]
"""Name, place on the circle (0 to 1) and popularity of each artist."""


def _invented_cluster(rng: Random, names: Iterator[str]) -> _Cluster:
    size = max(40, round(ARTISTS / CLUSTERS * rng.lognormvariate(-0.3, 0.8)))
    boost = rng.lognormvariate(0, 1.0)
    return [
        (next(names), rng.random(), boost / (place + 4) ** 1.0) for place in range(size)
    ]


def _closeness(
    rng: Random, homes: Iterable[_Cluster], clusters: Sequence[_Cluster]
) -> Iterator[tuple[str, float]]:
    for cluster in (rng.choice(clusters) for _ in range(2)):
        yield from ((name, 0.1 * popular) for name, _, popular in cluster)
    for cluster in homes:
        centre, breadth = rng.random(), rng.uniform(0.05, 0.25)
        for name, place, popular in cluster:
            apart = min(abs(place - centre), 1 - abs(place - centre))
            yield name, popular * (0.1 + exp(-((apart / breadth) ** 2)))


def _weighted_sample(
    rng: Random, weights: Mapping[str, float], count: int
) -> list[str]:
    """Return different names, heavy ones more often.

    https://doi.org/10.1016/j.ipl.2005.11.003
    """
    keyed = ((rng.random() ** (1 / weight), name) for name, weight in weights.items())
    return [name for _, name in nlargest(count, keyed)]
