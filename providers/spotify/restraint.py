"""What the whole process shares so that it calls neither too much nor too often."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from providers.brake import Brake
from providers.deadline import Deadline
from providers.errors import ProviderError
from providers.spotify.limits import RESERVE_SECONDS
from providers.spotify.retries import RetryBudget
from providers.spotify.session import CALLS_AT_ONCE
from providers.spotify.verdict import block_for

# A hiccup passes in a moment; a listener notices a quarter of a second.
PAUSE_SECONDS = (0.05, 0.2)
# What a second attempt needs at least to have a chance.
LEAST_SECONDS = 0.1


def _lanes() -> asyncio.Semaphore:
    return asyncio.Semaphore(CALLS_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Restraint:
    """`lanes` bounds the open calls; `wall_clock` is aware and reads HTTP dates."""

    brake: Brake
    budget: RetryBudget
    chance: random.Random
    wall_clock: Callable[[], datetime]
    lanes: asyncio.Semaphore = field(default_factory=_lanes)
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def check(self) -> None:
        """Raises `RateLimited` or `QuotaExceeded` while the application is blocked."""
        if block := await self.brake.blocked():
            raise block.error()

    async def stop(self, headers: Mapping[str, str], body: bytes) -> ProviderError:
        """Blocks everybody after a 429; the error that this call itself raises."""
        block = block_for(headers, body, self.wall_clock())
        await self.brake.block(block)
        return block.error()

    async def may_repeat(self, deadline: Deadline) -> bool:
        """Waits a moment and is True, when time and budget allow a second attempt."""
        moment = self.chance.uniform(*PAUSE_SECONDS)
        if deadline.remaining() - RESERVE_SECONDS < moment + LEAST_SECONDS:
            return False
        if not self.budget.spend():
            return False
        await self.pause(moment)
        return True
