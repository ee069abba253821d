"""A conversation as a file: what it began from, what was done, what was answered."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import msgspec

from simulator.alexa.account_linking import LinkRefused
from simulator.alexa.interaction_model import ModelMissing, ModelUnreadable
from simulator.console.console import Console, Sessions
from simulator.console.redis_proxy import RedisMissing
from simulator.console.step_report import StepReport
from simulator.console.steps import Deed, InitialState

FORMAT: Final = "record-shelf-conversation"

VERSION: Final = 1

SPOTIFY = "http://spotify.stand-in"  # in place of an address that changes every time


class Unreplayable(Exception):
    """The file is not a conversation of ours; the text says why."""


class Unrecordable(Exception):
    """A conversation about somebody's real account is nobody's test."""

    def __init__(self) -> None:
        super().__init__("a conversation with the real Spotify is not saved")


class RecordedAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the skill answered, to the letter; `body` is its word where it refused."""

    status: int
    body: Any


class RecordedStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step, when it was done, and its answer; None where nothing was heard."""

    at: datetime
    step: Deed
    answer: RecordedAnswer | None


class Recording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`checksum` tells whether the rest was edited since it was saved."""

    format: Literal["record-shelf-conversation"]
    version: Literal[1]
    scene: InitialState
    entries: list[RecordedStep]
    checksum: str = ""

    @property
    def edited(self) -> bool:
        return self.checksum != _checksum(self)


def recorded(console: Console) -> Recording:
    """Everything that was done on the console's stage; raises `Unrecordable`."""
    if console.real:
        raise Unrecordable
    address = console.environment.spotify.base_url
    entries = [
        RecordedStep(at, deed, answer_of(seen, address) if seen else None)
        for at, deed, seen in console.performed
    ]
    recording = Recording(FORMAT, VERSION, console.environment.initial, entries)
    return msgspec.structs.replace(recording, checksum=_checksum(recording))


def answer_of(seen: StepReport, address: str) -> RecordedAnswer:
    """What a turn answered, without the address of this stage's stand-in."""
    reply = seen.reply
    body: Any = reply.raw if reply.problem is None else reply.problem
    if seen.exchanged is None:
        body = reply.speech or reply.problem
    text = msgspec.json.encode(body).decode().replace(address, SPOTIFY)
    return RecordedAnswer(reply.status, msgspec.json.decode(text))


def write(recording: Recording) -> bytes:
    return msgspec.json.format(msgspec.json.encode(recording), indent=1)


def read(text: bytes) -> Recording:
    """Raises `Unreplayable`."""
    try:
        known = msgspec.json.decode(text)
    except msgspec.MsgspecError as error:
        raise Unreplayable(f"not JSON: {error}") from None
    if not isinstance(known, dict) or known.get("format") != FORMAT:
        raise Unreplayable(f"not a saved conversation: its format is not {FORMAT!r}")
    if known.get("version") != VERSION:
        raise Unreplayable(f"of another version than {VERSION}")
    try:
        return msgspec.convert(known, Recording)
    except msgspec.ValidationError as error:
        raise Unreplayable(f"a step that nobody here can do: {error}") from None


def _checksum(recording: Recording) -> str:
    bare = msgspec.structs.replace(recording, checksum="")
    return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


# FOLDED Replays a saved conversation and holds every answer against what it was.

SHOWN = 200  # characters of a value that differs


@dataclass(frozen=True, slots=True)
class Difference:
    """`where` in the answer of step `number` (from 1) it was `before`, is `now`."""

    number: int
    where: str
    before: str
    now: str

    def __str__(self) -> str:
        return f"step {self.number}, {self.where}: was {self.before}, is {self.now}"


async def replay(
    recording: Recording, console: Console
) -> AsyncIterator[tuple[RecordedStep, StepReport | None, list[Difference]]]:
    """Does every step again, at its time; what differs, step by step.

    The console stands on a stage that was set from the recording's scene.
    """
    address = console.environment.spotify.base_url
    for number, entry in enumerate(recording.entries, 1):
        seen = await console.perform(entry.step, entry.at)
        answer = answer_of(seen, address) if seen else None
        yield entry, seen, list(_differences(number, entry.answer, answer))


def _differences(
    number: int, before: RecordedAnswer | None, now: RecordedAnswer | None
) -> Iterator[Difference]:
    if before is None or now is None:
        if before is not now:
            yield _difference(number, "answer", before, now)
        return
    if before.status != now.status:
        yield _difference(number, "status", before.status, now.status)
    for where, was, is_ in compared("response", before.body, now.body):
        yield _difference(number, where, was, is_)


def compared(where: str, before: Any, now: Any) -> Iterator[tuple[str, Any, Any]]:
    """The innermost places at which two JSON values differ."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*before, *now]):
            yield from compared(f"{where}.{key}", before.get(key), now.get(key))
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for index, (was, is_) in enumerate(zip(before, now, strict=True)):
            yield from compared(f"{where}[{index}]", was, is_)
    elif before != now:
        yield where, before, now


def _difference(number: int, where: str, before: Any, now: Any) -> Difference:
    return Difference(number, where, _short(before), _short(now))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


# FOLDED `python -m simulator replay FILE`: a conversation as a regression test.

SAME, DIFFERENT, UNUSABLE = 0, 1, 2

UNSETTABLE = (
    Unreplayable, ModelMissing, ModelUnreadable, RedisMissing, LinkRefused,
)  # fmt: skip


def replay_file(file: Path, theatre: Sessions, tell: Callable[[str], None]) -> int:
    """Tells every turn and difference; 0 when all is the same, 1 when not, 2 when
    the file cannot be replayed."""
    try:
        text = file.read_bytes()
    except OSError as error:
        tell(f"{file}: {error.strerror}")
        return UNUSABLE
    return asyncio.run(_replayed(text, file, theatre, tell))


async def _replayed(
    text: bytes, file: Path, theatre: Sessions, tell: Callable[[str], None]
) -> int:
    try:
        saved = read(text)
        console = await theatre.begin(saved.scene, fresh=False)
    except UNSETTABLE as error:
        tell(f"{file}: {error}")
        return UNUSABLE
    if saved.edited:
        tell(f"{file}: edited since it was saved")
    found = 0
    try:
        async for entry, seen, differences in replay(saved, console):
            tell(_told(entry, seen))
            for one in differences:
                tell(f"  ! {one}")
            found += len(differences)
    finally:
        await theatre.close()
    tell("every answer is the same" if not found else f"differences: {found}")
    return DIFFERENT if found else SAME


def _told(entry: RecordedStep, seen: StepReport | None) -> str:
    view = seen.view() if seen else None
    done = type(entry.step).__name__.lower()
    said = (view and view["said"]) or f"({done})"
    return f"> {said}" + (f"\n< {view['reply']['speech']}" if view else "")
