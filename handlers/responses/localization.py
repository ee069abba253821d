"""Fluent messages of one locale: parsed at first use, resolved once per plural form.

`Localization` turns a message key and arguments into SSML, card text or screen text.
Every text from elsewhere is cleaned by `sanitizing` on its way into a message.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache, partial
from itertools import zip_longest

import msgspec
from babel import Locale
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from handlers.responses import sanitizing
from handlers.responses.joining import ListFormatter, joined_word

__all__ = [
    "NOTHING",
    "Argument",
    "DisplayItem",
    "Lines",
    "Localization",
    "MessageError",
    "Phrase",
    "SilentName",
    "Text",
]

NOTHING = ""
"""A text argument that adds nothing to its message."""


class MessageError(Exception):
    """A message is missing, misspelt or lacks an argument: a mistake of ours."""


class Phrase(msgspec.Struct, frozen=True):
    """A message inside another message: SSML in speech, plain in a card.

    - `key`: the message, which has a value and no attributes
    - `arguments`: what the message needs
    """

    key: str
    arguments: "Mapping[str, Argument]"


class SilentName(msgspec.Struct, frozen=True):
    """A name that cannot be spoken, such as an emoji: shown as it is.

    - `shown`: the name
    - `spoken`: what is said instead
    """

    shown: str
    spoken: Phrase


Text = str | Phrase | SilentName | date
"""A single argument; a string is cleaned when it is put into a message."""


class Lines(msgspec.Struct, frozen=True):
    """Numbered lines of a card: `texts`, the first one with the number `first`.

    The texts come from `Localization.line`.
    """

    texts: Sequence[str]
    first: int


class DisplayItem(msgspec.Struct, frozen=True):
    """A row of a screen.

    - `title`, `subtitle`: the two lines of text
    - `image`: address of a picture
    - `reason`: why the item was recommended
    """

    title: Text
    subtitle: Text | Sequence[Text] = NOTHING
    image: str | None = None
    reason: Text = NOTHING


Argument = int | Enum | Text | Lines | Sequence[Text]
"""Numbers and enums also choose among a message's variants; a sequence is listed."""

_LARGEST_NUMBER = 10**15  # babel fails for numbers of 29 digits and more

_RESOLVED = 4096  # messages kept per locale, each once per combination of numbers

# Private-use characters bracket an argument's name while a message is resolved. Names
# cannot bring such characters in: they are put in afterwards and cleaned before.
_OPEN, _CLOSE = "\ue000", "\ue001"
_ARGUMENT = re.compile(f"{_OPEN}([a-z-]+){_CLOSE}")
_ENTRY = re.compile(r"^(?=[a-zA-Z-])", re.MULTILINE)
_WORDING = re.compile(r"-\d+$")

# Types of arguments that choose nothing: most messages have these alone.
_NAMES = frozenset((str, Phrase, SilentName, Lines, tuple, list))

_Parts = tuple[str, ...]


class Localization:
    """The messages of one locale, as text and as SSML.

    `sources` are Fluent texts: the locale's own, then those it falls back to. Every
    method raises `MessageError` where a message is missing or lacks an argument.
    """

    def __init__(self, locale: str, sources: Sequence[str]) -> None:
        self.locale = Locale.parse(locale, sep="-")
        self.code: str = self.locale.language
        self._spoken = partial(sanitizing.for_ssml, language=self.code)
        self._lists = ListFormatter(self.locale)
        self._join = joined_word(self.code)
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._entries: dict[str, str] = {}
        for source in reversed(sources):
            for entry in _ENTRY.split(source):
                self._entries[entry.partition("=")[0].strip()] = entry
        self._loaded: set[str] = set()
        self._patterns: dict[tuple[str, str], Pattern] = {}
        self._constants: dict[tuple[str, str], str] = {}
        self._resolve = lru_cache(_RESOLVED)(self._resolve_pattern)
        self._variants = lru_cache(_RESOLVED)(self._find_variants)
        self._phrase = lru_cache(_RESOLVED)(self._find_phrase)

    @property
    def messages(self) -> frozenset[str]:
        """The keys of all messages, without the terms."""
        return frozenset(k for k in self._entries if k[:1].isalpha())

    def has(self, key: str, role: str) -> bool:
        """Return whether the message `key` has a text with this role."""
        return bool(self._variants(key, role))

    def text(
        self,
        key: str,
        arguments: Mapping[str, Argument],
        *,
        role: str = "",
        seed: int = 0,
    ) -> str:
        """Return the message as plain text, for a card or a screen.

        `role` is the message's attribute ("title", "card"; "" for its value); `seed`
        chooses among the role's wordings.
        """
        return self._fill(self._choose(key, role, seed), arguments, aloud=False)

    def ssml(
        self,
        key: str,
        arguments: Mapping[str, Argument],
        *,
        role: str = "",
        seed: int = 0,
    ) -> str:
        """Return the message as SSML without `<speak>`; arguments are escaped."""
        return self._fill(self._choose(key, role, seed), arguments, aloud=True)

    def display(self, value: Text | Sequence[Text]) -> str:
        """Return a name, a phrase or a list of them as a screen shows it."""
        return self._render(value, aloud=False)

    def row(self, value: Text | Sequence[Text]) -> str:
        """Return what `display` does with a capital letter first.

        A name keeps its own letters, also where it begins a phrase: "deadmau5".
        """
        return self._render(value, aloud=False, begins=True)

    def line(self, value: Text) -> str:
        """Return what `row` does, at most as long as a card shows it."""
        return sanitizing.shortened(self.row(value))

    def _choose(self, key: str, role: str, seed: int) -> tuple[str, str]:
        variants = self._variants(key, role)
        if not variants:
            raise MessageError(f"no {role or 'value'} of {key} in {self.locale}")
        return key, variants[seed % len(variants)]

    def _find_phrase(self, key: str) -> tuple[str, str]:
        return self._choose(key, "", 0)

    def _find_variants(self, key: str, role: str) -> tuple[str, ...]:
        self._load(key)
        if key not in self._loaded:
            return ()
        message = self._bundle.get_message(key)
        patterns = {"": message.value} if message.value else {}
        patterns |= message.attributes
        for name, pattern in patterns.items():
            self._patterns[key, name] = pattern
            text, errors = self._bundle.format_pattern(pattern, {})
            if not errors:  # it needs no arguments, and is the same with any
                self._constants[key, name] = str(text)
        return tuple(name for name in patterns if _WORDING.sub("", name) == role)

    def _load(self, name: str) -> None:
        """Parse an entry and what it refers to.

        Parsing is most of the cost of a locale, so each entry waits for its first use.
        """
        if name in self._loaded or name not in self._entries:
            return
        self._loaded.add(name)
        resource = FluentResource(self._entries[name])
        self._bundle.add_resource(resource)
        references = _References()
        references.visit(resource)
        for reference in references.names:
            self._load(reference)

    def _fill(
        self,
        pattern: tuple[str, str],
        arguments: Mapping[str, Argument],
        *,
        aloud: bool,
        begins: bool = False,
    ) -> str:
        constant = self._constants.get(pattern)
        if constant is not None:
            return constant[:1].upper() + constant[1:] if begins else constant
        choices = _choices(arguments.values())
        resolved = self._resolve(pattern, tuple(arguments), choices, begins=begins)
        if len(resolved) == 1:  # nothing but numbers and words of ours
            return resolved[0]
        clean = self._spoken if aloud else sanitizing.for_display
        parts = list(resolved)
        for index in range(1, len(parts), 2):
            value = arguments[parts[index]]
            # Names are most of the arguments; one call less for each is noticeable.
            if type(value) is str:
                parts[index] = clean(value)
            else:
                first = begins and index == 1 and not parts[0]
                parts[index] = self._render(value, aloud=aloud, begins=first)
            if self._join is not None:
                parts[index - 1] = self._join(parts[index - 1], parts[index])
        return "".join(parts)

    def _resolve_pattern(
        self,
        pattern: tuple[str, str],
        arguments: tuple[str, ...],
        choices: tuple[int | Enum | None, ...],
        *,
        begins: bool,
    ) -> _Parts:
        """Return literal text and argument names by turns, text first and last.

        `choices`: those of the arguments. `begins`: with a capital letter first.
        """
        named = zip_longest(arguments, choices)
        values = {name: _fluent_value(name, value) for name, value in named}
        text, errors = self._bundle.format_pattern(self._patterns[pattern], values)
        if errors:
            name = ".".join(pattern).rstrip(".")
            raise MessageError(f"{name} in {self.locale}: {errors[0]}")
        first, *parts = _ARGUMENT.split(str(text))
        return (first[:1].upper() + first[1:] if begins else first, *parts)

    def _render(self, value: Argument, *, aloud: bool, begins: bool = False) -> str:
        # The most frequent type first; `match` would be slower for every one of them.
        if isinstance(value, str):
            return self._spoken(value) if aloud else sanitizing.for_display(value)
        if isinstance(value, Phrase):
            pattern = self._phrase(value.key)
            return self._fill(pattern, value.arguments, aloud=aloud, begins=begins)
        if isinstance(value, SilentName):
            text = value.spoken if aloud else value.shown
            return self._render(text, aloud=aloud)
        if isinstance(value, Lines):
            numbered = enumerate(value.texts, value.first)
            return "\n".join([f"{number}. {line}" for number, line in numbered])
        if isinstance(value, Sequence):
            texts = [
                self._render(text, aloud=aloud, begins=begins and not place)
                for place, text in enumerate(value)
            ]
            return self._lists.join(texts, aloud=aloud)
        if isinstance(value, date):
            return str(format_date(value, "long", locale=self.locale))
        raise MessageError(f"cannot say a {type(value).__name__}")


class _References(Visitor):
    """Collects the names of messages and terms (with their dash) that it visits."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - fluent's own naming
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as above
        self.names.add(f"-{node.id.name}")
        self.generic_visit(node)


def _choices(values: Collection[Argument]) -> tuple[int | Enum | None, ...]:
    """Return the numbers and enums, None for each other; empty where there is none."""
    if _NAMES.issuperset(map(type, values)):
        return ()
    return tuple(
        [
            value if type(value) is int or isinstance(value, Enum) else None
            for value in values
        ]
    )


def _fluent_value(name: str, value: int | Enum | None) -> object:
    if value is None:
        return f"{_OPEN}{name}{_CLOSE}"
    if isinstance(value, Enum):
        return value.value
    return max(-_LARGEST_NUMBER, min(value, _LARGEST_NUMBER))
