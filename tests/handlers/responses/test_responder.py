"""Which language is spoken, and that every message of ours can be said."""

import re
from pathlib import Path

import pytest

from handlers import Responder
from handlers.responses.localization import Localization, MessageError
from handlers.responses.responder import FALLBACK
from tests.handlers.alexa import Alexa

ROLES = ("speech", "reprompt", "title", "card")


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [
        ("en-US", "en_US"),
        ("en-ZA", "en_US"),
        ("xx-XX", "en_US"),
        ("", "en_US"),
        (None, "en_US"),
        ("nonsense", "en_US"),
        ("../../etc", "en_US"),
    ],
)
def test_the_nearest_language(
    responder: Responder, locale: str | None, spoken: str
) -> None:
    assert str(responder.localization(locale).locale) == spoken


def test_regions_inherit_from_their_home(tmp_path: Path) -> None:
    texts = {
        "en-US": "hello = Hello\nfall = Fall\n",
        "en-GB": "fall = Autumn\n",
        "de-DE": "hello = Hallo\n",
    }
    for name, text in texts.items():
        tmp_path.joinpath(f"{name}.ftl").write_text(text)
    responder = Responder.read(tmp_path)
    assert responder.localization("en-GB").ssml("fall", {}) == "Autumn"
    assert responder.localization("en-GB").ssml("hello", {}) == "Hello"
    assert responder.localization("en-AU").ssml("fall", {}) == "Fall"
    assert responder.localization("de-AT").ssml("hello", {}) == "Hallo"
    assert responder.localization("de-AT") is responder.localization("de-DE")


def test_foreign_locales_fill_no_memory(tmp_path: Path) -> None:
    tmp_path.joinpath(f"{FALLBACK}.ftl").write_text("hello = Hello\n")
    responder = Responder.read(tmp_path)
    for number in range(100):
        responder.localization(f"x{number}-XX")
    assert len(responder._localizations) == 1


async def test_a_device_in_another_language_is_answered(alexa: Alexa) -> None:
    alexa.speaks("ko-KR")
    assert "7 playlists" in (await alexa.opens()).speech


def answers(language: Localization) -> list[str]:
    return sorted(k for k in language.messages if language.has(k, "speech"))


def test_every_answer_asks_or_ends(responder: Responder) -> None:
    """With a reprompt every wording ends in a question, without one none does."""
    for key, text in _texts(responder.text(FALLBACK), "speech"):
        ends = re.split(r"\n\s*[*\[}]", text)
        asks = text.rstrip().rstrip("}").rstrip().endswith(("?", "{ ask"))
        opens = responder.localization(FALLBACK).has(key, "reprompt")
        if "->" not in text:
            assert asks == opens, key
        elif not opens:
            assert not any(part.rstrip().endswith("?") for part in ends), key


def test_reprompts_ask(responder: Responder) -> None:
    for key, text in _texts(responder.text(FALLBACK), "reprompt"):
        last = text.rstrip().rstrip("}").rstrip()
        assert last.endswith(("?", "{ ask")), key


def test_cards_have_titles(responder: Responder) -> None:
    language = responder.localization(FALLBACK)
    for key in answers(language):
        assert language.has(key, "card") == language.has(key, "title"), key


def test_cards_hold_no_markup(responder: Responder) -> None:
    for role in ("card", "title"):
        for key, text in _texts(responder.text(FALLBACK), role):
            assert "<" not in text, key
            assert "&" not in text, key


def _texts(source: str, role: str) -> list[tuple[str, str]]:
    """Keys and raw texts of every wording of a role."""
    found: list[tuple[str, str]] = []
    for entry in re.split(r"(?m)^(?=[a-z])", source):
        key = entry.partition("=")[0].strip()
        parts = re.split(r"(?m)^ {4}\.([a-z]+)(?:-\d+)? =", entry)
        pairs = zip(parts[1::2], parts[2::2], strict=True)
        found += [(key, text.split("\n##")[0]) for name, text in pairs if name == role]
    return found


def test_a_missing_message_is_raised(responder: Responder) -> None:
    with pytest.raises(MessageError):
        responder.localization(FALLBACK).ssml("no-such-message", {}, role="speech")
