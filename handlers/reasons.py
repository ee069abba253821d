"""Why a pick was picked, in the listener's language: only what its evidence says."""

from collections.abc import Iterator, Mapping, Sequence

from handlers import names
from handlers.language import Argument, Phrase
from handlers.track_lists import Span
from providers.recommender.ranking.model import Evidence, Signal
from providers.recommender.ranking.query import Kind, Moods

# Where a fact's `about` is an entry of the moods file, the entry's own name is said.
_KINDS: Mapping[Signal, Kind] = {
    "mood": "mood",
    "activity": "activity",
    "asked_genre": "genre",
}
_FITS = Phrase("reason-fits", {})
_TOLD = 3


class Reasons:
    """Says evidence; facts about names that cannot be said are passed over."""

    def __init__(self, moods: Moods) -> None:
        self._moods = moods

    def first(self, evidence: Sequence[Evidence], language: str) -> Phrase:
        """The strongest fact that can be said; that it fits, where none can."""
        return next(self._sayable(evidence, language), _FITS)

    def all(self, evidence: Sequence[Evidence], language: str) -> list[Phrase]:
        """The strongest facts, three at most; at least that it fits."""
        found = list(self._sayable(evidence, language))[:_TOLD]
        return found or [_FITS]

    def _sayable(self, evidence: Sequence[Evidence], language: str) -> Iterator[Phrase]:
        for fact in evidence:
            about = self._about(fact, language)
            if about is None or names.spoken(about):
                yield Phrase(f"reason-{_key(fact)}", _arguments(fact, about))

    def _about(self, fact: Evidence, language: str) -> str | None:
        kind = _KINDS.get(fact.signal)
        if kind is None or fact.about is None:
            return fact.about
        return self._moods.name(kind, fact.about, language)


def _key(fact: Evidence) -> str:
    return fact.signal.replace("_", "-")


def _arguments(fact: Evidence, about: str | None) -> dict[str, Argument]:
    given: dict[str, Argument] = {}
    if about is not None:
        given["about"] = about
    if fact.period is not None:
        given["span"] = Span(fact.period)
    if fact.count is not None:
        given["count"] = fact.count
    return given
