"""Steps in a real environment: signed requests to the real skill, a fake Spotify."""

from datetime import timedelta
from typing import Any

import pytest

from simulator.alexa.device import Tampering
from simulator.alexa.interaction_model import ModelMissing
from simulator.console import steps
from simulator.console.console import Console, Sessions
from simulator.console.step_report import StepReport
from simulator.console.steps import InitialState
from simulator.spotify.faults import Fault
from tests.simulator.conftest import MORNING, Wall, report_after


async def say(console: Console, text: str) -> StepReport:
    return await report_after(console, steps.Say(text))


def request(seen: StepReport) -> dict[str, Any]:
    """What the skill was asked; there has to have been something."""
    assert seen.device_turn is not None
    return seen.device_turn.request


async def test_a_sentence_is_answered_from_the_listeners_own_playlists(
    console: Console,
) -> None:
    seen = await say(console, "what are my playlists")
    assert "240" in seen.reply.speech
    assert "Morning Coffee" in seen.reply.speech
    assert seen.session_open
    assert seen.microphone_open


async def test_a_turn_tells_where_its_time_went(console: Console) -> None:
    seen = await say(console, "what are my playlists")
    assert seen.captured.turn is not None
    assert {"read", "verify", "decode", "dispatch"} <= {
        phase.name for phase in seen.captured.turn.phases
    }
    assert "/me/playlists" in {call.endpoint for call in seen.captured.turn.calls}
    assert any('"message":"turn"' in line for line in seen.captured.log)


async def test_the_report_names_the_rules_that_a_response_breaks(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = await say(console, "what are my playlists")
    monkeypatch.setattr("simulator.alexa.response_validation.LONGEST_TEXT", 5)
    broken = await say(console, "what are my playlists")
    assert sound.as_json()["violations"] == ()
    assert "speech: too long" in broken.as_json()["violations"]
    assert broken.reply.problem is None, "the listener gets the response all the same"


async def test_the_session_goes_on_until_it_is_ended(console: Console) -> None:
    first = await say(console, "open record shelf")
    second = await say(console, "list my playlists")
    last = await say(console, "stop")
    requests = [request(one) for one in (first, second, last)]
    assert [one["session"]["new"] for one in requests] == [True, False, False]
    assert len({one["session"]["sessionId"] for one in requests}) == 1
    assert not last.session_open


async def test_calling_the_skill_anew_begins_another_session(console: Console) -> None:
    first = await report_after(console, steps.Open())
    second = await say(console, "open record shelf and list my playlists")
    assert request(second)["session"]["new"]
    sessions = [request(one)["session"] for one in (first, second)]
    assert sessions[0]["sessionId"] != sessions[1]["sessionId"]


async def test_nobody_answering_hears_the_reprompt_then_the_session_ends(
    console: Console,
) -> None:
    open_session = await report_after(console, steps.Open())
    reprompted = await report_after(console, steps.Silence())
    assert reprompted.reply.speech == open_session.reply.reprompt
    assert reprompted.device_turn is None
    ended = await report_after(console, steps.Silence())
    assert request(ended)["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert not ended.session_open


async def test_leaving_ends_the_session_without_words(console: Console) -> None:
    await report_after(console, steps.Open())
    left = await report_after(console, steps.Leave())
    assert left.reply.speech == ""
    assert not left.session_open


async def test_leaving_without_a_session_asks_nobody(console: Console) -> None:
    left = await report_after(console, steps.Leave())
    assert left.device_turn is None
    assert left.reply.problem == "no session is open"


async def test_exit_is_the_devices_own_affair(console: Console) -> None:
    await report_after(console, steps.Open())
    gone = await say(console, "exit")
    assert request(gone)["request"]["type"] == "SessionEndedRequest"


@pytest.mark.parametrize(
    ("tampering", "word"),
    [
        (Tampering.UNSIGNED, "signature"),
        (Tampering.FORGED, "signature"),
        (Tampering.ALTERED, "signature"),
    ],
)
async def test_what_alexa_did_not_send_is_refused(
    console: Console, tampering: Tampering, word: str
) -> None:
    await console.perform(steps.Tamper(with_=tampering))
    refused = await report_after(console, steps.Open())
    assert refused.reply.status == 400
    assert word in (refused.reply.problem or "")
    assert not refused.session_open
    await console.perform(steps.Tamper())
    assert (await report_after(console, steps.Open())).reply.status == 200


@pytest.mark.parametrize(("seconds", "status"), [(140, 200), (-140, 200), (200, 400)])
async def test_a_wrong_clock_is_forgiven_within_limits(
    console: Console, seconds: int, status: int
) -> None:
    await console.perform(steps.Skew(seconds))
    assert (await report_after(console, steps.Open())).reply.status == status


async def test_a_broken_spotify_is_apologised_for_and_recovers(
    console: Console,
) -> None:
    await console.perform(steps.Break(Fault(kind="error_html")))
    broken = await say(console, "what are my playlists")
    assert broken.captured.turn
    assert broken.captured.turn.outcome == "apologised"
    assert any(call.attempt > 1 for call in broken.captured.turn.calls)
    await console.perform(steps.Heal())
    await console.perform(steps.Wait(120))  # nobody knocks at once where it was shut
    assert "240" in (await say(console, "what are my playlists")).reply.speech


async def test_the_device_decides_whether_there_is_a_screen(console: Console) -> None:
    with_one = await report_after(console, steps.Open())
    await console.perform(steps.Show("none"))
    without = await report_after(console, steps.Open())
    assert "Viewport" in request(with_one)["context"]
    assert "Viewport" not in request(without)["context"]
    assert without.reply.screen is None


async def test_a_touch_arrives_as_an_event(console: Console) -> None:
    await report_after(console, steps.Open())
    touched = await report_after(console, steps.Touch(["nothing", 1], "document"))
    event = request(touched)["request"]
    assert event["type"] == "Alexa.Presentation.APL.UserEvent"
    assert event["arguments"] == ["nothing", 1]
    assert touched.reply.status == 200


async def test_another_language_closes_the_session(console: Console) -> None:
    await report_after(console, steps.Open())
    await console.perform(steps.Speak("en-US"))
    assert not console.device.in_session
    with pytest.raises(ModelMissing, match="no interaction model for 'tlh-QO'"):
        await console.perform(steps.Speak("tlh-QO"))
    assert console.device.profile.locale == "en-US"


async def test_redis_does_nothing_where_there_is_none(console: Console) -> None:
    assert await console.perform(steps.Redis("down")) is None
    assert console.environment.redis is None


async def test_with_redis_down_the_answer_is_the_same(sessions: Sessions) -> None:
    console = await sessions.begin(InitialState(began=MORNING, cache="redis"))
    before = await say(console, "what are my playlists")
    assert before.captured.turn
    assert "redis" not in {use.role for use in before.captured.turn.cache}
    await console.perform(steps.Redis("down"))
    down = await say(console, "list my playlists")
    assert "240" in down.reply.speech
    await console.perform(steps.Redis("up"))
    assert "240" in (await say(console, "list my playlists")).reply.speech


async def test_time_stands_still_within_a_step_and_never_goes_back(
    console: Console, wall: Wall
) -> None:
    first = await report_after(console, steps.Open())
    wall.pass_(hours=-1)
    second = await report_after(console, steps.Leave())
    wall.pass_(hours=3)
    third = await report_after(console, steps.Open())
    assert first.at == second.at == MORNING
    assert third.at == MORNING + timedelta(hours=2)
