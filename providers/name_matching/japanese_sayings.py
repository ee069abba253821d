"""Japanese names as they may be said: what digits, signs, letters and kanji sound like.

"4649ソング" is said よろしくソング, "猫&犬" 猫と犬, and "藤井風" has two readings.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product
from math import prod

from providers.lazy_imports import deferred_pattern
from providers.name_matching.japanese import in_hiragana, letter_name, morphemes

_DIGITS = (
    "お|ぜろ|れい|れ|わ|まる|う|ー",
    "いち|いっ|い|ひと|ひ|わん|ん",
    "に|ふた|ふう|ふ|ぶ|じ|つー|にゃん|にゃ",
    "さん|さ|みっ|み|ざ|すりー",
    "よん|よっ|よ|し|ふぉー",
    "ご|こ|いつ|ふぁいぶ",
    "ろく|ろっ|ろう|ろ|む|しっくす",
    "なな|な|しち|せぶん",
    "はち|はっ|は|ば|ぱ|や|えいと",
    "きゅう|きゅー|く|ないん",
)
"""How each digit may sound in a number that is read as words: 4649 is よろしく."""

_SIGNS = {
    "&": "と|あんど|あん|えん|ん|", "+": "と|ぷらす|あんど|たす|",
    "×": "と|かける|ばつ|くろす|えっくす|", "/": "すらっしゅ|と|わる|",
    "@": "から|とぅ|あっと|", "=": "いこーる|は|",
    "mr": "みすたー", "mrs": "みせす", "ms": "みず", "dr": "どくたー",
    "st": "せんと|せいんと",
    "vs": "ばーさす|たい", "feat": "ふぃーちゃりんぐ|ふぃーと",
    "ft": "ふぃーちゃりんぐ|ふぃーと",
    "no": "なんばー|のー", "vol": "ぼりゅーむ", "pt": "ぱーと", "ep": "えぴそーど",
    "jr": "じゅにあ", "sgt": "さーじぇんと", "prof": "ぷろふぇっさー",
    "etc": "えとせとら|など",
    "ver": "ばーじょん", "live": "らいぶ", "mix": "みっくす", "best": "べすと",
    "km": "きろ|きろめーとる", "cm": "せんち", "min": "ぷん|ふん|みにっつ",
    "xmas": "くりすます", "love": "らぶ", "song": "そんぐ", "songs": "そんぐす",
    "party": "ぱーてぃー", "pop": "ぽっぷ", "rock": "ろっく", "jazz": "じゃず",
    "you": "ゆー", "me": "みー", "my": "まい", "day": "でい", "night": "ないと",
}  # fmt: skip
"""How signs and Latin words beside Japanese ones may sound; "@" is also "from … to"."""

_PART = deferred_pattern(r"\d+|[a-z]+|.")
_RANGE = deferred_pattern(r"(?<![a-z])([a-z])[-–—~〜]([a-z])(?![a-z])")
_SILENT = deferred_pattern(r"[^\w&+×/@=]|_")
_BEST_SONG = deferred_pattern("十八番|(?<=の)18番(?!目)|18番(?=集)")
_KANJI = deferred_pattern("[一-鿿々]+")
_LONGEST_SPELT = 4  # letters that are said one by one: "ff", "bgm"
_LONGEST_NUMBER = 6  # digits that are read as words
_MOST_WAYS = 64  # readings of a name that are compared
_MOST_KANJI = 3  # characters of a word that are also read one by one


def spoken_sound(spoken: str) -> str:
    """Return the spoken Japanese in hiragana, without spaces and signs."""
    text = _SILENT.sub("", _compared(spoken))
    return in_hiragana("".join(read for _, read in morphemes(text)))


def may_sound(name: str, sound: str) -> bool:
    """Return whether a Japanese name may be said like this, in hiragana.

    False where the name has only one reading.
    """
    known = _sayings(name)
    if isinstance(known, frozenset):
        return sound in known
    return known.fullmatch(sound) is not None


@lru_cache(16_384)
def _sayings(name: str) -> re.Pattern[str] | frozenset[str]:
    """Return all that may be said for a name: a few readings as they are, or a pattern.

    A pattern takes 0.2 ms to compile; most names need none.
    """
    text = _SILENT.sub(" ", _RANGE.sub(r"\1@\2", _compared(name))).strip()
    parts = [
        (part, read)
        for surface, read in morphemes(text)
        for part in (_PART.findall(surface) if surface.isascii() else (surface,))
        if part != " "
    ]
    sounds = [_sounds(*part) for part in parts]
    one_digit = len(text) == 1 and text.isdecimal()
    if one_digit or not any("|" in each for each in [*sounds, _other(text)]):
        return frozenset()
    ways = [each.split("|") for each in sounds]
    counted = any(part.isdecimal() for part, _ in parts)
    if counted or "おはこ" in text or prod(map(len, ways)) > _MOST_WAYS:
        return re.compile(_other("".join(f"(?:{each})" for each in sounds)))
    return frozenset(map("".join, product(*ways)))


def _other(pattern: str) -> str:
    """Return the pattern with both readings of 十八番."""
    return pattern.replace("おはこ", "(?:おはこ|じゅうはちばん)")


def _compared(text: str) -> str:
    """Return the text in lower case; 十八番, what somebody sings best, in kana."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return _BEST_SONG.sub("おはこ", text)


def _sounds(part: str, read: str) -> str:
    """Return a pattern for a number, a sign, a Latin or a Japanese word of a name."""
    if part in _SIGNS:
        return f"{re.escape(part)}|{_SIGNS[part]}"
    if not part.isascii():
        return "|".join(map(re.escape, _readings(part, in_hiragana(read))))
    if part.isdecimal():
        if len(part) > _LONGEST_NUMBER:
            return part
        return f"{part}|{''.join(f'(?:{_DIGITS[int(digit)]})' for digit in part)}"
    spelt = part.isalpha() and len(part) <= _LONGEST_SPELT
    return f"{part}|{''.join(map(letter_name, part))}" if spelt else re.escape(part)


def _readings(word: str, read: str) -> dict[str, None]:
    """Return the readings of a word: as a whole, and of kanji also one by one."""
    ways = {read: None}
    if _KANJI.fullmatch(word) and len(word) <= _MOST_KANJI:
        ways["".join(in_hiragana(morphemes(kanji)[0][1]) for kanji in word)] = None
    return ways
