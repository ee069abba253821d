"""Alexa's locales: those in the package, and those that are answered all the same."""

import json
from pathlib import Path

import pytest

from handlers import Responder

ROOT = Path(__file__).parents[2]
RESPONDER = Responder.read()
# https://developer.amazon.com/docs/custom-skills/develop-skills-in-multiple-languages.html
NEAREST = {
    "es-MX": "es-ES",
    "es-US": "es-ES",
    "fr-CA": "fr-FR",
    "ar-SA": "en-US",
    "hi-IN": "en-US",
    "nl-NL": "en-US",
}


def published() -> set[str]:
    manifest = json.loads((ROOT / "skill-package/skill.json").read_text("utf-8"))
    return set(manifest["manifest"]["publishingInformation"]["locales"])


@pytest.mark.parametrize("locale", sorted(NEAREST))
def test_a_locale_outside_the_package_is_answered_in_the_nearest(locale: str) -> None:
    home = RESPONDER.localization(NEAREST[locale])
    assert RESPONDER.localization(locale) is home
    assert locale not in published()


def test_every_published_locale_is_answered_in_its_language() -> None:
    for locale in published():
        assert RESPONDER.localization(locale).code == locale.partition("-")[0]


def test_the_page_names_every_locale() -> None:
    page = (ROOT / "docs/skill-package.md").read_text("utf-8")
    section = page.partition("## Locales")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")]
    for locale, nearest in NEAREST.items():
        assert any(locale in row and f"({nearest})" in row for row in rows)
    assert all(locale in section for locale in published())
