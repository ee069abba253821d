"""What stands behind this process's memory: the words both stores answer in."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Literal, Protocol

from providers.cache.records import Entry, Record, Subject
from providers.cache.request import Visit

StoreState = Literal["none", "up", "read_only", "down"]


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to fetch: a lease, and how often the subject was forgotten by then."""

    lease: bytes = b""
    generation: bytes = b""


@dataclass(frozen=True, slots=True)
class Stored:
    """What is in the store: a record, or a mark alone where it cannot be read."""

    record: Record | None = None
    mark: bytes = b""


@dataclass(frozen=True, slots=True)
class Busy:
    """Somebody else is fetching."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Somebody's fetch failed a moment ago: what `failures.to_word` said of it."""

    word: bytes


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """Fetch without the store: it is out, or what it says concerns others."""

    out: bool = True


Claim = Ticket | Stored | Busy | Failed | Unclaimed


class Commit(Enum):
    """What became of a record that was to be kept."""

    KEPT = auto()
    SUPERSEDED = auto()  # the lease ran out; somebody else's value will be there
    FORGOTTEN = auto()  # the listener was forgotten meanwhile: keep nothing
    LOST = auto()  # the store is out


class Store(Protocol):
    """Never raises, and takes no longer than the visit's budget for Redis.

    `unsound` counts what was found and could not be opened.
    """

    unsound: int

    @property
    def failures(self) -> int:
        """How many operations have failed."""
        ...

    async def read(self, entry: Entry[Any], visit: Visit, /) -> Stored: ...

    async def claim(
        self, entry: Entry[Any], visit: Visit, mark: bytes, seconds: float, /
    ) -> Claim:
        """Asks to fetch, for `seconds`; `Stored` where the store holds something
        other than `mark`. Whoever meets `Busy` asks again after a while."""
        ...

    async def commit(
        self, entry: Entry[Any], visit: Visit, record: Record, ticket: Ticket, /
    ) -> tuple[Commit, bytes]:
        """Keeps a record; with it, the mark that it has from now on."""
        ...

    async def fail(
        self, entry: Entry[Any], visit: Visit, ticket: Ticket, word: bytes, /
    ) -> None:
        """Gives the lease back; a failure's word answers others for a second."""
        ...

    async def introduce(
        self, entry: Entry[Any], visit: Visit, record: Record, /
    ) -> Commit:
        """Keeps a record of the visit's person, and that its shelf is theirs."""
        ...

    async def forget(self, person: Subject, /) -> bool:
        """Removes all that belongs to a person; False where that was not possible."""
        ...

    async def clear(self, subject: Subject, /) -> bool:
        """Removes the records of one subject; False where that was not possible."""
        ...

    def state(self) -> StoreState: ...

    async def aclose(self) -> None: ...


class NoStore:
    """Nothing behind this process: its memory is the whole cache."""

    unsound = 0
    failures = 0

    async def read(self, _entry: Entry[Any], _visit: Visit, /) -> Stored:
        return Stored()

    async def claim(
        self, _entry: Entry[Any], _visit: Visit, _mark: bytes, _seconds: float, /
    ) -> Claim:
        return Ticket()

    async def commit(
        self, _entry: Entry[Any], _visit: Visit, _record: Record, _ticket: Ticket, /
    ) -> tuple[Commit, bytes]:
        return Commit.KEPT, b""

    async def fail(
        self, _entry: Entry[Any], _visit: Visit, _ticket: Ticket, _word: bytes, /
    ) -> None:
        """There is no lease to give back."""

    async def introduce(
        self, _entry: Entry[Any], _visit: Visit, _record: Record, /
    ) -> Commit:
        return Commit.KEPT

    async def forget(self, _person: Subject, /) -> bool:
        return True

    async def clear(self, _subject: Subject, /) -> bool:
        return True

    def state(self) -> StoreState:
        return "none"

    async def aclose(self) -> None:
        """There is nothing to close."""
