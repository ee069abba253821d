"""The skill package as it lies in its folder, read for the linter."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from simulator.alexa.interaction_model import LanguageModel, read_model
from simulator.alexa.language_understanding import LanguageUnderstanding

Json = dict[str, Any]

FOLDER = Path(__file__).parents[2] / "skill-package"

LOCALES = frozenset(
    (
        *("en-US", "en-GB", "en-AU", "en-CA", "en-IN"),
        *("de-DE", "es-ES", "fr-FR", "it-IT", "pt-BR", "ja-JP"),
    )
)
"""Where the skill is to be had."""


@dataclass
class Package:
    """What Amazon is told; a test may change its own copy."""

    manifest: Json = field(default_factory=dict)
    models: dict[str, Json] = field(default_factory=dict)
    """The interaction models' files, by locale."""

    files: dict[str, bytes] = field(default_factory=dict)
    """Everything else, by its path in the folder."""

    def language_model(self, locale: str) -> LanguageModel:
        """What a model says about words."""
        inner = self.models[locale]["interactionModel"]["languageModel"]
        return msgspec.convert(inner, LanguageModel)

    def language_models(self) -> dict[str, LanguageModel]:
        """All of them, by locale, American English first."""
        return {one: self.language_model(one) for one in sorted(self.models, key=_rank)}

    def published(self) -> dict[str, Json]:
        """What customers read about the skill, by locale."""
        texts: dict[str, Json] = self.manifest["publishingInformation"]["locales"]
        return texts

    def legal(self) -> dict[str, Json]:
        """The legal pages, by locale."""
        pages: dict[str, Json] = self.manifest["privacyAndCompliance"]["locales"]
        return pages


def read_package(folder: Path = FOLDER) -> Package:
    package = Package()
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        path = file.relative_to(folder)
        if path.as_posix() == "skill.json":
            package.manifest = json.loads(file.read_bytes())["manifest"]
        elif path.parent.as_posix() == "interactionModels/custom":
            package.models[path.stem] = json.loads(file.read_bytes())
        else:
            package.files[path.as_posix()] = file.read_bytes()
    return package


@cache
def understanding(locale: str) -> LanguageUnderstanding:
    """What understands the sentences of a locale; building it takes 0.3 s."""
    return LanguageUnderstanding(read_model(locale), locale)


def language(locale: str) -> str:
    """The language of a locale: `de` of `de-DE`."""
    return locale.partition("-")[0]


def _rank(locale: str) -> tuple[bool, str]:
    return locale != "en-US", locale
