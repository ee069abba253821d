"""Redis store: sealed records and leases, shared by all processes."""

import secrets
from collections.abc import Sequence
from typing import Any

from providers.cache.keyring import ETAG_BYTES, Keyring
from providers.cache.negative_cache import shared_seconds
from providers.cache.records import (
    CacheKey,
    Clocks,
    KeyScope,
    PackedRecord,
)
from providers.cache.redis.circuit_breaker import BudgetSpent, RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.commands import ScriptCall
from providers.cache.redis.erasure import Erasure
from providers.cache.redis.lua_scripts import (
    CLAIM,
    EDITION_DIGITS,
    EDITION_MS,
    LEASED,
    LINK,
    NOTE,
    RENEW,
    TOKEN_DIGITS,
    commit_result,
    edition_of,
    generation_key,
    lease_key,
    lease_state,
    link_calls,
    new_edition,
    newest,
    note_linked,
    release_call,
    scopes_key,
    unreadable,
    user_entry,
    value_key,
)
from providers.cache.redis.new_listener import FirstMeeting
from providers.cache.redis.sealed_records import SealedRecords
from providers.cache.request_state import CacheRequest
from providers.cache.store import (
    ClaimResult,
    CommitResult,
    Lease,
    NoLease,
    StoreRead,
    StoreState,
)
from providers.deadline import TimeBudget


class RedisStore:
    """`cache.store.Store` in Redis."""

    shared = True

    def __init__(self, client: RedisClient, keyring: Keyring, clocks: Clocks) -> None:
        self._client = client
        self._clocks = clocks
        self._records = SealedRecords(keyring, clocks.wall)
        self._meeting = FirstMeeting(client, self._records)
        self._erasure = Erasure(client, clocks.clock)

    @property
    def failures(self) -> int:
        """The number of commands that failed since the start."""
        return self._client.failures

    @property
    def undecodable(self) -> int:
        """The number of values that could not be opened since the start."""
        return self._records.undecodable

    async def read(
        self, keys: Sequence[CacheKey[Any]], request: CacheRequest, /
    ) -> list[StoreRead]:
        """Return the record of each key; an empty `StoreRead` where there is none.

        While secrets rotate also under the other one, unless the first are fresh.
        """
        try:
            found = await self._read(keys, request, 0)
        except RedisUnavailable:
            request.miss_editions()
            return [StoreRead()] * len(keys)
        return await self._newest(found, keys, request)

    async def _newest(
        self,
        found: list[StoreRead],
        keys: Sequence[CacheKey[Any]],
        request: CacheRequest,
    ) -> list[StoreRead]:
        """Return `found`, or younger records under the other secret; see `read`."""
        for number in range(1, len(request.person.hashes)):
            if all(map(self._is_fresh, found)):
                break
            try:
                others = await self._read(keys, request, number)
            except RedisUnavailable:
                request.miss_editions()
                return [StoreRead()] * len(keys)
            found = list(map(newest, found, others))
        return found

    def _is_fresh(self, store_read: StoreRead) -> bool:
        record = store_read.record
        return bool(record and self._clocks.wall() < record.lifetimes.fresh_until)

    async def _read(
        self, keys: Sequence[CacheKey[Any]], request: CacheRequest, number: int
    ) -> list[StoreRead]:
        """Read values and the editions that they must be sealed with, in one go."""
        person_hash = request.person.hashes[number]
        scope_hash = keys[0].scope.hashes[number]
        names = [value_key(key, number) for key in keys]
        names.append(generation_key(person_hash))
        if scope_hash != person_hash:
            names.append(generation_key(scope_hash))
        was_known = person_hash in request.generations
        values = await self._client.get_all(names, request.budget)
        sealed, (person_generation, *rest) = values[: len(keys)], values[len(keys) :]
        edition = edition_of(person_generation)
        if not edition and not was_known:
            # Read before the person had an edition. Another command of this request
            # may have made one meanwhile, and its reply may have come first. A claim
            # notes the person as a user, and then returns what is there.
            return [StoreRead()] * len(keys)
        if not request.meet_edition(person_hash, edition) or not edition:
            return list(map(unreadable, sealed))
        if rest and any(sealed):
            entry = user_entry(person_hash, edition)
            edition = await self._note(request, number, scope_hash, entry, rest[0])
        return [
            self._records.open(key, value, number, edition)
            for key, value in zip(keys, sealed, strict=True)
        ]

    async def _note(
        self,
        request: CacheRequest,
        number: int,
        scope_hash: bytes,
        entry: bytes,
        generation: bytes | None,
    ) -> bytes:
        """Return the edition of a scope that the person may read; b"" for none.

        A person who uses the scope for the first time is noted as its user first. One
        who was erased since the last time may not read what was stored before that.
        """
        edition = edition_of(generation)
        if not edition or not generation or b"," + entry in generation:
            return edition
        if b"," + entry[:EDITION_DIGITS] in generation:
            return b""
        person_hash = request.person.hashes[number]
        note = ScriptCall(NOTE, (generation_key(scope_hash),), (entry, new_edition()))
        keys = (generation_key(person_hash), scopes_key(person_hash))
        expected = request.generations[person_hash]
        arguments = (expected, new_edition(), EDITION_MS, scope_hash)
        link = ScriptCall(LINK, keys, arguments)
        noted, linked = await self._client.run_scripts(request.budget, note, link)
        return edition if noted == edition and linked == [b"kept", expected] else b""

    async def claim(
        self,
        cache_key: CacheKey[Any],
        request: CacheRequest,
        etag: bytes,
        seconds: float,
        /,
    ) -> ClaimResult:
        """Ask for the right to fetch, for `seconds`.

        Return `Lease` where it is granted, the `StoreRead` where the record's etag is
        another than `etag`, or why there is no lease.
        """
        try:
            reply = await self._claim(cache_key, request, etag, seconds)
        except RedisUnavailable:
            return NoLease()
        match reply:
            case [b"won", bytes(lease), bytes(edition)]:
                return Lease(lease, edition)
            case [b"value", bytes(sealed), bytes(edition)]:
                return self._records.open(cache_key, sealed, 0, edition)
            case [b"held", bytes(value), bytes(edition)]:
                failure = self._records.open_failure(cache_key, value, edition)
                return lease_state(failure, request)
        return NoLease(out=not request.forgotten)

    async def _claim(
        self,
        cache_key: CacheKey[Any],
        request: CacheRequest,
        etag: bytes,
        seconds: float,
    ) -> list[object]:
        """Return CLAIM's reply, with the lease where it was won; [] for none."""
        person_hash, scope_hash = request.person.hashes[0], cache_key.hash
        await self.meet(request)
        if request.forgotten or not request.generations[person_hash]:
            return []
        lease = LEASED + secrets.token_hex(8).encode()
        keys = (value_key(cache_key), lease_key(cache_key), generation_key(scope_hash))
        entry = b""
        if scope_hash != person_hash:
            entry = user_entry(person_hash, request.generations[person_hash])
        arguments = (int(seconds * 1000), ETAG_BYTES, entry, new_edition())
        claim = ScriptCall(CLAIM, keys, (etag, lease, *arguments))
        # A claim whose answer is lost is given back: nobody would use its lease, and
        # everybody else would wait for it.
        undo = [release_call(cache_key, lease)]
        (reply,) = await self._link(request, scope_hash, before=(claim,), undo=undo)
        match reply:
            case [b"won", bytes(edition)]:
                return [b"won", lease, edition]
            case [*parts]:
                return parts
        self._client.send_scripts(*undo)  # a reply without sense
        return []

    async def meet(
        self, request: CacheRequest, keys: Sequence[CacheKey[Any]] = (), /
    ) -> list[StoreRead]:
        """Learn the person's edition and read records of the person, in one go.

        A later erasure is noticed then. Where a write failed a moment ago, only read:
        whoever is known needs no write.
        """
        person_hash = request.person.hashes[0]
        if not keys and person_hash in request.generations:
            return []
        if keys and not self._client.writes_well(generation_key(person_hash)):
            return await self.read(keys, request)
        try:
            found = await self._meeting.meet(request, keys)
        except RedisUnavailable:
            request.miss_editions()
            return [StoreRead()] * len(keys)
        return await self._newest(found, keys, request)

    async def _link(
        self,
        request: CacheRequest,
        *hashes: bytes,
        before: Sequence[ScriptCall] = (),
        undo: Sequence[ScriptCall] = (),
    ) -> list[object]:
        """Run the calls `before`, then list hashes under the person, in one go.

        Returns the replies to `before`. `undo` is as in `RedisClient.run_scripts`.
        """
        links = link_calls(request, *hashes)
        replies = await self._client.run_scripts(
            request.budget, *before, *links, undo=undo
        )
        note_linked(request, request.person.hashes, replies[len(before) :])
        if not request.forgotten:
            request.linked.update(hashes)
        return replies[: len(before)]

    async def commit(
        self,
        cache_key: CacheKey[Any],
        request: CacheRequest,
        record: PackedRecord,
        lease: Lease,
        /,
    ) -> tuple[CommitResult, bytes]:
        """Store a record; return what became of it, and its etag ("" if not kept).

        Nobody waits for the answer of a distant server: it would only confirm.
        """
        if request.forgotten:
            if lease.lease:
                await self.fail(cache_key, request, lease, b"")
            return CommitResult.FORGOTTEN, b""
        call, etag = self._records.commit_call(cache_key, record, lease)
        undo = [release_call(cache_key, lease.lease)] if lease.lease else []
        if self._client.is_distant:
            self._client.send_scripts(call, undo=undo)
            return CommitResult.LOST, etag
        try:
            (reply,) = await self._client.run_scripts(request.budget, call, undo=undo)
        except BudgetSpent:
            # The listener has waited long enough; the record is worth sending still.
            self._client.send_scripts(call)
            return CommitResult.LOST, b""
        except RedisUnavailable:
            return CommitResult.LOST, b""
        return commit_result(reply), etag

    async def renew(
        self,
        cache_key: CacheKey[Any],
        request: CacheRequest,
        lease: Lease,
        seconds: float,
        /,
    ) -> bool:
        """Let the lease live for `seconds` from now; False where it is lost.

        A renewal runs beside the fetch and takes nothing from the request's budget.
        """
        arguments = (lease.lease, int(seconds * 1000))
        call = ScriptCall(RENEW, (lease_key(cache_key),), arguments)
        budget = TimeBudget(self._clocks.clock, calls=request.budget.calls)
        try:
            (reply,) = await self._client.run_scripts(budget, call)
        except RedisUnavailable:
            return False
        return reply == b"kept"

    async def fail(
        self,
        cache_key: CacheKey[Any],
        request: CacheRequest,
        lease: Lease,
        word: bytes,
        /,
    ) -> None:
        """Give the lease back; a `word` answers for other fetches for a second."""
        left = b""
        if word:
            failure = request.token.hashes[0][:TOKEN_DIGITS] + word
            left = self._records.seal_failure(cache_key, lease, failure)
        milliseconds = int(shared_seconds(self._clocks.rng) * 1000)
        call = release_call(cache_key, lease.lease, left, milliseconds)
        try:
            await self._client.run_scripts(request.budget, call, undo=[call])
        except BudgetSpent:
            self._client.send_scripts(call)
        except RedisUnavailable:
            return  # the lease runs out by itself

    async def introduce(
        self,
        records: Sequence[tuple[CacheKey[Any], PackedRecord]],
        request: CacheRequest,
        /,
    ) -> Lease | None:
        """Store the person's records and list the account as theirs, in one go."""
        try:
            return await self._meeting.introduce(records, request)
        except RedisUnavailable:
            return None

    async def erase_person(self, person: KeyScope, /) -> bool:
        """Remove everything of one person; False where Redis did not answer."""
        return await self._erasure.erase_person(person)

    async def erase_scope(self, scope: KeyScope, /) -> bool:
        """Remove all records of one scope; False where Redis did not answer."""
        return await self._erasure.erase_scope(scope)

    def state(self) -> StoreState:
        """Return the state of the server: `up`, `read_only` or `down`."""
        return self._client.state()

    async def probe(self) -> None:
        """Find out whether a server that was out is back, if it is time to look."""
        await self._client.wait_for_probe()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
