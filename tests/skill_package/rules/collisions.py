"""Utterances that could mean two things, or everything."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import numpy as np

from simulator.alexa.interaction_model import Intent, LanguageModel
from tests.skill_package.package import Package
from tests.skill_package.rules import Rule
from tests.skill_package.rules.lexicon import as_heard
from tests.skill_package.rules.samples import SLOT, intents
from tests.skill_package.rules.wordings import (
    HashedTexts,
    Hashes,
    HeardSample,
    once_each,
    repeated,
)

SEARCH = "AMAZON.SearchQuery"
BUILT_IN = frozenset((SEARCH, "AMAZON.NUMBER"))
"""Built-in types that are to be had in every locale with the same meaning."""


def mean_one_intent(package: Package) -> Iterator[str]:
    """No two intents have samples that sound alike, a slot counting as its type."""
    for locale, model in package.language_models().items():
        meant: dict[str, set[str]] = defaultdict(set)
        for intent in model.intents:
            for sample in intent.samples:
                meant[as_heard(_by_type(sample, intent), locale)].add(intent.name)
        yield from _ambiguous(locale, meant)


def mean_one_intent_when_filled(package: Package) -> Iterator[str]:
    """The same with the values of the model's own types in the slots."""
    for locale, model in package.language_models().items():
        meant: dict[str, set[str]] = defaultdict(set)
        for sample in suspects(list(heard_samples(model, locale))):
            for wording in sample.wordings():
                meant[wording].add(sample.intent)
        yield from _ambiguous(locale, meant)


def keep_search_queries_apart(package: Package) -> Iterator[str]:
    """A free slot stands alone in its sample, with words that carry it.

    https://developer.amazon.com/docs/alexa/custom-skills/slot-type-reference.html
    """
    for locale, intent in intents(package):
        free = {slot.name for slot in intent.slots if slot.type == SEARCH}
        for sample in intent.samples:
            slots = SLOT.findall(sample)
            if free.isdisjoint(slots):
                continue
            if len(slots) > 1:
                yield f"{locale} {intent.name}: {sample!r} has more than the free slot"
            if not as_heard(SLOT.sub("", sample), locale):
                yield f"{locale} {intent.name}: {sample!r} carries it with no word"


def catch_not_everything(package: Package) -> Iterator[str]:
    """No intent lives on bare slots, and no slot takes just anything."""
    for locale, intent in intents(package):
        worded = [one for one in intent.samples if as_heard(SLOT.sub("", one), locale)]
        if intent.samples and not worded:
            yield f"{locale} {intent.name}: takes whatever is said"
        for slot in intent.slots:
            if slot.type.startswith("AMAZON.") and slot.type not in BUILT_IN:
                yield f"{locale} {intent.name}: {slot.type} is not the same everywhere"


def heard_samples(model: LanguageModel, locale: str) -> Iterator[HeardSample]:
    """Yield every sample as it is heard, with the heard values of its slots."""
    values = cache(partial(_heard_values, model=model, locale=locale))
    for intent in model.intents:
        types = {slot.name: slot.type for slot in intent.slots}
        for sample in intent.samples:
            literals = as_heard(SLOT.sub("<>", sample), locale).split("<>")
            slots = SLOT.findall(sample)
            filled = [values(types.get(slot, "")) for slot in slots]
            yield HeardSample(intent.name, literals, filled)


def suspects(samples: Sequence[HeardSample]) -> list[HeardSample]:
    """Return those with a wording of the same hash as one of another intent."""
    hashes = [sample.hashes() for sample in samples]
    by_intent: dict[str, list[Hashes]] = defaultdict(list)
    for sample, own in zip(samples, hashes, strict=True):
        by_intent[sample.intent].append(own)
    shared = repeated(list(map(once_each, by_intent.values())))
    if not shared.size:
        return []
    pairs = zip(samples, hashes, strict=True)
    return [sample for sample, own in pairs if np.isin(own, shared).any()]


def _by_type(sample: str, intent: Intent) -> str:
    slots = SLOT.findall(sample)
    return _filled(sample, {slot: f"<{intent.type_of(slot)}>" for slot in slots})


def _filled(sample: str, values: Mapping[str, str]) -> str:
    return SLOT.sub(lambda found: values[found[1]], sample)


def _heard_values(name: str, model: LanguageModel, locale: str) -> HashedTexts:
    """The values of a type as they are heard; a built-in type stays a mark."""
    own = model.type_named(name)
    if own is None:
        return HashedTexts.of(as_heard(f"<{name}>", locale))
    words = (word for value in own.values for word in value.name.spoken)
    return HashedTexts.of(*(as_heard(word, locale) for word in words))


def _ambiguous(locale: str, meant: Mapping[str, set[str]]) -> Iterator[str]:
    for said, names in meant.items():
        if len(names) > 1:
            yield f"{locale}: {said!r} means {' and '.join(sorted(names))}"


RULES: tuple[Rule, ...] = (
    mean_one_intent,
    mean_one_intent_when_filled,
    keep_search_queries_apart,
    catch_not_everything,
)
