"""Whatever the skill tells listeners to say, the models understand."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.skill_package.package import Package, understanding

HINTS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("hints.toml").read_text(encoding="utf-8")
)
WORDS = Path(__file__).parents[2] / "handlers/locales"
CASES = [
    (locale, intent, phrase)
    for locale, intents in HINTS.items()
    for intent, phrases in intents.items()
    for phrase in phrases
]
# Names in hints that a message has an argument for, or says as part of a sentence.
_NAMES = re.compile(r"Nina Simone")


@pytest.mark.parametrize(("locale", "intent", "phrase"), CASES)
def test_a_hint_is_understood(locale: str, intent: str, phrase: str) -> None:
    heard = understanding(locale).interpret(phrase)
    assert heard.intent == intent
    assert heard.sample


@pytest.mark.parametrize("locale", HINTS)
def test_hints_are_what_the_skill_says(locale: str) -> None:
    words = (WORDS / f"{locale}.ftl").read_text(encoding="utf-8").casefold()
    unsaid = [
        phrase
        for _, phrases in HINTS[locale].items()
        for phrase in phrases
        if _NAMES.sub("", phrase).strip().casefold() not in words
    ]
    assert unsaid == []


def test_every_language_has_hints(package: Package) -> None:
    own_words = {file.stem for file in WORDS.glob("*.ftl")}
    assert set(HINTS) == own_words & set(package.models)
