"""Rate limit state in Redis: a 429 that one process meets stops all processes."""

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

    While Redis is out, `local` alone answers. The value in Redis is `rate` or `quota`
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

    async def blocked(self) -> RateLimitBlock | None:
        """Return the rest of the current block, or None while calls are free."""
        if (block := await self._local.blocked()) is not None:
            return block
        if self._clock() < self._paused_until:
            return None
        try:
            value = await self._client.get(
                RATE_LIMIT_KEY, TimeBudget(self._clock, ASK_SECONDS)
            )
        except RedisUnavailable:
            self._paused_until = self._clock() + PAUSE_SECONDS
            return None
        return self._decode(value)

    async def block(self, block: RateLimitBlock) -> None:
        """Stop all calls for `block.seconds`; never shorten a longer block."""
        await self._local.block(block)
        milliseconds = int(block.seconds * 1000)
        ends_at = int(self._wall() * 1000) + milliseconds
        kind = _QUOTA if block.quota else _RATE
        value = kind + b" " + str(ends_at).encode()
        if milliseconds <= 0:
            return
        call = ScriptCall(BLOCK, (RATE_LIMIT_KEY,), (value, ends_at, milliseconds))
        with suppress(RedisUnavailable):  # the others will meet a refusal of their own
            await self._client.run_scripts(TimeBudget(self._clock), call)

    def _decode(self, value: bytes | None) -> RateLimitBlock | None:
        """Return the rest of the block; None for any other value."""
        kind, _, ends_at = (value or b"").partition(b" ")
        if kind not in (_RATE, _QUOTA) or not ends_at.isdigit():
            return None
        left = int(ends_at) / 1000 - self._wall()
        return RateLimitBlock(left, quota=kind == _QUOTA) if left > 0 else None
