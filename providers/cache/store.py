"""Store: what stands behind this process's memory, and the results it answers with.

`NoStore` is the store of a process without Redis; `redis.store.RedisStore` the other.
"""

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any, Literal, Protocol

import msgspec

from providers.cache.records import CacheKey, KeyScope, PackedRecord
from providers.cache.request_state import CacheRequest

StoreState = Literal["none", "up", "partial", "read_only", "down"]


class Lease(msgspec.Struct, frozen=True):
    """The right to fetch one record.

    `lease` is its token. `generation` is the scope's edition when the lease was given:
    it changes whenever the scope is erased, and seals what is stored with the lease.
    """

    lease: bytes = b""
    generation: bytes = b""


class StoreRead(msgspec.Struct, frozen=True):
    """What the store has under a key: a record, or None where nothing can be read.

    `etag` recognises what is there, readable or not; b"" where nothing is.
    """

    record: PackedRecord | None = None
    etag: bytes = b""


class LeaseHeld(msgspec.Struct, frozen=True):
    """Another request holds the lease and is fetching."""


class RecentFailure(msgspec.Struct, frozen=True):
    """Another request's fetch failed a moment ago; `word` is from `encode_error`."""

    word: bytes


class NoLease(msgspec.Struct, frozen=True):
    """Fetch without a lease.

    `out` is True where the store is out, False where what the store has concerns
    another token.
    """

    out: bool = True


ClaimResult = Lease | StoreRead | LeaseHeld | RecentFailure | NoLease


class CommitResult(Enum):
    """What became of a record that was to be stored.

    KEPT: it is stored. SUPERSEDED: the lease ran out, and another request's value will
    be there. FORGOTTEN: the listener was erased meanwhile, nothing may be stored. LOST:
    the store is out.
    """

    KEPT = auto()
    SUPERSEDED = auto()
    FORGOTTEN = auto()
    LOST = auto()


class CacheStatus(msgspec.Struct, frozen=True):
    """The state of the cache, for readiness and metrics.

    `redis` is the state of the store. `failures` counts the failed operations of Redis,
    `undecodable` the values that could not be read, both since the start. `entries`
    and `memory_bytes` are what memory holds now, `in_flight` the running fetches.
    """

    redis: StoreState
    failures: int
    entries: int
    memory_bytes: int
    undecodable: int
    in_flight: int


class Store(Protocol):
    """Shared storage of packed records, with leases and erasure.

    No method raises, and none takes longer than the request's time budget for Redis.
    `shared` is True where other processes use the same store.
    """

    shared: bool

    @property
    def undecodable(self) -> int:
        """The number of values that were there and could not be opened."""
        ...

    @property
    def failures(self) -> int:
        """The number of operations that failed since the start."""
        ...

    async def read(
        self, keys: Sequence[CacheKey[Any]], request: CacheRequest, /
    ) -> list[StoreRead]:
        """Return what is stored under each of the keys, which are of one scope."""
        ...

    async def claim(
        self,
        key: CacheKey[Any],
        request: CacheRequest,
        etag: bytes,
        seconds: float,
        /,
    ) -> ClaimResult:
        """Ask for the lease of `key`, for `seconds`.

        Returns `StoreRead` where the store has something other than `etag`. After
        `LeaseHeld` the caller asks again a little later.
        """
        ...

    async def commit(
        self,
        key: CacheKey[Any],
        request: CacheRequest,
        record: PackedRecord,
        lease: Lease,
        /,
    ) -> tuple[CommitResult, bytes]:
        """Store a record; return what became of it, and the etag it has from now on."""
        ...

    async def renew(
        self,
        key: CacheKey[Any],
        request: CacheRequest,
        lease: Lease,
        seconds: float,
        /,
    ) -> bool:
        """Let the lease live for `seconds` from now on, while its fetch goes on.

        Returns False where the lease is lost or the store is out. Takes nothing from
        the request's time budget.
        """
        ...

    async def fail(
        self, key: CacheKey[Any], request: CacheRequest, lease: Lease, word: bytes, /
    ) -> None:
        """Give the lease back.

        A `word` that is not empty answers other requests for about a second.
        """
        ...

    async def introduce(
        self,
        records: Sequence[tuple[CacheKey[Any], PackedRecord]],
        request: CacheRequest,
        /,
    ) -> Lease | None:
        """Store records of the request's person, and note the account as theirs.

        Returns what the account's records may be stored with: its edition, without the
        right to be the only one that fetches. None where nothing could be stored; the
        person may have been erased meanwhile (`CacheRequest.forgotten`).
        """
        ...

    async def erase_person(self, person: KeyScope, /) -> bool:
        """Erase all records of a person; return False where that was not possible."""
        ...

    async def erase_scope(self, scope: KeyScope, /) -> bool:
        """Erase the records of one scope; return False where that was not possible."""
        ...

    async def meet(
        self, request: CacheRequest, keys: Sequence[CacheKey[Any]] = (), /
    ) -> list[StoreRead]:
        """Learn the edition of the request's person; see `CacheRequest`.

        Returns what is stored under each of the keys, which are of the person.
        """
        ...

    def state(self) -> StoreState:
        """Return whether the store takes reads and writes."""
        ...

    async def probe(self) -> None:
        """Find out whether a store that was out is back, if it is time to look.

        Waits 0.6 s at most. A process without requests learns of it no other way.
        """
        ...

    async def aclose(self) -> None:
        """Close the store's connections."""
        ...


class NoStore:
    """A store that has nothing: this process's memory is the whole cache."""

    shared = False
    undecodable = 0
    failures = 0

    async def read(
        self, keys: Sequence[CacheKey[Any]], _request: CacheRequest, /
    ) -> list[StoreRead]:
        """Return empty results."""
        return [StoreRead()] * len(keys)

    async def claim(
        self,
        _key: CacheKey[Any],
        _request: CacheRequest,
        _etag: bytes,
        _seconds: float,
        /,
    ) -> ClaimResult:
        """Return a lease."""
        return Lease()

    async def commit(
        self,
        _key: CacheKey[Any],
        _request: CacheRequest,
        _record: PackedRecord,
        _lease: Lease,
        /,
    ) -> tuple[CommitResult, bytes]:
        """Return KEPT: memory stores the record."""
        return CommitResult.KEPT, b""

    async def renew(
        self,
        _key: CacheKey[Any],
        _request: CacheRequest,
        _lease: Lease,
        _seconds: float,
        /,
    ) -> bool:
        """Return True: nothing else can take the lease."""
        return True

    async def fail(
        self,
        _key: CacheKey[Any],
        _request: CacheRequest,
        _lease: Lease,
        _word: bytes,
        /,
    ) -> None:
        """Do nothing: there is no lease to give back."""

    async def introduce(
        self,
        _records: Sequence[tuple[CacheKey[Any], PackedRecord]],
        _request: CacheRequest,
        /,
    ) -> Lease | None:
        """Return a lease: memory stores the records."""
        return Lease()

    async def erase_person(self, _person: KeyScope, /) -> bool:
        """Return True."""
        return True

    async def erase_scope(self, _scope: KeyScope, /) -> bool:
        """Return True."""
        return True

    async def meet(
        self, _request: CacheRequest, keys: Sequence[CacheKey[Any]] = (), /
    ) -> list[StoreRead]:
        """Return empty results."""
        return [StoreRead()] * len(keys)

    def state(self) -> StoreState:
        """Return "none"."""
        return "none"

    async def probe(self) -> None:
        """Do nothing: nothing can come back."""

    async def aclose(self) -> None:
        """Do nothing: there is nothing to close."""
