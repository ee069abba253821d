"""An answer to "what should I listen to?": ranked, chosen, checked, remembered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from providers.errors import NotLinked
from providers.listener import Listener
from providers.recommender.pipeline import RankingCache
from providers.recommender.ranking.history import RecommendationStore, StoredRanking
from providers.recommender.ranking.model import Pick, checked_only
from providers.recommender.ranking.query import Novelty, RecommendationQuery
from providers.recommender.ranking.ranker import AT_ONCE, RankingContext, choose


@dataclass(frozen=True, slots=True)
class RecommendationAnswer:
    """Picks to say, and what to be honest about.

    A session keeps `record.name` and the keys of the picks to come back to
    them. `unmet` when nothing met the wish, so that these picks answer the question
    without it. `dry` when all picks of the day are said; `again` when they began anew
    for that reason.
    """

    picks: tuple[Pick, ...]
    record: StoredRanking
    novelty: Novelty | None = None
    unmet: bool = False
    exhausted: bool = False
    restarted: bool = False


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Answers listeners; `now` tells the time with its zone.

    All methods raise `NotLinked` for a listener without a token.
    """

    rankings: RankingCache
    store: RecommendationStore
    now: Callable[[], datetime]

    async def recommend(
        self, listener: Listener, wish: RecommendationQuery, *, language: str = "en"
    ) -> RecommendationAnswer:
        """The next picks for a wish, from the top once all of a day are said.

        Raises `ProviderError`s where no list of the listener's came.
        """
        wish, occasion = wish.legible(), await self.context(listener)
        record = await self.rankings.get(listener, wish, occasion, language)
        unmet = wish.has_facets and not record.ranking.picks
        if unmet:
            plain = RecommendationQuery(novelty=wish.novelty)
            record = await self.rankings.get(listener, plain, occasion, language)
        answer = await self.picked(listener, record, occasion, wish.novelty)
        return replace(answer, unmet=answer.unmet or unmet)

    async def next(
        self, listener: Listener, name: str, novelty: Novelty | None = None
    ) -> RecommendationAnswer | None:
        """The picks after those of an earlier answer, or `dry` without picks; None
        where that answer is forgotten."""
        occasion = await self.context(listener)
        record = await self.store.ranking(listener, name)
        if record is None:
            return None
        return await self._next(listener, record, occasion, novelty)

    async def recalled(
        self, listener: Listener, name: str, songs: tuple[str, ...]
    ) -> tuple[Pick, ...]:
        """The picks of an earlier answer by their keys; those still known."""
        _linked(listener)
        record = await self.store.ranking(listener, name)
        picks = record.ranking.picks if record else ()
        known = {pick.key: pick for pick in picks}
        return tuple(known[song] for song in songs if song in known)

    async def give_feedback(
        self, listener: Listener, pick: Pick, *, liked: bool
    ) -> None:
        """Remembers the listener's word on a pick, for this day and the coming ones."""
        occasion = await self.context(listener)
        minding = occasion.history.with_feedback(pick, liked=liked, today=occasion.day)
        await self.store.keep_history(listener, minding)

    async def restart(self, listener: Listener) -> None:
        """Forgets what was said today, so that the day's picks begin anew."""
        occasion = await self.context(listener)
        fresh = occasion.history.restarted(occasion.day)
        await self.store.keep_history(listener, fresh)

    async def context(self, listener: Listener) -> RankingContext:
        """Today, as it is for this listener."""
        _linked(listener)
        now = self.now()
        today = f"{listener.key.reveal()} {now.toordinal()}"
        digest = blake2b(today.encode(errors="replace"), digest_size=8).digest()
        memory = await self.store.history(listener)
        return RankingContext(now, int.from_bytes(digest, "big"), memory)

    async def picked(
        self,
        listener: Listener,
        record: StoredRanking,
        occasion: RankingContext,
        novelty: Novelty | None = None,
    ) -> RecommendationAnswer:
        """The next picks of a record, from the top once all of them are said."""
        answer = await self._next(listener, record, occasion, novelty)
        if not answer.exhausted:
            return answer
        memory = occasion.history.restarted(occasion.day)
        fresh = replace(occasion, history=memory)
        answer = await self._next(listener, record, fresh, novelty)
        return replace(answer, restarted=bool(answer.picks))

    async def _next(
        self,
        listener: Listener,
        record: StoredRanking,
        occasion: RankingContext,
        novelty: Novelty | None,
    ) -> RecommendationAnswer:
        """Chooses, makes sure that the chosen are not saved, remembers them as said."""
        record, picks = await self._chosen(listener, record, occasion, novelty)
        if novelty == "new" and len(picks) < AT_ONCE and not record.playlists_searched:
            record = await self.rankings.extended(listener, record, occasion)
            record, picks = await self._chosen(listener, record, occasion, novelty)
        unmet = novelty is not None and not picks
        if unmet:
            record, picks = await self._chosen(listener, record, occasion, None)
        if picks:
            memory = occasion.history.with_impressions(picks, occasion.day)
            await self.store.keep_history(listener, memory)
        dry = not picks and bool(record.ranking.picks)
        return RecommendationAnswer(
            picks, record, novelty, unmet=unmet and not dry, exhausted=dry
        )

    async def _chosen(
        self,
        listener: Listener,
        record: StoredRanking,
        occasion: RankingContext,
        novelty: Novelty | None,
    ) -> tuple[StoredRanking, tuple[Pick, ...]]:
        """Picks that are known not to be saved, with a look at the shelf if it takes
        one; others only where there are no such picks."""
        picks = choose(record.ranking, occasion, novelty=novelty)
        if all(pick.checked for pick in picks):
            return record, picks
        sure = choose(checked_only(record.ranking), occasion, novelty=novelty)
        if len(sure) < len(picks):
            record = await self.rankings.checked(listener, record, picks)
            picks = choose(record.ranking, occasion, novelty=novelty)
            sure = choose(checked_only(record.ranking), occasion, novelty=novelty)
        return record, sure or picks


def _linked(listener: Listener) -> None:
    if listener.token is None:
        raise NotLinked
