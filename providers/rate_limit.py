"""Rate limit state: what must not be called after the music service answered HTTP 429.

A 429 counts for the endpoint that answered, because some endpoints of Spotify have a
limit of their own: `/search` may ask for a day while all other endpoints answer
(https://github.com/spotipy-dev/spotipy/issues/1117 and 937). All calls stop in two
cases only: the quota is used up, or several endpoints answer 429 in a short time. The
limit that Spotify documents is of the second kind: it counts the calls of the whole
application (https://developer.spotify.com/documentation/web-api/concepts/rate-limits).
How long a block lasts is read
from the answer by `rate_limit_from` in `providers/spotify/errors.py`.
`RedisRateLimitState` in `providers/cache/redis/rate_limit.py` shares the blocks between
processes.
"""

import math
from collections.abc import Callable
from typing import Protocol

import msgspec

from providers.errors import QuotaExceeded, RateLimited

SEVERAL_ENDPOINTS = 3
"""So many endpoints have to be blocked before the application is.

Two may have limits of their own: a recommendation asks `/search` and
`/artists/{id}/albums`, and both have been seen to.
"""

TOGETHER_SECONDS = 30.0
"""Within so many seconds: the service counts over a rolling window of 30 seconds."""

LONGEST_RATE_SECONDS = 3600.0
"""How long several endpoints stop the application at most; then a call shows whether
the block still holds."""

LONGEST_QUOTA_SECONDS = 24 * 3600.0
"""How long a used-up quota stops the application at most."""


class RateLimitBlock(msgspec.Struct, frozen=True):
    """A time during which calls are not made.

    - `seconds`: how long the block lasts from now.
    - `quota`: True where the developer account's quota is used up, False where the
      calls came too fast.
    - `endpoint`: the path's template, e.g. `/search`; None: all endpoints.
    """

    seconds: float
    quota: bool = False
    endpoint: str | None = None

    def error(self) -> RateLimited:
        """Return the error that a call raises while this block lasts."""
        kind = QuotaExceeded if self.quota else RateLimited
        return kind(self.seconds)


def bounded_seconds(seconds: float, *, quota: bool) -> float:
    """Return the seconds that a block may last that comes from a shared store.

    - at most an hour for a rate, 24 hours for a quota;
    - 0 for what is no number or in the past.
    """
    if not seconds > 0:
        return 0.0
    return min(seconds, LONGEST_QUOTA_SECONDS if quota else LONGEST_RATE_SECONDS)


class RateLimitState(Protocol):
    """The current blocks, shared by all calls under one application id.

    The client asks before every call, so the methods must be cheap. They never raise:
    where the shared store is out, this process's own knowledge answers.
    """

    async def blocked(self, endpoint: str | None = None) -> RateLimitBlock | None:
        """Return the rest of the block that stops a call of `endpoint`, or None.

        That is the application's block, or else the endpoint's own. Without
        `endpoint`: the application's block only.
        """
        ...

    async def block(self, block: RateLimitBlock) -> RateLimitBlock:
        """Stop the calls that `block` names; never shorten a longer block.

        Returns the block to share: of the application where several endpoints are
        blocked by now, else `block`.
        """
        ...


class _Until(msgspec.Struct, frozen=True):
    """A block with moments of the clock: when it was set, and when it ends."""

    since: float
    end: float
    quota: bool = False


class LocalRateLimitState:
    """Rate limit state of one process; `clock` is monotonic, in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        # By endpoint, of which there are a dozen; None is the application.
        self._blocks: dict[str | None, _Until] = {}

    async def blocked(self, endpoint: str | None = None) -> RateLimitBlock | None:
        """Return the rest of the block that stops a call of `endpoint`, or None."""
        if not self._blocks:
            return None
        return self._rest(None) or (self._rest(endpoint) if endpoint else None)

    async def block(self, block: RateLimitBlock) -> RateLimitBlock:
        """Stop the calls that `block` names; return the block to share."""
        if block.quota:
            block = msgspec.structs.replace(block, endpoint=None)
        self._set(block)
        if block.endpoint is None:
            return block
        return self._application_block() or block

    def learn(self, block: RateLimitBlock) -> None:
        """Take over a shared block; what others met before is no sign for all calls."""
        self._set(block, heard_at=-math.inf)

    def _rest(self, endpoint: str | None) -> RateLimitBlock | None:
        if (until := self._blocks.get(endpoint)) is None:
            return None
        left = until.end - self._clock()
        if left > 0:
            return RateLimitBlock(left, until.quota, endpoint)
        del self._blocks[endpoint]
        return None

    def _set(self, block: RateLimitBlock, heard_at: float | None = None) -> None:
        now = self._clock()
        since = now if heard_at is None else heard_at
        until = _Until(since, now + block.seconds, block.quota)
        former = self._blocks.get(block.endpoint)
        if former is not None and former.end >= until.end:
            until = msgspec.structs.replace(former, since=max(since, former.since))
        self._blocks[block.endpoint] = until

    def _application_block(self) -> RateLimitBlock | None:
        """The block that several endpoints make together; the shortest decides."""
        now = self._clock()
        ends = [
            until.end - now
            for endpoint, until in self._blocks.items()
            if endpoint and until.end > now >= until.since > now - TOGETHER_SECONDS
        ]
        if len(ends) < SEVERAL_ENDPOINTS:
            return None
        block = RateLimitBlock(min(*ends, LONGEST_RATE_SECONDS))
        self._set(block)
        return block
