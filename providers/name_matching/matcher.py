"""Which of a listener's names did they say? Act on it, ask back, or offer the list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.fuzz import ratio, token_set_ratio, token_sort_ratio
from rapidfuzz.process import extract

from providers.name_matching.japanese import similar_sound
from providers.name_matching.normalization import NormalForm, normal_form

SURE = 90.0
"""At least this, and `LEAD` ahead of the second: act."""

LEAD = 8.0
UNSURE = 72.0
"""At least this: ask. Below: say what was heard and offer the list."""

OTHER_NUMBERS = 85.0
"""The most for a name with other numbers than were heard: near, not sure."""

BEGINNING = 75.0
"""A name that begins with what was heard: enough to ask."""

OTHER_WORD = 89.0
"""The most for a name in which a word that was heard has nothing like it."""

_FILLER_WEIGHTS = 70.0
"""Two words this near are the same one, heard badly."""

ANSWER = 55.0
"""Enough for one of two names that were just read out: "the sun one"."""

ASKED = 2
"""How many names one can be asked to choose from."""

_FAR = 40.0
"""Below this a name is not looked at twice."""


class Verdict(Enum):
    """What to do about it."""

    ACT = "act"
    ASK = "ask"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The name at `index`, and how near it is: 0 to 100."""

    index: int
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """`matches` holds the one to act on, those to ask about, or nothing."""

    verdict: Verdict
    matches: tuple[NameMatch, ...]
    best: float

    @property
    def bucket(self) -> str:
        """How near the best name was, coarse enough for a log: never the name."""
        floor = int(min(self.best, 99.0) // 10 * 10)
        return f"{floor}-{floor + 10}"


def decide(
    heard: str,
    names: Sequence[str],
    *,
    language: str,
    favoured: Collection[int] = (),
) -> Decision:
    """Holds what was heard against every name; 2,000 names take about 5 ms.

    `language` is a language code ("en", "ja"). Of names that sound the same, one whose
    index is `favoured` (recent, much used, one's own) wins; otherwise the first does.
    """
    forms = [normal_form(name, language) for name in names]
    scores = similarities(normal_form(heard, language), forms)
    near = [NameMatch(index, score) for index, score in enumerate(scores) if score]
    near.sort(key=lambda m: (-m.score, m.index not in favoured, m.index))
    distinct = _without_namesakes(near, forms)
    best = distinct[0].score if distinct else 0.0
    if best < UNSURE:
        return Decision(Verdict.OFFER, (), best)
    second = distinct[1].score if len(distinct) > 1 else 0.0
    exact = best == 100.0 > second
    if exact or (best >= SURE and second < max(UNSURE, best - LEAD)):
        return Decision(Verdict.ACT, (distinct[0],), best)
    asked = tuple(m for m in distinct[:ASKED] if m.score >= UNSURE)
    return Decision(Verdict.ASK, asked, best)


def answer(heard: str, names: Sequence[str], *, language: str) -> int | None:
    """Which of the few names that were asked about is meant; None for neither."""
    said = normal_form(heard, language)
    forms = [normal_form(name, language) for name in names]
    told = [
        set(said.core_words.split()) & set(form.core_words.split()) for form in forms
    ]
    telling = [i for i, words in enumerate(told) if words - _others(told, i)]
    if len(telling) == 1:
        return telling[0]
    scores = similarities(said, forms)
    best = max(scores, default=0.0)
    if best < ANSWER or sum(score > best - LEAD for score in scores) > 1:
        return None
    return scores.index(best)


def _others(told: Sequence[set[str]], index: int) -> set[str]:
    """The words that tell of another name than the one at `index`."""
    return {w for i, words in enumerate(told) if i != index for w in words}


def similarities(said: NormalForm, names: Sequence[NormalForm]) -> list[float]:
    """How near each name is, 0 to 100; 100 only for the very same letters."""
    if not said.words:
        return [0.0] * len(names)
    scores = _similar_spelling(said.core_words, [name.core_words for name in names])
    for index, name in enumerate(names):
        if name.letters == said.letters:
            scores[index] = 100.0
            continue
        score = scores[index]
        if said.kana != name.kana:
            kana, latin = (said, name) if said.kana else (name, said)
            score = max(score, similar_sound(kana.core_words, latin.core_words))
        scores[index] = min(score, _most(said, name) if score > OTHER_NUMBERS else 99.0)
    return scores


def _most(said: NormalForm, name: NormalForm) -> float:
    """What a name may score at most: long names hide one wrong word in many letters."""
    if said.numbers != name.numbers:
        return OTHER_NUMBERS
    if said.kana or name.kana:
        return 99.0
    there = name.core_words.split()
    found = all(
        word in name.letters
        or max(ratio(word, other) for other in there) >= _FILLER_WEIGHTS
        for word in said.core_words.split()
    )
    return 99.0 if found else OTHER_WORD


def _similar_spelling(said: str, names: Sequence[str]) -> list[float]:
    """The best of four views, each taken over all the names at once."""
    scores = [
        BEGINNING if name.startswith(said) and name[len(said) :][:1] == " " else 0.0
        for name in names
    ]
    closed, names_closed = said.replace(" ", ""), [n.replace(" ", "") for n in names]
    for _, score, index in extract(
        closed, names_closed, scorer=ratio, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], score)
    for _, score, index in extract(
        said, names, scorer=ratio, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], score)
    for _, score, index in extract(
        said, names, scorer=token_sort_ratio, limit=None, score_cutoff=_FAR
    ):
        scores[index] = max(scores[index], 0.95 * score)
    for name, score, index in extract(
        said, names, scorer=token_set_ratio, limit=None, score_cutoff=UNSURE
    ):
        lengths = sorted((len(said), len(name)))
        penalty = 0.6 + 0.4 * lengths[0] / lengths[1]
        scores[index] = max(scores[index], 0.90 * score * penalty)
    return scores


def _without_namesakes(
    ranked: Sequence[NameMatch], forms: Sequence[NormalForm]
) -> list[NameMatch]:
    """Of names that sound the same, the first."""
    kept: dict[str, NameMatch] = {}
    for match in ranked:
        kept.setdefault(forms[match.index].letters, match)
    return list(kept.values())
