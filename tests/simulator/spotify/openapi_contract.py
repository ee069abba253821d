"""The published OpenAPI description of the Web API, for checking both sides."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from tests.simulator.spotify.openapi_schema import (
    OPENAPI,
    Complaint,
    as_json_schema,
    flat,
    path_of,
    pointed,
)

FILE = (
    Path(__file__).resolve().parents[3].parent
    / "shared/data/devmode-spotify-open-api.yml"
)

Json = dict[str, Any]

# What the description lists for no endpoint, or not for the one in question, has the
# shape of its own general errors.
ERRORS = {
    400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound",
    429: "TooManyRequests",
}  # fmt: skip


class Contract:
    """The description, loaded and ready to judge."""

    def __init__(self, text: str) -> None:
        loader = cast("Any", yaml.CSafeLoader)(
            text
        )  # ten times as fast as the one in Python
        document = loader.get_single_data()
        self.paths: Json = document["paths"]
        self._parts: Json = document["components"]
        schema = {"components": as_json_schema(self._parts)}
        self._registry = Registry().with_resource(
            OPENAPI, DRAFT202012.create_resource(schema)
        )
        self._validators: dict[int, Any] = {}
        self._templates = [
            (template, re.compile(re.sub(r"\{\w+\}", "[^/]+", template)))
            for template in self.paths
        ]

    def operation(self, method: str, path: str) -> tuple[str, Json] | None:
        """The template and the description of a call; None for one that is not there.

        A template without variables goes before one that has them."""
        found = [
            (template.count("{"), template)
            for template, pattern in self._templates
            if pattern.fullmatch(path) and method.lower() in self.paths[template]
        ]
        if not found:
            return None
        template = min(found)[1]
        return template, self.paths[template][method.lower()]

    def _resolved(self, node: Json) -> Json:
        while "$ref" in node:
            place: Any = self._parts
            for step in node["$ref"].removeprefix("#/components/").split("/"):
                place = place[step]
            node = place
        return node

    def judged(self, value: Any, schema: Json) -> list[Complaint]:
        """Everything about a value that its schema does not allow."""
        validator = self._validators.get(id(schema))
        if validator is None:
            adapted = pointed(as_json_schema(schema))
            validator = Draft202012Validator(adapted, registry=self._registry)
            self._validators[id(schema)] = validator
        return [
            Complaint(path_of(one), one.message[:120], null=one.instance is None)
            for error in validator.iter_errors(value)
            for one in flat(error)
        ]

    def answer(
        self, method: str, path: str, status: int, value: Any
    ) -> list[Complaint]:
        """What is wrong with an answer's status or its JSON (None: no body)."""
        known = self.operation(method, path)
        if known is None:
            return [Complaint("", f"{method} {path} is not described")]
        described = known[1]["responses"].get(str(status))
        if described is None and status not in ERRORS:
            return [Complaint("", f"{status} is not described")]
        if status in ERRORS:
            described = {"$ref": f"#/components/responses/{ERRORS[status]}"}
        content = self._resolved(described).get("content")
        if content is None:
            return [] if value is None else [Complaint("", "a body is not described")]
        return self.judged(value, content["application/json"]["schema"])

    def undeclared(self, method: str, path: str, status: int, value: Any) -> set[str]:
        """The paths of all fields of a good answer that the description lacks."""
        known = self.operation(method, path)
        assert known is not None
        described = self._resolved(known[1]["responses"][str(status)])
        if "content" not in described:
            return set()
        return set(
            self._extra(value, described["content"]["application/json"]["schema"])
        )

    def _extra(self, value: Any, schema: Json, path: str = "") -> Iterator[str]:
        schema = self._resolved(schema)
        if isinstance(value, list):
            inner = schema.get("items", {})
            for one in value:
                yield from self._extra(one, inner, f"{path}[]")
        elif isinstance(value, dict):
            declared = self._properties(schema)
            for name, field in value.items():
                if declared and name not in declared:
                    yield f"{path}.{name}".removeprefix(".")
                elif declared:
                    yield from self._extra(field, declared[name], f"{path}.{name}")

    def _properties(self, schema: Json) -> Json:
        schema = self._resolved(schema)
        found: Json = dict(schema.get("properties", {}))
        for part in (
            *schema.get("allOf", ()), *schema.get("oneOf", ()), *schema.get("anyOf", ())
        ):  # fmt: skip
            found |= self._properties(part)
        return found

    def request(self, method: str, url: str, body: Any = None) -> list[Complaint]:
        """What is wrong with a call; `url` begins after the version."""
        parts = urlsplit(url)
        known = self.operation(method, parts.path)
        if known is None:
            return [Complaint("", f"{method} {parts.path} is not described")]
        described = [self._resolved(one) for one in known[1].get("parameters", ())]
        allowed = {one["name"]: one for one in described if one["in"] == "query"}
        given = dict(parse_qsl(parts.query, keep_blank_values=True))
        return [*self._query(given, allowed), *self._body(body, known[1])]

    def _query(self, given: Mapping[str, str], allowed: Json) -> Iterator[Complaint]:
        for name in given.keys() - allowed.keys():
            yield Complaint(f"?{name}", "the parameter is not described")
        for name, described in allowed.items():
            if name in given:
                value = _read(given[name], self._resolved(described["schema"]))
                for one in self.judged(value, described["schema"]):
                    yield Complaint(f"?{name}", one.what)
            elif described.get("required"):
                yield Complaint(f"?{name}", "the parameter is required")

    def _body(self, body: Any, operation: Json) -> list[Complaint]:
        described = operation.get("requestBody")
        if body is None:
            return []
        if described is None:
            return [Complaint("body", "a body is not described")]
        return self.judged(body, described["content"]["application/json"]["schema"])


def _read(text: str, schema: Json) -> Any:
    """A parameter's text as its schema means it."""
    match schema.get("type"):
        case "integer":
            return int(text) if re.fullmatch(r"-?\d+", text) else text
        case "boolean":
            return {"true": True, "false": False}.get(text, text)
        case "array":
            return text.split(",")
    return text


@cache
def _loaded() -> Contract:
    return Contract(FILE.read_text(encoding="utf-8"))


@pytest.fixture
def contract() -> Contract:
    if not FILE.exists():
        pytest.skip("the published description is not beside this repository")
    return _loaded()
