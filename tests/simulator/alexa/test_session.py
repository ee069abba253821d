"""Where replies leave a conversation: session, microphone, names, open questions."""

from datetime import timedelta
from typing import Any

import pytest

from simulator.alexa.entity_resolution import Entities, apply_directives
from simulator.alexa.interaction_model import Entity, LanguageModel, Name
from simulator.alexa.requests import AlexaSession, SlotMatch
from simulator.alexa.session import (
    ENTITIES_LIFETIME,
    Exchange,
    SessionState,
    SkillReply,
    parse_reply,
    plain_text,
)
from tests.simulator.conftest import MORNING

RENDER = {"type": "Alexa.Presentation.APL.RenderDocument", "document": {}}


def update(behavior: str, *names: str) -> dict[str, Any]:
    values = [{"id": name, "name": {"value": name}} for name in names]
    types = [{"name": "UserPlaylist", "values": values}] if names else []
    return {
        "type": "Dialog.UpdateDynamicEntities",
        "updateBehavior": behavior,
        "types": types,
    }


def after(
    reply: SkillReply, *, screen: bool = False, since: SessionState | None = None
) -> Any:
    return (since or SessionState()).after(
        reply, AlexaSession(), MORNING, screen=screen
    )


@pytest.mark.parametrize(
    ("reply", "screen", "open_", "microphone"),
    [
        (SkillReply(ends=False), False, True, True),
        (SkillReply(ends=True), True, False, False),
        (SkillReply(ends=None), True, False, False),
        (SkillReply(ends=None, directives=(RENDER,)), True, True, False),
        (SkillReply(ends=None, directives=(RENDER,)), False, False, False),
        (SkillReply(status=400, ends=False), True, False, False),
    ],
)
def test_who_decides_whether_the_session_stays(
    reply: SkillReply, screen: bool, open_: bool, microphone: bool
) -> None:
    state = after(reply, screen=screen)
    assert (state.session is not None, state.microphone) == (open_, microphone)


def test_attributes_come_back_with_the_next_request() -> None:
    session = after(SkillReply(ends=False, attributes={"cursor": 3})).session
    assert session == AlexaSession(new=False, attributes={"cursor": 3})


def test_names_live_for_half_an_hour() -> None:
    state = after(SkillReply(ends=False, directives=(update("REPLACE", "Deep Focus"),)))
    almost = MORNING + ENTITIES_LIFETIME - timedelta(seconds=1)
    assert state.entities(almost)["UserPlaylist"][0].id == "Deep Focus"
    assert state.entities(MORNING + ENTITIES_LIFETIME) == {}


def test_names_outlive_the_session_unless_they_are_cleared() -> None:
    sent = after(SkillReply(ends=True, directives=(update("REPLACE", "Deep Focus"),)))
    assert sent.closed().entities(MORNING)
    cleared = after(SkillReply(ends=True, directives=(update("CLEAR"),)), since=sent)
    assert cleared.entities(MORNING) == {}


def test_another_reply_does_not_make_names_live_longer() -> None:
    sent = after(SkillReply(ends=False, directives=(update("REPLACE", "Deep Focus"),)))
    later = MORNING + timedelta(minutes=20)
    state = sent.after(SkillReply(ends=False), AlexaSession(), later, screen=False)
    assert state.entities(later)
    assert not state.entities(MORNING + ENTITIES_LIFETIME)


@pytest.mark.parametrize(
    "directive",
    [
        {"type": "Dialog.UpdateDynamicEntities"},
        {"type": "Dialog.UpdateDynamicEntities", "updateBehavior": 3},
        {"type": "Hint"},
        {},
    ],
)
def test_a_directive_that_is_not_understood_changes_nothing(
    directive: dict[str, Any],
) -> None:
    before = {"UserPlaylist": (Entity(Name("Deep Focus")),)}
    assert apply_directives(before, [directive]) is before


def test_an_elicited_slot_is_remembered_while_the_session_stays() -> None:
    directive = {
        "type": "Dialog.ElicitSlot",
        "slotToElicit": "playlist",
        "updatedIntent": {"name": "OpenPlaylistIntent"},
    }
    asked = after(SkillReply(ends=False, directives=(directive,)))
    assert asked.elicited_slot == ("OpenPlaylistIntent", "playlist")
    assert after(SkillReply(ends=True, directives=(directive,))).elicited_slot is None
    assert after(SkillReply(ends=False, directives=(RENDER,))).elicited_slot is None


def test_one_word_may_stand_for_several_values(english: LanguageModel) -> None:
    sent = {"Mood": (Entity(Name("Calm"), "m9"), Entity(Name("Wild", ("calm",))))}
    matches = Entities(english, sent).resolve("CALM", "Mood")
    assert matches == (
        SlotMatch("calm", "calm"),
        SlotMatch("Calm", "m9", dynamic=True),
        SlotMatch("Wild", "wild", dynamic=True),
    )
    assert Entities(english, sent).resolve("calm", "AMAZON.SearchQuery") is None


def exchange(received: bytes, status: int = 200) -> Exchange:
    return Exchange(b"", {}, status, received, 0.1)


def test_a_response_is_read_as_the_listener_takes_it() -> None:
    reply = parse_reply(
        exchange(
            b'{"version":"1.0","sessionAttributes":{"a":1},"response":{'
            b'"outputSpeech":{"type":"SSML","ssml":"<speak>Salt &amp; Pepper</speak>"},'
            b'"reprompt":{"outputSpeech":{"type":"PlainText","text":"R&B <3?"}},'
            b'"card":{"type":"Simple"},"shouldEndSession":false}}'
        )
    )
    assert (reply.speech, reply.reprompt) == ("Salt & Pepper", "R&B <3?")
    assert (reply.card, reply.ends) == ({"type": "Simple"}, False)
    assert reply.attributes == {"a": 1}


@pytest.mark.parametrize(
    ("received", "status", "problem"),
    [
        (b"signature_missing\n", 400, "signature_missing"),
        (b"", 500, "refused"),
        (b"<html>", 200, "not a response that Alexa could read"),
        (b'{"response": 3}', 200, "not a response that Alexa could read"),
        (b'{"response": {"outputSpeech": "x"}}', 200, "not a response"),
        (b"[]", 200, "not a response"),
    ],
)
def test_what_is_no_response_has_a_problem(
    received: bytes, status: int, problem: str
) -> None:
    reply = parse_reply(exchange(received, status))
    assert reply.status == status
    assert problem in (reply.problem or "")


def test_nothing_at_all_is_an_empty_response() -> None:
    assert parse_reply(exchange(b"")).speech == ""


def test_ssml_reads_as_it_sounds() -> None:
    ssml = '<speak>One<break time="1s"/>two &lt;3 <w role="x">three</w>.</speak>'
    assert plain_text(ssml) == "One two <3 three."
