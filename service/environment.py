"""Reads values out of the environment and remembers what was wrong with them."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

from providers.secret import Secret

Choice = TypeVar("Choice", bound=StrEnum)

PNG = b"\x89PNG\r\n\x1a\n"
LARGEST_PICTURE = 256 * 1024  # bytes


class EnvironmentReader:
    """Every method returns something usable; `problems` tells whether to go on."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []

    def problem(self, name: str, what: str) -> None:
        self.problems.append(f"{name}: {what}")

    def text(self, name: str) -> str | None:
        """The value without the white space round it; empty counts as not set."""
        return self._environ.get(name, "").strip() or None

    def word(self, name: str) -> str | None:
        """A value without any white space: an identifier."""
        text = self.text(name)
        if text is not None and any(c.isspace() for c in text):
            self.problem(name, "takes no white space")
        return text

    def secret(self, name: str) -> Secret | None:
        """From NAME, or from the file that NAME_FILE names, never both."""
        value, file = self.text(name), self.text(f"{name}_FILE")
        if value and file:
            self.problem(name, f"set either this or {name}_FILE, not both")
        if file is None:
            return Secret(value) if value else None
        try:
            value = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            self.problem(f"{name}_FILE", "the file cannot be read as text")
            return None
        if not value:
            self.problem(f"{name}_FILE", "the file is empty")
            return None
        return Secret(value)

    def whole(self, name: str, default: int, *, low: int, high: int) -> int:
        text = self.text(name)
        if text is None:
            return default
        if text.isascii() and text.isdigit() and low <= int(text[:12]) <= high:
            return int(text)
        self.problem(name, f"takes a whole number from {low} to {high}")
        return default

    def choice(self, name: str, default: Choice) -> Choice:
        """A member of the default's enumeration, in any case."""
        allowed = type(default)
        text = self.text(name)
        if text is None:
            return default
        try:
            return allowed(text.lower())
        except ValueError:
            self.problem(name, "takes one of " + ", ".join(allowed))
            return default

    def file(self, name: str) -> Path | None:
        text = self.text(name)
        if text is None:
            return None
        if not Path(text).is_file():
            self.problem(name, "there is no such file")
        return Path(text)

    def picture(self, name: str) -> Path | None:
        """A PNG file of at most `LARGEST_PICTURE` bytes."""
        file = self.file(name)
        if file is not None and file.is_file():
            with file.open("rb") as opened:
                start = opened.read(LARGEST_PICTURE + 1)
            if not start.startswith(PNG) or len(start) > LARGEST_PICTURE:
                self.problem(name, "takes a PNG of at most 256 KiB")
        return file

    def url(self, name: str) -> str | None:
        """An absolute URL without credentials, query or trailing slash."""
        text = self.text(name)
        if text is None:
            return None
        parts = split_url(text)
        if parts is None or parts.scheme not in ("https", "http") or not parts.hostname:
            self.problem(name, "takes an absolute https (or http) URL")
            return None
        if parts.username or parts.password or parts.query or parts.fragment:
            self.problem(name, "takes no credentials, query or fragment")
            return None
        return text.rstrip("/")


def split_url(text: str) -> SplitResult | None:
    """The parts of a URL; None where it has a port or a host that cannot be."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts
