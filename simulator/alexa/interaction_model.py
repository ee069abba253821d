"""Interaction models of the skill package: intents, sample utterances, slot values.

https://developer.amazon.com/docs/alexa/smapi/interaction-model-schema.html
"""

from pathlib import Path

import msgspec

MODELS = Path(__file__).parents[2] / "skill-package" / "interactionModels" / "custom"


class ModelMissing(Exception):
    """No interaction model exists for this locale; the text lists the known locales."""


class ModelUnreadable(Exception):
    """The file is not an interaction model; the text says where reading failed."""


class Name(msgspec.Struct, frozen=True):
    """The name of a slot value, with its synonyms."""

    value: str
    synonyms: tuple[str, ...] = ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """The value and its synonyms."""
        return (self.value, *self.synonyms)


class Entity(msgspec.Struct, frozen=True):
    """A value of a slot type; Alexa makes an id where the model gives none (None)."""

    name: Name
    id: str | None = None


class SlotType(msgspec.Struct, frozen=True, cache_hash=True):
    """A slot type of the model, with its values; hashed once."""

    name: str
    values: tuple[Entity, ...] = ()


class SlotSpec(msgspec.Struct, frozen=True):
    """A slot of an intent: its name and the name of its type."""

    name: str
    type: str


class Intent(msgspec.Struct, frozen=True):
    """An intent with its slots and sample utterances."""

    name: str
    slots: tuple[SlotSpec, ...] = ()
    samples: tuple[str, ...] = ()

    def type_of(self, slot: str) -> str | None:
        """Return the type of the slot with this name; None for an unknown slot."""
        return next((s.type for s in self.slots if s.name == slot), None)


class LanguageModel(msgspec.Struct, frozen=True, rename="camel"):
    """One locale's invocation name, intents and slot types."""

    invocation_name: str
    intents: tuple[Intent, ...] = ()
    types: tuple[SlotType, ...] = ()

    def type_named(self, name: str) -> SlotType | None:
        """Return the slot type with this name; None where the model has none."""
        return next((t for t in self.types if t.name == name), None)


class _Inner(msgspec.Struct, rename="camel"):
    language_model: LanguageModel


class _File(msgspec.Struct, rename="camel"):
    interaction_model: _Inner


def locales(folder: Path = MODELS) -> tuple[str, ...]:
    """Return every locale that has a model, sorted."""
    return tuple(sorted(file.stem for file in folder.glob("*.json")))


def read_model(locale: str, folder: Path = MODELS) -> LanguageModel:
    """Return the locale's model. Raise `ModelMissing` or `ModelUnreadable`."""
    return parse_model(read_model_file(locale, folder), locale)


def read_model_file(locale: str, folder: Path = MODELS) -> bytes:
    """Return the text of the locale's model. Raise `ModelMissing`."""
    known_locales = locales(folder)
    if locale not in known_locales:
        names = ", ".join(known_locales) or "none at all"
        raise ModelMissing(f"no interaction model for {locale!r}; there is {names}")
    return (folder / f"{locale}.json").read_bytes()


def parse_model(text: bytes, name: str) -> LanguageModel:
    """Return the model in `text`. Raise `ModelUnreadable`, which begins with `name`."""
    try:
        file = msgspec.json.decode(text, type=_File)
    except msgspec.MsgspecError as error:
        raise ModelUnreadable(f"{name}: not an interaction model: {error}") from None
    return file.interaction_model.language_model
