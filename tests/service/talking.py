"""Signed conversations in the console, against the fake Spotify."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from simulator.alexa.session import SkillReply
from simulator.console.console import Console, Sessions, open_session
from simulator.console.steps import InitialState, Say

BEGAN = datetime(2026, 11, 22, 12, tzinfo=UTC)


@asynccontextmanager
async def listening(**initial: str | None) -> AsyncIterator[Console]:
    """Yield a console; `initial` of `InitialState`, without a screen by default."""
    chosen = {"screen": "none", **initial}
    state = InitialState(began=BEGAN, **chosen)  # type: ignore[arg-type]
    sessions = Sessions(lambda: BEGAN, time.monotonic)
    async with open_session(sessions, state) as console:
        yield console


async def answer(console: Console, *sentences: str) -> SkillReply:
    """Say sentences; return the answer to the last one."""
    reply = SkillReply()
    for sentence in sentences:
        report = await console.perform(Say(sentence))
        assert report is not None
        assert report.captured.violations == (), sentence
        reply = report.reply
    return reply


async def says(console: Console, *sentences: str) -> str:
    """Say sentences; return the speech of the answer to the last one."""
    return (await answer(console, *sentences)).speech
