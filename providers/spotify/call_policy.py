"""Call policy shared by all calls of a process: time limits, retry budget, quotas.

A process calls Spotify neither too much nor too often.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import msgspec

from providers.daily_quota import DailyQuota
from providers.deadline import Deadline
from providers.errors import DeadlineExceeded, ProviderError
from providers.listener import CallSlots
from providers.rate_limit import RateLimitState
from providers.spotify.errors import rate_limit_from

CALLS_AT_ONCE = 256
"""How many calls one process has open at most.

Many listeners at once, yet no flood: with answers of 80 ms this is 3,200 calls a
second, more than one core can decode.
"""

ATTEMPT_SECONDS = 1.5
"""How long one attempt may take; an answer that takes longer rarely comes at all."""

RESERVE_SECONDS = 0.5
"""What is kept of the deadline after the last call, for making the answer."""


def left_for_calls(deadline: Deadline) -> float:
    """Return the seconds left for calls; raise `DeadlineExceeded` at zero."""
    seconds = deadline.remaining() - RESERVE_SECONDS
    if seconds <= 0:
        raise DeadlineExceeded
    return seconds


def left_for_attempt(deadline: Deadline) -> float:
    """Return the seconds left for one attempt; raise `DeadlineExceeded` at zero."""
    return min(ATTEMPT_SECONDS, left_for_calls(deadline))


RETRIES_PER_CALL = 0.1
"""One retry is allowed for ten calls …"""

RETRIES_PER_SECOND = 0.1
"""… and one every ten seconds, for a service that is hardly used …"""

MOST_SAVED_RETRIES = 10.0
"""… of which this many can be saved up."""


class RetryBudget:
    """Retry budget of the process, a token bucket: retries never become the load.

    `clock` is monotonic, in seconds.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._filled_at = clock()
        self._tokens = MOST_SAVED_RETRIES

    def deposit(self) -> None:
        """Count a first attempt."""
        self._fill(RETRIES_PER_CALL)

    def try_withdraw(self) -> bool:
        """Take one retry; return False when none is left."""
        self._fill(0.0)
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    def _fill(self, earned: float) -> None:
        now = self._clock()
        earned += (now - self._filled_at) * RETRIES_PER_SECOND
        self._filled_at = now
        self._tokens = min(MOST_SAVED_RETRIES, self._tokens + earned)


# A hiccup passes in a moment; a listener notices a quarter of a second.
PAUSE_SECONDS = (0.05, 0.2)

# What a second attempt needs at least to have a chance.
LEAST_SECONDS = 0.1


def _call_slots() -> CallSlots:
    return CallSlots(CALLS_AT_ONCE)


class CallPolicy(msgspec.Struct, frozen=True):
    """What all calls of the process share.

    - `rate_limit`: the blocks after a 429.
    - `budget`: the retries that are left.
    - `rng`: draws the pause before a retry.
    - `wall_clock`: the time of day (aware), for `Retry-After` with a date.
    - `quota`: counts the calls, and stops them once a day's are made.
    - `call_slots`: bounds the calls that are open at once.
    - `pause`: waits that many seconds.
    """

    rate_limit: RateLimitState
    budget: RetryBudget
    rng: random.Random
    wall_clock: Callable[[], datetime]
    quota: DailyQuota | None = None
    call_slots: CallSlots = msgspec.field(default_factory=_call_slots)
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def check(self, endpoint: str) -> None:
        """Raise `RateLimited` or `QuotaExceeded` while `endpoint` is blocked."""
        if self.quota is not None and (used_up := self.quota.block()):
            raise used_up.error()
        if block := await self.rate_limit.blocked(endpoint):
            raise block.error()

    def count(self) -> None:
        """Count one call that was made."""
        if self.quota is not None:
            self.quota.count()

    async def block_after_429(
        self, endpoint: str, headers: Mapping[str, str], body: bytes
    ) -> ProviderError:
        """Block `endpoint` after its 429; return the error that this call raises.

        A quota blocks all calls; see `providers.rate_limit`.
        """
        block = rate_limit_from(headers, body, self.wall_clock())
        if not block.quota:
            block = msgspec.structs.replace(block, endpoint=endpoint)
        await self.rate_limit.block(block)
        return block.error()

    async def may_retry(self, deadline: Deadline) -> bool:
        """Wait a moment and return True, if time and budget allow a second attempt."""
        seconds = self.rng.uniform(*PAUSE_SECONDS)
        if deadline.remaining() - RESERVE_SECONDS < seconds + LEAST_SECONDS:
            return False
        if not self.budget.try_withdraw():
            return False
        await self.pause(seconds)
        return True
