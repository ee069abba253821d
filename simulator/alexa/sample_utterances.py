"""Sample utterances: those that a sentence fits word for word, and the nearest one.

Alexa generalises from the samples of a model: more or fewer words around the same
meaning, in another order. `SampleIndex` compares the sentence and each sample as bags
of words, with every known slot value replaced by its type, and each word weighs the
more the fewer intents use it. It is nearest-neighbour classification with inverse
document frequency: https://nlp.stanford.edu/IR-book/html/htmledition/k-nearest-neighbor-1.html
Contractions are written out, endings are cut; what says "not" is never near the rest.
"""

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Self

from simulator.alexa.interaction_model import LanguageModel
from simulator.alexa.speech_recognition import Phrases, transcribe

MIN_SIMILARITY = 0.66  # of 1; from the corpora in tests/skill_package/utterances
MIN_WITH_VALUE = 0.58  # of 1; where a value of a closed slot type was said
SHORTEST_PART = 3  # words of a long sentence that may stand for all of it
LONGEST_VALUE = 6  # words of a slot value that are looked for

# Alexa understands these intents whether the model declares them or not.
ALWAYS_UNDERSTOOD = frozenset(
    ("AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent")
)

_SLOT = re.compile(r"\{(\w+)\}")
_CJK = re.compile(r"[\u3005-\u30ff\u3400-\u9fff]")
_UNKNOWN_WORD = 0.6  # weight of a word that no sample has, as part of the rarest's
_OPEN_SLOT = 0.35  # of the words in a slot that takes any: what stays unexplained
_VALUE = 0.9  # weight of a slot value, as part of the rarest word's
_STEM = 4  # letters that a word keeps at least when its ending is cut


@dataclass(frozen=True, slots=True)
class SamplePattern:
    """A sample utterance that matches sentences.

    intent: the intent that the sample belongs to.
    sample: the sample as the model has it.
    slots: the names of the sample's slots, in order.
    literals: the text before, between and after the slots.
    weight: how many letters the sample has outside its slots; more letters win.
    """

    intent: str
    sample: str
    slots: tuple[str, ...]
    literals: tuple[str, ...]
    weight: int

    @classmethod
    @functools.cache
    def compile(cls, intent: str, sample: str) -> Self:
        """Return the pattern of a sample utterance of `intent`.

        Kept for good: every conversation of a language needs the same ones.
        """
        parts = _SLOT.split(sample)
        literals, slots = tuple(parts[::2]), tuple(parts[1::2])
        weight = sum(len("".join(transcribe(text).split())) for text in literals)
        return cls(intent, sample, slots, literals, weight)

    @property
    def edges(self) -> tuple[str, str]:
        """The first and the last letter of what fits; empty where a slot is there."""
        return transcribe(self.literals[0])[:1], transcribe(self.literals[-1])[-1:]

    def answers(self, intent: str) -> bool:
        """Return whether the sample is one of `intent` and more than a slot."""
        return self.intent == intent and self.weight > 0

    def match(self, text: str) -> Mapping[str, str] | None:
        """Return the words of each slot; None where `text` does not fit the sample."""
        full_match = _regex(self.literals).fullmatch(text)
        if full_match is None:
            return None
        words = [value.strip() for value in full_match.groups()]
        return dict(zip(self.slots, words, strict=True)) if all(words) else None


class FittingSamples:
    """Finds the samples that a sentence fits word for word.

    Samples without slots are found in a dictionary: they are most of a model. The
    others are found by their first and last letters.
    """

    def __init__(self, patterns: Sequence[SamplePattern]) -> None:
        placed = list(enumerate(patterns))
        self._slotted: dict[tuple[str, str], list[tuple[int, SamplePattern]]] = (
            defaultdict(list)
        )
        for place, pattern in placed:
            if pattern.slots:
                self._slotted[pattern.edges].append((place, pattern))
        self._whole = {
            _without_gaps(transcribe(pair[1].sample)): pair
            for pair in reversed(placed)
            if not pair[1].slots
        }

    def fitting(self, text: str) -> list[tuple[SamplePattern, Mapping[str, str]]]:
        """Return the samples and the words of their slots, in the model's order.

        Of samples without slots that are the same, only the first.
        """
        found = [
            (place, pattern, words)
            for edges in product({text[:1], ""}, {text[-1:], ""})
            for place, pattern in self._slotted.get(edges, ())
            if (words := pattern.match(text)) is not None
        ]
        if whole := self._whole.get(_without_gaps(text)):
            found.append((*whole, {}))
        found.sort(key=lambda fit: fit[0])
        return [(pattern, words) for _, pattern, words in found]


def _without_gaps(text: str) -> str:
    """Return text without its spaces in scripts that write none between words."""
    return "".join(text.split()) if _CJK.search(text) else text


def patterns_of(
    model: LanguageModel, builtins: Mapping[str, Sequence[str]]
) -> Iterator[SamplePattern]:
    """Yield the patterns of a model's samples, then of built-in intents' phrases."""
    declared = [intent.name for intent in model.intents]
    for intent in model.intents:
        for sample in intent.samples:
            yield SamplePattern.compile(intent.name, sample)
    for name in (*declared, *sorted(ALWAYS_UNDERSTOOD.difference(declared))):
        for phrase in builtins.get(name, ()):
            yield SamplePattern.compile(name, phrase)


@functools.cache
def _regex(literals: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches transcribed text; one group for each slot.

    Compiled when a sentence may fit: all of a model's samples would take 0.6 s.
    """
    first, *others = map(_literal, literals)
    slotted = (f"(?P<slot{n}>.+?){piece}" for n, piece in enumerate(others))
    return re.compile(first + "".join(slotted))


def _literal(text: str) -> str:
    """Return a regular expression for text between slots.

    In scripts without spaces, a space may stand anywhere or nowhere.
    """
    words = transcribe(text)
    if not words:
        return " " if text and not text.strip() else ""
    gap = r"\s*" if _CJK.search(words) else " "
    inner = gap.join(re.escape(word) for word in words.split())
    before = gap if text[:1].isspace() or gap != " " else ""
    after = gap if text[-1:].isspace() or gap != " " else ""
    return f"{before}{inner}{after}"


IsKnown = Callable[[str, str], bool]  # are these words a value of that slot type?


@dataclass(frozen=True, slots=True)
class Nearest:
    """The sample nearest to a sentence, and the words of its slots."""

    pattern: SamplePattern
    words: Mapping[str, str]
    similarity: float


class Tokenizer:
    """Splits text of one language into the tokens by which sentences compare."""

    def __init__(self, phrases: Phrases) -> None:
        self._tokens: dict[str, tuple[str, ...]] = {}
        self._contractions = phrases.contractions
        short_forms = (
            re.escape(short) if "'" in short else rf"\b{re.escape(short)}"
            for short in phrases.contractions
        )
        self._contraction = re.compile(rf"(?:{'|'.join(short_forms) or '(?!)'})\b")
        self._endings = sorted(phrases.endings, key=len, reverse=True)
        self._negations = frozenset(
            token for word in phrases.negations for token in self.tokens(word)
        )

    def tokens(self, text: str) -> Iterator[str]:
        """Yield the words' stems; in scripts without spaces, pairs of letters."""
        for word in text.split():
            yield from self._tokens_of(word)

    def _tokens_of(self, word: str) -> tuple[str, ...]:
        """Return the tokens of a word; most words of a model are in many samples."""
        tokens = self._tokens.get(word)
        if tokens is None:
            tokens = self._tokens[word] = tuple(self._split(word))
        return tokens

    def _split(self, word: str) -> Iterator[str]:
        written_out = self._contraction.sub(lambda m: self._contractions[m[0]], word)
        for part in written_out.split():
            if part.startswith("{"):
                yield part
            elif _CJK.search(part):
                yield from map("".join, pairwise(f" {part}"))
            else:
                yield self._stem(part)

    def fillers(self, polite: Iterable[str]) -> Iterator[str]:
        """Yield the tokens of polite phrases that are single words."""
        for phrase in polite:
            tokens = list(self.tokens(transcribe(phrase)))
            if len(tokens) == 1:
                yield tokens[0]

    def is_negative(self, tokens: Iterable[str]) -> bool:
        """Return whether one of the tokens says "not"."""
        return not self._negations.isdisjoint(tokens)

    def _stem(self, word: str) -> str:
        for ending in self._endings:
            if len(word) >= len(ending) + _STEM and word.endswith(ending):
                return word.removesuffix(ending)
        return word


@dataclass(frozen=True, slots=True)
class _IndexedSample:
    """A sample, the type of each slot, and its tokens with the types in them."""

    pattern: SamplePattern
    types: Mapping[str, str]
    tokens: Counter[str]
    is_negative: bool

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
        parts = _SLOT.split(pattern.sample)
        parts[::2] = [transcribe(part) for part in parts[::2]]
        parts[1::2] = [f" {{{types[slot]}}} " for slot in parts[1::2]]
        tokens = Counter(tokenizer.tokens(" ".join(parts)))
        return cls(pattern, types, tokens, tokenizer.is_negative(tokens))


class SampleIndex:
    """All samples of a model, by their words.

    type_of: returns the type of an intent's slot.
    phrases: of the model's language; polite phrases that are single words weigh
        nothing.
    """

    def __init__(
        self,
        patterns: Iterable[SamplePattern],
        type_of: Callable[[str, str], str],
        phrases: Phrases,
    ) -> None:
        self._tokenizer = Tokenizer(phrases)
        self._conjunctions = frozenset(phrases.conjunctions)
        self._samples = [
            _IndexedSample.of(pattern, type_of, self._tokenizer) for pattern in patterns
        ]
        intents: dict[str, set[str]] = defaultdict(set)
        for sample in self._samples:
            for token in sample.tokens:
                intents[token].add(sample.pattern.intent)
        count = len(set().union(*intents.values()))
        self._unknown = _UNKNOWN_WORD * math.log(1 + count)
        self._weights = {
            token: _VALUE * math.log(1 + count)
            if token.startswith("{")
            else math.log(1 + count / len(users))
            for token, users in intents.items()
        }
        self._weights |= dict.fromkeys(self._tokenizer.fillers(phrases.polite), 0.0)
        self._by_types: dict[tuple[str, ...], list[tuple[float, _IndexedSample]]] = (
            defaultdict(list)
        )
        for sample in self._samples:
            weighed = self._weight(sample.tokens), sample
            self._by_types[sample.type_names].append(weighed)

    def nearest(
        self, text: str, is_known: IsKnown, open_types: AbstractSet[str]
    ) -> Nearest | None:
        """Return the sample nearest to a transcribed sentence; None where none is near.

        A sample with slots counts only where the sentence has a known value for each,
        and a sample that is nothing but a slot not for a type that takes any words.
        """
        best: Nearest | None = None
        for types, of_types in self._by_types.items():
            typed = _with_types(text, types, is_known)
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

    def _nearer(
        self,
        words: Counter[str],
        samples: Iterable[tuple[float, _IndexedSample]],
        least: float,
    ) -> Iterator[tuple[_IndexedSample, float]]:
        """Yield the samples, each nearer than the one before, from `least` on.

        The similarity is the weight of the common words as part of all words' (0 to 1).
        Where one side weighs much more than the other it cannot be near, whatever they
        have in common.
        """
        whole = self._weight(words)
        is_negative = self._tokenizer.is_negative(words)
        for weight, sample in samples:
            both = weight + whole
            if sample.is_negative is not is_negative:
                continue
            if not both or 2 * min(weight, whole) < least * both:
                continue
            similarity = 2 * self._weight(sample.tokens & words) / both
            if similarity > least:
                least = similarity
                yield sample, similarity

    def knows(self, text: str) -> bool:
        """Return whether a sample has each of the words."""
        return all(token in self._weights for token in self._tokenizer.tokens(text))

    def main_parts(self, text: str) -> Iterator[str]:
        """Yield ends and beginnings of a sentence, the longest first.

        An end is the request, whatever comes before; a beginning weighs more than the
        rest. The rest does not say "not", unless a conjunction parts it from the end.
        """
        words = text.split()
        for length in range(len(words) - 1, SHORTEST_PART - 1, -1):
            before = " ".join(words[:-length])
            joins = words[-length - 1] in self._conjunctions
            if joins or not self._tokenizer.is_negative(self._count(before)):
                yield " ".join(words[-length:])
            main, rest = " ".join(words[:length]), " ".join(words[length:])
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

    def _count(self, text: str) -> Counter[str]:
        return Counter(self._tokenizer.tokens(text))

    def _weight(self, tokens: Counter[str]) -> float:
        return sum(
            count * self._weights.get(token, self._unknown)
            for token, count in tokens.items()
        )


def _with_types(
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
        edge = "" if _CJK.search(text) else r"\b"
        found = re.compile(f"{edge}{re.escape(value)}{edge}")
        text = found.sub(f" {{{kind}}} ", text, count=1)
    return values, text


def phrases_in(text: str) -> Iterator[str]:
    """Yield the phrases within a text that may be a value, the longest first."""
    gap = "" if _CJK.search(text) else " "
    words = text.split() if gap else list(text)
    for length in range(min(len(words), LONGEST_VALUE * (1 if gap else 2)), 0, -1):
        for start in range(len(words) - length + 1):
            phrase = gap.join(words[start : start + length])
            if "{" not in phrase and "}" not in phrase:
                yield phrase
