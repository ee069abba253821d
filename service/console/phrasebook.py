"""How people of each language call a skill, and answer Alexa's built-in questions."""

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from service.console.spelling import as_heard

FALLBACK = "en"


class Phrases(msgspec.Struct, frozen=True):
    """One language's. `launch` and `ask` hold `{skill}`, `ask` also `{request}`."""

    polite: tuple[str, ...]
    launch: tuple[str, ...]
    ask: tuple[str, ...]
    exit: tuple[str, ...]
    builtins: dict[str, tuple[str, ...]]


def language_of(locale: str) -> str:
    """The language's code.

    >>> language_of("en-GB")
    'en'
    """
    return locale.partition("-")[0].lower()


def phrases(locale: str) -> Phrases:
    """The phrases of the locale's language; English for one that is not in the book."""
    book = _book()
    return book.get(language_of(locale), book[FALLBACK])


def blunt(heard: str, phrases: Phrases, language: str) -> str:
    """The sentence without "please" and the like at either end, if anything is left."""
    gap = "" if language == "ja" else " "
    before = None
    while heard != before:
        before = heard
        for polite in map(as_heard, phrases.polite):
            if heard != polite:
                heard = heard.removeprefix(polite + gap).removesuffix(gap + polite)
                heard = heard.strip()
    return heard


@cache
def _book() -> dict[str, Phrases]:
    text = Path(__file__).with_name("phrasebook.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[str, Phrases])
