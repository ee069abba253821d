"""Reading a taste: every list of a listener's at once, each one optional."""

from collections.abc import Awaitable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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
)
from providers.recommender.ranking.model import (
    PERIODS,
    Pick,
    RankedList,
    Ranking,
    Taste,
    without_saved,
)
from providers.recommender.ranking.query import Facet, Moods, RecommendationQuery
from providers.recommender.ranking.track_identity import artist_key, known_artists


async def read_taste(
    library: Library,
    listener: Listener,
    *,
    patience: float = USUAL_TIMEOUTS.lists,
) -> Taste:
    """Ten calls in parallel; what fails, is refused or late is named in the result.

    The lists are waited for `patience` seconds once some of them are there.

    Raises the error where none of the lists came: what the listener can do something
    about first, then what the service said, `TooSlow` where it said nothing. Lists
    that the service withholds from this application altogether are an empty taste.
    """
    calls = _calls(library, listener)
    with listener.turn.phase("taste"):
        outcome = await fan_out(
            calls, listener.deadline, seconds=patience, wait_for_first=True
        )
    if not outcome.results:
        _raise_first_error(outcome)
    playlists = _items(outcome, "playlists")
    own = tuple(playlist for playlist in playlists if playlist.mine)
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
    stale = [one for one in outcome.results.values() if one.stale_since is not None]
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
        stale=2 * len(stale) > len(outcome.results),
    )


def _items(outcome: Outcome[Listing[Any]], source: str) -> tuple[Any, ...]:
    listing = outcome.results.get(source)
    return listing.items if listing else ()


def _by_period(
    outcome: Outcome[Listing[Any]], source: str
) -> Mapping[Period, tuple[Any, ...]]:
    found = {period: _items(outcome, f"{source}_{period}") for period in PERIODS}
    return {period: items for period, items in found.items() if items}


def _raise_first_error(outcome: Outcome[Listing[Any]]) -> None:
    """One error for all: relinking helps first, then whatever was not a refusal."""
    errors = list(outcome.errors.values())
    for error in errors:
        if isinstance(error, ScopeMissing):
            raise error
    told = [error for error in errors if error is not None]
    others = [error for error in told if not isinstance(error, Forbidden)]
    if others:
        raise others[0]
    if len(told) < len(errors):
        raise TooSlow


# FOLDED Which tracks the listener has saved already: one look at their shelf.

AT_ONCE = 40

"""Tracks that one call can tell about."""

SOURCE = "saved_check"


@dataclass(frozen=True, slots=True)
class SavedCheck:
    """Of the tracks `asked` about, the `saved` ones; `missing` says why there is no
    answer. All are ids."""

    track_ids: tuple[str, ...] = ()
    saved: frozenset[str] = frozenset()
    missing: str | None = None

    def applied(self, ranking: Ranking) -> Ranking:
        """Without what is saved; where there is no answer that is named, and the
        picks stay."""
        others = tuple(gap for gap in ranking.missing if gap[0] != SOURCE)
        if self.missing is not None:
            others = (*others, (SOURCE, self.missing))
            return msgspec.structs.replace(ranking, missing=others)
        if not self.track_ids:
            return ranking
        ranking = msgspec.structs.replace(ranking, missing=others)
        return without_saved(ranking, self.track_ids, self.saved)


def unchecked_ids(picks: Iterable[Pick]) -> tuple[str, ...]:
    """The first tracks of which it is not known whether they are saved, as many as
    one look can tell about."""
    ids = (pick.track.id for pick in picks if not pick.checked)
    return tuple(dict.fromkeys(one for one in ids if one is not None))[:AT_ONCE]


async def check_saved(
    library: Library, listener: Listener, asked: Sequence[str], *, patience: float
) -> SavedCheck:
    """Makes one call, or none where nothing is asked."""
    if not asked:
        return SavedCheck()
    with listener.turn.phase(SOURCE):
        calls = {SOURCE: library.saved_among(listener, asked)}
        outcome = await fan_out(calls, listener.deadline, seconds=patience)
    if SOURCE in outcome.results:
        return SavedCheck(tuple(asked), outcome.results[SOURCE])
    return SavedCheck(missing=outcome.missing[SOURCE])


# FOLDED The second wave: searches for music that the listener does not have yet.

MOST_QUERIES = 6

_FOUND = 10


@dataclass(frozen=True, slots=True)
class SearchInputs:
    """From where to look: the listener's artists and genres, closest first."""

    artists: Mapping[str, Affinity]
    genres: Mapping[str, GenreAffinity]
    facets: Sequence[Facet]
    seed: int

    def queries(self, *, count: int) -> tuple[DiscoveryQuery, ...]:
        """At most `count` searches (and six): for the facets, else for the taste."""
        if self.facets:
            queries = from_facets(self.facets, self.genres, seed=self.seed)
        else:
            queries = from_taste(self.artists, self.genres, seed=self.seed)
        return first(queries, max(0, min(count, MOST_QUERIES)))


@dataclass(frozen=True, slots=True)
class SearchOutcome:
    """What the searches brought; `missing` says why some of them brought nothing."""

    ranked_lists: tuple[RankedList, ...]
    missing: str | None = None


async def search(
    library: Library,
    listener: Listener,
    leads: Sequence[DiscoveryQuery],
    *,
    patience: float = USUAL_TIMEOUTS.searches,
) -> SearchOutcome:
    """All searches in parallel; those that fail or are late are left out."""
    with listener.turn.phase("discovery"):
        searches = {
            lead.query: library.search(listener, lead.query, ("track",), _FOUND)
            for lead in leads
        }
        outcome = await fan_out(searches, listener.deadline, seconds=patience)
    found = tuple(
        lead.ranked_list(outcome.results[lead.query].tracks)
        for lead in leads
        if lead.query in outcome.results
    )
    return SearchOutcome(found, min(outcome.missing.values(), default=None))


# FOLDED From what was asked for to what it means in music.

_SEARCHED_ARTIST = 10


@dataclass(frozen=True, slots=True)
class QueryResolver:
    """Knows the moods, and looks up artists by the names that were said."""

    library: Library
    moods: Moods

    async def artists(
        self, listener: Listener, wish: RecommendationQuery
    ) -> tuple[Artist, ...]:
        """Whom the service takes the wish's artist for; nobody where it fails."""
        if not wish.artist:
            return ()
        search = self.library.search(
            listener, wish.artist, ("artist",), _SEARCHED_ARTIST
        )
        return (await optional(search, Found())).artists

    def facets(
        self,
        wish: RecommendationQuery,
        found: Sequence[Artist],
        taste: Taste,
        language: str,
    ) -> tuple[Facet, ...]:
        """The sides of a wish; none for a wish without any. `language`: "en", "ja"."""
        sides = []
        if mood := self.moods.get("mood", wish.mood):
            sides.append(mood.facet("mood"))
        if activity := self.moods.get("activity", wish.activity):
            sides.append(activity.facet("activity"))
        if genre := self.moods.get("genre", wish.genre):
            sides.append(genre.facet("asked_genre"))
        elif wish.genre:
            sides.append(Facet("asked_genre", wish.genre, (wish.genre.casefold(),)))
        if wish.artist:
            own = known_artists(taste.artists())
            sides.append(_by_artist(wish.artist, found, own, language))
        return tuple(sides)


def _by_artist(
    said: str, found: Sequence[Artist], own: dict[str, Artist], language: str
) -> Facet:
    """The artist whose name sounds most like it, the listener's own before others."""
    everybody = [*own.values(), *found]
    names = [artist.name for artist in everybody]
    favoured = range(len(own))
    matches = decide(said, names, language=language, favoured=favoured).matches
    artist = everybody[matches[0].index] if matches else Artist(None, said)
    namesakes = [one for one in everybody if one.name == artist.name]
    genres = {genre.casefold() for one in namesakes for genre in one.genres}
    key = artist_key(artist.name)
    return Facet("asked_artist", artist.name, tuple(sorted(genres)), (key,))
