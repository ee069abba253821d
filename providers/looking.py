"""Which tracks the listener has saved already: one look at their shelf."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from providers.fan_out import fan_out
from providers.library import Library
from providers.listener import Listener
from providers.recommender import confirmed
from providers.recommending.evidence import Pick, Ranking

AT_ONCE = 40
"""Tracks that one call can tell about."""

SOURCE = "saved_check"


@dataclass(frozen=True, slots=True)
class Look:
    """Of the tracks `asked` about, the `saved` ones; `missing` says why there is no
    answer. All are ids."""

    asked: tuple[str, ...] = ()
    saved: frozenset[str] = frozenset()
    missing: str | None = None

    def applied(self, ranking: Ranking) -> Ranking:
        """Without what is saved; where there is no answer that is named, and the
        picks stay."""
        others = tuple(gap for gap in ranking.missing if gap[0] != SOURCE)
        if self.missing is not None:
            others = (*others, (SOURCE, self.missing))
            return msgspec.structs.replace(ranking, missing=others)
        if not self.asked:
            return ranking
        ranking = msgspec.structs.replace(ranking, missing=others)
        return confirmed(ranking, self.asked, self.saved)


def unknown(picks: Iterable[Pick]) -> tuple[str, ...]:
    """The first tracks of which it is not known whether they are saved, as many as
    one look can tell about."""
    ids = (pick.track.id for pick in picks if not pick.checked)
    return tuple(dict.fromkeys(one for one in ids if one is not None))[:AT_ONCE]


async def look(
    library: Library, listener: Listener, asked: Sequence[str], *, patience: float
) -> Look:
    """Makes one call, or none where nothing is asked."""
    if not asked:
        return Look()
    with listener.turn.phase(SOURCE):
        calls = {SOURCE: library.saved_among(listener, asked)}
        outcome = await fan_out(calls, listener.deadline, patience=patience)
    if SOURCE in outcome.results:
        return Look(tuple(asked), outcome.results[SOURCE])
    return Look(missing=outcome.missing[SOURCE])
