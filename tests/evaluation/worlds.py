"""Worlds: invented artists, the listeners under test, and all others who listen.

In every synthetic world half of a listener's dear artists have never been heard, and a
cluster has more artists than any list of Spotify's. Artists who are near each other in
a cluster share listeners, and are guests on each other's songs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp
from random import Random
from typing import Literal

from simulator.spotify.data.catalogue import Catalogue, CatalogueArtist
from simulator.spotify.data.catalogue_generator import Genre, vocabulary
from tests.evaluation.catalogues import (
    ArtistOutline,
    build_catalogue,
    invented_names,
    tracks_of,
)
from tests.evaluation.listeners import Extent, Habits, Life, Subject
from tests.evaluation.listens import Listens, popularity, split

WorldName = Literal[
    "unheard", "niche", "mainstream", "changing", "new", "playlists", "file"
]

SYNTHETIC: tuple[WorldName, ...] = (
    "unheard", "niche", "mainstream", "changing", "new", "playlists",
)  # fmt: skip

EXTENTS: Mapping[WorldName, Extent] = {
    "new": "three plays",
    "playlists": "playlists only",
}

CLUSTERS, CLUSTER_SIZE = 16, 80
DEAR = 40  # artists; half of them have never been heard
OTHERS = 400
FRIENDS = 3
LIKED_SONGS = 0.5  # of a dear artist's songs
GENRELESS = 0.1  # of the artists have no genre in any regime

# How much fame counts when a listener falls for an artist.
FAME: Mapping[WorldName, float] = {"niche": -0.4, "mainstream": 1.0}
USUAL_FAME = 0.4


@dataclass(frozen=True)
class Trial:
    """What is measured at once: the listeners under test and what is known of others.

    others: what all other listeners play; never a listener under test.
    """

    catalogue: Catalogue
    subjects: Mapping[WorldName, Sequence[Subject]]
    others: Listens


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an artist stands in its cluster: on a circle (0 to 1), and how famous."""

    artist: CatalogueArtist
    angle: float
    fame: float


class _Map:
    """All artists by cluster, and how listeners find theirs among them."""

    def __init__(self, rng: Random, now: datetime) -> None:
        names = invented_names(rng)
        places = [list(_placed(rng, names)) for _ in range(CLUSTERS)]
        genres = list(vocabulary().genres.items())[:CLUSTERS]
        outlines = [
            _outline(rng, genre, cluster, place)
            for genre, cluster in zip(genres, places, strict=True)
            for place in cluster
        ]
        self.catalogue = build_catalogue(outlines, now.date())
        artists = iter(self.catalogue.artists)
        self._clusters = [
            [_Place(next(artists), angle, fame) for _, angle, fame in cluster]
            for cluster in places
        ]

    def dear(
        self, rng: Random, world: WorldName, avoid: frozenset[str] = frozenset()
    ) -> dict[CatalogueArtist, float]:
        """Return a listener's dear artists and how dear they are."""
        free = [c for c in self._clusters if c[0].artist.genre not in avoid]
        closeness: dict[CatalogueArtist, float] = {}
        for cluster in rng.sample(free, rng.randint(2, 4)):
            centre, breadth = rng.random(), rng.uniform(0.1, 0.4)
            weight = rng.uniform(0.4, 1.0)
            for place in cluster:
                apart = min(abs(place.angle - centre), 1 - abs(place.angle - centre))
                closeness[place.artist] = (
                    weight
                    * exp(-((apart / breadth) ** 2))
                    * place.fame ** FAME.get(world, USUAL_FAME)
                    * rng.lognormvariate(0, 1.0)
                )
        best = sorted(closeness, key=lambda artist: -closeness[artist])[:DEAR]
        return {artist: closeness[artist] for artist in best}


_Position = tuple[str, float, float]


def _placed(rng: Random, names: Iterator[str]) -> Iterator[_Position]:
    boost = rng.lognormvariate(0, 0.5)
    for rank in range(CLUSTER_SIZE):
        yield next(names), rng.random(), boost / (rank + 2) ** 0.7


def _outline(
    rng: Random,
    genre_entry: tuple[str, Genre],
    cluster: Sequence[_Position],
    position: _Position,
) -> ArtistOutline:
    name, angle, fame = position
    genre, words = genre_entry

    def apart(other: _Position) -> float:
        return min(abs(other[1] - angle), 1 - abs(other[1] - angle))

    near = sorted(cluster, key=apart)[1 : FRIENDS + 1]
    tag = words.tags[int(angle * len(words.tags))]
    has_genre = rng.random() > GENRELESS
    return ArtistOutline(
        name=name,
        cluster=genre,
        genres=(genre, tag) if has_genre else (),
        popularity=min(95, round(30 + 45 * fame)),
        friends=tuple(other[0] for other in near),
    )


def synthetic_trial(
    *,
    count: int,
    seed: int,
    now: datetime,
    worlds: Sequence[WorldName] = SYNTHETIC,
) -> Trial:
    """Return `count` listeners in each of these worlds, over one catalogue."""
    artists = _Map(Random(f"map {seed}"), now)
    subjects = {
        world: [
            _subject(artists, world, Random(f"{world} {seed} {number}"), now, number)
            for number in range(count)
        ]
        for world in worlds
    }
    return Trial(artists.catalogue, subjects, _others(artists, seed))


def _subject(
    artists: _Map, world: WorldName, rng: Random, now: datetime, number: int
) -> Subject:
    dear = artists.dear(rng, world)
    early = dear
    if world == "changing":
        early = artists.dear(rng, world, frozenset(artist.genre for artist in dear))
    unheard = frozenset(rng.sample(list(dear), len(dear) // 2))
    liked = frozenset(
        track
        for artist in sorted({*dear, *early}, key=lambda one: one.id)
        for track in tracks_of(artists.catalogue, artist)
        if rng.random() < LIKED_SONGS
    )
    habits = Habits(
        early={artist: w for artist, w in early.items() if artist not in unheard},
        late={artist: w for artist, w in dear.items() if artist not in unheard},
        liked=liked,
        unheard=unheard,
    )
    life = Life(artists.catalogue, habits, rng, now)
    return life.subject(f"{world}-{number}", EXTENTS.get(world, "whole"))


def _others(artists: _Map, seed: int) -> Listens:
    """Return the plays of people with tastes of the same kinds."""
    worlds: tuple[WorldName, ...] = ("unheard", "niche", "mainstream")
    listens = {}
    for number in range(OTHERS):
        rng = Random(f"other {seed} {number}")
        dear = artists.dear(rng, worlds[number % len(worlds)])
        heard = rng.sample(list(dear), round(len(dear) * 0.75))
        listens[f"other-{number}"] = {
            artist.name: max(1.0, round(1000 * dear[artist])) for artist in heard
        }
    return listens


def trial_of_listens(
    listens: Listens, *, holdout: float, count: int, seed: int, now: datetime
) -> Trial:
    """Return `count` listeners of a table, a share of whose artists is hidden.

    Each artist has ten tracks; all of a hidden artist's tracks are liked. The others
    are all listeners of the table who are not under test.
    """
    order = sorted(listens)
    Random(f"order {seed}").shuffle(order)
    tested, others = order[:count], order[count:]
    known, hidden = split(
        {name: listens[name] for name in tested}, holdout=holdout, seed=seed
    )
    catalogue = build_catalogue(_outlines(listens), now.date())
    by_name = {artist.name: artist for artist in catalogue.artists}
    subjects = []
    for number, listener in enumerate(tested):
        played = {by_name[name]: plays for name, plays in known[listener].items()}
        unheard = frozenset(by_name[name] for name in hidden[listener])
        liked = frozenset(
            track
            for artist in (*played, *unheard)
            for track in tracks_of(catalogue, artist)
        )
        rng = Random(f"life {seed} {number}")
        habits = Habits(early=played, late=played, liked=liked, unheard=unheard)
        subjects.append(Life(catalogue, habits, rng, now).subject(f"file-{number}"))
    told = {name: listens[name] for name in others}
    return Trial(catalogue, {"file": subjects}, told)


def _outlines(listens: Listens) -> list[ArtistOutline]:
    """Return the artists of a table; those with more listeners are more popular."""
    ranked = popularity(listens)
    return [
        ArtistOutline(name, "unknown", popularity=round(95 * (1 - rank / len(ranked))))
        for rank, name in enumerate(ranked)
    ]
