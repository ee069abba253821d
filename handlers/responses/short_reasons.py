"""Short reasons: what a reason leaves out of what has just been said with its song."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
    is no time for it. OPENED: what was said before the song begins the sentence, "Also
    for driving: …"; OPENED_BECAUSE: a reason follows all the same.
    """

    REASON = "reason"
    NOTHING = "nothing"
    OPENED = "opened"
    OPENED_BECAUSE = "opened-because"

    @classmethod
    def of(
        cls, reason: Phrase | None, named: Collection[str], *, opened: bool = False
    ) -> "Told":
        """Return what is said of a pick whose artists were named; `reason` if any."""
        is_wish = reason is not None and reason.key == _ASKED_ARTIST
        if reason is None or (is_wish and reason.arguments["about"] in named):
            return cls.OPENED if opened else cls.NOTHING
        return cls.OPENED_BECAUSE if opened else cls.REASON

    @property
    def without_reason(self) -> "Told":
        """The same without a reason."""
        is_opened = self in (Told.OPENED, Told.OPENED_BECAUSE)
        return Told.OPENED if is_opened else Told.NOTHING


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

    That is the fact about the listener, where with how a pick meets the wish it is more
    than a breath; and the reason, where it takes more than twelve seconds with what was
    said before the song. `spoken` returns the answer that the arguments make.
    """
    reason, way = about["reason"], about["told"]
    if way is Told.OPENED_BECAUSE and is_more_than_a_breath(spoken(), language):
        about["told"] = Told.OPENED
    if (
        isinstance(reason, Phrase)
        and reason.key == REASON_AND_WISH
        and isinstance(wish := reason.arguments["wish"], Phrase)
        and is_more_than_a_breath(spoken(), language)
    ):
        key = wish.key.replace("wish-", "reason-", 1)
        about["reason"] = Phrase(key, wish.arguments)
    is_late = about["notice"] != NOTHING and _words(spoken(), language) > _MOST_WORDS
    if is_late and isinstance(way, Told):
        about["told"] = way.without_reason


def is_more_than_a_breath(text: str, language: str) -> bool:
    """Return whether an answer with two reasons takes longer than nine seconds."""
    return _words(text, language) > _WORDS


def _words(text: str, language: str) -> float:
    return len(text) / _LETTERS_A_WORD if language == "ja" else len(text.split())


def facts_to_tell(
    picks: Iterable[Sequence[int]], before: Sequence[int]
) -> tuple[int, ...]:
    """Return of the `numbers_of` the facts of each pick the one to tell.

    It is the strongest whose artist or playlist was not told of before; `before` are
    the fingerprints of the last facts.
    """
    chosen: list[int] = []
    for facts in picks:
        fresh = [each for each in facts if each not in before and each not in chosen]
        chosen.append(fresh[0] if fresh else facts[0])
    return tuple(chosen)
