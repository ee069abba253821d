"""Which of a listener's names did they say? Act on it, ask back, or offer the list."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio, token_set_ratio, token_sort_ratio

from providers.normal_form import NormalForm, normal_form

SURE = 90.0
"""At least this, and `LEAD` ahead of the second: act."""

LEAD = 8.0
UNSURE = 72.0
"""At least this: ask. Below: say what was heard and offer the list."""

OTHER_NUMBERS = 85.0
"""The most that a name with other numbers in it can score: near, never sure."""

ANSWER = 55.0
"""Enough for one of two names that were just read out: "the sun one"."""

ASKED = 2
"""How many names one can be asked to choose from."""


class Verdict(Enum):
    """What to do about it."""

    ACT = "act"
    ASK = "ask"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Match:
    """The name at `index`, and how near it is: 0 to 100."""

    index: int
    score: float


@dataclass(frozen=True, slots=True)
class Decision:
    """`matches` holds the one to act on, those to ask about, or nothing."""

    verdict: Verdict
    matches: tuple[Match, ...]
    best: float

    @property
    def bucket(self) -> str:
        """How near the best name was, coarse enough for a log: never the name."""
        floor = int(min(self.best, 99.0) // 10 * 10)
        return f"{floor}-{floor + 10}"


def answer(heard: str, names: Sequence[str], *, language: str) -> int | None:
    """Which of the few names that were asked about is meant; None for neither."""
    said = normal_form(heard, language)
    scores = [likeness(said, normal_form(name, language)) for name in names]
    best = max(scores, default=0.0)
    if best < ANSWER or sum(score > best - LEAD for score in scores) > 1:
        return None
    return scores.index(best)


def decide(
    heard: str,
    names: Sequence[str],
    *,
    language: str,
    favoured: Collection[int] = (),
) -> Decision:
    """Holds what was heard against every name.

    `language` is a language code ("en", "ja"). Of names that sound the same, one whose
    index is `favoured` (recent, much used, one's own) wins; otherwise the first does.
    """
    said = normal_form(heard, language)
    scored = [
        Match(index, likeness(said, normal_form(name, language)))
        for index, name in enumerate(names)
    ]
    ranked = sorted(scored, key=lambda m: (-m.score, m.index not in favoured, m.index))
    distinct = _without_namesakes(ranked, names, language)
    best = distinct[0].score if distinct else 0.0
    if best < UNSURE:
        return Decision(Verdict.OFFER, (), best)
    near = [m for m in distinct if m.score >= max(UNSURE, best - LEAD)]
    if best >= SURE and (len(near) == 1 or _only_exact(near)):
        return Decision(Verdict.ACT, (distinct[0],), best)
    asked = [m for m in distinct[:ASKED] if m.score >= UNSURE]
    return Decision(Verdict.ASK, tuple(asked), best)


def likeness(said: NormalForm, name: NormalForm) -> float:
    """How near two normal forms are, 0 to 100; 100 only for the very same words."""
    if not said.words or not name.words:
        return 0.0
    if said.words == name.words:
        return 100.0
    score = min(99.0, max(_alike(said.core, name.core), _alike_sounding(said, name)))
    return score if said.numbers == name.numbers else min(score, OTHER_NUMBERS)


def _alike(said: str, name: str) -> float:
    longer, shorter = max(len(said), len(name)), min(len(said), len(name))
    return max(
        ratio(said, name),
        ratio(said.replace(" ", ""), name.replace(" ", "")),
        0.95 * token_sort_ratio(said, name),
        0.90 * token_set_ratio(said, name) * (0.6 + 0.4 * shorter / longer),
    )


def _alike_sounding(said: NormalForm, name: NormalForm) -> float:
    """Katakana against Latin letters: what is left of both in a Japanese mouth."""
    if said.sound is None or name.sound is None or said.kana == name.kana:
        return 0.0
    return 100.0 * Indel.normalized_similarity(said.sound, name.sound)


def _without_namesakes(
    ranked: Sequence[Match], names: Sequence[str], language: str
) -> list[Match]:
    seen: set[str] = set()
    kept: list[Match] = []
    for match in ranked:
        words = normal_form(names[match.index], language).words
        if words not in seen:
            seen.add(words)
            kept.append(match)
    return kept


def _only_exact(near: Sequence[Match]) -> bool:
    return near[0].score == 100.0 and near[1].score < 100.0
