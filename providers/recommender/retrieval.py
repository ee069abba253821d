"""Retrieval: reads the listener's lists, resolves the query, searches, checks saves.

These are the first two stages of a recommendation: query understanding
(`QueryResolver`) and retrieval (`read_taste`, `search`, `check_saved`).
"""

from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from providers.errors import Forbidden, ScopeMissing, TooSlow
from providers.fan_out import USUAL_TIMEOUTS, Outcome, fan_out, optional
from providers.library import Library
from providers.listener import Listener
from providers.music import Artist, Found, Listing, Period, Track
from providers.name_matching.matcher import decide
from providers.recommender.ranking.affinity import Affinity, GenreAffinity
from providers.recommender.ranking.discovery_queries import (
    DiscoveryQuery,
    first,
    from_facets,
    from_taste,
    within,
)
from providers.recommender.ranking.domain_types import (
    PERIODS,
    Pick,
    RankedList,
    Ranking,
    Taste,
    without_saved,
)
from providers.recommender.ranking.eras import years_of
from providers.recommender.ranking.exclusions import Exclusions, compiled
from providers.recommender.ranking.recommendation_query import (
    Facet,
    Moods,
    RecommendationQuery,
)
from providers.recommender.ranking.track_identity import artist_key, known_artists

IDS_PER_CHECK = 40
"""Track ids that one call can check."""

SAVED_CHECK = "saved_check"
"""The source, among `Ranking.missing`, that says which tracks are saved."""

MOST_QUERIES = 6
"""Most searches for one ranking."""

_SEARCH_LIMIT = 10


async def read_taste(
    library: Library, listener: Listener, *, seconds: float = USUAL_TIMEOUTS.lists
) -> Taste:
    """Read ten lists in parallel; name those that fail or are late in `Taste.missing`.

    Wait `seconds` for the lists once some of them are there.

    Raise one error where none of the lists could be read: `ScopeMissing` first, because
    the listener can do something about it, then what Spotify said, `TooSlow` where it
    said nothing. Return an empty taste where Spotify withholds all lists from this
    application.
    """
    calls = _calls(library, listener)
    with listener.turn.phase("taste"):
        outcome = await fan_out(
            calls, listener.deadline, seconds=seconds, wait_for_first=True
        )
    if not outcome.results:
        _raise_first_error(outcome)
    playlists = _items(outcome, "playlists")
    own = tuple(playlist for playlist in playlists if playlist.mine is not False)
    contents = await library.known_contents(listener, own)
    known = tuple(track for tracks in contents.values() for track in tracks)
    return _taste(outcome, known)


def _calls(library: Library, listener: Listener) -> dict[str, Awaitable[Listing[Any]]]:
    calls: dict[str, Awaitable[Listing[Any]]] = {}
    for period in PERIODS:
        calls[f"top_artists_{period}"] = library.top_artists(listener, period)
        calls[f"top_tracks_{period}"] = library.top_tracks(listener, period)
    calls["recent_plays"] = library.recent_plays(listener)
    calls["saved_tracks"] = library.latest_saved_tracks(listener)
    calls["followed_artists"] = library.first_page_of_followed(listener)
    calls["playlists"] = library.first_page_of_playlists(listener)
    return calls


def _taste(outcome: Outcome[Listing[Any]], known: tuple[Track, ...]) -> Taste:
    saves = outcome.results.get("saved_tracks")
    listings = outcome.results.values()
    stale = [listing for listing in listings if listing.stale_since is not None]
    return Taste(
        top_artists=_by_period(outcome, "top_artists"),
        top_tracks=_by_period(outcome, "top_tracks"),
        plays=_items(outcome, "recent_plays"),
        saves=saves.items if saves else (),
        saves_complete=saves is not None and saves.total <= len(saves.items),
        followed=_items(outcome, "followed_artists"),
        playlists=_items(outcome, "playlists"),
        known=known,
        missing=outcome.missing,
        stale=2 * len(stale) > len(listings),
    )


def _items(outcome: Outcome[Listing[Any]], source: str) -> tuple[Any, ...]:
    listing = outcome.results.get(source)
    return listing.items if listing else ()


def _by_period(
    outcome: Outcome[Listing[Any]], source: str
) -> Mapping[Period, tuple[Any, ...]]:
    by_period = {period: _items(outcome, f"{source}_{period}") for period in PERIODS}
    return {period: items for period, items in by_period.items() if items}


def _raise_first_error(outcome: Outcome[Listing[Any]]) -> None:
    """Raise one error for all: `ScopeMissing` first, then whatever is no refusal."""
    errors = list(outcome.errors.values())
    for error in errors:
        if isinstance(error, ScopeMissing):
            raise error
    raised = [error for error in errors if error is not None]
    others = [error for error in raised if not isinstance(error, Forbidden)]
    if others:
        raise others[0]
    if len(raised) < len(errors):
        raise TooSlow


@dataclass(frozen=True, slots=True)
class SavedCheck:
    """The result of asking Spotify which tracks are saved.

    `track_ids`: the tracks that were asked about. `saved`: those of them that are
    saved. `missing`: the reason where there is no answer, else None.
    """

    track_ids: tuple[str, ...] = ()
    saved: frozenset[str] = frozenset()
    missing: str | None = None

    def applied(self, ranking: Ranking) -> Ranking:
        """Return the ranking without what is saved.

        Where there is no answer the picks stay, and `Ranking.missing` names the reason.
        """
        others = tuple(gap for gap in ranking.missing if gap[0] != SAVED_CHECK)
        if self.missing is not None:
            others = (*others, (SAVED_CHECK, self.missing))
            return msgspec.structs.replace(ranking, missing=others)
        if not self.track_ids:
            return ranking
        ranking = msgspec.structs.replace(ranking, missing=others)
        return without_saved(ranking, self.track_ids, self.saved)


def unchecked_ids(picks: Iterable[Pick]) -> tuple[str, ...]:
    """Return the track ids of the first unchecked picks, as many as one call checks."""
    ids = (pick.track.id for pick in picks if not pick.checked)
    unique = dict.fromkeys(track_id for track_id in ids if track_id is not None)
    return tuple(unique)[:IDS_PER_CHECK]


async def check_saved(
    library: Library, listener: Listener, track_ids: Sequence[str], *, seconds: float
) -> SavedCheck:
    """Ask Spotify which tracks are saved, by one call; by none without track ids.

    Wait `seconds` at most.
    """
    if not track_ids:
        return SavedCheck()
    with listener.turn.phase(SAVED_CHECK):
        calls = {SAVED_CHECK: library.saved_among(listener, track_ids)}
        outcome = await fan_out(calls, listener.deadline, seconds=seconds)
    if SAVED_CHECK in outcome.results:
        return SavedCheck(tuple(track_ids), outcome.results[SAVED_CHECK])
    return SavedCheck(missing=outcome.missing[SAVED_CHECK])


@dataclass(frozen=True, slots=True)
class SearchInputs:
    """What the searches are chosen from.

    `artists`, `genres`: those of the listener, closest first. `facets`: of the query,
    empty where nothing special was asked for. `seed`: decides which of them come today.
    `exclusions`: what must not be recommended.
    """

    artists: Mapping[str, Affinity]
    genres: Mapping[str, GenreAffinity]
    facets: Sequence[Facet]
    seed: int
    exclusions: Exclusions = field(default_factory=Exclusions)

    def queries(self, *, count: int) -> tuple[DiscoveryQuery, ...]:
        """Return at most `count` searches, and at most six.

        They are for the facets if there are any, else for the listener's taste. What is
        excluded is not searched for.
        """
        if any(facet.years is None for facet in self.facets):
            queries = from_facets(self.facets, self.genres, seed=self.seed)
        else:
            queries = from_taste(self.artists, self.genres, seed=self.seed)
        wanted = (query for query in queries if not self._is_excluded(query))
        years = next((facet for facet in self.facets if facet.years), None)
        limited = within(years, wanted) if years is not None else wanted
        return first(limited, max(0, min(count, MOST_QUERIES)))

    def _is_excluded(self, query: DiscoveryQuery) -> bool:
        return (
            query.artist is not None and self.exclusions.excludes_artist(query.artist)
        ) or (query.genre is not None and self.exclusions.excludes_genre(query.genre))


@dataclass(frozen=True, slots=True)
class SearchOutcome:
    """What the searches found.

    `ranked_lists`: one for each search that succeeded. `missing`: the reason of one
    that failed or was late, None where all succeeded.
    """

    ranked_lists: tuple[RankedList, ...]
    missing: str | None = None


async def search(
    library: Library,
    listener: Listener,
    queries: Sequence[DiscoveryQuery],
    *,
    seconds: float = USUAL_TIMEOUTS.searches,
) -> SearchOutcome:
    """Make all searches in parallel, and wait `seconds` at most.

    Searches that fail or are late are left out.
    """
    with listener.turn.phase("discovery"):
        searches = {
            query.query: library.search(
                listener, query.query, ("track",), _SEARCH_LIMIT
            )
            for query in queries
        }
        outcome = await fan_out(searches, listener.deadline, seconds=seconds)
    ranked_lists = tuple(
        query.ranked_list(outcome.results[query.query].tracks)
        for query in queries
        if query.query in outcome.results
    )
    return SearchOutcome(ranked_lists, min(outcome.missing.values(), default=None))


@dataclass(frozen=True, slots=True)
class ResolvedQuery:
    """What a query means in music.

    `facets`: what a song must be. `exclusions`: what it must not be. `source`: the part
    of the library that it must come from, an id of the moods file, or None.
    """

    facets: tuple[Facet, ...] = ()
    exclusions: Exclusions = field(default_factory=Exclusions)
    source: str | None = None


@dataclass(frozen=True, slots=True)
class QueryResolver:
    """Query understanding: turns a query into facets and exclusions.

    `library` finds artists by their spoken names, `moods` gives the musical meaning of
    moods, activities and genres.
    """

    library: Library
    moods: Moods

    async def artists(
        self, listener: Listener, query: RecommendationQuery
    ) -> tuple[Artist, ...]:
        """Return the artists that Spotify finds for the query's artist, best first.

        Empty where the query names no artist, or the search fails.
        """
        return await self.artists_named(listener, query.performer or query.artist)

    async def artists_named(
        self, listener: Listener, name: str | None
    ) -> tuple[Artist, ...]:
        """Return the artists that Spotify finds for a name; none if that fails."""
        if not name:
            return ()
        call = self.library.search(listener, name, ("artist",), _SEARCH_LIMIT)
        return (await optional(call, Found())).artists

    def resolved(
        self,
        query: RecommendationQuery,
        artists: Sequence[Artist],
        taste: Taste,
        language: str,
    ) -> ResolvedQuery:
        """Return what a query means.

        `artists`: what the method `artists` returned. `language`: "en", "ja".
        """
        own = known_artists(taste.artists())
        facets = [*self._musical(query), *self._required(query)]
        if query.artist:
            facets.append(_artist_facet(query.artist, artists, own, language))
        if query.performer:
            facet = _artist_facet(query.performer, artists, own, language)
            facets.append(replace(facet, genres=(), required=True))
        exclusions = compiled(query.unwanted, self.moods, of_query=True)
        return ResolvedQuery(tuple(facets), exclusions, query.source)

    def _required(self, query: RecommendationQuery) -> Iterator[Facet]:
        """Yield what every song must meet: language and era."""
        if language := self.moods.get("language", query.language):
            genres = language.genres
            yield Facet("asked_genre", None, genres, required=True)
        if query.era and (years := years_of(query.era)):
            yield Facet("era", query.era, years=years, required=True)

    def _musical(self, query: RecommendationQuery) -> list[Facet]:
        facets = []
        if mood := self.moods.get("mood", query.mood):
            facets.append(mood.facet("mood"))
        if activity := self.moods.get("activity", query.activity):
            facets.append(activity.facet("activity"))
        if genre := self.moods.get("genre", query.genre):
            facets.append(genre.facet("asked_genre"))
        elif query.genre:
            genres = (query.genre.casefold(),)
            facets.append(Facet("asked_genre", query.genre, genres))
        return facets


def _artist_facet(
    spoken_name: str, found: Sequence[Artist], own: dict[str, Artist], language: str
) -> Facet:
    """Return the facet of the artist with the best matching name, own artists first."""
    candidates = [*own.values(), *found]
    names = [artist.name for artist in candidates]
    favoured = range(len(own))
    matches = decide(spoken_name, names, language=language, favoured=favoured).matches
    artist = candidates[matches[0].index] if matches else Artist(None, spoken_name)
    namesakes = [other for other in candidates if other.name == artist.name]
    genres = {genre.casefold() for other in namesakes for genre in other.genres}
    key = artist_key(artist.name)
    return Facet("asked_artist", artist.name, tuple(sorted(genres)), (key,))
