"""Get or fetch: memory, then Redis, then the music service, one fetch for all."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

import msgspec

from providers.cache.fetching import FETCH_SECONDS, Fetcher, Landed, Reading
from providers.cache.keyring import Signets
from providers.cache.load_shedding import Pressure
from providers.cache.memory import Memory
from providers.cache.negative_cache import TRANSIENT, RecentFailures
from providers.cache.records import Entry, Held, Kind, Sources, Subject, T
from providers.cache.request import Home, Visit, Visits
from providers.cache.single_flight import Flights
from providers.cache.store import Store, Stored, StoreState, Ticket
from providers.cache.tiers import Levels
from providers.cache.ttl import LAST_ACCOUNT, patience
from providers.errors import DeadlineExceeded, Overloaded
from providers.listener import Listener
from providers.music import Account, Listing
from providers.secret import Secret
from providers.timeouts import TimeUp, in_time

# FOLDED Records that this skill makes itself: looked up and put back, never fetched.

LEASE_SECONDS = 0.5  # longer than writing a record takes


class Keeping:
    """Both levels, for whoever has nothing to fetch. Raises nothing."""

    def __init__(self, levels: Levels, store: Store) -> None:
        self._levels = levels
        self._store = store

    async def look(self, entry: Entry[T], visit: Visit) -> T | None:
        """What is held of `entry`, fresh or stale."""
        held = self._levels.recall(entry, visit)
        if held is not None:
            self._levels.go_on_with(entry, visit)
            visit.used(entry.kind.word, "memory")
            return held.value
        held, _ = await self._levels.look(entry, visit)
        if held is None:
            return None
        visit.used(entry.kind.word, "redis")
        return held.value

    async def keep(self, entry: Entry[T], value: T, visit: Visit) -> None:
        """Puts `value` in the place of what is held, whoever wrote that. Where another
        process writes just then, or Redis is out, it is kept in memory only."""
        held = self._levels.recall(entry, visit)
        mark = b"" if held is None else held.mark
        claim = await self._store.claim(entry, visit, mark, LEASE_SECONDS)
        if isinstance(claim, Stored):
            claim = await self._store.claim(entry, visit, claim.mark, LEASE_SECONDS)
        ticket = claim if isinstance(claim, Ticket) else None
        await self._levels.keep(entry, value, visit, ticket)


@dataclass(frozen=True, slots=True)
class CacheStatus:
    """The cache at a glance, for readiness and metrics: `failures` of Redis and
    `unsound` values since the start, the rest as it is now; sizes in bytes."""

    redis: StoreState
    failures: int
    entries: int
    memory_bytes: int
    unsound: int
    flights: int


class Cache:
    """The records of all listeners. No fault of its own is ever raised."""

    def __init__(
        self, signets: Signets, memory: Memory, store: Store, sources: Sources
    ) -> None:
        self.signets = signets
        self.flights = Flights()
        self._memory = memory
        self._store = store
        self._wall = sources.wall
        self._levels = Levels(memory, store, sources)
        self.keeping = Keeping(self._levels, store)
        self._pressure = Pressure(sources.clock)
        self._recent = RecentFailures(sources.clock, sources.rng)
        self._fetcher = Fetcher(self._levels, store, sources, self._recent)
        self._visits = Visits(signets, sources.clock, self._levels.epochs.of)

    def visit(self, listener: Listener, token: Secret) -> Visit:
        """The request of `listener` as the cache sees it, the same one every time."""
        return self._visits.of(listener, token)

    async def read(
        self, entry: Entry[T], fetch: Callable[[], Awaitable[T]], visit: Visit
    ) -> T:
        """The value of `entry`: fresh if it is there, else what `fetch` brings; stale
        (`Listing.stale_since` says since when) where that is slow or out.

        Raises what `fetch` raises; `DeadlineExceeded` when the visit's time is up.
        """
        held = self._levels.recall(entry, visit)
        if held is not None and self._wall() < held.dates.fresh_until:
            visit.used(entry.kind.word, "memory")
            return held.value
        mark = b"" if held is None else held.mark
        if held is None:
            held, mark = await self._levels.look(entry, visit)
            if held is not None and self._wall() < held.dates.fresh_until:
                visit.used(entry.kind.word, "redis")
                return held.value
        return await self._refresh(Reading(entry, fetch, visit, held, mark))

    async def holds(self, entry: Entry[T], visit: Visit) -> bool:
        """Whether there is a fresh value of `entry`."""
        if self.recall(entry, visit) is not None:
            return True
        return await self.find(entry, visit) is not None

    def recall(self, entry: Entry[T], visit: Visit) -> T | None:
        """The fresh value of `entry` if memory has it."""
        return self._fresh(self._levels.recall(entry, visit))

    async def find(self, entry: Entry[T], visit: Visit) -> T | None:
        """The fresh value of `entry` if Redis has it; memory has it then, too."""
        held, _ = await self._levels.look(entry, visit)
        return self._fresh(held)

    def _fresh(self, held: Held[T] | None) -> T | None:
        if held is None or self._wall() >= held.dates.fresh_until:
            return None
        return held.value

    async def admit(self, visit: Visit) -> None:
        """Before a visit's first fetch: raises `Overloaded` where it came too late to
        be answered in time."""
        if visit.let_in is None:
            visit.let_in = await self._pressure.allows()
        if not visit.let_in:
            raise Overloaded

    def meet(self, visit: Visit, account: Account) -> Home:
        """From now on the visit reads the records of `account`."""
        if visit.home is None or visit.home.account is not account:
            shelf = self.signets.subject(b"account", account.id)
            visit.home = Home(account, shelf)
        return visit.home

    async def introduce(self, visit: Visit, account: Account) -> None:
        """Remembers an account as the last one of the visit's person."""
        entry = self.signets.entry(visit.person, LAST_ACCOUNT)
        await self._levels.introduce(entry, visit, self.meet(visit, account))

    def entry(self, subject: Subject, kind: Kind[T], detail: str = "") -> Entry[T]:
        """The place of a subject's record."""
        return self.signets.entry(subject, kind, detail)

    async def forget(self, key: Secret) -> bool:
        """Forgets a listener by `Listener.key`: at once here and in Redis, in other
        processes within their memory's minute. False where Redis could not be asked:
        call again, or what is there expires within a day."""
        person = self.signets.subject(b"person", key.reveal())
        self._levels.epochs.advance(person)
        self._memory.forget_owner(person.tags[0])
        return await self._store.forget(person)

    async def refresh(self, home: Home) -> bool:
        """Drops the records of an account, for "refresh my library"."""
        self._memory.forget_tag(home.shelf.tags[0])
        return await self._store.clear(home.shelf)

    def status(self) -> CacheStatus:
        return CacheStatus(
            redis=self._store.state(),
            failures=self._store.failures,
            entries=len(self._memory),
            memory_bytes=self._memory.size,
            unsound=self._levels.unsound + self._store.unsound,
            flights=len(self.flights),
        )

    async def aclose(self) -> None:
        """Ends what is under way, then closes Redis."""
        await self.flights.aclose()
        await self._store.aclose()

    async def _refresh(self, reading: Reading[T]) -> T:
        visit, word = reading.visit, reading.entry.kind.word
        if reading.held is not None and visit.hurried:
            return _stale(reading, reading.held)
        joins = self.flights.aloft(reading.key)
        try:
            self._recent.check(reading.key)
            await self.admit(visit)
            landed = await self._land(reading)
        except TRANSIENT as error:
            if reading.held is not None:
                visit.hurried = True
                return _stale(reading, reading.held)
            mine_left = visit.deadline.remaining() > FETCH_SECONDS
            if joins and isinstance(error, DeadlineExceeded) and mine_left:
                await asyncio.sleep(0)  # the flight that failed has to leave first
                return await self._refresh(reading)
            raise
        shared = joins and landed.role in ("fetch", "off")
        visit.used(word, "follow" if shared else landed.role)
        return landed.held.value

    async def _land(self, reading: Reading[T]) -> Landed[T]:
        deadline = reading.visit.deadline
        limit = deadline.remaining()
        if reading.held is not None:
            limit = deadline.limit(patience(reading.held, self._wall()))
        start = partial(self._fetcher.fly, reading)
        try:
            return await in_time(self.flights.join(reading.key, start), limit)
        except TimeUp:
            raise DeadlineExceeded from None


def _stale(reading: Reading[T], held: Held[T]) -> T:
    """What is held, saying of a list since when it is no longer fresh news."""
    reading.visit.used(reading.entry.kind.word, "stale")
    if not isinstance(held.value, Listing):
        return held.value
    since = datetime.fromtimestamp(held.dates.read_at, UTC)
    return msgspec.structs.replace(held.value, stale_since=since)
