"""How listeners call the skill.

https://developer.amazon.com/docs/alexa/custom-skills/choose-the-invocation-name-for-a-custom-skill.html
"""

import re
from collections.abc import Iterator

from tests.skill_package.package import Package, language
from tests.skill_package.rules import Rule
from tests.skill_package.rules.lexicon import everywhere, split, words_of

LONGEST = 50

PUBLISHED = {
    "en-US": "record shelf",
    "en-GB": "record shelf",
    "en-AU": "record shelf",
    "en-CA": "record shelf",
    "en-IN": "record shelf",
    "de-DE": "platten regal",
    "es-ES": "estante de discos",
    "fr-FR": "étagère à disques",
    "it-IT": "scaffale dei dischi",
    "pt-BR": "estante de discos",
    "ja-JP": "レコードの棚",
}
"""Names that can never change again, once customers have them."""

# Letters, spaces between words, apostrophes inside them, periods after initials.
_LETTERS = re.compile(r"(?:[^\W\d_]|\b\.|\b'\b|(?<=\S) (?=\S))+")


def names(package: Package) -> Iterator[tuple[str, str]]:
    for locale, model in package.language_models().items():
        yield locale, model.invocation_name


def is_spelled_as_said(package: Package) -> Iterator[str]:
    for locale, name in names(package):
        if name != name.lower() or not _LETTERS.fullmatch(name):
            yield f"{locale}: {name!r} is not lower-case words alone"
        if len(name) > LONGEST:
            yield f"{locale}: {name!r} is longer than {LONGEST} characters"


def has_two_words(package: Package) -> Iterator[str]:
    for locale, name in names(package):
        if len(split(name, locale)) < 2:
            yield f"{locale}: {name!r} is a single word"


def has_no_small_word_among_two(package: Package) -> Iterator[str]:
    for locale, name in names(package):
        words = split(name, locale)
        if len(words) == 2:
            for word in words_of(locale).small.intersection(words):
                yield f"{locale}: {name!r} has two words, and one is {word!r}"


def has_no_word_of_amazons(package: Package) -> Iterator[str]:
    for locale, name in names(package):
        said = words_of(locale)
        taken = everywhere().wake | said.launch | said.connecting | said.product
        for word in _within(taken, name, locale):
            yield f"{locale}: {name!r} has {word!r}, which means something to Alexa"


def has_no_brand(package: Package) -> Iterator[str]:
    for locale, name in names(package):
        for word in _within(everywhere().brands, name, locale):
            yield f"{locale}: {name!r} has the brand {word!r}"


def is_what_was_published(package: Package) -> Iterator[str]:
    for locale, name in names(package):
        if name != PUBLISHED.get(locale, name):
            yield f"{locale}: {name!r} was published as {PUBLISHED[locale]!r}"


def _within(words: frozenset[str], name: str, locale: str) -> set[str]:
    """Whole words; in Japanese, where words run together, anywhere in the name."""
    if language(locale) == "ja":
        return {word for word in words if word in name and len(word) > 1}
    return set(split(name.lower(), locale)) & words


RULES: tuple[Rule, ...] = (
    is_spelled_as_said,
    has_two_words,
    has_no_small_word_among_two,
    has_no_word_of_amazons,
    has_no_brand,
    is_what_was_published,
)
