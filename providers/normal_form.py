"""Names and spoken words in one spelling, so that they can be compared."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from providers.japanese import has_kana, in_hiragana, without_japanese_fillers
from providers.spoken_numbers import numbers_as_digits

_KEPT = 16_384
"""Names of which the form is kept: about 400 bytes each."""

# Letters that Unicode does not take apart, spelt as recognisers spell them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_SIGNS = (
    (re.compile(r"</?3|[:;]-?[)(]"), " "),
    (re.compile(r"\bw/\s?"), "with "),
    (re.compile(r"['’]n['’]"), " and "),
    (re.compile(r"[&+]"), " and "),
    (re.compile(r"@"), " at "),
    # "A$AP", "Ke$ha", "P!nk": signs in the middle of a word stand for letters.
    (re.compile(r"(?<=\w)\$|\$(?=[^\W\d])"), "s"),
    (re.compile(r"(?<=[^\W\d])!(?=[^\W\d])"), "i"),
    (re.compile(r"(?<=\w)['’](?=\w)|['’](?=\d)"), ""),
    (re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\s|$)"), ""),
)
_DIGITS = re.compile(r"\d+")
_INITIALS = re.compile(r"\b[^\W\d](?: [^\W\d]\b)+")
_ANDS = {
    "de": ("und",), "es": ("y", "e"), "fr": ("et",), "it": ("e", "ed"), "pt": ("e",),
}  # fmt: skip
_WITHS = {
    "de": ("mit",), "es": ("con",), "fr": ("avec",), "it": ("con",), "pt": ("com",),
}  # fmt: skip
# Words that say only that it is a playlist, and whose.
_ENGLISH_FILLERS = "playlist playlists my the a"
_FILLERS = {
    language: frozenset(f"{_ENGLISH_FILLERS} {words}".split())
    for language, words in {
        "en": "",
        "de": "wiedergabeliste liste mein meine meinen meiner der die das",
        "es": "lista listas reproduccion mi mis el la los las de",
        "fr": "liste lecture ma mon mes le la les de",
        "it": "lista mia mio mie miei il la lo i le gli di",
        "pt": "lista minha meu minhas meus o a os as de",
    }.items()
}


class NormalForm(NamedTuple):
    """`words` in full, their `letters`, `core` without fillers; `kana` or not."""

    words: str
    letters: str
    core: str
    numbers: frozenset[str]
    kana: bool


@lru_cache(_KEPT)
def normal_form(text: str, language: str) -> NormalForm:
    """The comparable form of a name, or of what was heard in this language.

    Lower case, without accents and punctuation; signs, roman numerals, number words,
    decades and years in one spelling; initials joined; katakana as hiragana.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if not plain.replace(" ", "").isalnum():
        for sign, word in _SIGNS:
            plain = sign.sub(word, plain)
        plain = _letters_only(plain)
    plain = _INITIALS.sub(_joined, in_hiragana(plain))
    plain = numbers_as_digits(plain, language)
    words = [_translated(word, language) for word in _without_accents(plain).split()]
    core = without_japanese_fillers(_core(words, language))
    numbers = frozenset(_DIGITS.findall(plain))
    letters = "".join(words)
    return NormalForm(" ".join(words), letters, core, numbers, has_kana(text))


def _letters_only(text: str) -> str:
    """Everything but letters, their marks and digits becomes a space."""
    return "".join(
        c if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc") else " "
        for c in text
    )


def _without_accents(text: str) -> str:
    """Latin, Greek and Cyrillic letters bare; other scripts need their marks."""
    if text.isascii():
        return text
    kept: list[str] = []
    for c in unicodedata.normalize("NFD", text.translate(_LETTERS)):
        if unicodedata.category(c) != "Mn" or (kept and kept[-1] > "\u052f"):
            kept.append(c)
    return unicodedata.normalize("NFC", "".join(kept))


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(" ", "")


def _translated(word: str, language: str) -> str:
    if word == "n" or word in _ANDS.get(language, ()):
        return "and"
    return "with" if word in _WITHS.get(language, ()) else word


def _core(words: list[str], language: str) -> str:
    fillers = _FILLERS.get(language, _FILLERS["en"])
    return " ".join([word for word in words if word not in fillers] or words)
