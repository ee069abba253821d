"""The linter: the real package passes, and every rule finds an error planted for it."""

import pytest

from tests.skill_package import (
    planted_dialog,
    planted_listing,
    planted_model,
    planted_names,
    planted_service,
)
from tests.skill_package.package import LOCALES, Package
from tests.skill_package.planting import Planted
from tests.skill_package.rules import (
    Rule,
    collisions,
    dialog,
    example_phrases,
    invocation_names,
    listing,
    parity,
    samples,
    service,
    slot_types,
)

RULES: tuple[Rule, ...] = (
    *invocation_names.RULES,
    *samples.RULES,
    *collisions.RULES,
    *slot_types.RULES,
    *parity.RULES,
    *dialog.RULES,
    *example_phrases.RULES,
    *listing.RULES,
    *service.RULES,
)
PLANTED: tuple[Planted, ...] = (
    *planted_names.PLANTED,
    *planted_model.PLANTED,
    *planted_dialog.PLANTED,
    *planted_listing.PLANTED,
    *planted_service.PLANTED,
)


def _name(rule: Rule) -> str:
    return f"{rule.__module__.rpartition('.')[2]}-{rule.__name__}"


def _case(number: int) -> str:
    return f"{_name(PLANTED[number].rule)}-{number}"


def _marked(rule: Rule) -> object:
    """Return the rule as a parameter; the one that fills every slot is slow."""
    slow = rule is collisions.mean_one_intent_when_filled
    return pytest.param(rule, id=_name(rule), marks=[pytest.mark.slow] * slow)


@pytest.mark.parametrize("rule", [_marked(rule) for rule in RULES])
def test_amazon_would_not_object(package: Package, rule: Rule) -> None:
    assert list(rule(package)) == []


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(PLANTED)), ids=_case)
def test_a_planted_error_is_found(spoiled: Package, number: int) -> None:
    rule, plant, finding = PLANTED[number]
    plant(spoiled)
    assert finding in "\n".join(rule(spoiled))


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_every_rule_is_put_to_the_test(rule: Rule) -> None:
    assert any(planted.rule is rule for planted in PLANTED)


def test_no_locale_is_there_that_nobody_asked_for(package: Package) -> None:
    """Those that are told about at all are complete: a rule of its own sees to it."""
    assert set(package.models) <= LOCALES
