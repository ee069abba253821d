"""Entity resolution: the slot values that a slot's words match.

https://developer.amazon.com/docs/alexa/custom-skills/entity-resolution.html
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

import msgspec
from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from simulator.alexa.interaction_model import Entity, LanguageModel, SlotType
from simulator.alexa.requests import SlotMatch, SlotValue
from simulator.alexa.speech_recognition import letters_only, parse_number

FREE_TEXT = "AMAZON.SearchQuery"

MIN_VALUE_SIMILARITY = 85.0
"""Of 100: how like a known value has to be, where a sample is nothing but a slot."""

PERSONAL = "User"  # begins the names of types that hold a listener's own names

NUMBERS = frozenset(("AMAZON.NUMBER", "AMAZON.Ordinal"))

UPDATE = "Dialog.UpdateDynamicEntities"

_KEPT_TYPES = 1_024  # slot types whose names are kept: those of all models

_ByLetters = Mapping[str, Sequence[Entity]]


class _DynamicType(msgspec.Struct):
    name: str
    values: tuple[Entity, ...] = ()


class _Update(msgspec.Struct, rename="camel"):
    update_behavior: str
    types: tuple[_DynamicType, ...] = ()


def apply_directives(
    in_force: Mapping[str, tuple[Entity, ...]], directives: Iterable[Mapping[str, Any]]
) -> Mapping[str, tuple[Entity, ...]]:
    """Return the dynamic entities by slot type after a response with these directives.

    A directive that cannot be read changes nothing, as with Alexa.
    """
    for directive in directives:
        if directive.get("type") != UPDATE:
            continue
        try:
            update = msgspec.convert(directive, _Update)
        except msgspec.ValidationError:
            continue
        in_force = {}
        if update.update_behavior == "REPLACE":
            in_force = {slot_type.name: slot_type.values for slot_type in update.types}
    return in_force


@dataclass(frozen=True)
class Entities:
    """All slot values in force.

    model: the interaction model, with its static values.
    dynamic: the values that the skill sent, by slot type.
    """

    model: LanguageModel
    dynamic: Mapping[str, Sequence[Entity]] = field(default_factory=dict)

    def values(self, slot_type: str) -> list[tuple[Entity, bool]]:
        """Return each value of a slot type, and whether the skill sent the value."""
        own = self.model.type_named(slot_type)
        static = [(entity, False) for entity in (own.values if own else ())]
        return static + [(entity, True) for entity in self.dynamic.get(slot_type, ())]

    @property
    def types(self) -> AbstractSet[str]:
        """The names of all slot types that have values."""
        return {slot_type.name for slot_type in self.model.types} | self.dynamic.keys()

    def named(self, letters: str, slot_type: str) -> list[tuple[Entity, bool]]:
        """Return the values with a name or synonym of these letters, as `values`."""
        static, dynamic = self._by_letters(slot_type)
        return [
            *((entity, False) for entity in static.get(letters, ())),
            *((entity, True) for entity in dynamic.get(letters, ())),
        ]

    def is_personal(self, words: str) -> bool:
        """Return whether these are one of the listener's own names that are known."""
        personal = (name for name in self.types if name.startswith(PERSONAL))
        return any(self.named(letters_only(words), name) for name in personal)

    def nearly(self, words: str, slot_type: str) -> str | None:
        """Return the letters of the value that the words are very like, or None."""
        letters, least = letters_only(words), MIN_VALUE_SIMILARITY
        for names in self._by_letters(slot_type):
            nearest = process.extractOne(
                letters, names.keys(), scorer=ratio, score_cutoff=least
            )
            if nearest is not None:
                return nearest[0]
        return None

    def resolved(self, slot: SlotValue) -> SlotValue:
        """Return the slot, resolved to the value that its words are very like."""
        letters = None if slot.matches else self.nearly(slot.value or "", slot.type)
        return (
            slot
            if letters is None
            else replace(slot, matches=self.resolve(letters, slot.type))
        )

    def _by_letters(self, slot_type: str) -> tuple[_ByLetters, _ByLetters]:
        """Return the static values and the dynamic ones of a slot type."""
        static = self._by_type.get(slot_type, {})
        return static, self._dynamic_by_letters.get(slot_type, {})

    @cached_property
    def _by_type(self) -> Mapping[str, _ByLetters]:
        """The static values of each slot type."""
        types = self.model.types
        return {kind.name: _static_by_letters(kind) for kind in types}

    @cached_property
    def _dynamic_by_letters(self) -> Mapping[str, _ByLetters]:
        return {name: _by_letters(values) for name, values in self.dynamic.items()}

    def resolve(self, words: str, slot_type: str) -> tuple[SlotMatch, ...] | None:
        """Return the values that `words` match; None for a type without values."""
        if slot_type not in self._by_type and not self.dynamic.get(slot_type):
            return None
        return tuple(
            SlotMatch(
                entity.name.value, entity.id or letters_only(entity.name.value), dynamic
            )
            for entity, dynamic in self.named(letters_only(words), slot_type)
        )


@dataclass(frozen=True, slots=True)
class FilledSlot:
    """A slot with the words that were heard for it.

    slot: the slot as the request carries it.
    known: whether the words are a number or match a known value.
    """

    slot: SlotValue
    known: bool


def fill(
    words: str, slot_type: str, entities: Entities, language: str
) -> FilledSlot | None:
    """Return the slot filled with `words`; None where the type takes no such words."""
    if slot_type in NUMBERS:
        number = parse_number(words, language)
        if number is None:
            return None
        return FilledSlot(SlotValue(str(number), None, slot_type), known=True)
    matches = entities.resolve(words, slot_type)
    return FilledSlot(SlotValue(words, matches, slot_type), known=bool(matches))


def is_value(entities: Entities, language: str, words: str, slot_type: str) -> bool:
    """Return whether the words are a number or match a known value of the type."""
    if slot_type in NUMBERS:
        return parse_number(words, language) is not None
    return bool(entities.named(letters_only(words), slot_type))


def takes_any_words(slot_type: str) -> bool:
    """Return whether a slot's words may be no value that the model knows."""
    return slot_type == FREE_TEXT or slot_type.startswith(PERSONAL)


def _by_letters(entities: Iterable[Entity]) -> _ByLetters:
    """Return the entities by the letters of each of their names, in their order."""
    by_letters: dict[str, list[Entity]] = {}
    for entity in entities:
        for letters in set(map(letters_only, entity.name.spoken)):
            by_letters.setdefault(letters, []).append(entity)
    return by_letters


@lru_cache(_KEPT_TYPES)
def _static_by_letters(slot_type: SlotType) -> _ByLetters:
    return _by_letters(slot_type.values)
