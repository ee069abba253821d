"""The level that all processes share: sealed records, leases, whose they are."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from providers.cache.keyring import MARK, Signets
from providers.cache.negative_cache import shared_seconds
from providers.cache.records import Entry, Record, Sources, Subject, Unsound
from providers.cache.redis.circuit_breaker import RedisOut
from providers.cache.redis.client import RedisLink
from providers.cache.redis.protocol import (
    CLAIM,
    COMMIT,
    FAILED,
    GIVE_BACK,
    LEASED,
    LIST_MS,
    TOMBSTONE_MS,
    WHOSE,
    WIPE,
    Call,
    enroll,
    generation_name,
    held,
    lease_name,
    names_name,
    newer,
    note_enrolled,
    outcome,
    tags_name,
    value_name,
)
from providers.cache.request import Visit
from providers.cache.store import (
    Claim,
    Commit,
    Stored,
    StoreState,
    Ticket,
    Unclaimed,
)
from providers.timeouts import RedisBudget

# FOLDED Removes whatever Redis holds of one person, fetches under way included.

# A purge is a request of its own and may take longer than a question's share.
PURGE_SECONDS = 1.5

_TRIES = 8


class RedisPurge:
    """Order matters. A request claims, then notes its tags under the person; a purge
    changes the person's generation, then reads those notes. So either the request
    meets a generation that is younger than itself, or the purge sees its tags and
    changes the generation that was claimed, which its commit compares."""

    def __init__(self, link: RedisLink, clock: Callable[[], float]) -> None:
        self._link = link
        self._clock = clock

    async def forget(self, person: Subject) -> bool:
        """All records of the person's tokens and accounts, under every secret known;
        False where Redis did not take part to the end: what is left expires."""
        await self._link.settle()
        budget = RedisBudget(self._clock, PURGE_SECONDS)
        try:
            for tag in person.tags:
                await self._forget_person(tag, budget)
        except RedisOut:
            return False
        return True

    async def clear(self, subject: Subject) -> bool:
        """All records of one subject; False as above."""
        await self._link.settle()
        budget = RedisBudget(self._clock, PURGE_SECONDS)
        try:
            for tag in subject.tags:
                await self._wipe_records(tag, budget)
        except RedisOut:
            return False
        return True

    async def _forget_person(self, person: bytes, budget: RedisBudget) -> None:
        generation = await self._wipe_records(person, budget)
        for _ in range(_TRIES):
            tags = await self._link.members(tags_name(person), budget)
            for tag in tags:
                await self._wipe_records(tag, budget)
            keys = (generation_name(person), tags_name(person))
            if await self._wipe(keys, tags, generation, budget):
                return
        raise RedisOut

    async def _wipe_records(self, tag: bytes, budget: RedisBudget) -> bytes:
        """Removes a subject's records; its new generation."""
        generation = secrets.token_hex(8).encode()
        for _ in range(_TRIES):
            names = await self._link.members(names_name(tag), budget)
            keys = (generation_name(tag), names_name(tag), *names)
            if await self._wipe(keys, names, generation, budget):
                return generation
        raise RedisOut

    async def _wipe(
        self,
        keys: tuple[bytes, ...],
        members: tuple[bytes, ...],
        generation: bytes,
        budget: RedisBudget,
    ) -> bool:
        """False where the list has got more members than those meanwhile."""
        call = Call(WIPE, keys, (generation, TOMBSTONE_MS, *members))
        (reply,) = await self._link.run(budget, call)
        return reply == b"kept"


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
