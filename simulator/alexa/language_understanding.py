"""Natural language understanding (NLU): from a sentence to an intent and its slots.

Good enough to talk to the skill by typing: sample utterances of the interaction model,
the usual phrases of the built-in intents, and entity resolution. A sentence that fits
nothing is AMAZON.FallbackIntent, as with Alexa.

https://developer.amazon.com/docs/alexa/custom-skills/understanding-how-users-invoke-custom-skills.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from rapidfuzz import fuzz, process

from simulator.alexa.entity_resolution import Entities
from simulator.alexa.interaction_model import Entity, LanguageModel
from simulator.alexa.requests import SlotValue
from simulator.alexa.speech_recognition import (
    language_of,
    letters_only,
    parse_number,
    phrases_of,
    transcribe,
    without_polite_words,
)

_SLOT = re.compile(r"\{([A-Za-z_][\w.]*)\}")

_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class SamplePattern:
    """A sample utterance compiled into a regular expression.

    intent: the intent that the sample belongs to.
    sample: the sample as the model has it.
    slots: the names of the sample's slots, in order.
    regex: matches transcribed text; one group for each slot.
    weight: how many letters the sample has outside its slots; more letters win.
    """

    intent: str
    sample: str
    slots: tuple[str, ...]
    regex: re.Pattern[str]
    weight: int

    @classmethod
    def compile(cls, intent: str, sample: str) -> Self:
        """Return the pattern of a sample utterance of `intent`."""
        parts = _SLOT.split(sample)
        literals, slots = parts[::2], tuple(parts[1::2])
        pieces = [_literal(literal) for literal in literals]
        source = pieces[0]
        for number, piece in enumerate(pieces[1:]):
            source += f"(?P<slot{number}>.+?){piece}"
        return cls(
            intent=intent,
            sample=sample,
            slots=slots,
            regex=re.compile(source),
            weight=sum(len("".join(transcribe(text).split())) for text in literals),
        )

    def match(self, text: str) -> Mapping[str, str] | None:
        """Return the words of each slot; None where `text` does not fit the sample."""
        full_match = self.regex.fullmatch(text)
        if full_match is None:
            return None
        words = [value.strip() for value in full_match.groups()]
        return dict(zip(self.slots, words, strict=True)) if all(words) else None


def _literal(text: str) -> str:
    """Return a regular expression for text between slots.

    In scripts without spaces, a space may stand anywhere or nowhere.
    """
    words = transcribe(text)
    if not words:
        return " " if text and not text.strip() else ""
    gap = r"\s*" if _SPACELESS.search(words) else " "
    inner = gap.join(re.escape(word) for word in words.split())
    before = gap if text[:1].isspace() or gap != " " else ""
    after = gap if text[-1:].isspace() or gap != " " else ""
    return f"{before}{inner}{after}"


NUMBERS = frozenset(("AMAZON.NUMBER", "AMAZON.Ordinal"))


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """A slot with the words that were heard for it.

    slot: the slot as the request carries it.
    known: whether the words are a number or match a known value.
    similarity: to the nearest known value, 0 to 1.
    """

    slot: SlotValue
    known: bool
    similarity: float


def fill(
    words: str, slot_type: str, entities: Entities, language: str
) -> FilledSlot | None:
    """Return the slot filled with `words`; None where the type takes no such words."""
    if slot_type in NUMBERS:
        number = parse_number(words, language)
        if number is None:
            return None
        return FilledSlot(
            SlotValue(str(number), None, slot_type), known=True, similarity=1.0
        )
    matches = entities.resolve(words, slot_type)
    slot = SlotValue(words, matches, slot_type)
    if matches:
        return FilledSlot(slot, known=True, similarity=1.0)
    return FilledSlot(
        slot, known=False, similarity=_similarity(words, slot_type, entities)
    )


def _similarity(words: str, slot_type: str, entities: Entities) -> float:
    letters = letters_only(words)
    names = (
        letters_only(name)
        for entity, _ in entities.values(slot_type)
        for name in entity.name.spoken
    )
    return max((fuzz.ratio(letters, name) for name in names), default=0.0) / 100


FALLBACK_INTENT = "AMAZON.FallbackIntent"

# Alexa understands these intents whether the model declares them or not.
ALWAYS_UNDERSTOOD = frozenset(
    ("AMAZON.CancelIntent", "AMAZON.HelpIntent", "AMAZON.StopIntent")
)

MIN_SAMPLE_SIMILARITY = (
    86.0  # of 100: how like a sample without slots a sentence has to be
)

MIN_VALUE_SIMILARITY = (
    0.6  # of 1: … and a known value, where a sample is nothing but a slot
)

MAX_LENGTH = 300  # characters that are looked at; nobody says more in one breath

Kind = Literal["launch", "intent", "exit"]


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The meaning of one sentence.

    kind: "launch", "intent" or "exit".
    intent: the intent's name; None for a launch or an exit.
    slots: every slot of the intent by name.
    invoked: whether the sentence called the skill by its name.
    sample: the sample utterance that fitted; None where none did.
    """

    kind: Kind
    intent: str | None = None
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    invoked: bool = False
    sample: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sample that fits; `sure`: it has no slots, or a slot has a known value."""

    score: float
    pattern: SamplePattern
    slots: Mapping[str, SlotValue]
    sure: bool


class LanguageUnderstanding:
    """Interpret the sentences of one locale; built once for each interaction model."""

    def __init__(self, model: LanguageModel, locale: str) -> None:
        self.model = model
        self._language = language_of(locale)
        self._phrases = phrases_of(locale)
        self._patterns = list(_patterns(model, self._phrases.builtins))
        self._invocations = list(self._invocation_patterns())
        self._samples_without_slots = {
            transcribe(p.sample): p for p in reversed(self._patterns) if not p.slots
        }
        self._built_in_samples = {
            sample: pattern
            for sample, pattern in self._samples_without_slots.items()
            if pattern.intent.startswith("AMAZON.")
        }

    def interpret(
        self,
        text: str,
        dynamic: Mapping[str, Sequence[Entity]] | None = None,
        *,
        elicited_slot: tuple[str, str] | None = None,
    ) -> Interpretation:
        """Return the meaning of a sentence.

        dynamic: the entities that the skill has sent, by slot type.
        elicited_slot: the intent and slot that `Dialog.ElicitSlot` asked for; words
            that no sample takes fill this slot.
        """
        text = transcribe(text[:MAX_LENGTH]).removeprefix("alexa ").strip()
        entities = Entities(self.model, dynamic or {})
        if text in self._phrases.exit:
            return Interpretation("exit")
        direct = self._match_intent(text, entities)
        if direct is None or self._names_skill(text):
            direct = self._interpret_invocation(text, entities) or direct
        if direct is not None:
            return direct
        if elicited_slot is not None:
            return self._interpret_slot_answer(elicited_slot, text, entities)
        return _fallback()

    def _interpret_slot_answer(
        self, elicited_slot: tuple[str, str], text: str, entities: Entities
    ) -> Interpretation:
        """Return the intent that asked, with the answer in its slot."""
        intent, slot = elicited_slot
        spec = next((i for i in self.model.intents if i.name == intent), None)
        slot_type = (spec and spec.type_of(slot)) or "AMAZON.SearchQuery"
        filled = self._fill(text, slot_type, entities)
        value = filled.slot if filled else SlotValue("?", None, slot_type)
        slots = self._with_empty_slots(intent, {slot: value})
        return Interpretation("intent", intent, slots)

    def _names_skill(self, text: str) -> bool:
        return letters_only(self.model.invocation_name) in letters_only(text)

    def _invocation_patterns(self) -> Iterator[SamplePattern]:
        """Yield the patterns that call the skill, the longest phrases first."""
        for kind in ("ask", "launch"):
            for phrase in getattr(self._phrases, kind):
                invoked = phrase.replace("{skill}", self.model.invocation_name)
                yield SamplePattern.compile(kind, invoked)

    def _interpret_invocation(
        self, text: str, entities: Entities
    ) -> Interpretation | None:
        """Interpret "open …" and "ask … for …"; None where no such phrase fits."""
        request_found = False
        for pattern in self._invocations:
            words_by_slot = pattern.match(text)
            if words_by_slot is None:
                continue
            if pattern.intent == "launch":
                return Interpretation("launch", invoked=True, sample=pattern.sample)
            request_found = True
            match = self._match_intent(words_by_slot["request"], entities)
            if match is not None:
                return replace(match, invoked=True)
        return (
            Interpretation("intent", FALLBACK_INTENT, invoked=True)
            if request_found
            else None
        )

    def _match_intent(self, text: str, entities: Entities) -> Interpretation | None:
        """Match the sentence, then without polite words, then nearly.

        A built-in intent comes before a name that is the same: "next" is never the
        playlist "Next".
        """
        nearly = self._nearly(text)
        polite = (text, without_polite_words(text, self._phrases, self._language))
        for wording in dict.fromkeys(polite):
            if pattern := self._built_in_samples.get(wording):
                return self._without_slots(pattern)
        for wording in dict.fromkeys(polite):
            best = self._best_match(wording, entities)
            # "I don't like this one" is nearly "I don't like this", although it also
            # fits "{position} one" with words that are no position.
            if best is not None and (best.sure or nearly is None):
                name = best.pattern.intent
                slots = self._with_empty_slots(name, best.slots)
                return Interpretation("intent", name, slots, sample=best.pattern.sample)
        return nearly

    def _nearly(self, text: str) -> Interpretation | None:
        """Return the sample without slots that is nearly the text, or None."""
        nearest = process.extractOne(
            text,
            self._samples_without_slots.keys(),
            scorer=fuzz.ratio,
            score_cutoff=MIN_SAMPLE_SIMILARITY,
        )
        if nearest is None:
            return None
        return self._without_slots(self._samples_without_slots[nearest[0]])

    def _without_slots(self, pattern: SamplePattern) -> Interpretation:
        slots = self._with_empty_slots(pattern.intent, {})
        return Interpretation("intent", pattern.intent, slots, sample=pattern.sample)

    def _best_match(self, text: str, entities: Entities) -> _Candidate | None:
        match = [
            candidate
            for pattern in self._patterns
            if (words_by_slot := pattern.match(text)) is not None
            and (candidate := self._fill_sample(pattern, words_by_slot, entities))
            is not None
        ]
        # Of equal scores the first wins: the model's order, built-in intents last.
        return max(match, key=lambda slot: slot.score, default=None)

    def _fill_sample(
        self,
        pattern: SamplePattern,
        words_by_slot: Mapping[str, str],
        entities: Entities,
    ) -> _Candidate | None:
        """Return the sample with its slots filled; None where a slot does not fit."""
        score = float(pattern.weight)
        slots: dict[str, SlotValue] = {}
        sure = not words_by_slot
        for name, words in words_by_slot.items():
            slot_type = self._type_of(pattern.intent, name)
            filled = self._fill(words, slot_type, entities)
            if filled is None or (
                not pattern.weight and filled.similarity < MIN_VALUE_SIMILARITY
            ):
                return None
            slots[name] = filled.slot
            sure = sure or filled.known
            score += len(letters_only(words)) if filled.known else -0.5
        return _Candidate(score, pattern, slots, sure)

    def _fill(
        self, words: str, slot_type: str, entities: Entities
    ) -> FilledSlot | None:
        return fill(words, slot_type, entities, self._language)

    def _type_of(self, intent: str, slot: str) -> str:
        spec = next(i for i in self.model.intents if i.name == intent)
        return spec.type_of(slot) or "AMAZON.SearchQuery"

    def _with_empty_slots(
        self, intent: str, filled: Mapping[str, SlotValue]
    ) -> dict[str, SlotValue]:
        """Return all slots of the intent; those that were not heard are empty."""
        spec = next((i for i in self.model.intents if i.name == intent), None)
        declared = spec.slots if spec else ()
        return {
            slot.name: filled.get(slot.name, SlotValue(None, None, slot.type))
            for slot in declared
        }


def _patterns(
    model: LanguageModel, builtins: Mapping[str, Sequence[str]]
) -> Iterator[SamplePattern]:
    declared = [intent.name for intent in model.intents]
    for intent in model.intents:
        for sample in intent.samples:
            yield SamplePattern.compile(intent.name, sample)
    for name in (*declared, *sorted(ALWAYS_UNDERSTOOD.difference(declared))):
        for phrase in builtins.get(name, ()):
            yield SamplePattern.compile(name, phrase)


def _fallback() -> Interpretation:
    return Interpretation("intent", FALLBACK_INTENT)
