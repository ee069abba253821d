"""Every locale understands the same things, and all that certification demands."""

from collections.abc import Callable, Iterator

from simulator.alexa.interaction_model import LanguageModel
from tests.skill_package.package import Package
from tests.skill_package.rules import Rule
from tests.skill_package.rules.lexicon import words_of
from tests.skill_package.rules.slot_types import ARTISTS

Facts = Callable[[LanguageModel], set[str]]

# https://developer.amazon.com/docs/alexa/custom-skills/standard-built-in-intents.html
BUILT_IN = frozenset(
    f"AMAZON.{name}Intent"
    for name in (
        *("Help", "Stop", "Cancel", "NavigateHome", "Fallback", "Yes", "No"),
        *("Next", "Previous", "Repeat", "StartOver", "Pause", "Resume"),
    )
)


def understand_the_built_in_intents(package: Package) -> Iterator[str]:
    for locale, model in package.language_models().items():
        names = {intent.name for intent in model.intents}
        for name in sorted(BUILT_IN - names):
            yield f"{locale}: does not understand {name}"
        for name in sorted(names - BUILT_IN):
            if name.startswith("AMAZON."):
                yield f"{locale}: {name} is no built-in intent of use here"


def name_an_intent_once(package: Package) -> Iterator[str]:
    for locale, model in package.language_models().items():
        names = [intent.name for intent in model.intents]
        for name in {one for one in names if names.count(one) > 1}:
            yield f"{locale}: has {name} twice"


def have_the_same_intents(package: Package) -> Iterator[str]:
    yield from _differing(package, _intents)


def have_the_same_values(package: Package) -> Iterator[str]:
    yield from _differing(package, _values)


def are_of_the_same_locales(package: Package) -> Iterator[str]:
    """Texts, legal pages and models are there for each locale or for none."""
    texts, pages = set(package.published()), set(package.legal())
    for locale in sorted(texts | pages | set(package.models)):
        for kind, there in (
            ("text for customers", texts),
            ("legal pages", pages),
            ("interaction model", set(package.models)),
        ):
            if locale not in there:
                yield f"{locale}: has no {kind}"


def are_of_a_known_language(package: Package) -> Iterator[str]:
    for locale in package.models:
        try:
            words_of(locale)
        except KeyError:
            yield f"{locale}: the linter does not know this language"


def _intents(model: LanguageModel) -> set[str]:
    return {
        " ".join((intent.name, *sorted(f"{s.name}:{s.type}" for s in intent.slots)))
        for intent in model.intents
    }


def _values(model: LanguageModel) -> set[str]:
    types = (one for one in model.types if one.name != ARTISTS)
    return {f"{one.name} {value.id}" for one in types for value in one.values}


def _differing(package: Package, facts: Facts) -> Iterator[str]:
    models = package.language_models()
    first, *others = models
    for locale in others:
        for fact in sorted(facts(models[first]) - facts(models[locale])):
            yield f"{locale}: lacks {fact}, which {first} has"
        for fact in sorted(facts(models[locale]) - facts(models[first])):
            yield f"{locale}: has {fact}, which {first} lacks"


RULES: tuple[Rule, ...] = (
    understand_the_built_in_intents,
    name_an_intent_once,
    have_the_same_intents,
    have_the_same_values,
    are_of_the_same_locales,
    are_of_a_known_language,
)
