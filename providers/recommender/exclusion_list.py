"""Exclusion list: what a listener never wants to be recommended, heard and taken back.

The exclusions are part of the listener's history, so that "forget me" erases them.
"""

from collections.abc import Collection, Sequence
from typing import Literal

import msgspec

from providers.fan_out import optional
from providers.listener import Listener
from providers.name_matching.matcher import Verdict, decide
from providers.recommender.ranking.exclusions import same_thing
from providers.recommender.ranking.history import MOST_EXCLUSIONS, History
from providers.recommender.ranking.recommendation_query import Exclusion
from providers.recommender.service import RecommendationService

Addition = Literal["added", "known", "full", "lost"]
"""What became of an exclusion: `known` was there already, `lost` cannot be stored."""


def nearest_name(spoken: str, names: Sequence[str], language: str) -> int | None:
    """Return the place of the name that was surely spoken, or None."""
    decision = decide(spoken, names, language=language)
    acts = decision.verdict is Verdict.ACT
    return decision.matches[0].index if acts else None


class ExclusionList(msgspec.Struct, frozen=True):
    """Adds, lists and removes a listener's exclusions.

    All methods raise `NotLinked` for a listener without a token.
    """

    recommendations: RecommendationService

    async def entries(self, listener: Listener) -> tuple[Exclusion, ...]:
        """Return all exclusions, oldest first."""
        return (await self._history(listener)).exclusions

    async def named(self, listener: Listener, spoken: str, language: str) -> Exclusion:
        """Return the exclusion that spoken words mean: an artist if one has that name.

        `language` is a language code ("en", "ja"). Words that are no artist's name stay
        as they were spoken.
        """
        queries = self.recommendations.rankings.queries
        names = [
            artist.name for artist in await queries.artists_named(listener, spoken)
        ]
        place = nearest_name(spoken, names, language)
        if place is None:
            return Exclusion("name", spoken)
        return Exclusion("artist", names[place])

    async def add(
        self,
        listener: Listener,
        exclusion: Exclusion,
        *,
        unspoken: Collection[str] = (),
    ) -> Addition:
        """Store an exclusion as the newest one.

        `unspoken` are the keys of picks that were shown and not spoken yet: they may be
        recommended again today.
        """
        # Nothing can be stored of a new listener whose account was never asked for.
        library = self.recommendations.rankings.pipeline.library
        await optional(library.account(listener), None)
        context = await self.recommendations.context(listener)
        history = context.history.without_impressions(unspoken, context.day)
        if any(same_thing(exclusion, entry) for entry in history.exclusions):
            return "known"
        if len(history.exclusions) >= MOST_EXCLUSIONS:
            return "full"
        exclusions = (*history.exclusions, exclusion)
        stored = await self._store(listener, history, exclusions)
        return "added" if exclusion in stored else "lost"

    async def remove(self, listener: Listener, exclusion: Exclusion) -> bool:
        """Remove an exclusion; return whether it is gone."""
        history = await self._history(listener)
        exclusions = tuple(kept for kept in history.exclusions if kept != exclusion)
        return exclusion not in await self._store(listener, history, exclusions)

    async def _history(self, listener: Listener) -> History:
        return (await self.recommendations.context(listener)).history

    async def _store(
        self, listener: Listener, history: History, exclusions: Sequence[Exclusion]
    ) -> tuple[Exclusion, ...]:
        """Store the exclusions and return those that can be read again."""
        changed = msgspec.structs.replace(history, exclusions=tuple(exclusions))
        store = self.recommendations.store
        await store.keep_history(listener, changed)
        return (await store.history(listener)).exclusions
