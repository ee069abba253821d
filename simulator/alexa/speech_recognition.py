"""Speech recognition text (ASR): transcription, phrasebook and spoken numbers."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import msgspec
from text_to_num import text2num

_PUNCTUATION = re.compile(r"[!?…;:\"“”„«»¿¡。、・！？「」『』（）()\[\]]")

_AFTER_WORD = re.compile(r"(?<=\w\w)[.,](?=\s|$)|,(?=\s|$)|(?<=\s)[-–—](?=\s)")

CJK = re.compile(r"[\u3005-\u30ff\u3400-\u9fff]")
"""A letter of the scripts that write no spaces between words."""

_CJK_GAP = re.compile(rf"(?<={CJK.pattern})\s+(?={CJK.pattern})")

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))

_WAKE_WORD = re.compile(r"^(?:alexa\b|アレクサ) *")

_NOT_LETTERS = re.compile(r"[\W_]+")

_KEPT = 16_384  # texts whose transcription is kept: the samples and values of a model


@lru_cache(_KEPT)
def transcribe(text: str) -> str:
    """Return typed text as a recogniser writes it: lower case, no punctuation.

    Initials and apostrophes stay; words have single spaces between them.

    >>> transcribe("Alexa,  what's on “Deep Focus”?")
    "alexa what's on deep focus"
    """
    normalized = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).lower()
    normalized = _AFTER_WORD.sub(" ", _PUNCTUATION.sub(" ", normalized))
    return _CJK_GAP.sub("", " ".join(normalized.split()))


@lru_cache(_KEPT)
def without_wake_word(text: str) -> str:
    """Return a transcribed sentence without "Alexa" at its beginning.

    >>> without_wake_word("alexa open record shelf")
    'open record shelf'
    """
    return _WAKE_WORD.sub("", text)


@lru_cache(_KEPT)
def letters_only(text: str) -> str:
    """Return only the letters and digits, without accents: names compare by these.

    Marks of scripts that cannot do without them (kana, Devanagari) stay.
    """
    split = unicodedata.normalize("NFD", transcribe(text))
    bare = "".join(c for c in split if not "\u0300" <= c <= "\u036f")
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", bare))


DEFAULT_LANGUAGE = "en"


class Phrases(msgspec.Struct, frozen=True):
    """The phrases of one language, from `phrasebook.toml`.

    polite: words at either end of a sentence that carry no meaning.
    launch: ways to open the skill; each has `{skill}`.
    ask: one-shot requests; each has `{skill}` and `{request}`.
    exit: words that leave a session without a request to the skill.
    builtins: the usual phrases of each built-in intent.
    contractions: short forms and what they stand for: whole words ("hab": "habe"), or,
        with an apostrophe, ends of words ("n't": " not").
    endings: endings that make no other word of a word ("songs" is "song").
    negations: words that turn a sentence into its opposite.
    conjunctions: words between two sentences.
    subjects: words that begin a clause: pronouns, articles.
    fillers: words that carry no meaning anywhere in a sentence ("um", "eigentlich").
    """

    polite: tuple[str, ...]
    launch: tuple[str, ...]
    ask: tuple[str, ...]
    exit: tuple[str, ...]
    builtins: dict[str, tuple[str, ...]]
    contractions: dict[str, str] = {}
    endings: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()


def language_of(locale: str) -> str:
    """Return the language code of a locale.

    >>> language_of("en-GB")
    'en'
    """
    return locale.partition("-")[0].lower()


def phrases_of(locale: str) -> Phrases:
    """Return the phrases of the locale's language; English for an unknown language."""
    phrasebook = _phrasebook()
    return phrasebook.get(language_of(locale), phrasebook[DEFAULT_LANGUAGE])


def without_polite_words(text: str, phrases: Phrases, language: str) -> str:
    """Return the sentence without "please" and the like at either end.

    A sentence of polite words alone keeps the last of these words.
    """
    gap = "" if language == "ja" else " "
    previous = None
    while text != previous:
        previous = text
        for polite in _longest_first(phrases.polite):
            if text != polite:
                text = text.removeprefix(polite + gap).removesuffix(gap + polite)
                text = text.strip()
    return text


@cache
def _longest_first(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the texts transcribed: "si puedes" comes before "puedes"."""
    return tuple(sorted(map(transcribe, texts), key=len, reverse=True))


def without_fillers(text: str, phrases: Phrases, language: str) -> str:
    """Return the sentence without the words that carry no meaning, wherever they are.

    >>> without_fillers("how um long is it", phrases_of("en-US"), "en")
    'how long is it'
    """
    for filler in phrases.fillers:
        if language == "ja":
            text = text.replace(filler, "") or text
        elif f" {filler} " in f" {text} " and text != filler:
            text = f" {text} ".replace(f" {filler} ", " ").strip()
    return text


def written_out(text: str, phrases: Phrases) -> str:
    """Return the sentence with its short forms and dialect words written out.

    >>> written_out("wat gibts", phrases_of("de-DE"))
    'was gibt es'
    """
    short_forms = (
        re.escape(short) if "'" in short else rf"\b{re.escape(short)}"
        for short in phrases.contractions
    )
    pattern = rf"(?:{'|'.join(short_forms) or '(?!)'})\b"
    return re.sub(pattern, lambda m: phrases.contractions[m[0]], text)


def wordings(text: str, phrases: Phrases, language: str) -> list[str]:
    """Return the sentence in the wordings that a sample may have.

    As it was said; without polite words; without fillers; and so written out.
    """
    bare = without_polite_words(text, phrases, language)
    plain = without_polite_words(written_out(text, phrases), phrases, language)
    lean = (without_fillers(each, phrases, language) for each in (bare, plain))
    return list(dict.fromkeys((text, bare, *lean)))


def without_refusal(text: str, phrases: Phrases) -> str:
    """Return the sentence without the "no" and the "never mind" that it begins with.

    >>> without_refusal("no never mind play road trip", phrases_of("en-US"))
    'play road trip'
    """
    refusals = [
        f"{transcribe(phrase)} "
        for intent in ("AMAZON.NoIntent", "AMAZON.CancelIntent")
        for phrase in phrases.builtins.get(intent, ())
    ]
    while found := max(filter(text.startswith, refusals), key=len, default=""):
        text = text.removeprefix(found)
    return text


@cache
def _phrasebook() -> dict[str, Phrases]:
    text = Path(__file__).with_name("phrasebook.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Phrases])


# Numbers as people say them: "21", "twenty one", "二十一".

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}

_TENS = {"十": 10, "百": 100, "千": 1000}

_LANGUAGES = frozenset(("de", "en", "es", "fr", "it", "pt"))

_MAX_LENGTH = 60  # characters; nobody says a longer number to a list


def parse_number(text: str, language: str) -> int | None:
    """Return the number that all of `text` spells; None for any other text."""
    words = text.strip()
    if words.isdecimal():
        return int(words) if len(words) < 10 else None
    if language == "ja":
        return _japanese(words.removesuffix("番").removesuffix("つ"))
    if language not in _LANGUAGES or not words or len(words) > _MAX_LENGTH:
        return None
    try:
        return int(text2num(words, language))
    except ValueError:
        return None


def _japanese(words: str) -> int | None:
    """Return the number (at most 9,999) that these kanji spell; None for others."""
    if not words or any(c not in _DIGITS and c not in _TENS for c in words):
        return None
    total, digit = 0, None
    for char in words:
        if char in _TENS:
            total += _TENS[char] * (1 if digit is None else digit)
            digit = None
        elif digit is None:
            digit = _DIGITS[char]
        else:
            return None
    return total + (digit or 0)
