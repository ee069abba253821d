"""The one moment by which a request must be answered, carried through every call."""

import asyncio
from collections.abc import Callable
from typing import Self

import msgspec

# Amazon waits 8 s (https://developer.amazon.com/docs/custom-skills/
# request-types-reference.html); 1.5 s stay for the network and the encoder.
ANSWER_SECONDS = 6.5


class Deadline(msgspec.Struct, frozen=True):
    """A moment on a monotonic clock; seconds throughout."""

    at: float
    clock: Callable[[], float]

    @classmethod
    def after(cls, seconds: float, clock: Callable[[], float]) -> Self:
        return cls(clock() + seconds, clock)

    def remaining(self) -> float:
        """Seconds left, never below zero."""
        return max(0.0, self.at - self.clock())

    def limit(self, seconds: float, *, reserve: float = 0.0) -> float:
        """The smaller of `seconds` and what remains less `reserve`; at least zero."""
        return max(0.0, min(seconds, self.remaining() - reserve))

    def timeout(self, seconds: float, *, reserve: float = 0.0) -> asyncio.Timeout:
        """An `asyncio.timeout` for a step that may take `limit(seconds)` at most."""
        return asyncio.timeout(self.limit(seconds, reserve=reserve))
