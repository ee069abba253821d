"""What to be honest about before the picks: a wish unmet, lists that did not answer."""

from collections.abc import Iterator, Sequence

from handlers.language import Phrase, Text
from handlers.phrases import NOTHING
from providers.errors import ScopeMissing
from providers.recommender.service import Answer

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


def together(*notices: Text) -> Text:
    """Several notices as one."""
    said = [notice for notice in notices if notice != NOTHING]
    if not said:
        return NOTHING
    first, *rest = said
    if not rest:
        return first
    return Phrase("notices", {"first": first, "then": together(*rest)})


def of_answer(answer: Answer, heard: str | None) -> Text:
    """What these picks are, where they are not just what was asked for.

    `heard` are the words of the wish.
    """
    return together(*_of_wish(answer, heard), *_of_rung(answer))


def of_more(answer: Answer) -> Text:
    """The same for picks that go on where the last ones ended."""
    return together(*_of_wish(answer, None))


def of_gaps(answer: Answer) -> Text:
    """Which lists the answer had to do without, or has as they were earlier."""
    missing = dict(answer.record.ranking.missing)
    for_scope = [one for one, why in missing.items() if why == ScopeMissing.reason]
    others = [one for one in missing if one not in for_scope]
    return together(
        Phrase("stale", {}) if answer.record.ranking.stale else NOTHING,
        _gap("notice-scope", for_scope),
        _gap("notice-missing", others),
    )


def _gap(key: str, sources: Sequence[str]) -> Text:
    if not sources:
        return NOTHING
    names = dict.fromkeys(_NAMES[one] for one in sources if one in _NAMES)
    return Phrase(key, {"sources": [Phrase(name, {}) for name in sorted(names)]})


def _of_wish(answer: Answer, heard: str | None) -> Iterator[Text]:
    if answer.again:
        yield Phrase("notice-again", {})
    if answer.unmet and heard is not None:
        yield Phrase("notice-unmet", {"heard": heard})
    elif answer.unmet:
        yield Phrase(f"notice-nothing-{answer.novelty}", {})


def _of_rung(answer: Answer) -> Iterator[Text]:
    if answer.record.searched:
        yield Phrase("notice-searched", {"count": answer.record.searched})
    elif answer.record.ranking.rung == "heard":
        yield Phrase("notice-heard", {})
    elif answer.record.ranking.rung == "playlists":
        yield Phrase("notice-playlists", {})
