"""Normalisation: names and spoken words in one spelling, so that they can be compared.

Numbers, years, decades, signs, abbreviations, accents and kana get one spelling;
fillers ("my", "playlist") are left out.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from providers.lazy_imports import deferred_pattern
from providers.name_matching.japanese import (
    foreign_words_in_latin,
    has_kana,
    in_hiragana,
    reading,
    without_japanese_fillers,
)
from providers.name_matching.numbers import (
    letter_ranges,
    numbers_as_digits,
    signs_as_words,
)
from providers.name_matching.vocabulary import (
    content_words,
    folded,
    translated,
    uncensored,
    without_fillers,
)

LONGEST_NAME = 200
"""Characters of a name that are compared: what is spoken is at most 120 long.

Names come from strangers. Uncut, a name of 100 kB took 1.8 s, and stayed in memory.
"""

_CACHED_FORMS = 16_384
"""Names whose normal form is cached in memory: about 700 bytes each."""

# Letters that Unicode does not take apart, spelt as recognisers spell them.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)

# Cyrillic, Greek and the parts of Korean syllables, as recognisers of other languages
# spell what they hear; "-" is silent.
_ALPHABETS = (
    ("а", "a b v g d e zh z i - k l m n o p r s t u f h ts ch sh sh - y - e yu ya"),
    ("α", "a v g d e z i th i k l m n x o p r s s t i f h ps o"),
    ("\u1100", "g kk n d tt r m b pp s ss - j jj ch k t p h"),
    ("\u1161", "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"),
    (
        "\u11a8",
        "k kk ks n nj nh t l lk lm lp ls lt lp l m p ps t t ng t t k t p t",
    ),
)
_IN_LATIN = str.maketrans(
    {
        chr(ord(first) + place): spelling.strip("-")
        for first, spellings in _ALPHABETS
        for place, spelling in enumerate(spellings.split())
    }
)

# What compatibility normalisation would turn into digits that mean something else.
_FRACTIONS = str.maketrans({"½": " half ", "¼": " quarter ", "¾": " three quarters "})

_SIGNS = (
    (deferred_pattern(r"\bi (?:<3|[♥❤♡])"), "i love "),
    (deferred_pattern(r"</?3|[:;]-?[)(]"), " "),
    (deferred_pattern(r"\bw/o\b"), "without "),
    (deferred_pattern(r"\bw/\s?"), "with "),
    (deferred_pattern(r"['’`´]n['’`´]"), " and "),
    (deferred_pattern(r"(?<=\w)\+(?!\w)"), " plus "),
    (deferred_pattern(r"&|\+"), " and "),
    (deferred_pattern(r"@"), " at "),
    (deferred_pattern(r"%"), " percent "),
    (deferred_pattern(r"€"), " euro "),
    (deferred_pattern(r"\$ ?(\d++)"), r"\1 dollars"),
    (deferred_pattern(r"#(?=\d)|№|\bn[°º]"), " number "),
    (deferred_pattern(r"\b1/2\b"), " half "),
    (deferred_pattern(r"\b(\d{1,3})x\b"), r"\1 times"),
    # "A$AP", "Ke$ha", "P!nk": signs in the middle of a word stand for letters.
    (deferred_pattern(r"(?<=\w)\$|\$(?=[^\W\d])"), "s"),
    (deferred_pattern(r"(?<=[^\W\d])!(?=[^\W\d])"), "i"),
    (deferred_pattern(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.(?=\s|$)"), ""),
)

# "Die drei ???" and "Die drei !!!" are series of radio plays.
_SPOKEN_SIGNS = deferred_pattern(r"(?<=\bdrei )(?:\?{3}|!{3})|(?<=\b3 )(?:\?{3}|!{3})")
_SIGN_NAMES = {"???": "fragezeichen", "!!!": "ausrufezeichen"}

_APOSTROPHE = deferred_pattern(r"(?<=\w)['’`´](?=\w)|['’`´](?=\d)")
_ELISION = deferred_pattern(
    r"\b(l|d|j|m|t|s|c|n|qu|dell|all|nell|dall|sull|un|quell|bell)['’`´](?=[^\W\d])"
)
_ELIDING = frozenset(("fr", "it"))

_STRETCHED = deferred_pattern(r"([^\W\d])\1{2,}(?=[^\W\d])|(?<=[^\W\d])([^\W\d])\2{2,}")
_ROMAN_LETTERS = deferred_pattern(r"[ivx]+")
_DIGITS = deferred_pattern(r"\d+")
_INITIALS = deferred_pattern(r"\b[^\W\d](?: [^\W\d]\b)+")


class NormalForm(NamedTuple):
    """A name in the spelling that names are compared in.

    - `words`: all words, separated by spaces
    - `letters`: the words without spaces
    - `core_words`: the words without fillers
    - `content`: the folded words that tell names apart, sorted; no numbers
    - `numbers`: the numbers in it, as digits, in their order
    - `kana`: the name contains kana
    - `reading`: how a Japanese name is read, in hiragana; "" in other languages
    """

    words: str
    letters: str
    core_words: str
    content: tuple[str, ...]
    numbers: tuple[str, ...]
    kana: bool
    reading: str


def normal_form(text: str, language: str) -> NormalForm:
    """Return the form in which a name, or what was spoken, is compared.

    `language` is the language code of the speaker ("en", "ja"). The form is lower case
    without accents and punctuation; signs, abbreviations, numerals, number words,
    decades and years have one spelling; initials are joined; katakana becomes hiragana.
    Only the first `LONGEST_NAME` characters count.
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
    return _match_key(name[:LONGEST_NAME])


@lru_cache(_CACHED_FORMS)
def _match_key(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()[:LONGEST_NAME]
    words = _without_accents(in_hiragana(_words_only(plain, ""))).split()
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
    plain = unicodedata.normalize("NFKC", text.translate(_FRACTIONS))
    plain = plain.casefold()[:LONGEST_NAME]
    plain = _words_only(plain, language)
    plain = " ".join([_unstretched(word) for word in signs_as_words(plain).split()])
    if language == "ja":
        plain = foreign_words_in_latin(plain)
    plain = letter_ranges(plain)
    spelt = in_hiragana(_INITIALS.sub(_joined, plain))
    spelt = _in_latin(_without_accents(numbers_as_digits(spelt, language)))
    words = translated(_letters_only(spelt).split(), language).split()
    core = without_japanese_fillers(" ".join(without_fillers(words, language)))
    found = content_words(core.split())
    return NormalForm(
        " ".join(words),
        "".join(words),
        core,
        tuple(sorted({folded(w) for w in found if not w[0].isdecimal()})),
        tuple(_DIGITS.findall(" ".join(words))),
        has_kana(text),
        reading(numbers_as_digits(plain, "ja")) if language == "ja" else "",
    )


def _words_only(text: str, language: str) -> str:
    """Return the text with words for signs, and nothing else but letters and digits."""
    if text.replace(" ", "").isalnum():
        return text
    text = uncensored(signs_as_words(text))
    if language == "de":
        text = _SPOKEN_SIGNS.sub(lambda signs: _SIGN_NAMES[signs[0]], text)
    if language in _ELIDING:
        text = _ELISION.sub(r"\1 ", text)
    for sign, word in _SIGNS:
        text = sign.sub(word, text)
    return _letters_only(_APOSTROPHE.sub("", text))


def _unstretched(word: str) -> str:
    """Return "chiiill" with one i; Roman numerals and "zzz" as they are."""
    if len(word) < 4 or _ROMAN_LETTERS.fullmatch(word) or len(set(word)) == 1:
        return word
    return _STRETCHED.sub(r"\1\2", word)


def _letters_only(text: str) -> str:
    """Return the text with a space for all but letters, their marks and digits."""
    if text.replace(" ", "").isalnum():
        return text
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


def _in_latin(text: str) -> str:
    """Return Cyrillic, Greek and Korean in Latin letters, other scripts as they are."""
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFD", text).translate(_IN_LATIN)
    return unicodedata.normalize("NFC", letters)


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(" ", "")
