"""Recommendation pipeline: from taste and query to a ranking.

The stages, in order: query understanding (`query_understanding`), retrieval
(`retrieval`), new artists (`ranking.new_artists`), candidates, scoring and re-ranking
(`ranking.ranker`); the evidence of each pick is its explanation. `RankingPipeline` runs
the stages and falls back where a level gives no picks.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from math import ceil

import msgspec

from providers.errors import QuotaExceeded
from providers.fan_out import (
    USUAL_TIMEOUTS,
    Timeouts,
    gather_both,
)
from providers.library import Library
from providers.listener import Listener
from providers.music import Playlist, Track
from providers.recommender.query_understanding import ResolvedQuery
from providers.recommender.ranking.affinity import affinities
from providers.recommender.ranking.candidates import People
from providers.recommender.ranking.discovery_queries import (
    artist_query,
    sampling_key,
    weighted_sample,
)
from providers.recommender.ranking.domain_types import (
    Evidence,
    Pick,
    RankedList,
    Ranking,
    Taste,
    without_saved,
)
from providers.recommender.ranking.facets import Facet
from providers.recommender.ranking.new_artists import (
    Acquaintance,
    find_leads,
    liked_names,
)
from providers.recommender.ranking.ranker import (
    RankingContext,
    rank,
    rank_own,
)
from providers.recommender.ranking.similar_artists import SimilarArtists
from providers.recommender.retrieval import (
    LONGEST_READ,
    SavedCheck,
    SearchInputs,
    SearchOutcome,
    check_saved,
    read_hosts,
    read_playlists,
    search,
    unchecked_ids,
)

CALLS = 16
"""Most calls to Spotify for one answer: the quota is scarce."""

CALLS_A_DAY = 100
"""Most calls for one listener's day, where RECOMMENDATION_CALLS_A_DAY is not set."""

MOST_SEARCHES = 9
"""Most searches for one answer; to find new artists may cost some of them."""

MORE_CALLS = 9
"""Most calls by which one answer searches on."""

OWN_PLAYLISTS = 3
"""Own playlists that are read on a day."""

FIRST_PLAYLISTS = 2
"""Own playlists that are read for a first answer, where there is nothing else.

Each takes the place of a search. Measured with listeners of nothing but playlists,
NDCG@10 of a first answer's new artists: 0.16 with three of them, 0.19 with the two
longest.
"""

PAGE_ITEMS = 50
"""Items of a playlist that one call gives."""

_LEAST_SEARCHES = 5  # for which an answer that searches on may make more calls

_FEW_LEADS, _HOSTS_READ = 6, 4

_FOR_LESS = 3  # searches that are left for a wish without its era, if nothing meets it


def always(_listener: Listener) -> bool:
    """Return True: no quota is short."""
    return True


class RankingPipeline(msgspec.Struct, frozen=True):
    """Computes rankings from a library.

    `timeouts`: how long each step waits for calls that are late. `source`: similar
    artists, where there are some. `may_ask_more`: whether calls may be made for this
    listener that an answer can do without. `calls_a_day`: most calls for one listener.
    """

    library: Library
    timeouts: Timeouts = USUAL_TIMEOUTS
    source: SimilarArtists | None = None
    may_ask_more: Callable[[Listener], bool] = always
    calls_a_day: int = CALLS_A_DAY

    async def ranking(
        self,
        listener: Listener,
        taste: Taste,
        resolved: ResolvedQuery,
        context: RankingContext,
        *,
        hurried: bool = False,
    ) -> Ranking:
        """Return the best ranking that the sources allow.

        Without picks where no song meets the query, or the listener has no music.
        Where not all saves are known, the picks are not `checked` yet. With `hurried`,
        those from the listener's own lists are checked at the same time as the searches
        are made.
        """
        facets, context = resolved.facets, _narrowed(context, resolved)
        if resolved.source is not None:
            return await self._from_source(listener, taste, resolved, context)
        ranking = await self._searched(
            listener, taste, facets, context, hurried=hurried
        )
        if ranking.fallback == "nothing" and not facets:
            own = await self._from_source(listener, taste, resolved, context)
            return msgspec.structs.replace(
                own,
                missing=ranking.missing,
                excluded=own.excluded or ranking.excluded,
                complete=ranking.complete,
            )
        # All saves are known, or being saved is no reason against a pick any more.
        to_check = ranking.fallback == "full" and not taste.saves_complete
        return ranking if to_check else _all_checked(ranking)

    async def _searched(
        self,
        listener: Listener,
        taste: Taste,
        facets: Sequence[Facet],
        context: RankingContext,
        *,
        hurried: bool,
    ) -> Ranking:
        """Search for new music, and rank it with the listener's own."""
        # A wish needs its calls for what was asked.
        ask_more = not (hurried or facets)
        people = await self._people(listener, taste, context, ask_more=ask_more)
        check_ahead = hurried and not taste.saves_complete
        own_picks = rank(taste, (), facets, context).picks if check_ahead else ()
        # A check ahead may not be enough, so one call is kept for another check.
        kept = 0 if taste.saves_complete else 2 if check_ahead else 1
        count = _searches(self._calls_left(listener, context) - kept, facets)
        # A listener's day without calls is no reason to search at the next request.
        complete = self._spare(listener) > kept and self.may_ask_more(listener)
        queries = SearchInputs(people, facets, context).queries(count=count)
        listener.turn.retries_left = max(0, self._spare(listener) - kept - len(queries))
        discovery, saved_check = await gather_both(
            search(self.library, listener, queries, seconds=self.timeouts.searches),
            self._check_saved(listener, own_picks),
        )
        with listener.turn.phase("rank"):
            found = discovery.ranked_lists
            ranking = rank(taste, found, facets, context, people.leads)
            ranking = saved_check.applied(ranking)
        return _with_searches(ranking, discovery, complete=complete)

    def may_search(self, listener: Listener, context: RankingContext) -> bool:
        """Return whether this answer and this day allow a search."""
        return self._calls_left(listener, context) > 0

    def _calls_left(self, listener: Listener, context: RankingContext) -> int:
        """Return how many calls this answer and this day allow."""
        if not self.may_ask_more(listener):
            return 0
        made = len(listener.turn.calls)
        today = self.calls_a_day - context.history.calls_on(context.day)
        albums = sum(call.endpoint.endswith("/albums") for call in listener.turn.calls)
        most = MOST_SEARCHES - albums
        if context.made:
            most = min(most, max(_LEAST_SEARCHES, MORE_CALLS - made))
        return min(self._spare(listener), today - made, most)

    def _spare(self, listener: Listener) -> int:
        """Return how many calls this answer has left, retries included."""
        return CALLS - len(listener.turn.calls)

    async def _people(
        self,
        listener: Listener,
        taste: Taste,
        context: RankingContext,
        *,
        ask_more: bool,
    ) -> People:
        """Return the listener's artists, and new ones.

        With `ask_more`, where hardly any new artist is left who was not searched for,
        ask on whose albums the listener's artists appear.
        """
        artists = affinities(taste, context.now)
        feedback, used = context.history.feedback, context.history.searched()
        songs = await self._liked_songs(listener, context) if ask_more else ()
        known = Acquaintance(taste, artists, feedback, liked_songs=songs)
        leads = find_leads(known, self.source)
        unused = sum(artist_query(x.name).hash not in used for x in leads.values())
        calls = min(_HOSTS_READ, self._calls_left(listener, context) - 2)
        if ask_more and unused < _FEW_LEADS and calls > 0:
            seed = context.seed + len(used)
            scores = {key: a.score for key, a in artists.items() if a.spotify_id}
            chosen = weighted_sample(scores, seed=seed)[:calls]
            by_key = {key: artists[key].spotify_id or "" for key in chosen}
            timeout = self.timeouts.searches
            hosts = await read_hosts(self.library, listener, by_key, seconds=timeout)
            leads = find_leads(msgspec.structs.replace(known, hosts=hosts), self.source)
        return People(artists, leads)

    async def _liked_songs(
        self, listener: Listener, context: RankingContext
    ) -> tuple[Track, ...]:
        """Return songs of the artists whom the listener liked today, two at most.

        They were found by the same searches, so that it hardly takes a call.
        """
        today = [f for f in context.history.feedback if f.day == context.day]
        most = max(0, min(2, self._calls_left(listener, context) - 1))
        names = liked_names(today)[:most]
        if not names:
            return ()
        queries = [artist_query(name) for name in names]
        timeout = self.timeouts.searches
        outcome = await search(self.library, listener, queries, seconds=timeout)
        lists = (ranked_list.tracks for ranked_list in outcome.ranked_lists)
        return tuple(chain.from_iterable(lists))

    async def checked(
        self, listener: Listener, ranking: Ranking, *, first: Sequence[Pick] = ()
    ) -> Ranking:
        """Return the ranking without the picks that turn out to be saved.

        One call checks the unchecked picks, those in `first` before others.
        """
        saved_check = await self._check_saved(listener, (*first, *ranking.picks))
        return saved_check.applied(ranking)

    async def _check_saved(
        self, listener: Listener, picks: Sequence[Pick]
    ) -> SavedCheck:
        track_ids = unchecked_ids(picks)
        if track_ids and not self.may_ask_more(listener):
            return SavedCheck(missing=QuotaExceeded.reason)
        timeout = self.timeouts.look
        return await check_saved(self.library, listener, track_ids, seconds=timeout)

    async def _from_source(
        self,
        listener: Listener,
        taste: Taste,
        resolved: ResolvedQuery,
        context: RankingContext,
    ) -> Ranking:
        """Rank a part of the listener's library: what was saved, else own playlists."""
        if resolved.source == "saved":
            saved = tuple(save.track for save in taste.saves)
            own_lists = [RankedList(saved, None)]
        else:
            own_lists = await self._own_playlists(listener, taste, context.seed)
        return _all_checked(rank_own(own_lists, taste, context, resolved.facets))

    async def _own_playlists(
        self, listener: Listener, taste: Taste, seed: int
    ) -> list[RankedList]:
        """Return own playlists: those in the cache, and three others, by the seed."""
        own = [playlist for playlist in taste.playlists if playlist.readable]
        known = await self.library.known_contents(listener, own)
        # A playlist that is known to hold no tracks is empty, or was refused lately.
        unread = [playlist for playlist in own if playlist.id not in known]
        unread.sort(key=lambda playlist: _reading_order(playlist, seed))
        chosen = {playlist.id: playlist for playlist in unread[:OWN_PLAYLISTS]}
        timeout = self.timeouts.lists
        contents = await read_playlists(
            self.library, listener, list(chosen.values()), seconds=timeout
        )
        read = [_on_playlist(chosen[key], tracks) for key, tracks in contents.items()]
        in_cache = [
            _on_playlist(playlist, known[playlist.id])
            for playlist in own
            if playlist.id in known
        ]
        return [*in_cache, *read]

    async def with_playlists(
        self, listener: Listener, taste: Taste, context: RankingContext, most: int
    ) -> Taste:
        """Return the taste with the contents of `most` more own playlists.

        They say what the listener knows and likes. Three are enough for a day. Of long
        ones only the beginning is read, so they are read where nothing else is known.
        """
        own = [playlist for playlist in taste.playlists if playlist.readable]
        known = await self.library.known_contents(listener, own)
        nothing_else = not taste.own_artists()
        unread = [
            playlist
            for playlist in own
            if playlist.id not in known
            and playlist.size != 0
            and (nothing_else or (playlist.size or 1) <= LONGEST_READ)
        ]
        unread.sort(key=lambda playlist: _reading_order(playlist, context.seed))
        read = sum(bool(tracks) for tracks in known.values())
        left = self._calls_left(listener, context) - 2
        few = min(most, OWN_PLAYLISTS - read, left)
        if few <= 0 or not unread:
            return taste
        chosen, timeout = unread[:few], self.timeouts.lists
        contents = await read_playlists(self.library, listener, chosen, seconds=timeout)
        tracks = tuple(chain.from_iterable(contents.values()))
        return msgspec.structs.replace(taste, known=(*taste.known, *tracks))


def _searches(most: int, facets: Sequence[Facet]) -> int:
    """Return how many searches are made: fewer of an era and something else."""
    of_era = [facet.years is not None for facet in facets]
    asks_less = any(of_era) and not all(of_era)
    return most - min(_FOR_LESS, most // 3) if asks_less else most


def _reading_order(playlist: Playlist, seed: int) -> tuple[bool, tuple[float, str]]:
    """Sort: playlists that Spotify surely gives first; then by the day.

    The more items a call gives, the likelier a playlist comes early.
    """
    size = max(playlist.size or 1, 1)
    items_of_a_call = size / ceil(size / PAGE_ITEMS)
    drawn = sampling_key(playlist.id, items_of_a_call, seed)
    return (not playlist.surely_readable, drawn)


def _on_playlist(playlist: Playlist, tracks: Sequence[Track]) -> RankedList:
    return RankedList(tuple(tracks), Evidence("playlist", 1, playlist.name))


def _track_ids(picks: Iterable[Pick]) -> list[str]:
    return [pick.track.id for pick in picks if pick.track.id is not None]


def _narrowed(context: RankingContext, resolved: ResolvedQuery) -> RankingContext:
    """Return the context with the exclusions of the query, too."""
    return msgspec.structs.replace(
        context, exclusions=context.exclusions | resolved.exclusions
    )


def _all_checked(ranking: Ranking) -> Ranking:
    return without_saved(ranking, _track_ids(ranking.picks), frozenset())


def _with_searches(
    ranking: Ranking, discovery: SearchOutcome, *, complete: bool
) -> Ranking:
    """Return the ranking with the searches that were made, and whether one failed."""
    missing = ranking.missing
    if discovery.missing is not None:
        missing = (*missing, ("discovery", discovery.missing))
    return msgspec.structs.replace(
        ranking, missing=missing, searched=discovery.made, complete=complete
    )
