"""Numbers as they are spoken and as they are written, in digits."""

import re

from text_to_num import alpha2digit

_LANGUAGES = frozenset(("de", "en", "es", "fr", "it", "nl", "pt"))
"""Those whose number words the library knows."""

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
    """The same words with number words, roman numerals, years and decades in digits.

    `text` is lower case without punctuation. English numbers are understood in every
    language, because names are English everywhere.

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
    """Digits for II to XXXIX; a lone I is a number only at the end of a name."""
    if not word or (word == "i" and not ends) or not _ROMAN.fullmatch(word):
        return word
    values = [_ROMAN_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    return str(sum(-one if one < after else one for one, after in pairs))
