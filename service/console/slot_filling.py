"""What the words of a slot are worth: a number, a known value, or a guess."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from service.console.entities import Entities
from service.console.numerals import whole_number
from service.console.spelling import letters_of
from service.standin.alexa import Slot

NUMBERS = frozenset(("AMAZON.NUMBER", "AMAZON.Ordinal"))


@dataclass(frozen=True, slots=True)
class Filled:
    """`likeness` to the nearest known value, 0 to 1; `known` when it is one."""

    slot: Slot
    known: bool
    likeness: float


def fill(
    words: str, slot_type: str, entities: Entities, language: str
) -> Filled | None:
    """The filled slot; None where the type does not take these words."""
    if slot_type in NUMBERS:
        number = whole_number(words, language)
        if number is None:
            return None
        return Filled(Slot(str(number), None, slot_type), known=True, likeness=1.0)
    matches = entities.resolve(words, slot_type)
    slot = Slot(words, matches, slot_type)
    if matches:
        return Filled(slot, known=True, likeness=1.0)
    return Filled(slot, known=False, likeness=_likeness(words, slot_type, entities))


def _likeness(words: str, slot_type: str, entities: Entities) -> float:
    said = letters_of(words)
    names = (
        letters_of(name)
        for entity, _ in entities.values(slot_type)
        for name in entity.name.spoken
    )
    return max((fuzz.ratio(said, name) for name in names), default=0.0) / 100
