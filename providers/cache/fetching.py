"""Fetching: take the lease of a record and fetch it, or follow another's fetch."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Generic

import msgspec

from providers.cache.negative_cache import NegativeCache, decode_error, encode_error
from providers.cache.records import CachedValue, CacheKey, Clocks, T
from providers.cache.request_state import CacheRequest
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
from providers.errors import ProviderError
from providers.turn_telemetry import CacheRole

# Followers give up while there is time for a fetch of their own: an attempt of 1.5 s
# and the half second in which the answer is made.
FETCH_SECONDS = 2.0
# About one attempt: so long a listener waits for a process that was killed while it
# fetched. A lease is renewed while its fetch goes on …
LEASE_SECONDS = 1.5
RENEW_SECONDS = 0.5
# … and a follower does not wait longer either: what takes longer than one attempt may
# be faster here.
FOLLOW_SECONDS = 1.5
LONGEST_REQUEST = 7.0  # every request ends within so many seconds
FIRST_PAUSE, LONGEST_PAUSE = 0.015, 0.1
# A store whose record changes at every look is not worth following.
MOST_LOOKS = 5


@dataclass(frozen=True, slots=True, eq=False)
class FetchRequest(Generic[T]):
    """One record that has to be fetched unless another request has it by now.

    `cache_key` is its key, `fetch` asks the music service for it, `request` is the
    request that needs it. `cached` is the value that is there but no longer fresh;
    `etag` recognises what is in the store.
    """

    cache_key: CacheKey[T]
    fetch: Callable[[], Awaitable[T]]
    request: CacheRequest
    cached: CachedValue[T] | None = field(default=None, repr=False)
    etag: bytes = b""

    @property
    def key(self) -> tuple[bytes, ...]:
        """Equal for requests that share one fetch; see `failure_key`."""
        return failure_key(self.cache_key, self.request)

    @property
    def flight(self) -> tuple[object, ...]:
        """Equal for requests that may wait for one task: same key, same editions.

        A task that began before an erasure must not answer a request from after it.
        """
        return *self.key, self.request.epoch, self.request.editions


class FetchResult(msgspec.Struct, Generic[T], frozen=True, eq=False):
    """A fetched value, and what it came from."""

    cached: CachedValue[T]
    role: CacheRole


class Fetcher:
    """Fetch records, one request for all; note failures in `negative_cache`."""

    def __init__(
        self, tiers: Tiers, store: Store, clocks: Clocks, negative_cache: NegativeCache
    ) -> None:
        self._tiers = tiers
        self._store = store
        self._clocks = clocks
        self._negative_cache = negative_cache

    async def fetch_or_follow(self, fetch_request: FetchRequest[T]) -> FetchResult[T]:
        """Return the value from this request's fetch or another's, whichever is first.

        Raises what `fetch` raises, or the error of another request's recent fetch.
        """
        etag = fetch_request.etag
        for _ in range(MOST_LOOKS):
            claim, waited = await self._claim(fetch_request, etag)
            match claim:
                case StoreRead():
                    etag = claim.etag
                    cached = self._tiers.admit(
                        fetch_request.cache_key, claim, fetch_request.request
                    )
                    if cached and self._clocks.wall() < cached.lifetimes.fresh_until:
                        return FetchResult(cached, "follow" if waited else "redis")
                case RecentFailure(word=word):
                    raise decode_error(word)
                case Lease():
                    return FetchResult(await self._fetch(fetch_request, claim), "fetch")
                case NoLease(out=True):
                    return FetchResult(await self._fetch(fetch_request, None), "off")
                case _:
                    break
        return FetchResult(await self._fetch(fetch_request, None), "fetch")

    async def _claim(
        self, fetch_request: FetchRequest[T], etag: bytes
    ) -> tuple[ClaimResult, bool]:
        """Claim the lease again and again until the answer is another than "held".

        Gives up after about one attempt, and while there is time for a fetch of its
        own. The second value tells whether this meant waiting.
        """
        key, request = fetch_request.cache_key, fetch_request.request
        deadline = request.deadline
        give_up_at = max(deadline.remaining() - FOLLOW_SECONDS, FETCH_SECONDS)
        pause, waited = FIRST_PAUSE, False
        while True:
            claim = await self._store.claim(key, request, etag, LEASE_SECONDS)
            if not isinstance(claim, LeaseHeld) or deadline.remaining() < give_up_at:
                return claim, waited
            await asyncio.sleep(pause * (0.5 + self._clocks.rng.random()))
            pause, waited = min(pause * 1.5, LONGEST_PAUSE), True

    async def _fetch(
        self, fetch_request: FetchRequest[T], lease: Lease | None
    ) -> CachedValue[T]:
        word = b""
        try:
            with self._renewing(fetch_request, lease):
                value = await fetch_request.fetch()
        except ProviderError as error:
            if self._negative_cache.note_fetch(fetch_request.key, error):
                word = encode_error(error)
            await self._release(fetch_request, lease, word)
            raise
        except BaseException:
            await self._release(fetch_request, lease, word)
            raise
        key, request = fetch_request.cache_key, fetch_request.request
        return await self._tiers.put(key, value, request, lease)

    @contextmanager
    def _renewing(
        self, fetch_request: FetchRequest[T], lease: Lease | None
    ) -> Iterator[None]:
        """Renew the lease until the block ends, if it lasts long enough."""
        if lease is None or not lease.lease:
            yield
            return
        renewal = asyncio.create_task(self._renew(fetch_request, lease))
        try:
            yield
        finally:
            renewal.cancel()

    async def _renew(self, fetch_request: FetchRequest[T], lease: Lease) -> None:
        key, request = fetch_request.cache_key, fetch_request.request
        kept = True
        while kept:
            await asyncio.sleep(RENEW_SECONDS)
            kept = await self._store.renew(key, request, lease, LEASE_SECONDS)

    async def _release(
        self, fetch_request: FetchRequest[T], lease: Lease | None, word: bytes
    ) -> None:
        if lease is not None:
            key, request = fetch_request.cache_key, fetch_request.request
            await self._store.fail(key, request, lease, word)


def failure_key(key: CacheKey[Any], request: CacheRequest) -> tuple[bytes, ...]:
    """Equal for requests that share a fetch's failure: same record, person and token.

    Another token of the account may do better where this one is refused. Another
    person asks the store, which notes each user of a record.
    """
    return key.key, request.person.hashes[0], request.token.hashes[0]
