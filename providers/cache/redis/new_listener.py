"""New listener in Redis: what a request with an unknown token reads and stores."""

from collections.abc import Sequence
from typing import Any

from providers.cache.records import CacheKey, PackedRecord
from providers.cache.redis.client import RedisClient
from providers.cache.redis.commands import ScriptCall
from providers.cache.redis.lua_scripts import (
    EDITION_MS,
    INTRODUCE,
    MEET,
    NOTE,
    generation_key,
    members_key,
    new_edition,
    note_linked,
    other_link_calls,
    scopes_key,
    user_entry,
    value_key,
)
from providers.cache.redis.sealed_records import SealedRecords
from providers.cache.request_state import CacheRequest
from providers.cache.store import Lease, StoreRead


class FirstMeeting:
    """Meets a person in one round trip, and stores the person's account in another.

    While secrets rotate, the person's hash under the secret to write with is listed
    under the other hash too; see `other_link_calls`. Both methods raise
    `RedisUnavailable`.
    """

    def __init__(self, client: RedisClient, records: SealedRecords) -> None:
        self._client = client
        self._records = records

    async def meet(
        self, request: CacheRequest, keys: Sequence[CacheKey[Any]]
    ) -> list[StoreRead]:
        """Note the person's edition in the request; return records of the person."""
        person_hash = request.person.hashes[0]
        names = (generation_key(person_hash), *map(value_key, keys))
        call = ScriptCall(MEET, names, (new_edition(),))
        reply, *linked = await self._client.run_scripts(
            request.budget, call, *other_link_calls(request)
        )
        note_linked(request, request.person.hashes[1:], linked)
        match reply if isinstance(reply, list) else [reply, *[None] * len(keys)]:
            case [bytes(edition), *sealed] if edition and len(sealed) == len(keys):
                if request.meet_edition(person_hash, edition):
                    return [
                        self._records.open(key, value, 0, edition)
                        for key, value in zip(keys, sealed, strict=True)
                    ]
            case _:
                request.forgotten = True
        return [StoreRead()] * len(keys)

    async def introduce(
        self,
        records: Sequence[tuple[CacheKey[Any], PackedRecord]],
        request: CacheRequest,
    ) -> Lease | None:
        """Store the person's records and list the account as theirs, in one go.

        The account's edition is noted before the account is listed, and its records
        come after both: see `Erasure`. None where nothing could be stored.
        """
        person_hash = request.person.hashes[0]
        generation = request.generations.get(person_hash)
        if request.account is None or not generation:
            return None
        scope_hash = request.account.scope.hashes[0]
        entry = user_entry(person_hash, generation)
        note = ScriptCall(NOTE, (generation_key(scope_hash),), (entry, new_edition()))
        introduce = self._introduce_call(person_hash, generation, scope_hash, records)
        edition, kept, *linked = await self._client.run_scripts(
            request.budget, note, introduce, *other_link_calls(request, scope_hash)
        )
        note_linked(request, request.person.hashes[1:], linked)
        request.forgotten |= kept != b"kept"
        if request.forgotten or not isinstance(edition, bytes):
            return None
        request.linked.add(scope_hash)
        return Lease(b"", edition)

    def _introduce_call(
        self,
        person_hash: bytes,
        edition: bytes,
        scope_hash: bytes,
        records: Sequence[tuple[CacheKey[Any], PackedRecord]],
    ) -> ScriptCall:
        keys = [
            generation_key(person_hash),
            scopes_key(person_hash),
            members_key(person_hash),
        ]
        arguments: list[bytes | int] = [edition, EDITION_MS, scope_hash]
        for key, record in records:
            keys.append(value_key(key))
            arguments += self._records.seal(key, record, edition)
        return ScriptCall(INTRODUCE, tuple(keys), tuple(arguments))
