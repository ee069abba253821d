"""`python -m service.console talk`: a conversation on the command line."""

from collections.abc import Callable, Iterable
from typing import TextIO

from service.console.scene import Scene
from service.console.seen import Seen
from service.console.steps import Say
from service.console.theatre import Theatre, opened


def sentences(stream: TextIO) -> Iterable[str]:
    """One a line; empty lines and those that begin with # say nothing."""
    for line in stream:
        if line.strip() and not line.startswith("#"):
            yield line.strip()


async def talk(
    theatre: Theatre, scene: Scene, said: Iterable[str], tell: Callable[[str], None]
) -> None:
    """Says every sentence to the skill, over signed HTTP, and tells what it answers."""
    async with opened(theatre, scene) as console:
        for text in said:
            tell(f"> {text}")
            seen = await console.perform(Say(text))
            if seen is not None:
                tell(_told(seen))


def _told(seen: Seen) -> str:
    lines = [f"~ {early.speech}" for early in seen.progressive]
    lines.append(f"< {seen.reply.problem or seen.reply.speech or '(no words)'}")
    card = seen.reply.card
    if card:
        lines.append(f"  [{card.get('title') or card.get('type')}]")
    if not seen.open:
        lines.append("  (the session is over)")
    return "\n".join(lines)
