"""An answer to "what should I listen to?": ranked, chosen, checked, remembered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from providers.listener import Listener
from providers.rankings import Rankings, record_name
from providers.recommender import Occasion, choose
from providers.recommending.evidence import Pick
from providers.recommending.memory import short
from providers.recommending.record import RecommendationShelf, Record
from providers.recommending.wishes import Novelty, Wish


@dataclass(frozen=True, slots=True)
class Answer:
    """Picks to say, and what to be honest about.

    `name` is what a session keeps to come back to the list. `unmet` when nothing met
    the wish, so that these picks answer the question without it. `dry` when today's
    picks are all said; `again` when they began anew for that reason.
    """

    name: str
    picks: tuple[Pick, ...]
    record: Record
    unmet: bool = False
    dry: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class Recommendations:
    """Answers listeners; `now` tells the time with its zone."""

    rankings: Rankings
    shelf: RecommendationShelf
    now: Callable[[], datetime]

    async def answer(
        self, listener: Listener, wish: Wish, *, language: str = "en"
    ) -> Answer:
        """The next picks for a wish, from the top once all of a day are said.

        Raises `ProviderError`s where no list of the listener's came.
        """
        wish, occasion = wish.legible(), await self._occasion(listener)
        record = await self.rankings.record(listener, wish, occasion, language)
        unmet = wish.faceted and not record.ranking.picks
        if unmet:
            plain = Wish(novelty=wish.novelty)
            record = await self.rankings.record(listener, plain, occasion, language)
        answer = await self._picked(listener, record, occasion, wish.novelty)
        if answer.dry:
            memory = occasion.memory.from_the_top(occasion.day)
            fresh = replace(occasion, memory=memory)
            answer = await self._picked(listener, record, fresh, wish.novelty)
            answer = replace(answer, again=bool(answer.picks))
        return replace(answer, unmet=answer.unmet or unmet)

    async def another(
        self, listener: Listener, name: str, novelty: Novelty | None = None
    ) -> Answer | None:
        """The picks after those of the answer `name`, or `dry` without picks; None
        where that answer is forgotten."""
        record = await self.shelf.record(listener, name)
        if record is None:
            return None
        occasion = await self._occasion(listener)
        return await self._picked(listener, record, occasion, novelty)

    async def recalled(
        self, listener: Listener, name: str, songs: tuple[str, ...]
    ) -> tuple[Pick, ...]:
        """The picks of an earlier answer by their `short` keys; those still known."""
        record = await self.shelf.record(listener, name)
        picks = record.ranking.picks if record else ()
        known = {short(pick.key): pick for pick in picks}
        return tuple(known[song] for song in songs if song in known)

    async def mind(self, listener: Listener, pick: Pick, *, liked: bool) -> None:
        """Remembers the listener's word on a pick, for this day and the coming ones."""
        today = self.now().toordinal()
        memory = await self.shelf.memory(listener)
        minding = memory.minding(pick, liked=liked, today=today)
        await self.shelf.keep_memory(listener, minding)

    async def begin_again(self, listener: Listener) -> None:
        """Forgets what was said today, so that the day's picks begin anew."""
        memory = await self.shelf.memory(listener)
        fresh = memory.from_the_top(self.now().toordinal())
        await self.shelf.keep_memory(listener, fresh)

    async def _occasion(self, listener: Listener) -> Occasion:
        now = self.now()
        today = f"{listener.key.reveal()} {now.toordinal()}"
        digest = blake2b(today.encode(errors="replace"), digest_size=8).digest()
        memory = await self.shelf.memory(listener)
        return Occasion(now, int.from_bytes(digest, "big"), memory)

    async def _picked(
        self,
        listener: Listener,
        record: Record,
        occasion: Occasion,
        novelty: Novelty | None,
    ) -> Answer:
        """Chooses, makes sure that the chosen are not saved, remembers them as said."""
        picks = choose(record.ranking, occasion, novelty=novelty)
        if not all(pick.checked for pick in picks):
            record = await self.rankings.checked(listener, record, occasion, picks)
            picks = choose(record.ranking, occasion, novelty=novelty)
        unmet = novelty is not None and not picks
        if unmet:
            picks = choose(record.ranking, occasion)
        if picks:
            memory = occasion.memory.serving(picks, occasion.day)
            await self.shelf.keep_memory(listener, memory)
        dry = not picks and bool(record.ranking.picks)
        name = record_name(record.wish, occasion)
        return Answer(name, picks, record, unmet=unmet and not dry, dry=dry)
