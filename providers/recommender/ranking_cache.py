"""Ranking cache: the rankings of a listener's day, and when they are renewed.

A ranking is made from the listener's lists. When these have changed it is made anew;
when the listener has heard most of it, other searches extend it.
"""

from collections.abc import Sequence

import msgspec

from providers.errors import ProviderError
from providers.fan_out import FATAL_ERRORS, gather_both
from providers.listener import Listener
from providers.recommender.pipeline import FIRST_PLAYLISTS, RankingPipeline
from providers.recommender.query_understanding import QueryResolver, ResolvedQuery
from providers.recommender.ranking.domain_types import (
    Pick,
    Ranking,
    Taste,
    keep_checked,
)
from providers.recommender.ranking.exclusions import fingerprint
from providers.recommender.ranking.history import RecommendationStore, StoredRanking
from providers.recommender.ranking.ranker import RankingContext, extended, still_new
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.retrieval import read_taste

REUSE_SECONDS = 180.0
"""Seconds for which a ranking is used without reading its sources again."""

SPARE_RETRIES = 4
"""Most retries while the lists are read: each costs the answer one search."""

SLOW_SECONDS = 0.25
"""If the lists take longer, three steps of that length would be too long."""


class RankingCache(msgspec.Struct, frozen=True):
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
        fresh = stored is not None and 0 <= now - stored.checked_at < REUSE_SECONDS
        if stored and fresh and (stored.ranking.whole or not _needs_all(query)):
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
        judged = context.history.last_judged
        stored_ranking = StoredRanking(name, ranking, plain, now, 0, language, judged)
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
        whole = _needs_all(query) or (stored is not None and stored.ranking.whole)
        read = self._read(listener, query, language, whole=whole)
        if stored is None:
            (taste, resolved), before = await read, None
        else:
            checking = self.pipeline.checked(listener, stored.ranking)
            (taste, resolved), before = await gather_both(read, checking)
        if before is not None and _is_current(before, taste):
            return msgspec.structs.replace(before, stale=taste.stale)
        hurried = listener.turn.now() - began > SLOW_SECONDS
        ranking, taste = await self._ranked(
            listener, taste, resolved, context, hurried=hurried
        )
        if not (ranking.picks or taste.whole):
            taste, resolved = await self._read(listener, query, language, whole=True)
            ranking, taste = await self._ranked(listener, taste, resolved, context)
        if before is None:
            return ranking
        ranking = keep_checked(ranking, before)
        return extended(ranking, still_new(before, taste))

    async def _ranked(
        self,
        listener: Listener,
        taste: Taste,
        resolved: ResolvedQuery,
        context: RankingContext,
        *,
        hurried: bool = False,
    ) -> tuple[Ranking, Taste]:
        """Return the ranking, and the taste with own playlists where these are all."""
        if not taste.own_artists():
            most = FIRST_PLAYLISTS
            taste = await self.pipeline.with_playlists(listener, taste, context, most)
        ranking = await self.pipeline.ranking(
            listener, taste, resolved, context, hurried=hurried
        )
        return ranking, taste

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

        One more own playlist is read first. Raise a `ProviderError` where no source
        could be read.
        """
        query, language = stored_ranking.query, stored_ranking.language
        taste, resolved = await self._read(listener, query, language, whole=True)
        taste = await self.pipeline.with_playlists(listener, taste, context, 1)
        ranking = still_new(stored_ranking.ranking, taste)
        days = context.history.searched()
        today = [each for each, day in days.items() if day == context.day]
        made = frozenset((*today, *ranking.searched))
        context = msgspec.structs.replace(context, made=made)
        more = await self.pipeline.ranking(listener, taste, resolved, context)
        ranking = msgspec.structs.replace(
            extended(ranking, more),
            version=more.version,
            missing=more.missing,
            whole=more.whole,
        )
        stored_ranking = msgspec.structs.replace(
            stored_ranking, judged=context.history.last_judged
        )
        return await self._store(listener, stored_ranking, ranking)

    async def _store(
        self, listener: Listener, stored_ranking: StoredRanking, ranking: Ranking
    ) -> StoredRanking:
        changed = msgspec.structs.replace(stored_ranking, ranking=ranking)
        await self.store.keep_ranking(listener, changed)
        return changed

    async def _read(
        self,
        listener: Listener,
        query: RecommendationQuery,
        language: str,
        *,
        whole: bool,
    ) -> tuple[Taste, ResolvedQuery]:
        """Read the lists and look up the artist of the query, at the same time.

        `whole`: all lists; else those of a first answer.
        """
        listener.turn.retries_left = max(0, SPARE_RETRIES - len(listener.turn.calls))
        library, timeout = self.pipeline.library, self.pipeline.timeouts.lists
        taste, artists = await gather_both(
            read_taste(library, listener, seconds=timeout, first=not whole),
            self.queries.artists(listener, query),
        )
        return taste, self.queries.resolved(query, artists, taste, language)


def _needs_all(query: RecommendationQuery) -> bool:
    """Return whether all lists are read: a wish may be met by any of them."""
    return query.has_facets or query.novelty == "familiar"


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
