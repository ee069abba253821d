"""From a taste to a ranking, one rung lower wherever the one above does not hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from providers.errors import ProviderError
from providers.fan_out import HOPELESS, USUAL, Patience, fan_out, together
from providers.library import OpenedPlaylists, TasteLibrary
from providers.listener import Listener
from providers.music import Playlist, Track
from providers.recommender.ranking.affinity import affinities, genre_affinities
from providers.recommender.ranking.history import RecommendationShelf, Record
from providers.recommender.ranking.model import (
    Evidence,
    Finding,
    Pick,
    Ranking,
    Taste,
    carried,
    confirmed,
)
from providers.recommender.ranking.query import Facet, Wish
from providers.recommender.ranking.rank_fusion import chance
from providers.recommender.ranking.ranker import Occasion, rank, rank_own, widened
from providers.recommender.ranking.similar import SimilarArtists
from providers.recommender.retrieval import (
    Bearings,
    Discovery,
    Interpreter,
    Look,
    chosen_leads,
    discover,
    look,
    read_taste,
    unknown,
)

CALLS = 16

"""To the music service in one answer, whatever it takes: its quota is scarce."""

_OWN_PLAYLISTS = 3  # read where nothing else is left


@dataclass(frozen=True, slots=True)
class Ladder:
    """Makes rankings; `similar` is optional knowledge from elsewhere."""

    library: TasteLibrary
    similar: SimilarArtists | None = None
    patience: Patience = USUAL

    async def ranking(
        self,
        listener: Listener,
        taste: Taste,
        facets: Sequence[Facet],
        occasion: Occasion,
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
        found, looked = await together(
            self._discovery(listener, taste, facets, occasion, left=left),
            self._look(listener, own),
        )
        with listener.turn.phase("rank"):
            ranking = looked.applied(rank(taste, found.findings, facets, occasion))
        if ranking.rung == "nothing" and not facets:
            ranking = await self._own(listener, taste, occasion)
        if found.missing:
            ranking = _without(ranking, "discovery", found.missing)
        if ranking.rung == "full" and not taste.saves_complete:
            return ranking
        # All saves are known, or being saved is no reason against a pick any more.
        return confirmed(ranking, _ids(ranking.picks), frozenset())

    async def checked(
        self, listener: Listener, ranking: Ranking, *, first: Sequence[Pick] = ()
    ) -> Ranking:
        """Without what turns out to be saved: one call for the picks that are not
        known yet, those in `first` before others."""
        looked = await self._look(listener, (*first, *ranking.picks))
        return looked.applied(ranking)

    async def _look(self, listener: Listener, picks: Sequence[Pick]) -> Look:
        patience = self.patience.look
        return await look(self.library, listener, unknown(picks), patience=patience)

    async def _discovery(
        self,
        listener: Listener,
        taste: Taste,
        facets: Sequence[Facet],
        occasion: Occasion,
        *,
        left: int,
    ) -> Discovery:
        """As many searches as the calls that are left allow."""
        known = affinities(taste, occasion.now)
        bearings = Bearings(known, genre_affinities(known), facets, occasion.seed)
        patience = self.patience
        leads = await chosen_leads(
            listener,
            bearings,
            count=left,
            similar=self.similar,
            patience=patience.similar,
        )
        return await discover(self.library, listener, leads, patience=patience.searches)

    async def _own(
        self, listener: Listener, taste: Taste, occasion: Occasion
    ) -> Ranking:
        """The contents of a few own playlists, different ones from day to day."""
        own = [one for one in taste.playlists if one.mine or one.collaborative]
        own.sort(key=lambda one: (chance(occasion.seed, one.id), one.id))
        chosen = {one.id: one for one in own[:_OWN_PLAYLISTS]}
        with listener.turn.phase("playlists"):
            calls = {
                name: self.library.playlist_items(listener, one)
                for name, one in chosen.items()
            }
            wait = self.patience.lists
            outcome = await fan_out(calls, listener.deadline, patience=wait)
        findings = (
            _on(chosen[name], [item.track for item in contents.items])
            for name, contents in outcome.results.items()
        )
        return rank_own(findings, taste, occasion)


def _on(playlist: Playlist, tracks: Sequence[Track]) -> Finding:
    return Finding(tuple(tracks), Evidence("playlist", 1, playlist.name))


def _ids(picks: Iterable[Pick]) -> list[str]:
    return [pick.track.id for pick in picks if pick.track.id is not None]


def _without(ranking: Ranking, source: str, why: str) -> Ranking:
    missing = (*ranking.missing, (source, why))
    return msgspec.structs.replace(ranking, missing=missing)


# FOLDED A listener's ranking of the day for a wish: kept, still true, or made anew.

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
