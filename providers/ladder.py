"""From a taste to a ranking, one rung lower wherever the one above does not hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from providers.discovery import Bearings, Discovery, chosen_leads, discover
from providers.fan_out import USUAL, Patience, fan_out, together
from providers.library import TasteLibrary
from providers.listener import Listener
from providers.looking import Look, look, unknown
from providers.music import Playlist, Track
from providers.recommender import Occasion, confirmed, rank, rank_own
from providers.recommending.affinity import affinities, genre_affinities
from providers.recommending.evidence import Evidence, Pick, Ranking
from providers.recommending.fusion import chance
from providers.recommending.listening import Finding, Taste
from providers.recommending.similar import SimilarArtists
from providers.recommending.wishes import Facet

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
