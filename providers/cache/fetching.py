"""The flight of one fetch: claim it, or follow whoever has; keep what it brings."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic

from providers.cache.negative_cache import RecentFailures, from_word, to_word
from providers.cache.records import Entry, Held, Sources, T
from providers.cache.request import Visit
from providers.cache.store import Busy, Claim, Failed, Store, Stored, Ticket, Unclaimed
from providers.cache.tiers import Levels
from providers.errors import DeadlineExceeded, Overloaded, ProviderError
from providers.turn import CacheRole

# Followers give up while there is time for a fetch of their own: an attempt of 1.5 s
# and the half second in which the answer is made.
FETCH_SECONDS = 2.0
LONGEST_LEASE = 7.0  # a request lives shorter
FIRST_PAUSE, LONGEST_PAUSE = 0.015, 0.1
# A store whose record changes at every look is not worth following.
MOST_LOOKS = 5


@dataclass(frozen=True, slots=True, eq=False)
class Reading(Generic[T]):
    """One wish: `fetch` brings the value of `entry` unless somebody has it.

    `held` is what is there already but no longer fresh, `mark` what is in the store.
    """

    entry: Entry[T]
    fetch: Callable[[], Awaitable[T]]
    visit: Visit
    held: Held[T] | None = field(default=None, repr=False)
    mark: bytes = b""

    @property
    def key(self) -> tuple[bytes, bytes]:
        """Who flies together: the same entry, read with the same token. Another token
        of the account may do better where this one is refused."""
        return self.entry.key, self.visit.token.tags[0]


@dataclass(frozen=True, slots=True, eq=False)
class Landed(Generic[T]):
    """What a flight brought, and from where."""

    held: Held[T]
    role: CacheRole


class Fetcher:
    """Runs flights; what fails is noted in `recent`."""

    def __init__(
        self, levels: Levels, store: Store, sources: Sources, recent: RecentFailures
    ) -> None:
        self._levels = levels
        self._store = store
        self._sources = sources
        self._recent = recent

    async def fly(self, reading: Reading[T]) -> Landed[T]:
        """The value from wherever it comes first. Raises the fetch's error, or the one
        that somebody else's fetch met a moment ago."""
        mark = reading.mark
        for _ in range(MOST_LOOKS):
            claim, waited = await self._follow(reading, mark)
            match claim:
                case Stored():
                    mark = claim.mark
                    held = self._levels.admit(reading.entry, claim, reading.visit)
                    if held and self._sources.wall() < held.dates.fresh_until:
                        return Landed(held, "follow" if waited else "redis")
                case Failed(word=word):
                    raise from_word(word)
                case Ticket():
                    return Landed(await self._fetch(reading, claim), "fetch")
                case Unclaimed(out=True):
                    return Landed(await self._fetch(reading, None), "off")
                case _:
                    break
        return Landed(await self._fetch(reading, None), "fetch")

    async def _follow(self, reading: Reading[T], mark: bytes) -> tuple[Claim, bool]:
        """Claims until the lease is free, time runs out or there is something to read;
        whether that meant waiting."""
        entry, visit = reading.entry, reading.visit
        deadline = visit.deadline
        pause, waited = FIRST_PAUSE, False
        while True:
            lease = deadline.limit(LONGEST_LEASE) + 0.5
            claim = await self._store.claim(entry, visit, mark, lease)
            if not isinstance(claim, Busy) or deadline.remaining() < FETCH_SECONDS:
                return claim, waited
            await asyncio.sleep(pause * (0.5 + self._sources.rng.random()))
            pause, waited = min(pause * 1.5, LONGEST_PAUSE), True

    async def _fetch(self, reading: Reading[T], ticket: Ticket | None) -> Held[T]:
        entry, visit = reading.entry, reading.visit
        word = b""
        try:
            value = await reading.fetch()
        except ProviderError as error:
            # One request's lack of time says nothing to the next, nor does ours.
            if not isinstance(error, DeadlineExceeded | Overloaded):
                word = to_word(error)
                self._recent.note(reading.key, error)
            await self._give_back(reading, ticket, word)
            raise
        except BaseException:
            await self._give_back(reading, ticket, word)
            raise
        return await self._levels.keep(entry, value, visit, ticket)

    async def _give_back(
        self, reading: Reading[T], ticket: Ticket | None, word: bytes
    ) -> None:
        if ticket is not None:
            await self._store.fail(reading.entry, reading.visit, ticket, word)
