"""Discovery queries: which searches to make for music that the listener lacks."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain, cycle, islice, repeat, zip_longest
from math import log

import msgspec

from providers.music import Track
from providers.recommender.ranking.affinity import GenreAffinity
from providers.recommender.ranking.candidates import People
from providers.recommender.ranking.domain_types import Evidence, RankedList, Signal
from providers.recommender.ranking.facets import Facet, genre_match
from providers.recommender.ranking.new_artists import name_key
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.track_identity import credited

_CLOSEST = 12  # artists and genres that take turns from day to day
_GENRE_WEIGHT = 0.7  # a genre is a wider net than an artist
_MOST_LOOKED_AT = 500  # queries; some of those for years have no end
_DECADES = (2020, 2010, 2000, 1990, 1980, 1970)  # the first year of each
_ERA_WEIGHT = 0.5  # and a decade is wider still
_BY_ARTIST_WEIGHT = 0.2  # whose song it is tells more than its place in the search
_SCORE_POWER = 2  # how much more often the closest of them come
NEW_BEFORE_HABIT = 3
"""Searches for what is new before the one for a known artist, in a first answer."""

DECADES_AT_FIRST = 2
"""Decades by which a genre is searched in a first answer."""

_LEADS_TO_ONE_GENRE = 2  # searches for what is new, where artists have genres


class DiscoveryQuery(msgspec.Struct, frozen=True):
    """A search to make: for tracks of one `genre`, by one `artist`, or of some `years`.

    `evidence`: the fact that is the reason for this search; each track found gains it,
    if there is one. `genre`: lower case. `artist`: a name. `weight`: the weight of its
    ranked list. `years`: first and last year of release.
    """

    evidence: Evidence | None
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

    @property
    def hash(self) -> str:
        """A hash of the search (12 hex digits), which reveals nothing of it."""
        text = self.query.casefold().encode()
        return blake2b(text, digest_size=6).hexdigest()

    def ranked_list(self, tracks: Iterable[Track]) -> RankedList:
        """Return the tracks that the search found, as a ranked list.

        A search by artist also finds artists with similar names: these are left out.
        """
        found = tuple(tracks)
        if self.artist is not None:
            key = name_key(self.artist)
            found = tuple(t for t in found if key in map(name_key, credited(t)))
        return RankedList(found, self.evidence, self.genre, self.weight, found=True)


def from_taste(
    people: People,
    genres: Mapping[str, GenreAffinity],
    *,
    seed: int,
    used: Mapping[str, int],
    before_habit: int | None = NEW_BEFORE_HABIT,
) -> Iterator[DiscoveryQuery]:
    """Yield queries from taste alone: one for a known artist, the others for new ones.

    `before_habit`: how many come before the one for a known artist; with None it comes
    where no new artist is left. New artists come best first: neighbours of the
    listener's, then two others to each genre. Of the known artists and genres, close
    ones come more often; `seed` decides which come today. What was searched for before,
    by `used`, comes last of its kind.
    """
    near, guests, by_genre, by_habit = (
        iter(unused_first(queries, used)) for queries in _of_taste(people, genres, seed)
    )
    new = chain(near, in_ratio(guests, by_genre, _LEADS_TO_ONE_GENRE))
    if before_habit is not None:
        yield from islice(new, before_habit)
        yield from islice(by_habit, 1)
    yield from new
    yield from by_habit


def _of_taste(
    people: People, genres: Mapping[str, GenreAffinity], seed: int
) -> tuple[Iterable[DiscoveryQuery], ...]:
    """Return searches for neighbours, other new artists, genres, known artists."""
    leads = people.leads.values()
    neighbours = (artist_query(lead.name) for lead in leads if lead.is_neighbour)
    guests = (artist_query(lead.name) for lead in leads if not lead.is_neighbour)
    scores = {name: genre.score for name, genre in genres.items()}
    by_genre = (
        DiscoveryQuery(Evidence("genre", 1, name), genre=name, weight=_GENRE_WEIGHT)
        for name in weighted_sample(scores, seed=seed)
    )
    closeness = {key: artist.score for key, artist in people.artists.items()}
    by_habit = (
        artist_query(people.artists[key].name)
        for key in weighted_sample(closeness, seed=seed)
    )
    return neighbours, guests, by_genre, by_habit


def artist_query(name: str) -> DiscoveryQuery:
    """Return the search for an artist's songs."""
    return DiscoveryQuery(None, artist=name, weight=_BY_ARTIST_WEIGHT)


def in_ratio(
    many: Iterable[DiscoveryQuery], few: Iterable[DiscoveryQuery], ratio: int
) -> Iterator[DiscoveryQuery]:
    """Yield `ratio` queries of the first kind, then one of the other, and so on."""
    sources = [iter(many), iter(few)]
    for kind in cycle([0] * ratio + [1]):
        query = next(sources[kind], None) or next(sources[1 - kind], None)
        if query is None:
            return
        yield query


def unused_first(
    queries: Iterable[DiscoveryQuery], used: Mapping[str, int]
) -> list[DiscoveryQuery]:
    """Return queries that were never made, then the others, the oldest first.

    `used`: the last day of each search, by its hash.
    """
    return sorted(queries, key=lambda query: used.get(query.hash, 0))


def from_facets(
    facets: Sequence[Facet],
    genres: Mapping[str, GenreAffinity],
    *,
    seed: int,
    decades: int | None = None,
) -> Iterator[DiscoveryQuery]:
    """Yield queries for what was asked: the facets in turn, own genres first.

    `genres`: the genres that the listener is close to. Required facets are searched
    for alone, as songs of other kinds would be left out. The same searches for genres
    follow, limited to each of the latest `decades` (None: six), as one search finds ten
    songs.
    """
    musical = [facet for facet in facets if facet.years is None]
    required = [facet for facet in musical if facet.required]
    chosen = required or musical
    ordered = any(facet.wider for facet in facets)
    each = (_of_facet(facet, genres, seed, ordered=ordered) for facet in chosen)
    queries = [*alternating(*each)]
    yield from queries
    for decade in _DECADES[:decades]:
        for query in queries:
            if query.genre is not None:
                yield msgspec.structs.replace(query, years=(decade, decade + 9))


def within(years: Facet, queries: Iterable[DiscoveryQuery]) -> Iterator[DiscoveryQuery]:
    """Yield the queries, limited to the years of a facet; each fourth is for anything.

    Artists of today have no songs of long ago, and genres may be unknown.
    """
    evidence = _evidence(years, years.signal)
    anything = DiscoveryQuery(evidence, weight=_ERA_WEIGHT, years=years.years)
    for place, query in enumerate(chain(queries, repeat(anything)), 1):
        yield (
            anything
            if place % 4 == 0
            else msgspec.structs.replace(query, years=years.years)
        )


def weighted_sample(scores: Mapping[str, float], *, seed: int) -> list[str]:
    """Return the twelve best names in random order; high scores tend to come first.

    Weighted sampling without replacement: https://doi.org/10.1016/j.ipl.2005.11.003
    """
    closest = sorted(scores, key=lambda name: (-scores[name], name))[:_CLOSEST]
    return sorted(closest, key=lambda name: sampling_key(name, scores[name], seed))


def sampling_key(name: str, score: float, seed: int) -> tuple[float, str]:
    """Return the key that sorts names in random order, high scores rather first."""
    draw = -log(1 - seeded_random(seed, name))
    return (draw / max(score, 1e-9) ** _SCORE_POWER, name)


def _of_facet(
    facet: Facet, genres: Mapping[str, GenreAffinity], seed: int, *, ordered: bool
) -> Iterator[DiscoveryQuery]:
    """Yield the searches of a facet; what it requires, or `ordered`, in its own order.

    A language has ten genres and more, the best known first: of rare ones chosen at
    random, none may have songs.
    """
    own = {genre for genre in facet.genres if genre_match((genre,), genres)}
    shuffled = facet.genres
    if not (facet.required or ordered):
        shuffled = tuple(sorted(shuffled, key=lambda g: seeded_random(seed, g)))
    own_first = sorted(shuffled, key=lambda genre: genre not in own)
    names: Sequence[str] = facet.artists
    if facet.signal != "neighbour":  # neighbours have an order of their own
        names = sorted(names, key=lambda name: seeded_random(seed, name))
    by_genre = (
        DiscoveryQuery(_evidence(facet, facet.by_genre, genre), genre=genre)
        for genre in own_first
    )
    is_near = facet.signal == "neighbour"  # of whom it is true, the facet decides
    evidence = None if is_near else _evidence(facet, facet.signal)
    by_artist = (DiscoveryQuery(evidence, artist=name) for name in names)
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


def first(
    queries: Iterable[DiscoveryQuery], count: int, made: Collection[str] = ()
) -> tuple[DiscoveryQuery, ...]:
    """Return the first `count` queries whose search texts differ.

    `made`: hashes of searches that were made already; these are left out.
    """
    unique: dict[str, DiscoveryQuery] = {}
    for query in islice(queries, _MOST_LOOKED_AT):
        if len(unique) >= count:
            break
        if query.hash not in made:
            unique.setdefault(query.hash, query)
    return tuple(unique.values())
