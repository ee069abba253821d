"""The sample utterance that is nearest to a sentence.

Alexa generalises from the samples of a model: more or fewer words around the same
meaning, in another order. `SampleIndex` compares the sentence and each sample as bags
of words, with every known slot value replaced by its type, and each word weighs the
more the fewer intents use it. It is nearest-neighbour classification with inverse
document frequency: https://nlp.stanford.edu/IR-book/html/htmledition/k-nearest-neighbor-1.html
Contractions are written out, endings are cut; what says "not" is never near the rest.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, combinations, zip_longest
from typing import Self

from simulator.alexa.entity_resolution import takes_any_words
from simulator.alexa.sample_patterns import SamplePattern
from simulator.alexa.speech_recognition import CJK, Phrases, transcribe
from simulator.alexa.tokenizer import Tokenizer

MIN_SIMILARITY = 0.66  # of 1; from the corpora in tests/skill_package/utterances
MIN_WITH_VALUE = 0.58  # of 1; where a value of a closed slot type was said
MIN_OF_VALUE = 0.7  # of 1; of a value that is a whole sentence
MIN_SIMILARITY_OF_ANSWER = 0.8  # of 1; where a slot was elicited
MIN_AROUND_NAME = 0.6  # of 1; of the words around a name that nobody knows
SHORTEST_PART = 3  # words of a long sentence that may stand for all of it
SHORTEST_CLAUSE = 3  # words that are rather a clause than a name
LONGEST_VALUE = 6  # words of a slot value that are looked for

_UNKNOWN_WORD = 0.6  # weight of a word that no sample has, as part of the rarest's
_OPEN_SLOT = 0.33  # of the words in a slot that takes any: what stays unexplained
_COMMON = 0.7  # weight of a word that is no part of a name, as part of the rarest's
_CLAUSE = 0.6  # least part of a clause's words that are common
_VALUE = 0.9  # weight of a slot value, as part of the rarest word's

IsKnown = Callable[[str, str], bool]  # are these words a value of that slot type?


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sample nearest to a sentence, and the words of its slots."""

    pattern: SamplePattern
    words: Mapping[str, str]
    similarity: float

    def may_answer(self, text: str) -> bool:
        """Return whether the text, said after a question, may be the answer to it.

        It may where the sample is unlike it, or where a slot takes all of it.
        """
        is_far = self.similarity < MIN_SIMILARITY_OF_ANSWER
        return is_far or text in self.words.values()


@dataclass(frozen=True, slots=True)
class _IndexedSample:
    """A sample, the type of each slot, and its tokens with the types in them.

    sequence: the tokens in their order; `tokens`: how often each is there.
    values: the words of slots for which the sample has a value already.
    """

    pattern: SamplePattern
    types: Mapping[str, str]
    sequence: tuple[str, ...]
    tokens: Counter[str]
    is_negative: bool
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def type_names(self) -> tuple[str, ...]:
        return tuple(sorted(self.types.values()))

    @classmethod
    def of(
        cls,
        pattern: SamplePattern,
        type_of: Callable[[str, str], str],
        tokenizer: Tokenizer,
    ) -> Self:
        types = {slot: type_of(pattern.intent, slot) for slot in pattern.slots}
        literals = map(transcribe, pattern.literals)
        slots = (f"{{{types[slot]}}}" for slot in pattern.slots)
        parts = chain.from_iterable(zip_longest(literals, slots, fillvalue=""))
        sequence = tuple(tokenizer.tokens(" ".join(parts)))
        is_negative = tokenizer.is_negative(sequence)
        return cls(pattern, types, sequence, Counter(sequence), is_negative)

    @classmethod
    def of_value(cls, pattern: SamplePattern, value: str, tokenizer: Tokenizer) -> Self:
        """Return the sample that a value makes of a sample that is only its slot."""
        sequence = tuple(tokenizer.tokens(transcribe(value)))
        values = {slot: transcribe(value) for slot in pattern.slots}
        is_negative = tokenizer.is_negative(sequence)
        return cls(pattern, {}, sequence, Counter(sequence), is_negative, values)


Weighed = tuple[float, _IndexedSample]  # the weight of all its tokens comes first
_Neighbours = tuple[str | None, str | None]  # the tokens before and after a slot


class SampleIndex:
    """All samples of a model, by their words.

    type_of: returns the type of an intent's slot.
    phrases: of the model's language; polite phrases that are single words weigh
        nothing.
    values: values that are whole sentences, each with the sample that is only its slot.
    """

    def __init__(
        self,
        patterns: Iterable[SamplePattern],
        type_of: Callable[[str, str], str],
        phrases: Phrases,
        values: Iterable[tuple[SamplePattern, str]] = (),
    ) -> None:
        self._tokenizer = Tokenizer(phrases)
        self._phrases = phrases
        self._samples = [
            _IndexedSample.of(pattern, type_of, self._tokenizer) for pattern in patterns
        ]
        intents: dict[str, set[str]] = defaultdict(set)
        for sample in self._samples:
            for token in sample.tokens:
                intents[token].add(sample.pattern.intent)
        count = len(set().union(*intents.values()))
        self._rarest = math.log(1 + count)
        self._unknown = _UNKNOWN_WORD * self._rarest
        self._weights = {
            token: _VALUE * self._rarest
            if token.startswith("{")
            else math.log(1 + count / len(users))
            for token, users in intents.items()
        }
        self._weights |= dict.fromkeys(self._tokenizer.fillers(phrases.polite), 0.0)
        self._by_types = self._index_types()
        of_value = (_IndexedSample.of_value(*v, self._tokenizer) for v in values)
        self._of_values = [(self._weight(each.tokens), each) for each in of_value]
        self._by_neighbours = self._index_neighbours()

    def _index_types(self) -> Mapping[tuple[str, ...], list[Weighed]]:
        """Return the samples by the types of their slots."""
        by_types: dict[tuple[str, ...], list[Weighed]] = defaultdict(list)
        for sample in self._samples:
            weighed = self._weight(sample.tokens), sample
            by_types[sample.type_names].append(weighed)
        return by_types

    def nearest(
        self, text: str, is_known: IsKnown, open_types: AbstractSet[str]
    ) -> Nearest | None:
        """Return the sample nearest to a transcribed sentence; None where none is near.

        A sample with slots counts only where the sentence has a known value for each,
        and a sample that is nothing but a slot not for a type that takes any words.
        """
        best: Nearest | None = None
        is_known = cache(is_known)
        for types, of_types in self._by_types.items():
            typed = with_types(text, types, is_known)
            if typed is None:
                continue
            values, typed_text = typed
            words = self._count(typed_text)
            samples = of_types
            if not open_types.isdisjoint(types):
                samples = [pair for pair in of_types if pair[1].pattern.weight]
            is_closed = types and open_types.isdisjoint(types)
            least = MIN_WITH_VALUE if is_closed else MIN_SIMILARITY
            least = max(least, best.similarity if best else 0.0)
            for sample, similarity in self._nearer(words, samples, least):
                slots = {name: values[kind] for name, kind in sample.types.items()}
                best = Nearest(sample.pattern, slots, similarity)
        return best

    def nearest_value(self, text: str) -> Nearest | None:
        """Return the value that is a sentence and nearest to the text, or None."""
        if len(text.split()) < SHORTEST_PART:
            return None
        near = self._nearer(self._count(text), self._of_values, MIN_OF_VALUE)
        best = max(near, key=lambda found: found[1], default=None)
        return best and Nearest(best[0].pattern, best[0].values, best[1])

    def _nearer(
        self,
        words: Counter[str],
        samples: Iterable[Weighed],
        least: float,
        unlike: float = 0.0,
    ) -> Iterator[tuple[_IndexedSample, float]]:
        """Yield the samples, each nearer than the one before, from `least` on.

        The similarity is the weight of the common words as part of all words' (0 to 1);
        `unlike` is the weight of more words, which no sample has in common. Where one
        side weighs much more than the other it cannot be near, whatever they have in
        common.
        """
        whole = self._weight(words) + unlike
        if not whole:
            return
        is_negative = self._tokenizer.is_negative(words)
        # What weighs less or more is less near, even with all words in common.
        lightest = whole * least / (2 - least)
        heaviest = whole * (2 - least) / least
        for weight, sample in samples:
            if not lightest <= weight <= heaviest:
                continue
            if sample.is_negative is not is_negative:
                continue
            similarity = 2 * self._common(sample.tokens, words) / (weight + whole)
            if similarity > least:
                least = similarity
                yield sample, similarity

    def around_name(self, text: str) -> Nearest | None:
        """Return the sample that is nearest around words of no known name; or None.

        Alexa finds a name by the words beside it. The sample has one slot, of a type
        that takes any words, and the same words next to it. At least one word of the
        name is in no sample; the more intents use one of the others, the less it
        belongs to a name. In scripts with spaces only.
        """
        if CJK.search(text):
            return None
        words = text.split()
        tokens = [tuple(self._tokenizer.tokens(word)) for word in words]
        best: Nearest | None = None
        spans = combinations(range(len(words) + 1), 2)
        for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
            named = list(chain.from_iterable(tokens[start:end]))
            if end - start > LONGEST_VALUE or all(map(self._has, named)):
                continue
            rest = Counter(chain.from_iterable((*tokens[:start], *tokens[end:])))
            unlike = sum(
                self._rarest - self._weights.get(t, self._rarest) for t in named
            )
            samples = self._beside(tokens[:start], tokens[end:])
            least = max(MIN_AROUND_NAME, best.similarity if best else 0.0)
            for sample, similarity in self._nearer(rest, samples, least, unlike):
                (slot,) = sample.pattern.slots
                name = " ".join(words[start:end])
                best = Nearest(sample.pattern, {slot: name}, similarity)
        return best

    def _beside(
        self, before: Sequence[tuple[str, ...]], after: Sequence[tuple[str, ...]]
    ) -> Iterator[Weighed]:
        """Yield the samples with the same words beside their slot, or on one side."""
        left = before[-1][-1] if before else None
        right = after[0][0] if after else None
        for beside in {(left, right), (left, None), (None, right)}:
            yield from self._by_neighbours.get(beside, ())

    def are_common(self, words: Iterable[str]) -> bool:
        """Return whether many intents use each of these words."""
        tokens = chain.from_iterable(map(self._tokenizer.tokens, words))
        most = _COMMON * self._rarest
        return all(self._weights.get(token, self._rarest) <= most for token in tokens)

    def is_clause(self, text: str) -> bool:
        """Return whether these are many words, and most of them common ones."""
        words = text.split()
        common = sum(self.are_common([word]) for word in words)
        return len(words) >= SHORTEST_CLAUSE and common >= _CLAUSE * len(words)

    def is_name(self, text: str) -> bool:
        """Return whether the words are rather a name than a clause or common ones."""
        return not self.is_clause(text) and not self.are_common([text])

    def before_clause(self, text: str) -> Iterator[str]:
        """Yield the beginnings of a sentence before a conjunction and a clause."""
        words = text.split()
        for place, word in enumerate(words[1:], 1):
            after = " ".join(words[place + 1 :])
            if word in self._phrases.conjunctions and self.is_clause(after):
                yield " ".join(words[:place])

    def _has(self, token: str) -> bool:
        return token in self._weights

    def _index_neighbours(self) -> Mapping[_Neighbours, list[Weighed]]:
        """Return the samples with one slot for any words, by the words beside it."""
        by_neighbours: dict[_Neighbours, list[Weighed]] = defaultdict(list)
        for sample in self._samples:
            if len(sample.types) != 1 or not all(
                map(takes_any_words, sample.types.values())
            ):
                continue
            before, after = (
                list(self._tokenizer.tokens(transcribe(part)))
                for part in sample.pattern.literals
            )
            if not before and not after:
                continue  # the slot is all of the sample
            around = replace(sample, tokens=Counter((*before, *after)))
            beside = before[-1] if before else None, after[0] if after else None
            by_neighbours[beside].append((self._weight(around.tokens), around))
        return by_neighbours

    def knows(self, text: str) -> bool:
        """Return whether a sample has each of the words."""
        return all(token in self._weights for token in self._tokenizer.tokens(text))

    def main_parts(self, text: str) -> Iterator[str]:
        """Yield ends and beginnings of a sentence, the longest first.

        An end is the request, whatever comes before; a beginning weighs more than the
        rest, or the rest is a clause with a subject ("…, I have to write an essay").
        The rest does not say "not", unless it is such a clause, or a conjunction parts
        it from the end.
        """
        words = text.split()
        for length in range(len(words) - 1, SHORTEST_PART - 1, -1):
            before = " ".join(words[:-length])
            joins = words[-length - 1] in self._phrases.conjunctions
            if joins or not self._tokenizer.is_negative(self._count(before)):
                yield " ".join(words[-length:])
            main, rest = " ".join(words[:length]), " ".join(words[length:])
            if (
                len(words) - length >= SHORTEST_CLAUSE
                and words[length] in self._phrases.subjects
            ):
                yield main
                continue
            is_main = self._weight(self._count(main)) >= self._weight(self._count(rest))
            if is_main and not self._tokenizer.is_negative(self._count(rest)):
                yield main

    def explained(self, text: str, slot_words: str, *, is_open: bool) -> float:
        """Return how much (0 to 1) of a sentence a sample with a slot explains.

        Unknown words are mostly explained by a slot that takes any.
        """
        whole = self._weight(self._count(text))
        rest = self._weight(self._count(slot_words))
        rest *= _OPEN_SLOT if is_open else 1
        return 2 * (whole - rest) / (2 * whole - rest or 1)

    def weight(self, text: str) -> float:
        """Return how much the words of a text weigh together."""
        return self._weight(self._count(text))

    def _count(self, text: str) -> Counter[str]:
        return Counter(self._tokenizer.tokens(text))

    def _common(self, tokens: Counter[str], words: Counter[str]) -> float:
        """Return the weight of what two bags of words have in common."""
        if tokens.keys().isdisjoint(words):
            return 0.0
        return sum(
            min(count, words[token]) * self._weights.get(token, self._unknown)
            for token, count in tokens.items()
            if token in words
        )

    def _weight(self, tokens: Counter[str]) -> float:
        return sum(
            count * self._weights.get(token, self._unknown)
            for token, count in tokens.items()
        )


def with_types(
    text: str, types: Sequence[str], is_known: IsKnown
) -> tuple[dict[str, str], str] | None:
    """Return the value of each type in the text, and the text with the types in it.

    None where the text has no value for one of them.
    """
    values: dict[str, str] = {}
    for kind in types:
        value = next((v for v in phrases_in(text) if is_known(v, kind)), None)
        if value is None or kind in values:
            return None
        values[kind] = value
        edge = "" if CJK.search(text) else r"\b"
        found = re.compile(f"{edge}{re.escape(value)}{edge}")
        text = found.sub(f" {{{kind}}} ", text, count=1)
    return values, text


def phrases_in(text: str) -> Iterator[str]:
    """Yield the phrases within a text that may be a value, the longest first."""
    gap = "" if CJK.search(text) else " "
    words = text.split() if gap else list(text)
    for length in range(min(len(words), LONGEST_VALUE * (1 if gap else 2)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = gap.join(words[start : start + length])
            if "{" not in phrase and "}" not in phrase:
                yield phrase
