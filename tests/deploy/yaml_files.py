"""YAML files, with one way in."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))  # type: ignore[no-untyped-call]


def to_yaml(value: Any) -> str:
    text: str = yaml.safe_dump(value)  # type: ignore[no-untyped-call]
    return text
