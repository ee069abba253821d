"""Rate limit state in Redis: a 429 that one process meets stops all processes."""

import asyncio
from contextlib import suppress

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.protocol import BLOCK, RATE_LIMIT_KEY, ScriptCall
from providers.rate_limit import RateLimitBlock, RateLimitState
from providers.timeouts import TimeBudget

_RATE, _QUOTA = b"rate", b"quota"

# The block is read before every call of the music service, so it may take little time.
# With what the cache may take of a request, this is less than 0.3 s where Redis does
# not answer.
ASK_SECONDS = 0.05

# How long Redis is not asked after it failed to answer.
PAUSE_SECONDS = 1.0


class RedisRateLimitState:
    """Rate limit state shared through Redis; see `providers.rate_limit.RateLimitState`.

    While Redis is out, `local` alone answers. The application and each
    blocked endpoint have a key. The value in Redis is `rate` or `quota`
    and the moment at which calls are free again, in milliseconds since 1970. The key
    expires at that moment.
    """

    def __init__(
        self, client: RedisClient, local: RateLimitState, clocks: Clocks
    ) -> None:
        self._client = client
        self._local = local
        self._clock = clocks.clock
        self._wall = clocks.wall
        self._paused_until = clocks.clock()

    async def blocked(self, endpoint: str | None = None) -> RateLimitBlock | None:
        """Return the rest of the block that stops a call of `endpoint`, or None."""
        if (block := await self._local.blocked(endpoint)) is not None:
            return block
        if self._clock() < self._paused_until:
            return None
        budget = TimeBudget(self._clock, ASK_SECONDS)
        try:
            # Both go in one pipeline.
            values = await asyncio.gather(
                *(self._client.get(key, budget) for key in _keys(endpoint))
            )
        except RedisUnavailable:
            self._paused_until = self._clock() + PAUSE_SECONDS
            return None
        blocks = map(self._decode, values, (None, endpoint))
        return next(filter(None, blocks), None)

    async def block(self, block: RateLimitBlock) -> RateLimitBlock:
        """Stop the calls that `block` names, in every process; return that block."""
        block = await self._local.block(block)
        milliseconds = int(block.seconds * 1000)
        ends_at = int(self._wall() * 1000) + milliseconds
        kind = _QUOTA if block.quota else _RATE
        value = kind + b" " + str(ends_at).encode()
        if milliseconds <= 0:
            return block
        key = _keys(block.endpoint)[-1]
        call = ScriptCall(BLOCK, (key,), (value, ends_at, milliseconds))
        with suppress(RedisUnavailable):  # the others will meet a refusal of their own
            await self._client.run_scripts(TimeBudget(self._clock), call)
        return block

    def _decode(
        self, value: bytes | None, endpoint: str | None
    ) -> RateLimitBlock | None:
        """Return the rest of the block; None for any other value."""
        kind, _, ends_at = (value or b"").partition(b" ")
        if kind not in (_RATE, _QUOTA) or not ends_at.isdigit():
            return None
        left = int(ends_at) / 1000 - self._wall()
        quota = kind == _QUOTA
        return RateLimitBlock(left, quota, endpoint) if left > 0 else None


def _keys(endpoint: str | None) -> tuple[bytes, ...]:
    """Return the application's key and, if there is one, the endpoint's."""
    if endpoint is None:
        return (RATE_LIMIT_KEY,)
    return RATE_LIMIT_KEY, RATE_LIMIT_KEY + b":" + endpoint.encode()
