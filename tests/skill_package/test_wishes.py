"""Wishes as people say them in each language: eras, exclusions, comparatives and more.

`wishes.toml` has a table for each locale, in the format of `utterances/<locale>.toml`.
"""

import tomllib
from pathlib import Path

import pytest

from simulator.alexa.interaction_model import locales
from tests.skill_package.test_utterances import Corpus, Utterance, misunderstood

WISHES: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("wishes.toml").read_text(encoding="utf-8")
)


def _utterance(said: str, meant: str) -> Utterance:
    intent, *slots = meant.split()
    return Utterance("wishes", said, intent, dict(slot.split("=") for slot in slots))


@pytest.mark.parametrize("locale", WISHES)
def test_a_wish_is_understood(locale: str) -> None:
    utterances = tuple(_utterance(*line) for line in WISHES[locale].items())
    assert misunderstood(Corpus(locale, utterances, {})) == []
    kinds = {slot for utterance in utterances for slot in utterance.slots}
    assert {"era", "year", "performer", "unwanted", "change", "source"} <= kinds
    assert {"unwanted_artist", "language"} <= kinds


def test_every_language_has_wishes() -> None:
    languages = {locale.partition("-")[0] for locale in locales()}
    assert {locale.partition("-")[0] for locale in WISHES} == languages
