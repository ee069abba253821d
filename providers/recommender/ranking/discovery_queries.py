"""Discovery queries: which searches to make for music that the listener lacks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, repeat, zip_longest
from math import log

from providers.music import Track
from providers.recommender.ranking.affinity import Affinity, GenreAffinity
from providers.recommender.ranking.domain_types import Evidence, RankedList, Signal
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.recommendation_query import Facet, genre_match
from providers.recommender.ranking.track_identity import artist_key, credited

_CLOSEST = 12  # artists and genres that take turns from day to day
_GENRE_WEIGHT = 0.7  # a genre is a wider net than an artist
_ERA_WEIGHT = 0.5  # and a decade is wider still
_SCORE_POWER = 2  # how much more often the closest of them come


@dataclass(frozen=True, slots=True)
class DiscoveryQuery:
    """A search to make: for tracks of one `genre`, by one `artist`, or of some `years`.

    `evidence`: the fact that is the reason for this search; each track found gains it.
    `genre`: lower case. `artist`: a name. `weight`: the weight of its ranked list.
    `years`: first and last year of release.
    """

    evidence: Evidence
    genre: str | None = None
    artist: str | None = None
    weight: float = 1.0
    years: tuple[int, int] | None = None

    @property
    def query(self) -> str:
        """The search in Spotify's query language: `genre:"…" year:1990-1999`.

        https://developer.spotify.com/documentation/web-api/reference/search
        """
        filters = []
        for name, text in (("genre", self.genre), ("artist", self.artist)):
            if text is not None:
                value = text.replace('"', " ").strip()
                filters.append(f'{name}:"{value}"')
        if self.years is not None:
            first_year, last_year = self.years
            span = f"-{last_year}" if last_year != first_year else ""
            filters.append(f"year:{first_year}{span}")
        return " ".join(filters)

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

    `genres`: the genres that the listener is close to. Required facets are searched
    for alone, as songs of other kinds would be left out.
    """
    musical = [facet for facet in facets if facet.years is None]
    required = [facet for facet in musical if facet.required]
    chosen = required or musical
    yield from alternating(*(_of_facet(facet, genres, seed) for facet in chosen))


def within(years: Facet, queries: Iterable[DiscoveryQuery]) -> Iterator[DiscoveryQuery]:
    """Yield the queries, limited to the years of a facet; each fourth is for anything.

    Artists of today have no songs of long ago, and genres may be unknown.
    """
    evidence = _evidence(years, years.signal)
    anything = DiscoveryQuery(evidence, weight=_ERA_WEIGHT, years=years.years)
    for place, query in enumerate(chain(queries, repeat(anything)), 1):
        yield anything if place % 4 == 0 else replace(query, years=years.years)


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
        DiscoveryQuery(_evidence(facet, facet.by_genre, genre), genre=genre)
        for genre in ordered
    )
    by_artist = (
        DiscoveryQuery(_evidence(facet, facet.signal), artist=name) for name in names
    )
    if facet.signal == "asked_artist":
        yield from alternating(by_artist, by_genre)
    else:
        yield from alternating(by_genre, by_artist)


def _evidence(facet: Facet, signal: Signal, genre: str | None = None) -> Evidence:
    return Evidence(signal, 1.0, facet.about or genre)


def alternating(*queries: Iterable[DiscoveryQuery]) -> Iterator[DiscoveryQuery]:
    """Yield one query of each iterable in turn, until the longest is exhausted."""
    for row in zip_longest(*queries):
        yield from (query for query in row if query is not None)


def first(queries: Iterable[DiscoveryQuery], count: int) -> tuple[DiscoveryQuery, ...]:
    """Return the first `count` queries whose search texts differ."""
    unique = {query.query.casefold(): query for query in islice(queries, 4 * count)}
    return tuple(unique.values())[:count]
