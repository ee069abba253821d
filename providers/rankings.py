"""A listener's ranking of the day for a wish: kept, still true, or made anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import msgspec

from providers.errors import ProviderError
from providers.fan_out import HOPELESS, together
from providers.interpreting import Interpreter
from providers.ladder import Ladder
from providers.library import OpenedPlaylists
from providers.listener import Listener
from providers.recommender import Occasion, carried, widened
from providers.recommending.evidence import Pick, Ranking
from providers.recommending.listening import Taste
from providers.recommending.record import RecommendationShelf, Record
from providers.recommending.wishes import Facet, Wish
from providers.taste import read_taste

TRUSTED = 180.0
"""Seconds that a ranking is used without a look at its sources."""

HURRY = 0.25
"""Seconds for the lists, beyond which three steps of that length would be too long."""


@dataclass(frozen=True, slots=True)
class Rankings:
    """Rankings by listener, day, wish and the versions of their sources."""

    ladder: Ladder
    interpreter: Interpreter
    shelf: RecommendationShelf
    opened: OpenedPlaylists | None = None

    async def record(
        self, listener: Listener, wish: Wish, occasion: Occasion, language: str
    ) -> Record:
        """The kept one while its sources are as they were, or cannot all be read.

        Raises `ProviderError`s where no source came and nothing is kept.
        """
        name = record_name(wish, occasion)
        kept = await self.shelf.record(listener, name)
        now = occasion.now.timestamp()
        if kept and 0 <= now - kept.validated < TRUSTED:
            return kept
        try:
            ranking = await self._renewed(listener, wish, occasion, language, kept)
        except HOPELESS:
            raise
        except ProviderError:
            if kept is None:
                raise
            ranking = msgspec.structs.replace(kept.ranking, stale=True)
            return msgspec.structs.replace(kept, ranking=ranking)
        plain = msgspec.structs.replace(wish, novelty=None)
        record = Record(name, ranking, plain, now, language=language)
        await self.shelf.keep_record(listener, record)
        return record

    async def _renewed(
        self,
        listener: Listener,
        wish: Wish,
        occasion: Occasion,
        language: str,
        kept: Record | None,
    ) -> Ranking:
        """The ranking as the sources have it now; what is known of the picks of the
        `kept` one stays known, and what is not is looked up beside the sources."""
        began = listener.turn.now()
        read = self._read(listener, wish, language)
        if kept is None:
            (taste, facets), before = await read, None
        else:
            checking = self.ladder.checked(listener, kept.ranking)
            (taste, facets), before = await together(read, checking)
        if before is not None and _still_true(before, taste):
            return msgspec.structs.replace(before, stale=taste.stale)
        hurried = listener.turn.now() - began > HURRY
        ranking = await self.ladder.ranking(
            listener, taste, facets, occasion, hurried=hurried
        )
        return carried(ranking, before) if before else ranking

    async def checked(
        self, listener: Listener, record: Record, picks: Sequence[Pick]
    ) -> Record:
        """With `picks`, and as many others as fit, held against the saved tracks."""
        ranking = await self.ladder.checked(listener, record.ranking, first=picks)
        record = msgspec.structs.replace(record, ranking=ranking)
        await self.shelf.keep_record(listener, record)
        return record

    async def widened(
        self, listener: Listener, record: Record, occasion: Occasion
    ) -> Record:
        """With more that is new: what other searches than those of the day find.

        Raises `ProviderError`s where no source came.
        """
        taste, facets = await self._read(listener, record.wish, record.language)
        elsewhere = replace(occasion, seed=occasion.seed + len(record.ranking.picks))
        more = await self.ladder.ranking(listener, taste, facets, elsewhere)
        ranking = widened(record.ranking, more)
        record = msgspec.structs.replace(record, ranking=ranking)
        await self.shelf.keep_record(listener, record)
        return record

    async def _read(
        self, listener: Listener, wish: Wish, language: str
    ) -> tuple[Taste, tuple[Facet, ...]]:
        """Both in one wave: the lists, and the artist that was named."""
        reading = read_taste(
            self.ladder.library,
            listener,
            opened=self.opened,
            patience=self.ladder.patience.lists,
        )
        asking = self.interpreter.artists(listener, wish)
        taste, found = await together(reading, asking)
        return taste, self.interpreter.facets(wish, found, taste, language)


def _still_true(ranking: Ranking, taste: Taste) -> bool:
    """A source that is out just now is no reason to know less than before."""
    lost = set(taste.missing) - {source for source, _ in ranking.missing}
    return bool(lost) or taste.version() == ranking.version


def record_name(wish: Wish, occasion: Occasion) -> str:
    """Names a listener's ranking of that day for that wish; tells nothing of either."""
    return f"{occasion.day}-{wish.name()}"
