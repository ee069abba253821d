"""Who a token belongs to: nothing is served or kept before that is known."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic
from weakref import WeakValueDictionary

from providers.cache.read_through import Cache
from providers.cache.records import RecordType, T
from providers.cache.request import CacheRequest, ResolvedAccount
from providers.cache.single_flight import SingleFlight, Waiter
from providers.cache.ttl import ACCOUNT, LAST_ACCOUNT
from providers.errors import ProviderError
from providers.music import Account
from providers.timeouts import REDIS_SECONDS

# FOLDED A token's first time: its account is asked for, first reads begin beside that.

FetchAccount = Callable[[], Coroutine[Any, Any, Account]]

"""Asks the music service whose the visit's token is."""


@dataclass(frozen=True, slots=True)
class CacheQuery(Generic[T]):
    """One record of an account that is wanted: which, how to fetch it, and what it
    becomes once the account is known."""

    record_type: RecordType[T]
    parameter: str
    fetch: Callable[[], Coroutine[Any, Any, T]]
    transform: Callable[[T, Account], T] | None = None

    @property
    def key(self) -> Hashable:
        return self.record_type.word, self.parameter

    def transformed(self, value: T, account: Account) -> T:
        return value if self.transform is None else self.transform(value, account)


class PendingAccount:
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
        self.early = SingleFlight()
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


AccountWaiter = Waiter[Account]


class AccountResolver:
    """Reads of listeners' records, each after its account is known."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._pending: WeakValueDictionary[bytes, PendingAccount] = (
            WeakValueDictionary()
        )

    async def resolve(
        self, request: CacheRequest, question: FetchAccount
    ) -> ResolvedAccount:
        """The account of the visit's token; raises what `question` raises."""
        if (
            home := self._peek_memory(request) or await self._peek_store(request)
        ) is not None:
            return home
        await self._cache.admit(request)
        with self._join(request, question) as inquiry:
            return self._cache.set_account(request, await inquiry.result())

    async def get_or_fetch(
        self, request: CacheRequest, wish: CacheQuery[T], question: FetchAccount
    ) -> T:
        """A record of the visit's account; raises what `question` and the wish's fetch
        raise, and what `Cache.read` does."""
        home = self._peek_memory(request) or await self._peek_store(request)
        if home is None:
            await self._cache.admit(request)
            with self._join(request, question) as inquiry:
                pending = self._pending.get(request.token.hashes[0])
                if pending is not None and await pending.takes_readers():
                    return await self._beside(request, wish, pending, inquiry)
                home = self._cache.set_account(request, await inquiry.result())
        entry = self._cache.key(home.scope, wish.record_type, wish.parameter)
        return await self._cache.get_or_fetch(
            entry, partial(_fetch, wish, home), request
        )

    def _peek_memory(self, request: CacheRequest) -> ResolvedAccount | None:
        if request.account is None:
            pointer = self._cache.key(request.token, ACCOUNT)
            if (account := self._cache.peek_memory(pointer, request)) is not None:
                request.record_use(ACCOUNT.word, "memory")
                return self._cache.set_account(request, account)
        return request.account

    async def _peek_store(self, request: CacheRequest) -> ResolvedAccount | None:
        pointer = self._cache.key(request.token, ACCOUNT)
        if (account := await self._cache.peek_store(pointer, request)) is None:
            return None
        request.record_use(ACCOUNT.word, "redis")
        return self._cache.set_account(request, account)

    def _join(
        self, request: CacheRequest, question: FetchAccount
    ) -> AbstractContextManager[AccountWaiter]:
        flights, key = self._cache.flights, ("inquiry", request.token)
        if flights.in_flight(key):
            request.record_use(ACCOUNT.word, "follow")
        return flights.joined(key, partial(self._begin, request, question))

    def _begin(
        self, request: CacheRequest, question: FetchAccount
    ) -> Coroutine[Any, Any, Account]:
        pending = self._pending[request.token.hashes[0]] = PendingAccount()
        return self._resolve(request, question, pending)

    async def _resolve(
        self, request: CacheRequest, question: FetchAccount, pending: PendingAccount
    ) -> Account:
        """Finds or asks for the account, then notes it as the person's last one."""
        cache = self._cache
        last = cache.key(request.person, LAST_ACCOUNT)
        acquainted = asyncio.create_task(cache.has_fresh(last, request))

        async def ask() -> Account:
            pending.asks.set_result(not await acquainted)
            account = await question()
            await pending.answer(account)
            return account

        try:
            account = await cache.get_or_fetch(
                cache.key(request.token, ACCOUNT), ask, request
            )
            await cache.link_person(request, account)
        except BaseException:
            pending.abandon()
            raise
        finally:
            acquainted.cancel()
        pending.conclude(account)
        return account

    async def _beside(
        self,
        request: CacheRequest,
        wish: CacheQuery[T],
        pending: PendingAccount,
        inquiry: AccountWaiter,
    ) -> T:
        """Fetches while the account is asked for, keeps it once that is known, and
        leaves when the answer is published."""
        pending.expect(wish.key)
        try:
            with pending.early.joined(wish.key, wish.fetch) as early:
                known = await asyncio.shield(pending.known)
                home = self._cache.set_account(request, known or await inquiry.result())

                async def adopt() -> T:
                    pending.adopt(wish.key)
                    return wish.transformed(await early.result(), home.account)

                entry = self._cache.key(home.scope, wish.record_type, wish.parameter)
                value = await self._cache.get_or_fetch(entry, adopt, request)
        except ProviderError:
            pending.adopt(wish.key)
            await inquiry.result()
            raise
        finally:
            pending.adopt(wish.key)
        await inquiry.result()
        return value


async def _fetch(wish: CacheQuery[T], home: ResolvedAccount) -> T:
    return wish.transformed(await wish.fetch(), home.account)
