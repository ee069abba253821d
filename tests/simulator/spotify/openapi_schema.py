"""OpenAPI schemas as JSON Schema, and validation errors in few words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema.exceptions import ValidationError

OPENAPI = "urn:openapi"


@dataclass(frozen=True)
class Complaint:
    """Something that is not as described; `path` has `[]` for every index."""

    path: str
    what: str
    null: bool = False


def as_json_schema(node: Any) -> Any:
    """OpenAPI 3.0's dialect as JSON Schema's."""
    if isinstance(node, list):
        return [as_json_schema(one) for one in node]
    if not isinstance(node, dict):
        return node
    made = {key: as_json_schema(value) for key, value in node.items()}
    if made.pop("nullable", None) is True and isinstance(made.get("type"), str):
        made["type"] = [made["type"], "null"]
    # Examples and defaults are data; `format` is an annotation here.
    return {key: value for key, value in made.items() if key != "example"}


def flat(error: ValidationError) -> Iterator[ValidationError]:
    """Of alternatives, the complaints of the one that fits best."""
    if error.validator not in {"oneOf", "anyOf"} or not error.context:
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for inner in error.context:
        branches.setdefault(int(inner.schema_path[0]), []).append(inner)
    wrong_kind = {
        number for number, errors in branches.items()
        if any(list(one.relative_path)[-1:] == ["type"] for one in errors)
    }  # fmt: skip
    best = min(branches, key=lambda n: (n in wrong_kind, len(branches[n])))
    for inner in branches[best]:
        yield from flat(inner)


def path_of(error: ValidationError) -> str:
    steps = ("[]" if isinstance(s, int) else f".{s}" for s in error.absolute_path)
    return "".join(steps).removeprefix(".")


def pointed(node: Any) -> Any:
    """References into the description, from anywhere."""
    if isinstance(node, list):
        return [pointed(one) for one in node]
    if isinstance(node, dict):
        return {
            key: OPENAPI + value if key == "$ref" else pointed(value)
            for key, value in node.items()
        }
    return node
