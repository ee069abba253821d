"""An answer to "what should I listen to?": ranked, chosen, checked, remembered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from providers.errors import NotLinked
from providers.listener import Listener
from providers.recommender.pipeline import Rankings
from providers.recommender.ranking.history import RecommendationShelf, Record
from providers.recommender.ranking.model import Pick, only_checked
from providers.recommender.ranking.query import Novelty, Wish
from providers.recommender.ranking.ranker import AT_ONCE, Occasion, choose


@dataclass(frozen=True, slots=True)
class Answer:
    """Picks to say, and what to be honest about.

    A session keeps `record.name` and the keys of the picks to come back to
    them. `unmet` when nothing met the wish, so that these picks answer the question
    without it. `dry` when all picks of the day are said; `again` when they began anew
    for that reason.
    """

    picks: tuple[Pick, ...]
    record: Record
    novelty: Novelty | None = None
    unmet: bool = False
    dry: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Answers listeners; `now` tells the time with its zone.

    All methods raise `NotLinked` for a listener without a token.
    """

    rankings: Rankings
    shelf: RecommendationShelf
    now: Callable[[], datetime]

    async def answer(
        self, listener: Listener, wish: Wish, *, language: str = "en"
    ) -> Answer:
        """The next picks for a wish, from the top once all of a day are said.

        Raises `ProviderError`s where no list of the listener's came.
        """
        wish, occasion = wish.legible(), await self.occasion(listener)
        record = await self.rankings.record(listener, wish, occasion, language)
        unmet = wish.faceted and not record.ranking.picks
        if unmet:
            plain = Wish(novelty=wish.novelty)
            record = await self.rankings.record(listener, plain, occasion, language)
        answer = await self.picked(listener, record, occasion, wish.novelty)
        return replace(answer, unmet=answer.unmet or unmet)

    async def another(
        self, listener: Listener, name: str, novelty: Novelty | None = None
    ) -> Answer | None:
        """The picks after those of an earlier answer, or `dry` without picks; None
        where that answer is forgotten."""
        occasion = await self.occasion(listener)
        record = await self.shelf.record(listener, name)
        if record is None:
            return None
        return await self._next(listener, record, occasion, novelty)

    async def recalled(
        self, listener: Listener, name: str, songs: tuple[str, ...]
    ) -> tuple[Pick, ...]:
        """The picks of an earlier answer by their keys; those still known."""
        _linked(listener)
        record = await self.shelf.record(listener, name)
        picks = record.ranking.picks if record else ()
        known = {pick.key: pick for pick in picks}
        return tuple(known[song] for song in songs if song in known)

    async def mind(self, listener: Listener, pick: Pick, *, liked: bool) -> None:
        """Remembers the listener's word on a pick, for this day and the coming ones."""
        occasion = await self.occasion(listener)
        minding = occasion.memory.minding(pick, liked=liked, today=occasion.day)
        await self.shelf.keep_memory(listener, minding)

    async def begin_again(self, listener: Listener) -> None:
        """Forgets what was said today, so that the day's picks begin anew."""
        occasion = await self.occasion(listener)
        fresh = occasion.memory.from_the_top(occasion.day)
        await self.shelf.keep_memory(listener, fresh)

    async def occasion(self, listener: Listener) -> Occasion:
        """Today, as it is for this listener."""
        _linked(listener)
        now = self.now()
        today = f"{listener.key.reveal()} {now.toordinal()}"
        digest = blake2b(today.encode(errors="replace"), digest_size=8).digest()
        memory = await self.shelf.memory(listener)
        return Occasion(now, int.from_bytes(digest, "big"), memory)

    async def picked(
        self,
        listener: Listener,
        record: Record,
        occasion: Occasion,
        novelty: Novelty | None = None,
    ) -> Answer:
        """The next picks of a record, from the top once all of them are said."""
        answer = await self._next(listener, record, occasion, novelty)
        if not answer.dry:
            return answer
        memory = occasion.memory.from_the_top(occasion.day)
        fresh = replace(occasion, memory=memory)
        answer = await self._next(listener, record, fresh, novelty)
        return replace(answer, again=bool(answer.picks))

    async def _next(
        self,
        listener: Listener,
        record: Record,
        occasion: Occasion,
        novelty: Novelty | None,
    ) -> Answer:
        """Chooses, makes sure that the chosen are not saved, remembers them as said."""
        record, picks = await self._chosen(listener, record, occasion, novelty)
        if novelty == "new" and len(picks) < AT_ONCE and not record.searched:
            record = await self.rankings.widened(listener, record, occasion)
            record, picks = await self._chosen(listener, record, occasion, novelty)
        unmet = novelty is not None and not picks
        if unmet:
            record, picks = await self._chosen(listener, record, occasion, None)
        if picks:
            memory = occasion.memory.serving(picks, occasion.day)
            await self.shelf.keep_memory(listener, memory)
        dry = not picks and bool(record.ranking.picks)
        return Answer(picks, record, novelty, unmet=unmet and not dry, dry=dry)

    async def _chosen(
        self,
        listener: Listener,
        record: Record,
        occasion: Occasion,
        novelty: Novelty | None,
    ) -> tuple[Record, tuple[Pick, ...]]:
        """Picks that are known not to be saved, with a look at the shelf if it takes
        one; others only where there are no such picks."""
        picks = choose(record.ranking, occasion, novelty=novelty)
        if all(pick.checked for pick in picks):
            return record, picks
        sure = choose(only_checked(record.ranking), occasion, novelty=novelty)
        if len(sure) < len(picks):
            record = await self.rankings.checked(listener, record, picks)
            picks = choose(record.ranking, occasion, novelty=novelty)
            sure = choose(only_checked(record.ranking), occasion, novelty=novelty)
        return record, sure or picks


def _linked(listener: Listener) -> None:
    if listener.token is None:
        raise NotLinked
