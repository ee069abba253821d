"""Replays a saved conversation and holds every answer against what it was."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from typing import Any

from service.console.console import Console
from service.console.recording import Answer, Entry, Recording, answer_of
from service.console.seen import Seen

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
) -> AsyncIterator[tuple[Entry, Seen | None, list[Difference]]]:
    """Does every step again, at its time; what differs, step by step.

    The console stands on a stage that was set from the recording's scene.
    """
    address = console.stage.spotify.base_url
    for number, entry in enumerate(recording.entries, 1):
        seen = await console.perform(entry.step, entry.at)
        answer = answer_of(seen, address) if seen else None
        yield entry, seen, list(_differences(number, entry.answer, answer))


def _differences(
    number: int, before: Answer | None, now: Answer | None
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
