"""A conversation on the command line."""

import io

from simulator.commands import sentences, talk
from simulator.console.console import Sessions
from simulator.console.steps import InitialState
from tests.simulator.conftest import MORNING


def test_empty_lines_and_remarks_are_not_said() -> None:
    stream = io.StringIO("# a remark\n\n  list my playlists  \nstop\n")
    assert list(sentences(stream)) == ["list my playlists", "stop"]


async def test_every_answer_is_told(sessions: Sessions) -> None:
    told: list[str] = []
    said = ["what are my playlists", "stop", "exit"]
    await talk(sessions, InitialState(began=MORNING), said, told.append)
    assert told[0] == "> what are my playlists"
    assert told[1].startswith("< ")
    assert "Morning Coffee" in told[1]
    assert "\n  [Your playlists" in told[1]
    assert told[3].endswith("(the session is over)")
    assert "no session is open" in told[5]


async def test_a_card_without_a_title_is_told_by_its_kind(sessions: Sessions) -> None:
    told: list[str] = []
    initial_state = InitialState(began=MORNING, account=None)
    await talk(sessions, initial_state, ["list my playlists"], told.append)
    assert "  [LinkAccount]" in told[1]
