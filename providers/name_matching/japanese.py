"""Japanese names: kana, readings of kanji, and similarity of kana to Latin spellings.

Speech recognisers write words that sound foreign in katakana, so the spoken name of an
English playlist arrives in kana. A word that they do not know arrives in kana or in
other kanji with the same reading.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import TYPE_CHECKING

from providers.lazy_imports import deferred, deferred_pattern

if TYPE_CHECKING:
    import jaconv
    import rapidfuzz.fuzz
    from sudachipy.tokenizer import Tokenizer
else:
    jaconv, rapidfuzz = deferred("jaconv"), deferred("rapidfuzz")

_KANA = deferred_pattern(r"[\u3041-\u30ff\uff66-\uff9f]")
_KANJI = deferred_pattern(r"[\u3005\u3400-\u9fff\uf900-\ufaff]")
_FILLERS = deferred_pattern(
    r"^(?:わたしの|私の|僕の|ぼくの|俺の|おれの|まい(?=\w{3}))"
    r"|^(?:ぷれいりすと|りすと)の?(?=\w{2})"
    r"|(?:っていう|という|って|の)?(?:ぷれいりすと|再生りすと|さいせいりすと|りすと)$"
    r"|のやつ$"
)
_NEARLY = 0.75  # of the length of kana in Latin letters: a word is at least as long
_SUBJECT = deferred_pattern(r"(?<=\w)が(?=[一-鿿])")
_SURE_LENGTH = 4
"""Consonants that make a match of sounds trustworthy; with fewer, the skill asks."""

_ALPHABET_IN_KATAKANA = (
    "エー ビー シー ディー イー エフ ジー エイチ アイ ジェイ ケイ エル エム エヌ "
    "オー ピー キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット "
    "ケー ジェー"
)
_LETTER_NAMES = dict(
    zip(_ALPHABET_IN_KATAKANA.split(), f"{ascii_lowercase}kj", strict=True)
)
_LETTER_NAME = deferred_pattern("|".join(sorted(_LETTER_NAMES, key=len, reverse=True)))
_SPELT_LETTERS = deferred_pattern(
    rf"(?<![ァ-ヺー])(?:{_LETTER_NAME.pattern}){{2,}}(?![ァ-ヺー])"
)
_LABELS_IN_KANA = {
    "マイプレイリスト": " my playlist", "ボリューム": " vol", "ナンバー": " number",
    "パート": " part", "シーズン": " season", "エピソード": " episode",
}  # fmt: skip
_NUMBER_WORDS = {
    word: str(number)
    for words in (
        "わん つー すりー ふぉー ふぁいぶ しっくす せぶん えいと ないん てん",
        "いち に さん よん ご ろく なな はち きゅう じゅう",
    )
    for number, word in enumerate(words.split(), 1)
}
_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}  # of hiragana
_NUMBER_WORD = "|".join(
    f"{word}|{word.translate(_KATAKANA)}" for word in _NUMBER_WORDS if len(word) > 1
)
_LABELLED = deferred_pattern(
    rf"(?P<label>{'|'.join(_LABELS_IN_KANA)}) ?"
    rf"(?P<number>\d+|[〇一二三四五六七八九十百]+|(?:{_NUMBER_WORD}|[にニごゴ])(?![ぁ-ヺー]))"
)
_FOREIGN = tuple(
    (deferred_pattern(katakana), latin)
    for katakana, latin in (
        (r"マイプレイリスト ?(?=number)", " my playlist "),
        (r"(?<=[\d十百千]) ?パーセント", " percent "),
        (r"(?<=[\d一二三四五六七八九十百千]) ?キロ(?:メートル)?", " km "),
        (r"(?<=[\d十百千]) ?メートル", " m "),
        (r"フィーチャリング", " feat "),
        (r"(?:ジェイ|ジェー) ?ポップ", "jpop"),
        (r"(?:ケイ|ケー) ?ポップ", "kpop"),
        (r"[2二]分の[1一]", " half "),
        (r"ナンバーワン", " no 1"),
        (r"クリスマス|xmas", " christmas "),
        (r"ドラム ?(?:アンド|ン) ?ベース", "dnb"),
    )
)

# How an English spelling comes out of a Japanese mouth, coarsely: consonants only, and
# of those the pairs that kana cannot tell apart become one.
_SPELLINGS = tuple(
    (deferred_pattern(pattern), sound)
    for pattern, sound in (
        (r"\band\b", "n"), (r"tion\b|sion\b", "sn"), (r"igh|ough", "i"),
        (r"ph", "f"), (r"\bkn", "n"), (r"\bwr", "r"), (r"\bchr", "kr"),
        (r"tch|ch", "t"), (r"ck|q", "k"), (r"sh|th", "s"), (r"x", "ks"),
        (r"c(?=[eiy])", "s"), (r"c", "k"), (r"dge?\b", "d"),
        (r"g(?=[eiy])|j", "z"), (r"r(?![aeiouy])|re\b|r\b", ""), (r"l", "r"),
    )
)  # fmt: skip
_ROMAJI = tuple(
    (deferred_pattern(pattern), sound)
    for pattern, sound in (
        (r"sh", "s"), (r"ch|ts", "t"), (r"j", "z"),
    )
)  # fmt: skip
_SAME_SOUND = str.maketrans("vfmz", "bhns")
_LEAST_CLIPPED, _MOST_CLIPPED = 4, 5  # characters
_SCRIPTS = deferred_pattern(r"[a-z]+|[^a-z]+")
_LEFT_OUT = deferred_pattern(r"[aeiouyw\s-]")
_DIGITS = deferred_pattern(r"\d+")
_DOUBLED = deferred_pattern(r"([a-z])\1+")


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
    parts = (read for _, read in morphemes(text))
    return in_hiragana("".join(parts)).replace(" ", "")


@lru_cache(4096)
def morphemes(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a Japanese text, each with its reading in katakana.

    Latin letters, digits and signs are their own reading.
    """
    return tuple(
        (surface, surface if surface.isascii() else part.reading_form())
        for part in _tokenizer().tokenize(text)
        for surface in (part.surface(),)
    )


def letter_name(letter: str) -> str:
    """Return how a Latin letter is called in Japanese: "b" is "びー"."""
    return in_hiragana(_ALPHABET_IN_KATAKANA.split()[ord(letter) - ord("a")])


@cache
def _tokenizer() -> "Tokenizer":
    from sudachipy.dictionary import Dictionary

    return Dictionary(dict="small").tokenizer()


def foreign_words_in_latin(text: str) -> str:
    """Return the text with Latin for spelt letters and for what goes with a number.

    The text must be in lower case.

    >>> foreign_words_in_latin("懐メロボリュームツー")
    '懐メロ vol 2'
    >>> foreign_words_in_latin("作業用ビージーエム")
    '作業用bgm'
    """
    if not has_kana(text):
        return text
    text = _LABELLED.sub(_label_and_number, text)
    for katakana, latin in _FOREIGN:
        text = katakana.sub(latin, text)
    return _SPELT_LETTERS.sub(_latin_letters, text)


def _label_and_number(found: re.Match[str]) -> str:
    number = found["number"]
    digits = _NUMBER_WORDS.get(in_hiragana(number), number)
    return f"{_LABELS_IN_KANA[found['label']]} {digits}"


def _latin_letters(found: re.Match[str]) -> str:
    return "".join(_LETTER_NAMES[name] for name in _LETTER_NAME.findall(found[0]))


def without_japanese_fillers(text: str) -> str:
    """Return the text without "my" and "playlist", unless nothing would remain.

    "お母さんが好きな曲" is "お母さんの好きな曲". The text must be in hiragana.
    """
    return _SUBJECT.sub("の", _FILLERS.sub("", text).strip() or text)


def similar_sound(kana: str, latin: str) -> float:
    """Return how similar a word in kana sounds to a Latin spelling: 0 to 100."""
    spoken, spelt = _consonants(_romaji(kana), _ROMAJI), _consonants(latin, _SPELLINGS)
    if not spoken or not spelt:
        return 0.0
    words = _DIGITS.sub("", spoken), _DIGITS.sub("", spelt)
    # Equal years make no words alike; after equal words they confirm them.
    if all(words) and words[0] != words[1]:
        spoken, spelt = words
    consonants = rapidfuzz.fuzz.ratio(spoken, spelt)
    letters = rapidfuzz.fuzz.ratio(
        _romaji(kana).replace("-", ""), latin.replace(" ", "")
    )
    near = min(100.0, 1.5 * letters)
    if min(len(spoken), len(spelt)) < _SURE_LENGTH:
        return 0.6 * consonants + 0.3 * near
    return 0.9 * consonants + 0.1 * near


def similar_beginning(kana: str, latin: str) -> float:
    """Return how similar kana sounds to the first words of a longer Latin name."""
    sounds = _consonants(_romaji(kana), _ROMAJI)[:1]
    if sounds != _consonants(latin, _SPELLINGS)[:1]:
        return 0.0
    length = len(_romaji(kana))
    words = latin.split()
    for count in range(1, len(words)):
        first = " ".join(words[:count])
        if len(first) >= _NEARLY * length:
            return similar_sound(kana, first) if len(first) <= length + 1 else 0.0
    return 0.0


def similar_reading(one: str, other: str) -> float:
    """Return how similar two readings are, one of them with Latin letters: 0 to 100."""
    letters = rapidfuzz.fuzz.ratio(_romaji(one), _romaji(other))
    sounds = _mixed_consonants(one), _mixed_consonants(other)
    if min(map(len, sounds)) < _SURE_LENGTH:
        return letters
    return max(letters, 0.95 * rapidfuzz.fuzz.ratio(*sounds))


@lru_cache(4096)
def _mixed_consonants(text: str) -> str:
    """Return the sounds of a reading with Latin and Japanese words."""
    return "".join(
        _consonants(part, _SPELLINGS)
        if part[0].isascii()
        else _consonants(_romaji(part), _ROMAJI)
        for part in _SCRIPTS.findall(text)
    )


def clips(kana: str, latin: str) -> bool:
    """Return whether kana is what a Latin name is cut to: "ドリカム", Dreams Come True.

    It begins two words of the name, one after the other.
    """
    if not _LEAST_CLIPPED <= len(kana) <= _MOST_CLIPPED:
        return False
    words = [word for word in latin.split() if word not in ("no", "the", "of", "and")]
    return any(
        _begins_alike(kana[:place], first) and _begins_alike(kana[place:], second)
        for first, second in pairwise(words)
        for place in range(2, len(kana) - 1)
    )


def _begins_alike(kana: str, latin: str) -> bool:
    """Return whether a Latin word begins like kana sounds."""
    spoken = _romaji(kana)
    if latin.startswith(spoken):
        return True
    sounds = _consonants(spoken, _ROMAJI)
    enough = len(sounds) > 1 or (
        sounds and spoken[0] in "aeiou" and spoken[0] == latin[0]
    )
    return bool(enough) and _consonants(latin, _SPELLINGS).startswith(sounds)


@lru_cache(4096)
def _romaji(kana: str) -> str:
    return str(jaconv.kana2alphabet(kana))


@lru_cache(4096)
def _consonants(text: str, spellings: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    """Return the sounds that are left when vowels, "w" and doubled letters go."""
    for pattern, sound in spellings:
        text = pattern.sub(sound, text)
    return _DOUBLED.sub(r"\1", _LEFT_OUT.sub("", text).translate(_SAME_SOUND))
