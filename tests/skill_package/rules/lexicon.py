"""The words of each language that certification has rules about."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

import msgspec

from tests.skill_package.package import language


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one language's part of the file holds; see there."""

    small: frozenset[str]
    launch: frozenset[str]
    connecting: frozenset[str]
    product: frozenset[str]
    open: tuple[str, ...]
    ask: tuple[str, ...]


class Everywhere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    wake: frozenset[str]
    brands: frozenset[str]


@cache
def _read() -> Mapping[str, object]:
    file = Path(__file__).with_name("lexicon.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def words_of(locale: str) -> Words:
    """Raises `KeyError` for a language that the linter does not know."""
    return msgspec.convert(_read()[language(locale)], Words)


@cache
def everywhere() -> Everywhere:
    return msgspec.convert(_read()["any"], Everywhere)


def split(name: str, locale: str) -> list[str]:
    """The words of a name.

    Japanese writes them together: there a change of script begins a new one, and so
    does the particle の.
    """
    if language(locale) != "ja":
        return re.findall(r"[^\s'.]+", name)
    runs = groupby(name, _script)
    return ["".join(letters) for script, letters in runs if script != "SPACE"]


def _script(letter: str) -> str:
    if letter.isspace():
        return "SPACE"
    if letter == "の":
        return letter
    if letter == "ー":
        return "KATAKANA"
    return unicodedata.name(letter, "NONE").split("-")[0].split()[0]


def as_heard(text: str, locale: str) -> str:
    """How much of an utterance a listener can tell apart: no case, no punctuation."""
    return _as_heard(text, language(locale))


@cache
def _as_heard(text: str, code: str) -> str:
    """Several rules want the same of every sample, in five kinds of English."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("'", "")
    spaced = re.sub(r"[^\w<>]+", " ", plain).strip()
    return spaced.replace(" ", "") if code == "ja" else spaced
