"""One cold answer, call by call, with every call of the service delayed alike."""

import time
from collections.abc import Iterator
from datetime import datetime

from providers.deadline import REQUEST_SECONDS
from providers.turn_telemetry import Turn
from tests.evaluation.conversation import Conversation
from tests.evaluation.environment import start

WIDTH = 60  # characters for the whole answer


async def cold_and_warm(
    *, who: str, delay: float, now: datetime
) -> tuple[Turn, Turn, float]:
    """The turns of a cold answer and of the next one, and the seconds that the next
    one took; `who` is an account of the fake Spotify."""
    async with start(now) as environment:
        # The fake Spotify indexes at the first search; that is no delay of ours.
        nobody = environment.listener("nobody")
        await environment.library.search(nobody, 'genre:"polka"', ("track", "artist"))
        environment.spotify.faults.add("delay", seconds=delay)
        turns = []
        for _ in range(2):
            began = time.perf_counter()
            spoken = await Conversation(environment, who).recommend()
            took = time.perf_counter() - began
            turns.append(spoken.turn.finish(REQUEST_SECONDS))
        cold, warm = turns
        return cold, warm, took


def waves(turn: Turn) -> int:
    """How often calls had to wait for other calls."""
    count, until = 0, 0.0
    for call in sorted(turn.calls, key=lambda call: call.began):
        if call.began >= until:
            count += 1
            until = call.began + call.seconds * 0.9
    return count


def lines(turn: Turn) -> Iterator[str]:
    """The turn's phases and calls as bars over its time."""
    whole = max(turn.seconds, 1e-9)
    for phase in turn.phases:
        yield _line(f"[{phase.name}]", phase.began, phase.seconds, whole)
    for call in sorted(turn.calls, key=lambda call: call.began):
        yield _line(f"{call.endpoint} {call.status}", call.began, call.seconds, whole)


def _line(name: str, began: float, seconds: float, whole: float) -> str:
    begin, length = (round(WIDTH * part / whole) for part in (began, seconds))
    bar = " " * begin + "█" * max(1, length)
    return f"{name:36}{began * 1000:7.0f} +{seconds * 1000:5.0f} ms  {bar}"
