"""Joining: how texts stand side by side in a language, in lists and after words.

CLDR's patterns of lists do not know the next word, and neither does a message: French
elides "de Odette" to "d'Odette", Spanish says "e Invierno" and "u Orchard", Italian
"ed Electric Alibi" and "ad Amber". Names in music are English more often than not, so
a name counts by its English sound where the two languages differ.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import chain

from babel import Locale
from babel.lists import format_list

# Before a vowel, but not "One" and "Once" with the sound of a w, "U2" and "Unity" with
# that of a y, "onze" and "oui". An h counts as mute in French words only.
_FRENCH_VOWEL = (
    r"(?!on(?:e|ce|ze)\b|oui|u(?:[0-9ks]\b|ni|s[ae]))"
    r"(?:[aàâæeéèêëiîïoôœuùûü]|y(?=[bcdfgklmnprstvz])"
    r"|h(?:iver|eure|istoire|omme|orizon|ymne|[ée]l[èe]ne|enri))"
)
# Before the sound of an i, which the diphthongs of "hielo" and an English "I", "Ice",
# "Iron" or "Idol" do not begin with, nor "Highway" and "Hidden", where the h is heard.
# https://www.fundeu.es/recomendacion/e-delante-de-i-o-hi-pero-y-ante-hie-hia-o-hio/
_SPANISH_I = (
    r"i(?!['’ aeou]|$|ce\b|cy\b|ron|sland|sle|vory|vy\b|dle|dol)"
    r"|y(?=[bcdfgklmnprstvz])"
    r"|hi(?:j|storia|mno|lo\b|los\b|spa|dalg|lda|ri[eo]|berna)"
)
_SPANISH_O = r"[oó](?!n(?:e|ce)\b)|ho(?:y\b|la\b|ra|ja|mbre|guera|rizonte)"

_RULES = {
    "fr": (("de ", "d'", _FRENCH_VOWEL), ("que ", "qu'", _FRENCH_VOWEL)),
    "es": (("y ", "e ", _SPANISH_I), ("o ", "u ", _SPANISH_O)),
    "it": (("e ", "ed ", "[eèé]"), ("a ", "ad ", "[aà]")),
}
"""By language: a word, what it becomes, and what the text after it begins with."""

# What stands before a name and is not heard: SSML tags, quotation marks.
_SILENT = r"(?:<[^>]*>|[\"'“”«»‘’¿¡(]|\s)*"

# Between the texts of a spoken list: 0.35 s are heard, and do not sound like an end.
_PAUSE = '<break time="350ms"/>'
_COMMA = re.compile("[,،、，]")

_PLACEHOLDER = "\ue000"  # an element of a list whose separators are wanted
_LENGTHS = 64  # list lengths whose separators are kept

_Rule = tuple[str, str, re.Pattern[str]]


def joined_word(language: str) -> Callable[[str, str], str] | None:
    """Return what fits the last word of a text to the text after it; None for nothing.

    >>> joined_word("fr")("Letters de ", "Odette")
    "Letters d'"
    """
    rules: tuple[_Rule, ...] = tuple(
        (word, other, re.compile(f"{_SILENT}(?:{begin})", re.IGNORECASE))
        for word, other, begin in _RULES.get(language, ())
    )
    return partial(_fitted, rules) if rules else None


def _fitted(rules: Sequence[_Rule], before: str, after: str) -> str:
    for word, other, begin in rules:
        if before.endswith(word) and begin.match(after):
            head = before.removesuffix(word)
            if not head or not head[-1].isalnum():
                return head + other
    return before


class ListFormatter:
    """Join texts as a locale speaks lists: "A, B and C".

    The conjunction fits the last text where the language wants that.
    """

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._join = joined_word(locale.language)
        self._separators = lru_cache(_LENGTHS)(self._find_separators)

    def join(self, texts: Sequence[str], *, aloud: bool = False) -> str:
        """Return the texts as one list; one text unchanged, no text as "".

        A list that is spoken has pauses where a text has a comma itself: else nobody
        would hear where "Earth, Wind & Fire" ends.
        """
        if len(texts) < 2:
            return "".join(texts)
        separators = self._separators(len(texts))
        if aloud and _COMMA.search("\n".join(texts)):
            inner = [_with_pause(separator) for separator in separators[1:-1]]
            separators = (separators[0], *inner, separators[-1])
        if self._join is not None:
            last = self._join(separators[-2], texts[-1])
            separators = (*separators[:-2], last, separators[-1])
        return "".join(chain(*zip(separators, [*texts, ""], strict=True)))

    def _find_separators(self, count: int) -> tuple[str, ...]:
        """Return what stands before, between and after `count` texts."""
        text = str(format_list([_PLACEHOLDER] * count, locale=self._locale))
        return tuple(text.split(_PLACEHOLDER))


def _with_pause(separator: str) -> str:
    """Return the separator with a pause for its comma, or before it."""
    with_pause, commas = _COMMA.subn(_PAUSE, separator)
    return with_pause if commas else _PAUSE + separator
