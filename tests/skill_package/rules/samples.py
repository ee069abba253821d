"""What listeners may say: each sample by itself, and those of one intent together.

https://developer.amazon.com/docs/alexa/custom-skills/best-practices-for-sample-utterances-and-custom-slot-type-values.html
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from simulator.alexa.interaction_model import Intent
from tests.skill_package.package import Package, language
from tests.skill_package.rules import Rule
from tests.skill_package.rules.lexicon import as_heard

ENOUGH = 8
MANNERS = 3
"""Ways of saying it that make samples varied."""

LONGEST = 200
SLOT = re.compile(r"\{(\w+)\}")

# Letters and marks; a period only behind an initial, one space at a time.
_LEGAL = re.compile(r"(?:[^\W\d_]|_|\b\w\.|['-]|(?<=\S) (?=\S)|\{[a-z_]+\})+")
_STUCK = re.compile(r"[^\s'-]\{|\}[^\s'-]")
_SCRIPTS = {"ja": ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "CJK", "LATIN")}


def intents(package: Package) -> Iterator[tuple[str, Intent]]:
    for locale, model in package.language_models().items():
        for intent in model.intents:
            yield locale, intent


def are_legal(package: Package) -> Iterator[str]:
    for locale, intent in intents(package):
        foreign = foreign_letters(SLOT.sub("", " ".join(intent.samples)), locale)
        for sample in intent.samples:
            if not foreign.isdisjoint(sample) or not _LEGAL.fullmatch(sample):
                yield f"{locale} {intent.name}: {sample!r} has characters of no use"
            if len(sample) > LONGEST:
                yield f"{locale} {intent.name}: {sample[:20]!r}… is too long"


def are_enough(package: Package) -> Iterator[str]:
    for locale, intent in intents(package):
        different = {_heard(sample, locale) for sample in intent.samples}
        if not _built_in(intent) and len(different) < ENOUGH:
            yield f"{locale} {intent.name}: {len(different)} samples, not {ENOUGH}"


def are_varied(package: Package) -> Iterator[str]:
    for locale, intent in intents(package):
        manners = {_manner(sample, locale) for sample in intent.samples}
        if not _built_in(intent) and len(manners) < MANNERS:
            yield f"{locale} {intent.name}: all is said in one way: {manners}"


def appear_once(package: Package) -> Iterator[str]:
    for locale, intent in intents(package):
        heard = Counter(_heard(sample, locale) for sample in intent.samples)
        for sample, times in heard.items():
            if times > 1:
                yield f"{locale} {intent.name}: {sample!r} is there {times} times"


def say_every_slot(package: Package) -> Iterator[str]:
    for locale, intent in intents(package):
        declared = Counter(slot.name for slot in intent.slots)
        said = set(SLOT.findall(" ".join(intent.samples)))
        for name in said ^ set(declared):
            yield f"{locale} {intent.name}: {name} is not both declared and said"
        for name in (one for one, times in declared.items() if times > 1):
            yield f"{locale} {intent.name}: {name} is declared twice"


def say_a_slot_once(package: Package) -> Iterator[str]:
    for locale, intent in intents(package):
        for sample in intent.samples:
            if any(times > 1 for times in Counter(SLOT.findall(sample)).values()):
                yield f"{locale} {intent.name}: {sample!r} has a slot twice"


def set_slots_apart(package: Package) -> Iterator[str]:
    """In Japanese, too: a slot is a word, or behind an article's apostrophe."""
    for locale, intent in intents(package):
        for sample in intent.samples:
            if _STUCK.search(sample):
                yield f"{locale} {intent.name}: {sample!r} has a slot within a word"


def foreign_letters(text: str, locale: str) -> set[str]:
    """Letters of a script that the locale is not written in."""
    scripts = _SCRIPTS.get(language(locale), ("LATIN",))
    return {
        letter
        for letter in set(text)
        if letter.isalpha() and not unicodedata.name(letter).startswith(scripts)
    }


def _heard(sample: str, locale: str) -> str:
    return as_heard(SLOT.sub(r"<\1>", sample), locale)


def _manner(sample: str, locale: str) -> str:
    """How a sample begins, two words; in Japanese how it ends, where the verbs are."""
    if language(locale) == "ja":
        return sample[-3:]
    return " ".join(sample.lower().split()[:2])


def _built_in(intent: Intent) -> bool:
    """Amazon has samples of its own for these."""
    return intent.name.startswith("AMAZON.")


RULES: tuple[Rule, ...] = (
    are_legal,
    are_enough,
    are_varied,
    appear_once,
    say_every_slot,
    say_a_slot_once,
    set_slots_apart,
)
