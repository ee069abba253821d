"""A shelf of real-looking names against how people say them: the rates that must hold.

Printed with `-s`: every form that is not right at once.
"""

import tomllib
from pathlib import Path

import msgspec
import pytest

from providers.name_matching.matcher import Decision, Verdict, decide

pytestmark = pytest.mark.no_cover


class Forms(msgspec.Struct):
    """The names, and for each language what is heard and which names it means."""

    names: list[str]
    heard: dict[str, dict[str, list[str]]]


class Form(msgspec.Struct):
    """One spoken form: what it means, and which names were chosen for it."""

    heard: str
    meant: set[str]
    chosen: set[str]
    decision: Decision

    @property
    def at_once(self) -> bool:
        """Opened; where several names fit, all of them are asked about."""
        if len(self.meant) > 1:
            return self.asked
        return self.decision.verdict is Verdict.ACT and self.chosen == self.meant

    @property
    def asked(self) -> bool:
        return self.decision.verdict is Verdict.ASK and self.meant <= self.chosen

    @property
    def wrong(self) -> bool:
        return self.decision.verdict is Verdict.ACT and self.chosen != self.meant


@pytest.fixture(scope="module")
def forms() -> list[Form]:
    path = Path(__file__).parents[1] / "name_forms.toml"
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    table = msgspec.convert(text, Forms)
    found = []
    for language, spoken in table.heard.items():
        for heard, meant in spoken.items():
            decision = decide(heard, table.names, language=language)
            chosen = {table.names[match.index] for match in decision.matches}
            found.append(Form(heard, set(meant), chosen, decision))
    return found


def test_most_names_are_right_at_once_and_nearly_all_after_asking(
    forms: list[Form],
) -> None:
    named = [form for form in forms if form.meant]
    for form in named:
        if not form.at_once:
            print(f"{form.heard!r}: {form.meant} {form.decision.verdict} {form.chosen}")
    assert len(named) >= 400
    assert sum(form.at_once for form in named) / len(named) >= 0.9
    found = sum(form.at_once or form.asked for form in named)
    assert found / len(named) >= 0.98


def test_none_is_opened_that_was_not_meant(forms: list[Form]) -> None:
    assert [form.heard for form in forms if form.wrong] == []


def test_hardly_anything_is_offered_for_what_is_not_there(forms: list[Form]) -> None:
    nothing = [form for form in forms if not form.meant]
    offered = [form for form in nothing if form.chosen]
    assert len(nothing) >= 75
    assert len(offered) / len(nothing) <= 0.1
