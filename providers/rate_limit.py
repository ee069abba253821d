"""The brake that one refusal for calling too often pulls for the whole application."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from providers.errors import QuotaExceeded, RateLimited


@dataclass(frozen=True, slots=True)
class RateLimitBlock:
    """No call before `seconds` from now; `quota` when the quota is used up."""

    seconds: float
    quota: bool = False

    def error(self) -> RateLimited:
        """What a call that meets this block raises."""
        kind = QuotaExceeded if self.quota else RateLimited
        return kind(self.seconds)


class RateLimitState(Protocol):
    """Shared by everything that calls the music service with one application's id.

    Asked before every call, so it must be cheap, and it never raises: a brake whose
    store is out answers from what it knows itself.
    """

    async def blocked(self) -> RateLimitBlock | None:
        """What is left of the current block; None while calls are free."""
        ...

    async def block(self, block: RateLimitBlock) -> None:
        """Stops all calls for that long; never shortens a block that is there."""
        ...


class LocalRateLimitState:
    """A brake for one process; `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until = clock()
        self._quota = False

    async def blocked(self) -> RateLimitBlock | None:
        left = self._until - self._clock()
        return RateLimitBlock(left, self._quota) if left > 0 else None

    async def block(self, block: RateLimitBlock) -> None:
        until = self._clock() + block.seconds
        if until > self._until:
            self._until, self._quota = until, block.quota
