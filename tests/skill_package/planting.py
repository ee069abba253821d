"""Errors planted in a copy of the package, so that each rule shows what it finds."""

from collections.abc import Callable
from typing import NamedTuple

from tests.skill_package.package import Json, Package
from tests.skill_package.rules import Rule

Plant = Callable[[Package], None]


class Planted(NamedTuple):
    """An error: how it is made, which rule finds it, and words of the finding."""

    rule: Rule
    plant: Plant
    finding: str


def words(package: Package, locale: str = "en-US") -> Json:
    """A locale's language model."""
    model: Json = package.models[locale]["interactionModel"]["languageModel"]
    return model


def intent(package: Package, name: str, locale: str = "en-US") -> Json:
    found: Json = _named(words(package, locale)["intents"], name)
    return found


def slot_type(package: Package, name: str, locale: str = "en-US") -> Json:
    found: Json = _named(words(package, locale)["types"], name)
    return found


def say(name: str, *samples: str) -> Plant:
    """The intent gets more samples."""

    def plant(package: Package) -> None:
        intent(package, name)["samples"] += samples

    return plant


def say_only(name: str, *samples: str) -> Plant:
    """The intent has no other samples."""

    def plant(package: Package) -> None:
        intent(package, name)["samples"] = list(samples)

    return plant


def listing(**changes: object) -> Plant:
    """The American listing says something else; None takes an entry away."""

    def plant(package: Package) -> None:
        told = package.published()["en-US"]
        told.update(changes)
        for key in [key for key, value in changes.items() if value is None]:
            del told[key]

    return plant


def spoken_as(name: str, locale: str = "en-US") -> Plant:
    """A locale, a new one perhaps, calls the skill so."""

    def plant(package: Package) -> None:
        model = {**words(package), "invocationName": name}
        package.models[locale] = {"interactionModel": {"languageModel": model}}

    return plant


def _named(entries: list[Json], name: str) -> Json:
    return next(one for one in entries if one["name"] == name)
