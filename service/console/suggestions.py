"""Things one could say next, made from the interaction model's own samples."""

import re
from collections.abc import Iterable, Iterator

from service.console.entities import Entities
from service.console.interaction_model import Intent
from service.console.spelling import as_heard

_SLOT = re.compile(r"\{(\w+)\}")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
CHIPS = 8
NAMED = 4
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


def suggestions(
    entities: Entities, turn: int, spoken: Iterable[str] = ()
) -> tuple[str, ...]:
    """A few; first what Alexa has just named in `spoken`, then a sample of each intent.

    It is another sample, and begins with another intent, from turn to turn.
    """
    own = [i for i in entities.model.intents if not i.name.startswith("AMAZON.")]
    first = turn * 3 % max(1, len(own))
    chosen = (_one(intent, entities, turn) for intent in (*own[first:], *own[:first]))
    offered = (*_named(entities, spoken), *(one for one in chosen if one is not None))
    return tuple(dict.fromkeys(offered))[:CHIPS]


def _named(entities: Entities, spoken: Iterable[str]) -> list[str]:
    """Samples that occur, whole, in what was said: the longest of them first."""
    heard = [as_heard(text) for text in spoken]
    samples = {s for i in entities.model.intents for s in i.samples if "{" not in s}
    found = [s for s in samples if any(_occurs(as_heard(s), text) for text in heard)]
    found.sort(key=lambda sample: (-len(sample), sample))
    whole: list[str] = []
    for sample in found:
        if not any(_occurs(as_heard(sample), as_heard(one)) for one in whole):
            whole.append(sample)
    return whole[:NAMED]


def _occurs(sample: str, text: str) -> bool:
    """As whole words; a language without spaces has to do without that."""
    if _SPACELESS.search(sample):
        return sample in text
    return f" {sample} " in f" {text} "


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
