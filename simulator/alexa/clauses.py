"""Clauses: the parts of a long sentence that may each be a sentence of their own.

"I've got a talk in an hour, I need something calm": where a clause begins is told by
the words that begin the samples of a model.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from simulator.alexa.sample_patterns import SamplePattern
from simulator.alexa.speech_recognition import CJK, Phrases, transcribe

_MIN_INTENTS = 5  # with samples that begin with a word which begins clauses
_MIN_FIRST = 0.2  # of 1; how often such a word is the first of the samples that have it


class Clauses:
    """The clauses of sentences, in one language; none in scripts without spaces."""

    def __init__(self, patterns: Iterable[SamplePattern], phrases: Phrases) -> None:
        self._conjunctions = frozenset(phrases.conjunctions)
        self._openers = openers(patterns).union(phrases.subjects)

    def of(self, text: str) -> Iterator[str]:
        """Yield the parts between places where clauses begin, the last ones first."""
        words = [] if CJK.search(text) else text.split()
        starts = [place for place in range(len(words)) if self._begins(words, place)]
        spans = combinations([*starts, len(words)], 2)
        for start, end in reversed(list(spans)):
            clause = words[start:end]
            while clause and clause[-1] in self._conjunctions:
                clause.pop()
            if 1 < len(clause) < len(words):
                yield " ".join(clause)

    def _begins(self, words: list[str], place: int) -> bool:
        """Return whether a clause may begin with the word at this place."""
        return (
            not place
            or words[place] in self._openers
            or words[place - 1] in self._conjunctions
        )


def openers(patterns: Iterable[SamplePattern]) -> frozenset[str]:
    """Return the words that begin the samples of several intents."""
    first: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    begins: Counter[str] = Counter()
    for pattern in patterns:
        words = transcribe(pattern.literals[0]).split()
        if words:
            first[words[0]].add(pattern.intent)
            begins[words[0]] += 1
        counts.update(transcribe(" ".join(pattern.literals)).split())
    return frozenset(
        word
        for word, intents in first.items()
        if len(intents) >= _MIN_INTENTS and begins[word] >= _MIN_FIRST * counts[word]
    )
