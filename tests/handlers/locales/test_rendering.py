"""Every message of every language, said with every kind of argument."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from handlers.responses.localization import Argument, Localization, Phrase
from handlers.responses.responder import Responder
from simulator.alexa.response_validation import broken_rules
from tests.handlers.locales.catalogue import catalogue, keys, locales, samples

# Without coverage's tracer: test_localization.py covers what every message runs.
pytestmark = pytest.mark.no_cover

WORDS = Responder.read()
KEYS = keys()
SPOKEN = ("", "speech", "reprompt")
COUNTS = {
    "seconds": "count",
    "minutes": "count",
    "hours": "hours",
    "shelf-total": "total",
    "track-total": "total",
}


@pytest.fixture(params=locales())
def language(request: pytest.FixtureRequest) -> Localization:
    return WORDS.localization(request.param)


@cache
def wordings(language: Localization, role: str) -> tuple[tuple[str, str, str], ...]:
    """Key, text and arguments of everything that a role can come out as."""
    return tuple(_wordings(language, role))


def _wordings(language: Localization, role: str) -> Iterator[tuple[str, str, str]]:
    file = catalogue(str(language.locale).replace("_", "-"))
    for key in KEYS:
        count = len(file.messages[key].wordings.get(role, ()))
        for arguments in samples(key, role) if count else ():
            for seed in range(count):
                said = _said(language, key, arguments, role, seed)
                yield f"{key}.{role}-{seed + 1}", said, repr(arguments)


def _said(
    language: Localization,
    key: str,
    arguments: dict[str, Argument],
    role: str,
    seed: int,
) -> str:
    tell = language.ssml if role in SPOKEN else language.text
    return tell(key, arguments, role=role, seed=seed)


@pytest.mark.parametrize("role", SPOKEN)
def test_speech_is_well_formed(language: Localization, role: str) -> None:
    for where, said, _ in wordings(language, role):
        text = "".join(ET.fromstring(f"<speak>{said}</speak>").itertext())  # noqa: S314 - our own output
        assert text.strip(), where


@pytest.mark.parametrize("role", [*SPOKEN, "title", "card", "screen"])
def test_text_is_tidy(language: Localization, role: str) -> None:
    for where, said, given in wordings(language, role):
        found = _untidy(said, language.code)
        assert not found, f"{where} with {given}: {found[0]!r} in {said!r}"


def test_an_open_session_asks_and_a_closed_one_does_not(language: Localization) -> None:
    for where, said, given in wordings(language, "speech"):
        key = where.partition(".")[0]
        if key == "progress":
            continue  # said while the answer is being made: neither open nor closed
        speech = {"outputSpeech": {"type": "SSML", "ssml": f"<speak>{said}</speak>"}}
        wire: dict[str, Any] = {**speech, "shouldEndSession": True}
        if language.has(key, "reprompt"):
            wire |= {"reprompt": speech, "shouldEndSession": False}
        assert not list(broken_rules(wire, apl=False)), f"{where} with {given}"


def test_a_reprompt_asks(language: Localization) -> None:
    for where, said, _ in wordings(language, "reprompt"):
        assert said.endswith(("?", "？")), where


def test_what_stands_before_an_answer_ends_as_a_sentence(
    language: Localization,
) -> None:
    before = {"stale", "partial", "unreadable", "list-changed", "releases-partial"}
    before |= {key for key in KEYS if key.startswith("notice-")}
    end = "。" if language.code == "ja" else ". "
    for where, said, _ in wordings(language, ""):
        if where.partition(".")[0] in before:
            assert said.endswith(end), where


@pytest.mark.parametrize("key", ["track-details", "pick-details"])
def test_a_songs_length_is_a_sentence_of_its_own(
    language: Localization, key: str
) -> None:
    length = Phrase("track-length", {"length": "12:34"})
    facts: dict[str, Argument] = {"number": 1, "track": "A", "album": ""}
    facts |= {"reason": "B", "length": length, "asks": 0}
    said = language.ssml(key, facts, role="speech")
    assert re.search("[.。] ?[^.。]*12:34(です)?[.。]", said), said


@pytest.mark.parametrize(("key", "name"), COUNTS.items())
def test_nothing_is_not_one(language: Localization, key: str, name: str) -> None:
    """French and Portuguese count nothing as one, where the word may say "a"."""
    none, one = (language.ssml(key, {name: number}) for number in (0, 1))
    assert none != one


def _untidy(said: str, code: str) -> list[str]:
    """Marks and spaces that nobody would write; French has a space before some."""
    marks = r"[.,]" if code == "fr" else r"[.,;:?!]"
    found = re.findall(rf" {marks}(?!\w)|  |[,;:] ?[.,;:?]|\.\.|\?\.|\{{|\}}", said)
    if code == "ja":
        found += re.findall(r"[?!]| 。|、、|。。|、。|、$|です、|「」", said)
    return found
