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
        facets: Sequence[Facet],
        context: RankingContext,
        *,
        hurried: bool = False,
    ) -> Ranking:
        """Return the best ranking that the sources allow.

        Without picks where no song meets `facets`, or the listener has no music.
        Where not all saves are known, the picks are not `checked` yet. With `hurried`,
        those from the listener's own lists are checked at the same time as the searches
        are made.
        """
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
        if ranking.fallback == "nothing" and not facets:
            ranking = await self._from_own_playlists(listener, taste, context)
        if discovery.missing:
            ranking = _with_missing(ranking, "discovery", discovery.missing)
        if ranking.fallback == "full" and not taste.saves_complete:
            return ranking
        # All saves are known, or being saved is no reason against a pick any more.
        return without_saved(ranking, _track_ids(ranking.picks), frozenset())

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
        inputs = SearchInputs(artists, genres, facets, context.seed)
        queries = inputs.queries(count=calls_left)
        timeout = self.timeouts.searches
        return await search(self.library, listener, queries, seconds=timeout)

    async def _from_own_playlists(
        self, listener: Listener, taste: Taste, context: RankingContext
    ) -> Ranking:
        """Rank the contents of three own playlists, others each day."""
        own = [playlist for playlist in taste.playlists if playlist.readable]
        known = await self.library.known_contents(listener, own)
        # A playlist that is known to hold no tracks is empty, or was refused lately.
        own = [playlist for playlist in own if known.get(playlist.id, True)]
        own.sort(
            key=lambda playlist: (
                not playlist.surely_readable,
                seeded_random(context.seed, playlist.id),
                playlist.id,
            )
        )
        chosen = {playlist.id: playlist for playlist in own[:_OWN_PLAYLISTS]}
        with listener.turn.phase("playlists"):
            calls = {
                playlist_id: self.library.playlist_items(listener, playlist)
                for playlist_id, playlist in chosen.items()
            }
            timeout = self.timeouts.lists
            outcome = await fan_out(calls, listener.deadline, seconds=timeout)
        ranked_lists = (
            _on_playlist(chosen[playlist_id], [item.track for item in contents.items])
            for playlist_id, contents in outcome.results.items()
        )
        return rank_own(ranked_lists, taste, context)


def _on_playlist(playlist: Playlist, tracks: Sequence[Track]) -> RankedList:
    return RankedList(tuple(tracks), Evidence("playlist", 1, playlist.name))


def _track_ids(picks: Iterable[Pick]) -> list[str]:
    return [pick.track.id for pick in picks if pick.track.id is not None]


def _with_missing(ranking: Ranking, source: str, reason: str) -> Ranking:
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
            (taste, facets), before = await read, None
        else:
            checking = self.pipeline.checked(listener, stored.ranking)
            (taste, facets), before = await gather_both(read, checking)
        if before is not None and _is_current(before, taste):
            return msgspec.structs.replace(before, stale=taste.stale)
        hurried = listener.turn.now() - began > SLOW_SECONDS
        ranking = await self.pipeline.ranking(
            listener, taste, facets, context, hurried=hurried
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
        taste, facets = await self._read(listener, query, language)
        # Another seed chooses other searches than those of the day.
        seed = context.seed + len(stored_ranking.ranking.picks)
        other_context = replace(context, seed=seed)
        more = await self.pipeline.ranking(listener, taste, facets, other_context)
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
    ) -> tuple[Taste, tuple[Facet, ...]]:
        """Read the lists and look up the artist of the query, at the same time."""
        timeout = self.pipeline.timeouts.lists
        taste, artists = await gather_both(
            read_taste(self.pipeline.library, listener, seconds=timeout),
            self.queries.artists(listener, query),
        )
        return taste, self.queries.facets(query, artists, taste, language)


def _is_current(ranking: Ranking, taste: Taste) -> bool:
    """Whether the ranking's sources are unchanged, or some are missing just now.

    A source that is out just now is no reason to know less than before.
    """
    newly_missing = set(taste.missing) - {source for source, _ in ranking.missing}
    return bool(newly_missing) or taste.version() == ranking.version


def ranking_key(query: RecommendationQuery, context: RankingContext) -> str:
    """Return the cache key of a listener's ranking: day number and hash of the query.

    The key reveals neither the listener nor the query.
    """
    return f"{context.day}-{query.name()}"
