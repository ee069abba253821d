"""Name matcher: which of a listener's names was spoken, and what to do about it.

Scores are similarities from 0 (nothing in common) to 100 (the same letters).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.fuzz import ratio, token_set_ratio, token_sort_ratio
from rapidfuzz.process import extract

from providers.name_matching.japanese import similar_sound
from providers.name_matching.normalization import NormalForm, normal_form

SURE = 90.0
"""Least score to act on a name, if it is also `LEAD` ahead of the second."""

LEAD = 8.0
"""How far ahead of the second name the best one must be."""

UNSURE = 72.0
"""Least score to ask about a name. Below: say what was heard and offer the list."""

OTHER_NUMBERS = 85.0
"""Most score of a name with other numbers than were spoken: near, not sure."""

BEGINNING = 75.0
"""Score of a name that begins with the spoken words: enough to ask."""

OTHER_WORD = 89.0
"""Most score of a name that has nothing like one of the spoken words."""

_SAME_WORD = 70.0
"""Least similarity of two words that count as the same one, heard badly."""

ANSWER = 55.0
"""Least score for one of two names that were just read out: "the sun one"."""

ASKED = 2
"""Most names that a listener is asked to choose from."""

_FAR = 40.0
"""Least similarity that counts at all."""


class Verdict(Enum):
    """What to do: act on the name, ask about one or two, or offer the list."""

    ACT = "act"
    ASK = "ask"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name that is similar to the spoken words.

    `index`: its place among the names. `score`: 0 to 100.
    """

    index: int
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """Which names were spoken, and what to do about it.

    `matches`: the name to act on, the names to ask about, or nothing.
    `best`: the highest score of all names, 0 where there are none.
    """

    verdict: Verdict
    matches: tuple[NameMatch, ...]
    best: float

    @property
    def bucket(self) -> str:
        """The range of the best score ("70-80"), for a log; it reveals no name."""
        floor = int(min(self.best, 99.0) // 10 * 10)
        return f"{floor}-{floor + 10}"


def decide(
    spoken: str,
    names: Sequence[str],
    *,
    language: str,
    favoured: Collection[int] = (),
) -> Decision:
    """Compare the spoken words with every name, and return what to do.

    `language` is a language code ("en", "ja"). Of names that sound the same, one whose
    index is in `favoured` (recent, much used, one's own) wins, else the first one.
    2,000 names take about 5 ms.
    """
    forms = [normal_form(name, language) for name in names]
    scores = similarities(normal_form(spoken, language), forms)
    matches = [NameMatch(index, score) for index, score in enumerate(scores) if score]
    matches.sort(key=lambda m: (-m.score, m.index not in favoured, m.index))
    distinct = _without_namesakes(matches, forms)
    best = distinct[0].score if distinct else 0.0
    if best < UNSURE:
        return Decision(Verdict.OFFER, (), best)
    second = distinct[1].score if len(distinct) > 1 else 0.0
    exact = best == 100.0 > second
    if exact or (best >= SURE and second < max(UNSURE, best - LEAD)):
        return Decision(Verdict.ACT, (distinct[0],), best)
    to_ask = tuple(m for m in distinct[:ASKED] if m.score >= UNSURE)
    return Decision(Verdict.ASK, to_ask, best)


def answer(spoken: str, names: Sequence[str], *, language: str) -> int | None:
    """Return the index of the name that was chosen among a few, None for neither.

    `names` are those that were just asked about. A word that only one of them contains
    is enough.
    """
    spoken_form = normal_form(spoken, language)
    forms = [normal_form(name, language) for name in names]
    spoken_words = set(spoken_form.core_words.split())
    shared = [spoken_words & set(form.core_words.split()) for form in forms]
    unique = [i for i, words in enumerate(shared) if words - _of_others(shared, i)]
    if len(unique) == 1:
        return unique[0]
    scores = similarities(spoken_form, forms)
    best = max(scores, default=0.0)
    if best < ANSWER or sum(score > best - LEAD for score in scores) > 1:
        return None
    return scores.index(best)


def _of_others(word_sets: Sequence[set[str]], index: int) -> set[str]:
    """Return the words of all sets but the one at `index`."""
    return {w for i, words in enumerate(word_sets) if i != index for w in words}


def similarities(spoken: NormalForm, names: Sequence[NormalForm]) -> list[float]:
    """Return the score of each name: 0 to 100, 100 only for the same letters."""
    if not spoken.words:
        return [0.0] * len(names)
    scores = _similar_spelling(spoken.core_words, [name.core_words for name in names])
    for index, name in enumerate(names):
        if name.letters == spoken.letters:
            scores[index] = 100.0
            continue
        score = scores[index]
        if spoken.kana != name.kana:
            kana, latin = (spoken, name) if spoken.kana else (name, spoken)
            score = max(score, similar_sound(kana.core_words, latin.core_words))
        most = _most(spoken, name) if score > OTHER_NUMBERS else 99.0
        scores[index] = min(score, most)
    return scores


def _most(spoken: NormalForm, name: NormalForm) -> float:
    """Return a cap of the score: long names hide one wrong word in many letters."""
    if spoken.numbers != name.numbers:
        return OTHER_NUMBERS
    if spoken.kana or name.kana:
        return 99.0
    name_words = name.core_words.split()
    all_found = all(
        word in name.letters
        or max(ratio(word, other) for other in name_words) >= _SAME_WORD
        for word in spoken.core_words.split()
    )
    return 99.0 if all_found else OTHER_WORD


def _similar_spelling(spoken: str, names: Sequence[str]) -> list[float]:
    """Return the best of four similarities, each computed over all names at once."""
    scores = [
        BEGINNING if name.startswith(spoken) and name[len(spoken) :][:1] == " " else 0.0
        for name in names
    ]
    joined, joined_names = spoken.replace(" ", ""), [n.replace(" ", "") for n in names]
    for _, score, index in extract(
        joined, joined_names, scorer=ratio, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], score)
    for _, score, index in extract(
        spoken, names, scorer=ratio, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], score)
    for _, score, index in extract(
        spoken, names, scorer=token_sort_ratio, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], 0.95 * score)
    for name, score, index in extract(
        spoken, names, scorer=token_set_ratio, limit=None, score_cutoff=UNSURE
    ):
        lengths = sorted((len(spoken), len(name)))
        penalty = 0.6 + 0.4 * lengths[0] / lengths[1]
        scores[index] = max(scores[index], 0.90 * score * penalty)
    return scores


def _without_namesakes(
    matches: Sequence[NameMatch], forms: Sequence[NormalForm]
) -> list[NameMatch]:
    """Return the first match of those with the same letters."""
    by_letters: dict[str, NameMatch] = {}
    for match in matches:
        by_letters.setdefault(forms[match.index].letters, match)
    return list(by_letters.values())
