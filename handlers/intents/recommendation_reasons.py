"""Why a pick was picked, in the listener's language: only what its evidence says."""

from collections.abc import Iterator, Mapping, Sequence

from handlers.intents.music_lists import Span
from handlers.responses import sanitizing
from handlers.responses.messages import Argument, Phrase, Text
from handlers.responses.phrases import NOTHING
from providers.errors import ScopeMissing
from providers.recommender.ranking.model import Evidence, Signal
from providers.recommender.ranking.query import Kind, Moods
from providers.recommender.service import RecommendationAnswer

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
            if about is None or sanitizing.for_speech(about):
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


# FOLDED What to be honest about before the picks: a wish unmet, lists that did not
# answer.

# How sources are named to a listener, who does not know of periods and endpoints.
_NAMES = {
    "top_artists_weeks": "source-favourites",
    "top_artists_months": "source-favourites",
    "top_artists_years": "source-favourites",
    "top_tracks_weeks": "source-favourites",
    "top_tracks_months": "source-favourites",
    "top_tracks_years": "source-favourites",
    "recent_plays": "source-plays",
    "saved_tracks": "source-saves",
    "saved_check": "source-saves",
    "followed_artists": "source-followed",
    "playlists": "source-playlists",
    "discovery": "source-discovery",
}


def joined(*notices: Text) -> Text:
    """Several notices as one."""
    said = [notice for notice in notices if notice != NOTHING]
    if not said:
        return NOTHING
    first, *rest = said
    if not rest:
        return first
    return Phrase("notices", {"first": first, "then": joined(*rest)})


def answer_notice(answer: RecommendationAnswer, heard: str | None) -> Text:
    """What these picks are, where they are not just what was asked for.

    `heard` are the words of the wish.
    """
    return joined(*_query_notice(answer, heard), *fallback_notice(answer))


def next_notice(answer: RecommendationAnswer) -> Text:
    """The same for picks that go on where the last ones ended."""
    return joined(*_query_notice(answer, None))


def missing_sources(answer: RecommendationAnswer) -> Text:
    """Which lists the answer had to do without, or has as they were earlier."""
    missing = dict(answer.stored.ranking.missing)
    for_scope = [one for one, why in missing.items() if why == ScopeMissing.reason]
    others = [one for one in missing if one not in for_scope]
    return joined(
        Phrase("stale", {}) if answer.stored.ranking.stale else NOTHING,
        _gap("notice-scope", for_scope),
        _gap("notice-missing", others),
    )


def _gap(key: str, sources: Sequence[str]) -> Text:
    if not sources:
        return NOTHING
    names = dict.fromkeys(_NAMES[one] for one in sources if one in _NAMES)
    return Phrase(key, {"sources": [Phrase(name, {}) for name in sorted(names)]})


def _query_notice(answer: RecommendationAnswer, heard: str | None) -> Iterator[Text]:
    if answer.restarted:
        yield Phrase("notice-again", {})
    if answer.unmet and heard is not None:
        yield Phrase("notice-unmet", {"heard": heard})
    elif answer.unmet:
        yield Phrase(f"notice-nothing-{answer.novelty}", {})


def fallback_notice(answer: RecommendationAnswer) -> Iterator[Text]:
    if answer.stored.playlists_searched:
        yield Phrase("notice-searched", {"count": answer.stored.playlists_searched})
    elif answer.stored.ranking.fallback == "heard":
        yield Phrase("notice-heard", {})
    elif answer.stored.ranking.fallback == "playlists":
        yield Phrase("notice-playlists", {})
