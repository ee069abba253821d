"""Normalisation: names and spoken words in one spelling, so that they can be compared.

Numbers, years, decades, signs, accents and kana get one spelling; fillers ("my",
"playlist") are left out.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from text_to_num import alpha2digit

from providers.name_matching.japanese import (
    has_kana,
    in_hiragana,
    without_japanese_fillers,
)

_LANGUAGES = frozenset(("de", "en", "es", "fr", "it", "nl", "pt"))
"""Languages whose number words `text_to_num` knows."""

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}

_YEAR = re.compile(r"\b(19|20) (\d\d)\b")

_YEAR_OH = re.compile(r"\b(19|20) (?:oh|o|0|null|zero) (\d)\b")

_DECADE = re.compile(
    r"\b(?:19)?([2-9]0) ?(?:s|er|ern|年代)(?=\s|$)"
    r"|\b(?:anos|años|anni|annees|années|los|gli) (?:19)?([2-9]0)\b"
)

_DECADE_WORDS = {
    "en": "twenties thirties forties fifties sixties seventies eighties nineties",
    "de": "zwanziger dreissiger vierziger fuenfziger sechziger siebziger achtziger "
    "neunziger",
    "es": "veinte treinta cuarenta cincuenta sesenteras setenteras ochenteras "
    "noventeras",
}

_DECADES = {
    word: f"{tens}0s"
    for words in _DECADE_WORDS.values()
    for tens, word in enumerate(words.split(), 2)
    if not word.endswith("nta") and word != "veinte"
} | {"fünfziger": "50s", "dreißiger": "30s"}


def numbers_as_digits(text: str, language: str) -> str:
    """Return the text with number words, roman numerals, years and decades in digits.

    `text` must be lower case without punctuation. English numbers are understood in
    every language, because names are English everywhere.

    >>> numbers_as_digits("best of the nineties vol ii", "en")
    'best of the 90s vol 2'
    >>> numbers_as_digits("top fifty twenty twenty four", "en")
    'top 50 2024'
    """
    words = text.split()
    last = len(words) - 1
    text = " ".join(
        _DECADES.get(word) or _from_roman(word, ends=0 < place == last)
        for place, word in enumerate(words)
    )
    for known in dict.fromkeys((language, "en")):
        if known in _LANGUAGES and not text.isdigit():
            text = alpha2digit(text, known, 0)
    if not any(map(str.isdigit, text)):
        return text
    text = _YEAR_OH.sub(r"\g<1>0\2", _YEAR.sub(r"\1\2", text))
    return _DECADE.sub(lambda m: f"{m[1] or m[2]}s", text)


def _from_roman(word: str, *, ends: bool) -> str:
    """Return digits for II to XXXIX; a lone I is a number only at the end of a name."""
    if not word or (word == "i" and not ends) or not _ROMAN.fullmatch(word):
        return word
    values = [_ROMAN_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    return str(sum(-one if one < after else one for one, after in pairs))


LONGEST_NAME = 200
"""Characters of a name that are compared: what is spoken is at most 120 long.

Names come from strangers. Uncut, a name of 100 kB took 1.8 s, and stayed in memory.
"""

_CACHED_FORMS = 16_384
"""Names whose normal form is cached in memory: about 400 bytes each."""

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
    """A name in the spelling that names are compared in.

    `words`: all words, separated by spaces. `letters`: the words without spaces.
    `core_words`: the words without fillers. `numbers`: the numbers in it, as digits.
    `kana`: the name contains kana.
    """

    words: str
    letters: str
    core_words: str
    numbers: frozenset[str]
    kana: bool


def normal_form(text: str, language: str) -> NormalForm:
    """Return the form in which a name, or what was spoken, is compared.

    `language` is the language code of the speaker ("en", "ja"). The form is lower case
    without accents and punctuation; signs, roman numerals, number words, decades and
    years have one spelling; initials are joined; katakana becomes hiragana. Only the
    first `LONGEST_NAME` characters count.
    """
    return _normal_form(text[:LONGEST_NAME], language)


def artist_match_key(name: str) -> str:
    """Return the spelling in which artists' names are compared, in any language.

    Lower case without accents, punctuation, spaces and the English article; "&" is
    "and"; katakana is hiragana. A name of signs alone stays as it is. Spoken names
    need `normal_form`.

    >>> [artist_match_key(name) for name in ("The Cure", "Cure, The", "AC/DC", "!!!")]
    ['cure', 'cure', 'acdc', '!!!']
    """
    plain = unicodedata.normalize("NFKC", name[:LONGEST_NAME]).casefold()
    words = _without_accents(_words_only(plain[:LONGEST_NAME])).split()
    if len(words) > 1 and set(words) != {"the"}:  # there is a band named The The
        if words[0] == "the":
            del words[0]
        elif words[-1] == "the" and "," in plain:
            del words[-1]
    inner = ("and" if word == "n" else word for word in words[1:-1])
    letters = "".join((*words[:1], *inner, *words[1:][-1:]))
    return letters or "".join(plain.split())


@lru_cache(_CACHED_FORMS)
def _normal_form(text: str, language: str) -> NormalForm:
    # One character may become eighteen by NFKC, and three by case folding.
    plain = unicodedata.normalize("NFKC", text).casefold()[:LONGEST_NAME]
    plain = _INITIALS.sub(_joined, _words_only(plain))
    plain = numbers_as_digits(plain, language)
    words = [_translated(word, language) for word in _without_accents(plain).split()]
    core = without_japanese_fillers(_core_words(words, language))
    numbers = frozenset(_DIGITS.findall(plain))
    letters = "".join(words)
    return NormalForm(" ".join(words), letters, core, numbers, has_kana(text))


def _words_only(text: str) -> str:
    """Return the text with signs as words, without punctuation, and in hiragana."""
    if not text.replace(" ", "").isalnum():
        for sign, word in _SIGNS:
            text = sign.sub(word, text)
        text = _letters_only(text)
    return in_hiragana(text)


def _letters_only(text: str) -> str:
    """Return the text with a space for all but letters, their marks and digits."""
    return "".join(
        c if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc") else " "
        for c in text
    )


def _without_accents(text: str) -> str:
    """Return Latin, Greek and Cyrillic letters bare; other scripts need their marks."""
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


def _core_words(words: list[str], language: str) -> str:
    fillers = _FILLERS.get(language, _FILLERS["en"])
    return " ".join([word for word in words if word not in fillers] or words)
