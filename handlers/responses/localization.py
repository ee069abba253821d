"""Fluent messages of one locale: parsed at first use, resolved once per plural form.

`Localization` turns a message key and arguments into SSML, card text or screen text.
Every text from elsewhere is cleaned by `sanitizing` on its way into a message.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import lru_cache, partial
from itertools import zip_longest

import msgspec
from babel import Locale
from babel.dates import format_date, format_skeleton
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.runtime.types import fluent_number
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from handlers.responses import sanitizing
from handlers.responses.joining import ListFormatter, joined_word

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


class RecentDay(date):
    """A day of the last months, which is told without its year: "April 10"."""


class Month(date):
    """A day of which the month and the year are told: "March 2021"."""


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

_Parts = tuple[str, ...]


class _Wording:
    """One text of a message.

    `name`: the message and the attribute, such as `help.speech-2`. `parts`: as
    `Localization._resolve_pattern` returns them, where no argument chooses anything.
    """

    __slots__ = ("name", "parts", "pattern")

    def __init__(self, name: str, pattern: Pattern, parts: _Parts | None) -> None:
        self.name, self.pattern, self.parts = name, pattern, parts


_Wordings = Mapping[str, tuple[_Wording, ...]]
"""The wordings of a message, by their role."""


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
        self._resolve = lru_cache(_RESOLVED)(self._resolve_pattern)
        self._written = lru_cache(_RESOLVED, typed=True)(self._write)
        self._wordings = lru_cache(_RESOLVED)(self._find_wordings)

    @property
    def messages(self) -> frozenset[str]:
        """The keys of all messages, without the terms."""
        return frozenset(k for k in self._entries if k[:1].isalpha())

    def has(self, key: str, role: str) -> bool:
        """Return whether the message `key` has a text with this role."""
        return role in self._wordings(key)

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
        (text,) = self.texts(key, arguments, (role,), aloud=False, seed=seed)
        return text

    def ssml(
        self,
        key: str,
        arguments: Mapping[str, Argument],
        *,
        role: str = "",
        seed: int = 0,
    ) -> str:
        """Return the message as SSML without `<speak>`; arguments are escaped."""
        (text,) = self.texts(key, arguments, (role,), aloud=True, seed=seed)
        return text

    def texts(
        self,
        key: str,
        arguments: Mapping[str, Argument],
        roles: Iterable[str],
        *,
        aloud: bool,
        seed: int = 0,
    ) -> list[str]:
        """Return the message in several roles: what `ssml` or `text` does for each."""
        texts = []
        for role in roles:
            variants = self._wordings(key).get(role)
            if not variants:
                raise MessageError(f"no {role or 'value'} of {key} in {self.locale}")
            wording = variants[seed % len(variants)]
            parts = wording.parts or self._chosen(wording, arguments)
            texts.append(self._joined(parts, arguments, aloud=aloud))
        return texts

    def wordings(self, key: str, role: str) -> tuple[str, ...]:
        """Return every wording of a message that needs no arguments."""
        found = self._wordings(key).get(role, ())
        return tuple([each.parts[0] for each in found if each.parts])

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

    def _find_wordings(self, key: str) -> _Wordings:
        self._load(key)
        if key not in self._loaded:
            return {}
        message = self._bundle.get_message(key)
        patterns = {"": message.value} if message.value else {}
        patterns |= message.attributes
        wordings: dict[str, tuple[_Wording, ...]] = {}
        for name, pattern in patterns.items():
            text, errors = self._bundle.format_pattern(pattern, {})
            # Without errors it needs no arguments, and is the same with any.
            parts = _plain_parts(pattern) if errors else (str(text),)
            wording = _Wording(f"{key}.{name}".rstrip("."), pattern, parts)
            role = _WORDING.sub("", name)
            wordings[role] = (*wordings.get(role, ()), wording)
        return wordings

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

    def _filled(self, phrase: Phrase, *, aloud: bool, begins: bool) -> str:
        """Return a phrase; `begins`: with a capital letter first."""
        values = self._wordings(phrase.key).get("")
        if not values:
            raise MessageError(f"no value of {phrase.key} in {self.locale}")
        wording, arguments = values[0], phrase.arguments
        parts = wording.parts or self._chosen(wording, arguments)
        return self._joined(parts, arguments, aloud=aloud, begins=begins)

    def _chosen(self, wording: _Wording, arguments: Mapping[str, Argument]) -> _Parts:
        """Return the parts of the variant that the arguments choose."""
        choices = _choices(arguments.values())
        return self._resolve(wording, tuple(arguments), choices)

    def _joined(
        self,
        resolved: _Parts,
        arguments: Mapping[str, Argument],
        *,
        aloud: bool,
        begins: bool = False,
    ) -> str:
        if len(resolved) == 1 and not begins:
            return resolved[0]
        clean = self._spoken if aloud else sanitizing.for_display
        parts = list(resolved)
        if begins:
            parts[0] = parts[0][:1].upper() + parts[0][1:]
        for index in range(1, len(parts), 2):
            value = arguments.get(parts[index])
            first = begins and index == 1 and not parts[0]
            # Most arguments are names or phrases; one call less for each is noticeable.
            if type(value) is str:
                parts[index] = clean(value)
            elif isinstance(value, Phrase):
                parts[index] = self._filled(value, aloud=aloud, begins=first)
            else:
                parts[index] = self._render(value, aloud=aloud, begins=first)
            if self._join is not None:
                parts[index - 1] = self._join(parts[index - 1], parts[index])
        return "".join(parts)

    def _resolve_pattern(
        self,
        wording: _Wording,
        arguments: tuple[str, ...],
        choices: tuple[int | str | None, ...],
    ) -> _Parts:
        """Return literal text and argument names by turns, text first and last.

        `choices`: those of the arguments.
        """
        named = zip_longest(arguments, choices)
        values = {name: _fluent_value(name, value) for name, value in named}
        text, errors = self._bundle.format_pattern(wording.pattern, values)
        if errors:
            raise MessageError(f"{wording.name} in {self.locale}: {errors[0]}")
        return tuple(_ARGUMENT.split(str(text)))

    def _render(
        self, value: Argument | None, *, aloud: bool, begins: bool = False
    ) -> str:
        # The most frequent type first; `match` would be slower for every one of them.
        if isinstance(value, str):
            return self._spoken(value) if aloud else sanitizing.for_display(value)
        if isinstance(value, Phrase):
            return self._filled(value, aloud=aloud, begins=begins)
        if isinstance(value, SilentName):
            text = value.spoken if aloud else value.shown
            return self._render(text, aloud=aloud)
        if isinstance(value, Lines):
            numbered = enumerate(value.texts, value.first)
            return "\n".join([f"{number}. {line}" for number, line in numbered])
        if isinstance(value, list | tuple):
            texts = [
                self._render(text, aloud=aloud, begins=begins and not place)
                for place, text in enumerate(value)
            ]
            return self._lists.join(texts, aloud=aloud)
        if isinstance(value, date | int):
            return self._written(value)
        raise MessageError(f"cannot say a {type(value).__name__} in {self.locale}")

    def _write(self, value: date | int) -> str:
        """Return a day or a number as the locale writes it."""
        if isinstance(value, int):
            return str(fluent_number(_within_bounds(value)).format(self.locale))
        if isinstance(value, RecentDay):
            return str(format_skeleton("MMMMd", value, locale=self.locale))
        if isinstance(value, Month):
            return str(format_skeleton("yMMMM", value, locale=self.locale))
        return str(format_date(value, "long", locale=self.locale))


class _References(Visitor):
    """Collects the names of messages and terms (with their dash) that it visits."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - fluent's own naming
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:  # noqa: N802 - as above
        self.names.add(f"-{node.id.name}")
        self.generic_visit(node)


def _plain_parts(pattern: Pattern) -> _Parts | None:
    """Return literal text and argument names by turns; None where one chooses."""
    parts = [""]
    for element in getattr(pattern, "elements", (pattern,)):
        expression = getattr(element, "expression", None)
        if isinstance(element, ast.TextElement):
            parts[-1] += element.value
        elif isinstance(expression, ast.VariableReference):
            parts += (expression.id.name, "")
        else:
            return None
    return tuple(parts)


def _choices(values: Collection[Argument]) -> tuple[int | str | None, ...]:
    """Return the numbers and the texts of enums, None for each other."""
    return tuple(
        [
            value
            if type(value) is int
            # The text is hashed without a call; its property would be one, too.
            else (value._value_ if isinstance(value, Enum) else None)
            for value in values
        ]
    )


def _fluent_value(name: str, value: int | str | None) -> object:
    if value is None:
        return f"{_OPEN}{name}{_CLOSE}"
    return _within_bounds(value) if isinstance(value, int) else value


def _within_bounds(value: int) -> int:
    return max(-_LARGEST_NUMBER, min(value, _LARGEST_NUMBER))
