"""The screens' documents: read once, each with the shared parts that it uses."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

Json = dict[str, Any]

FOLDER = Path(__file__).parent / "apl"
PARTS = "parts"


def read(folder: Path = FOLDER) -> dict[str, Json]:
    """The documents of a folder by their names, complete; `parts.json` is in each."""
    files = {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in sorted(folder.glob("*.json"))
    }
    parts = files.pop(PARTS)
    return {name: _complete(document, parts) for name, document in files.items()}


@cache
def documents() -> Mapping[str, msgspec.Raw]:
    """Our documents as they travel."""
    return {
        name: msgspec.Raw(msgspec.json.encode(document))
        for name, document in read().items()
    }


def _complete(document: Json, parts: Json) -> Json:
    used: dict[str, Json] = {}
    waiting = [document["mainTemplate"]]
    while waiting:
        for name in _types(waiting.pop()):
            if name in parts["layouts"] and name not in used:
                used[name] = parts["layouts"][name]
                waiting.append(used[name])
    whole = {key: value for key, value in parts.items() if key != "layouts"}
    return whole | {"layouts": dict(sorted(used.items()))} | document


def _types(part: Any) -> Iterator[str]:
    """The types of every component in it, at any depth."""
    if isinstance(part, list):
        for one in part:
            yield from _types(one)
    elif isinstance(part, dict):
        if isinstance(part.get("type"), str):
            yield part["type"]
        yield from _types(list(part.values()))
