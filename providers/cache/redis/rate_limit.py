"""The application's brake, shared by all processes through Redis."""

from contextlib import suppress

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.protocol import BLOCK, RATE_LIMIT_KEY, ScriptCall
from providers.rate_limit import RateLimitBlock, RateLimitState
from providers.timeouts import TimeBudget

_RATE, _QUOTA = b"rate", b"quota"
# Asked before every call of the music service, so it may take little: with what the
# cache may take of a request, less than 0.3 s where Redis does not answer.
ASK_SECONDS = 0.05
SILENCE_SECONDS = 1.0  # after a failure


class RedisRateLimitState:
    """See `providers.rate_limit.Brake`. While Redis is out, `local` alone answers.

    In Redis stands the moment at which calls are free again, in milliseconds since
    1970; it expires then.
    """

    def __init__(
        self, link: RedisClient, local: RateLimitState, sources: Clocks
    ) -> None:
        self._client = link
        self._local = local
        self._clock = sources.clock
        self._wall = sources.wall
        self._silent_until = sources.clock()

    async def blocked(self) -> RateLimitBlock | None:
        if (block := await self._local.blocked()) is not None:
            return block
        if self._clock() < self._silent_until:
            return None
        try:
            held = await self._client.get(
                RATE_LIMIT_KEY, TimeBudget(self._clock, ASK_SECONDS)
            )
        except RedisUnavailable:
            self._silent_until = self._clock() + SILENCE_SECONDS
            return None
        return self._read(held)

    async def block(self, block: RateLimitBlock) -> None:
        await self._local.block(block)
        milliseconds = int(block.seconds * 1000)
        ends = int(self._wall() * 1000) + milliseconds
        word = _QUOTA if block.quota else _RATE
        value = word + b" " + str(ends).encode()
        if milliseconds <= 0:
            return
        call = ScriptCall(BLOCK, (RATE_LIMIT_KEY,), (value, ends, milliseconds))
        with suppress(RedisUnavailable):  # the others will meet a refusal of their own
            await self._client.run_scripts(TimeBudget(self._clock), call)

    def _read(self, held: bytes | None) -> RateLimitBlock | None:
        """What is left of the block; whatever else stands there is none."""
        word, _, ends = (held or b"").partition(b" ")
        if word not in (_RATE, _QUOTA) or not ends.isdigit():
            return None
        left = int(ends) / 1000 - self._wall()
        return RateLimitBlock(left, quota=word == _QUOTA) if left > 0 else None
