"""Memory above the store: what is found, what is kept, and for whom no more."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from providers.cache.memory import Memory
from providers.cache.records import Entry, Held, Record, Sources, Subject, T, Unsound
from providers.cache.request import Home, Visit
from providers.cache.store import Commit, Store, Stored, Ticket
from providers.cache.ttl import dated

# Longer than any request lives, so that none begun before can outlast the memory of it.
REMEMBER_FORGETTING = 60.0


class Epochs:
    """How often each person was forgotten here lately."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._count = 0
        self._epochs: dict[bytes, tuple[int, float]] = {}

    def of(self, person: Subject) -> int:
        if not self._epochs:
            return 0
        return self._epochs.get(person.tags[0], (0, 0.0))[0]

    def advance(self, person: Subject) -> None:
        """From now on, requests that began before keep nothing."""
        oldest = self._clock() - REMEMBER_FORGETTING
        self._epochs = {k: e for k, e in self._epochs.items() if e[1] > oldest}
        self._count += 1
        self._epochs[person.tags[0]] = (self._count, self._clock())


class Levels:
    """Both levels as one; `unsound` counts what could be opened but not decoded."""

    def __init__(self, memory: Memory, store: Store, sources: Sources) -> None:
        self._memory = memory
        self._store = store
        self._sources = sources
        self.unsound = 0
        self.epochs = Epochs(sources.clock)

    def recall(self, entry: Entry[T], visit: Visit) -> Held[T] | None:
        """What memory holds, fresh or stale."""
        return self._memory.get(entry, visit.person.tags[0], self._sources.wall())

    def go_on_with(self, entry: Entry[Any], visit: Visit) -> None:
        """What the visit keeps from now on is no younger than what memory holds here.

        Memory may not have heard yet that the person was forgotten; whatever is made
        of what it holds must not outlive that.
        """
        if (taken_at := self._memory.taken_at(entry)) is not None:
            age = self._sources.wall() - taken_at
            visit.since = min(visit.since, self._sources.clock() - age)

    async def look(self, entry: Entry[T], visit: Visit) -> tuple[Held[T] | None, bytes]:
        """What the store holds, now in memory too; with it the mark of what is there,
        readable or not."""
        stored = await self._store.read(entry, visit)
        return self.admit(entry, stored, visit), stored.mark

    def admit(self, entry: Entry[T], stored: Stored, visit: Visit) -> Held[T] | None:
        """Decodes what came from the store and takes it into memory."""
        now = self._sources.wall()
        if stored.record is None or now >= stored.record.dates.dead_at:
            return None
        try:
            held = stored.record.open(entry.kind)
        except Unsound:
            self.unsound += 1
            return None
        self._remember(entry, stored.record, visit)
        return held

    async def keep(
        self, entry: Entry[T], value: T, visit: Visit, ticket: Ticket | None
    ) -> Held[T]:
        """Dates and keeps what was fetched; without a ticket in memory alone."""
        sources = self._sources
        dates = dated(entry.kind, value, sources.wall(), sources.rng)
        record = Record.of(value, dates)
        if ticket is not None:
            outcome, mark = await self._store.commit(entry, visit, record, ticket)
            visit.forgotten |= outcome is Commit.FORGOTTEN
            record = replace(record, mark=mark)
        self._remember(entry, record, visit)
        return Held(value, dates, record.mark)

    async def introduce(self, entry: Entry[bytes], visit: Visit, home: Home) -> None:
        """Notes which account the visit's person has now."""
        value = home.shelf.tags[0]
        dates = dated(entry.kind, value, self._sources.wall(), self._sources.rng)
        record = Record.of(value, dates)
        outcome = await self._store.introduce(entry, visit, record)
        visit.forgotten |= outcome is Commit.FORGOTTEN
        self._remember(entry, record, visit)

    def _remember(self, entry: Entry[T], record: Record, visit: Visit) -> None:
        visit.forgotten |= self.epochs.of(visit.person) != visit.epoch
        owner = visit.person.tags[0]
        if visit.forgotten:  # perhaps by another process: this one has heard of it now
            self._memory.forget_owner(owner)
        else:
            self._memory.put(entry, record, owner, self._sources.wall())
