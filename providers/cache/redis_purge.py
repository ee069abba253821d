"""Removes whatever Redis holds of one person, fetches under way included."""

import secrets
from collections.abc import Callable

from providers.cache.gate import RedisOut
from providers.cache.records import Subject
from providers.cache.redis_link import RedisLink
from providers.cache.redis_names import generation_name, names_name, tags_name
from providers.cache.redis_replies import TOMBSTONE_MS
from providers.cache.scripts import WIPE, Call
from providers.cache.visits import RedisBudget

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
