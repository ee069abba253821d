"""The flight of one fetch: claim it, or follow whoever has; keep what it brings."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic

from providers.cache.negative_cache import NegativeCache, decode_error, encode_error
from providers.cache.records import CachedValue, CacheKey, Clocks, T
from providers.cache.request import CacheRequest
from providers.cache.store import (
    ClaimResult,
    Lease,
    LeaseHeld,
    NoLease,
    RecentFailure,
    Store,
    StoreRead,
)
from providers.cache.tiers import Tiers
from providers.errors import DeadlineExceeded, Overloaded, ProviderError
from providers.turn import CacheRole

# Followers give up while there is time for a fetch of their own: an attempt of 1.5 s
# and the half second in which the answer is made.
FETCH_SECONDS = 2.0
LONGEST_LEASE = 7.0  # a request lives shorter
FIRST_PAUSE, LONGEST_PAUSE = 0.015, 0.1
# A store whose record changes at every look is not worth following.
MOST_LOOKS = 5


@dataclass(frozen=True, slots=True, eq=False)
class FetchRequest(Generic[T]):
    """One wish: `fetch` brings the value of `entry` unless somebody has it.

    `held` is what is there already but no longer fresh, `mark` what is in the store.
    """

    cache_key: CacheKey[T]
    fetch: Callable[[], Awaitable[T]]
    request: CacheRequest
    cached: CachedValue[T] | None = field(default=None, repr=False)
    etag: bytes = b""

    @property
    def key(self) -> tuple[bytes, bytes]:
        """Who flies together: the same entry, read with the same token. Another token
        of the account may do better where this one is refused."""
        return self.cache_key.key, self.request.token.hashes[0]


@dataclass(frozen=True, slots=True, eq=False)
class FetchResult(Generic[T]):
    """What a flight brought, and from where."""

    cached: CachedValue[T]
    role: CacheRole


class Fetcher:
    """Runs flights; what fails is noted in `recent`."""

    def __init__(
        self, tiers: Tiers, store: Store, sources: Clocks, recent: NegativeCache
    ) -> None:
        self._tiers = tiers
        self._store = store
        self._clocks = sources
        self._negative_cache = recent

    async def fetch_or_follow(self, reading: FetchRequest[T]) -> FetchResult[T]:
        """The value from wherever it comes first. Raises the fetch's error, or the one
        that somebody else's fetch met a moment ago."""
        mark = reading.etag
        for _ in range(MOST_LOOKS):
            claim, waited = await self._follow(reading, mark)
            match claim:
                case StoreRead():
                    mark = claim.etag
                    held = self._tiers.admit(reading.cache_key, claim, reading.request)
                    if held and self._clocks.wall() < held.lifetimes.fresh_until:
                        return FetchResult(held, "follow" if waited else "redis")
                case RecentFailure(word=word):
                    raise decode_error(word)
                case Lease():
                    return FetchResult(await self._fetch(reading, claim), "fetch")
                case NoLease(out=True):
                    return FetchResult(await self._fetch(reading, None), "off")
                case _:
                    break
        return FetchResult(await self._fetch(reading, None), "fetch")

    async def _follow(
        self, reading: FetchRequest[T], mark: bytes
    ) -> tuple[ClaimResult, bool]:
        """Claims until the lease is free, time runs out or there is something to read;
        whether that meant waiting."""
        entry, request = reading.cache_key, reading.request
        deadline = request.deadline
        pause, waited = FIRST_PAUSE, False
        while True:
            lease = deadline.limit(LONGEST_LEASE) + 0.5
            claim = await self._store.claim(entry, request, mark, lease)
            if not isinstance(claim, LeaseHeld) or deadline.remaining() < FETCH_SECONDS:
                return claim, waited
            await asyncio.sleep(pause * (0.5 + self._clocks.rng.random()))
            pause, waited = min(pause * 1.5, LONGEST_PAUSE), True

    async def _fetch(
        self, reading: FetchRequest[T], lease: Lease | None
    ) -> CachedValue[T]:
        entry, request = reading.cache_key, reading.request
        word = b""
        try:
            value = await reading.fetch()
        except ProviderError as error:
            # One request's lack of time says nothing to the next, nor does ours.
            if not isinstance(error, DeadlineExceeded | Overloaded):
                word = encode_error(error)
                self._negative_cache.note(reading.key, error)
            await self._release(reading, lease, word)
            raise
        except BaseException:
            await self._release(reading, lease, word)
            raise
        return await self._tiers.put(entry, value, request, lease)

    async def _release(
        self, reading: FetchRequest[T], lease: Lease | None, word: bytes
    ) -> None:
        if lease is not None:
            await self._store.fail(reading.cache_key, reading.request, lease, word)
