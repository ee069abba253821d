"""Cache tiers: memory (first level) above the store (second level)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from providers.cache.memory import MemoryCache
from providers.cache.records import (
    CachedValue,
    CacheKey,
    Clocks,
    KeyScope,
    Lifetimes,
    PackedRecord,
    T,
    Undecodable,
)
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.cache.store import CommitResult, Lease, Store, StoreRead
from providers.cache.ttl import lifetimes_of

# Longer than any request lives, so that no request begun before an erasure outlasts
# the memory of that erasure.
EPOCH_SECONDS = 60.0


class ErasureEpochs:
    """Count the erasures of each person in this process during the last minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._count = 0
        self._epochs: dict[bytes, tuple[int, float]] = {}

    def of(self, person: KeyScope) -> int:
        """Return the person's epoch; 0 where the person was not erased lately."""
        if not self._epochs:
            return 0
        return self._epochs.get(person.hashes[0], (0, 0.0))[0]

    def advance(self, person: KeyScope) -> None:
        """Begin a new epoch: requests that began before it store nothing."""
        oldest = self._clock() - EPOCH_SECONDS
        self._epochs = {
            hashed: epoch for hashed, epoch in self._epochs.items() if epoch[1] > oldest
        }
        self._count += 1
        self._epochs[person.hashes[0]] = (self._count, self._clock())


class Introduction(msgspec.Struct, frozen=True):
    """An account that was just asked for.

    `lease` is what its records may be stored with; None for memory alone. `forgotten`
    tells that the person was erased meanwhile.
    """

    account: ResolvedAccount
    lease: Lease | None
    forgotten: bool


class Tiers:
    """Read from memory, then from the store; write to both.

    `undecodable` counts the values that could be opened but not decoded. `epochs`
    counts erasures.
    """

    def __init__(self, memory: MemoryCache, store: Store, clocks: Clocks) -> None:
        self._memory = memory
        self._store = store
        self._clocks = clocks
        self.undecodable = 0
        self.epochs = ErasureEpochs(clocks.clock)

    def get_memory(
        self, key: CacheKey[T], request: CacheRequest
    ) -> CachedValue[T] | None:
        """Return what memory has under `key`, fresh or stale.

        Where a store stands behind memory, a person gets only the records that this
        person has read from the store or written: the store notes each user. A record
        of another edition than the request has met is from before an erasure.
        """
        owner, now = request.person.hashes[0], self._clocks.wall()
        request.forgotten |= self.epochs.of(request.person) != request.epoch
        if not self._store.shared:
            return self._memory.get(key, owner, now)
        request.as_of = min(request.as_of, now)
        if not self._is_usable(key, owner, request):
            return None
        cached = self._memory.get(key, owner, now)
        if cached is not None:
            request.as_of = min(request.as_of, self._memory.since(key))
        return cached

    def has_met(self, key: CacheKey[Any], request: CacheRequest) -> bool:
        """Return whether memory has a record of the person under `key`.

        Nothing is taken from it. So the request does not adopt the edition beside it,
        which may be from before an erasure that this process has not heard of: Redis,
        asked next, would then seem to have erased the person during this request.
        """
        return self._memory.editions(key, request.person.hashes[0]) is not None

    def _is_usable(
        self, key: CacheKey[Any], owner: bytes, request: CacheRequest
    ) -> bool:
        editions = self._memory.editions(key, owner)
        if editions is None:
            return False
        if not any(editions):
            request.unsure = True
            return True
        for person_hash, edition in zip(request.person.hashes, editions, strict=True):
            known = request.generations.get(person_hash)
            if edition and known is None:
                request.generations[person_hash] = edition
            elif edition and known != edition:
                self._memory.erase_owner(owner)
                return False
        return True

    async def get(
        self, key: CacheKey[T], request: CacheRequest
    ) -> tuple[CachedValue[T] | None, bytes]:
        """Return what the store has under `key`, and put it into memory.

        The second value is the etag of what is there, readable or not.
        """
        (store_read,) = await self._store.read((key,), request)
        return self.admit(key, store_read, request), store_read.etag

    async def meet(
        self, keys: Sequence[CacheKey[Any]], request: CacheRequest
    ) -> list[StoreRead]:
        """Meet the person's edition; return records of the person, for `admit`."""
        return await self._store.meet(request, keys)

    def admit(
        self, key: CacheKey[T], store_read: StoreRead, request: CacheRequest
    ) -> CachedValue[T] | None:
        """Decode what came from the store and put it into memory.

        Returns None where there is no record, or one that expired or is undecodable.
        """
        record, now = store_read.record, self._clocks.wall()
        if record is None or now >= record.lifetimes.expires_at:
            return None
        try:
            cached = record.unpack(key.record_type)
        except Undecodable:
            self.undecodable += 1
            return None
        self._put_memory(key, record, request, confirmed=True)
        return cached

    async def put(
        self, key: CacheKey[T], value: T, request: CacheRequest, lease: Lease | None
    ) -> CachedValue[T]:
        """Give a value its lifetimes and store it; without a lease in memory only."""
        clocks = self._clocks
        lifetimes = lifetimes_of(key.record_type, value, clocks.wall(), clocks.rng)
        return await self._put(key, value, lifetimes, request, lease)

    async def put_stale(
        self,
        key: CacheKey[T],
        copy: CachedValue[T],
        request: CacheRequest,
        lease: Lease | None,
    ) -> CachedValue[T]:
        """Store a copy that is not fresh any more; it expires when it would have.

        A copy that was never fresh is waited for the longest (`revalidate_timeout`).
        """
        lifetimes = replace(copy.lifetimes, fresh_until=0.0)
        return await self._put(key, copy.value, lifetimes, request, lease)

    async def _put(
        self,
        key: CacheKey[T],
        value: T,
        lifetimes: Lifetimes,
        request: CacheRequest,
        lease: Lease | None,
    ) -> CachedValue[T]:
        record, confirmed = PackedRecord.of(value, lifetimes), False
        if lease is not None:
            result, etag = await self._store.commit(key, request, record, lease)
            request.forgotten |= result is CommitResult.FORGOTTEN
            confirmed = result is CommitResult.KEPT
            if etag:
                record = replace(record, etag=etag)
        cached = CachedValue(value, lifetimes, record.etag)
        # What was read here will be read again: it need not be unpacked then.
        was_read = self._memory.is_decoded(key)
        self._put_memory(key, record, request, confirmed=confirmed)
        if was_read:
            self._memory.keep_decoded(key, cached)
        return cached

    async def introduce(
        self,
        request: CacheRequest,
        account: ResolvedAccount,
        values: Iterable[tuple[CacheKey[Any], Any]],
    ) -> Introduction:
        """Store records of the request's person that tell which account it has now."""
        clocks, records = self._clocks, []
        for key, value in values:
            lifetimes = lifetimes_of(key.record_type, value, clocks.wall(), clocks.rng)
            records.append((key, PackedRecord.of(value, lifetimes)))
        lease = None
        if not request.forgotten:
            lease = await self._store.introduce(records, request)
        for key, record in records:
            self._put_memory(key, record, request, confirmed=lease is not None)
        return Introduction(account, lease, request.forgotten)

    def _put_memory(
        self,
        key: CacheKey[T],
        record: PackedRecord,
        request: CacheRequest,
        *,
        confirmed: bool,
    ) -> None:
        """Put a record into memory, unless the person was erased meanwhile.

        Where the store has not confirmed the person's edition just now, the record
        stays no longer than what it may be made from. Otherwise memory could pass on
        from record to record, while Redis is out, what another process has erased.
        """
        request.forgotten |= self.epochs.of(request.person) != request.epoch
        owner = request.person.hashes[0]
        if request.forgotten:
            # Perhaps another process erased the person: this one has heard of it now.
            self._memory.erase_owner(owner)
        else:
            since = self._clocks.wall()
            if self._store.shared and not confirmed:
                since = min(since, request.as_of)
            self._memory.put(key, record, owner, since, request.editions)
