"""What the models promise, held against what the conversation answers."""

from collections.abc import Iterator, Mapping, Set

from simulator.alexa.interaction_model import LanguageModel

UNINVITED = frozenset(("AMAZON.MoreIntent",))
"""Sent by devices with a screen whether or not a model has them."""

Wishes = Mapping[str, frozenset[str]]
"""The value ids that the code knows, by slot type."""


def are_answered(model: LanguageModel, answered: Set[str]) -> Iterator[str]:
    """Every intent has a handler, and every handler its intents in the model."""
    names = {intent.name for intent in model.intents}
    for name in sorted(names - answered):
        yield f"{name}: nobody answers"
    for name in sorted(answered - names - UNINVITED):
        yield f"{name}: nobody can say it"


ASIDE = "aside"
"""The slot of what is said beside a command: it changes nothing."""


def are_read(model: LanguageModel, read: Mapping[str, Set[str]]) -> Iterator[str]:
    """Every slot of an intent but an aside is looked at by whoever answers it."""
    for intent in model.intents:
        for slot in intent.slots:
            if slot.name not in {ASIDE, *read.get(intent.name, ())}:
                yield f"{intent.name}: nobody looks at {slot.name}"


def are_known(model: LanguageModel, known: Wishes) -> Iterator[str]:
    """Every value id means something to the code, and every meaning can be said."""
    for name, ids in known.items():
        own = model.type_named(name)
        there = {str(value.id) for value in own.values} if own else set()
        for one in sorted(there ^ ids):
            yield f"{name}: {one} is not both said and known"
