"""What a listener wishes for, from the slots: resolved, heard, or nonsense."""

from dataclasses import dataclass
from typing import cast

from ask_sdk_core.handler_input import HandlerInput

from handlers import slots
from providers.recommender.ranking.query import Kind, Moods, Novelty, Wish, bare

_SLOTS: tuple[Kind, ...] = ("mood", "activity", "genre")


@dataclass(frozen=True, slots=True)
class Heard:
    """A wish, and the words to name it by if nothing meets it; None without any."""

    wish: Wish
    words: str | None = None


class Wishes:
    """Reads slots with the help of the moods file.

    A recogniser may put a word into the wrong slot ("some calm" as a genre), so each
    word is looked up in all three tables before it is taken for a genre's name.
    """

    def __init__(self, moods: Moods) -> None:
        self._moods = moods

    def heard(self, handler_input: HandlerInput, language: str) -> Heard:
        sides: dict[str, str] = {}
        words: list[str] = []
        for kind in _SLOTS:
            heard = slots.heard(handler_input, kind)
            if heard is not None:
                said = bare(heard, language)
                found = self._side(handler_input, kind, said, language)
                sides.setdefault(*found)
                words.append(said)
        novelty = _novelty(handler_input)
        misheard = slots.heard(handler_input, "novelty") if novelty is None else None
        meant = misheard and self._named(bare(misheard, language), language)
        if misheard and meant:
            sides.setdefault(*meant)
            words.append(misheard)
        artist = slots.heard(handler_input, "artist")
        if artist is not None:
            sides.setdefault(*(self._named(artist, language) or ("artist", artist)))
            words.append(artist)
        wish = Wish(**sides, novelty=novelty)
        return Heard(wish, " ".join(words) or None)

    def _side(
        self, handler_input: HandlerInput, kind: Kind, said: str, language: str
    ) -> tuple[str, str]:
        """Which side of a wish a slot's word is, and its value."""
        for entry in slots.resolved(handler_input, kind):
            if self._moods.get(kind, entry):
                return kind, entry
        return self._named(said, language) or ("genre", said)

    def _named(self, said: str, language: str) -> tuple[str, str] | None:
        for kind in _SLOTS:
            if found := self._moods.find(kind, said, language):
                return kind, found.id
        return None


def _novelty(handler_input: HandlerInput) -> Novelty | None:
    for entry in slots.resolved(handler_input, "novelty"):
        if entry in ("new", "familiar"):
            return cast("Novelty", entry)
    return None
