"""Environment reader: a value of each kind from a variable, and what is wrong."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar
from urllib.parse import SplitResult, urlsplit

from providers.secret import Secret

Choice = TypeVar("Choice", bound=StrEnum)

PNG = b"\x89PNG\r\n\x1a\n"

LARGEST_PICTURE = 256 * 1024  # bytes

_MOST_DIGITS = 12

QUOTES = ('""', "''", "``", "“”", "„“", "‘’", "«»")


class EnvironmentReader:
    """Parse environment variables and collect what is wrong with them.

    Every method returns a usable value, even for a variable that is wrong.
    `problems` holds one text for each wrong variable, "NAME: what is wrong", never
    with the value.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self.problems: list[str] = []
        self._quoted: set[str] = set()

    def problem(self, name: str, what: str) -> None:
        """Note that the variable `name` is wrong, and in what."""
        self.problems.append(f"{name}: {what}")

    def text(self, name: str) -> str | None:
        """Return the value without surrounding white space; None if empty or unset."""
        return self._without_quotes(name, self._environ.get(name, ""))

    def _without_quotes(self, name: str, value: str) -> str | None:
        """Return the value within quotes; quotes are a problem.

        `docker run --env-file` keeps the quotes that others take away. They are refused
        because two instances that read one file differently would not share a cache.
        """
        text = value.strip()
        inner = text[1:-1]
        if len(text) < 2 or text[0] + text[-1] not in QUOTES or text[0] in inner:
            return text or None
        if name not in self._quoted:
            self._quoted.add(name)
            self.problem(name, "stands in quotes: leave them out where it is set")
        return inner.strip() or None

    def first(self, *names: str) -> str | None:
        """Return the first of these variables of the platform's that is set."""
        values = (self._environ.get(name, "").strip() for name in names)
        return next(filter(None, values), None)

    def token(self, name: str) -> str | None:
        """Return an identifier; white space within the value is a problem."""
        text = self.text(name)
        if text is not None and any(c.isspace() for c in text):
            self.problem(name, "takes no white space")
        return text

    def secret(self, name: str) -> Secret | None:
        """Return a secret from NAME, or from the file that NAME_FILE names.

        None if neither is set; both at once are a problem.
        """
        value, file = self.text(name), self.text(f"{name}_FILE")
        if value and file:
            self.problem(name, f"set either this or {name}_FILE, not both")
        if file is None:
            return Secret(value) if value else None
        try:
            content = Path(file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            self.problem(f"{name}_FILE", "the file cannot be read as text")
            return None
        value = self._without_quotes(f"{name}_FILE", content)
        if not value:
            self.problem(f"{name}_FILE", "the file is empty")
            return None
        return Secret(value)

    def integer(self, name: str, default: int, *, low: int, high: int) -> int:
        """Return a number from `low` to `high`; `default` if unset or wrong."""
        text = self.text(name)
        if text is None:
            return default
        is_number = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
        if is_number and low <= int(text) <= high:
            return int(text)
        self.problem(name, f"takes a whole number from {low} to {high}")
        return default

    def choice(self, name: str, default: Choice) -> Choice:
        """Return a member of the default's enumeration; upper and lower case alike."""
        allowed = type(default)
        text = self.text(name)
        if text is None:
            return default
        try:
            return allowed(text.lower())
        except ValueError:
            self.problem(name, "takes one of " + ", ".join(allowed))
            return default

    def path(self, name: str) -> Path | None:
        """Return a path, whether or not it exists; None if the variable is unset."""
        text = self.text(name)
        return None if text is None else Path(text)

    def file(self, name: str) -> Path | None:
        """Return the path of a file that exists, or None if the variable is unset."""
        path = self.path(name)
        if path is not None and not path.is_file():
            self.problem(name, "there is no such file")
        return path

    def png_file(self, name: str) -> Path | None:
        """Return the path of a PNG file of at most `LARGEST_PICTURE` bytes."""
        file = self.file(name)
        if file is not None and file.is_file():
            with file.open("rb") as stream:
                content = stream.read(LARGEST_PICTURE + 1)
            if not content.startswith(PNG) or len(content) > LARGEST_PICTURE:
                self.problem(name, "takes a PNG of at most 256 KiB")
        return file

    def url(self, name: str) -> str | None:
        """Return an absolute http(s) URL, without its trailing slashes.

        Credentials, a query and a fragment are problems.
        """
        text = self.text(name)
        if text is None:
            return None
        parts = split_url(text)
        if not text.isprintable() or " " in text:
            self.problem(name, "takes no white space")
            return None
        if parts is None or parts.scheme not in ("https", "http") or not parts.hostname:
            self.problem(name, "takes an absolute https (or http) URL")
            return None
        if parts.username or parts.password or parts.query or parts.fragment:
            self.problem(name, "takes no credentials, query or fragment")
            return None
        return text.rstrip("/")


def split_url(text: str) -> SplitResult | None:
    """Return the parts of a URL, or None if its host or port is malformed."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return None
    return parts
