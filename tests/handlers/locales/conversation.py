"""A conversation with the whole skill in one language, to be read as it is heard.

`python -m tests.handlers.locales.conversation de-DE` prints it, on the stand-ins.
"""

import asyncio
import sys
import time
import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from simulator.__main__ import ACCOUNTS
from simulator.alexa.speech_recognition import language_of
from simulator.console.console import Sessions, open_session
from simulator.console.step_report import StepReport
from simulator.console.steps import InitialState, Say

FILE = Path(__file__).with_name("conversations.toml")


class Conversations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`means` are intents in order, `says` the sentences for them by locale."""

    means: tuple[str, ...]
    says: dict[str, tuple[str, ...]]


def conversations(file: Path = FILE) -> Conversations:
    return msgspec.convert(
        tomllib.loads(file.read_text(encoding="utf-8")), Conversations
    )


def scene(locale: str, began: datetime) -> InitialState:
    """Before somebody whose music is in that language."""
    account = ACCOUNTS.get(language_of(locale), "ada")
    return InitialState(began=began, locale=locale, account=account, name="read aloud")


async def held(
    sessions: Sessions, scene: InitialState, said: Sequence[str]
) -> list[tuple[str, StepReport]]:
    """Says it all, and what came of every sentence."""
    turns: list[tuple[str, StepReport]] = []
    async with open_session(sessions, scene) as console:
        for text in said:
            seen = await console.perform(Say(text))
            assert seen is not None, text
            turns.append((text, seen))
    return turns


def told(text: str, seen: StepReport) -> str:
    """One turn as a reader sees it: speech, reprompt and card."""
    card = seen.reply.card or {}
    lines = [f"> {text}", f"< {seen.reply.speech}"]
    lines += [f"  … {seen.reply.reprompt}"] if seen.reply.reprompt else []
    lines += [f"  [{card.get('title')}]"] if card else []
    lines += [f"  | {line}" for line in str(card.get("content", "")).splitlines()]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> None:
    sessions = Sessions(lambda: datetime.now(UTC), time.monotonic)
    every = conversations().says
    for locale in arguments or every:
        began = datetime.now(UTC)
        turns = asyncio.run(held(sessions, scene(locale, began), every[locale]))
        print("\n".join(told(text, seen) for text, seen in turns))


if __name__ == "__main__":
    main(sys.argv[1:])
