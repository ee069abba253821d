"""What a session remembers, and what it makes of anything else."""

from typing import Any

import pytest
from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, RequestEnvelope, Session
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import to_builtins

from handlers.request import intent_of, listener_of, request_time
from handlers.session import (
    Cursor,
    PendingQuestion,
    SessionInterceptor,
    clear,
    get,
    pending_question,
    put,
)
from tests.handlers.alexa import Alexa

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = st.sampled_from(["list", "question", "demo", "entities", "suggested", "other"])
FIELDS = st.sampled_from(["kind", "at", "of", "mark", "purpose", "ids", "on", "record"])
KNOWN = st.sampled_from(["playlists", "tracks", "meant", "which", "confirm", "open", 3])
FORGED = st.dictionaries(KEYS, JSON | st.dictionaries(FIELDS, JSON | KNOWN))


def heard(attributes: Any, *, session: bool = True) -> HandlerInput:
    ours = Session(attributes=attributes) if session else None
    asked = RequestEnvelope(session=ours, request=IntentRequest())
    return HandlerInput(asked, AttributesManager(asked))


def test_what_is_remembered_comes_back() -> None:
    here = heard({})
    put(here, Cursor("playlists", 3, "of", "mark"))
    assert get(here, Cursor) == Cursor("playlists", 3, "of", "mark")
    clear(here)
    assert get(here, Cursor) is None


@pytest.mark.parametrize("attributes", [[], "text", 7, True])
def test_attributes_of_another_shape(attributes: Any) -> None:
    here = heard(attributes)
    assert get(here, Cursor) is None
    put(here, Cursor("playlists"))
    stored = to_builtins(here.attributes_manager.session_attributes)
    assert stored == {"list": {"kind": "playlists"}}


def test_outside_a_session_nothing_is_kept() -> None:
    here = heard(None, session=False)
    put(here, Cursor("playlists"))
    assert get(here, Cursor) is None
    SessionInterceptor().process(here)


def test_a_question_is_put_aside_for_one_turn() -> None:
    here = heard(
        {
            "question": {"kind": "which", "purpose": "open"},
            "list": {"kind": "l"},
            "x": 2,
        }
    )
    SessionInterceptor().process(here)
    assert pending_question(here) == PendingQuestion("which", "open")
    stored = to_builtins(here.attributes_manager.session_attributes)
    assert stored == {"list": {"kind": "l"}}
    assert pending_question(heard({})) is None


def test_a_request_that_says_little() -> None:
    here = heard({})
    assert intent_of(here) is None
    with pytest.raises(TypeError, match="no time"):
        request_time(here)
    with pytest.raises(TypeError, match="no listener"):
        listener_of(here)


@given(FORGED | JSON, st.sampled_from(["Next", "Repeat", "Yes", "No", "Help"]))
@settings(max_examples=60, deadline=None)
async def test_any_attributes_are_survived(attributes: Any, name: str) -> None:
    alexa = ALEXA[0]
    alexa.attributes = attributes if isinstance(attributes, dict) else {}
    reply = await alexa.says(f"AMAZON.{name}Intent")
    assert reply.speech
    assert reply.turn.outcome != "failed"


ALEXA: list[Alexa] = []


@pytest.fixture(autouse=True)
def _one_device(alexa: Alexa) -> None:
    """Hypothesis and fixtures of a function do not mix: one device for all examples."""
    ALEXA[:] = [alexa]
