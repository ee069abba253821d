"""Call counts in Redis: what all processes called of the music service in a day."""

import asyncio
import re
from contextlib import suppress

from providers.cache.records import Clocks
from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.lua_scripts import RATE_LIMIT_KEY
from providers.cache.redis.signed_values import SignedValues
from providers.daily_quota import HOUR, HOURS, DailyQuota, HourlyCounts
from providers.deadline import TimeBudget

CALLS_KEY = RATE_LIMIT_KEY + b":calls"
"""One key, so that it is in one slot of a cluster."""

EXCHANGE_SECONDS = 1.0
"""How long calls are collected before the others are told.

An answer makes its calls within about a second, and an answer from the cache makes
none: it costs no round trip.
"""

# How often the counts are written again that another process changed meanwhile.
_TRIES = 3

_KEEP_MS = (HOURS + 2) * HOUR * 1000

_ENTRY = re.compile(rb"(\d{1,9}):(\d{1,9})")


class RedisCallCounts:
    """`QuotaSharing` through one key of Redis: `hour:calls` for each hour, and an HMAC.

    While Redis is out, the process counts for itself; what the others do not know of is
    told when Redis is back.
    """

    def __init__(
        self,
        client: RedisClient,
        values: SignedValues,
        clocks: Clocks,
        quota: DailyQuota,
    ) -> None:
        self._client = client
        self._values = values
        self._clock = clocks.clock
        self._quota = quota
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = False

    def schedule(self) -> None:
        """Exchange the counts within a second; needs a running loop."""
        if self._timer is None and not self._is_closed:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(EXCHANGE_SECONDS, self._start)

    def _start(self) -> None:
        self._timer = None
        self._client.spawn(self.exchange())

    async def exchange(self) -> None:
        """Add the calls that the others do not know of, and learn of theirs."""
        budget = TimeBudget(self._clock)
        with suppress(RedisUnavailable):  # they stay pending
            for _ in range(_TRIES):
                if await self._exchanged(budget):
                    return

    async def _exchanged(self, budget: TimeBudget) -> bool:
        """Return False where another process changed the counts meanwhile."""
        text, stored = await self._values.get(CALLS_KEY, budget)
        shared = _decode(text)
        pending = self._quota.pending()
        counts = self._quota.merged(shared)
        if counts != shared:
            text = _encode(counts)
            replace = self._values.replace
            if not await replace(CALLS_KEY, text, stored, _KEEP_MS, budget):
                return False
        self._quota.exchanged(counts, pending)
        return True

    async def aclose(self) -> None:
        """Tell the others of the last calls; afterwards nothing is scheduled."""
        self._is_closed = True
        if self._timer is not None:
            self._timer.cancel()
        if self._quota.pending():
            await self.exchange()


def _encode(counts: HourlyCounts) -> bytes:
    return b",".join(b"%d:%d" % entry for entry in sorted(counts.items()))


def _decode(text: bytes) -> dict[int, int]:
    """Return the counts in a text of `_encode`, of whichever version wrote it."""
    return {int(hour): int(calls) for hour, calls in _ENTRY.findall(text)}
