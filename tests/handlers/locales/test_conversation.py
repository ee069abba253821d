"""The same conversation in every language, with the whole skill on the stand-ins."""

from datetime import UTC, datetime

import pytest

from simulator.console.console import Sessions
from simulator.console.step_report import StepReport
from tests.handlers.locales.catalogue import locales
from tests.handlers.locales.conversation import conversations, held, scene, told

MORNING = datetime(2026, 5, 4, 8, 30, tzinfo=UTC)
EVERY = conversations()


async def conversation(locale: str) -> list[tuple[str, StepReport]]:
    sessions = Sessions(lambda: MORNING, lambda: 0.0)
    return await held(sessions, scene(locale, MORNING), EVERY.says[locale])


def test_there_is_one_in_every_language() -> None:
    assert sorted(EVERY.says) == sorted(locales())
    for locale, said in EVERY.says.items():
        assert len(said) == len(EVERY.means) >= 30, locale


@pytest.mark.slow
@pytest.mark.parametrize("locale", locales())
async def test_what_is_said_is_understood_and_answered(locale: str) -> None:
    turns = await conversation(locale)
    for (text, seen), meant in zip(turns, EVERY.means, strict=True):
        assert seen.device_turn
        assert seen.device_turn.interpretation
        assert (seen.device_turn.interpretation.intent or "launch") == meant, text
        assert not seen.reply.problem, text
        assert seen.reply.speech, text
        assert seen.session_open == (meant != "AMAZON.StopIntent"), told(text, seen)
