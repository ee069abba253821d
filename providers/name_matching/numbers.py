"""Numbers in names and in speech: words, Roman and Japanese numerals, years, decades.

Every number gets one spelling, in digits.
"""

import re
from typing import TYPE_CHECKING

from providers.lazy_imports import deferred, deferred_pattern
from providers.name_matching.vocabulary import MONTHS

if TYPE_CHECKING:
    import text_to_num
else:
    text_to_num = deferred("text_to_num")

_LANGUAGES = frozenset(("de", "en", "es", "fr", "it", "nl", "pt"))
"""Languages whose number words `text_to_num` knows."""

_ROMAN = deferred_pattern(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_AMBIGUOUS = frozenset(("i", "v", "x"))
_LABEL_WORDS = (
    "vol volume volumen part pt parte partie teil no nr number nummer numero chapter "
    "kapitel chapitre capitulo capitolo tome band season staffel saison temporada "
    "stagione episode folge episodio act akt"
)
_LABELS = frozenset(_LABEL_WORDS.split())

_YEAR = deferred_pattern(r"\b(19|20) (\d\d)\b")
_OH = deferred_pattern(r"(?<=\b\d) (?:oh|o) (?=\d\b)")
# "Os anos" is no English zero.
_NO_NUMBERS = frozenset(("o", "os"))
_ARTICLE = deferred_pattern(r"\b(os?)\b")
_THOUSANDS_SIGN = deferred_pattern(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_YEAR_OH = deferred_pattern(r"\b(19|20) (?:oh|o|0|null|zero) (\d)\b")
_ORDINAL = deferred_pattern(r"(\d)(?:st|nd|rd|th|er|ere|re|eme|e|[.ªº])(?=\s|$)")
_ROMANCE_ORDINAL = deferred_pattern(r"(\d)[ao](?=\s|$)")  # elsewhere "3a" is a class
_DIGIT = deferred_pattern(r"\d")
_ZEROS = deferred_pattern(r"\b0+(?=\d)")
_MONTH_AND_YEAR = deferred_pattern(
    r"\b(0?[1-9]|1[0-2])[/.-]((?:19|20)\d\d)\b|\b((?:19|20)\d\d)[/.-](0?[1-9]|1[0-2])\b"
)
_SHORT_YEAR = deferred_pattern(r"(?<!\w)['’]([0-2]\d)\b(?! ?s\b)")
_EPISODE = deferred_pattern(r"\bs0*(\d+) ?e0*(\d+)\b")
_LETTER_AND_NUMBER = deferred_pattern(r"\b([sv])0*(\d{1,2})\b")
_RUN_TOGETHER = deferred_pattern(r"(?<=[a-z]{3})(?=\d)")
_DECEMBER = deferred_pattern(r"\bdez(?= (?:19|20)?\d\d\b)")  # "dez" is also ten
_UNIT = deferred_pattern(r"(?<=\d)(?=(?:kms?|m|kg|k|bpm|mins?|h|hrs?|am|pm|mph|d)\b)")
_POINT = deferred_pattern(r"(?<=\d)\.(?=\d)")

# Where another number begins: "cinquante | mille neuf cent" is no 50,900.
_APART = {
    language: deferred_pattern(rf"(?<=\w) (?={years}\b)")
    for language, years in {
        "en": "two thousand",
        "es": "(?:mil (?:ocho|nove)cientos|(?<!y )dos mil)",
        "fr": "(?:mille (?:huit|neuf) cents?|(?<!et )deux mille)",
        "pt": "(?:mil (?:oito|nove)centos|(?<!e )dois mil)",
    }.items()
}
_MARK = " | "

_TO = "to|through|thru|till|until|bis|a|à|al|ad|até|ate|hasta|jusqu ?[aà]|から"
_FROM = "from|von|vom|de|del|da|dal|desde"
_NUMBER_RANGE = deferred_pattern(
    rf"(?:\b(?:{_FROM}) )?(?<!\S)(\d+)年? ?(?:{_TO}) ?(?=\d+(?!\S*年代))"
)
_LETTER_RANGE = deferred_pattern(
    rf"(?:\b(?:{_FROM}|dalla|de la|vom) )?\b(?P<first>[a-y]) "
    rf"(?:{_TO}|a la|alla)(?: l)? (?P<last>[b-z]|zed|zee|zeta|zett|zède)(?!\S)"
)

_DECADE = deferred_pattern(
    r"\b((?:19|20)?[0-9]0) ?(?:['’]?s|er|ern)(?: jahren?)?(?=\s|$)"
    r"|((?:19|20)?[0-9]0)年代"
    r"|\b(?:anos|años|anni|annees|années|decada|jahre)(?: de)?(?: los| gli)? "
    r"((?:19|20)?[0-9]0)\b"
    r"|\b(?:los|gli) ([235-9]0|2000)\b"
)

_DECADE_WORDS = (
    "twenties zwanziger",
    "thirties dreissiger",
    "forties vierziger cuarenteras",
    "fifties fuenfziger fünfziger cincuenteras",
    "sixties sechziger sesenteras",
    "seventies siebziger setenteras",
    "eighties achtziger ochenteras",
    "nineties neunziger noventeras",
)
_DECADES = {
    word: f"{tens}0s"
    for tens, words in enumerate(_DECADE_WORDS, 2)
    for word in words.split()
}
_THOUSANDS = "noughties naughties zweitausender nuller 2000er dosmileras dosmileros"
_DECADES |= dict.fromkeys(_THOUSANDS.split(), "2000s") | {
    "zehner": "2010s",
    "zweitausendzehner": "2010s",
    "zweitausendzwanziger": "2020s",
}
_GERMAN_ENDING = deferred_pattern("(?<=er)(?:n|jahren?)$")

# What `text_to_num` leaves out.
_MISSED = {"sixtieth": "60", "primer": "1", "tercer": "3"}

_DECADE_PHRASES = (
    (
        deferred_pattern(r"\b(?:the )?(?:two thousands|twenty hundreds|aughts)\b"),
        "2000s",
    ),
    (deferred_pattern(r"\b(?:the )?(?:twenty tens|twenty teens)\b"), "2010s"),
    (deferred_pattern(r"\btwenty twenties\b"), "2020s"),
    (deferred_pattern(r"\bnineteen (?=\w+ties\b)"), ""),
)
_ANY_DECADE_PHRASE = deferred_pattern("|".join(p.pattern for p, _ in _DECADE_PHRASES))

_ENGLISH_IN_KANA = "わん つー すりー ふぉー ふぁいぶ しっくす せぶん えいと ないん てん"
_TENS_IN_KANA = (
    "とぅえんてぃー さーてぃー ふぉーてぃー ふぃふてぃー しっくすてぃー せぶんてぃー "
    "えいてぃー ないんてぃー"
)
_KATAKANA = {
    tens + unit: str(10 * ten + one)
    for ten, tens in enumerate(("", *_TENS_IN_KANA.split()), 1)
    for one, unit in enumerate(("", *_ENGLISH_IN_KANA.split()[:9]))
    if tens
} | {word: str(n) for n, word in enumerate(_ENGLISH_IN_KANA.split(), 1)}
_KATAKANA_DECADES = {
    "ふぃふてぃーず": "50s", "しっくすてぃーず": "60s", "せぶんてぃーず": "70s",
    "えいてぃーず": "80s", "ないんてぃーず": "90s", "ぜろ年代": "2000s",
}  # fmt: skip
_KATAKANA_NUMBER = deferred_pattern(
    f"(?<=[a-zぁ-ゖー])(?:{'|'.join(sorted(_KATAKANA, key=len, reverse=True))})$"
)
_KATAKANA_DECADE = deferred_pattern("|".join(_KATAKANA_DECADES))
_KANJI_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_KANJI_POWERS = {"十": 10, "百": 100, "千": 1000}
_KANJI_NUMBER = deferred_pattern(
    r"(?!十八番)第?([〇一二三四五六七八九十百千]+)"
    r"(?=[年月巻章話回番曲位世期部選歳才枚周分時秒次階限]| |$|の|から)"
    r"|(?<=月)([一二三四五六七八九十]+)(?=日)|([一二三四五六七八九]*[百千][〇一二三四五六七八九十百千]*)(?=日)"
)
_KANJI_YEAR = deferred_pattern("(?:二千|千九百|二〇|一九)[〇一二三四五六七八九十]+")
_NUMBER_BEGINS = deferred_pattern(r"(?<=[ぁ-ヺー々一-鿿])(?=\d)")
_JAPANESE_LABEL = deferred_pattern(r"第(?=\d)|(?<=\d)[番巻]目?")

_HOMOPHONES = {
    "en": {"to": "2", "too": "2", "for": "4", "fore": "4", "ate": "8", "won": "1"},
    "de": {"sex": "6", "zwo": "2", "ein": "1", "eine": "1", "einen": "1"},
    "fr": {
        "cet": "7",
        "cette": "7",
        "set": "7",
        "dis": "10",
        "vin": "20",
        "sans": "100",
        "sang": "100",
    },
    "pt": {"meia": "6", "sem": "100"},
}
_ZERO_WORDS = frozenset(("oh", "o", "zero", "null", "zéro", "cero"))


def signs_as_words(text: str) -> str:
    """Return the text with dates, seasons and version numbers taken apart.

    `text` is lower case and still has its punctuation.

    >>> signs_as_words("s02e05, 05/2024 and summer '23")
    'season 2 episode 5, may 2024 and summer 2023'
    """
    if not _DIGIT.search(text):
        return text
    text = _UNIT.sub(" ", _RUN_TOGETHER.sub(" ", text))
    text = _MONTH_AND_YEAR.sub(_month_and_year, text)
    text = _EPISODE.sub(r"season \1 episode \2", text)
    text = _SHORT_YEAR.sub(r"20\1", text)
    return _POINT.sub(" point ", _THOUSANDS_SIGN.sub("", text))


def _month_and_year(found: re.Match[str]) -> str:
    month, year = (found[1], found[2]) if found[1] else (found[4], found[3])
    return f"{MONTHS[int(month) - 1]} {year}"


def numbers_as_digits(text: str, language: str) -> str:
    """Return the text with number words, numerals, years and decades in digits.

    `text` must be lower case without punctuation. English numbers are understood in
    every language, because names are English everywhere.

    >>> numbers_as_digits("best of the nineties vol ii", "en")
    'best of the 90s vol 2'
    >>> numbers_as_digits("top fifty twenty twenty four", "en")
    'top 50 2024'
    """
    text = _prepared(text, language)
    text = _words_as_digits(text.split())
    for known in dict.fromkeys((language, "en")):
        if known in _LANGUAGES and not text.isdigit():
            foreign = known != language
            text = "".join(
                piece if foreign and piece in _NO_NUMBERS else _digits(piece, known)
                for piece in (_ARTICLE.split(text) if foreign else [text])
            )
    text = text.replace(_MARK, " ")
    if not _DIGIT.search(text):
        return text
    text = _YEAR_OH.sub(r"\g<1>0\2", _YEAR.sub(r"\1\2", _OH.sub("0", text)))
    text = _LETTER_AND_NUMBER.sub(r"\1 \2", _POINT.sub(" point ", text))
    text = _DECADE.sub(lambda m: _decade(next(filter(None, m.groups()))), text)
    text = _ZEROS.sub("", _ORDINAL.sub(r"\1", text))
    if language in ("es", "it", "pt"):
        text = _ROMANCE_ORDINAL.sub(r"\1", text)
    return " ".join(_NUMBER_RANGE.sub(r"\1 ", text).split())


def _prepared(text: str, language: str) -> str:
    """Return the text with numbers apart, and with what only its language has."""
    if language == "ja":
        text = _japanese_numbers(text)
    elif language == "pt":
        text = _DECEMBER.sub("dezembro", text)
    if language in _APART:
        text = _APART[language].sub(_MARK, text)
    if _ANY_DECADE_PHRASE.search(text):
        for pattern, decade in _DECADE_PHRASES:
            text = pattern.sub(decade, text)
    return text


def letter_ranges(text: str) -> str:
    """Return the text with a range of letters as its first and last letter.

    >>> letter_ranges("beatles a to zed")
    'beatles a z'
    """
    return _LETTER_RANGE.sub(lambda m: f"{m['first']} {m['last'][0]}", text)


def _words_as_digits(words: list[str]) -> str:
    """Return the words, separated by spaces; decades and Roman numerals in digits."""
    previous = ["", *words]
    last = len(words) - 1
    return " ".join(
        _MISSED.get(word)
        or _DECADES.get(_GERMAN_ENDING.sub("", word))
        or _from_roman(word, is_number=0 < place == last or previous[place] in _LABELS)
        for place, word in enumerate(words)
    )


def _digits(text: str, language: str) -> str:
    """Return the text with number words as digits; white space at its ends stays."""
    words = text.strip()
    if not words:
        return text
    digits = _MARK.join(
        str(text_to_num.alpha2digit(part, language, 0)) for part in words.split(_MARK)
    )
    return text.replace(words, digits)


def _decade(years: str) -> str:
    """Return "90s" for 90 and 1990, "2010s" for 10 and 2010."""
    tens = years.removeprefix("19")
    return f"20{tens}s " if tens in ("00", "10") else f"{tens}s "


def _from_roman(word: str, *, is_number: bool) -> str:
    """Return digits for II to XXXIX; a lone I, V or X only where a number stands."""
    if not word or not _ROMAN.fullmatch(word):
        return word
    if word in _AMBIGUOUS and not is_number:
        return word
    values = [_ROMAN_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    pairs = zip(values, following, strict=True)
    return str(sum(-value if value < after else value for value, after in pairs))


def _japanese_numbers(text: str) -> str:
    """Return hiragana text with kanji numerals and English numbers as digits."""
    text = _KANJI_YEAR.sub(lambda m: str(_from_kanji(m[0])), text)
    text = _KANJI_NUMBER.sub(lambda m: str(_from_kanji(m[1] or m[2] or m[3])), text)
    text = _KATAKANA_DECADE.sub(lambda m: _KATAKANA_DECADES[m[0]], text)
    text = _KATAKANA_NUMBER.sub(lambda m: _KATAKANA[m[0]], text)
    return _NUMBER_BEGINS.sub(" ", _JAPANESE_LABEL.sub("", text))


def _from_kanji(numeral: str) -> int:
    """Return the value of a kanji numeral, positional or not: 二〇二四, 二千二十四."""
    if not any(character in _KANJI_POWERS for character in numeral):
        return int("".join(str(_KANJI_DIGITS[character]) for character in numeral))
    total = digit = 0
    for character in numeral:
        if power := _KANJI_POWERS.get(character):
            total, digit = total + (digit or 1) * power, 0
        else:
            digit = _KANJI_DIGITS[character]
    return total + digit


def homophones(text: str, language: str) -> tuple[str, ...]:
    """Return other spellings of what was spoken: "daily mix for" may mean 4.

    The last word that sounds like a digit is replaced, then all of them; "summer oh
    five" may mean the year '05.
    """
    digits = _HOMOPHONES.get(language, {})
    words = text.casefold().split()
    places = [place for place, word in enumerate(words) if word in digits]
    found = [] if (year := _spoken_short_year(words, language)) is None else [year]
    for replaced in (places[-1:], places) if places else ():
        other = [
            digits[word] if place in replaced else word
            for place, word in enumerate(words)
        ]
        found.append(" ".join(other))
    return tuple(dict.fromkeys(found))


def _spoken_short_year(words: list[str], language: str) -> str | None:
    """Return "summer '05" for "summer oh five"; None where no year ends the words."""
    if len(words) < 3 or words[-2] not in _ZERO_WORDS:
        return None
    digit = _digits(words[-1], language)
    return f"{' '.join(words[:-2])} '0{digit}" if len(digit) == 1 else None
