"""From a taste to a ranking, one rung lower wherever the one above does not hold."""

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
from providers.recommender.ranking.history import RecommendationStore, StoredRanking
from providers.recommender.ranking.model import (
    Evidence,
    Pick,
    RankedList,
    Ranking,
    Taste,
    keep_checked,
    without_saved,
)
from providers.recommender.ranking.query import Facet, RecommendationQuery
from providers.recommender.ranking.rank_fusion import seeded_random
from providers.recommender.ranking.ranker import (
    RankingContext,
    extended,
    rank,
    rank_own,
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

"""To the music service in one answer, whatever it takes: its quota is scarce."""

_OWN_PLAYLISTS = 3  # read where nothing else is left


@dataclass(frozen=True, slots=True)
class RankingPipeline:
    """Makes rankings."""

    library: Library
    patience: Timeouts = USUAL_TIMEOUTS

    async def ranking(
        self,
        listener: Listener,
        taste: Taste,
        facets: Sequence[Facet],
        occasion: RankingContext,
        *,
        hurried: bool = False,
    ) -> Ranking:
        """The best ranking that the sources allow; for a wish that nothing meets,
        and for somebody without any music, one without picks.

        Where not all saves are known, its picks are not `checked` yet; in a hurry
        those from the listener's own lists are, beside the searches.
        """
        ahead = hurried and not taste.saves_complete
        own = rank(taste, (), facets, occasion).picks if ahead else ()
        # A look ahead may not be enough, so room is kept for another one.
        left = CALLS - len(listener.turn.calls) - (2 if ahead else 1)
        found, looked = await gather_both(
            self._discovery(listener, taste, facets, occasion, left=left),
            self._check_saved(listener, own),
        )
        with listener.turn.phase("rank"):
            ranking = looked.applied(rank(taste, found.ranked_lists, facets, occasion))
        if ranking.fallback == "nothing" and not facets:
            ranking = await self._own(listener, taste, occasion)
        if found.missing:
            ranking = _without(ranking, "discovery", found.missing)
        if ranking.fallback == "full" and not taste.saves_complete:
            return ranking
        # All saves are known, or being saved is no reason against a pick any more.
        return without_saved(ranking, _ids(ranking.picks), frozenset())

    async def checked(
        self, listener: Listener, ranking: Ranking, *, first: Sequence[Pick] = ()
    ) -> Ranking:
        """Without what turns out to be saved: one call for the picks that are not
        known yet, those in `first` before others."""
        looked = await self._check_saved(listener, (*first, *ranking.picks))
        return looked.applied(ranking)

    async def _check_saved(
        self, listener: Listener, picks: Sequence[Pick]
    ) -> SavedCheck:
        patience = self.patience.look
        return await check_saved(
            self.library, listener, unchecked_ids(picks), patience=patience
        )

    async def _discovery(
        self,
        listener: Listener,
        taste: Taste,
        facets: Sequence[Facet],
        occasion: RankingContext,
        *,
        left: int,
    ) -> SearchOutcome:
        """As many searches as the calls that are left allow."""
        known = affinities(taste, occasion.now)
        bearings = SearchInputs(known, genre_affinities(known), facets, occasion.seed)
        patience = self.patience
        leads = bearings.queries(count=left)
        return await search(self.library, listener, leads, patience=patience.searches)

    async def _own(
        self, listener: Listener, taste: Taste, occasion: RankingContext
    ) -> Ranking:
        """The contents of a few own playlists, different ones from day to day."""
        own = [one for one in taste.playlists if one.readable]
        own.sort(key=lambda one: (seeded_random(occasion.seed, one.id), one.id))
        chosen = {one.id: one for one in own[:_OWN_PLAYLISTS]}
        with listener.turn.phase("playlists"):
            calls = {
                name: self.library.playlist_items(listener, one)
                for name, one in chosen.items()
            }
            wait = self.patience.lists
            outcome = await fan_out(calls, listener.deadline, seconds=wait)
        findings = (
            _on(chosen[name], [item.track for item in contents.items])
            for name, contents in outcome.results.items()
        )
        return rank_own(findings, taste, occasion)


def _on(playlist: Playlist, tracks: Sequence[Track]) -> RankedList:
    return RankedList(tuple(tracks), Evidence("playlist", 1, playlist.name))


def _ids(picks: Iterable[Pick]) -> list[str]:
    return [pick.track.id for pick in picks if pick.track.id is not None]


def _without(ranking: Ranking, source: str, why: str) -> Ranking:
    missing = (*ranking.missing, (source, why))
    return msgspec.structs.replace(ranking, missing=missing)


# FOLDED A listener's ranking of the day for a wish: kept, still true, or made anew.

REUSE_SECONDS = 180.0

"""Seconds that a ranking is used without a look at its sources."""

SLOW_SECONDS = 0.25

"""Seconds for the lists, beyond which three steps of that length would be too long."""


@dataclass(frozen=True, slots=True)
class RankingCache:
    """Rankings by listener, day, wish and the versions of their sources."""

    pipeline: RankingPipeline
    queries: QueryResolver
    store: RecommendationStore

    async def get(
        self,
        listener: Listener,
        wish: RecommendationQuery,
        occasion: RankingContext,
        language: str,
    ) -> StoredRanking:
        """The kept one while its sources are as they were, or cannot all be read.

        Raises `ProviderError`s where no source came and nothing is kept.
        """
        name = ranking_key(wish, occasion)
        kept = await self.store.ranking(listener, name)
        now = occasion.now.timestamp()
        if kept and 0 <= now - kept.checked_at < REUSE_SECONDS:
            return kept
        try:
            ranking = await self._renewed(listener, wish, occasion, language, kept)
        except FATAL_ERRORS:
            raise
        except ProviderError:
            if kept is None:
                raise
            ranking = msgspec.structs.replace(kept.ranking, stale=True)
            return msgspec.structs.replace(kept, ranking=ranking)
        plain = msgspec.structs.replace(wish, novelty=None)
        record = StoredRanking(name, ranking, plain, now, language=language)
        await self.store.keep_ranking(listener, record)
        return record

    async def _renewed(
        self,
        listener: Listener,
        wish: RecommendationQuery,
        occasion: RankingContext,
        language: str,
        kept: StoredRanking | None,
    ) -> Ranking:
        """The ranking as the sources have it now; what is known of the picks of the
        `kept` one stays known, and what is not is looked up beside the sources."""
        began = listener.turn.now()
        read = self._read(listener, wish, language)
        if kept is None:
            (taste, facets), before = await read, None
        else:
            checking = self.pipeline.checked(listener, kept.ranking)
            (taste, facets), before = await gather_both(read, checking)
        if before is not None and _still_true(before, taste):
            return msgspec.structs.replace(before, stale=taste.stale)
        hurried = listener.turn.now() - began > SLOW_SECONDS
        ranking = await self.pipeline.ranking(
            listener, taste, facets, occasion, hurried=hurried
        )
        return keep_checked(ranking, before) if before else ranking

    async def checked(
        self, listener: Listener, record: StoredRanking, picks: Sequence[Pick]
    ) -> StoredRanking:
        """With `picks`, and as many others as fit, held against the saved tracks."""
        ranking = await self.pipeline.checked(listener, record.ranking, first=picks)
        record = msgspec.structs.replace(record, ranking=ranking)
        await self.store.keep_ranking(listener, record)
        return record

    async def extended(
        self, listener: Listener, record: StoredRanking, occasion: RankingContext
    ) -> StoredRanking:
        """With more that is new: what other searches than those of the day find.

        Raises `ProviderError`s where no source came.
        """
        taste, facets = await self._read(listener, record.query, record.language)
        elsewhere = replace(occasion, seed=occasion.seed + len(record.ranking.picks))
        more = await self.pipeline.ranking(listener, taste, facets, elsewhere)
        ranking = extended(record.ranking, more)
        record = msgspec.structs.replace(record, ranking=ranking)
        await self.store.keep_ranking(listener, record)
        return record

    async def _read(
        self, listener: Listener, wish: RecommendationQuery, language: str
    ) -> tuple[Taste, tuple[Facet, ...]]:
        """Both in one wave: the lists, and the artist that was named."""
        reading = read_taste(
            self.pipeline.library,
            listener,
            patience=self.pipeline.patience.lists,
        )
        asking = self.queries.artists(listener, wish)
        taste, found = await gather_both(reading, asking)
        return taste, self.queries.facets(wish, found, taste, language)


def _still_true(ranking: Ranking, taste: Taste) -> bool:
    """A source that is out just now is no reason to know less than before."""
    lost = set(taste.missing) - {source for source, _ in ranking.missing}
    return bool(lost) or taste.version() == ranking.version


def ranking_key(wish: RecommendationQuery, occasion: RankingContext) -> str:
    """Names a listener's ranking of that day for that wish; tells nothing of either."""
    return f"{occasion.day}-{wish.name()}"
