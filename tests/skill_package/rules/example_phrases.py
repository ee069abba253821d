"""What customers are told to try: the top cause of rejection.

https://developer.amazon.com/docs/alexa/custom-skills/certification-requirements-for-custom-skills.html
"""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from simulator.alexa.interaction_model import Intent, LanguageModel
from tests.skill_package.package import Package, language
from tests.skill_package.rules import Rule
from tests.skill_package.rules.collisions import SEARCH
from tests.skill_package.rules.lexicon import as_heard, words_of
from tests.skill_package.rules.samples import SLOT

MOST = 3
LONGEST = 200


class Asked(NamedTuple):
    """What an example phrase asks for: an intent, and the words in its slots."""

    intent: str
    slots: Mapping[str, str]


def phrases(package: Package) -> Iterator[tuple[str, list[str]]]:
    for locale, told in package.published().items():
        yield locale, told.get("examplePhrases", [])


def are_a_few(package: Package) -> Iterator[str]:
    for locale, told in phrases(package):
        if not 1 <= len(told) <= MOST or len(set(told)) < len(told):
            yield f"{locale}: {len(told)} example phrases, not up to {MOST} different"
        for phrase in told:
            if len(phrase) > LONGEST:
                yield f"{locale}: {phrase[:20]!r}… is longer than {LONGEST}"


def begin_by_opening(package: Package) -> Iterator[str]:
    for locale, told in phrases(package):
        if locale in package.models:
            name = package.language_model(locale).invocation_name
            opening = [one.format(name=name) for one in words_of(locale).open]
            if not told or told[0] not in opening:
                yield f"{locale}: the first example phrase is not {opening[0]!r}"


def are_samples(package: Package) -> Iterator[str]:
    for locale, told in phrases(package):
        if locale in package.models:
            model = package.language_model(locale)
            for phrase in told[1:]:
                if asked(phrase, locale, model) is None:
                    yield f"{locale}: {phrase!r} is no sample called by name"


def asked(phrase: str, locale: str, model: LanguageModel) -> Asked | None:
    """What a phrase that calls the skill by name asks for; None if nothing."""
    for template in words_of(locale).ask:
        before, after = template.format(name=model.invocation_name, sample="\n").split(
            "\n"
        )
        if phrase.startswith(before) and phrase.endswith(after):
            request = phrase.removeprefix(before).removesuffix(after)
            found = next(meant(request, locale, model), None)
            if found is not None:
                return found
    return None


def meant(request: str, locale: str, model: LanguageModel) -> Iterator[Asked]:
    """The intents that have the request among their samples, slots filled."""
    for intent in model.intents:
        for sample in intent.samples:
            slots = _filling(request, sample, intent, model, locale)
            if slots is not None:
                yield Asked(intent.name, slots)


def _filling(
    request: str, sample: str, intent: Intent, model: LanguageModel, locale: str
) -> dict[str, str] | None:
    """The words in the sample's slots, where it says the request with valid ones."""
    pieces = SLOT.split(_written(sample, locale))
    literal, names = pieces[::2], pieces[1::2]
    if not (request.startswith(literal[0]) and request.endswith(literal[-1])):
        return None  # most samples; compiling them all would take 2 s a phrase
    groups = [f"(?P<{name}>.+)" for name in names] + [""]
    pattern = chain.from_iterable(zip(map(re.escape, literal), groups, strict=True))
    found = re.fullmatch("".join(pattern), request)
    if found is None:
        return None
    filled = found.groupdict()
    valid = (
        _is_value(words, intent.type_of(name) or "", model, locale)
        for name, words in filled.items()
    )
    return filled if all(valid) else None


def _written(sample: str, locale: str) -> str:
    """As it is written in a phrase: Japanese has no spaces, not even round slots."""
    return sample.replace(" ", "") if language(locale) == "ja" else sample


def _is_value(words: str, name: str, model: LanguageModel, locale: str) -> bool:
    own = model.type_named(name)
    if own is None:
        return name == SEARCH
    known = {as_heard(w, locale) for value in own.values for w in value.name.spoken}
    return as_heard(words, locale) in known


RULES: tuple[Rule, ...] = (are_a_few, begin_by_opening, are_samples)
