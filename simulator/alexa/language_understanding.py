"""Natural language understanding (NLU): from a sentence to an intent and its slots.

Good enough to talk to the skill by typing: sample utterances of the interaction model,
the usual phrases of the built-in intents, and entity resolution. A sentence that fits
nothing is AMAZON.FallbackIntent, as with Alexa.

https://developer.amazon.com/docs/alexa/custom-skills/understanding-how-users-invoke-custom-skills.html
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import product

from rapidfuzz import fuzz, process

from simulator.alexa.clauses import Clauses
from simulator.alexa.entity_resolution import (
    FREE_TEXT,
    NUMBERS,
    PERSONAL,
    Entities,
    fill,
    is_value,
    takes_any_words,
)
from simulator.alexa.intent_index import IntentIndex
from simulator.alexa.interaction_model import Entity, LanguageModel
from simulator.alexa.requests import Interpretation, SlotValue
from simulator.alexa.sample_patterns import (
    FittingSamples,
    SampleFit,
    SamplePattern,
    invocation_patterns,
    patterns_of,
)
from simulator.alexa.sample_utterances import Nearest
from simulator.alexa.sentence_fits import (
    MIN_NEAR_CLAUSE,
    SentenceFits,
    UnsureMatch,
)
from simulator.alexa.speech_recognition import (
    language_of,
    letters_only,
    phrases_of,
    transcribe,
    without_polite_words,
    without_wake_word,
    wordings,
)

FALLBACK_INTENT = "AMAZON.FallbackIntent"

BUILT_IN = "AMAZON."  # begins the names of built-in intents

# Of 100: how like a sample without slots a sentence has to be.
MIN_SAMPLE_SIMILARITY = 86.0

MAX_LENGTH = 300  # characters that are looked at; nobody says more in one breath


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
        self._invocations = list(
            invocation_patterns(model.invocation_name, self._phrases)
        )
        self._samples_without_slots = {
            transcribe(p.sample): p for p in reversed(self._patterns) if not p.slots
        }
        self._fitting = FittingSamples(self._patterns, self._type_of, self._language)
        self._index = IntentIndex(self._patterns, self._type_of, self._phrases, model)
        clauses = Clauses(self._patterns, self._phrases)
        self._fits = SentenceFits(
            self._fitting, self._index, self._phrases, self._language, clauses
        )
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
        if sure := sure or self._fits.after_refusal(bare, entities):
            return self._with_slots(sure, entities)
        if nearly := self._nearly(text, [match for match in matches.values() if match]):
            return self._without_slots(nearly)
        if joined := None if asking else self._joined(bare, entities):
            return joined
        unsure = self._fits.with_shortest_name(bare, matches, entities)
        if asking and unsure and not unsure.match.may_follow(asking):
            unsure = None
        nearest = self._nearest(bare, entities, unsure, asking)
        if nearest or asking:
            return nearest or (
                self._with_slots(unsure.match, entities) if unsure else None
            )
        around = self._around_name(bare, unsure, entities)
        return around or self._main_meaning(text, bare, entities)

    def _main_meaning(
        self, text: str, bare: str, entities: Entities
    ) -> Interpretation | None:
        """Return what a part of a sentence means, or most of its words, or None."""
        return (
            self._in_part(bare, entities)
            or self._voted(bare, entities)
            or self._near_clause(text, entities)
        )

    def _joined(self, text: str, entities: Entities) -> Interpretation | None:
        """Return what two parts of a sentence mean, which one intent has; or None.

        "Some indie but not so sad", "anything by Nick Cave for the road": both parts
        fill slots of their own. Only one of them may have a name that nobody knows,
        and one sample that takes as little for a name comes first.
        """
        if both := self._fitting.joined(text, entities, self._index):
            return self._with_slots(both, entities)
        found = [
            (head, fit)
            for head, addition in self._index.parts(text)
            if (fit := self._fitting.best(addition, entities, framed=True))
            and fit.is_addition
            if fit.sure or self._index.is_name(fit.unknown)
        ]
        whole = self._fitting.best(text, entities)
        longest = len(whole.unknown) if whole and whole.is_open else MAX_LENGTH
        for head, fit in sorted(found, key=lambda pair: not pair[1].sure):
            wish = self._wish(head, fit, entities)
            if wish and fit.may_be_joined(wish, longest):
                return replace(wish, slots={**wish.slots, **fit.slots})
        return None

    def _wish(
        self, text: str, addition: SampleFit, entities: Entities
    ) -> Interpretation | None:
        """Return what the words before an addition mean, or None.

        Before an exception ("but not …") a sample may be near; else it has to fit.
        """
        if self._index.is_negative(addition):
            return self._match_intent(text, entities)
        for wording in wordings(text, self._phrases, self._language):
            fit = self._fitting.best(wording, entities)
            if fit and fit.slots and (fit.sure or self._index.is_name(fit.unknown)):
                return self._with_slots(fit, entities)
        return self._joined(text, entities)

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
        wish = instead or self._instead_of_name(match, entities)
        return wish or self._with_slots(match, entities)

    def _instead_of_clause(
        self, text: str, match: SampleFit, entities: Entities
    ) -> Interpretation | None:
        """Return the meaning of a sentence where a slot would hold a clause, or None.

        "Find something calm, the baby is asleep" names no song; "… then stop" stays.
        """
        is_clause = match.is_open and self._index.is_clause(match.unknown)
        if not is_clause or self._fitting.is_place(match, entities):
            return None
        found = self._in_part(text, entities) or self._nearest(text, entities, None)
        if not found and all(s.type != FREE_TEXT for s in match.slots.values()):
            return self._voted(text, entities)
        is_command = found and (found.intent or "").startswith(BUILT_IN)
        return None if is_command else found

    def _instead_of_name(
        self, match: SampleFit, entities: Entities
    ) -> Interpretation | None:
        """Return the wish that stands where a listener's own name would, or None.

        "Show me something for cooking" opens nothing of that name. The words around it
        are said for such wishes, too.
        """
        own = [slot.type.startswith(PERSONAL) for slot in match.unknown_slots]
        wish = self._fitting.best(match.unknown, entities) if own == [True] else None
        is_other = wish and wish.pattern.intent != match.pattern.intent
        if not (wish and is_other and wish.is_addition):
            return None
        is_said = self._index.has_said(wish.pattern.intent, match.literal_words)
        return self._with_slots(wish, entities) if is_said else None

    def _in_part(self, text: str, entities: Entities) -> Interpretation | None:
        match = self._fits.in_part(text, entities)
        return self._with_slots(match, entities) if match else None

    def _near_clause(self, text: str, entities: Entities) -> Interpretation | None:
        """Return what a clause means that is near a sample and weighs enough."""
        near = (
            self._nearest(clause, entities, None)
            for clause in self._fits.heavy_clauses(text, MIN_NEAR_CLAUSE)
        )
        return next(filter(None, near), None)

    def _with_slots(self, match: SampleFit, entities: Entities) -> Interpretation:
        return self._meaning(match.pattern, match.resolved(entities))

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
        is_known = self._index.without_articles(
            partial(is_value, entities, self._language)
        )
        open_types = NUMBERS.union(filter(takes_any_words, entities.types))
        nearest = self._index.nearest(text, is_known, open_types)
        if asking and nearest and nearest.may_answer(text):
            return None
        if nearest is None or (unsure and unsure.is_as_near(nearest.similarity)):
            return None
        if unsure and unsure.holds(nearest.pattern, nearest.words):
            return None
        is_same = unsure and unsure.match.pattern.intent == nearest.pattern.intent
        if unsure and is_same and unsure.match.is_open and not nearest.words:
            return self._with_slots(unsure.match, entities)
        named = self._index.with_name(nearest, text, is_known)
        filled = self._index.with_values(named, text, is_known, open_types)
        return self._with_words(filled, entities)

    def _voted(self, text: str, entities: Entities) -> Interpretation | None:
        """Return the meaning for which most of the words are said, or None."""
        is_known = self._index.without_articles(
            partial(is_value, entities, self._language)
        )
        voted = self._index.voted(text, cache(is_known))
        return self._with_words(voted, entities) if voted else None

    def _with_words(self, nearest: Nearest, entities: Entities) -> Interpretation:
        pattern, slots = nearest.pattern, {}
        for name, words in nearest.words.items():
            slot_type = self._type_of(pattern.intent, name)
            if filled := fill(words, slot_type, entities, self._language):
                slots[name] = filled.slot
        return self._meaning(pattern, slots)

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
        return self._meaning(pattern, {})

    def _meaning(
        self, pattern: SamplePattern, slots: Mapping[str, SlotValue]
    ) -> Interpretation:
        slots = self._with_empty_slots(pattern.intent, slots)
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
