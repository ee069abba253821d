"""Memory above the store: what is found, what is kept, and for whom no more."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from providers.cache.memory import MemoryCache
from providers.cache.records import (
    CachedValue,
    CacheKey,
    Clocks,
    KeyScope,
    PackedRecord,
    T,
    Undecodable,
)
from providers.cache.request import CacheRequest, ResolvedAccount
from providers.cache.store import CommitResult, Lease, Store, StoreRead
from providers.cache.ttl import lifetimes_of

# Longer than any request lives, so that none begun before can outlast the memory of it.
EPOCH_SECONDS = 60.0


class ErasureEpochs:
    """How often each person was forgotten here lately."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._count = 0
        self._epochs: dict[bytes, tuple[int, float]] = {}

    def of(self, person: KeyScope) -> int:
        if not self._epochs:
            return 0
        return self._epochs.get(person.hashes[0], (0, 0.0))[0]

    def advance(self, person: KeyScope) -> None:
        """From now on, requests that began before keep nothing."""
        oldest = self._clock() - EPOCH_SECONDS
        self._epochs = {k: e for k, e in self._epochs.items() if e[1] > oldest}
        self._count += 1
        self._epochs[person.hashes[0]] = (self._count, self._clock())


class Tiers:
    """Both levels as one; `unsound` counts what could be opened but not decoded."""

    def __init__(self, memory: MemoryCache, store: Store, sources: Clocks) -> None:
        self._memory = memory
        self._store = store
        self._clocks = sources
        self.undecodable = 0
        self.epochs = ErasureEpochs(sources.clock)

    def get_memory(
        self, entry: CacheKey[T], request: CacheRequest
    ) -> CachedValue[T] | None:
        """What memory holds, fresh or stale."""
        return self._memory.get(entry, request.person.hashes[0], self._clocks.wall())

    def inherit_age(self, entry: CacheKey[Any], request: CacheRequest) -> None:
        """What the visit keeps from now on is no younger than what memory holds here.

        Memory may not have heard yet that the person was forgotten; whatever is made
        of what it holds must not outlive that.
        """
        if (taken_at := self._memory.taken_at(entry)) is not None:
            age = self._clocks.wall() - taken_at
            request.oldest_input = min(request.oldest_input, self._clocks.clock() - age)

    async def get(
        self, entry: CacheKey[T], request: CacheRequest
    ) -> tuple[CachedValue[T] | None, bytes]:
        """What the store holds, now in memory too; with it the mark of what is there,
        readable or not."""
        stored = await self._store.read(entry, request)
        return self.admit(entry, stored, request), stored.etag

    def admit(
        self, entry: CacheKey[T], stored: StoreRead, request: CacheRequest
    ) -> CachedValue[T] | None:
        """Decodes what came from the store and takes it into memory."""
        now = self._clocks.wall()
        if stored.record is None or now >= stored.record.lifetimes.expires_at:
            return None
        try:
            held = stored.record.unpack(entry.record_type)
        except Undecodable:
            self.undecodable += 1
            return None
        self._put_memory(entry, stored.record, request)
        return held

    async def put(
        self, entry: CacheKey[T], value: T, request: CacheRequest, lease: Lease | None
    ) -> CachedValue[T]:
        """Dates and keeps what was fetched; without a ticket in memory alone."""
        sources = self._clocks
        dates = lifetimes_of(entry.record_type, value, sources.wall(), sources.rng)
        record = PackedRecord.of(value, dates)
        if lease is not None:
            outcome, mark = await self._store.commit(entry, request, record, lease)
            request.forgotten |= outcome is CommitResult.FORGOTTEN
            record = replace(record, etag=mark)
        self._put_memory(entry, record, request)
        return CachedValue(value, dates, record.etag)

    async def link_person(
        self, entry: CacheKey[bytes], request: CacheRequest, home: ResolvedAccount
    ) -> None:
        """Notes which account the visit's person has now."""
        value = home.scope.hashes[0]
        dates = lifetimes_of(
            entry.record_type, value, self._clocks.wall(), self._clocks.rng
        )
        record = PackedRecord.of(value, dates)
        outcome = await self._store.link_person(entry, request, record)
        request.forgotten |= outcome is CommitResult.FORGOTTEN
        self._put_memory(entry, record, request)

    def _put_memory(
        self, entry: CacheKey[T], record: PackedRecord, request: CacheRequest
    ) -> None:
        request.forgotten |= self.epochs.of(request.person) != request.epoch
        owner = request.person.hashes[0]
        if (
            request.forgotten
        ):  # perhaps by another process: this one has heard of it now
            self._memory.erase_owner(owner)
        else:
            self._memory.put(entry, record, owner, self._clocks.wall())
