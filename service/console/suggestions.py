"""Things one could say next, made from the interaction model's own samples."""

import re
from collections.abc import Iterator

from service.console.entities import Entities
from service.console.interaction_model import Intent

_SLOT = re.compile(r"\{(\w+)\}")
CHIPS = 8
NUMBERS = ("2", "3", "5")


def sentences(entities: Entities) -> tuple[str, ...]:
    """Every sample with its slots filled in, without doubles, in the model's order."""
    model = entities.model
    spoken = (
        filled
        for intent in model.intents
        for number, sample in enumerate(intent.samples)
        if (filled := _filled(sample, intent, entities, number)) is not None
    )
    return tuple(dict.fromkeys(spoken))


def suggestions(entities: Entities, turn: int) -> tuple[str, ...]:
    """A few, another sample of each intent and other intents from turn to turn."""
    own = [i for i in entities.model.intents if not i.name.startswith("AMAZON.")]
    rotated = [*own[turn * 3 % max(1, len(own)) :], *own[: turn * 3 % max(1, len(own))]]
    chosen = (_one(intent, entities, turn) for intent in rotated)
    return tuple(one for one in chosen if one is not None)[:CHIPS]


def _one(intent: Intent, entities: Entities, turn: int) -> str | None:
    """The intent's next sample with letters of its own that can be filled in."""
    samples = [s for s in intent.samples if _SLOT.sub("", s).strip()]
    return next(iter(_from(samples, intent, entities, turn)), None)


def _from(
    samples: list[str], intent: Intent, entities: Entities, turn: int
) -> Iterator[str]:
    for offset in range(len(samples)):
        sample = samples[(turn + offset) % len(samples)]
        filled = _filled(sample, intent, entities, turn)
        if filled is not None:
            yield filled


def _filled(sample: str, intent: Intent, entities: Entities, turn: int) -> str | None:
    """None where a slot has no values to choose from."""
    text = sample
    for slot in _SLOT.findall(sample):
        values = _values(intent.type_of(slot) or "", entities)
        if not values:
            return None
        text = text.replace(f"{{{slot}}}", values[turn % len(values)])
    return text


def _values(slot_type: str, entities: Entities) -> list[str]:
    """The listener's own names where the skill sent some, else the model's."""
    if slot_type == "AMAZON.NUMBER":
        return list(NUMBERS)
    known = entities.values(slot_type)
    sent = [entity.name.value for entity, dynamic in known if dynamic]
    return sent or [entity.name.value for entity, _ in known]
