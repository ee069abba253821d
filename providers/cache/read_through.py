"""Read-through cache: memory, then Redis, then the music service, one fetch for all."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Sequence
from functools import partial
from typing import Any

import msgspec

from providers.cache.fetching import (
    FETCH_SECONDS,
    Fetcher,
    FetchRequest,
    FetchResult,
    failure_key,
)
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
from providers.cache.request_state import CacheRequest, CacheRequests, ResolvedAccount
from providers.cache.single_flight import SingleFlight
from providers.cache.store import (
    CacheStatus,
    ClaimResult,
    Lease,
    NoLease,
    Store,
    StoreRead,
)
from providers.cache.tiers import Introduction, Tiers
from providers.cache.ttl import ACCOUNT, LAST_ACCOUNT, revalidate_timeout
from providers.daily_quota import DailyQuota
from providers.deadline import TimedOut, timeout_after_first_wait
from providers.errors import DeadlineExceeded, Overloaded, ProviderError
from providers.listener import Listener
from providers.music import Account, Listing
from providers.secret import Secret
from providers.turn_telemetry import CacheRole

LEASE_SECONDS = 0.5  # longer than writing a record takes


class Cache:
    """Records of all listeners; a fault of the cache itself is never raised.

    `keyring` names the records. `flights` are the running fetches of this process.
    `quota`: as it runs out, stale values are served instead of refreshed.
    """

    def __init__(
        self,
        keyring: Keyring,
        memory: MemoryCache,
        store: Store,
        clocks: Clocks,
        quota: DailyQuota | None = None,
    ) -> None:
        self.keyring = keyring
        self.flights = SingleFlight()
        self._memory = memory
        self._store = store
        self._quota = quota
        self._wall = clocks.wall
        self._tiers = Tiers(memory, store, clocks)
        self._load_shedder = LoadShedder(clocks.clock)
        self._negative_cache = NegativeCache(clocks.clock, clocks.rng)
        self._fetcher = Fetcher(self._tiers, store, clocks, self._negative_cache)
        self._requests = CacheRequests(keyring, clocks.clock, self._tiers.epochs.of)

    def request(self, listener: Listener, token: Secret) -> CacheRequest:
        """Return the cache's state of the listener's request, always the same one."""
        return self._requests.of(listener, token)

    def key(
        self, scope: KeyScope, record_type: RecordType[T], parameter: str = ""
    ) -> CacheKey[T]:
        """Return the key of a record; `parameter` tells records of one type apart."""
        return self.keyring.key(scope, record_type, parameter)

    async def get_or_fetch(
        self,
        key: CacheKey[T],
        fetch: Callable[[], Awaitable[T]],
        request: CacheRequest,
    ) -> T:
        """Return the value of `key`: the fresh one, else what `fetch` brings.

        Where the fetch is slow or fails for a passing reason, or the day's calls run
        out, a stale value is returned instead; a list says how old it is
        (`Listing.stale_for`). Raises what `fetch` raises, `Overloaded`, and
        `DeadlineExceeded` when the request's time is up.
        """
        cached = self._tiers.get_memory(key, request)
        if cached is not None and self._wall() < cached.lifetimes.fresh_until:
            request.record_use(key.record_type.word, "memory")
            if request.unsure:
                await self._store.meet(request)
            return cached.value
        etag = b"" if cached is None else cached.etag
        if cached is None:
            cached, etag = await self._tiers.get(key, request)
            if cached is not None and self._wall() < cached.lifetimes.fresh_until:
                request.record_use(key.record_type.word, "redis")
                return cached.value
        return await self._refresh(FetchRequest(key, fetch, request, cached, etag))

    async def fetch_unless_failed(
        self,
        key: Hashable,
        fetch: Callable[[], Coroutine[Any, Any, T]],
        seconds: float | None = None,
    ) -> T:
        """Return what `fetch` brings; a failure is raised again for a while.

        By this process, for about a second or `seconds`, as in `get_or_fetch`.
        """
        self._negative_cache.check(key)
        try:
            return await fetch()
        except ProviderError as error:
            self._negative_cache.note_fetch(key, error, seconds)
            raise

    def note_failure(
        self, key: CacheKey[Any], request: CacheRequest, error: ProviderError
    ) -> None:
        """Let a fetch that failed answer `get_or_fetch` for about a second."""
        self._negative_cache.note_fetch(failure_key(key, request), error)

    def role(self, request: CacheRequest, flight: Hashable) -> CacheRole:
        """Return who answers a request that is about to join `flight`."""
        if self.flights.in_flight(flight):
            return "follow"
        return "off" if self._store.shared and request.is_out else "fetch"

    async def get(self, key: CacheKey[T], request: CacheRequest) -> T | None:
        """Return the value of `key`, fresh or stale; None where there is none.

        For records that this skill makes itself, which nobody fetches. Raises nothing.
        """
        cached = self._tiers.get_memory(key, request)
        if cached is not None:
            request.record_use(key.record_type.word, "memory")
            return cached.value
        cached, _ = await self._tiers.get(key, request)
        if cached is None:
            return None
        request.record_use(key.record_type.word, "redis")
        return cached.value

    async def latest(self, key: CacheKey[T], request: CacheRequest) -> T | None:
        """Return the value of `key` that Redis has; memory's where Redis has none.

        For what another process may have changed a moment ago. Raises nothing.
        """
        cached, _ = await self._tiers.get(key, request)
        if cached is None:
            cached = self._tiers.get_memory(key, request)
        return None if cached is None else cached.value

    async def put(self, key: CacheKey[T], value: T, request: CacheRequest) -> None:
        """Store `value` in the place of whatever is stored under `key`.

        Where another process writes the same key just then, Redis is out, or the value
        may be derived from records of an erased person, it is stored in memory only.
        Raises nothing.
        """
        lease: Lease | None = None
        if self._store.shared:
            cached = self._tiers.get_memory(key, request)
            etag = b"" if cached is None else cached.etag
            claim = await self._claim_to_put(key, request, etag)
            if isinstance(claim, StoreRead):
                claim = await self._claim_to_put(key, request, claim.etag)
            lease = claim if isinstance(claim, Lease) else None
        await self._tiers.put(key, value, request, lease)

    async def _claim_to_put(
        self, key: CacheKey[T], request: CacheRequest, etag: bytes
    ) -> ClaimResult:
        """Claim the lease of a record that is not fetched but made from others.

        Those may be records of a person who was erased since (`CacheRequest.unsure`):
        then there is no lease, because Redis would take the new record for one of
        after the erasure.
        """
        if request.unsure:
            return NoLease()
        return await self._store.claim(key, request, etag, LEASE_SECONDS)

    def peek_memory(self, key: CacheKey[T], request: CacheRequest) -> T | None:
        """Return the fresh value of `key` if memory has it."""
        return self._fresh(self._tiers.get_memory(key, request))

    async def recognise(self, request: CacheRequest) -> tuple[Account | None, bool]:
        """Return the token's account, and whether the person was here before.

        Redis is asked for both in one round trip, in which the request meets the
        person's edition, too. Raises nothing.
        """
        pointer = self.pointer(request)
        last = self.keyring.key(request.person, LAST_ACCOUNT)
        in_memory = self._tiers.has_met(last, request)
        read, last_read = await self._tiers.meet((pointer, last), request)
        account = self._fresh(self._tiers.admit(pointer, read, request))
        if account is not None:
            return account, True
        known = self._tiers.admit(last, last_read, request)
        return None, in_memory or self._fresh(known) is not None

    def _fresh(self, cached: CachedValue[T] | None) -> T | None:
        if cached is None or self._wall() >= cached.lifetimes.fresh_until:
            return None
        return cached.value

    async def meet(self, request: CacheRequest) -> None:
        """Let the request meet its person's edition before anything is fetched.

        A request that learnt of it only when it stores would take the edition of an
        erasure which came meanwhile, for what it fetched before.
        """
        await self._store.meet(request)

    async def admit(self, request: CacheRequest) -> None:
        """Raise `Overloaded` where a request's first fetch would end too late."""
        if request.admitted is None:
            request.admitted = await self._load_shedder.admits()
        if not request.admitted:
            raise Overloaded

    def set_account(self, request: CacheRequest, account: Account) -> ResolvedAccount:
        """Set the account whose records the request reads, and return it resolved."""
        if request.account is None or request.account.account is not account:
            scope = self.account_scope(b"account", account)
            request.account = ResolvedAccount(account, scope)
        return request.account

    def account_scope(self, use: bytes, account: Account) -> KeyScope:
        """Return the scope of an account's keys for one use.

        Where the service gives no lasting id, `Account.id` is the user's name. Nobody
        promises that a name is not another account's lasting id, so each of the two has
        a name space of its own.
        """
        name_space = "user" if account.id == account.user else "account"
        return self.keyring.scope(use, f"{name_space}\x00{account.id}")

    def pointer(self, request: CacheRequest) -> CacheKey[Account]:
        """Return the key of the account that the request's token belongs to.

        It is a record of the person, named after the token.
        """
        return self.keyring.key_of(request.person, ACCOUNT, request.token)

    async def introduce(self, request: CacheRequest, account: Account) -> Introduction:
        """Store `account` as the token's account, and as the last one of the person."""
        resolved = self.set_account(request, account)
        last = self.keyring.key(request.person, LAST_ACCOUNT)
        values = ((self.pointer(request), account), (last, resolved.scope.hashes[0]))
        return await self._tiers.introduce(request, resolved, values)

    async def put_with(
        self, lease: Lease | None, key: CacheKey[T], value: T, request: CacheRequest
    ) -> None:
        """Store a value that was just fetched; without a lease in memory only."""
        await self._tiers.put(key, value, request, lease)

    async def forget(self, key: Secret) -> bool:
        """Erase all records of the listener with that `Listener.key`.

        They are gone at once here and in Redis, in other processes within their
        memory's minute. Returns False where Redis could not be asked: call again, or
        what is there expires within a day.
        """
        person = self.keyring.scope(b"person", key.reveal())
        self._forget_here(person)
        erased = await self._store.erase_person(person)
        # A request may have read from Redis meanwhile what was not erased yet.
        self._forget_here(person)
        return erased

    def _forget_here(self, person: KeyScope) -> None:
        self._tiers.epochs.advance(person)
        self._memory.erase_owner(person.hashes[0])

    async def refresh(
        self,
        account: ResolvedAccount,
        request: CacheRequest,
        keys: Sequence[CacheKey[Any]] = (),
    ) -> bool:
        """Erase the records of an account, for "refresh my library".

        Those under `keys` stay as stale copies: they are read again, and served only
        where that fails. Returns False where Redis could not be asked.
        """
        copies = await asyncio.gather(*(self._copy(key, request) for key in keys))
        self._memory.erase_hash(account.scope.hashes[0])
        erased = await self._store.erase_scope(account.scope)
        pairs = zip(keys, copies, strict=True)
        kept = [self._put_stale(k, copy, request) for k, copy in pairs if copy]
        await asyncio.gather(*kept)
        return erased

    async def _copy(
        self, key: CacheKey[T], request: CacheRequest
    ) -> CachedValue[T] | None:
        cached = self._tiers.get_memory(key, request)
        if cached is None:
            cached, _ = await self._tiers.get(key, request)
        return cached

    async def _put_stale(
        self, key: CacheKey[T], copy: CachedValue[T], request: CacheRequest
    ) -> None:
        claim = await self._claim_to_put(key, request, b"")
        lease = claim if isinstance(claim, Lease) else None
        await self._tiers.put_stale(key, copy, request, lease)

    async def probe(self) -> None:
        """Find out whether a store that was out is back; see `Store.probe`."""
        await self._store.probe()

    def status(self) -> CacheStatus:
        """Return the state of the cache as it is now."""
        return CacheStatus(
            redis=self._store.state(),
            failures=self._store.failures,
            entries=len(self._memory),
            memory_bytes=self._memory.size,
            undecodable=self._tiers.undecodable + self._store.undecodable,
            in_flight=len(self.flights),
        )

    async def aclose(self) -> None:
        """Cancel the running fetches, then close Redis."""
        await self.flights.aclose()
        await self._store.aclose()

    async def _refresh(self, fetch_request: FetchRequest[T]) -> T:
        request, cached = fetch_request.request, fetch_request.cached
        if cached is not None and (request.serve_stale or not self._may_refresh()):
            return _stale(fetch_request, cached, self._wall())
        await self.meet(request)
        flight = fetch_request.flight
        joins = self.flights.in_flight(flight)
        try:
            self._negative_cache.check(fetch_request.key)
            await self.admit(request)
            result = await self._fetch_in_time(fetch_request, flight)
        except TRANSIENT as error:
            if cached is not None:
                request.serve_stale = True
                return _stale(fetch_request, cached, self._wall())
            time_left = request.deadline.remaining() > FETCH_SECONDS
            if joins and isinstance(error, DeadlineExceeded) and time_left:
                await asyncio.sleep(0)  # the flight that failed has to leave first
                return await self._refresh(fetch_request)
            raise
        shared = joins and result.role in ("fetch", "off")
        role = "follow" if shared else result.role
        request.record_use(fetch_request.cache_key.record_type.word, role)
        return result.cached.value

    def _may_refresh(self) -> bool:
        return self._quota is None or self._quota.spares("refresh")

    async def _fetch_in_time(
        self, fetch_request: FetchRequest[T], flight: Hashable
    ) -> FetchResult[T]:
        deadline, cached = fetch_request.request.deadline, fetch_request.cached
        limit = deadline.remaining()
        if cached is not None:
            limit = deadline.limit(revalidate_timeout(cached, self._wall()))
        start = partial(self._fetcher.fetch_or_follow, fetch_request)
        try:
            return await timeout_after_first_wait(
                self.flights.join(flight, start), limit
            )
        except TimedOut:
            raise DeadlineExceeded from None


def _stale(fetch_request: FetchRequest[T], cached: CachedValue[T], now: float) -> T:
    """Return the cached value; in a list, set how old it is."""
    word = fetch_request.cache_key.record_type.word
    fetch_request.request.record_use(word, "stale")
    if not isinstance(cached.value, Listing):
        return cached.value
    age = max(0.0, now - cached.lifetimes.read_at)
    return msgspec.structs.replace(cached.value, stale_for=age)
