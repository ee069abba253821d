"""Notices: what is missing or old, and how long to wait, said before an answer."""

from collections.abc import Sequence
from enum import Enum, StrEnum
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.responses.localization import NOTHING, Phrase, Text
from handlers.responses.sanitizing import bounded
from providers.errors import ScopeMissing
from providers.music import Listing, T
from providers.name_matching.matcher import Verdict, decide
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.ranking.recommendation_query import (
    Moods,
    RecommendationQuery,
)
from providers.recommender.service import RecommendationAnswer

# How sources are named to a listener, who does not know of periods and endpoints.
_SOURCES = {
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

_DAY = 24 * 60 * 60  # seconds
_LONGEST_IN_HOURS = 1.5 * _DAY
_LONGEST_WAIT = 36 * 3600  # seconds; a longer wait ends later than tomorrow


_LIKE_ARTIST = ("asked_artist", "kindred")
_RELATED = ("neighbour", "similar", "liked_neighbour")


class NextPick(Protocol):
    """Reads out the next recommendation after a notice."""

    async def next(
        self, handler_input: HandlerInput, notice: Text = NOTHING
    ) -> Response:
        """Read it out."""
        ...


class WaitUnit(Enum):
    """How a time to wait is told; the message `wait` chooses its wording by it."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    TOMORROW = "tomorrow"
    LATER = "later"


def wait(seconds: float) -> tuple[WaitUnit, int]:
    """Return a time to wait as people say it: in minutes, in hours, or tomorrow.

    The unit and its number are arguments of the message `wait`.
    """
    if not seconds < _LONGEST_WAIT:  # infinite and no number included
        return WaitUnit.LATER, 1
    unit, count = _rounded(seconds)
    is_soon = unit is WaitUnit.MINUTES or count <= 16
    return (unit, count) if is_soon else (WaitUnit.TOMORROW, 1)


def _rounded(seconds: float) -> tuple[WaitUnit, int]:
    """Return a time in minutes up to ten, in fives up to fifty, and then in hours."""
    minutes = max(1, round(seconds / 60))
    if minutes <= 10:
        return WaitUnit.MINUTES, minutes
    if minutes <= 50:
        return WaitUnit.MINUTES, round(minutes / 5) * 5
    return WaitUnit.HOURS, max(1, round(minutes / 60))


def stale(seconds: float | None) -> Phrase:
    """Return the sentence that says how old an answer is; None where nobody knows."""
    known = seconds is not None and seconds < _LONGEST_WAIT
    unit, count = _rounded(seconds) if seconds and known else (WaitUnit.LATER, 1)
    return Phrase("stale", {"unit": unit, "count": count})


def ago(seconds: float) -> Phrase:
    """Return how long ago something was: in minutes, in hours, or in days."""
    days = round(seconds / _DAY)
    long_ago = seconds >= _LONGEST_IN_HOURS
    unit, count = (WaitUnit.DAYS, days) if long_ago else _rounded(max(seconds, 1))
    return Phrase("ago", {"unit": unit, "count": count})


def completeness_notice(listing: Listing[T]) -> Text:
    """Return sentences that say that the list is incomplete, has gaps or is old.

    Each sentence ends with a space; nothing for a whole and fresh list.
    """
    partial: Text = NOTHING
    if not listing.complete:
        read = {"read": len(listing.items), "total": listing.total}
        partial = Phrase("partial", read)
    elif listing.stale_for is not None:
        partial = stale(listing.stale_for)
    if not listing.unreadable:
        return partial
    return joined(Phrase("unreadable", {"count": listing.unreadable}), partial)


def more_like(name: str) -> Text:
    """Return that songs like what is called so follow."""
    return Phrase("notice-more-like", {"track": bounded(name)})


def joined(*notices: Text) -> Text:
    """Return several notices as one text; nothing where all of them are empty."""
    texts = [notice for notice in notices if notice != NOTHING]
    if not texts:
        return NOTHING
    first, *rest = texts
    if not rest:
        return first
    return Phrase("notices", {"first": first, "then": joined(*rest)})


class Wished(StrEnum):
    """What nothing met; messages choose by it."""

    MOOD = "mood"
    ACTIVITY = "activity"
    SEVERAL = "several"
    OTHER = "other"


def unmet(
    moods: Moods, query: RecommendationQuery, words: str | None, language: str
) -> Text:
    """Return that nothing meets the query.

    It is told in words of `language`, or by the artist who was named; else in the
    listener's own `words`. `NOTHING` where there are none.
    """
    named = moods.described(query, language)
    kind = Wished.MOOD if query.mood else Wished.OTHER
    kind = Wished.ACTIVITY if query.activity else kind
    if artist := query.performer or query.artist:
        return unmet_name(artist)
    if len(named) > 1:
        kind = Wished.SEVERAL
    elif not named and words is not None:
        named = [words]
    if not named:
        return NOTHING
    return Phrase("notice-unmet", {"kind": kind, "heard": named[0]})


def unmet_name(name: str) -> Phrase:
    """Return that nothing by or like an artist of this name was found."""
    return Phrase("notice-unmet", {"kind": Wished.OTHER, "heard": name})


def unmet_artist(
    picks: Sequence[Pick], query: RecommendationQuery, language: str
) -> Text:
    """Return that the first pick is not like the artist who was asked for.

    Only where a mood or the like was asked for, too: a pick may meet that alone.
    """
    beside = query.mood or query.activity or query.genre or query.era
    if query.artist is None or not beside or not picks:
        return NOTHING
    evidence = picks[0].evidence
    near = [f.about for f in evidence if f.signal in _RELATED and f.about]
    called = decide(query.artist, near, language=language).verdict is Verdict.ACT
    if called or any(fact.signal in _LIKE_ARTIST for fact in evidence):
        return NOTHING
    return Phrase("notice-no-artist", {"artist": query.artist})


def familiarity_notice(pick: Pick, before: Pick | None) -> Text:
    """Return that a song is new, or known, unless the song before it was the same."""
    is_new = pick.familiarity == "discovery"
    is_same = before is not None and is_new == (before.familiarity == "discovery")
    if is_same or pick.familiarity == "habit":
        return NOTHING
    return Phrase("notice-new" if is_new else "notice-heard", {})


def missing_sources(answer: RecommendationAnswer) -> Text:
    """Return which sources are missing, lack a permission, or are old."""
    missing = dict(answer.stored.ranking.missing)
    for_scope = [name for name, why in missing.items() if why == ScopeMissing.reason]
    others = [name for name in missing if name not in for_scope]
    return joined(
        stale(None) if answer.stored.ranking.stale else NOTHING,
        _source_notice("notice-scope", for_scope),
        _source_notice("notice-missing", others),
    )


def _source_notice(key: str, sources: Sequence[str]) -> Text:
    if not sources:
        return NOTHING
    keys = {_SOURCES[name] for name in sources if name in _SOURCES}
    return Phrase(key, {"sources": [Phrase(name, {}) for name in sorted(keys)]})
