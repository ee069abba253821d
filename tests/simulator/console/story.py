"""The story of docs/console.md: a song is recommended, played, saved and kept.

The conversation is held at a fixed time. `python -m tests.browser.story` writes its
answers into the page's table and takes the pictures.
"""

import re
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from simulator.console.console import Sessions, open_session
from simulator.console.recording import encode, record
from simulator.console.steps import InitialState, Say

PAGE = Path(__file__).parents[3] / "docs" / "console.md"
BEGAN = datetime(2026, 11, 29, 18, tzinfo=UTC)
SENTENCES = (
    *("open record shelf", "what should I listen to", "why", "play it"),
    *("ask record shelf to save this song", "make a playlist of these"),
    "what's playing",
)

_TABLE = re.compile(r"(?<=\n\n)\| said \| answered \|\n(?:\|.*\n)+")


class Turn(NamedTuple):
    """A sentence, its answer, and the recording of the conversation up to it."""

    said: str
    answer: str
    recording: bytes


async def told() -> list[Turn]:
    """Hold the conversation, with playing and saving on."""
    state = InitialState(
        began=BEGAN, name="story", screen="large", playback="spotify-connect"
    )
    turns = []
    sessions = Sessions(lambda: BEGAN, time.monotonic)
    async with open_session(sessions, state) as console:
        for sentence in SENTENCES:
            report = await console.perform(Say(sentence))
            assert report is not None
            turns.append(Turn(sentence, report.reply.speech, encode(record(console))))
    return turns


def table(turns: list[Turn]) -> str:
    """Return the conversation as a Markdown table."""
    rows = (f'| "{turn.said}" | "{turn.answer}" |' for turn in turns)
    return "\n".join(("| said | answered |", "|---|---|", *rows)) + "\n"


def written() -> str:
    """Return the table as it stands on the page."""
    found = _TABLE.search(PAGE.read_text(encoding="utf-8"))
    assert found is not None, "docs/console.md has lost its table"
    return found[0]


def write(turns: list[Turn]) -> None:
    """Write the table into the page."""
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(text.replace(written(), table(turns)), encoding="utf-8")
