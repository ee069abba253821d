"""Retrieval: reads the listener's lists, searches, and checks what is saved.

This is the second stage of a recommendation, after query understanding.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import msgspec

from providers.errors import Forbidden, ScopeMissing, TooSlow
from providers.fan_out import USUAL_TIMEOUTS, Outcome, fan_out
from providers.library import Library
from providers.listener import Listener
from providers.music import Album, Listing, Period, Playlist, Track
from providers.recommender.ranking.affinity import genre_affinities
from providers.recommender.ranking.candidates import People
from providers.recommender.ranking.discovery_queries import (
    DECADES_AT_FIRST,
    NEW_BEFORE_HABIT,
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
from providers.recommender.ranking.facets import Facet
from providers.recommender.ranking.new_artists import name_key
from providers.recommender.ranking.ranker import RankingContext

IDS_PER_CHECK = 40
"""Track ids that one call can check."""

SAVED_CHECK = "saved_check"
"""The source, among `Ranking.missing`, that says which tracks are saved."""

_SEARCH_LIMIT = 10


FIRST_LISTS: frozenset[str] = frozenset(
    (
        "top_artists_weeks",
        "top_artists_years",
        "top_tracks_months",
        "recent_plays",
        "saved_tracks",
        "followed_artists",
        "playlists",
    )
)
"""What is read for a first answer: each other list takes the place of a search."""


async def read_taste(
    library: Library,
    listener: Listener,
    *,
    seconds: float = USUAL_TIMEOUTS.lists,
    first: bool = False,
) -> Taste:
    """Read ten lists in parallel; name those that fail or are late in `Taste.missing`.

    With `first` only `FIRST_LISTS`, and then the others where one of these fails. Wait
    `seconds` for the lists once some of them are there.

    Raise one error where none of the lists could be read: `ScopeMissing` first, because
    the listener can do something about it, then what Spotify said, `TooSlow` where it
    said nothing. Return an empty taste where Spotify withholds all lists from this
    application.
    """
    calls = _calls(library, listener)
    chosen = FIRST_LISTS if first else frozenset(calls)
    with listener.turn.phase("taste"):
        outcome = await _read_lists(calls, chosen, listener, seconds)
        if any(error is not None for error in outcome.errors.values()):
            others = frozenset(calls) - chosen
            more = await _read_lists(calls, others, listener, seconds)
            chosen = chosen | others
            outcome = Outcome(
                {**outcome.results, **more.results}, {**outcome.errors, **more.errors}
            )
    if not outcome.results:
        _raise_first_error(outcome)
    playlists = _items(outcome, "playlists")
    own = tuple(playlist for playlist in playlists if playlist.mine is not False)
    contents = await library.known_contents(listener, own)
    known = tuple(track for tracks in contents.values() for track in tracks)
    return msgspec.structs.replace(_taste(outcome, known), whole=chosen == calls.keys())


_Call = Callable[[], Awaitable[Listing[Any]]]


def _calls(library: Library, listener: Listener) -> dict[str, _Call]:
    calls: dict[str, _Call] = {
        "recent_plays": partial(library.recent_plays, listener),
        "saved_tracks": partial(library.latest_saved_tracks, listener),
        "followed_artists": partial(library.first_page_of_followed, listener),
        "playlists": partial(library.first_page_of_playlists, listener),
    }
    for period in PERIODS:
        calls[f"top_artists_{period}"] = partial(library.top_artists, listener, period)
        calls[f"top_tracks_{period}"] = partial(library.top_tracks, listener, period)
    return calls


async def _read_lists(
    calls: Mapping[str, _Call],
    chosen: frozenset[str],
    listener: Listener,
    seconds: float,
) -> Outcome[Listing[Any]]:
    made = {name: call() for name, call in calls.items() if name in chosen}
    return await fan_out(made, listener.deadline, seconds=seconds, wait_for_first=True)


def _taste(outcome: Outcome[Listing[Any]], known: tuple[Track, ...]) -> Taste:
    saves = outcome.results.get("saved_tracks")
    listings = outcome.results.values()
    stale = [listing for listing in listings if listing.stale_for is not None]
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


class SavedCheck(msgspec.Struct, frozen=True):
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


class SearchInputs(msgspec.Struct, frozen=True):
    """What the searches are chosen from.

    `people`: the listener's artists, and new ones. `facets`: of the query, empty where
    nothing special was asked for. `context`: decides which of them come today.
    """

    people: People
    facets: Sequence[Facet]
    context: RankingContext

    def queries(self, *, count: int) -> tuple[DiscoveryQuery, ...]:
        """Return at most `count` searches.

        They are for the facets if there are any, else for the listener's taste. What is
        excluded is not searched for.
        """
        genres = genre_affinities(self.people.artists)
        seed, used = self.context.seed, self.context.history.searched()
        if any(facet.years is None for facet in self.facets):
            # An answer without the wish needs searches, too, where nothing meets it.
            decades = None if self.context.made else DECADES_AT_FIRST
            queries = from_facets(self.facets, genres, seed=seed, decades=decades)
        else:
            before = None if self.context.made else NEW_BEFORE_HABIT
            queries = from_taste(
                self.people, genres, seed=seed, used=used, before_habit=before
            )
        wanted = (query for query in queries if not self._is_excluded(query))
        years = next((facet for facet in self.facets if facet.years), None)
        limited = within(years, wanted) if years is not None else wanted
        return first(limited, max(0, count), self.context.made)

    def _is_excluded(self, query: DiscoveryQuery) -> bool:
        exclusions, avoided = self.context.exclusions, self.context.avoided
        if query.artist is not None and (
            exclusions.excludes_artist(query.artist)
            or name_key(query.artist) in avoided
        ):
            return True
        return query.genre is not None and exclusions.excludes_genre(query.genre)


class SearchOutcome(msgspec.Struct, frozen=True):
    """What the searches found.

    `ranked_lists`: one for each search that succeeded. `made`: the hashes of these
    searches. `missing`: the reason of one that failed or was late, None where all
    succeeded.
    """

    ranked_lists: tuple[RankedList, ...]
    made: tuple[str, ...] = ()
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
    texts = dict.fromkeys(query.query for query in queries)
    with listener.turn.phase("discovery"):
        searches = {
            text: library.search(listener, text, ("track",), _SEARCH_LIMIT)
            for text in texts
        }
        outcome = await fan_out(searches, listener.deadline, seconds=seconds)
    answered = [query for query in queries if query.query in outcome.results]
    ranked_lists = tuple(
        query.ranked_list(outcome.results[query.query].tracks) for query in answered
    )
    made = tuple(query.hash for query in answered)
    missing = min(outcome.missing.values(), default=None)
    return SearchOutcome(ranked_lists, made, missing)


async def read_hosts(
    library: Library,
    listener: Listener,
    artists: Mapping[str, str],
    *,
    seconds: float = USUAL_TIMEOUTS.searches,
) -> dict[str, Sequence[Album]]:
    """Return the albums of others on which artists appear, by the artists' keys.

    `artists`: Spotify ids by key. One call for each; one that fails is left out.
    https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
    """
    with listener.turn.phase("collaborations"):
        calls = {
            key: library.artist_albums(listener, spotify_id, ("appears_on",))
            for key, spotify_id in artists.items()
        }
        outcome = await fan_out(calls, listener.deadline, seconds=seconds)
    return {key: listing.items for key, listing in outcome.results.items()}


LONGEST_READ = 100
"""Items of the longest playlist that is read whole: two calls."""


async def read_playlists(
    library: Library,
    listener: Listener,
    playlists: Sequence[Playlist],
    *,
    seconds: float,
) -> dict[str, tuple[Track, ...]]:
    """Return the tracks of these playlists by id; one that fails is left out.

    Of those that are longer than `LONGEST_READ` only the first page.
    """
    by_id = {playlist.id: playlist for playlist in playlists}
    with listener.turn.phase("playlists"):
        calls = {
            playlist_id: library.page_of_items(listener, playlist, "first")
            if (playlist.size or 0) > LONGEST_READ
            else library.playlist_items(listener, playlist)
            for playlist_id, playlist in by_id.items()
        }
        outcome = await fan_out(calls, listener.deadline, seconds=seconds)
    return {
        playlist_id: tuple(item.track for item in contents.items)
        for playlist_id, contents in outcome.results.items()
    }
