"""Entity resolution: the slot values that a slot's words match.

https://developer.amazon.com/docs/alexa/custom-skills/entity-resolution.html
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from rapidfuzz import fuzz

from simulator.alexa.interaction_model import Entity, LanguageModel
from simulator.alexa.requests import SlotMatch, SlotValue
from simulator.alexa.speech_recognition import letters_only, parse_number

FREE_TEXT = "AMAZON.SearchQuery"

PERSONAL = "User"  # begins the names of types that hold a listener's own names

NUMBERS = frozenset(("AMAZON.NUMBER", "AMAZON.Ordinal"))

UPDATE = "Dialog.UpdateDynamicEntities"


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


@dataclass(frozen=True, slots=True)
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

    def spoken_letters(self) -> Mapping[str, frozenset[str]]:
        """Return the letters of every name and synonym, by slot type."""
        types = {slot_type.name for slot_type in self.model.types} | self.dynamic.keys()
        return {
            slot_type: frozenset(
                letters_only(name)
                for entity, _ in self.values(slot_type)
                for name in entity.name.spoken
            )
            for slot_type in types
        }

    def resolve(self, words: str, slot_type: str) -> tuple[SlotMatch, ...] | None:
        """Return the values that `words` match; None for a type without values."""
        values = self.values(slot_type)
        if not values and self.model.type_named(slot_type) is None:
            return None
        letters = letters_only(words)
        return tuple(
            SlotMatch(
                entity.name.value, entity.id or letters_only(entity.name.value), dynamic
            )
            for entity, dynamic in values
            if any(letters_only(name) == letters for name in entity.name.spoken)
        )


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


def takes_any_words(slot_type: str) -> bool:
    """Return whether a slot's words may be no value that the model knows."""
    return slot_type == FREE_TEXT or slot_type.startswith(PERSONAL)


def _similarity(words: str, slot_type: str, entities: Entities) -> float:
    letters = letters_only(words)
    names = (
        letters_only(name)
        for entity, _ in entities.values(slot_type)
        for name in entity.name.spoken
    )
    return max((fuzz.ratio(letters, name) for name in names), default=0.0) / 100
