"""An interaction model as Amazon is told it: intents, their samples, slot values.

https://developer.amazon.com/docs/alexa/smapi/interaction-model-schema.html
"""

from pathlib import Path

import msgspec

MODELS = Path(__file__).parents[2] / "skill-package" / "interactionModels" / "custom"


class ModelMissing(Exception):
    """There is no interaction model for this locale; the text names those there are."""


class ModelUnreadable(Exception):
    """The file is not an interaction model; the text says where it goes wrong."""


class Name(msgspec.Struct, frozen=True):
    value: str
    synonyms: tuple[str, ...] = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        return (self.value, *self.synonyms)


class Entity(msgspec.Struct, frozen=True):
    """A value of a slot type; Alexa makes up an id where the model gives none."""

    name: Name
    id: str | None = None


class SlotType(msgspec.Struct, frozen=True):
    name: str
    values: tuple[Entity, ...] = ()


class SlotSpec(msgspec.Struct, frozen=True):
    name: str
    type: str


class Intent(msgspec.Struct, frozen=True):
    name: str
    slots: tuple[SlotSpec, ...] = ()
    samples: tuple[str, ...] = ()

    def type_of(self, slot: str) -> str | None:
        return next((s.type for s in self.slots if s.name == slot), None)


class LanguageModel(msgspec.Struct, frozen=True, rename="camel"):
    invocation_name: str
    intents: tuple[Intent, ...] = ()
    types: tuple[SlotType, ...] = ()

    def type_named(self, name: str) -> SlotType | None:
        return next((t for t in self.types if t.name == name), None)


class _Inner(msgspec.Struct, rename="camel"):
    language_model: LanguageModel


class _File(msgspec.Struct, rename="camel"):
    interaction_model: _Inner


def locales(folder: Path = MODELS) -> tuple[str, ...]:
    """Every locale that has a model, sorted."""
    return tuple(sorted(file.stem for file in folder.glob("*.json")))


def read_model(locale: str, folder: Path = MODELS) -> LanguageModel:
    """The locale's model; raises `ModelMissing`, `ModelUnreadable`."""
    known = locales(folder)
    if locale not in known:
        there = ", ".join(known) or "none at all"
        raise ModelMissing(f"no interaction model for {locale!r}; there is {there}")
    return parse_model((folder / f"{locale}.json").read_bytes(), locale)


def parse_model(text: bytes, name: str) -> LanguageModel:
    """Raises `ModelUnreadable`, which calls the model by `name`."""
    try:
        file = msgspec.json.decode(text, type=_File)
    except msgspec.MsgspecError as error:
        raise ModelUnreadable(f"{name}: not an interaction model: {error}") from None
    return file.interaction_model.language_model
