"""Fits of a sentence: which sample it fits where words around the sample are left out.

"No, play Road Trip" fits without its first word; "open Deep Focus and how long is it"
without the clause at its end.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from simulator.alexa.clauses import Clauses
from simulator.alexa.entity_resolution import Entities
from simulator.alexa.intent_index import IntentIndex
from simulator.alexa.sample_patterns import FittingSamples, SampleFit, SamplePattern
from simulator.alexa.speech_recognition import (
    Phrases,
    without_polite_words,
    without_refusal,
)

# Of 1: how much of a sentence a sample has to explain beside an unknown value, and how
# many words that has, where the slot's type lists its values.
MIN_EXPLAINED = 0.53
LONGEST_UNKNOWN = 6
_SHORTEST_CLAUSE = 3  # words; of more, one in the midst is not all that is meant

# Of 1: of the weight of a sentence, for a clause that is near a sample, or fits one.
MIN_NEAR_CLAUSE = 0.4
MIN_FITTING_CLAUSE = 0.2

NEARLY_AS_MUCH = 0.005  # of 1; of equals a sample that fits word for word is meant


class UnsureMatch(NamedTuple):
    """A match with unknown words, and how much of the sentence it explains (0 to 1)."""

    match: SampleFit
    explained: float

    @property
    def is_clear(self) -> bool:
        """Whether the unknown words may be what the slot's type takes."""
        if self.match.is_open or not self.match.pattern.weight:
            return True
        is_long = len(self.match.unknown.split()) > LONGEST_UNKNOWN
        return not is_long and self.explained >= MIN_EXPLAINED

    def holds(self, sample: SamplePattern, words: Mapping[str, str]) -> bool:
        """Return whether a clause has words in its midst that the sample would take.

        "Do the wedding bouquets" is no wedding.
        """
        slots, is_same = self.match.slots, sample == self.match.pattern
        pairs = [(slots[name].value or "", words[name]) for name in words if is_same]
        return not self.match.is_open and any(
            f" {word} " in clause and len(clause.split()) > _SHORTEST_CLAUSE
            for clause, word in pairs
        )

    def is_as_near(self, similarity: float) -> bool:
        """Return whether it explains as much as a sample that is so near, or nearly."""
        return self.explained >= similarity - NEARLY_AS_MUCH

    def with_shorter_name(
        self, others: Iterable[SampleFit | None], is_name: Callable[[str], bool]
    ) -> "UnsureMatch":
        """Return the first of the other matches that takes less for a name, or this."""
        longest = len(self.match.unknown)
        shorter = (
            UnsureMatch(other, self.explained)
            for other in others
            if other and other.is_open and other.pattern.weight
            if len(other.unknown) < longest and is_name(other.unknown)
        )
        return next(shorter, self)


class SentenceFits:
    """Choose among the samples of `fitting`, by the words that `index` counted."""

    def __init__(
        self,
        fitting: FittingSamples,
        index: IntentIndex,
        phrases: Phrases,
        language: str,
        clauses: Clauses,
    ) -> None:
        self._fitting = fitting
        self._index = index
        self._phrases = phrases
        self._language = language
        self._clauses = clauses

    def after_refusal(self, text: str, entities: Entities) -> SampleFit | None:
        """Return what a sentence surely asks for after "no" or "never mind".

        Not "sad songs": whoever says "no sad songs" wants none.
        """
        rest = without_refusal(text, self._phrases)
        match = None if rest == text else self._fitting.best(rest, entities)
        is_request = match and match.sure and match.pattern.literals[0].strip()
        return match if is_request else None

    def with_shortest_name(
        self, bare: str, matches: Mapping[str, SampleFit | None], entities: Entities
    ) -> UnsureMatch | None:
        """Return the unsure match whose name holds no clause and no refusal, if any.

        "Open Deep Focus and how long is it"; "no, open Deep Focus" excludes nothing.
        """
        text = next(iter(matches))
        unsure = self._unsure(text, (matches[bare], matches[text]), entities)
        unsure = unsure or self._unsure(text, tuple(matches.values()), entities)
        if unsure is None:
            return None
        heads = self._index.before_clause(text)
        others = [self._fitting.best(head, entities) for head in heads]
        rest = without_refusal(bare, self._phrases)
        taken, intent = unsure.match.unknown, unsure.match.pattern.intent
        if rest != bare and taken in (rest, without_refusal(text, self._phrases)):
            after = self._fitting.best(rest, entities)
            others += [after] if after and after.pattern.intent != intent else []
        return unsure.with_shorter_name(others, self._index.is_name)

    def _unsure(
        self, text: str, matches: Sequence[SampleFit | None], entities: Entities
    ) -> UnsureMatch | None:
        """Return the match with fewest unknown words, unless these are most of `text`.

        A slot whose type takes any words may take most of them, unless these are a
        known name among words of the samples: "the songs on Road Trip" is no name.
        """
        found = (match for match in matches if match)
        match = min(found, key=lambda match: len(match.unknown), default=None)
        if match is None:
            return None
        words = match.unknown
        is_open = match.is_open and not self._index.frames_name(words, entities)
        explained = self._index.explained(text, words, is_open=is_open)
        unsure = UnsureMatch(match, explained)
        return unsure if unsure.is_clear else None

    def in_part(self, text: str, entities: Entities) -> SampleFit | None:
        """Return what a part of a long sentence fits, or None.

        "I'm knackered, what should I listen to": the part has to fit a sample, to be
        the end or most of the sentence, and nothing around it may say "not". Else it is
        a clause that weighs enough.
        """
        for part in self._index.main_parts(text):
            for wording in dict.fromkeys((part, self._without_polite(part))):
                if match := self._sure(wording, entities):
                    return match
        clauses = self.heavy_clauses(text, MIN_FITTING_CLAUSE)
        fits = (self._sure(clause, entities) for clause in clauses)
        return next(filter(None, fits), None)

    def heavy_clauses(self, text: str, share: float) -> Iterator[str]:
        """Yield the clauses that have this share (0 to 1) of the sentence's weight."""
        least = share * self._index.weight(text)
        for clause in self._spoken_clauses(text):
            if self._index.weight(clause) >= least:
                yield clause

    def _spoken_clauses(self, text: str) -> list[str]:
        """Return the clauses of several words, the weightiest first."""
        bare = map(self._without_polite, self._clauses.of(text))
        several = (clause for clause in bare if " " in clause)
        return sorted(several, key=self._index.weight, reverse=True)

    def _sure(self, text: str, entities: Entities) -> SampleFit | None:
        match = self._fitting.best(text, entities)
        return match if match and match.sure and match.pattern.weight else None

    def _without_polite(self, text: str) -> str:
        return without_polite_words(text, self._phrases, self._language)
