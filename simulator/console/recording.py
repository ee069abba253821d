"""Recordings: a conversation as a file, and its replay as a regression test."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from aiohttp import ClientError

from providers.json_depth import MAX_DEPTH
from simulator.alexa.account_linking import LinkRefused
from simulator.alexa.interaction_model import ModelMissing, ModelUnreadable
from simulator.console.console import Console, Sessions
from simulator.console.redis_proxy import RedisMissing
from simulator.console.step_report import StepReport
from simulator.console.steps import (
    AnyStep,
    InitialState,
    Moment,
    OutOfTime,
    check_moment,
)
from simulator.json_body import InvalidBody, decode_any

FORMAT: Final = "record-shelf-conversation"

VERSION: Final = 1

# In place of the fake Spotify's address, which is another at every start. Saved
# recordings contain this text: it must not change.
SPOTIFY = "http://spotify.stand-in"


class Unreplayable(Exception):
    """The file is not a recording that can be replayed; the text says why."""


class Unrecordable(Exception):
    """A conversation with a real account is not saved."""

    def __init__(self) -> None:
        super().__init__("a conversation with the real Spotify is not saved")


class RecordedAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The skill's response in a recording.

    status: the HTTP status.
    body: the response's JSON, or the reason as text where the skill refused.
    """

    status: int
    body: Any


class RecordedStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A recorded step with its time; `answer` is None where nothing was heard."""

    at: Moment
    step: AnyStep
    answer: RecordedAnswer | None

    def __post_init__(self) -> None:
        check_moment(self.at)


class Recording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A saved conversation.

    format, version: mark the file.
    initial_state: what the environment is started with (`scene` in the file).
    entries: the steps and their answers.
    checksum: a SHA-256 of all the rest.
    """

    format: Literal["record-shelf-conversation"]
    version: Literal[1]
    initial_state: InitialState = msgspec.field(name="scene")
    entries: list[RecordedStep]
    checksum: str = ""

    @property
    def edited(self) -> bool:
        """Whether the recording was changed after it was saved."""
        return self.checksum != _checksum(self)


def record(console: Console) -> Recording:
    """Return the console's conversation. Raise `Unrecordable` with a real account."""
    if console.uses_real_spotify:
        raise Unrecordable
    address = console.environment.spotify.base_url
    entries = [
        RecordedStep(at, step, recorded_answer(report, address) if report else None)
        for at, step, report in console.history
    ]
    recording = Recording(FORMAT, VERSION, console.environment.initial, entries)
    return msgspec.structs.replace(recording, checksum=_checksum(recording))


def recorded_answer(report: StepReport, address: str) -> RecordedAnswer:
    """Return a step's response with `SPOTIFY` for the fake Spotify's address."""
    reply = report.reply
    body: Any = reply.raw if reply.problem is None else reply.problem
    if report.device_turn is None:
        body = reply.speech or reply.problem
    text = msgspec.json.encode(body).decode().replace(address, SPOTIFY)
    pictures = address.replace("http://", "https://", 1)
    text = text.replace(pictures, SPOTIFY)
    return RecordedAnswer(reply.status, msgspec.json.decode(text))


def encode(recording: Recording) -> bytes:
    """Return the recording as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(recording), indent=1)


def decode(text: bytes) -> Recording:
    """Return the recording in a file's text. Raise `Unreplayable`."""
    try:
        decoded = decode_any(text, MAX_DEPTH)
    except InvalidBody as error:
        raise Unreplayable(str(error)) from None
    if not isinstance(decoded, dict) or decoded.get("format") != FORMAT:
        raise Unreplayable(f"not a saved conversation: its format is not {FORMAT!r}")
    if decoded.get("version") != VERSION:
        raise Unreplayable(f"of another version than {VERSION}")
    try:
        return msgspec.convert(decoded, Recording)
    except msgspec.ValidationError as error:
        raise Unreplayable(f"a step that nobody here can do: {error}") from None


def _checksum(recording: Recording) -> str:
    bare = msgspec.structs.replace(recording, checksum="")
    return hashlib.sha256(msgspec.json.encode(bare, order="sorted")).hexdigest()


MAX_VALUE_LENGTH = 200  # characters of a value that differs


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between a recorded response and the present one.

    number: the step, from 1.
    where: the path in the response.
    before, now: the recorded and the present value, shortened.
    """

    number: int
    where: str
    before: str
    now: str

    def __str__(self) -> str:
        return f"step {self.number}, {self.where}: was {self.before}, is {self.now}"


async def replay(
    recording: Recording, console: Console
) -> AsyncIterator[tuple[RecordedStep, StepReport | None, list[Difference]]]:
    """Perform every step again at its recorded time; yield what differs.

    The console's environment was started from the recording's initial state.
    """
    address = console.environment.spotify.base_url
    for number, entry in enumerate(recording.entries, 1):
        report = await console.perform(entry.step, entry.at)
        answer = recorded_answer(report, address) if report else None
        yield entry, report, list(_differences(number, entry.answer, answer))


def _differences(
    number: int, before: RecordedAnswer | None, now: RecordedAnswer | None
) -> Iterator[Difference]:
    if before is None or now is None:
        if before is not now:
            yield _difference(number, "answer", before, now)
        return
    if before.status != now.status:
        yield _difference(number, "status", before.status, now.status)
    for where, was, is_ in differing_places("response", before.body, now.body):
        yield _difference(number, where, was, is_)


def differing_places(
    where: str, before: Any, now: Any
) -> Iterator[tuple[str, Any, Any]]:
    """Yield the innermost places where two JSON values differ: path, before, now."""
    if isinstance(before, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*before, *now]):
            yield from differing_places(f"{where}.{key}", before.get(key), now.get(key))
    elif isinstance(before, list) and isinstance(now, list) and len(before) == len(now):
        for index, (was, is_) in enumerate(zip(before, now, strict=True)):
            yield from differing_places(f"{where}[{index}]", was, is_)
    elif before != now:
        yield where, before, now


def _difference(number: int, where: str, before: Any, now: Any) -> Difference:
    return Difference(number, where, _short(before), _short(now))


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= MAX_VALUE_LENGTH else f"{text[:MAX_VALUE_LENGTH]}…"


SAME, DIFFERENT, UNUSABLE = 0, 1, 2

UNREPLAYABLE_ERRORS = (
    Unreplayable, OutOfTime, ModelMissing, ModelUnreadable, RedisMissing, LinkRefused,
    ClientError, TimeoutError,
)  # fmt: skip


def replay_file(
    file: Path, sessions: Sessions, write_line: Callable[[str], None]
) -> int:
    """Replay a file and write every turn and difference; return the exit code.

    0: every answer is the same. 1: some differ. 2: the file cannot be replayed.
    """
    try:
        text = file.read_bytes()
    except OSError as error:
        write_line(f"{file}: {error.strerror}")
        return UNUSABLE
    return asyncio.run(_replay_text(text, file, sessions, write_line))


async def _replay_text(
    text: bytes, file: Path, sessions: Sessions, write_line: Callable[[str], None]
) -> int:
    try:
        recording = decode(text)
        console = await sessions.begin(recording.initial_state, fresh=False)
        if recording.edited:
            write_line(f"{file}: edited since it was saved")
        count = await _count_differences(recording, console, write_line)
    except UNREPLAYABLE_ERRORS as error:
        write_line(f"{file}: {error}")
        return UNUSABLE
    finally:
        await sessions.close()
    write_line("every answer is the same" if not count else f"differences: {count}")
    return DIFFERENT if count else SAME


async def _count_differences(
    recording: Recording, console: Console, write_line: Callable[[str], None]
) -> int:
    """Replay, write every step with its differences, and return their number."""
    count = 0
    async for entry, report, differences in replay(recording, console):
        write_line(_step_text(entry, report))
        for difference in differences:
            write_line(f"  ! {difference}")
        count += len(differences)
    return count


def _step_text(entry: RecordedStep, report: StepReport | None) -> str:
    view = report.as_json() if report else None
    done = type(entry.step).__name__.lower()
    spoken = (view and view["said"]) or f"({done})"
    return f"> {spoken}" + (f"\n< {view['reply']['speech']}" if view else "")
