"""The skill's own slot types: values, their ids, and other words for them.

https://developer.amazon.com/docs/alexa/custom-skills/create-and-edit-custom-slot-types.html
"""

import re
from collections import Counter
from collections.abc import Iterator

from simulator.alexa.interaction_model import SlotType
from tests.skill_package.package import Package
from tests.skill_package.rules import Rule
from tests.skill_package.rules.lexicon import as_heard
from tests.skill_package.rules.samples import foreign_letters

LONGEST = 140

ARTISTS = "UserArtist"
"""The type of names that differ by country, each of which may be the only one."""

_ID = re.compile(r"-?[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = re.compile(r"(?:\w|\b\.|['&-]|(?<=\S) (?=\S))+")


def types(package: Package) -> Iterator[tuple[str, SlotType]]:
    for locale, model in package.language_models().items():
        for one in model.types:
            yield locale, one


def are_used(package: Package) -> Iterator[str]:
    """Every own type is some slot's, and the other way round."""
    for locale, model in package.language_models().items():
        declared = {one.name for one in model.types}
        slots = (slot for intent in model.intents for slot in intent.slots)
        used = {slot.type for slot in slots if not slot.type.startswith("AMAZON.")}
        for name in declared ^ used:
            yield f"{locale} {name}: is not both declared and used"


def have_values_with_ids(package: Package) -> Iterator[str]:
    for locale, one in types(package):
        if not one.values:
            yield f"{locale} {one.name}: has no values"
        ids = Counter(value.id for value in one.values)
        for name, times in ids.items():
            if name is None or not _ID.fullmatch(name):
                yield f"{locale} {one.name}: {name!r} is no id"
            elif times > 1:
                yield f"{locale} {one.name}: the id {name!r} is there {times} times"


def have_synonyms(package: Package) -> Iterator[str]:
    for locale, one in types(package):
        for value in one.values if one.name != ARTISTS else ():
            if not value.name.synonyms:
                yield f"{locale} {one.name}: has no other word for {value.name.value}"


def tell_values_apart(package: Package) -> Iterator[str]:
    for locale, one in types(package):
        words = Counter(as_heard(word, locale) for word in _words(one))
        for word, times in words.items():
            if times > 1:
                yield f"{locale} {one.name}: {word!r} is there {times} times"


def are_spelled_as_said(package: Package) -> Iterator[str]:
    for locale, one in types(package):
        for word in _words(one):
            legal = _WORDS.fullmatch(word) and not foreign_letters(word, locale)
            if not legal or len(word) > LONGEST:
                yield f"{locale} {one.name}: {word[:20]!r} cannot be said"


def _words(one: SlotType) -> list[str]:
    return [word for value in one.values for word in value.name.spoken]


RULES: tuple[Rule, ...] = (
    are_used,
    have_values_with_ids,
    have_synonyms,
    tell_values_apart,
    are_spelled_as_said,
)
