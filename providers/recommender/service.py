"""Recommendation service: answers "what should I listen to?", and handles feedback.

For each answer: get the ranking of the day (from the cache or the pipeline), choose the
next picks, check that these are not saved, and store them as recommended.
"""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from functools import partial
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter

import msgspec

from providers.errors import NotLinked
from providers.listener import Listener
from providers.recommender.ranking.domain_types import Pick, Ranking, checked_only
from providers.recommender.ranking.exclusions import compiled, folded
from providers.recommender.ranking.history import (
    DISLIKE_DAYS,
    Parting,
    RecommendationStore,
    StoredRanking,
)
from providers.recommender.ranking.new_artists import disliked_names
from providers.recommender.ranking.ranker import (
    RankingContext,
    choose,
    runs_short,
)
from providers.recommender.ranking.recommendation_query import (
    Exclusion,
    Novelty,
    Part,
    RecommendationQuery,
)
from providers.recommender.ranking_cache import RankingCache

RESUMED_SECONDS = 60 * 60
"""How long after a session what it recommended is still what "these" mean.

A song that is started ends the session; an hour is the length of an album or two.
"""


class RecommendationAnswer(msgspec.Struct, frozen=True):
    """The picks of one answer, and what the listener must be told about them.

    `picks`: at most three. `stored`: the ranking that they come from; its `name` and
    the keys of the picks are enough to find them again (a session keeps these).
    `novelty`: as asked. `unmet`: no song met the query, so that these picks answer the
    question without it. `dropped`: the parts of the query that no song met, where the
    picks meet the others. `excluded`: exclusions leave no pick at all. `exhausted`: all
    picks of the day have been recommended. `restarted`: the picks began again from the
    top for that reason.
    """

    picks: tuple[Pick, ...]
    stored: StoredRanking
    novelty: Novelty | None = None
    unmet: bool = False
    exhausted: bool = False
    restarted: bool = False
    excluded: bool = False
    dropped: tuple[Part, ...] = ()


class RecommendationService(msgspec.Struct, frozen=True):
    """Recommend songs to listeners, and store what was recommended.

    `now` returns the time with its zone. All methods raise `NotLinked` for a listener
    without a token.
    """

    rankings: RankingCache
    store: RecommendationStore
    now: Callable[[], datetime]

    async def recommend(
        self, listener: Listener, query: RecommendationQuery, *, language: str = "en"
    ) -> RecommendationAnswer:
        """Return the next picks for a query; from the top once all are recommended.

        `language` is a language code ("en", "ja"). Raise a `ProviderError` where none
        of the listener's lists could be read.
        """
        context = await self.context(listener)
        stored_ranking = await self.rankings.get(listener, query, context, language)
        if not query.has_facets:
            return await self.picked(listener, stored_ranking, context, query.novelty)
        weaker = iter(query.weaker())
        answered, dropped, unmet = query, tuple[Part, ...](), False
        while not (unmet or stored_ranking.ranking.picks):
            answered, dropped = next(weaker, (query.plain(), ()))
            unmet = not answered.has_facets
            stored_ranking = await self.rankings.get(
                listener, answered, context, language
            )
        answer = await self.picked(listener, stored_ranking, context, query.novelty)
        for answered, parts in weaker:
            if unmet or answer.picks or answer.excluded:
                break  # else all that meets the query is saved, say
            stored_ranking = await self.rankings.get(
                listener, answered, context, language
            )
            answer = await self.picked(listener, stored_ranking, context, query.novelty)
            dropped = parts
        return msgspec.structs.replace(
            answer, unmet=answer.unmet or unmet, dropped=dropped
        )

    async def barred(
        self, listener: Listener, query: RecommendationQuery
    ) -> Exclusion | None:
        """Return the listener's exclusion of something that the query asks for."""
        if not query.has_facets:
            return None
        history = (await self.context(listener)).history
        names = (query.performer, query.artist, query.genre)
        wider = self.rankings.queries.moods.wider(query.genre)
        spelled = {folded(name) for name in names if name}
        for exclusion in history.exclusions:
            if exclusion.kind in ("artist", "name"):
                if folded(exclusion.value) in spelled:
                    return exclusion
            elif getattr(query, exclusion.kind, None) == exclusion.value or (
                wider and exclusion == Exclusion("genre", wider.id)
            ):
                return exclusion
        return None

    async def query_of(
        self, listener: Listener, name: str
    ) -> RecommendationQuery | None:
        """Return the query that an earlier answer's ranking answers, if it is stored.

        `name`: the name of that ranking.
        """
        _require_token(listener)
        stored_ranking = await self.store.ranking(listener, name)
        return stored_ranking.query if stored_ranking else None

    async def next(
        self, listener: Listener, name: str, novelty: Novelty | None = None
    ) -> RecommendationAnswer | None:
        """Return the picks after those of an earlier answer.

        `name`: the name of that answer's ranking. Return an `exhausted` answer without
        picks where none are left, and None where the ranking is no longer stored.
        """
        context = await self.context(listener)
        stored_ranking = await self.store.ranking(listener, name)
        if stored_ranking is None:
            return None
        return await self._next(listener, stored_ranking, context, novelty)

    async def recalled(
        self, listener: Listener, name: str, songs: tuple[str, ...]
    ) -> tuple[Pick, ...]:
        """Return the picks of an earlier answer that are still stored.

        `name`: the name of that answer's ranking. `songs`: `Pick.key`s.
        """
        _require_token(listener)
        stored_ranking = await self.store.ranking(listener, name)
        picks = stored_ranking.ranking.picks if stored_ranking else ()
        by_key = {pick.key: pick for pick in picks}
        return tuple(by_key[song] for song in songs if song in by_key)

    async def accepted(
        self, listener: Listener, spoken: Iterable[tuple[str, str]]
    ) -> tuple[Pick, ...]:
        """Return the picks of earlier answers, without those that were not liked.

        `spoken`: the name of each pick's ranking, and its key. Each is returned once,
        in this order; those that are no longer stored are left out.
        """
        history = (await self.context(listener)).history
        disliked = {opinion.song for opinion in history.feedback if not opinion.liked}
        kept = [place for place in spoken if place[1] not in disliked]
        return await self.remembered(listener, kept)

    async def remembered(
        self, listener: Listener, spoken: Iterable[tuple[str, str]]
    ) -> tuple[Pick, ...]:
        """Return the picks of earlier answers, as `accepted` does, disliked or not."""
        places_of_each = dict.fromkeys(spoken)
        picks: dict[str, Pick] = {}
        for name, places in groupby(places_of_each, key=itemgetter(0)):
            songs = tuple(song for _, song in places)
            for pick in await self.recalled(listener, name, songs):
                picks.setdefault(pick.key, pick)
        return tuple(picks.values())

    async def give_feedback(
        self,
        listener: Listener,
        pick: Pick,
        *,
        liked: bool,
        unspoken: Collection[str] = (),
    ) -> None:
        """Store the listener's opinion of a pick, for two weeks.

        `unspoken` are the keys of picks that came with this one and were not spoken
        yet: they are ranked again with the others, in the light of the opinion.
        """
        context = await self.context(listener)
        history = context.history.with_feedback(pick, liked=liked, today=context.day)
        history = history.without_impressions(unspoken, context.day)
        await self.store.keep_history(listener, history)

    async def release(self, listener: Listener, unspoken: Collection[str]) -> None:
        """Let picks be recommended again that were shown today and not spoken.

        `unspoken`: `Pick.key`s.
        """
        context = await self.context(listener)
        history = context.history.without_impressions(unspoken, context.day)
        await self.store.keep_history(listener, history)

    async def settle(self, listener: Listener, song: str) -> None:
        """Do not recommend a song again today: it was saved, or is known.

        `song`: its `Pick.key`.
        """
        context = await self.context(listener)
        history = context.history.with_settled(song, context.day)
        await self.store.keep_history(listener, history)

    async def part(
        self, listener: Listener, spoken: tuple[tuple[str, str], ...]
    ) -> None:
        """Store what a session that ends has recommended, as in `Parting`."""
        history = await self.store.history(listener)
        parting = Parting(self.now().timestamp(), spoken)
        history = msgspec.structs.replace(history, parting=parting)
        await self.store.keep_history(listener, history)

    async def parted(self, listener: Listener) -> tuple[tuple[str, str], ...]:
        """Return what the session before recommended, if it ended a short while ago."""
        _require_token(listener)
        parting = (await self.store.history(listener)).parting
        ago = self.now().timestamp() - parting.at
        return parting.spoken if 0 <= ago < RESUMED_SECONDS else ()

    async def restart(self, listener: Listener) -> None:
        """Remove today's impressions, so that the picks begin again from the top."""
        context = await self.context(listener)
        history = context.history.restarted(context.day)
        await self.store.keep_history(listener, history)

    async def context(self, listener: Listener) -> RankingContext:
        """Return today's context of this listener, with the stored history.

        The seed is a hash of the listener's key and the day.
        """
        _require_token(listener)
        now = self.now()
        today = f"{listener.key.reveal()} {now.toordinal()}"
        digest = blake2b(today.encode(), digest_size=8).digest()
        history = await self.store.history(listener)
        exclusions = compiled(history.exclusions, self.rankings.queries.moods)
        opinions = [
            opinion
            for opinion in history.feedback
            if opinion.liked or now.toordinal() - opinion.day < DISLIKE_DAYS
        ]
        avoided = disliked_names(opinions, self.rankings.pipeline.source)
        seed = int.from_bytes(digest, "big")
        return RankingContext(now, seed, history, exclusions, avoided)

    async def picked(
        self,
        listener: Listener,
        stored_ranking: StoredRanking,
        context: RankingContext,
        novelty: Novelty | None = None,
    ) -> RecommendationAnswer:
        """Return the next picks of a ranking; from the top once all are recommended."""
        answer = await self._next(listener, stored_ranking, context, novelty)
        if not answer.exhausted:
            return answer
        history = context.history.restarted(context.day)
        restarted = msgspec.structs.replace(context, history=history)
        answer = await self._next(listener, stored_ranking, restarted, novelty)
        return msgspec.structs.replace(answer, restarted=bool(answer.picks))

    async def _next(
        self,
        listener: Listener,
        stored_ranking: StoredRanking,
        context: RankingContext,
        novelty: Novelty | None,
    ) -> RecommendationAnswer:
        """Choose picks, check that they are not saved, store them as recommended."""
        chosen = await self._choose(listener, stored_ranking, context, novelty)
        stored_ranking, picks = chosen
        if self._searches_on(listener, stored_ranking, context, novelty):
            more = await self.rankings.extended(listener, stored_ranking, context)
            stored_ranking, picks = await self._choose(listener, more, context, novelty)
        unmet = novelty is not None and not picks
        if unmet:
            chosen = await self._choose(listener, stored_ranking, context, None)
            stored_ranking, picks = chosen
        await self._remember(listener, stored_ranking.ranking, picks, context)
        excluded = not picks and _nothing_allowed(stored_ranking.ranking, context)
        exhausted = not (picks or excluded) and bool(stored_ranking.ranking.picks)
        return RecommendationAnswer(
            picks,
            stored_ranking,
            novelty,
            unmet=unmet and not exhausted,
            exhausted=exhausted,
            excluded=excluded,
        )

    def _searches_on(
        self,
        listener: Listener,
        stored_ranking: StoredRanking,
        context: RankingContext,
        novelty: Novelty | None,
    ) -> bool:
        """Return whether more music is searched for before this answer is given.

        Where hardly anything new is left, or something was liked since the last search;
        once in an answer, and not where own music was asked for or no call is left.
        """
        searched_now = any(each.name == "discovery" for each in listener.turn.phases)
        own = stored_ranking.query.source or stored_ranking.playlists_searched
        known_only = own or novelty == "familiar" or not stored_ranking.ranking.picks
        if searched_now or known_only:
            return False
        if not self.rankings.pipeline.may_search(listener, context):
            return False
        feedback = context.history.feedback
        likes = feedback and feedback[-1].liked
        if likes and context.history.last_judged != stored_ranking.judged:
            return True
        return runs_short(stored_ranking.ranking, context)

    async def _remember(
        self,
        listener: Listener,
        ranking: Ranking,
        picks: tuple[Pick, ...],
        context: RankingContext,
    ) -> None:
        """Store what was recommended, the searches, and the calls of this answer."""
        day, calls = context.day, len(listener.turn.calls)
        history = context.history.with_searches(ranking.searched, day)
        if calls:
            spent = context.history.calls_on(day) + calls
            history = history.with_calls(spent, day)
        if picks:
            history = history.with_impressions(picks, day)
        if history != context.history:
            await self.store.keep_history(listener, history)

    async def _choose(
        self,
        listener: Listener,
        stored_ranking: StoredRanking,
        context: RankingContext,
        novelty: Novelty | None,
    ) -> tuple[StoredRanking, tuple[Pick, ...]]:
        """Return picks that are known not to be saved, after a check if it takes one.

        Unchecked picks are returned only where there are no checked ones.
        """
        by_wish = stored_ranking.query.has_facets
        chosen = partial(choose, context=context, novelty=novelty, by_wish=by_wish)
        picks = chosen(stored_ranking.ranking)
        if all(pick.checked for pick in picks):
            return stored_ranking, picks
        checked = chosen(checked_only(stored_ranking.ranking))
        if len(checked) < len(picks):
            stored_ranking = await self.rankings.checked(
                listener, stored_ranking, picks
            )
            picks = chosen(stored_ranking.ranking)
            checked = chosen(checked_only(stored_ranking.ranking))
        return stored_ranking, checked or picks


def _nothing_allowed(ranking: Ranking, context: RankingContext) -> bool:
    """Return whether exclusions, those of the query included, leave no pick."""
    if not ranking.picks:
        return ranking.excluded
    excludes = context.exclusions.excludes
    return all(excludes(pick.track, pick.genres) for pick in ranking.picks)


def _require_token(listener: Listener) -> None:
    if listener.token is None:
        raise NotLinked
