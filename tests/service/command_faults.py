"""What is said when a command meets a fault, a table of all commands and faults.

`python -m tests.service.command_faults` prints it. The commands are said in signed
conversations against the fake Spotify; each cell tells what came of one, and a number
where it was not sent exactly once.
"""

import asyncio
import logging
import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from typing import NamedTuple

from simulator.console.console import Console
from simulator.console.steps import Break, Heal, Say, Wait
from simulator.spotify.errors import PREPARED_REPLIES
from simulator.spotify.faults import BODY_FAULTS, CONNECTION_FAULTS, Fault
from tests.service.talking import listening, says

HANG = "hang"
FAULTS = (*PREPARED_REPLIES, *sorted(CONNECTION_FAULTS), *sorted(BODY_FAULTS))
LIMITS = frozenset(("rate_limit", "rate_limit_empty", "quota"))
BLOCK = 3_600  # s; longer than any block that a 429 without a time sets
RECOMMEND, ANOTHER = "what should I listen to", "another"


class Command(NamedTuple):
    """A command: what is said before it and for it, and what is said when it is done.

    `alone`: each fault needs a listener whose library has not been changed.
    """

    endpoint: str
    before: tuple[str, ...]
    said: str
    done: str
    alone: bool = False


COMMANDS: Mapping[str, Command] = {
    "play": Command("PUT /me/player/play", (RECOMMEND,), "play it", "Playing"),
    "pause": Command("PUT /me/player/pause", (), "ask record shelf to pause", "Paused"),
    "resume": Command(
        "PUT /me/player/play", (), "ask record shelf to resume", "playing again"
    ),
    "next": Command(
        "POST /me/player/next", (), "ask record shelf to skip this song", "next song"
    ),
    "previous": Command(
        "POST /me/player/previous",
        (),
        "ask record shelf for the previous song",
        "song before",
    ),
    "shuffle": Command(
        "PUT /me/player/shuffle",
        (),
        "ask record shelf to shuffle deep focus",
        ", shuffled",
    ),
    "move": Command(
        "PUT /me/player",
        (),
        "ask record shelf to play music on the phone",
        "on Phone now",
    ),
    "queue": Command("POST /me/player/queue", (RECOMMEND,), "queue it", "in the queue"),
    "save": Command("PUT /me/library", (RECOMMEND, ANOTHER), "save it", "I've saved"),
    "take off": Command(
        "DELETE /me/library",
        (RECOMMEND, ANOTHER, "save it"),
        "take it off again",
        "off your saved songs",
    ),
    "add": Command(
        "POST /playlists/{id}/items",
        (RECOMMEND, ANOTHER),
        "add it to deep focus",
        "I've added",
    ),
    "make": Command(
        "POST /me/playlists",
        (RECOMMEND,),
        "make a playlist of these",
        "I made",
        alone=True,
    ),
    "make: add": Command(
        "POST /playlists/{id}/items",
        (RECOMMEND, ANOTHER),
        "make a playlist of these",
        "with 2 songs",
        alone=True,
    ),
}


class Cell(NamedTuple):
    """What came of a command, and how often it was sent.

    `outcome`: "done", "asks" for a speaker, "hands off", "refused", "not shuffled", or
    the reason of the apology.
    """

    outcome: str
    sent: int


async def table(
    faults: Mapping[str, Sequence[str]],
) -> dict[str, dict[str, Cell]]:
    """Return the cells by command and fault, for the faults that each command meets.

    All commands wait for the call that hangs at the same time.
    """
    columns = {name: await _column(COMMANDS[name], met) for name, met in faults.items()}
    hanging = [name for name, met in faults.items() if HANG in met]
    async with AsyncExitStack() as stack:
        waiting = []
        for name in hanging:
            console = await stack.enter_async_context(_listener())
            await _prepare(console, COMMANDS[name])
            waiting.append(_cell(console, COMMANDS[name], HANG))
        cells = await asyncio.gather(*waiting)
    for name, cell in zip(hanging, cells, strict=True):
        columns[name][HANG] = cell
    return columns


async def _column(command: Command, faults: Sequence[str]) -> dict[str, Cell]:
    """Return the cells of the faults but the one that takes the whole time limit."""
    cells: dict[str, Cell] = {}
    async with AsyncExitStack() as stack:
        console = await stack.enter_async_context(_listener())
        for fault in faults:
            if fault == HANG:
                continue
            if command.alone and cells:
                await stack.aclose()
                console = await stack.enter_async_context(_listener())
            await _prepare(console, command)
            cells[fault] = await _cell(console, command, fault)
    return cells


def _listener() -> AbstractAsyncContextManager[Console]:
    return listening(playback="spotify-connect")


async def _prepare(console: Console, command: Command) -> None:
    _let_something_play(console, paused=command is COMMANDS["resume"])
    if command.before:
        await says(console, *command.before)


async def _cell(console: Console, command: Command, fault: str) -> Cell:
    """Say the command while each call of its endpoint meets the fault."""
    calls = console.environment.spotify.world.counters.calls
    before = calls(command.endpoint)
    await console.perform(Break(Fault(kind=fault, endpoint=command.endpoint)))
    report = await console.perform(Say(command.said))
    assert report is not None
    turn = report.captured.turn
    sent = calls(command.endpoint) - before
    await console.perform(Heal())
    if fault in LIMITS:
        await console.perform(Wait(BLOCK))
    speech = report.reply.speech
    return Cell(_outcome(speech, command, turn.reason if turn else None), sent)


def _outcome(speech: str, command: Command, reason: str | None) -> str:
    if reason is not None:
        return reason
    parts = {
        command.done: "done",
        "Which one?": "asks",
        "Alexa, play": "hands off",
        "couldn't shuffle": "not shuffled",
        "won't let me": "refused",
    }
    found = (outcome for part, outcome in parts.items() if part in speech)
    return next(found, speech)


def _let_something_play(console: Console, *, paused: bool) -> None:
    """Let a song run in the kitchen, or put it there, others before and after it."""
    world = console.environment.spotify.world
    account = world.account("ada")
    assert account is not None
    player = account.player
    player.begin(world.catalogue.tracks[:9], 4)
    player.activate(player.devices[0])
    (player.hold if paused else player.run)(world.clock())


def markdown(columns: Mapping[str, Mapping[str, Cell]]) -> str:
    """Return the table; a number stands where a command was not sent once."""
    lines = [f"| fault | {' | '.join(columns)} |", f"|{'---|' * (len(columns) + 1)}"]
    for fault in FAULTS:
        cells = (column[fault] for column in columns.values())
        texts = (f"{c.outcome}{'' if c.sent == 1 else f' ({c.sent})'}" for c in cells)
        lines.append(f"| {fault} | {' | '.join(texts)} |")
    return "\n".join(lines)


def main() -> None:
    """Print the table of the commands that are named, or of all."""
    logging.disable(logging.CRITICAL)
    commands = sys.argv[1:] or list(COMMANDS)
    print(markdown(asyncio.run(table(dict.fromkeys(commands, FAULTS)))))


if __name__ == "__main__":
    main()
