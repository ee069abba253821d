"""Recommendation pipeline: from taste and query to a ranking, and its daily cache.

The stages, in order: query understanding and retrieval (`retrieval`), candidates,
scoring and re-ranking (`ranking.ranker`); the evidence of each pick is its explanation.
`RankingPipeline` runs the stages and falls back where a level gives no picks.
`RankingCache` keeps a ranking for its day, and renews it when its sources have changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from providers.errors import ProviderError
from providers.fan_out import (
    FATAL_ERRORS,
    USUAL_TIMEOUTS,
    Timeouts,
    fan_out,
    gather_both,
)
from providers.library import Library
from providers.listener import Listener
from providers.music import Playlist, Track
from providers.recommender.ranking.affinity import affinities, genre_affinities
from providers.recommender.ranking.domain_types import (
    Evidence,
    Pick,
    RankedList,
    Ranking,
    Taste,
    keep_checked,
    without_saved,
)
from providers.recommender.ranking.exclusions import fingerprint
from providers.recommender.ranking.history import RecommendationStore, StoredRanking
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.ranker import (
    RankingContext,
    extended,
    rank,
    rank_own,
)
from providers.recommender.ranking.recommendation_query import (
    Facet,
    RecommendationQuery,
)
from providers.recommender.retrieval import (
    QueryResolver,
    ResolvedQuery,
    SavedCheck,
    SearchInputs,
    SearchOutcome,
    check_saved,
    read_taste,
    search,
    unchecked_ids,
)

CALLS = 16
"""Most calls to Spotify for one answer: the quota is scarce."""

_OWN_PLAYLISTS = 3  # read where nothing else is left

REUSE_SECONDS = 180.0
"""Seconds for which a ranking is used without reading its sources again."""

SLOW_SECONDS = 0.25
"""If the lists take longer, three steps of that length would be too long."""


@dataclass(frozen=True, slots=True)
class RankingPipeline:
    """Computes rankings from a library.

    `timeouts`: how long each step waits for calls that are late.
    """

    library: Library
    timeouts: Timeouts = USUAL_TIMEOUTS

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
        check_ahead = hurried and not taste.saves_complete
        own_picks = rank(taste, (), facets, context).picks if check_ahead else ()
        # A check ahead may not be enough, so one call is kept for another check.
        calls_left = CALLS - len(listener.turn.calls) - (2 if check_ahead else 1)
        discovery, saved_check = await gather_both(
            self._discovery(listener, taste, facets, context, calls_left=calls_left),
            self._check_saved(listener, own_picks),
        )
        with listener.turn.phase("rank"):
            ranking = rank(taste, discovery.ranked_lists, facets, context)
            ranking = saved_check.applied(ranking)
        ranking = msgspec.structs.replace(ranking, complete=calls_left > 0)
        return _with_missing(ranking, "discovery", discovery.missing)

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
        timeout = self.timeouts.look
        return await check_saved(self.library, listener, track_ids, seconds=timeout)

    async def _discovery(
        self,
        listener: Listener,
        taste: Taste,
        facets: Sequence[Facet],
        context: RankingContext,
        *,
        calls_left: int,
    ) -> SearchOutcome:
        """Search for new music, with as many searches as the calls left allow."""
        artists = affinities(taste, context.now)
        genres = genre_affinities(artists)
        seed, exclusions = context.seed, context.exclusions
        inputs = SearchInputs(artists, genres, facets, seed, exclusions)
        queries = inputs.queries(count=calls_left)
        timeout = self.timeouts.searches
        return await search(self.library, listener, queries, seconds=timeout)

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
        chosen = {playlist.id: playlist for playlist in unread[:_OWN_PLAYLISTS]}
        with listener.turn.phase("playlists"):
            calls = {
                playlist_id: self.library.playlist_items(listener, playlist)
                for playlist_id, playlist in chosen.items()
            }
            timeout = self.timeouts.lists
            outcome = await fan_out(calls, listener.deadline, seconds=timeout)
        read = [
            _on_playlist(chosen[playlist_id], [item.track for item in contents.items])
            for playlist_id, contents in outcome.results.items()
        ]
        in_cache = [_on_playlist(one, known[one.id]) for one in own if one.id in known]
        return [*in_cache, *read]


def _reading_order(playlist: Playlist, seed: int) -> tuple[bool, float, str]:
    """Sort: playlists that Spotify surely gives first, others by the day."""
    shuffled = seeded_random(seed, playlist.id)
    return (not playlist.surely_readable, shuffled, playlist.id)


def _on_playlist(playlist: Playlist, tracks: Sequence[Track]) -> RankedList:
    return RankedList(tuple(tracks), Evidence("playlist", 1, playlist.name))


def _track_ids(picks: Iterable[Pick]) -> list[str]:
    return [pick.track.id for pick in picks if pick.track.id is not None]


def _narrowed(context: RankingContext, resolved: ResolvedQuery) -> RankingContext:
    """Return the context with the exclusions of the query, too."""
    return replace(context, exclusions=context.exclusions | resolved.exclusions)


def _all_checked(ranking: Ranking) -> Ranking:
    return without_saved(ranking, _track_ids(ranking.picks), frozenset())


def _with_missing(ranking: Ranking, source: str, reason: str | None) -> Ranking:
    if reason is None:
        return ranking
    missing = (*ranking.missing, (source, reason))
    return msgspec.structs.replace(ranking, missing=missing)


@dataclass(frozen=True, slots=True)
class RankingCache:
    """Rankings of the day, by listener, query and the version of their sources.

    `store` keeps them; `pipeline` and `queries` compute what is not stored.
    """

    pipeline: RankingPipeline
    queries: QueryResolver
    store: RecommendationStore

    async def get(
        self,
        listener: Listener,
        query: RecommendationQuery,
        context: RankingContext,
        language: str,
    ) -> StoredRanking:
        """Return the ranking of the day for a query, and store it if it is new.

        The stored ranking is returned while its sources are unchanged or cannot all be
        read. Raise a `ProviderError` where no source could be read and no ranking is
        stored.
        """
        name = ranking_key(query, context)
        stored = await self.store.ranking(listener, name)
        now = context.now.timestamp()
        if stored and 0 <= now - stored.checked_at < REUSE_SECONDS:
            return stored
        try:
            ranking = await self._renewed(listener, query, context, language, stored)
        except FATAL_ERRORS:
            raise
        except ProviderError:
            if stored is None:
                raise
            ranking = msgspec.structs.replace(stored.ranking, stale=True)
            return msgspec.structs.replace(stored, ranking=ranking)
        plain = msgspec.structs.replace(query, novelty=None)
        if not ranking.complete:
            now = 0.0  # the next request is to search, which this one could not
        stored_ranking = StoredRanking(name, ranking, plain, now, language=language)
        await self.store.keep_ranking(listener, stored_ranking)
        return stored_ranking

    async def _renewed(
        self,
        listener: Listener,
        query: RecommendationQuery,
        context: RankingContext,
        language: str,
        stored: StoredRanking | None,
    ) -> Ranking:
        """Return the stored ranking if its sources are unchanged, else a new one.

        Picks that are known not to be saved stay `checked`; the others of the stored
        ranking are checked while the sources are read.
        """
        began = listener.turn.now()
        read = self._read(listener, query, language)
        if stored is None:
            (taste, resolved), before = await read, None
        else:
            checking = self.pipeline.checked(listener, stored.ranking)
            (taste, resolved), before = await gather_both(read, checking)
        if before is not None and _is_current(before, taste):
            return msgspec.structs.replace(before, stale=taste.stale)
        hurried = listener.turn.now() - began > SLOW_SECONDS
        ranking = await self.pipeline.ranking(
            listener, taste, resolved, context, hurried=hurried
        )
        return keep_checked(ranking, before) if before else ranking

    async def checked(
        self,
        listener: Listener,
        stored_ranking: StoredRanking,
        picks: Sequence[Pick],
    ) -> StoredRanking:
        """Check `picks`, and as many others as fit, against the saved tracks.

        Return the ranking without what is saved, and store it.
        """
        ranking = await self.pipeline.checked(
            listener, stored_ranking.ranking, first=picks
        )
        return await self._store(listener, stored_ranking, ranking)

    async def extended(
        self, listener: Listener, stored_ranking: StoredRanking, context: RankingContext
    ) -> StoredRanking:
        """Return the ranking with the picks of other searches behind, and store it.

        Raise a `ProviderError` where no source could be read.
        """
        query, language = stored_ranking.query, stored_ranking.language
        taste, resolved = await self._read(listener, query, language)
        # Another seed chooses other searches than those of the day.
        seed = context.seed + len(stored_ranking.ranking.picks)
        other_context = replace(context, seed=seed)
        more = await self.pipeline.ranking(listener, taste, resolved, other_context)
        ranking = extended(stored_ranking.ranking, more)
        return await self._store(listener, stored_ranking, ranking)

    async def _store(
        self, listener: Listener, stored_ranking: StoredRanking, ranking: Ranking
    ) -> StoredRanking:
        changed = msgspec.structs.replace(stored_ranking, ranking=ranking)
        await self.store.keep_ranking(listener, changed)
        return changed

    async def _read(
        self, listener: Listener, query: RecommendationQuery, language: str
    ) -> tuple[Taste, ResolvedQuery]:
        """Read the lists and look up the artist of the query, at the same time."""
        timeout = self.pipeline.timeouts.lists
        taste, artists = await gather_both(
            read_taste(self.pipeline.library, listener, seconds=timeout),
            self.queries.artists(listener, query),
        )
        return taste, self.queries.resolved(query, artists, taste, language)


def _is_current(ranking: Ranking, taste: Taste) -> bool:
    """Whether the ranking's sources are unchanged, or some are missing just now.

    A source that is out just now is no reason to know less than before.
    """
    newly_missing = set(taste.missing) - {source for source, _ in ranking.missing}
    unchanged = ranking.complete and taste.version() == ranking.version
    return bool(newly_missing) or unchanged


def ranking_key(query: RecommendationQuery, context: RankingContext) -> str:
    """Return the cache key of a listener's ranking: day number and hash of the query.

    A hash of the listener's exclusions follows, if there are any. The key reveals
    neither the listener nor the query.
    """
    excluded = fingerprint(context.history.exclusions)
    return "-".join(filter(None, (str(context.day), query.name(), excluded)))
