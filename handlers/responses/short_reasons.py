"""Short reasons: what a reason leaves out of what has just been said with its song."""

from collections.abc import Callable, Collection, Mapping
from enum import Enum

from handlers.responses.localization import NOTHING, Argument, Phrase

REASON_AND_WISH = "reason-both"
"""The message of a reason that tells how the wish is met, too."""

# The reasons that have a wording without the artist's name, "you follow them", and the
# argument that holds the name.
_SHORT_WITHOUT: Mapping[str, str] = {
    "reason-top-artist": "about",
    "reason-top-tracks": "about",
    "reason-played": "about",
    "reason-listed": "about",
    "reason-neighbour": "artist",
    "reason-guest": "artist",
    "reason-liked": "about",
}

_ASKED_ARTIST = "reason-asked-artist"

_WORDS = 22  # of an answer with two reasons: nine seconds
_MOST_WORDS = 29  # of any answer: twelve seconds
_LETTERS_A_WORD = 3  # of Japanese


class Told(Enum):
    """Whether a reason is said; messages choose by it.

    NOTHING: it would only be the name of the artist, who has just been named, or there
    is no time for it.
    """

    REASON = "reason"
    NOTHING = "nothing"

    @classmethod
    def of(cls, reason: Phrase, named: Collection[str]) -> "Told":
        """Return what is said of a pick whose artists were named."""
        is_wish = reason.key == _ASKED_ARTIST
        return (
            cls.NOTHING
            if is_wish and reason.arguments["about"] in named
            else cls.REASON
        )


def reason_told(reason: Phrase, named: Collection[str]) -> dict[str, Argument]:
    """Return what is said of the reason after the named artists, as arguments."""
    return {"reason": without_names(reason, named), "told": Told.of(reason, named)}


def without_names(reason: Phrase, named: Collection[str]) -> Phrase:
    """Return the reason without the artist's name, where it has just been named."""
    about_them = reason.arguments.get("reason")
    if reason.key == REASON_AND_WISH and isinstance(about_them, Phrase):
        shorter = without_names(about_them, named)
        return Phrase(reason.key, {**reason.arguments, "reason": shorter})
    name = _SHORT_WITHOUT.get(reason.key)
    if name is None or reason.arguments.get(name) not in named:
        return reason
    return Phrase(f"{reason.key}-short", reason.arguments)


def shorten(
    about: dict[str, Argument], spoken: Callable[[], str], language: str
) -> None:
    """Leave out of the arguments of an answer what takes too long.

    That is how a pick meets the wish, where two reasons are more than a breath; and the
    reason, where it takes more than twelve seconds with what was said before the song.
    `spoken` returns the answer that the arguments make.
    """
    reason = about["reason"]
    if (
        isinstance(reason, Phrase)
        and reason.key == REASON_AND_WISH
        and isinstance(wish := reason.arguments["wish"], Phrase)
        and is_more_than_a_breath(spoken(), language)
    ):
        key = wish.key.replace("wish-", "reason-", 1)
        about["reason"] = Phrase(key, wish.arguments)
    if about["notice"] != NOTHING and _words(spoken(), language) > _MOST_WORDS:
        about["told"] = Told.NOTHING


def is_more_than_a_breath(text: str, language: str) -> bool:
    """Return whether an answer with two reasons takes longer than nine seconds."""
    return _words(text, language) > _WORDS


def _words(text: str, language: str) -> float:
    return len(text) / _LETTERS_A_WORD if language == "ja" else len(text.split())
