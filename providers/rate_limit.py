"""Rate limit state: the block of all calls after the music service answered HTTP 429.

A 429 concerns the whole application
(https://developer.spotify.com/documentation/web-api/concepts/rate-limits), so one
refusal stops the calls for every listener. `RedisRateLimitState` in
`providers/cache/redis/rate_limit.py` shares the block between processes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from providers.errors import QuotaExceeded, RateLimited


@dataclass(frozen=True, slots=True)
class RateLimitBlock:
    """A time during which the application makes no call.

    `seconds`: how long the block lasts from now. `quota`: True where the developer
    account's quota is used up, False where the calls came too fast.
    """

    seconds: float
    quota: bool = False

    def error(self) -> RateLimited:
        """Return the error that a call raises while this block lasts."""
        kind = QuotaExceeded if self.quota else RateLimited
        return kind(self.seconds)


class RateLimitState(Protocol):
    """The current block, shared by all calls under one application id.

    The client asks before every call, so the methods must be cheap. They never raise:
    where the shared store is out, this process's own knowledge answers.
    """

    async def blocked(self) -> RateLimitBlock | None:
        """Return the rest of the current block, or None while calls are free."""
        ...

    async def block(self, block: RateLimitBlock) -> None:
        """Stop all calls for `block.seconds`; never shorten a longer block."""
        ...


class LocalRateLimitState:
    """Rate limit state of one process; `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._blocked_until = clock()
        self._quota = False

    async def blocked(self) -> RateLimitBlock | None:
        """Return the rest of the current block, or None while calls are free."""
        left = self._blocked_until - self._clock()
        return RateLimitBlock(left, self._quota) if left > 0 else None

    async def block(self, block: RateLimitBlock) -> None:
        """Stop all calls for `block.seconds`; never shorten a longer block."""
        blocked_until = self._clock() + block.seconds
        if blocked_until > self._blocked_until:
            self._blocked_until, self._quota = blocked_until, block.quota
