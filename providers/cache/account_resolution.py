"""Who a token belongs to: nothing is served or kept before that is known."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic
from weakref import WeakValueDictionary

from providers.cache.read_through import Cache
from providers.cache.records import Kind, T
from providers.cache.request import Home, Visit
from providers.cache.single_flight import Flights, Seat
from providers.cache.ttl import ACCOUNT, LAST_ACCOUNT
from providers.errors import ProviderError
from providers.music import Account
from providers.timeouts import REDIS_SECONDS

# FOLDED A token's first time: its account is asked for, first reads begin beside that.

Question = Callable[[], Coroutine[Any, Any, Account]]

"""Asks the music service whose the visit's token is."""


@dataclass(frozen=True, slots=True)
class Wish(Generic[T]):
    """One record of an account that is wanted: which, how to fetch it, and what it
    becomes once the account is known."""

    kind: Kind[T]
    detail: str
    fetch: Callable[[], Coroutine[Any, Any, T]]
    settle: Callable[[T, Account], T] | None = None

    @property
    def key(self) -> Hashable:
        return self.kind.word, self.detail

    def settled(self, value: T, account: Account) -> T:
        return value if self.settle is None else self.settle(value, account)


class Meeting:
    """The question for one token's account, while it is open.

    `asks` turns True where this process asks on behalf of a person of whom nothing is
    known: reads may begin beside the question. They take the leases of their records
    as soon as the account is known, and only then is the answer published: another
    process that finds it finds those leases taken and makes no second read. `known` is
    None where the question failed: whose flight it is hears why.
    """

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self.asks: asyncio.Future[bool] = loop.create_future()
        self.known: asyncio.Future[Account | None] = loop.create_future()
        self.early = Flights()
        self._expected: set[Hashable] = set()
        self._adopted: set[Hashable] = set()
        self._settled = asyncio.Event()

    async def takes_readers(self) -> bool:
        """Whether a read may begin now, beside the question."""
        return not self.known.done() and await asyncio.shield(self.asks)

    def expect(self, wish: Hashable) -> None:
        """A read has begun early."""
        self._expected.add(wish)

    def adopt(self, wish: Hashable) -> None:
        """That read has its lease, or needs none."""
        self._adopted.add(wish)
        if self._expected <= self._adopted:
            self._settled.set()

    async def answer(self, account: Account) -> None:
        """Tells the account, and waits until every early read has its lease."""
        self.known.set_result(account)
        if self._expected <= self._adopted:
            return
        try:
            async with asyncio.timeout(REDIS_SECONDS):
                await self._settled.wait()
        except TimeoutError:
            return  # a lease that others hold must not keep the answer back

    def conclude(self, account: Account) -> None:
        """The account was asked for, here or elsewhere."""
        if not self.asks.done():
            self.asks.set_result(False)
        if not self.known.done():
            self.known.set_result(account)

    def abandon(self) -> None:
        """It was not."""
        if not self.asks.done():
            self.asks.set_result(False)
        if not self.known.done():
            self.known.set_result(None)


Inquiry = Seat[Account]


class Acquaintance:
    """Reads of listeners' records, each after its account is known."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._meetings: WeakValueDictionary[bytes, Meeting] = WeakValueDictionary()

    async def home(self, visit: Visit, question: Question) -> Home:
        """The account of the visit's token; raises what `question` raises."""
        if (home := self._recall(visit) or await self._look_up(visit)) is not None:
            return home
        await self._cache.admit(visit)
        with self._inquire(visit, question) as inquiry:
            return self._cache.meet(visit, await inquiry.landing())

    async def read(self, visit: Visit, wish: Wish[T], question: Question) -> T:
        """A record of the visit's account; raises what `question` and the wish's fetch
        raise, and what `Cache.read` does."""
        home = self._recall(visit) or await self._look_up(visit)
        if home is None:
            await self._cache.admit(visit)
            with self._inquire(visit, question) as inquiry:
                meeting = self._meetings.get(visit.token.tags[0])
                if meeting is not None and await meeting.takes_readers():
                    return await self._beside(visit, wish, meeting, inquiry)
                home = self._cache.meet(visit, await inquiry.landing())
        entry = self._cache.entry(home.shelf, wish.kind, wish.detail)
        return await self._cache.read(entry, partial(_fetch, wish, home), visit)

    def _recall(self, visit: Visit) -> Home | None:
        if visit.home is None:
            pointer = self._cache.entry(visit.token, ACCOUNT)
            if (account := self._cache.recall(pointer, visit)) is not None:
                visit.used(ACCOUNT.word, "memory")
                return self._cache.meet(visit, account)
        return visit.home

    async def _look_up(self, visit: Visit) -> Home | None:
        pointer = self._cache.entry(visit.token, ACCOUNT)
        if (account := await self._cache.find(pointer, visit)) is None:
            return None
        visit.used(ACCOUNT.word, "redis")
        return self._cache.meet(visit, account)

    def _inquire(
        self, visit: Visit, question: Question
    ) -> AbstractContextManager[Inquiry]:
        flights, key = self._cache.flights, ("inquiry", visit.token)
        if flights.aloft(key):
            visit.used(ACCOUNT.word, "follow")
        return flights.aboard(key, partial(self._begin, visit, question))

    def _begin(self, visit: Visit, question: Question) -> Coroutine[Any, Any, Account]:
        meeting = self._meetings[visit.token.tags[0]] = Meeting()
        return self._meet(visit, question, meeting)

    async def _meet(
        self, visit: Visit, question: Question, meeting: Meeting
    ) -> Account:
        """Finds or asks for the account, then notes it as the person's last one."""
        cache = self._cache
        last = cache.entry(visit.person, LAST_ACCOUNT)
        acquainted = asyncio.create_task(cache.holds(last, visit))

        async def ask() -> Account:
            meeting.asks.set_result(not await acquainted)
            account = await question()
            await meeting.answer(account)
            return account

        try:
            account = await cache.read(cache.entry(visit.token, ACCOUNT), ask, visit)
            await cache.introduce(visit, account)
        except BaseException:
            meeting.abandon()
            raise
        finally:
            acquainted.cancel()
        meeting.conclude(account)
        return account

    async def _beside(
        self, visit: Visit, wish: Wish[T], meeting: Meeting, inquiry: Inquiry
    ) -> T:
        """Fetches while the account is asked for, keeps it once that is known, and
        leaves when the answer is published."""
        meeting.expect(wish.key)
        try:
            with meeting.early.aboard(wish.key, wish.fetch) as early:
                known = await asyncio.shield(meeting.known)
                home = self._cache.meet(visit, known or await inquiry.landing())

                async def adopt() -> T:
                    meeting.adopt(wish.key)
                    return wish.settled(await early.landing(), home.account)

                entry = self._cache.entry(home.shelf, wish.kind, wish.detail)
                value = await self._cache.read(entry, adopt, visit)
        except ProviderError:
            meeting.adopt(wish.key)
            await inquiry.landing()
            raise
        finally:
            meeting.adopt(wish.key)
        await inquiry.landing()
        return value


async def _fetch(wish: Wish[T], home: Home) -> T:
    return wish.settled(await wish.fetch(), home.account)
