"""Natural language understanding (NLU): from a sentence to an intent and its slots.

Good enough to talk to the skill by typing: sample utterances of the interaction model,
the usual phrases of the built-in intents, and entity resolution. A sentence that fits
nothing is AMAZON.FallbackIntent, as with Alexa.

https://developer.amazon.com/docs/alexa/custom-skills/understanding-how-users-invoke-custom-skills.html
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import product
from typing import Literal

from rapidfuzz import fuzz, process

from simulator.alexa.entity_resolution import (
    FREE_TEXT,
    NUMBERS,
    Entities,
    fill,
    is_value,
    takes_any_words,
)
from simulator.alexa.intent_index import IntentIndex
from simulator.alexa.interaction_model import Entity, LanguageModel
from simulator.alexa.requests import SlotValue
from simulator.alexa.sample_patterns import (
    FittingSamples,
    SampleFit,
    SamplePattern,
    UnsureMatch,
    patterns_of,
)
from simulator.alexa.sample_utterances import Nearest
from simulator.alexa.speech_recognition import (
    language_of,
    letters_only,
    phrases_of,
    transcribe,
    without_polite_words,
    without_refusal,
    without_wake_word,
    wordings,
)

FALLBACK_INTENT = "AMAZON.FallbackIntent"

BUILT_IN = "AMAZON."  # begins the names of built-in intents

# Of 100: how like a sample without slots a sentence has to be.
MIN_SAMPLE_SIMILARITY = 86.0

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


class LanguageUnderstanding:
    """Interpret the sentences of one locale; built once for each interaction model."""

    def __init__(self, model: LanguageModel, locale: str) -> None:
        self.model = model
        self._language = language_of(locale)
        self._phrases = phrases_of(locale)
        self._types = {
            (intent.name, slot.name): slot.type
            for intent in model.intents
            for slot in intent.slots
        }
        self._patterns = list(patterns_of(model, self._phrases.builtins))
        self._invocations = list(self._invocation_patterns())
        self._samples_without_slots = {
            transcribe(p.sample): p for p in reversed(self._patterns) if not p.slots
        }
        self._fitting = FittingSamples(self._patterns, self._type_of, self._language)
        self._index = IntentIndex(self._patterns, self._type_of, self._phrases, model)
        self._built_in_samples = {
            sample: pattern
            for sample, pattern in self._samples_without_slots.items()
            if pattern.intent.startswith(BUILT_IN)
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
        text = without_wake_word(transcribe(text[:MAX_LENGTH]))
        entities = Entities(self.model, dynamic or {})
        if text in self._phrases.exit:
            return Interpretation("exit")
        direct = self._match_intent(text, entities, elicited_slot and elicited_slot[0])
        name = letters_only(self.model.invocation_name)
        if direct is None or name in letters_only(text):
            bare = without_polite_words(text, self._phrases, self._language)
            for wording in (text, bare):
                invoked = self._interpret_invocation(wording, entities)
                if invoked is not None:
                    return invoked
        if direct is not None:
            return direct
        if elicited_slot is not None:
            return self._interpret_slot_answer(elicited_slot, text, entities)
        return Interpretation("intent", FALLBACK_INTENT)

    def _interpret_slot_answer(
        self, elicited_slot: tuple[str, str], text: str, entities: Entities
    ) -> Interpretation:
        """Return the intent that asked, with the answer in its slot."""
        intent, slot = elicited_slot
        slot_type = self._type_of(intent, slot)
        filled = fill(text, slot_type, entities, self._language)
        value = filled.slot if filled else SlotValue("?", None, slot_type)
        slots = self._with_empty_slots(intent, {slot: value})
        return Interpretation("intent", intent, slots)

    def _invocation_patterns(self) -> Iterator[SamplePattern]:
        """Yield the patterns that call the skill, its name also typed as one word."""
        name = self.model.invocation_name
        for kind in ("ask", "launch"):
            for phrase in getattr(self._phrases, kind):
                for spelled in dict.fromkeys((name, name.replace(" ", ""))):
                    invoked = phrase.replace("{skill}", spelled)
                    yield SamplePattern.compile(kind, invoked)

    def _interpret_invocation(
        self, text: str, entities: Entities
    ) -> Interpretation | None:
        """Interpret "open …" and "ask … for …"; None where no such phrase fits.

        The sentence comes first, then the sentence without polite words.
        """
        bare = without_polite_words(text, self._phrases, self._language)
        request_found = False
        for wording, pattern in product(dict.fromkeys((text, bare)), self._invocations):
            words_by_slot = pattern.match(wording)
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

    def _match_intent(
        self, text: str, entities: Entities, asking: str | None = None
    ) -> Interpretation | None:
        """Match the sentence, then without polite words, then nearly.

        A built-in intent comes before a name that is the same: "next" is never the
        playlist "Next"; but "na ja" is what it is before it is "ja". While an intent
        asks for a slot, only its own and framed samples take unknown words.
        """
        bare = without_polite_words(text, self._phrases, self._language)
        said = wordings(text, self._phrases, self._language)
        is_sample = text in self._samples_without_slots
        for wording in said[:1] if is_sample else said:
            if pattern := self._built_in_samples.get(wording):
                return self._without_slots(pattern)
        matches = {wording: self._fitting.best(wording, entities) for wording in said}
        sure = next((m for m in matches.values() if m and m.sure), None)
        if sure := sure or self._after_refusal(bare, entities):
            return self._with_slots(sure, entities)
        if nearly := self._nearly(text, [match for match in matches.values() if match]):
            return self._without_slots(nearly)
        if not asking and (both := self._fitting.joined(bare, entities, self._index)):
            return self._with_slots(both, entities)
        unsure = self._with_shortest_name(bare, matches, entities)
        if asking and unsure and not unsure.match.may_follow(asking):
            unsure = None
        nearest = self._nearest(bare, entities, unsure, asking)
        if nearest or asking:
            return nearest or (
                self._with_slots(unsure.match, entities) if unsure else None
            )
        return (
            self._around_name(bare, unsure, entities)
            or self._in_part(bare, entities)
            or self._voted(bare, entities)
        )

    def _after_refusal(self, text: str, entities: Entities) -> SampleFit | None:
        """Return what a sentence surely asks for after "no" or "never mind".

        Not "sad songs": whoever says "no sad songs" wants none.
        """
        rest = without_refusal(text, self._phrases)
        match = None if rest == text else self._fitting.best(rest, entities)
        is_request = match and match.sure and match.pattern.literals[0].strip()
        return match if is_request else None

    def _with_shortest_name(
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

    def _around_name(
        self, text: str, unsure: UnsureMatch | None, entities: Entities
    ) -> Interpretation | None:
        """Return the meaning of the words around a name that nobody knows, or None.

        A sample that fits word for word gives way to one that needs a shorter name,
        where common words are left out of it: "Otis Penhallow where's he from".
        """
        nearest = self._index.around_name(text)
        match = unsure.match if unsure else None
        if match is None:
            return self._with_words(nearest, entities) if nearest else None
        if nearest and len(match.pattern.slots) == 1:
            (name,) = nearest.words.values()
            left_out = match.unknown.replace(name, " ", 1).split()
            is_shorter = name in match.unknown and len(left_out) > 1
            if is_shorter and self._index.are_common(left_out):
                return self._with_words(nearest, entities)
        instead = self._instead_of_clause(text, match, entities)
        return instead or self._with_slots(match, entities)

    def _instead_of_clause(
        self, text: str, match: SampleFit, entities: Entities
    ) -> Interpretation | None:
        """Return the meaning of a sentence where a slot would hold a clause, or None.

        "Find something calm, the baby is asleep" names no song; "… then stop" stays.
        """
        if not self._index.is_clause(match.unknown) or self._fitting.is_place(
            match, entities
        ):
            return None
        found = self._in_part(text, entities) or self._nearest(text, entities, None)
        if not found and all(s.type != FREE_TEXT for s in match.slots.values()):
            return self._voted(text, entities)
        is_command = found and (found.intent or "").startswith(BUILT_IN)
        return None if is_command else found

    def _in_part(self, text: str, entities: Entities) -> Interpretation | None:
        """Return what the end or the beginning of a long sentence means, or None.

        "I'm knackered, what should I listen to": the part has to fit a sample, to be
        the end or most of the sentence, and nothing around it may say "not".
        """
        for part in self._index.main_parts(text):
            bare = without_polite_words(part, self._phrases, self._language)
            for wording in dict.fromkeys((part, bare)):
                match = self._fitting.best(wording, entities)
                if match and match.sure and match.pattern.weight:
                    return self._with_slots(match, entities)
        return None

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

    def _with_slots(self, match: SampleFit, entities: Entities) -> Interpretation:
        pattern = match.pattern
        slots = self._with_empty_slots(pattern.intent, match.resolved(entities))
        return Interpretation("intent", pattern.intent, slots, sample=pattern.sample)

    def _nearest(
        self,
        text: str,
        entities: Entities,
        unsure: UnsureMatch | None,
        asking: str | None = None,
    ) -> Interpretation | None:
        """Return the meaning of the sample whose words are nearest, or None.

        Also None where `unsure` explains more of the sentence. Where an intent
        elicited a slot (`asking`), a sample has to be nearer: words may be the answer.
        """
        is_known = partial(is_value, entities, self._language)
        open_types = NUMBERS.union(filter(takes_any_words, entities.types))
        nearest = self._index.nearest(text, is_known, open_types)
        if asking and nearest and nearest.may_answer(text):
            return None
        if nearest is None or (unsure and unsure.is_as_near(nearest.similarity)):
            return None
        is_same = unsure and unsure.match.pattern.intent == nearest.pattern.intent
        if unsure and is_same and unsure.match.is_open and not nearest.words:
            return self._with_slots(unsure.match, entities)
        named = self._index.with_name(nearest, text, is_known)
        filled = self._index.with_values(named, text, is_known, open_types)
        return self._with_words(filled, entities)

    def _voted(self, text: str, entities: Entities) -> Interpretation | None:
        """Return the meaning for which most of the words are said, or None."""
        is_known = partial(is_value, entities, self._language)
        voted = self._index.voted(text, cache(is_known))
        return self._with_words(voted, entities) if voted else None

    def _with_words(self, nearest: Nearest, entities: Entities) -> Interpretation:
        pattern = nearest.pattern
        slots = {}
        for name, words in nearest.words.items():
            filled = fill(
                words, self._type_of(pattern.intent, name), entities, self._language
            )
            if filled is not None:
                slots[name] = filled.slot
        slots = self._with_empty_slots(pattern.intent, slots)
        return Interpretation("intent", pattern.intent, slots, sample=pattern.sample)

    def _nearly(self, text: str, fits: Sequence[SampleFit]) -> SamplePattern | None:
        """Return the sample without slots that is nearly the text, or None.

        None where free text is framed, or a name stands beside the sample's words. "I
        don't like this one" also fits "{position} one", with words of no position.
        """
        if any(match.is_framed for match in fits):
            return None
        nearest = process.extractOne(
            text,
            self._samples_without_slots.keys(),
            scorer=fuzz.ratio,
            score_cutoff=MIN_SAMPLE_SIMILARITY,
        )
        sample = nearest and self._samples_without_slots[nearest[0]]
        return None if sample and self._index.add_name(fits, sample) else sample

    def _without_slots(self, pattern: SamplePattern) -> Interpretation:
        slots = self._with_empty_slots(pattern.intent, {})
        return Interpretation("intent", pattern.intent, slots, sample=pattern.sample)

    def _type_of(self, intent: str, slot: str) -> str:
        return self._types.get((intent, slot)) or FREE_TEXT

    def _with_empty_slots(
        self, intent: str, filled: Mapping[str, SlotValue]
    ) -> dict[str, SlotValue]:
        """Return all slots of the intent; those that were not heard are empty."""
        named = (spec for spec in self.model.intents if spec.name == intent)
        declared = next((spec.slots for spec in named), ())
        return {
            slot.name: filled.get(slot.name, SlotValue(None, None, slot.type))
            for slot in declared
        }
