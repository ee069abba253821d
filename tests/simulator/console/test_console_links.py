"""Who is linked, for how long, and what the skill hears of it."""

from typing import Any

import pytest

from simulator.console import steps
from simulator.console.console import Console
from simulator.console.step_report import StepReport
from tests.simulator.conftest import report_after


async def say(console: Console, text: str) -> StepReport:
    return await report_after(console, steps.Say(text))


def request(seen: StepReport) -> dict[str, Any]:
    assert seen.device_turn is not None
    return seen.device_turn.request


async def test_another_account_is_linked_and_the_skill_is_told(
    console: Console,
) -> None:
    told = await report_after(console, steps.Link("ben"))
    assert told.captured.turn
    assert told.captured.turn.request_type == "AlexaSkillEvent.SkillAccountLinked"
    assert "Loud" in (await say(console, "what are my playlists")).reply.speech


async def test_without_an_account_a_card_asks_to_link_one(console: Console) -> None:
    assert await console.perform(steps.Link(None)) is None
    seen = await say(console, "what are my playlists")
    assert seen.reply.card == {"type": "LinkAccount"}
    assert "demo" in seen.reply.speech
    assert seen.session_open


async def test_a_recognised_speaker_hears_of_their_own_music(console: Console) -> None:
    await console.perform(steps.Recognise("ben"))
    assert "Loud" in (await say(console, "what are my playlists")).reply.speech
    await console.perform(steps.Recognise(None))
    assert "Morning" in (await say(console, "what are my playlists")).reply.speech


async def test_an_hour_later_the_token_is_refreshed_without_a_word(
    console: Console,
) -> None:
    before = console.device.profile.token
    await console.perform(steps.Wait(3700))
    seen = await say(console, "what are my playlists")
    assert "240" in seen.reply.speech
    assert console.device.profile.token != before


@pytest.mark.parametrize("deed", [steps.Wait(184 * 86400), steps.Revoke()])
async def test_a_link_that_ended_has_to_be_made_again(
    console: Console, deed: steps.AnyStep
) -> None:
    await console.perform(deed)
    seen = await say(console, "what are my playlists")
    assert seen.reply.card == {"type": "LinkAccount"}
    await console.perform(steps.Link("ada"))
    assert "240" in (await say(console, "what are my playlists")).reply.speech


async def test_disabling_gives_a_new_user_and_unlinks(console: Console) -> None:
    before = console.device.profile.user_id
    disabled = await report_after(console, steps.Disable())
    assert request(disabled)["request"]["type"].endswith("SkillDisabled")
    assert console.device.profile.user_id != before
    assert console.accounts.account is None


async def test_revoking_nothing_changes_nothing(console: Console) -> None:
    await console.perform(steps.Link(None))
    assert await console.perform(steps.Revoke()) is None
