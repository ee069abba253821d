"""Sample utterances as patterns: those that a sentence fits word for word."""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from typing import Protocol, Self

from simulator.alexa.entity_resolution import (
    FREE_TEXT,
    NUMBERS,
    Entities,
    fill,
    takes_any_words,
)
from simulator.alexa.interaction_model import LanguageModel
from simulator.alexa.requests import Interpretation, SlotValue
from simulator.alexa.speech_recognition import CJK, Phrases, letters_only, transcribe

# Alexa understands these intents whether the model declares them or not.
ALWAYS_UNDERSTOOD = frozenset(
    ("AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent")
)

_SLOT = re.compile(r"\{(\w+)\}")
_EDGE = 8  # letters at the beginning and at the end by which samples are found


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
        """The first and last letters of what fits; empty where a slot is there."""
        first, last = map(transcribe, (self.literals[0], self.literals[-1]))
        return _letters(first)[:_EDGE], _letters(last)[-_EDGE:]

    @property
    def adjoining(self) -> frozenset[str]:
        """The slots with no word between them and another one."""
        gaps = enumerate(self.literals[1:-1])
        pairs = (self.slots[n : n + 2] for n, gap in gaps if not gap.strip())
        return frozenset(chain.from_iterable(pairs))

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


@dataclass(frozen=True, slots=True)
class SampleFit:
    """A sample that fits, with its slots filled.

    sure: every slot has a known value.
    is_open: the type of the unknown value takes any words.
    """

    score: float
    pattern: SamplePattern
    slots: Mapping[str, SlotValue]
    sure: bool
    is_open: bool

    @property
    def unknown_slots(self) -> list[SlotValue]:
        """The slots with words that are no known value, numbers left out."""
        return _unknown(self.slots.values())

    @property
    def unknown(self) -> str:
        """The words in these slots."""
        return " ".join(slot.value or "" for slot in self.unknown_slots)

    @property
    def literal_words(self) -> list[str]:
        """The words of the sample outside its slots."""
        return transcribe(" ".join(self.pattern.literals)).split()

    def is_near(self, entities: Entities) -> bool:
        """Return whether the sample has words, or slots of nearly known values."""
        return bool(self.pattern.weight) or all(
            entities.nearly(slot.value or "", slot.type) is not None
            for slot in self.unknown_slots
        )

    def resolved(self, entities: Entities) -> Mapping[str, SlotValue]:
        """Return the slots; one that is all of the sample as the value it is like."""
        if self.sure or self.is_open or self.pattern.weight:
            return self.slots
        return {name: entities.resolved(slot) for name, slot in self.slots.items()}

    @property
    def is_framed(self) -> bool:
        """Whether free text stands in as many letters of the sample."""
        slots = self.slots.values()
        text = "".join(slot.value or "" for slot in slots if slot.type == FREE_TEXT)
        return 0 < len(letters_only(text)) <= self.pattern.weight

    @property
    def is_addition(self) -> bool:
        """Whether this may follow other words: words of the sample, and known values.

        Or one name that nobody knows, after two words: "so wie Tocotronic".
        """
        is_name = self.is_open and len(self.slots) == 1 and len(self.literal_words) > 1
        return bool(self.slots and self.pattern.weight) and (self.sure or is_name)

    def may_be_joined(self, wish: Interpretation, longest: int) -> bool:
        """Return whether this adds to a wish: the same intent, and other slots.

        The wish is only of known values, or of one name where this is of known values.
        A name has fewer letters than `longest`.
        """
        filled = {name: slot for name, slot in wish.slots.items() if slot.value}
        is_same = wish.intent == self.pattern.intent
        if not (is_same and filled and filled.keys().isdisjoint(self.slots)):
            return False
        unknown = _unknown(filled.values())
        names = [slot for slot in unknown if takes_any_words(slot.type)]
        name = self.unknown or " ".join(slot.value or "" for slot in names)
        is_short = not name or len(name) < longest
        return is_short and names == unknown and len(names) <= (1 if self.sure else 0)

    def may_follow(self, asking: str) -> bool:
        """Return whether this may be said to an intent that asks for a slot."""
        return self.pattern.answers(asking) or self.is_framed


def _unknown(slots: Iterable[SlotValue]) -> list[SlotValue]:
    unknown = (slot for slot in slots if not slot.matches)
    return [slot for slot in unknown if slot.type not in NUMBERS]


class SentenceParts(Protocol):
    """`sample_utterances.SampleIndex`: parts a sentence, and tells names."""

    def joints(self, text: str) -> Iterator[tuple[str, str]]: ...
    def before_reason(self, text: str) -> Iterator[str]: ...
    def is_name(self, text: str) -> bool: ...


class FittingSamples:
    """Finds the samples that a sentence fits word for word.

    Samples without slots are found in a dictionary: they are most of a model. The
    others are found by their first and last letters.
    """

    def __init__(
        self,
        patterns: Sequence[SamplePattern],
        type_of: Callable[[str, str], str],
        language: str,
    ) -> None:
        self._type_of = type_of
        self._language = language
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
        letters = _letters(text)
        lengths = range(min(_EDGE, len(letters)) + 1)
        beginnings = [letters[:length] for length in lengths]
        ends = [letters[len(letters) - length :] for length in lengths]
        found = [
            (place, pattern, words)
            for edges in product(beginnings, ends)
            for place, pattern in self._slotted.get(edges, ())
            if (words := pattern.match(text)) is not None
        ]
        if whole := self._whole.get(_without_gaps(text)):
            found.append((*whole, {}))
        found.sort(key=lambda fit: fit[0])
        return [(pattern, words) for _, pattern, words in found]

    def best(
        self, text: str, entities: Entities, *, framed: bool = False
    ) -> SampleFit | None:
        """Return the sample that fits best, with its slots filled; None for none.

        framed: whether more words of the sample count where scores are equal.
        """
        fitting = self.fitting(text)
        match = filter(None, (self._fill_sample(*fit, entities) for fit in fitting))
        # Of equal ranks the first wins: the model's order, built-in intents last.
        ranked = sorted(
            match,
            key=lambda fit: (fit.score, framed and fit.pattern.weight),
            reverse=True,
        )
        return next((fit for fit in ranked if fit.is_near(entities)), None)

    def is_place(self, match: SampleFit, entities: Entities) -> bool:
        """Return whether a name's slot holds a place in a list: "the first one"."""
        place = self.best(match.unknown, entities)
        return bool(place and place.sure and place.slots and match.pattern.weight)

    def joined(
        self, text: str, entities: Entities, parts: SentenceParts
    ) -> SampleFit | None:
        """Return what two requests of one intent in one breath mean, or None.

        "Soul or funk but nothing too loud": each part fits a sample with other slots.
        """
        for head, tail in parts.joints(text):
            first = self._clear(head, entities, parts)
            then = self._clear(tail, entities, parts) if first else None
            if first is None or then is None or not first.pattern.weight:
                continue
            is_same = first.pattern.intent == then.pattern.intent
            if is_same and first.slots.keys().isdisjoint(then.slots):
                return replace(first, slots={**first.slots, **then.slots})
        return None

    def _clear(
        self, text: str, entities: Entities, parts: SentenceParts
    ) -> SampleFit | None:
        """Return the sample with slots that fits and takes no clause for a name.

        The one that the words before a reason fit comes first: "… the baby's asleep".
        """
        match = self.best(text, entities, framed=True)
        if match is None or not match.sure:
            fits = (self.best(head, entities) for head in parts.before_reason(text))
            known = next((fit for fit in fits if fit and fit.sure and fit.slots), None)
            if match and not (match.is_open and parts.is_name(match.unknown)):
                match = None
            match = known or (match if match and match.pattern.weight else None)
        return match if match and match.slots else None

    def _fill_sample(
        self,
        pattern: SamplePattern,
        words_by_slot: Mapping[str, str],
        entities: Entities,
    ) -> SampleFit | None:
        """Return the sample with its slots filled; None where a slot does not fit.

        Beside another slot, words of a type that lists its values have to be known.
        """
        score = float(pattern.weight)
        slots: dict[str, SlotValue] = {}
        unknown_types = []
        for name, words in words_by_slot.items():
            slot_type = self._type_of(pattern.intent, name)
            filled = fill(words, slot_type, entities, self._language)
            if filled is None:
                return None
            slots[name] = filled.slot
            score += len(letters_only(words)) if filled.known else -0.5
            if not filled.known:
                unknown_types.append(slot_type)
                if name in pattern.adjoining and not takes_any_words(slot_type):
                    return None
        is_open = all(map(takes_any_words, unknown_types))
        if len(unknown_types) > 1 and not is_open:
            return None
        score -= 0 if is_open else 0.25  # a type that takes any words comes first
        return SampleFit(score, pattern, slots, not unknown_types, is_open)


def _letters(text: str) -> str:
    return text.replace(" ", "")


def _without_gaps(text: str) -> str:
    """Return text without its spaces in scripts that write none between words."""
    return "".join(text.split()) if CJK.search(text) else text


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


def invocation_patterns(name: str, phrases: Phrases) -> Iterator[SamplePattern]:
    """Yield the patterns that call the skill, its name also typed as one word."""
    for kind, spoken in (("ask", phrases.ask), ("launch", phrases.launch)):
        for phrase, spelled in product(
            spoken, dict.fromkeys((name, name.replace(" ", "")))
        ):
            yield SamplePattern.compile(kind, phrase.replace("{skill}", spelled))


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
    gap = r"\s*" if CJK.search(words) else " "
    inner = gap.join(re.escape(word) for word in words.split())
    before = gap if text[:1].isspace() or gap != " " else ""
    after = gap if text[-1:].isspace() or gap != " " else ""
    return f"{before}{inner}{after}"
