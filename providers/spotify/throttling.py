"""What the whole process shares so that it calls neither too much nor too often."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from providers.errors import DeadlineExceeded, ProviderError
from providers.rate_limit import RateLimitState
from providers.spotify.errors import rate_limit_from
from providers.timeouts import Deadline

# Many listeners at once, yet no flood: with answers of 80 ms this is 3,200 calls a
# second, more than one core can decode.
CALLS_AT_ONCE = 256

# FOLDED How long calls may take: an attempt by itself, and all of them by the deadline.

# An answer that takes longer rarely comes at all; what is left after the last call is
# for saying so.
ATTEMPT_SECONDS = 1.5

RESERVE_SECONDS = 0.5


def left_for_calls(deadline: Deadline) -> float:
    """Seconds that calls may still take; `DeadlineExceeded` when there are none."""
    seconds = deadline.remaining() - RESERVE_SECONDS
    if seconds <= 0:
        raise DeadlineExceeded
    return seconds


def left_for_attempt(deadline: Deadline) -> float:
    """Seconds that one attempt may take from now on; `DeadlineExceeded` likewise."""
    return min(ATTEMPT_SECONDS, left_for_calls(deadline))


# FOLDED The share of calls that may be repeated, so that retries never become the load.

SHARE = 0.1

"""One retry for ten calls …"""

PER_SECOND = 0.1

"""… and one every ten seconds, for a service that is hardly used …"""

MOST = 10.0

"""… of which this many can be saved up."""


class RetryBudget:
    """A token bucket, one for the process; `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._filled = clock()
        self._tokens = MOST

    def deposit(self) -> None:
        """Counts a first attempt."""
        self._fill(SHARE)

    def try_withdraw(self) -> bool:
        """Takes one retry; False when none is left."""
        self._fill(0.0)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def _fill(self, earned: float) -> None:
        now = self._clock()
        earned += (now - self._filled) * PER_SECOND
        self._filled = now
        self._tokens = min(MOST, self._tokens + earned)


# A hiccup passes in a moment; a listener notices a quarter of a second.
PAUSE_SECONDS = (0.05, 0.2)

# What a second attempt needs at least to have a chance.
LEAST_SECONDS = 0.1


def _call_slots() -> asyncio.Semaphore:
    return asyncio.Semaphore(CALLS_AT_ONCE)


@dataclass(frozen=True, slots=True)
class CallPolicy:
    """`lanes` bounds the open calls; `wall_clock` is aware and reads HTTP dates."""

    rate_limit: RateLimitState
    budget: RetryBudget
    rng: random.Random
    wall_clock: Callable[[], datetime]
    call_slots: asyncio.Semaphore = field(default_factory=_call_slots)
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def check(self) -> None:
        """Raises `RateLimited` or `QuotaExceeded` while the application is blocked."""
        if block := await self.rate_limit.blocked():
            raise block.error()

    async def block_after_429(
        self, headers: Mapping[str, str], body: bytes
    ) -> ProviderError:
        """Blocks everybody after a 429; the error that this call itself raises."""
        block = rate_limit_from(headers, body, self.wall_clock())
        await self.rate_limit.block(block)
        return block.error()

    async def may_retry(self, deadline: Deadline) -> bool:
        """Waits a moment and is True, when time and budget allow a second attempt."""
        moment = self.rng.uniform(*PAUSE_SECONDS)
        if deadline.remaining() - RESERVE_SECONDS < moment + LEAST_SECONDS:
            return False
        if not self.budget.try_withdraw():
            return False
        await self.pause(moment)
        return True
