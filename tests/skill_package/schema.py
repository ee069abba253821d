"""Amazon's own description of the package's files, as its SDK for developers has it.

The SDK drops silently what it does not know, so a file is read into its classes and
written again: whatever is not there any more, Amazon has no use for.
"""

import json
from collections.abc import Iterator

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_smapi_model.v1.skill.interaction_model.interaction_model_data import (
    InteractionModelData,
)
from ask_smapi_model.v1.skill.manifest.skill_manifest_envelope import (
    SkillManifestEnvelope,
)

from tests.skill_package.package import Json

_SERIALIZER = DefaultSerializer()


def manifest_faults(manifest: Json) -> list[str]:
    """What Amazon would not understand of a skill.json's contents."""
    return list(_faults({"manifest": manifest}, SkillManifestEnvelope))


def model_faults(model: Json) -> list[str]:
    """What Amazon would not understand of an interaction model."""
    return list(_faults(model, InteractionModelData))


def _faults(told: Json, kind: type) -> Iterator[str]:
    try:
        read = _SERIALIZER.deserialize(json.dumps(told), kind)
        written = _SERIALIZER.serialize(read)
    except (SerializationException, ValueError, AttributeError, TypeError) as error:
        # The SDK reads an unknown word of a list of words with a bare `ValueError`.
        yield f"cannot be read: {error}"
        return
    yield from _lost(told, written, "")


def _lost(told: object, known: object, where: str) -> Iterator[str]:
    match told, known:
        case dict(), dict():
            for key, value in told.items():
                if key not in known:
                    yield f"{where}/{key} is not known"
                else:
                    yield from _lost(value, known[key], f"{where}/{key}")
        case list(), list() if len(told) == len(known):
            for number, (value, other) in enumerate(zip(told, known, strict=True)):
                yield from _lost(value, other, f"{where}/{number}")
        case _:
            if told != known or type(told) is not type(known):
                yield f"{where} is read as something else"
