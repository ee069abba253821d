"""The command line's replay: told turn by turn, and an exit code."""

import asyncio
import json
from pathlib import Path

import pytest

from simulator.console import steps
from simulator.console.console import Sessions
from simulator.console.recording import (
    DIFFERENT,
    SAME,
    UNUSABLE,
    encode,
    record,
    replay_file,
)
from simulator.console.steps import InitialState
from tests.simulator.conftest import MORNING, Wall


def new_sessions() -> Sessions:
    return Sessions(Wall(), lambda: 0.0)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A conversation of two turns, saved."""

    async def conversation() -> bytes:
        sessions = new_sessions()
        console = await sessions.begin(InitialState(began=MORNING))
        for deed in (steps.Open(), steps.Say("what are my playlists"), steps.Heal()):
            await console.perform(deed)
        saved = encode(record(console))
        await sessions.close()
        return saved

    path = tmp_path / "conversation.json"
    path.write_bytes(asyncio.run(conversation()))
    return path


def test_the_same_answers_exit_with_0(file: Path) -> None:
    told: list[str] = []
    assert replay_file(file, new_sessions(), told.append) == SAME
    assert "> what are my playlists" in "\n".join(told)
    assert "Morning Coffee" in "\n".join(told)
    assert told[-1] == "every answer is the same"


def test_a_difference_exits_with_1_and_is_told(file: Path) -> None:
    edited = json.loads(file.read_bytes())
    edited["entries"][1]["answer"]["body"]["version"] = "2.0"
    file.write_text(json.dumps(edited))
    told: list[str] = []
    assert replay_file(file, new_sessions(), told.append) == DIFFERENT
    assert "edited since it was saved" in told[0]
    assert "  ! step 2, response.version: was '2.0', is '1.0'" in told
    assert told[-1] == "differences: 1"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"locale": "tlh-QO"}, "no interaction model for 'tlh-QO'"),
        ({"screen": "enormous"}, "nobody here can do"),
        ({"account": "captain"}, "access_denied"),
    ],
)
def test_an_initial_state_that_cannot_start_exits_with_2(
    file: Path, change: dict[str, str], why: str
) -> None:
    edited = json.loads(file.read_bytes())
    edited["scene"] |= change
    file.write_text(json.dumps(edited))
    told: list[str] = []
    assert replay_file(file, new_sessions(), told.append) == UNUSABLE
    assert why in told[-1]


def test_no_file_exits_with_2(tmp_path: Path) -> None:
    told: list[str] = []
    assert replay_file(tmp_path / "none.json", new_sessions(), told.append) == UNUSABLE
    assert "No such file" in told[0]
