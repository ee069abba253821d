"""The sample of one intent that is nearest to a sentence, and the intent voted for."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property
from itertools import chain, pairwise

from simulator.alexa.entity_resolution import (
    NUMBERS,
    PERSONAL,
    Entities,
    takes_any_words,
)
from simulator.alexa.intent_votes import IntentVotes
from simulator.alexa.interaction_model import LanguageModel
from simulator.alexa.sample_patterns import SampleFit, SamplePattern
from simulator.alexa.sample_utterances import (
    SHORTEST_CLAUSE,
    IsKnown,
    Nearest,
    SampleIndex,
    Weighed,
    phrases_in,
    with_types,
)
from simulator.alexa.speech_recognition import CJK, Phrases, transcribe

SHORTEST_SENTENCE = 3  # words of a value that is a sentence rather than a name
SHORTEST_PART_IN_LETTERS = 5  # of a long sentence, in scripts without spaces
MIN_OF_INTENT = 0.1  # of 1; of the samples of one intent
MIN_OF_VOTED = 0.5  # of 1; of the nearest sample of the intent with most votes

_ARTICLE = 0.45  # weight of an article ("una"), as part of the rarest word's


class IntentIndex(SampleIndex):
    """All samples of a model, by their words and by their intents."""

    def __init__(
        self,
        patterns: Sequence[SamplePattern],
        type_of: Callable[[str, str], str],
        phrases: Phrases,
        model: LanguageModel,
    ) -> None:
        values = tuple(_sentences(patterns, type_of, model))
        super().__init__(patterns, type_of, phrases, values)

    def main_parts(self, text: str) -> Iterator[str]:
        """Yield parts as the samples' index does; without spaces, between letters."""
        is_spaced = not CJK.search(text)
        return super().main_parts(text) if is_spaced else self._parts_by_letter(text)

    def _parts_by_letter(self, text: str) -> Iterator[str]:
        """Yield the ends, and the beginnings that weigh more than the rest."""
        for length in range(len(text) - 1, SHORTEST_PART_IN_LETTERS - 1, -1):
            yield text[-length:].strip()
            main, rest = self._count(text[:length]), self._count(text[length:])
            if self._weight(main) >= self._weight(rest):
                yield text[:length].strip()

    def without_articles(self, is_known: IsKnown) -> IsKnown:
        """Return the same question, for which an article ("una") is no number."""

        def is_value(words: str, kind: str) -> bool:
            return is_known(words, kind) and (
                kind not in NUMBERS or self._is_rarer_than_articles(words)
            )

        return is_value

    def _is_rarer_than_articles(self, words: str) -> bool:
        least = _ARTICLE * self._rarest
        return any(
            self._weights.get(token, self._rarest) > least
            for token in self._count(words)
        )

    def frames_name(self, text: str, entities: Entities) -> bool:
        """Return whether a text is a name and words of the samples around it."""
        parts = (part for part in phrases_in(text) if part != text)
        name = next(filter(entities.is_personal, parts), None)
        return name is not None and self.knows(text.replace(name, " ", 1))

    def add_name(self, matches: Iterable[SampleFit], nearly: SamplePattern) -> bool:
        """Return whether a sentence has a name beside what a sample without slots has.

        "How long is the running playlist" is nearly "how long is the playlist".
        """
        return any(self._adds_name(match, nearly) for match in matches)

    def _adds_name(self, match: SampleFit, nearly: SamplePattern) -> bool:
        words = {*match.unknown.split(), *match.literal_words}
        sample = set(transcribe(nearly.sample).split())
        added = words - sample
        is_misspelt = len(added) <= len(sample - words)
        is_same = match.pattern.intent == nearly.intent and match.is_open
        return (
            is_same
            and not is_misspelt
            and self._is_rarer_than_articles(" ".join(added))
        )

    def joints(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what stands before each conjunction, and what stands after it."""
        words = text.split()
        for place, word in enumerate(words[:-1]):
            if place and word in self._phrases.conjunctions:
                yield " ".join(words[:place]), " ".join(words[place + 1 :])

    def before_reason(self, text: str) -> Iterator[str]:
        """Yield the beginnings of a sentence before a clause with a subject.

        "Nothing too loud the baby's asleep": the longest first.
        """
        words = text.split()
        for place in range(len(words) - SHORTEST_CLAUSE, 0, -1):
            if words[place] in self._phrases.subjects:
                yield " ".join(words[:place])

    def parts(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield beginnings of a sentence, each with its rest, the longest rest first.

        Conjunctions end no beginning. In scripts with spaces only.
        """
        words = [] if CJK.search(text) else text.split()
        for place in range(1, len(words) - 1):
            head = words[:place]
            while head and head[-1] in self._phrases.conjunctions:
                head.pop()
            if head:
                yield " ".join(head), " ".join(words[place:])

    def is_negative(self, fit: SampleFit) -> bool:
        """Return whether the words of a sample that fits say "not"."""
        return self._tokenizer.is_negative(self._count(" ".join(fit.literal_words)))

    def voted(self, text: str, is_known: IsKnown) -> Nearest | None:
        """Return the nearest sample of the intent with most votes; or None.

        A value that is a whole sentence comes first. A name that nobody knows has to be
        in a slot, unless the intent has none for it.
        """
        if value := self.nearest_value(text):
            return value
        typed = self._with_personal_types(text, is_known)
        tokens = tuple(self._tokenizer.tokens(typed))
        votes = self._votes[self._tokenizer.is_negative(tokens)]
        has_name = any(
            not self._has(a) and not self._has(b) for a, b in pairwise(tokens)
        )
        intent = votes.winner(tokens, self._taking_names if has_name else None)
        nearest = self.of_intent(intent, text, is_known) if intent else None
        return nearest if nearest and nearest.similarity >= MIN_OF_VOTED else None

    def of_intent(self, intent: str, text: str, is_known: IsKnown) -> Nearest | None:
        """Return the nearest sample of an intent, even if it is far; or None.

        None where the text has a name that nobody knows and no sample takes, although
        some samples of the intent take names.
        """
        by_types = {
            types: of_intent
            for types, samples in self._by_types.items()
            if (of_intent := [p for p in samples if p[1].pattern.intent == intent])
        }
        kinds = set(chain.from_iterable(by_types))
        known = {
            kind: phrase
            for kind in kinds
            for phrase in phrases_in(text)
            if is_known(phrase, kind)
        }
        name = self._unknown_name(
            text, known.values(), chain.from_iterable(by_types.values())
        )
        open_kinds = set(filter(takes_any_words, kinds)) - known.keys()

        def fills(words: str, kind: str) -> bool:
            return is_known(words, kind) or (words == name and kind in open_kinds)

        best = self._nearest_of(text, by_types, fills)
        if best is None or not (name and open_kinds):
            return best
        is_named = name in best.words.values() and self._shares(text, best)
        return best if is_named else None

    def _shares(self, text: str, nearest: Nearest) -> bool:
        """Return whether they have more in common than one name that nobody knows."""
        literals = transcribe(" ".join(nearest.pattern.literals))
        common = self._count(literals) & self._count(text)
        return len(nearest.words) > 1 or self._weight(common) > 0

    def with_name(self, nearest: Nearest, text: str, is_known: IsKnown) -> Nearest:
        """Return a nearer sample of the same intent, for a name that nobody knows.

        Beside other slots, a single unknown word is no name.
        """
        named = self.of_intent(nearest.pattern.intent, text, is_known)
        if named is None or named.similarity <= nearest.similarity:
            return nearest
        added = named.words.keys() - nearest.words.keys()
        is_long = any(len(named.words[slot].split()) > 1 for slot in added)
        return named if is_long or not nearest.words else nearest

    def with_values(
        self, nearest: Nearest, text: str, is_known: IsKnown, open_types: Iterable[str]
    ) -> Nearest:
        """Return the sample with the values of other slots that are in the text, too.

        A slot counts where some sample of the intent has it beside those of this one:
        "I fancy some quiet jazz" has a mood, although "I fancy {genre}" is nearest.
        """
        rest = self._unexplained(text, nearest)
        words = dict(nearest.words)
        for slots in self._beside_slots(nearest, rest):
            added = {s: kind for s, kind in slots.items() if s not in words}
            found = None
            if set(added.values()).isdisjoint(open_types):
                found = with_types(rest, tuple(added.values()), is_known)
            if found is not None:
                words |= {slot: found[0][kind] for slot, kind in added.items()}
                break
        return replace(nearest, words=words)

    def _unexplained(self, text: str, nearest: Nearest) -> str:
        """Return the text without what the sample and its slots have."""
        for value in nearest.words.values():
            text = text.replace(value, "{}", 1)
        literals = self._count(transcribe(" ".join(nearest.pattern.literals)))
        tokens = self._tokenizer.tokens
        return " ".join(
            "{}" if all(token in literals for token in tokens(word)) else word
            for word in text.split()
        )

    def _beside_slots(self, nearest: Nearest, rest: str) -> Iterator[Mapping[str, str]]:
        """Yield the slots, with their types, of samples that have more than this one.

        First those with most slots, then those of most samples. None with a type twice;
        none beside a sample without slots, or in a sentence that says "not".
        """
        own = set(nearest.words)
        is_negative = self._tokenizer.is_negative(self._count(rest))
        if not own or is_negative or CJK.search(rest):
            return
        combinations = self._combinations[nearest.pattern.intent]
        beside = (
            c
            for c in combinations
            if own < {slot for slot, _ in c} and len({kind for _, kind in c}) == len(c)
        )
        ranked = sorted(beside, key=lambda c: (len(c), combinations[c]), reverse=True)
        yield from map(dict, ranked)

    @cached_property
    def _combinations(self) -> Mapping[str, Counter[tuple[tuple[str, str], ...]]]:
        """The slots with their types that samples have together, by intent."""
        found: dict[str, Counter[tuple[tuple[str, str], ...]]] = defaultdict(Counter)
        for sample in self._samples:
            if not sample.is_negative:
                slots = tuple(sorted(sample.types.items()))
                found[sample.pattern.intent][slots] += 1
        return found

    @cached_property
    def _votes(self) -> Mapping[bool, IntentVotes]:
        """The votes of samples that say "not", and of those that do not."""
        return {
            is_negative: IntentVotes(
                (sample.pattern.intent, sample.sequence)
                for sample in self._samples
                if sample.is_negative is is_negative
            )
            for is_negative in (False, True)
        }

    def has_said(self, intent: str, words: Iterable[str]) -> bool:
        """Return whether samples of an intent have all of these words, and names."""
        tokens = set(self._tokenizer.tokens(" ".join(words)))
        return intent in self._taking_names and tokens <= self._tokens_by_intent[intent]

    @cached_property
    def _tokens_by_intent(self) -> Mapping[str, AbstractSet[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for sample in self._samples:
            found[sample.pattern.intent].update(sample.tokens)
        return found

    @cached_property
    def _taking_names(self) -> AbstractSet[str]:
        """The intents with a sample whose slot takes any words."""
        return {
            sample.pattern.intent
            for sample in self._samples
            if any(map(takes_any_words, sample.types.values()))
        }

    def _nearest_of(
        self,
        text: str,
        by_types: Mapping[tuple[str, ...], Sequence[Weighed]],
        is_known: IsKnown,
    ) -> Nearest | None:
        """Return the nearest of some samples, even if it is far; None without any."""
        best: Nearest | None = None
        for types, samples in by_types.items():
            typed = with_types(text, types, is_known)
            if typed is None:
                continue
            values, typed_text = typed
            words = self._count(typed_text)
            least = best.similarity if best else MIN_OF_INTENT
            for sample, similarity in self._nearer(words, samples, least):
                slots = {name: values[kind] for name, kind in sample.types.items()}
                best = Nearest(sample.pattern, slots, similarity)
        return best

    def _with_personal_types(self, text: str, is_known: IsKnown) -> str:
        """Return the text with the type in place of a known personal name of each."""
        kinds = set(chain.from_iterable(self._by_types))
        for kind in sorted(kind for kind in kinds if kind.startswith(PERSONAL)):
            typed = with_types(text, (kind,), is_known)
            text = typed[1] if typed else text
        return text

    def _unknown_name(
        self, text: str, known: Iterable[str], samples: Iterable[Weighed]
    ) -> str | None:
        """Return the longest run of words of no sample and rare ones, or None.

        None in scripts without spaces.

        known: names that are in the text and known.
        samples: of the intent. Rare are words that few intents use, but none of these.
        """
        if CJK.search(text):
            return None
        used = set(chain.from_iterable(sample.tokens for _, sample in samples))
        used.update(self._tokenizer.tokens(" ".join(known)))
        run: list[str] = []
        runs = [run]
        for word in text.split():
            if self.are_common([word]) or used.issuperset(self._tokenizer.tokens(word)):
                run = []
                runs.append(run)
            else:
                run.append(word)
        names = [" ".join(words) for words in runs]
        return max((n for n in names if not self.knows(n)), key=len, default=None)


def _sentences(
    patterns: Iterable[SamplePattern],
    type_of: Callable[[str, str], str],
    model: LanguageModel,
) -> Iterator[tuple[SamplePattern, str]]:
    """Yield the values that are whole sentences, each with the sample of its slot."""
    for pattern in patterns:
        if pattern.weight or len(pattern.slots) != 1:
            continue
        name = type_of(pattern.intent, pattern.slots[0])
        slot_type = None if takes_any_words(name) else model.type_named(name)
        for entity in slot_type.values if slot_type else ():
            for spoken in entity.name.spoken:
                if len(spoken.split()) >= SHORTEST_SENTENCE:
                    yield pattern, spoken
