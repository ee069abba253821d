"""What stands behind this process's memory: the words both stores answer in."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Literal, Protocol

from providers.cache.records import CacheKey, KeyScope, PackedRecord
from providers.cache.request import CacheRequest

StoreState = Literal["none", "up", "read_only", "down"]


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to fetch: a lease, and how often the subject was forgotten by then."""

    lease: bytes = b""
    generation: bytes = b""


@dataclass(frozen=True, slots=True)
class StoreRead:
    """What is in the store: a record, or a mark alone where it cannot be read."""

    record: PackedRecord | None = None
    etag: bytes = b""


@dataclass(frozen=True, slots=True)
class LeaseHeld:
    """Somebody else is fetching."""


@dataclass(frozen=True, slots=True)
class RecentFailure:
    """Somebody's fetch failed a moment ago: what `failures.to_word` said of it."""

    word: bytes


@dataclass(frozen=True, slots=True)
class NoLease:
    """Fetch without the store: it is out, or what it says concerns others."""

    out: bool = True


ClaimResult = Lease | StoreRead | LeaseHeld | RecentFailure | NoLease


class CommitResult(Enum):
    """What became of a record that was to be kept."""

    KEPT = auto()
    SUPERSEDED = auto()  # the lease ran out; somebody else's value will be there
    FORGOTTEN = auto()  # the listener was forgotten meanwhile: keep nothing
    LOST = auto()  # the store is out


class Store(Protocol):
    """Never raises, and takes no longer than the visit's budget for Redis.

    `unsound` counts what was found and could not be opened.
    """

    undecodable: int

    @property
    def failures(self) -> int:
        """How many operations have failed."""
        ...

    async def read(
        self, entry: CacheKey[Any], request: CacheRequest, /
    ) -> StoreRead: ...

    async def claim(
        self,
        entry: CacheKey[Any],
        request: CacheRequest,
        mark: bytes,
        seconds: float,
        /,
    ) -> ClaimResult:
        """Asks to fetch, for `seconds`; `Stored` where the store holds something
        other than `mark`. Whoever meets `Busy` asks again after a while."""
        ...

    async def commit(
        self,
        entry: CacheKey[Any],
        request: CacheRequest,
        record: PackedRecord,
        lease: Lease,
        /,
    ) -> tuple[CommitResult, bytes]:
        """Keeps a record; with it, the mark that it has from now on."""
        ...

    async def fail(
        self, entry: CacheKey[Any], request: CacheRequest, lease: Lease, word: bytes, /
    ) -> None:
        """Gives the lease back; a failure's word answers others for a second."""
        ...

    async def link_person(
        self, entry: CacheKey[Any], request: CacheRequest, record: PackedRecord, /
    ) -> CommitResult:
        """Keeps a record of the visit's person, and that its shelf is theirs."""
        ...

    async def erase_person(self, person: KeyScope, /) -> bool:
        """Removes all that belongs to a person; False where that was not possible."""
        ...

    async def erase_scope(self, subject: KeyScope, /) -> bool:
        """Removes the records of one subject; False where that was not possible."""
        ...

    def state(self) -> StoreState: ...

    async def aclose(self) -> None: ...


class NoStore:
    """Nothing behind this process: its memory is the whole cache."""

    undecodable = 0
    failures = 0

    async def read(self, _entry: CacheKey[Any], _visit: CacheRequest, /) -> StoreRead:
        return StoreRead()

    async def claim(
        self,
        _entry: CacheKey[Any],
        _visit: CacheRequest,
        _mark: bytes,
        _seconds: float,
        /,
    ) -> ClaimResult:
        return Lease()

    async def commit(
        self,
        _entry: CacheKey[Any],
        _visit: CacheRequest,
        _record: PackedRecord,
        _ticket: Lease,
        /,
    ) -> tuple[CommitResult, bytes]:
        return CommitResult.KEPT, b""

    async def fail(
        self,
        _entry: CacheKey[Any],
        _visit: CacheRequest,
        _ticket: Lease,
        _word: bytes,
        /,
    ) -> None:
        """There is no lease to give back."""

    async def link_person(
        self, _entry: CacheKey[Any], _visit: CacheRequest, _record: PackedRecord, /
    ) -> CommitResult:
        return CommitResult.KEPT

    async def erase_person(self, _person: KeyScope, /) -> bool:
        return True

    async def erase_scope(self, _subject: KeyScope, /) -> bool:
        return True

    def state(self) -> StoreState:
        return "none"

    async def aclose(self) -> None:
        """There is nothing to close."""
