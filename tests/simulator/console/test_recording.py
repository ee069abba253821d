"""Conversations as files: written, read, replayed to the letter."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alexa.account_linking import AccountsService
from simulator.console import steps
from simulator.console.console import Console, Sessions
from simulator.console.recording import (
    SPOTIFY,
    Difference,
    Recording,
    Unrecordable,
    Unreplayable,
    decode,
    differing_places,
    encode,
    record,
    replay,
)
from simulator.spotify.faults import Fault
from tests.simulator.conftest import Wall

pytestmark = pytest.mark.no_cover

CONVERSATION: list[steps.AnyStep] = [
    steps.Open(),
    steps.Say("what are my playlists"),
    steps.Say("next"),
    steps.Silence(),
    steps.Say("open deep focuss"),
    steps.Break(Fault(kind="error_html", times=50)),
    steps.Say("how long is road trip 2026"),
    steps.Heal(),
    steps.Wait(3700),
    steps.Say("list my playlists"),
    steps.Link("ben"),
    steps.Say("list my playlists"),
    steps.Leave(),
]


@pytest.fixture
async def saved(console: Console, wall: Wall) -> bytes:
    for deed in CONVERSATION:
        wall.pass_(seconds=7)
        await console.perform(deed)
    return encode(record(console))


async def differences(sessions: Sessions, recording: Recording) -> list[Difference]:
    console = await sessions.begin(recording.initial_state, fresh=False)
    return [one async for _, _, found in replay(recording, console) for one in found]


async def test_a_saved_conversation_is_answered_the_same_on_another_day(
    sessions: Sessions, wall: Wall, saved: bytes
) -> None:
    wall.pass_(days=40)
    assert await differences(sessions, decode(saved)) == []


async def test_a_changed_answer_is_found_where_it_changed(
    sessions: Sessions, saved: bytes
) -> None:
    file = json.loads(saved)
    response = file["entries"][1]["answer"]["body"]["response"]
    response["outputSpeech"]["ssml"] = "<speak>Something else.</speak>"
    recording = decode(json.dumps(file).encode())
    assert recording.edited
    (found,) = await differences(sessions, recording)
    assert (found.number, found.where) == (2, "response.response.outputSpeech.ssml")
    assert "Something else" in str(found)


async def test_an_answer_too_many_and_one_too_few_are_differences(
    sessions: Sessions, saved: bytes
) -> None:
    file = json.loads(saved)
    file["entries"][1]["answer"] = None
    file["entries"][5]["answer"] = {"status": 200, "body": {}}
    file["entries"][0]["answer"]["status"] = 400
    found = await differences(sessions, decode(json.dumps(file).encode()))
    assert [(one.number, one.where) for one in found] == [
        (1, "status"),
        (2, "answer"),
        (6, "answer"),
    ]


async def test_addresses_that_change_are_not_part_of_an_answer(saved: bytes) -> None:
    assert b"127.0.0.1" not in saved
    recording = decode(saved)
    assert not recording.edited
    assert SPOTIFY.startswith("http://spotify")


async def test_no_token_is_saved(console: Console, saved: bytes) -> None:
    token = console.device.profile.token
    assert token
    assert token.encode() not in saved


async def test_somebodys_real_account_is_nobodys_test(console: Console) -> None:
    service = AccountsService("http://127.0.0.1:1", "mine")
    console.use_real_spotify(console.environment.linking(service))
    with pytest.raises(Unrecordable, match="real Spotify"):
        record(console)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "not a saved conversation"),
        (b'{"format": "shopping list"}', "not a saved conversation"),
        (b'{"format": "record-shelf-conversation", "version": 2}', "another version"),
        (b'{"format": "record-shelf-conversation", "version": 1}', "nobody here"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_a_reason(text: bytes, why: str) -> None:
    with pytest.raises(Unreplayable, match=why):
        decode(text)


def test_an_unknown_step_is_refused_by_its_name() -> None:
    scene = {"began": "2026-03-02T09:00:00Z"}
    entry = {"at": "2026-03-02T09:00:00Z", "step": {"do": "dance"}, "answer": None}
    file = {
        "format": "record-shelf-conversation",
        "version": 1,
        "scene": scene,
        "entries": [entry],
    }
    with pytest.raises(Unreplayable, match="dance"):
        decode(json.dumps(file).encode())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(Unreplayable):
        decode(data)


@pytest.mark.parametrize(
    ("before", "now", "where"),
    [
        ({"a": [1, 2]}, {"a": [1, 3]}, ["x.a[1]"]),
        ({"a": [1, 2]}, {"a": [1]}, ["x.a"]),
        ({"a": 1}, {"b": 1}, ["x.a", "x.b"]),
        ({"a": 1}, 1, ["x"]),
        ({"a": {"b": None}}, {"a": {"b": None}}, []),
    ],
)
def test_differences_are_told_by_their_innermost_place(
    before: Any, now: Any, where: list[str]
) -> None:
    assert [place for place, _, _ in differing_places("x", before, now)] == where
