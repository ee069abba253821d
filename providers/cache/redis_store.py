"""The level that all processes share: sealed records, leases, whose they are."""

import secrets
from contextlib import suppress
from typing import Any

from providers.cache.failures import shared_seconds
from providers.cache.gate import RedisOut
from providers.cache.levels import Sources
from providers.cache.packing import Unsound
from providers.cache.records import Entry, Record, Subject
from providers.cache.redis_link import RedisLink
from providers.cache.redis_names import (
    generation_name,
    lease_name,
    names_name,
    value_name,
)
from providers.cache.redis_purge import RedisPurge
from providers.cache.redis_replies import (
    FAILED,
    LEASED,
    LIST_MS,
    WHOSE,
    enroll,
    held,
    newer,
    note_enrolled,
    outcome,
)
from providers.cache.scripts import CLAIM, COMMIT, GIVE_BACK, Call
from providers.cache.signets import MARK, Signets
from providers.cache.store import (
    Claim,
    Commit,
    Stored,
    StoreState,
    Ticket,
    Unclaimed,
)
from providers.cache.visits import Visit


class RedisStore:
    """See `providers.cache.store.Store`."""

    def __init__(self, link: RedisLink, signets: Signets, sources: Sources) -> None:
        self.unsound = 0
        self._link = link
        self._signets = signets
        self._sources = sources
        self._purge = RedisPurge(link, sources.clock)

    @property
    def failures(self) -> int:
        return self._link.failures

    async def read(self, entry: Entry[Any], visit: Visit, /) -> Stored:
        """Under the first secret; while secrets rotate also under the other one,
        unless what the first one gave is fresh."""
        try:
            sealed = await self._link.get(value_name(entry), visit.budget)
            best = self._open(entry, sealed, 0)
            for number in range(1, len(self._signets.all)):
                if best.record and self._is_fresh(best.record):
                    break
                sealed = await self._link.get(value_name(entry, number), visit.budget)
                best = newer(best, self._open(entry, sealed, number))
        except RedisOut:
            return Stored()
        return best

    async def claim(
        self, entry: Entry[Any], visit: Visit, mark: bytes, seconds: float, /
    ) -> Claim:
        lease = LEASED + secrets.token_hex(8).encode()
        keys = (value_name(entry), lease_name(entry), generation_name(entry.tag))
        claim = Call(CLAIM, keys, (mark, lease, int(seconds * 1000), MARK))
        try:
            enrolling = enroll(visit, self._sources.clock(), entry.tag)
            reply, *enrolled = await self._link.run(visit.budget, claim, *enrolling)
        except RedisOut:
            return Unclaimed()
        note_enrolled(visit, enrolled, entry.tag)
        match reply:
            case [b"won", bytes(generation)]:
                return Ticket(lease, generation)
            case [b"value", bytes(sealed)]:
                return self._open(entry, sealed, 0)
            case [b"held", bytes(lease_there)]:
                return held(lease_there, visit)
        return Unclaimed()

    async def commit(
        self, entry: Entry[Any], visit: Visit, record: Record, ticket: Ticket, /
    ) -> tuple[Commit, bytes]:
        if visit.forgotten:
            await self.fail(entry, visit, ticket, b"")
            return Commit.FORGOTTEN, b""
        call, mark = self._commit(entry, record, ticket)
        try:
            (reply,) = await self._link.run(visit.budget, call)
        except RedisOut:
            return Commit.LOST, b""
        return outcome(reply), mark

    async def fail(
        self, entry: Entry[Any], visit: Visit, ticket: Ticket, word: bytes, /
    ) -> None:
        whose = visit.token.tags[0][:WHOSE]
        left = FAILED + whose + word if word else b""
        milliseconds = int(shared_seconds(self._sources.rng) * 1000)
        arguments = (ticket.lease, left, milliseconds)
        call = Call(GIVE_BACK, (lease_name(entry),), arguments)
        with suppress(RedisOut):  # the lease runs out by itself
            await self._link.run(visit.budget, call)

    async def introduce(
        self, entry: Entry[Any], visit: Visit, record: Record, /
    ) -> Commit:
        generation = visit.generations.get(visit.person.tags[0])
        if visit.home is None or generation is None:
            return Commit.LOST
        tags = (visit.token.tags[0], visit.home.shelf.tags[0])
        enrolling = enroll(visit, self._sources.clock(), *tags)
        commit, _ = self._commit(entry, record, Ticket(b"", generation))
        try:
            *enrolled, reply = await self._link.run(visit.budget, *enrolling, commit)
        except RedisOut:
            return Commit.LOST
        note_enrolled(visit, enrolled, *tags)
        return outcome(reply)

    async def forget(self, person: Subject, /) -> bool:
        return await self._purge.forget(person)

    async def clear(self, subject: Subject, /) -> bool:
        return await self._purge.clear(subject)

    def state(self) -> StoreState:
        return self._link.state()

    async def aclose(self) -> None:
        await self._link.aclose()

    def _is_fresh(self, record: Record) -> bool:
        return self._sources.wall() < record.dates.fresh_until

    def _commit(
        self, entry: Entry[Any], record: Record, ticket: Ticket
    ) -> tuple[Call, bytes]:
        name = value_name(entry)
        sealed = self._signets.all[0].seal(name, record.to_bytes())
        life = record.dates.dead_at - self._sources.wall()
        keys = (name, lease_name(entry), generation_name(entry.tag))
        arguments = (ticket.lease, ticket.generation, sealed, max(1, int(life * 1000)))
        call = Call(COMMIT, (*keys, names_name(entry.tag)), (*arguments, LIST_MS))
        return call, sealed[:MARK]

    def _open(self, entry: Entry[Any], sealed: bytes | None, number: int) -> Stored:
        """What `sealed` holds; what cannot be opened is counted, and a miss."""
        if sealed is None:
            return Stored()
        mark = sealed[:MARK]
        name = value_name(entry, number)
        try:
            plain = self._signets.all[number].open(name, sealed)
            return Stored(Record.from_bytes(plain, mark), mark)
        except Unsound:
            self.unsound += 1
            return Stored(mark=mark)
