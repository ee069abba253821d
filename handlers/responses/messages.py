"""One language's messages: parsed when first said, resolved once per plural form."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import chain

import msgspec
from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from handlers.responses import sanitizing

# FOLDED Lists as a language speaks them: "A, B and C", with the conjunction that fits
# C.

_PLACE = "\ue000"  # a private-use character: no name that was cleaned holds one

_LENGTHS = 64

"""Lists of so many different lengths keep their separators."""

# CLDR's patterns leave two things to the caller. Spanish "y" becomes "e" before the
# sound of an i, which the diphthongs of "hielo" and an English "I", "Ice" or "Iron"
# do not begin with. Italian "e" becomes "ed" before another e.
# https://www.fundeu.es/recomendacion/e-delante-de-i-o-hi-pero-y-ante-hie-hia-o-hio/
_SPANISH_I = r"h?i(?!['’ aeou]|$|ce\b|cy\b|ron|sland|sle|vory|vy\b)"

_ADAPTED = {
    "es": (" y ", " e ", re.compile(_SPANISH_I, re.IGNORECASE)),
    "it": (" e ", " ed ", re.compile("[eèé]", re.IGNORECASE)),
}


class ListFormatter:
    """Joins what is said in one locale."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale
        self._adapted = _ADAPTED.get(locale.language)
        self._separators = lru_cache(_LENGTHS)(self._found_separators)

    def join(self, texts: Sequence[str]) -> str:
        """The texts as one list; one text is left as it is, and of none nothing."""
        if len(texts) < 2:
            return "".join(texts)
        between = self._separators(len(texts))
        if self._adapted:
            plain, other, before = self._adapted
            if between[-2] == plain and before.match(texts[-1]):
                between = (*between[:-2], other, between[-1])
        return "".join(chain(*zip(between, [*texts, ""], strict=True)))

    def _found_separators(self, count: int) -> tuple[str, ...]:
        """What stands before, between and after so many things."""
        text = str(format_list([_PLACE] * count, locale=self._locale))
        return tuple(text.split(_PLACE))


# FOLDED Which other messages a message is made of.


class References(Visitor):
    """Collects the names of messages and terms (with their dash) that it visits."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - fluent's own naming
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as above
        self.names.add(f"-{node.id.name}")
        self.generic_visit(node)


# FOLDED What goes into a message: names, numbers, phrases, lists.


class MessageError(Exception):
    """A message is missing, misspelt or given the wrong arguments: our mistake."""


class Phrase(msgspec.Struct, frozen=True):
    """A message inside another one: spoken in speech, plain in a card."""

    key: str
    arguments: "Mapping[str, Argument]"


Text = str | Phrase | date

"""Put into a message as it is; a name from elsewhere is cleaned on the way."""


class Lines(msgspec.Struct, frozen=True):
    """Numbered lines of a card, the first one with the number `first`."""

    texts: Sequence[Text]
    first: int


Argument = int | Enum | Text | Lines | Sequence[Text]

"""Numbers and enums also choose among a message's variants; a sequence is listed."""

__all__ = ["Argument", "Lines", "Localization", "MessageError", "Phrase", "Text"]

# Private-use characters bracket an argument's name while a message is resolved; names
# cannot bring them in, because they are put in afterwards and cleaned before.
_OPEN, _CLOSE = "\ue000", "\ue001"

_ARGUMENT = re.compile(f"{_OPEN}([a-z-]+){_CLOSE}")

_ENTRY = re.compile(r"^(?=[a-zA-Z-])", re.MULTILINE)

_WORDING = re.compile(r"-\d+$")

_RESOLVED = 4096

"""Resolved messages kept per language: each key once per combination of its numbers."""

_Parts = tuple[str, ...]


class Localization:
    """Says messages in one locale; `sources` are its own text, then its parents'."""

    def __init__(self, locale: str, sources: Sequence[str]) -> None:
        self.locale = Locale.parse(locale, sep="-")
        self.code: str = self.locale.language
        self._lists = ListFormatter(self.locale)
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._entries: dict[str, str] = {}
        for source in reversed(sources):
            for entry in _ENTRY.split(source):
                self._entries[entry.partition("=")[0].strip()] = entry
        self._loaded: set[str] = set()
        self._patterns: dict[tuple[str, str], Pattern] = {}
        self._resolve = lru_cache(_RESOLVED)(self._resolved)
        self._variants = lru_cache(_RESOLVED)(self._found_variants)
        self._phrase = lru_cache(_RESOLVED)(self._found_phrase)

    @property
    def messages(self) -> frozenset[str]:
        """The keys of every message there is, terms left out."""
        return frozenset(k for k in self._entries if k[:1].isalpha())

    def has(self, key: str, role: str) -> bool:
        """Whether the message `key` has text of this role."""
        return bool(self._variants(key, role))

    def text(
        self,
        key: str,
        arguments: Mapping[str, Argument],
        *,
        role: str = "",
        seed: int = 0,
    ) -> str:
        """The message as plain text, for a card or a screen."""
        return self._fill(self._choose(key, role, seed), arguments, aloud=False)

    def ssml(
        self,
        key: str,
        arguments: Mapping[str, Argument],
        *,
        role: str = "",
        seed: int = 0,
    ) -> str:
        """The message as SSML without its `<speak>`; arguments escaped."""
        return self._fill(self._choose(key, role, seed), arguments, aloud=True)

    def display(self, value: Text | Sequence[Text]) -> str:
        """A name, a phrase or a list of them as a screen shows it."""
        return self._text(value, aloud=False)

    def _choose(self, key: str, role: str, seed: int) -> tuple[str, str]:
        variants = self._variants(key, role)
        if not variants:
            raise MessageError(f"no {role or 'value'} of {key} in {self.locale}")
        return key, variants[seed % len(variants)]

    def _found_phrase(self, key: str) -> tuple[str, str]:
        return self._choose(key, "", 0)

    def _found_variants(self, key: str, role: str) -> tuple[str, ...]:
        self._load(key)
        if key not in self._loaded:
            return ()
        message = self._bundle.get_message(key)
        found = {"": message.value} if message.value else {}
        found |= message.attributes
        self._patterns |= {(key, name): pattern for name, pattern in found.items()}
        return tuple(name for name in found if _WORDING.sub("", name) == role)

    def _load(self, name: str) -> None:
        """Parsing is most of the cost of a language, so each entry waits its turn."""
        if name in self._loaded or name not in self._entries:
            return
        self._loaded.add(name)
        resource = FluentResource(self._entries[name])
        self._bundle.add_resource(resource)
        references = References()
        references.visit(resource)
        for reference in references.names:
            self._load(reference)

    def _fill(
        self,
        pattern: tuple[str, str],
        arguments: Mapping[str, Argument],
        *,
        aloud: bool,
    ) -> str:
        choices = tuple(
            [
                value if type(value) is int or isinstance(value, Enum) else None
                for value in arguments.values()
            ]
        )
        parts = self._resolve(pattern, tuple(arguments), choices)
        if len(parts) == 1:
            return parts[0]
        clean = sanitizing.for_ssml if aloud else sanitizing.for_display
        said = list(parts)
        for place in range(1, len(said), 2):
            value = arguments[said[place]]
            # Names are most of what there is; each call less is felt.
            said[place] = (
                clean(value) if type(value) is str else self._text(value, aloud=aloud)
            )
        return "".join(said)

    def _resolved(
        self,
        pattern: tuple[str, str],
        arguments: tuple[str, ...],
        choices: tuple[int | Enum | None, ...],
    ) -> _Parts:
        """Literal text and argument names by turns, beginning and ending with text."""
        named = zip(arguments, choices, strict=True)
        values = {name: _native(name, value) for name, value in named}
        text, errors = self._bundle.format_pattern(self._patterns[pattern], values)
        if errors:
            place = ".".join(pattern).rstrip(".")
            raise MessageError(f"{place} in {self.locale}: {errors[0]}")
        return tuple(_ARGUMENT.split(str(text)))

    def _text(self, value: Argument, *, aloud: bool) -> str:
        # The most frequent first; `match` would be slower for every one of them.
        if isinstance(value, str):
            return (
                sanitizing.for_ssml(value) if aloud else sanitizing.for_display(value)
            )
        if isinstance(value, Phrase):
            pattern = self._phrase(value.key)
            return self._fill(pattern, value.arguments, aloud=aloud)
        if isinstance(value, Lines):
            lines = (self._text(one, aloud=aloud) for one in value.texts)
            numbered = enumerate(lines, value.first)
            return "\n".join(f"{n}. {line}" for n, line in numbered)
        if isinstance(value, Sequence):
            return self._listed(value, aloud=aloud)
        if isinstance(value, date):
            return str(format_date(value, "long", locale=self.locale))
        raise MessageError(f"cannot say a {type(value).__name__}")

    def _listed(self, values: Sequence[Text], *, aloud: bool) -> str:
        return self._lists.join([self._text(one, aloud=aloud) for one in values])


def _native(name: str, value: int | Enum | None) -> object:
    if value is None:
        return f"{_OPEN}{name}{_CLOSE}"
    return value.value if isinstance(value, Enum) else value
