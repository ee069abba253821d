"""Similarity of names: how likely it is that the spoken words mean a name.

Scores go from 0 (nothing in common) to 100 (the same letters). Spelling, sound, word
order and the beginning count; another number in the name makes it another name.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from providers.lazy_imports import deferred, deferred_pattern
from providers.name_matching.japanese import (
    clips,
    has_kana,
    similar_beginning,
    similar_reading,
    similar_sound,
)
from providers.name_matching.normalization import NormalForm
from providers.name_matching.number_comparison import (
    Numbers,
    compare_numbers,
    counts_another,
    other_letter,
)
from providers.name_matching.vocabulary import (
    common_words,
    content_words,
    contrasts,
    heard_alike,
)

if TYPE_CHECKING:
    import rapidfuzz.fuzz
    import rapidfuzz.process
else:
    rapidfuzz = deferred("rapidfuzz")

SURE = 90.0
"""Least score to act on a name, if no other name is near."""

UNSURE = 72.0
"""Least score to ask about a name. Below: say what was heard and offer the list."""

SAME_CORE = 99.0
"""Score of a name that differs in fillers only."""

SAME_WORDS = 97.0
"""Score of a name with the same words in another order, number or spelling."""

SAME_READING = 98.0
"""Score of a Japanese name that is read like the spoken words."""

ALL_BUT_NUMBERS = 85.0
"""Score of a name that only adds a number to two or more spoken words."""

_MORE_NUMBERS = 85.0  # most score of a name with more numbers than were spoken
_MORE_WORDS = 80.0  # most score where one spoken word is not in the name
_BEGINNING = 78.0  # score of a name that begins with the spoken words, 6 more if whole
_CONTAINED = 74.0  # score of a name that contains the spoken words, 6 more if whole
_COMPOUND = 92.0  # score of a name whose two words were spoken as one, or the reverse
_OTHER_NAME = 60.0  # most score of a name with other words
_ALIKE = 64.0  # least similarity of two words that count as the same, heard badly
_SURE_SOUND = 85.0  # least similarity of sounds where nobody speaks Japanese
_FAR = 50.0  # least similarity that counts at all
_YEAR_DIGITS = 4
_SHORT = 3  # letters of a word that must be there as it is


_LATIN = deferred_pattern("[a-z]")
_LIKE_BEGINNINGS = ("bpvwf", "dt", "ckqg", "cszx", "iyjlg")
_VOICELESS = str.maketrans(
    "がぎぐげござじずぜぞだぢづでどばびぶべぼ",
    "かきくけこさしすせそたちつてとはひふへほ",
)


def similarities(spoken: NormalForm, names: Sequence[NormalForm]) -> list[float]:
    """Return the score of each name: 0 to 100, 100 only for the same letters."""
    if not spoken.words:
        return [0.0] * len(names)
    core = spoken.core_words.replace(" ", "")
    joined = [name.core_words.replace(" ", "") for name in names]
    scores = _similar_spelling(spoken.core_words, [name.core_words for name in names])
    _raise_scores(scores, core, joined, rapidfuzz.fuzz.ratio)
    if spoken.reading and not spoken.reading.isascii():
        _add_readings(scores, spoken, names)
    content = frozenset(spoken.content)
    for index, name in enumerate(names):
        if name.letters == spoken.letters:
            scores[index] = 100.0
        elif joined[index] == core:
            scores[index] = SAME_CORE
        elif (
            scores[index]
            or spoken.kana != name.kana
            or spoken.core_words in name.core_words
            or not content.isdisjoint(name.content)
            or _compounded(spoken, name)
        ):
            scores[index] = _judged(scores[index], spoken, name, content)
    return scores


def _judged(
    score: float, spoken: NormalForm, name: NormalForm, content: frozenset[str]
) -> float:
    """Return the score of a name that has something of the spoken words."""
    known = _known_words(spoken, name, content)
    score = max(score, known, _similar_sound(spoken, name))
    return min(score, _most(spoken, name)) if score >= _FAR else 0.0


def _known_words(
    spoken: NormalForm,
    name: NormalForm,
    content: frozenset[str],
) -> float:
    """Return the score of a name that has all the spoken words; 0 for another name."""
    same = spoken.content == name.content
    unlabelled = spoken.words.replace("number ", "")
    numbered = spoken.numbers and unlabelled == name.words.replace("number ", "")
    counted = same and content and compare_numbers(spoken, name) is Numbers.SAME
    if numbered or counted:
        return SAME_WORDS
    words = spoken.core_words.split()
    coverage = min(1.0, len(spoken.core_words) / max(1, len(name.core_words)))
    if _compounded(spoken, name):
        return _COMPOUND
    if _read_alike(spoken, name):
        return ALL_BUT_NUMBERS
    if _begins(spoken, name):
        rest = name.core_words[len(spoken.core_words) :].split()
        long = len(words) > 1 or (
            not spoken.core_words.isascii() and len(spoken.letters) > 3
        )
        only_numbers = all(word.isdecimal() for word in content_words(rest))
        if long and rest and only_numbers and not spoken.numbers:
            return ALL_BUT_NUMBERS
        return _BEGINNING + 6 * coverage
    return _CONTAINED + 6 * coverage if contains(name, spoken) else 0.0


def contains(name: NormalForm, spoken: NormalForm) -> bool:
    """Return whether the name has all the spoken words, in any order and number."""
    if set(spoken.core_words.split()).issubset(name.core_words.split()):
        return True
    if not spoken.core_words.isascii() and spoken.core_words in name.core_words:
        return len(spoken.letters) > 1
    if _begins_split(spoken, name):
        return True
    content = set(spoken.content)
    long = any(len(word) >= _SHORT for word in content)
    return long and content.issubset(name.content)


def says_little(spoken: NormalForm) -> bool:
    """Return whether the spoken words may be in any name: "songs", "the best"."""
    words = [word for word in spoken.content if word not in common_words()]
    if spoken.numbers:
        year = any(len(number) == _YEAR_DIGITS for number in spoken.numbers)
        return not words and not (year and spoken.content)
    return not words or (spoken.core_words.isascii() and len(spoken.letters) < _SHORT)


def _read_alike(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether a Japanese name is read as was spoken, but for its number."""
    heard = spoken.reading
    if len(heard) <= _SHORT or not name.reading.startswith(heard) or heard.isascii():
        return False
    return name.reading[len(heard) :].isdecimal() and not spoken.numbers


def _begins(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether the name begins with the spoken words, the last perhaps in part.

    Japanese has no spaces: three characters are enough there.
    """
    begun, whole = spoken.core_words, name.core_words
    if not whole.startswith(begun):
        return _begins_split(spoken, name)
    if begun.isascii():
        return whole[len(begun)] == " " or len(begun) > 2 * _SHORT
    return len(begun) > 1


def _begins_split(spoken: NormalForm, name: NormalForm) -> bool:
    """Return whether the name's first word was spoken in pieces: "grill party"."""
    first, space, _ = name.core_words.partition(" ")
    return bool(space) and spoken.core_words.replace(" ", "") == first


def _compounded(one: NormalForm, other: NormalForm) -> bool:
    """Return whether one says in one word what the other says in two: "Putzmusik".

    In any order, and with an s between them: "Musik zum Putzen".
    """
    content, pair = one.content, other.content
    if len(content) > len(pair):
        content, pair = pair, content
    if len(content) != 1 or len(pair) != 2:
        return False
    (word,), (first, second) = content, pair
    return (
        first in word
        and second in word
        and word
        in (
            f"{start}{link}{end}"
            for start, end in ((first, second), (second, first))
            for link in ("", "s", "n")
        )
    )


@lru_cache(16_384)
def _mixes_scripts(reading: str) -> bool:
    """Return whether a reading has Latin letters beside kana: "jpopめいきょく"."""
    return has_kana(reading) and bool(_LATIN.search(reading))


def _add_readings(
    scores: list[float], spoken: NormalForm, names: Sequence[NormalForm]
) -> None:
    """Raise the scores of the names that are read like what was spoken."""
    readings = [_voiceless(name.reading) for name in names]
    heard = _voiceless(spoken.reading)
    for _, score, index in rapidfuzz.process.extract(
        heard, readings, scorer=rapidfuzz.fuzz.ratio, limit=None, score_cutoff=_FAR
    ):
        same = spoken.reading == names[index].reading
        scores[index] = max(scores[index], SAME_READING if same else 0.95 * score)


def _similar_sound(spoken: NormalForm, name: NormalForm) -> float:
    """Return how similar kana and Latin letters sound; 0 for the same script."""
    if _mixes_scripts(name.reading) or _mixes_scripts(spoken.reading):
        return similar_reading(spoken.reading, name.reading)
    if spoken.kana and name.core_words.isascii():
        score = similar_sound(spoken.core_words, name.core_words)
        if score >= UNSURE or spoken.numbers or not spoken.core_words.isalpha():
            return score
        begun = similar_beginning(spoken.core_words, name.core_words)
        clipped = begun >= _SURE_SOUND or clips(spoken.core_words, name.core_words)
        return max(score, _BEGINNING if clipped else 0.0)
    if name.kana and spoken.core_words.isascii():
        score = similar_sound(name.core_words, spoken.core_words)
        # Who speaks another language says few of their names in Japanese.
        if not spoken.reading:
            return min(score, _MORE_NUMBERS) if score >= _SURE_SOUND else 0.0
        return score
    return 0.0


def _most(spoken: NormalForm, name: NormalForm) -> float:
    """Return a cap of the score: long names hide one wrong word in many letters."""
    numbers = compare_numbers(spoken, name)
    if numbers is Numbers.OTHER or other_letter(spoken, name):
        return 0.0
    most = _MORE_NUMBERS if numbers is Numbers.MORE else 98.0
    if counts_another(spoken, name):
        most = _MORE_WORDS
    if not (spoken.core_words.isascii() and name.core_words.isascii()):
        return most
    return min(most, _most_by_words(spoken, name))


def _most_by_words(spoken: NormalForm, name: NormalForm) -> float:
    if contrasts(spoken.content, name.content):
        return _OTHER_NAME
    return min(_most_by_begun(spoken, name), _most_by_found(spoken, name))


def _most_by_begun(spoken: NormalForm, name: NormalForm) -> float:
    """Return a cap where a word is not in the name: one in its place begins otherwise.

    "Feliz día de la madre" is not surely "Feliz día del padre".
    """
    heard = [word for word in spoken.content if word not in name.content]
    words = [word for word in name.content if word not in spoken.content]
    if len(heard) != 1 or len(words) != 1:
        return 98.0
    (one,), (other,) = heard, words
    begins_alike = one[0] == other[0] or any(
        one[0] in sounds and other[0] in sounds for sounds in _LIKE_BEGINNINGS
    )
    return 98.0 if begins_alike or heard_alike(one, other) else SURE - 1


def _most_by_found(spoken: NormalForm, name: NormalForm) -> float:
    alike = rapidfuzz.fuzz.ratio(spoken.letters, name.letters) >= SURE
    if (
        _compounded(spoken, name)
        or _begins_split(spoken, name)
        or (alike and len(spoken.letters) > _SHORT)
    ):
        return 98.0
    heard, words = spoken.content, name.content
    missing = [word for word in heard if not _in(word, words, name)]
    if not missing:
        return 98.0
    found = sum(map(len, heard)) - sum(map(len, missing))
    left = [word for word in heard if word not in words]
    whole = all(word in heard or _in(word, left, spoken) for word in words)
    same = compare_numbers(spoken, name) is Numbers.SAME
    enough = same and len(missing) == 1 and found >= len(missing[0])
    return _MORE_WORDS if whole and enough else _OTHER_NAME


def _in(word: str, others: Sequence[str], form: NormalForm) -> bool:
    """Return whether a word, perhaps heard badly, is one of the others or in them."""
    if word in others or (len(word) > _SHORT and word in form.letters):
        return True
    return any(
        rapidfuzz.fuzz.ratio(word, other) >= _ALIKE or heard_alike(word, other)
        for other in others
    )


@lru_cache(16_384)
def _voiceless(reading: str) -> str:
    """Return the reading with bare kana: a compound may voice its second word."""
    return reading.translate(_VOICELESS)


def _similar_spelling(spoken: str, names: Sequence[str]) -> list[float]:
    """Return the best of three similarities, each computed over all names at once."""
    scores = [0.0] * len(names)
    _raise_scores(scores, spoken, names, rapidfuzz.fuzz.ratio)
    _raise_scores(scores, spoken, names, rapidfuzz.fuzz.token_sort_ratio, 0.95)
    for name, score, index in rapidfuzz.process.extract(
        spoken,
        names,
        scorer=rapidfuzz.fuzz.token_set_ratio,
        limit=None,
        score_cutoff=UNSURE,
    ):
        lengths = sorted((len(spoken), len(name)))
        penalty = 0.6 + 0.4 * lengths[0] / lengths[1]
        scores[index] = max(scores[index], 0.90 * score * penalty)
    return scores


def _raise_scores(
    scores: list[float],
    spoken: str,
    names: Sequence[str],
    scorer: Callable[..., float],
    weight: float = 1.0,
) -> None:
    """Raise the scores to those that `scorer` gives the names."""
    for _, score, index in rapidfuzz.process.extract(
        spoken, names, scorer=scorer, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], weight * score)
