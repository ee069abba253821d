"""Erasure in Redis: remove everything of a person or of an account ("forget me")."""

from collections.abc import Callable

from providers.cache.records import KeyScope
from providers.cache.redis.circuit_breaker import RedisUnavailable
from providers.cache.redis.client import RedisClient
from providers.cache.redis.commands import ScriptCall
from providers.cache.redis.lua_scripts import (
    EDITION_MS,
    ERASE,
    generation_key,
    members_key,
    new_edition,
    scopes_key,
)
from providers.deadline import TimeBudget

# An erasure is a request of its own and may take longer than a question's share.
ERASE_SECONDS = 1.5

# How often an erasure reads a set again that grew meanwhile.
_TRIES = 8


class Erasure:
    """Remove everything that Redis holds of one person, fetches under way included.

    The person's new edition alone is enough: no record of the person can be opened any
    more, and each account that lists the person as a user gets a new edition when the
    person comes back. So nothing depends on sets that may have been evicted. The rest
    removes what can be found at once, and makes the accounts' records unreadable for
    their other users.

    Order matters for that rest. A request claims, then lists its hashes under the
    person. An erasure changes the person's edition, then reads that list. So either the
    request meets another edition, or the erasure sees the request's hashes and changes
    the edition that was claimed, which the request's commit compares.
    """

    def __init__(self, client: RedisClient, clock: Callable[[], float]) -> None:
        self._client = client
        self._clock = clock

    async def erase_person(self, person: KeyScope) -> bool:
        """Remove all records of the person's tokens and accounts, under every secret.

        Return False where Redis did not answer to the end: what is left expires.
        """
        await self._client.wait_for_probe()
        budget = TimeBudget(self._clock, ERASE_SECONDS)
        try:
            for person_hash in person.hashes:
                await self._erase_person(person_hash, budget)
        except RedisUnavailable:
            return False
        return True

    async def erase_scope(self, scope: KeyScope) -> bool:
        """Remove all records of one scope; return False as `erase_person` does."""
        await self._client.wait_for_probe()
        budget = TimeBudget(self._clock, ERASE_SECONDS)
        try:
            for scope_hash in scope.hashes:
                await self._erase_records(scope_hash, budget)
        except RedisUnavailable:
            return False
        return True

    async def _erase_person(self, person_hash: bytes, budget: TimeBudget) -> None:
        generation = await self._erase_records(person_hash, budget)
        for _ in range(_TRIES):
            scopes = await self._client.members(scopes_key(person_hash), budget)
            for scope_hash in scopes:
                await self._erase_records(scope_hash, budget)
            keys = (generation_key(person_hash), scopes_key(person_hash))
            if await self._erase(keys, scopes, generation, budget):
                return
        raise RedisUnavailable

    async def _erase_records(self, scope_hash: bytes, budget: TimeBudget) -> bytes:
        """Remove a scope's records; return its new edition."""
        generation = new_edition()
        for _ in range(_TRIES):
            records = await self._client.members(members_key(scope_hash), budget)
            keys = (generation_key(scope_hash), members_key(scope_hash), *records)
            if await self._erase(keys, records, generation, budget):
                return generation
        raise RedisUnavailable

    async def _erase(
        self,
        keys: tuple[bytes, ...],
        members: tuple[bytes, ...],
        generation: bytes,
        budget: TimeBudget,
    ) -> bool:
        """Return False where the set has got more members than `members` meanwhile."""
        call = ScriptCall(ERASE, keys, (generation, EDITION_MS, *members))
        (reply,) = await self._client.run_scripts(budget, call)
        return reply == b"kept"
