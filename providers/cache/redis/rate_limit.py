"""Rate limit state in Redis: a 429 that one process meets stops all processes."""

from contextlib import suppress
from functools import partial

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.lua_scripts import RATE_LIMIT_KEY
from providers.cache.redis.signed_values import SignedValues
from providers.cache.single_flight import SingleFlight
from providers.deadline import DISTANT_REDIS_SECONDS, TimeBudget
from providers.rate_limit import LocalRateLimitState, RateLimitBlock, bounded_seconds

_RATE, _QUOTA = b"rate", b"quota"

# The block is read before every call of the music service, so it may take little time.
# With what the cache may take of a request, this is less than 0.3 s where Redis does
# not answer.
ASK_SECONDS = 0.05

# How long Redis is not asked after it failed to answer.
PAUSE_SECONDS = 1.0

# Milliseconds since 1970 have 13 digits until the year 2286.
_MOST_DIGITS = 15

# How often a block is written again that another process changed meanwhile.
_TRIES = 3


class RedisRateLimitState:
    """Rate limit state shared through Redis; see `providers.rate_limit.RateLimitState`.

    While Redis is out, `local` alone answers. The application and each blocked
    endpoint have a key. Its signed value is `rate` or `quota`, and the moment at which
    calls are free again (milliseconds since 1970). The key expires at that moment. No
    block lasts longer than `bounded_seconds`.
    """

    def __init__(
        self,
        client: RedisClient,
        local: LocalRateLimitState,
        values: SignedValues,
        clocks: Clocks,
    ) -> None:
        self._client = client
        self._local = local
        self._values = values
        self._clock = clocks.clock
        self._wall = clocks.wall
        self._paused_until = clocks.clock()
        self._reads = SingleFlight()  # one read for all calls of a moment

    async def blocked(self, endpoint: str | None = None) -> RateLimitBlock | None:
        """Return the rest of the block that stops a call of `endpoint`, or None."""
        if (block := await self._local.blocked(endpoint)) is not None:
            return block
        if self._clock() < self._paused_until:
            return None
        if self._client.is_distant:
            self._client.spawn(self._learn(endpoint))
            return None
        read = partial(self._read, endpoint, ASK_SECONDS)
        blocks = await self._reads.join(endpoint, read)
        return next(iter(blocks), None)

    async def _learn(self, endpoint: str | None) -> None:
        """Take over the shared blocks; the next call meets them without waiting.

        For a distant server: a round trip before every call costs more than the one
        call that a process makes before it learns of a block.
        """
        for block in await self._read(endpoint, DISTANT_REDIS_SECONDS):
            self._local.learn(block)

    async def _read(self, endpoint: str | None, seconds: float) -> list[RateLimitBlock]:
        """Return the shared blocks that stop a call of `endpoint`, widest first."""
        budget = TimeBudget(self._clock, seconds)
        keys = _keys(endpoint)
        try:
            values = await self._client.get_all(keys, budget)
        except RedisUnavailable:
            self._paused_until = self._clock() + PAUSE_SECONDS
            return []
        return list(filter(None, map(self._decode, keys, values, (None, endpoint))))

    async def block(self, block: RateLimitBlock) -> RateLimitBlock:
        """Stop the calls that `block` names, in every process; return that block."""
        block = await self._local.block(block)
        milliseconds = int(bounded_seconds(block.seconds, quota=block.quota) * 1000)
        if milliseconds <= 0:
            return block
        ends_at = int(self._wall() * 1000) + milliseconds
        text = b"%s %d" % (_QUOTA if block.quota else _RATE, ends_at)
        with suppress(RedisUnavailable):  # the others will meet a refusal of their own
            await self._share(_keys(block.endpoint)[-1], text, milliseconds)
        return block

    async def _share(self, key: bytes, text: bytes, milliseconds: int) -> None:
        """Write a block unless a longer one is there."""
        budget = TimeBudget(self._clock)
        for _ in range(_TRIES):
            _, stored = await self._values.get(key, budget)
            shared = self._decode(key, stored)
            if shared is not None and shared.seconds * 1000 >= milliseconds:
                return
            if await self._values.replace(key, text, stored, milliseconds, budget):
                return

    def _decode(
        self, key: bytes, value: bytes | None, endpoint: str | None = None
    ) -> RateLimitBlock | None:
        """Return the rest of the block; None for a value that is no block of `key`."""
        kind, _, ends_at = self._values.open(key, value or b"").partition(b" ")
        if kind not in (_RATE, _QUOTA) or not 0 < len(ends_at) <= _MOST_DIGITS:
            return None
        if not ends_at.isdigit():
            return None
        quota = kind == _QUOTA
        left = bounded_seconds(int(ends_at) / 1000 - self._wall(), quota=quota)
        return RateLimitBlock(left, quota, endpoint) if left > 0 else None


def _keys(endpoint: str | None) -> tuple[bytes, ...]:
    """Return the application's key and, if there is one, the endpoint's."""
    if endpoint is None:
        return (RATE_LIMIT_KEY,)
    return RATE_LIMIT_KEY, RATE_LIMIT_KEY + b":" + endpoint.encode()
