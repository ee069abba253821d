"""Discovery queries: which searches to make for music that the listener lacks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from math import log

from providers.music import Track
from providers.recommender.ranking.affinity import Affinity, GenreAffinity
from providers.recommender.ranking.domain_types import Evidence, RankedList, Signal
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.recommendation_query import Facet, genre_match
from providers.recommender.ranking.track_identity import artist_key, credited

_CLOSEST = 12  # artists and genres that take turns from day to day
_GENRE_WEIGHT = 0.7  # a genre is a wider net than an artist
_SCORE_POWER = 2  # how much more often the closest of them come


@dataclass(frozen=True, slots=True)
class DiscoveryQuery:
    """A search to make: for tracks of one `genre`, or by one `artist`.

    `evidence`: the fact that is the reason for this search; each track found gains it.
    `genre`: lower case. `artist`: a name. `weight`: the weight of its ranked list.
    """

    evidence: Evidence
    genre: str | None = None
    artist: str | None = None
    weight: float = 1.0

    @property
    def query(self) -> str:
        """The search in Spotify's query language: `genre:"…"` or `artist:"…"`.

        https://developer.spotify.com/documentation/web-api/reference/search
        """
        value = (self.genre or self.artist or "").replace('"', " ").strip()
        return f'{"genre" if self.genre else "artist"}:"{value}"'

    def ranked_list(self, tracks: Iterable[Track]) -> RankedList:
        """Return the tracks that the search found, as a ranked list.

        A search by artist also finds artists with similar names: these are left out.
        """
        found = tuple(tracks)
        if self.artist is not None:
            key = artist_key(self.artist)
            found = tuple(track for track in found if key in credited(track))
        return RankedList(found, self.evidence, self.genre, self.weight)


def from_taste(
    artists: Mapping[str, Affinity], genres: Mapping[str, GenreAffinity], *, seed: int
) -> Iterator[DiscoveryQuery]:
    """Yield queries from taste alone: two artists for each genre.

    Close artists and genres come more often; `seed` decides which come today.
    """
    by_genre = (
        DiscoveryQuery(
            Evidence("genre", 1, name, count=genres[name].artists),
            genre=name,
            weight=_GENRE_WEIGHT,
        )
        for name in weighted_sample(
            {name: g.score for name, g in genres.items()}, seed=seed
        )
    )
    by_artist = [
        DiscoveryQuery(artists[key].evidence[0], artist=artists[key].name)
        for key in weighted_sample(
            {key: a.score for key, a in artists.items()}, seed=seed
        )
    ]
    yield from alternating(by_artist[::2], by_genre, by_artist[1::2])


def from_facets(
    facets: Sequence[Facet], genres: Mapping[str, GenreAffinity], *, seed: int
) -> Iterator[DiscoveryQuery]:
    """Yield queries for what was asked: the facets in turn, own genres first.

    `genres`: the genres that the listener is close to.
    """
    yield from alternating(*(_of_facet(facet, genres, seed) for facet in facets))


def weighted_sample(scores: Mapping[str, float], *, seed: int) -> list[str]:
    """Return the twelve best names in random order; high scores tend to come first.

    Weighted sampling without replacement: https://doi.org/10.1016/j.ipl.2005.11.003
    """
    closest = sorted(scores, key=lambda name: (-scores[name], name))[:_CLOSEST]
    return sorted(closest, key=lambda name: _sampling_key(name, scores[name], seed))


def _sampling_key(name: str, score: float, seed: int) -> tuple[float, str]:
    draw = -log(1 - seeded_random(seed, name))
    return (draw / max(score, 1e-9) ** _SCORE_POWER, name)


def _of_facet(
    facet: Facet, genres: Mapping[str, GenreAffinity], seed: int
) -> Iterator[DiscoveryQuery]:
    own = {genre for genre in facet.genres if genre_match((genre,), genres)}
    ordered = sorted(
        facet.genres, key=lambda genre: (genre not in own, seeded_random(seed, genre))
    )
    names = sorted(facet.artists, key=lambda name: seeded_random(seed, name))
    by_genre = (
        DiscoveryQuery(_evidence(facet, facet.by_genre), genre=genre)
        for genre in ordered
    )
    by_artist = (
        DiscoveryQuery(_evidence(facet, facet.signal), artist=name) for name in names
    )
    if facet.signal == "asked_artist":
        yield from alternating(by_artist, by_genre)
    else:
        yield from alternating(by_genre, by_artist)


def _evidence(facet: Facet, signal: Signal) -> Evidence:
    return Evidence(signal, 1.0, facet.about)


def alternating(*queries: Iterable[DiscoveryQuery]) -> Iterator[DiscoveryQuery]:
    """Yield one query of each iterable in turn, until the longest is exhausted."""
    for row in zip_longest(*queries):
        yield from (query for query in row if query is not None)


def first(queries: Iterable[DiscoveryQuery], count: int) -> tuple[DiscoveryQuery, ...]:
    """Return the first `count` queries whose search texts differ."""
    unique = {query.query.casefold(): query for query in islice(queries, 4 * count)}
    return tuple(unique.values())[:count]
