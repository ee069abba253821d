"""Japanese names: kana, readings of kanji, and similarity of kana to Latin spellings.

Speech recognisers write words that sound foreign in katakana, so the spoken name of an
English playlist arrives in kana. A word that they do not know arrives in kana or in
other kanji with the same reading.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import jaconv
from rapidfuzz.fuzz import ratio

if TYPE_CHECKING:
    from sudachipy.tokenizer import Tokenizer

_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
_KANJI = re.compile(r"[\u3005\u3400-\u9fff\uf900-\ufaff]")
_FILLERS = re.compile(
    r"^(?:わたしの|私の|僕の|ぼくの|俺の|おれの|まい(?=\w{3}))"
    r"|^(?:ぷれいりすと|りすと)の?(?=\w{2})"
    r"|の?(?:ぷれいりすと|再生りすと|さいせいりすと|りすと)$"
)
_SURE_LENGTH = 4
"""Consonants that make a match of sounds trustworthy; with fewer, the skill asks."""

# How an English spelling comes out of a Japanese mouth, coarsely: consonants only, and
# of those the pairs that kana cannot tell apart become one.
_SPELLINGS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\band\b", "n"), (r"tion\b|sion\b", "sn"), (r"igh|ough", "i"),
        (r"ph", "f"), (r"\bkn", "n"), (r"\bwr", "r"), (r"\bchr", "kr"),
        (r"tch|ch", "t"), (r"ck|q", "k"), (r"sh|th", "s"), (r"x", "ks"),
        (r"c(?=[eiy])", "s"), (r"c", "k"), (r"dge?\b", "d"),
        (r"g(?=[eiy])|j", "z"), (r"r(?![aeiouy])|re\b|r\b", ""), (r"l", "r"),
    )
)  # fmt: skip
_ROMAJI = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sh", "s"), (r"ch|ts", "t"), (r"j", "z"),
    )
)  # fmt: skip
_SAME_SOUND = str.maketrans("vfmz", "bhns")
_LEFT_OUT = re.compile(r"[aeiouyw\s-]")
_DIGITS = re.compile(r"\d+")
_DOUBLED = re.compile(r"([a-z])\1+")


def has_kana(text: str) -> bool:
    """Return whether the text contains hiragana or katakana."""
    return _KANA.search(text) is not None


def in_hiragana(text: str) -> str:
    """Return the text with katakana as hiragana: the same word is written in either."""
    return jaconv.kata2hira(text) if has_kana(text) else text


def reading(text: str) -> str:
    """Return how the text is read, in hiragana: "朝の音楽" is "あさのおんがく".

    Fillers are left out. Letters and digits that are not Japanese stay as they are. The
    dictionary is loaded at the first text with kanji: it takes 0.1 s, and 45 MB that
    processes share.
    """
    for filler in reversed(list(_FILLERS.finditer(in_hiragana(text)))):
        text = text[: filler.start()] + text[filler.end() :] or text
    if not _KANJI.search(text):
        return in_hiragana(text).replace(" ", "")
    parts = [
        part.surface() if part.surface().isascii() else part.reading_form()
        for part in _tokenizer().tokenize(text)
    ]
    return in_hiragana("".join(parts)).replace(" ", "")


@cache
def _tokenizer() -> "Tokenizer":
    from sudachipy.dictionary import Dictionary

    return Dictionary(dict="small").tokenizer()


def without_japanese_fillers(text: str) -> str:
    """Return the text without "my" and "playlist", unless nothing would remain.

    The text must be in hiragana.
    """
    return _FILLERS.sub("", text).strip() or text


def similar_sound(kana: str, latin: str) -> float:
    """Return how similar a word in kana sounds to a Latin spelling: 0 to 100."""
    spoken, spelt = _consonants(_romaji(kana), _ROMAJI), _consonants(latin, _SPELLINGS)
    if not spoken or not spelt:
        return 0.0
    words = _DIGITS.sub("", spoken), _DIGITS.sub("", spelt)
    # Equal years make no words alike; after equal words they confirm them.
    if all(words) and words[0] != words[1]:
        spoken, spelt = words
    consonants = ratio(spoken, spelt)
    letters = ratio(_romaji(kana).replace("-", ""), latin.replace(" ", ""))
    near = min(100.0, 1.5 * letters)
    if min(len(spoken), len(spelt)) < _SURE_LENGTH:
        return 0.6 * consonants + 0.3 * near
    return 0.9 * consonants + 0.1 * near


def similar_reading(one: str, other: str) -> float:
    """Return how similar two readings are, one of them with Latin letters: 0 to 100."""
    return ratio(_romaji(one), _romaji(other))


@lru_cache(4096)
def _romaji(kana: str) -> str:
    return str(jaconv.kana2alphabet(kana))


@lru_cache(4096)
def _consonants(text: str, spellings: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Return the sounds that are left when vowels, "w" and doubled letters go."""
    for pattern, sound in spellings:
        text = pattern.sub(sound, text)
    return _DOUBLED.sub(r"\1", _LEFT_OUT.sub("", text).translate(_SAME_SOUND))
