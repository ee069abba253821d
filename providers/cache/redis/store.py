"""The level that all processes share: sealed records, leases, whose they are."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from providers.cache.keyring import ETAG_BYTES, Keyring
from providers.cache.negative_cache import shared_seconds
from providers.cache.records import (
    CacheKey,
    Clocks,
    KeyScope,
    PackedRecord,
    Undecodable,
)
from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.protocol import (
    CLAIM,
    COMMIT,
    ERASE,
    FAILED,
    LEASED,
    LIST_MS,
    RELEASE,
    TOMBSTONE_MS,
    WHOSE,
    ScriptCall,
    commit_result,
    generation_key,
    lease_key,
    lease_state,
    link_calls,
    members_key,
    newest,
    note_linked,
    scopes_key,
    value_key,
)
from providers.cache.request import CacheRequest
from providers.cache.store import (
    ClaimResult,
    CommitResult,
    Lease,
    NoLease,
    StoreRead,
    StoreState,
)
from providers.timeouts import TimeBudget

# FOLDED Removes whatever Redis holds of one person, fetches under way included.

# A purge is a request of its own and may take longer than a question's share.
ERASE_SECONDS = 1.5

_TRIES = 8


class Erasure:
    """Order matters. A request claims, then notes its tags under the person; a purge
    changes the person's generation, then reads those notes. So either the request
    meets a generation that is younger than itself, or the purge sees its tags and
    changes the generation that was claimed, which its commit compares."""

    def __init__(self, link: RedisClient, clock: Callable[[], float]) -> None:
        self._client = link
        self._clock = clock

    async def erase_person(self, person: KeyScope) -> bool:
        """All records of the person's tokens and accounts, under every secret known;
        False where Redis did not take part to the end: what is left expires."""
        await self._client.wait_for_probe()
        budget = TimeBudget(self._clock, ERASE_SECONDS)
        try:
            for tag in person.hashes:
                await self._erase_person(tag, budget)
        except RedisUnavailable:
            return False
        return True

    async def erase_scope(self, subject: KeyScope) -> bool:
        """All records of one subject; False as above."""
        await self._client.wait_for_probe()
        budget = TimeBudget(self._clock, ERASE_SECONDS)
        try:
            for tag in subject.hashes:
                await self._erase_records(tag, budget)
        except RedisUnavailable:
            return False
        return True

    async def _erase_person(self, person: bytes, budget: TimeBudget) -> None:
        generation = await self._erase_records(person, budget)
        for _ in range(_TRIES):
            tags = await self._client.members(scopes_key(person), budget)
            for tag in tags:
                await self._erase_records(tag, budget)
            keys = (generation_key(person), scopes_key(person))
            if await self._erase(keys, tags, generation, budget):
                return
        raise RedisUnavailable

    async def _erase_records(self, tag: bytes, budget: TimeBudget) -> bytes:
        """Removes a subject's records; its new generation."""
        generation = secrets.token_hex(8).encode()
        for _ in range(_TRIES):
            names = await self._client.members(members_key(tag), budget)
            keys = (generation_key(tag), members_key(tag), *names)
            if await self._erase(keys, names, generation, budget):
                return generation
        raise RedisUnavailable

    async def _erase(
        self,
        keys: tuple[bytes, ...],
        members: tuple[bytes, ...],
        generation: bytes,
        budget: TimeBudget,
    ) -> bool:
        """False where the list has got more members than those meanwhile."""
        call = ScriptCall(ERASE, keys, (generation, TOMBSTONE_MS, *members))
        (reply,) = await self._client.run_scripts(budget, call)
        return reply == b"kept"


class RedisStore:
    """See `providers.cache.store.Store`."""

    def __init__(self, link: RedisClient, keyring: Keyring, sources: Clocks) -> None:
        self.undecodable = 0
        self._client = link
        self._keyring = keyring
        self._clocks = sources
        self._erasure = Erasure(link, sources.clock)

    @property
    def failures(self) -> int:
        return self._client.failures

    async def read(self, entry: CacheKey[Any], request: CacheRequest, /) -> StoreRead:
        """Under the first secret; while secrets rotate also under the other one,
        unless what the first one gave is fresh."""
        try:
            sealed = await self._client.get(value_key(entry), request.budget)
            best = self._open(entry, sealed, 0)
            for number in range(1, len(self._keyring.all)):
                if best.record and self._is_fresh(best.record):
                    break
                sealed = await self._client.get(
                    value_key(entry, number), request.budget
                )
                best = newest(best, self._open(entry, sealed, number))
        except RedisUnavailable:
            return StoreRead()
        return best

    async def claim(
        self,
        entry: CacheKey[Any],
        request: CacheRequest,
        mark: bytes,
        seconds: float,
        /,
    ) -> ClaimResult:
        lease = LEASED + secrets.token_hex(8).encode()
        keys = (value_key(entry), lease_key(entry), generation_key(entry.hash))
        claim = ScriptCall(CLAIM, keys, (mark, lease, int(seconds * 1000), ETAG_BYTES))
        try:
            enrolling = link_calls(request, self._clocks.clock(), entry.hash)
            reply, *enrolled = await self._client.run_scripts(
                request.budget, claim, *enrolling
            )
        except RedisUnavailable:
            return NoLease()
        note_linked(request, enrolled, entry.hash)
        match reply:
            case [b"won", bytes(generation)]:
                return Lease(lease, generation)
            case [b"value", bytes(sealed)]:
                return self._open(entry, sealed, 0)
            case [b"held", bytes(lease_there)]:
                return lease_state(lease_there, request)
        return NoLease()

    async def commit(
        self,
        entry: CacheKey[Any],
        request: CacheRequest,
        record: PackedRecord,
        lease: Lease,
        /,
    ) -> tuple[CommitResult, bytes]:
        if request.forgotten:
            await self.fail(entry, request, lease, b"")
            return CommitResult.FORGOTTEN, b""
        call, mark = self._commit(entry, record, lease)
        try:
            (reply,) = await self._client.run_scripts(request.budget, call)
        except RedisUnavailable:
            return CommitResult.LOST, b""
        return commit_result(reply), mark

    async def fail(
        self, entry: CacheKey[Any], request: CacheRequest, lease: Lease, word: bytes, /
    ) -> None:
        whose = request.token.hashes[0][:WHOSE]
        left = FAILED + whose + word if word else b""
        milliseconds = int(shared_seconds(self._clocks.rng) * 1000)
        arguments = (lease.lease, left, milliseconds)
        call = ScriptCall(RELEASE, (lease_key(entry),), arguments)
        with suppress(RedisUnavailable):  # the lease runs out by itself
            await self._client.run_scripts(request.budget, call)

    async def link_person(
        self, entry: CacheKey[Any], request: CacheRequest, record: PackedRecord, /
    ) -> CommitResult:
        generation = request.generations.get(request.person.hashes[0])
        if request.account is None or generation is None:
            return CommitResult.LOST
        tags = (request.token.hashes[0], request.account.scope.hashes[0])
        enrolling = link_calls(request, self._clocks.clock(), *tags)
        commit, _ = self._commit(entry, record, Lease(b"", generation))
        try:
            *enrolled, reply = await self._client.run_scripts(
                request.budget, *enrolling, commit
            )
        except RedisUnavailable:
            return CommitResult.LOST
        note_linked(request, enrolled, *tags)
        return commit_result(reply)

    async def erase_person(self, person: KeyScope, /) -> bool:
        return await self._erasure.erase_person(person)

    async def erase_scope(self, subject: KeyScope, /) -> bool:
        return await self._erasure.erase_scope(subject)

    def state(self) -> StoreState:
        return self._client.state()

    async def aclose(self) -> None:
        await self._client.aclose()

    def _is_fresh(self, record: PackedRecord) -> bool:
        return self._clocks.wall() < record.lifetimes.fresh_until

    def _commit(
        self, entry: CacheKey[Any], record: PackedRecord, lease: Lease
    ) -> tuple[ScriptCall, bytes]:
        name = value_key(entry)
        sealed = self._keyring.all[0].seal(name, record.to_bytes())
        life = record.lifetimes.expires_at - self._clocks.wall()
        keys = (name, lease_key(entry), generation_key(entry.hash))
        arguments = (lease.lease, lease.generation, sealed, max(1, int(life * 1000)))
        call = ScriptCall(
            COMMIT, (*keys, members_key(entry.hash)), (*arguments, LIST_MS)
        )
        return call, sealed[:ETAG_BYTES]

    def _open(
        self, entry: CacheKey[Any], sealed: bytes | None, number: int
    ) -> StoreRead:
        """What `sealed` holds; what cannot be opened is counted, and a miss."""
        if sealed is None:
            return StoreRead()
        mark = sealed[:ETAG_BYTES]
        name = value_key(entry, number)
        try:
            plain = self._keyring.all[number].open(name, sealed)
            return StoreRead(PackedRecord.from_bytes(plain, mark), mark)
        except Undecodable:
            self.undecodable += 1
            return StoreRead(etag=mark)
