"""The device by itself: what tests and printed conversations use."""

import pytest

from simulator.alexa.device import SimulatedDevice
from simulator.alexa.requests import AlexaSession
from simulator.alexa.session import SessionState
from simulator.console.console import Console

pytestmark = pytest.mark.no_cover


def device(console: Console) -> SimulatedDevice:
    return console.device


async def test_a_sentence_in_a_reply_out(console: Console) -> None:
    reply = await device(console).says("what are my playlists")
    assert reply.speech.startswith(("You have 240", "There are 240"))
    assert reply.reprompt
    assert reply.ends is False
    assert reply.raw is not None


async def test_an_intent_without_a_sentence(console: Console) -> None:
    reply = await device(console).intends("OpenPlaylistIntent", {"playlist": "running"})
    assert "Running" in reply.speech


async def test_the_same_name_and_words_give_the_same_ids(console: Console) -> None:
    await device(console).opens()
    await device(console).says("list my playlists")
    ids = [turn.request["request"]["requestId"] for turn in device(console).turns]
    assert ids == [f"amzn1.echo-api.request.console-{n}" for n in (1, 2)]


async def test_an_elicited_slot_takes_what_no_sample_does(console: Console) -> None:
    await device(console).opens()
    session = device(console).state.session
    assert isinstance(session, AlexaSession)
    asked = SessionState(session, elicited_slot=("OpenPlaylistIntent", "playlist"))
    device(console).state = asked
    await device(console).says("zzz qqq xxx")
    heard = device(console).turns[-1].interpretation
    assert heard is not None
    assert heard.intent == "OpenPlaylistIntent"
    assert heard.slots["playlist"].value == "zzz qqq xxx"


async def test_forgetting_tells_nobody(console: Console) -> None:
    await device(console).opens()
    device(console).forget()
    assert not device(console).in_session
    assert len(device(console).turns) == 1
