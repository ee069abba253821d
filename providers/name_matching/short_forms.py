"""Short forms in names ("8ung", "Ft. Worth", "me + you"), written out as was spoken.

Which of several meanings a short form has, the spoken words decide. The words are those
of `short_forms.toml`.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import islice, product
from pathlib import Path
from typing import NamedTuple

import msgspec

from providers.lazy_imports import deferred_pattern

FORMS_FILE = Path(__file__).with_name("short_forms.toml")

_MOST_WORDS = 5  # spoken words that one short form stands for: "A12C4"
_SHORTEST = 3  # consonants that may stand for any word that has them in order
_MOST_SOUNDS = 64  # spellings of one word with digits that are compared

_TOKEN = deferred_pattern(r"[^\W_]+(?:\+(?!\w))?|[+=@]")
_PIECE = deferred_pattern(r"\d+|[^\W\d]+|\+")
_WORD = deferred_pattern(r"[^\W_]+")
_INITIAL = deferred_pattern(r"\.\w\.")  # after a letter: "z.B.", "M.I.A."
_NAME_INITIAL = deferred_pattern(r"(?<![\w.])([A-ZÀ-Þ])\.(?![\w.])(?! ?\d)")
_VOWELS = frozenset("aeiouy")
_APOSTROPHES = deferred_pattern(r"(?<=\w)['’`´](?=\w)")
_DOUBLED = deferred_pattern(r"(.)\1+")


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Short forms of one language.

    - `one`: those with one meaning
    - `several`: those with more meanings, or that are words of their own
    - `digits`, `letters`: how a digit or a lone letter within a word may sound
    """

    one: Mapping[str, str] = {}
    several: Mapping[str, tuple[str, ...]] = {}
    digits: Mapping[str, tuple[str, ...]] = {}
    letters: Mapping[str, tuple[str, ...]] = {}


class ShortForm(NamedTuple):
    """A short form in a name: its place there, and what may be said for it.

    - `sayings`: without spaces, accents and doubled letters
    - `begun`: its letters where it may stand for any word with these; else ""
    - `beside`: of an initial, the words before and after it
    """

    start: int
    end: int
    sayings: tuple[str, ...]
    begun: str
    beside: tuple[str, str]


class Written(NamedTuple):
    """A name with its short forms written out; `guessed`: one was an initial."""

    text: str
    guessed: bool


@cache
def _tables() -> dict[str, Forms]:
    import tomllib  # not before a name is looked for

    text = FORMS_FILE.read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Forms])


def written_out(language: str) -> dict[str, str]:
    """Return the short forms with one meaning, and the word for each."""
    tables = _tables()
    own = tables[language].one if language in tables else {}
    return {**tables["all"].one, **own}


def spoken_runs(spoken: str) -> dict[str, str]:
    """Return the words of the spoken text and up to five in a row, by their letters.

    >>> spoken_runs("bee four")
    {'be': 'bee', 'befour': 'bee four', 'four': 'four'}
    """
    words = _WORD.findall(_APOSTROPHES.sub("", _plain(spoken)))
    runs: dict[str, str] = {}
    for first in range(len(words)):
        for last in range(first + 1, min(first + _MOST_WORDS, len(words)) + 1):
            run = words[first:last]
            runs.setdefault(_letters("".join(run)), " ".join(run))
    return runs


def as_spoken(name: str, runs: Mapping[str, str], language: str) -> Written | None:
    """Return the name with its short forms as they were spoken; None where none was.

    `runs`: what `spoken_runs` returned for the spoken text.

    >>> as_spoken("B4 Bed", spoken_runs("before bed"), "en")
    Written(text='before bed', guessed=False)
    """
    plain, written = _plain(name), ""
    end, guessed = 0, False
    for form in short_forms(name, language):
        words = next((runs[each] for each in form.sayings if each in runs), None)
        if words is None and form.begun:
            words = _begun(form, runs)
            guessed |= words is not None and len(form.begun) == 1
        if words:
            written += f"{plain[end : form.start]}{words} "
            end = form.end + plain.startswith(".", form.end)
    if not written:
        return None
    return Written(" ".join(f"{written}{plain[end:]}".split()), guessed)


def _begun(form: ShortForm, runs: Mapping[str, str]) -> str | None:
    """Return the spoken word that a short form with a point stands for, or None.

    An initial stands beside the same word in the name and in what was spoken.
    """
    for letters, run in runs.items():
        if " " in run or not _shortens(form.begun, letters):
            continue
        before, after = form.beside
        if len(form.begun) > 1 or not {before + letters, letters + after}.isdisjoint(
            runs
        ):
            return run
    return None


def _shortens(short: str, word: str) -> bool:
    """Return whether a word begins with the short form, or has its consonants in order.

    Of the latter, first and last letter are the word's: "tps." for "temps".
    """
    if word[0] != short[0] or len(word) < len(short) + 2:
        return False
    if len(short) < _SHORTEST or not _VOWELS.isdisjoint(short):
        return word.startswith(short)
    if word.startswith(short):
        return True
    letters = iter(word)
    return word[-1] == short[-1] and all(letter in letters for letter in short)


@lru_cache(16_384)
def short_forms(name: str, language: str) -> tuple[ShortForm, ...]:
    """Return the short forms of a name that may be said in more than one way."""
    plain, found = _plain(name), []
    initials = {letter.casefold() for letter in _NAME_INITIAL.findall(name)}
    for token in _TOKEN.finditer(plain):
        word, rest = _bare(token[0]), plain[token.end() :]
        sayings = _sayings(word, rest, language)
        pointed = word.isalpha() and rest.startswith(".") and word not in _SIGN_WORDS
        initial = len(word) == 1 and (word in initials)
        begun = word if pointed and (initial or (len(word) > 1 and not sayings)) else ""
        if sayings or begun:
            beside = _beside(plain[: token.start()], rest) if initial else ("", "")
            found.append(ShortForm(*token.span(), sayings, _letters(begun), beside))
    return tuple(found)


def _beside(before: str, after: str) -> tuple[str, str]:
    """Return the letters of the words beside an initial; "|" where there are none."""
    words = _WORD.findall(before)[-1:], _WORD.findall(after)[:1]
    first, last = ("".join(each) for each in words)
    return (
        _letters(first) if len(first) > 1 else "|",
        _letters(last) if len(last) > 1 else "|",
    )


def _sayings(token: str, rest: str, language: str) -> tuple[str, ...]:
    """Return what may be said for a token of a name that goes on with `rest`."""
    tables = _tables()
    own = tables.get(language, tables["en"])
    fused = len(token) > 1 and not token.isalpha() and not token.isdecimal()
    if fused:
        return _sounds(token, language if language in tables else "en")
    if len(token) == 1 and _INITIAL.match(rest):
        return ()
    keys = (token, f"{token}.") if rest.startswith((".", ")")) else (token,)
    meanings = [
        meaning
        for forms in (own, tables["all"])
        for key in keys
        for meaning in forms.several.get(key, ())
    ]
    return tuple(dict.fromkeys(_letters(m.replace(" ", "")) for m in meanings))


@lru_cache(4096)
def _sounds(token: str, language: str) -> tuple[str, ...]:
    """Return the spellings of a word with digits: "l8r" is "later", "leightr", …

    English digits are understood in every language.
    """
    tables = _tables()
    found: list[str] = []
    for known in dict.fromkeys((language, "en")):
        pieces = [_piece_sounds(p, tables[known]) for p in _PIECE.findall(token)]
        spellings: Iterable[tuple[str, ...]] = product(*pieces)
        found += ("".join(parts) for parts in islice(spellings, _MOST_SOUNDS))
    return tuple(dict.fromkeys(map(_letters, found)))


def _piece_sounds(piece: str, forms: Forms) -> tuple[str, ...]:
    if piece.isalpha():
        return forms.letters.get(piece, (piece,))
    if piece in forms.digits:
        return forms.digits[piece]
    each = [forms.digits.get(digit, ()) for digit in piece]
    return tuple("".join(parts) for parts in islice(product(*each), _MOST_SOUNDS))


def _letters(word: str) -> str:
    """Return the word without accents and doubled letters: "cassette" is "caset"."""
    return _DOUBLED.sub(r"\1", _bare(word))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _bare(text: str) -> str:
    """Return the text without accents."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c))


_SIGN_WORDS = ["&", "#", "%", "+", "feat", "vs", "vol", "no", "nr", "pt", "dr"]
_SPOKEN = {
    language: dict(zip(_SIGN_WORDS, words.split(), strict=True))
    for language, words in {
        "en": "and number percent plus featuring versus volume number number part "
        "doctor",
        "de": "und nummer prozent plus featuring versus volume nummer nummer part "
        "doktor",
        "es": "y número porciento más featuring versus volumen número número parte "
        "doctor",
        "fr": "et numéro pourcent plus featuring versus volume numéro numéro partie "
        "docteur",
        "it": "e numero percento più featuring versus volume numero numero parte "
        "dottor",
        "pt": "e número porcento mais featuring versus volume número número parte "
        "doutor",
    }.items()
}
_ROMAN_DIGITS = dict(
    zip(["ii", "iii", "iv", "vi", "vii", "viii", "ix"], "2346789", strict=True)
)
_SAID_OTHERWISE = {
    language: frozenset((*table, *_ROMAN_DIGITS)) for language, table in _SPOKEN.items()
}
_SPOKEN_WORD = deferred_pattern(r"[^\W_]++(?:['’][^\W_]++)*+|[&#%+]")
_NEEDS_NUMBER = frozenset(("no", "nr", "pt", "#"))


def spoken_form(folded_name: str, language: str) -> str | None:
    """Return how a name with signs, abbreviations or numerals is said; else None.

    `folded_name`: the name in lower case.

    For speech recognition, which does not know that "Vol. II" is said "volume 2".
    """
    table = _SPOKEN.get(language)
    if table is None:
        return None
    if folded_name.replace(" ", "").isalnum():  # most names; much faster
        words = folded_name.split()
    else:
        words = _SPOKEN_WORD.findall(folded_name.replace("<3", " "))
    if _SAID_OTHERWISE[language].isdisjoint(words):
        return None
    spoken = [
        _ROMAN_DIGITS.get(word, word)
        if word not in table or (word in _NEEDS_NUMBER and not after.isdecimal())
        else table[word]
        for word, after in zip(words, [*words, ""][1:], strict=True)
    ]
    return " ".join(spoken) if spoken != words else None
