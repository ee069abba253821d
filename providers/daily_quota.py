"""Daily quota: the calls of the last 24 hours, and which calls yield as it runs out.

Since July 2026 Spotify gives each developer account a number of calls in a rolling day,
which it does not publish. Beyond it every call is answered with 429 `QUOTA_EXCEEDED`,
seen with a `Retry-After` of 48,925 and 52,531 s. SPOTIFY_DAILY_CALLS is the operator's
number. What can wait makes no calls before that number is reached, so that listeners
who are here for the first time are answered for longer.

The calls of the process are counted by the hour, each where it is recorded in its turn.
`RedisCallCounts` in `providers/cache/redis/spotify_call_counts.py` adds those of other
processes.
"""

from collections.abc import Callable, Mapping
from typing import Literal, Protocol

from providers.rate_limit import LONGEST_QUOTA_SECONDS, RateLimitBlock

HOUR = 3600
HOURS = 24

Purpose = Literal["refresh", "second_wave", "first_answer"]
"""What a call is for: a newer copy of what is there; what a recommendation can do
without (searches, the check of what is saved); an answer that needs it."""

SHARES: Mapping[Purpose, float] = {
    "refresh": 0.8,
    "second_wave": 0.9,
    "first_answer": 1.0,
}
"""The share of the quota from which on calls for that purpose are not made."""

HourlyCounts = Mapping[int, int]
"""Calls by the hour since 1970 in which they were made."""


class QuotaSharing(Protocol):
    """Exchanges counts with other processes; never raises."""

    def schedule(self) -> None:
        """Exchange the counts soon, without waiting for it."""
        ...

    async def exchange(self) -> None:
        """Tell the others of calls that they do not know, and learn of theirs."""
        ...

    async def aclose(self) -> None:
        """Exchange what is left, and schedule nothing any more."""
        ...


class DailyQuota:
    """The calls of the last 24 hours, against a limit if there is one.

    `limit`: calls in 24 hours; None for no limit. `wall`: seconds since 1970.

    The hour that began 24 hours ago counts as a whole, so that at most one hour too
    much is counted and never too little. What the others count is as old as the last
    exchange: a second after each call of this process, and at each scrape.
    """

    def __init__(self, limit: int | None, wall: Callable[[], float]) -> None:
        self.limit = limit
        self.sharing: QuotaSharing | None = None
        self._wall = wall
        self._own: dict[int, int] = {}
        # Own calls that the others do not know of; and all calls at the last exchange.
        self._pending: dict[int, int] = {}
        self._shared: HourlyCounts = {}

    def count(self) -> None:
        """Count one call, made now."""
        hour = int(self._wall() // HOUR)
        if hour not in self._own:  # once an hour
            self._own = self._recent(self._own)
            self._pending = self._recent(self._pending)
        self._own[hour] = self._own.get(hour, 0) + 1
        if self.sharing is not None:
            self._pending[hour] = self._pending.get(hour, 0) + 1
            self.sharing.schedule()

    def used(self) -> int:
        """Return how many calls were made in the last 24 hours."""
        return sum(self.merged(self._shared).values())

    def left(self) -> int | None:
        """Return how many calls are left, never below zero; None without a limit."""
        return None if self.limit is None else max(0, self.limit - self.used())

    def spares(self, purpose: Purpose) -> bool:
        """Return whether calls for that purpose may be made."""
        return self.limit is None or self.used() < SHARES[purpose] * self.limit

    def block(self) -> RateLimitBlock | None:
        """Return the block that stops every call, once no call is left.

        It lasts until enough of the oldest calls are a day old.
        """
        if self.spares("first_answer"):
            return None
        counts, now = self.merged(self._shared), self._wall()
        over, ends = sum(counts.values()) - (self.limit or 0), now
        for hour in sorted(counts):
            if over < 0:
                break
            over -= counts[hour]
            ends = (hour + HOURS + 1) * HOUR
        return RateLimitBlock(min(ends - now, LONGEST_QUOTA_SECONDS), quota=True)

    def merged(self, shared: HourlyCounts) -> dict[int, int]:
        """Return the recent counts: `shared`, and the calls that are not in it yet.

        Never fewer than this process's own: a store may have lost them.
        """
        counts = {
            hour: max(
                shared.get(hour, 0) + self._pending.get(hour, 0), self._own.get(hour, 0)
            )
            for hour in {*shared, *self._own}
        }
        return self._recent(counts)

    def pending(self) -> dict[int, int]:
        """Return own calls that the others do not know of."""
        return dict(self._pending)

    def exchanged(self, shared: HourlyCounts, sent: HourlyCounts) -> None:
        """Take over the counts of all processes, which have `sent` in them by now."""
        self._shared = shared
        self._pending = {
            hour: left
            for hour, count in self._pending.items()
            if (left := count - sent.get(hour, 0)) > 0
        }

    def _recent(self, counts: HourlyCounts) -> dict[int, int]:
        """Return the counts of the last 24 hours, and of a clock that is fast."""
        hour = int(self._wall() // HOUR)
        return {h: n for h, n in counts.items() if hour - HOURS <= h <= hour + 1}
