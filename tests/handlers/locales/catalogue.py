"""What the message files promise: keys, roles, wordings, and the arguments of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from handlers.responses.localization import Argument, Lines
from handlers.responses.responder import FALLBACK, LOCALES

NUMBERS = (0, 1, 2, 3, 5, 21, 1_000_000)
"""One of every plural category of our languages, zero and a grouped number."""

MOST = 400
"""Combinations of arguments that one wording is tried with."""

_ENUM: Any = Enum  # made at run time, of names that only the files know
_WORDING = re.compile(r"-\d+$")
_CATEGORIES = frozenset(("zero", "one", "two", "few", "many", "other"))
_COUNTED = frozenset(("number", "last", "total", "read", "searched", "count"))
_LISTED = frozenset(("items", "reasons", "sources", "names", "genres"))
_NAMES = ("R&B <3", "Café del Mar")


@dataclass(frozen=True)
class Message:
    """`wordings` are a message's patterns by role; "" is its value."""

    key: str
    wordings: Mapping[str, Sequence[ast.Pattern]]


class _Used(Visitor):
    """The variables that a pattern puts in, and what it chooses by."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()
        self.chosen: dict[str, set[str]] = {}

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent's own naming
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802 - as above
        self.references.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:  # noqa: N802 - as above
        if isinstance(node.selector, ast.VariableReference):
            keys = (v.key for v in node.variants)
            found = {k.name if isinstance(k, ast.Identifier) else k.value for k in keys}
            self.chosen.setdefault(node.selector.id.name, set()).update(found)
        self.generic_visit(node)


@dataclass(frozen=True)
class Catalogue:
    """One file's messages and terms; `junk` is what the parser could not read."""

    locale: str
    text: str
    messages: Mapping[str, Message]
    terms: frozenset[str]
    junk: tuple[str, ...]

    def variables(self, key: str, pattern: ast.Pattern) -> frozenset[str]:
        """Every argument that the pattern needs, messages inside it included."""
        used = self._used(pattern)
        inner = (self._of_message(name) for name in sorted(used.references - {key}))
        return frozenset(used.variables).union(*inner)

    def choices(self, pattern: ast.Pattern) -> dict[str, set[str]]:
        """The variants' names by the variable that chooses, messages inside too."""
        used = self._used(pattern)
        found = used.chosen
        for name in used.references:
            for inner in self.messages[name].wordings[""]:
                for variable, keys in self.choices(inner).items():
                    found.setdefault(variable, set()).update(keys)
        return found

    def _used(self, pattern: ast.Pattern) -> _Used:
        used = _Used()
        used.visit(pattern)
        return used

    def _of_message(self, key: str) -> frozenset[str]:
        patterns = self.messages[key].wordings[""]
        return frozenset().union(*(self.variables(key, one) for one in patterns))


@cache
def catalogue(locale: str) -> Catalogue:
    """The file of one locale."""
    text = (LOCALES / f"{locale}.ftl").read_text(encoding="utf-8")
    body = FluentParser().parse(text).body
    return Catalogue(
        locale=locale,
        text=text,
        messages={m.id.name: _message(m) for m in body if isinstance(m, ast.Message)},
        terms=frozenset(t.id.name for t in body if isinstance(t, ast.Term)),
        junk=tuple(j.content or "" for j in body if isinstance(j, ast.Junk)),
    )


def locales(folder: Path = LOCALES) -> list[str]:
    """Every language there is, English first."""
    found = {file.stem for file in folder.glob("*.ftl")}
    return [FALLBACK, *sorted(found - {FALLBACK})]


def keys() -> list[str]:
    """Every message that English has."""
    return sorted(catalogue(FALLBACK).messages)


def samples(key: str, role: str) -> Iterator[dict[str, Argument]]:
    """Arguments for a role of a message: every variant and plural form of the English.

    English says what kind each argument is: chosen by a number, by a word, or put in.
    """
    english = catalogue(FALLBACK)
    choices: dict[str, set[str]] = {}
    names: set[str] = set()
    for pattern in english.messages[key].wordings[role]:
        names |= english.variables(key, pattern)
        choices |= english.choices(pattern)
    ordered = sorted(names)
    values = [_values(name, choices.get(name, set()), names) for name in ordered]
    for chosen in islice(product(*values), MOST):
        yield dict(zip(ordered, chosen, strict=True))


def _message(message: ast.Message) -> Message:
    wordings: dict[str, list[ast.Pattern]] = {}
    if message.value:
        wordings[""] = [message.value]
    for attribute in message.attributes:
        role = _WORDING.sub("", attribute.id.name)
        wordings.setdefault(role, []).append(attribute.value)
    return Message(message.id.name, wordings)


def _values(name: str, keys: set[str], beside: set[str]) -> Sequence[Argument]:
    words = sorted(key for key in keys if not key.isdecimal())
    if keys and not _CATEGORIES.issuperset(words):
        return list(_ENUM("Choice", [(w.upper(), w) for w in words]))
    if keys:
        return NUMBERS
    if name in _COUNTED or (name == "first" and "last" in beside):
        return (3,)
    if name in _LISTED:
        return (_NAMES,)
    if name == "lines":
        return (Lines(_NAMES, 4),)
    return (date(2026, 5, 1),) if name == "date" else (_NAMES[0],)
