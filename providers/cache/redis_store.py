"""The level that all processes share: sealed records, leases, whose they are."""

import secrets
from contextlib import suppress
from typing import Any

from msgspec.structs import replace

from providers.cache.failures import PERSONAL, from_word, shared_seconds
from providers.cache.gate import Gate, RedisOut
from providers.cache.levels import Sources
from providers.cache.packing import Unsound
from providers.cache.records import LONGEST, Entry, Record, Subject
from providers.cache.redis_link import RedisLink
from providers.cache.redis_names import (
    generation_name,
    lease_name,
    names_name,
    tags_name,
    value_name,
)
from providers.cache.redis_purge import RedisPurge
from providers.cache.scripts import CLAIM, COMMIT, ENROLL, GIVE_BACK, Call
from providers.cache.signets import MARK, Signets
from providers.cache.store import (
    Busy,
    Claim,
    Commit,
    Failed,
    Stored,
    StoreState,
    Ticket,
    Unclaimed,
)
from providers.cache.visits import Visit

# Lists outlive whatever they list.
LIST_MS = int((LONGEST + 3600) * 1000)
_LEASED, _FAILED = b"n", b"f"
_WHOSE = 16  # hexadecimal digits of the token's tag beside a failure
_ANY = b"*"


class RedisStore:
    """See `providers.cache.store.Store`."""

    def __init__(
        self, link: RedisLink, gate: Gate, signets: Signets, sources: Sources
    ) -> None:
        self.unsound = 0
        self._link = link
        self._gate = gate
        self._signets = signets
        self._sources = sources
        self._purge = RedisPurge(link, sources.clock)

    @property
    def failures(self) -> int:
        return self._gate.failures

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
                best = _newer(best, self._open(entry, sealed, number))
        except RedisOut:
            return Stored()
        return best

    async def claim(
        self, entry: Entry[Any], visit: Visit, mark: bytes, seconds: float, /
    ) -> Claim:
        lease = _LEASED + secrets.token_hex(8).encode()
        keys = (value_name(entry), lease_name(entry), generation_name(entry.tag))
        claim = Call(CLAIM, keys, (mark, lease, int(seconds * 1000), MARK))
        try:
            if entry.subject == visit.person or entry.tag in visit.enrolled:
                (reply,) = await self._link.run(visit.budget, claim)
            else:
                enroll = _enroll(visit, entry.tag)
                enrolled, reply = await self._link.run(visit.budget, enroll, claim)
                _note_enrolled(visit, enrolled, entry.tag)
        except RedisOut:
            return Unclaimed()
        match reply:
            case [b"won", bytes(generation)]:
                return Ticket(lease, generation)
            case [b"value", bytes(sealed)]:
                return self._open(entry, sealed, 0)
            case [b"held", bytes(held)]:
                return _held(held, visit)
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
        return _outcome(reply), mark

    async def fail(
        self, entry: Entry[Any], visit: Visit, ticket: Ticket, word: bytes, /
    ) -> None:
        whose = visit.token.tags[0][:_WHOSE]
        left = _FAILED + whose + word if word else b""
        milliseconds = int(shared_seconds(self._sources.rng) * 1000)
        arguments = (ticket.lease, left, milliseconds)
        call = Call(GIVE_BACK, (lease_name(entry),), arguments)
        with suppress(RedisOut):  # the lease runs out by itself
            await self._link.run(visit.budget, call)

    async def introduce(
        self, entry: Entry[Any], visit: Visit, record: Record, /
    ) -> Commit:
        if visit.home is None or visit.generation is None:
            return Commit.LOST
        tags = (visit.token.tags[0], visit.home.shelf.tags[0])
        enroll = _enroll(visit, *tags)
        commit, _ = self._commit(entry, record, Ticket(b"", visit.generation))
        try:
            enrolled, reply = await self._link.run(visit.budget, enroll, commit)
        except RedisOut:
            return Commit.LOST
        _note_enrolled(visit, enrolled, *tags)
        return _outcome(reply)

    async def forget(self, person: Subject, /) -> bool:
        return await self._purge.forget(person)

    async def clear(self, subject: Subject, /) -> bool:
        return await self._purge.clear(subject)

    def state(self) -> StoreState:
        return self._gate.state()

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


def _newer(first: Stored, other: Stored) -> Stored:
    """The later reading of both, under the first one's mark."""
    if other.record is None:
        return first
    if first.record and first.record.dates.read_at >= other.record.dates.read_at:
        return first
    return Stored(replace(other.record, mark=first.mark), first.mark)


def _enroll(visit: Visit, *tags: bytes) -> Call:
    person = visit.person.tags[0]
    expected = _ANY if visit.generation is None else visit.generation
    keys = (generation_name(person), tags_name(person))
    return Call(ENROLL, keys, (expected, LIST_MS, *tags))


def _note_enrolled(visit: Visit, reply: object, *tags: bytes) -> None:
    match reply:
        case [b"kept", bytes(generation)]:
            visit.generation = generation
            visit.enrolled.update(tags)
        case _:
            visit.forgotten = True


def _held(held: bytes, visit: Visit) -> Claim:
    """Somebody else's lease, or the failure that one left behind."""
    if not held.startswith(_FAILED):
        return Busy()
    whose, word = held[1 : 1 + _WHOSE], held[1 + _WHOSE :]
    error = from_word(word)
    if isinstance(error, PERSONAL) and whose != visit.token.tags[0][:_WHOSE]:
        return Unclaimed(out=False)
    return Failed(error)


def _outcome(reply: object) -> Commit:
    match reply:
        case b"kept":
            return Commit.KEPT
        case b"superseded":
            return Commit.SUPERSEDED
        case b"forgotten":
            return Commit.FORGOTTEN
    return Commit.LOST
