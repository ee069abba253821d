"""`python -m service.console replay FILE`: a conversation as a regression test."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from service.console.interaction_model import ModelMissing, ModelUnreadable
from service.console.linking import LinkRefused
from service.console.recording import Entry, Unreplayable, read
from service.console.redis_stage import RedisMissing
from service.console.replaying import replay
from service.console.seen import Seen
from service.console.theatre import Theatre

SAME, DIFFERENT, UNUSABLE = 0, 1, 2
UNSETTABLE = (
    Unreplayable, ModelMissing, ModelUnreadable, RedisMissing, LinkRefused,
)  # fmt: skip


def replay_file(file: Path, theatre: Theatre, tell: Callable[[str], None]) -> int:
    """Tells every turn and difference; 0 when all is the same, 1 when not, 2 when
    the file cannot be replayed."""
    try:
        text = file.read_bytes()
    except OSError as error:
        tell(f"{file}: {error.strerror}")
        return UNUSABLE
    return asyncio.run(_replayed(text, file, theatre, tell))


async def _replayed(
    text: bytes, file: Path, theatre: Theatre, tell: Callable[[str], None]
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


def _told(entry: Entry, seen: Seen | None) -> str:
    view = seen.view() if seen else None
    done = type(entry.step).__name__.lower()
    said = (view and view["said"]) or f"({done})"
    return f"> {said}" + (f"\n< {view['reply']['speech']}" if view else "")
