"""Load shedding: refuse first fetches while the event loop is too slow for them."""

import asyncio
from collections.abc import Callable
from math import inf

# An answer that needs the music service takes 20 to 40 turns of the loop: at a tenth
# of a second each it comes after 2 to 4 s, and more would be too late.
LONG_TURN, SHORT_TURN = 0.1, 0.04
LASTING_SECONDS = 1.0
WARY_SECONDS = 5.0


class LoadShedder:
    """Decide by the length of the event loop's turns whether a new fetch may begin.

    A request that comes while the processor is busy takes time from every request that
    is there; where twice as many come as it can serve, none is answered in time. A
    crowd that comes in one moment passes: only where turns stay long for
    `LASTING_SECONDS` are new fetches refused, and after that at once, until
    `WARY_SECONDS` have passed without a long turn.

    After CoDel (https://queue.acm.org/detail.cfm?id=2209336): the queue is the loop,
    and what is dropped is the work that costs most, a first fetch. `clock` is
    monotonic, in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._long_since = self._long_again = -inf
        self._wary_until = -inf

    async def admits(self) -> bool:
        """Return whether a fetch may begin; this takes one turn of the loop."""
        began = self._clock()
        await asyncio.sleep(0)
        now = self._clock()
        wary = now < self._wary_until
        if now - began < (SHORT_TURN if wary else LONG_TURN):
            self._long_again = -inf
            return True
        if now - self._long_again > LASTING_SECONDS:  # no request came to measure
            self._long_since = now
        self._long_again = now
        if not wary and now - self._long_since < LASTING_SECONDS:
            return True
        self._wary_until = now + WARY_SECONDS
        return False
