"""Japanese names: kana normalisation, and similarity of kana to Latin spellings.

Speech recognisers write words that sound foreign in katakana, so the spoken name of an
English playlist arrives in kana.
"""

import re
from functools import lru_cache

import jaconv
from rapidfuzz.fuzz import ratio

_KANA = re.compile(r"[\u3041-\u30ff\uff66-\uff9f]")
_FILLERS = re.compile(
    r"^(?:わたしの|私の|僕の|まい)|の?(?:ぷれいりすと|りすと|再生りすと)$"
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
_DOUBLED = re.compile(r"([a-z])\1+")


def has_kana(text: str) -> bool:
    """Return whether the text contains hiragana or katakana."""
    return _KANA.search(text) is not None


def in_hiragana(text: str) -> str:
    """Return the text with katakana as hiragana: the same word is written in either."""
    return jaconv.kata2hira(text) if has_kana(text) else text


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
    consonants = ratio(spoken, spelt)
    letters = ratio(_romaji(kana).replace("-", ""), latin.replace(" ", ""))
    near = min(100.0, 1.5 * letters)
    if min(len(spoken), len(spelt)) < _SURE_LENGTH:
        return 0.6 * consonants + 0.3 * near
    return 0.9 * consonants + 0.1 * near


@lru_cache(4096)
def _romaji(kana: str) -> str:
    return str(jaconv.kana2alphabet(kana))


@lru_cache(4096)
def _consonants(text: str, spellings: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Return the sounds that are left when vowels, "w" and doubled letters go."""
    for pattern, sound in spellings:
        text = pattern.sub(sound, text)
    return _DOUBLED.sub(r"\1", _LEFT_OUT.sub("", text).translate(_SAME_SOUND))
