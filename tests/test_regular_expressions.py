"""Every regular expression of the production code, over texts that are made to hurt.

Texts come from strangers: names at Spotify, slots and headers of requests. If an
expression tries the same characters again and again, 20 kB take seconds.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType

import pytest

import handlers
import providers
import service

pytestmark = pytest.mark.no_cover

LENGTH = 8_000
SECONDS = 0.15  # of CPU time; linear expressions take about 0.001, quadratic ones 0.3

UNITS = [
    *"< \t\n\"'&!$.:/-@1a0",
    *("</ ", "< \n", "a ", "1 ", "19 0 ", "50 s", " (", "( feat", " - ", "a.", "a'"),
    *("&amp;", "amp;", "artist:", 'artist:"', "twenty ", "ii ", "xii", "a!", "a$"),
    *("い", "の", "リ", "\u0301", "ß", "٣", "tion", "ouigh", "A_", "a=", 'a="', "\\"),
    *("Atza|", "amzn1.", "Bearer ", "://", "x@", "x@.", "-----BEGIN", "%41", "aA0+/"),
]
TEXTS = [
    before + unit * (LENGTH // len(unit)) + after
    for unit in UNITS
    for before, after in (("", "\n"), ("<", "!"), ("&", ";"))
]


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def expressions(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """The compiled expressions in a value: itself, or in tuples, lists and tables."""
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, dict) and depth:
        yield from expressions(list(value.values()), depth - 1)
    elif isinstance(value, tuple | list) and depth:
        for part in value:
            yield from expressions(part, depth - 1)


# Only an operator's own settings meet these.
OPERATORS = {"service.settings", "service.remedies"}

FOUND = {
    expression: module.__name__
    for package in (handlers, providers, service)
    for module in modules(package)
    for value in vars(module).values()
    for expression in expressions(value)
    if module.__name__ not in OPERATORS
}


def slowest(expression: re.Pattern[str]) -> tuple[float, str]:
    """The CPU time of the worst text, and how that text begins."""
    worst = (0.0, "")
    for text in TEXTS:
        began = time.process_time()
        expression.sub("", text)
        expression.fullmatch(text)
        worst = max(worst, (time.process_time() - began, text[:12]))
    return worst


@pytest.mark.slow
@pytest.mark.parametrize("expression", FOUND, ids=lambda found: found.pattern[:40])
def test_no_expression_grows_faster_than_the_text(expression: re.Pattern[str]) -> None:
    seconds, text = slowest(expression)
    assert seconds < SECONDS, f"{FOUND[expression]}, on {text!r}…"


@pytest.mark.slow
def test_a_quadratic_expression_would_be_found() -> None:
    seconds, _ = slowest(re.compile(r"<(\s*/?\s*[a-zA-Z][^<>]*)>"))
    assert seconds > SECONDS
