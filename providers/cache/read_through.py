"""Get or fetch: memory, then Redis, then the music service, one fetch for all."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

import msgspec

from providers.cache.fetching import FETCH_SECONDS, Fetcher, FetchRequest, FetchResult
from providers.cache.keyring import Keyring
from providers.cache.load_shedding import LoadShedder
from providers.cache.memory import MemoryCache
from providers.cache.negative_cache import TRANSIENT, NegativeCache
from providers.cache.records import (
    CachedValue,
    CacheKey,
    Clocks,
    KeyScope,
    RecordType,
    T,
)
from providers.cache.request import CacheRequest, CacheRequests, ResolvedAccount
from providers.cache.single_flight import SingleFlight
from providers.cache.store import Lease, Store, StoreRead, StoreState
from providers.cache.tiers import Tiers
from providers.cache.ttl import LAST_ACCOUNT, revalidate_timeout
from providers.errors import DeadlineExceeded, Overloaded
from providers.listener import Listener
from providers.music import Account, Listing
from providers.secret import Secret
from providers.timeouts import TimedOut, timeout_after_first_wait

LEASE_SECONDS = 0.5  # longer than writing a record takes


@dataclass(frozen=True, slots=True)
class CacheStatus:
    """The cache at a glance, for readiness and metrics: `failures` of Redis and
    `unsound` values since the start, the rest as it is now; sizes in bytes."""

    redis: StoreState
    failures: int
    entries: int
    memory_bytes: int
    undecodable: int
    in_flight: int


class Cache:
    """The records of all listeners. No fault of its own is ever raised."""

    def __init__(
        self, keyring: Keyring, memory: MemoryCache, store: Store, sources: Clocks
    ) -> None:
        self.keyring = keyring
        self.flights = SingleFlight()
        self._memory = memory
        self._store = store
        self._wall = sources.wall
        self._tiers = Tiers(memory, store, sources)
        self._load_shedder = LoadShedder(sources.clock)
        self._negative_cache = NegativeCache(sources.clock, sources.rng)
        self._fetcher = Fetcher(self._tiers, store, sources, self._negative_cache)
        self._requests = CacheRequests(keyring, sources.clock, self._tiers.epochs.of)

    def request(self, listener: Listener, token: Secret) -> CacheRequest:
        """The request of `listener` as the cache sees it, the same one every time."""
        return self._requests.of(listener, token)

    async def get_or_fetch(
        self,
        entry: CacheKey[T],
        fetch: Callable[[], Awaitable[T]],
        request: CacheRequest,
    ) -> T:
        """The value of `entry`: fresh if it is there, else what `fetch` brings; stale
        (`Listing.stale_since` says since when) where that is slow or out.

        Raises what `fetch` raises; `DeadlineExceeded` when the visit's time is up.
        """
        held = self._tiers.get_memory(entry, request)
        if held is not None and self._wall() < held.lifetimes.fresh_until:
            request.record_use(entry.record_type.word, "memory")
            return held.value
        mark = b"" if held is None else held.etag
        if held is None:
            held, mark = await self._tiers.get(entry, request)
            if held is not None and self._wall() < held.lifetimes.fresh_until:
                request.record_use(entry.record_type.word, "redis")
                return held.value
        return await self._refresh(FetchRequest(entry, fetch, request, held, mark))

    async def get(self, key: CacheKey[T], request: CacheRequest) -> T | None:
        """Return the value of `key`, fresh or stale; None where there is none.

        For records that this skill makes itself, which nobody fetches. Raises nothing.
        """
        cached = self._tiers.get_memory(key, request)
        if cached is not None:
            self._tiers.inherit_age(key, request)
            request.record_use(key.record_type.word, "memory")
            return cached.value
        cached, _ = await self._tiers.get(key, request)
        if cached is None:
            return None
        request.record_use(key.record_type.word, "redis")
        return cached.value

    async def put(self, key: CacheKey[T], value: T, request: CacheRequest) -> None:
        """Store `value` in the place of whatever is stored under `key`.

        Where another process writes the same key just then, or Redis is out, the value
        is stored in memory only. Raises nothing.
        """
        cached = self._tiers.get_memory(key, request)
        etag = b"" if cached is None else cached.etag
        claim = await self._store.claim(key, request, etag, LEASE_SECONDS)
        if isinstance(claim, StoreRead):
            claim = await self._store.claim(key, request, claim.etag, LEASE_SECONDS)
        lease = claim if isinstance(claim, Lease) else None
        await self._tiers.put(key, value, request, lease)

    async def has_fresh(self, entry: CacheKey[T], request: CacheRequest) -> bool:
        """Whether there is a fresh value of `entry`."""
        if self.peek_memory(entry, request) is not None:
            return True
        return await self.peek_store(entry, request) is not None

    def peek_memory(self, entry: CacheKey[T], request: CacheRequest) -> T | None:
        """The fresh value of `entry` if memory has it."""
        return self._fresh(self._tiers.get_memory(entry, request))

    async def peek_store(self, entry: CacheKey[T], request: CacheRequest) -> T | None:
        """The fresh value of `entry` if Redis has it; memory has it then, too."""
        held, _ = await self._tiers.get(entry, request)
        return self._fresh(held)

    def _fresh(self, held: CachedValue[T] | None) -> T | None:
        if held is None or self._wall() >= held.lifetimes.fresh_until:
            return None
        return held.value

    async def admit(self, request: CacheRequest) -> None:
        """Before a visit's first fetch: raises `Overloaded` where it came too late to
        be answered in time."""
        if request.admitted is None:
            request.admitted = await self._load_shedder.admits()
        if not request.admitted:
            raise Overloaded

    def set_account(self, request: CacheRequest, account: Account) -> ResolvedAccount:
        """From now on the visit reads the records of `account`."""
        if request.account is None or request.account.account is not account:
            shelf = self.keyring.scope(b"account", account.id)
            request.account = ResolvedAccount(account, shelf)
        return request.account

    async def link_person(self, request: CacheRequest, account: Account) -> None:
        """Remembers an account as the last one of the visit's person."""
        entry = self.keyring.key(request.person, LAST_ACCOUNT)
        await self._tiers.link_person(
            entry, request, self.set_account(request, account)
        )

    def key(
        self, subject: KeyScope, kind: RecordType[T], detail: str = ""
    ) -> CacheKey[T]:
        """The place of a subject's record."""
        return self.keyring.key(subject, kind, detail)

    async def forget(self, key: Secret) -> bool:
        """Forgets a listener by `Listener.key`: at once here and in Redis, in other
        processes within their memory's minute. False where Redis could not be asked:
        call again, or what is there expires within a day."""
        person = self.keyring.scope(b"person", key.reveal())
        self._tiers.epochs.advance(person)
        self._memory.erase_owner(person.hashes[0])
        return await self._store.erase_person(person)

    async def refresh(self, home: ResolvedAccount) -> bool:
        """Drops the records of an account, for "refresh my library"."""
        self._memory.erase_hash(home.scope.hashes[0])
        return await self._store.erase_scope(home.scope)

    def status(self) -> CacheStatus:
        return CacheStatus(
            redis=self._store.state(),
            failures=self._store.failures,
            entries=len(self._memory),
            memory_bytes=self._memory.size,
            undecodable=self._tiers.undecodable + self._store.undecodable,
            in_flight=len(self.flights),
        )

    async def aclose(self) -> None:
        """Ends what is under way, then closes Redis."""
        await self.flights.aclose()
        await self._store.aclose()

    async def _refresh(self, reading: FetchRequest[T]) -> T:
        request, word = reading.request, reading.cache_key.record_type.word
        if reading.cached is not None and request.serve_stale:
            return _stale(reading, reading.cached)
        joins = self.flights.in_flight(reading.key)
        try:
            self._negative_cache.check(reading.key)
            await self.admit(request)
            landed = await self._fetch_in_time(reading)
        except TRANSIENT as error:
            if reading.cached is not None:
                request.serve_stale = True
                return _stale(reading, reading.cached)
            mine_left = request.deadline.remaining() > FETCH_SECONDS
            if joins and isinstance(error, DeadlineExceeded) and mine_left:
                await asyncio.sleep(0)  # the flight that failed has to leave first
                return await self._refresh(reading)
            raise
        shared = joins and landed.role in ("fetch", "off")
        request.record_use(word, "follow" if shared else landed.role)
        return landed.cached.value

    async def _fetch_in_time(self, reading: FetchRequest[T]) -> FetchResult[T]:
        deadline = reading.request.deadline
        limit = deadline.remaining()
        if reading.cached is not None:
            limit = deadline.limit(revalidate_timeout(reading.cached, self._wall()))
        start = partial(self._fetcher.fetch_or_follow, reading)
        try:
            return await timeout_after_first_wait(
                self.flights.join(reading.key, start), limit
            )
        except TimedOut:
            raise DeadlineExceeded from None


def _stale(reading: FetchRequest[T], held: CachedValue[T]) -> T:
    """What is held, saying of a list since when it is no longer fresh news."""
    reading.request.record_use(reading.cache_key.record_type.word, "stale")
    if not isinstance(held.value, Listing):
        return held.value
    since = datetime.fromtimestamp(held.lifetimes.read_at, UTC)
    return msgspec.structs.replace(held.value, stale_since=since)
