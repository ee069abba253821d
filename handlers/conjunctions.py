"""Lists as a language speaks them: "A, B and C", with the conjunction that fits C."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from babel import Locale
from babel.lists import format_list

_PLACE = "\ue000"  # a private-use character: no name that was cleaned holds one
_LENGTHS = 64
"""Lists of so many different lengths keep their separators."""

# CLDR's patterns leave two things to the caller. Spanish "y" becomes "e" before the
# sound of an i, which the diphthongs of "hielo" and an English "I", "Ice" or "Iron"
# do not begin with. Italian "e" becomes "ed" before another e.
# https://www.fundeu.es/recomendacion/e-delante-de-i-o-hi-pero-y-ante-hie-hia-o-hio/
_SPANISH_I = r"h?i(?!['’ aeou]|$|ce\b|cy\b|ron|sland|sle|vory|vy\b)"
_ADAPTED = {
    "es": (" y ", " e ", re.compile(_SPANISH_I, re.IGNORECASE)),
    "it": (" e ", " ed ", re.compile("[eèé]", re.IGNORECASE)),
}


class Conjunctions:
    """Joins what is said in one locale."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._adapted = _ADAPTED.get(locale.language)
        self._separators = lru_cache(_LENGTHS)(self._found_separators)

    def join(self, texts: Sequence[str]) -> str:
        """The texts as one list; one text is left as it is, and of none nothing."""
        if len(texts) < 2:
            return "".join(texts)
        between = self._separators(len(texts))
        if self._adapted:
            plain, other, before = self._adapted
            if between[-2] == plain and before.match(texts[-1]):
                between = (*between[:-2], other, between[-1])
        return "".join(chain(*zip(between, [*texts, ""], strict=True)))

    def _found_separators(self, count: int) -> tuple[str, ...]:
        """What stands before, between and after so many things."""
        text = str(format_list([_PLACE] * count, locale=self._locale))
        return tuple(text.split(_PLACE))
