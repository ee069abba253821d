"""The second wave: searches for music that the listener does not have yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from providers.fan_out import USUAL, fan_out
from providers.library import Library
from providers.listener import Listener
from providers.recommending.affinity import Affinity, GenreAffinity
from providers.recommending.leads import (
    Lead,
    alternating,
    asked,
    first,
    habits,
    resembling,
)
from providers.recommending.listening import Finding
from providers.recommending.similar import SimilarArtists
from providers.recommending.wishes import Facet

MOST_LEADS = 6
_RESEMBLED = 3  # of the closest artists, similar ones are asked for
_FOUND = 10


@dataclass(frozen=True, slots=True)
class Bearings:
    """From where to look: the listener's artists and genres, closest first."""

    artists: Mapping[str, Affinity]
    genres: Mapping[str, GenreAffinity]
    facets: Sequence[Facet]
    seed: int

    def leads(self) -> Iterator[Lead]:
        """What was asked for, else what the listener is close to."""
        if self.facets:
            return asked(self.facets, self.genres, seed=self.seed)
        return habits(self.artists, self.genres, seed=self.seed)


@dataclass(frozen=True, slots=True)
class Discovery:
    """What the searches brought; `missing` says why some of them brought nothing."""

    findings: tuple[Finding, ...]
    missing: str | None = None


async def discover(
    library: Library,
    listener: Listener,
    leads: Sequence[Lead],
    *,
    patience: float = USUAL.searches,
) -> Discovery:
    """All searches in parallel; those that fail or are late are left out."""
    with listener.turn.phase("discovery"):
        searches = {
            lead.query: library.search(listener, lead.query, ("track",), _FOUND)
            for lead in leads
        }
        outcome = await fan_out(searches, listener.deadline, patience=patience)
    found = tuple(
        lead.finding(outcome.results[lead.query].tracks)
        for lead in leads
        if lead.query in outcome.results
    )
    return Discovery(found, min(outcome.missing.values(), default=None))


async def chosen_leads(
    listener: Listener,
    bearings: Bearings,
    *,
    count: int,
    similar: SimilarArtists | None = None,
    patience: float = USUAL.similar,
) -> tuple[Lead, ...]:
    """At most `count` leads; with somebody to ask, also to artists like the closest."""
    count = max(0, min(count, MOST_LEADS))
    leads = bearings.leads()
    if similar is None or bearings.facets:
        return first(leads, count)
    closest = [
        affinity.name for affinity in islice(bearings.artists.values(), _RESEMBLED)
    ]
    calls = {name: similar.similar(listener, name) for name in closest}
    outcome = await fan_out(calls, listener.deadline, patience=patience)
    resembled = (resembling(name, found) for name, found in outcome.results.items())
    return first(alternating(alternating(*resembled), leads), count)
