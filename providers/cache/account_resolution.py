"""Account resolution: which Spotify account an access token belongs to.

Records belong to the account, not to the token, which changes every hour. Nothing is
served or stored before the account is known.
"""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic
from weakref import WeakValueDictionary

from providers.cache.read_through import Cache
from providers.cache.records import RecordType, T
from providers.cache.request_context import CacheRequest, ResolvedAccount
from providers.cache.single_flight import Waiter
from providers.cache.ttl import ACCOUNT, LAST_ACCOUNT
from providers.errors import (
    Forbidden,
    NotFound,
    QuotaExceeded,
    RateLimited,
    Rejected,
    ScopeMissing,
    TooSlow,
    Unavailable,
)
from providers.music import Account

ACCOUNT_OUT = (Unavailable, RateLimited, Forbidden, NotFound, Rejected, ScopeMissing)
"""Errors of the account alone; the listener's lists may be answered all the same."""

IN_VAIN = (TooSlow, QuotaExceeded)
"""Those of them after which nothing else is worth asking."""

UNKNOWN = Account("")
"""The account while nobody knows it: no playlist is known to be its own."""

FetchAccount = Callable[[], Coroutine[Any, Any, Account]]
"""Asks the music service for the account of the request's token."""


@dataclass(frozen=True, slots=True)
class CacheQuery(Generic[T]):
    """One wanted record of an account, and how to fetch it.

    `parameter` tells records of one type apart (an id, a search text; "" for none).
    `transform` changes a fetched value once the account is known, before it is stored.
    """

    record_type: RecordType[T]
    parameter: str
    fetch: Callable[[], Coroutine[Any, Any, T]]
    transform: Callable[[T, Account], T] | None = None

    @property
    def key(self) -> Hashable:
        """Equal for two queries of one account that want the same record."""
        return self.record_type.word, self.parameter

    def transformed(self, value: T, account: Account) -> T:
        """Return `value` as it is to be stored for `account`."""
        return value if self.transform is None else self.transform(value, account)


class AccountResolver:
    """Reads records of the account that owns a request's access token."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        # Whether this process asks Spotify for the token's account on behalf of a
        # person of whom nothing is known. True: reads may begin beside that question.
        self._asks: WeakValueDictionary[Hashable, asyncio.Future[bool]] = (
            WeakValueDictionary()
        )

    async def resolve(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> ResolvedAccount:
        """Return the account of the request's token; ask for it if it is unknown.

        Raises what `fetch_account` raises, `Overloaded` and `DeadlineExceeded`.
        """
        account = self.peek(request) or await self._peek_store(request)
        if account is not None:
            return account
        await self._cache.admit(request)
        await self._cache.meet(request)
        with self._join(request, fetch_account) as waiter:
            return self._cache.set_account(request, await waiter.result())

    async def get_or_fetch(
        self, request: CacheRequest, query: CacheQuery[T], fetch_account: FetchAccount
    ) -> T:
        """Return the record that `query` asks for, of the account of the request.

        The account is asked for first if it is unknown; where nothing is known of the
        person either, `query.fetch` begins beside that, which saves one round trip to
        Spotify. Where only the account is out, the value is returned and not stored.
        Raises what `fetch_account` and `query.fetch` raise, `Overloaded` and
        `DeadlineExceeded`.
        """
        account = self.peek(request) or await self._peek_store(request)
        if account is None:
            await self._cache.admit(request)
            await self._cache.meet(request)
            early = (*_asker(request), query.key)
            with self._join(request, fetch_account) as waiter:
                asks = self._asks.get(_asker(request))
                if asks is not None and await asyncio.shield(asks):
                    return await self._fetch_early(request, query, waiter, early)
                try:
                    account = self._cache.set_account(request, await waiter.result())
                except ACCOUNT_OUT as error:
                    # What another process met is for that process to try.
                    pointer = self._cache.pointer(request)
                    here = self._cache.failed_here(pointer, request)
                    if not here or isinstance(error, IN_VAIN):
                        raise
                    return await self._fetch_unstored(request, query, early)
        key = self._cache.key(account.scope, query.record_type, query.parameter)
        fetch = partial(_fetch, query, account)
        return await self._cache.get_or_fetch(key, fetch, request)

    def peek(self, request: CacheRequest) -> ResolvedAccount | None:
        """Return the account if the request or this process's memory knows it."""
        if request.account is None:
            pointer = self._cache.pointer(request)
            if (account := self._cache.peek_memory(pointer, request)) is not None:
                request.record_use(ACCOUNT.word, "memory")
                return self._cache.set_account(request, account)
        return request.account

    async def _peek_store(self, request: CacheRequest) -> ResolvedAccount | None:
        pointer = self._cache.pointer(request)
        if (account := await self._cache.peek_store(pointer, request)) is None:
            return None
        request.record_use(ACCOUNT.word, "redis")
        return self._cache.set_account(request, account)

    def _join(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> AbstractContextManager[Waiter[Account]]:
        flights, key = self._cache.flights, ("account", *_asker(request))
        if flights.in_flight(key):
            request.record_use(ACCOUNT.word, "follow")
        return flights.joined(key, partial(self._begin, request, fetch_account))

    def _begin(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> Coroutine[Any, Any, Account]:
        asks: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._asks[_asker(request)] = asks
        return self._find_account(request, fetch_account, asks)

    async def _find_account(
        self,
        request: CacheRequest,
        fetch_account: FetchAccount,
        asks: "asyncio.Future[bool]",
    ) -> Account:
        """Read or ask for the account, and store it as the person's last one."""
        cache = self._cache
        last = cache.key(request.person, LAST_ACCOUNT)
        was_here = asyncio.create_task(cache.has_fresh(last, request))

        async def ask() -> Account:
            asks.set_result(not await was_here)
            account = await fetch_account()
            await cache.link_person(request, account)
            return account

        try:
            account = await cache.get_or_fetch(cache.pointer(request), ask, request)
            if not asks.done():  # another process or person asked
                await cache.link_person(request, account)
            return account
        finally:
            was_here.cancel()
            if not asks.done():
                asks.set_result(False)

    async def _fetch_early(
        self,
        request: CacheRequest,
        query: CacheQuery[T],
        waiter: Waiter[Account],
        early: Hashable,
    ) -> T:
        """Fetch while the account is asked for; store once the account is known.

        The fetch is a flight of its own, under the key `early`. The flight that stores
        has a place of its own in it, because its other followers may stay longer than
        this caller.
        """
        flights = self._cache.flights
        with flights.joined(early, query.fetch):
            try:
                account = self._cache.set_account(request, await waiter.result())
            except ACCOUNT_OUT:
                return await self._fetch_unstored(request, query, early)

            async def fetch() -> T:
                value = await flights.join(early, query.fetch)
                return query.transformed(value, account.account)

            key = self._cache.key(account.scope, query.record_type, query.parameter)
            # Nothing is known of this person, so that a look would most likely find
            # nothing. The claim returns whatever is there.
            request.absent.add(key.key)
            return await self._cache.get_or_fetch(key, fetch, request)

    async def _fetch_unstored(
        self, request: CacheRequest, query: CacheQuery[T], early: Hashable
    ) -> T:
        """Fetch while the account is out: nobody knows where to store the value."""
        unstored = ("unstored", *_asker(request), query.key)
        fetch = partial(self._cache.flights.join, early, query.fetch)
        value = await self._cache.fetch_unstored(unstored, fetch)
        request.record_use(query.record_type.word, "off")
        return query.transformed(value, UNKNOWN)


def _asker(request: CacheRequest) -> tuple[Hashable, ...]:
    """Equal for requests that ask for one token's account; not across an erasure.

    The request has met the person's edition before (`Cache.meet`).
    """
    return request.person, request.token, request.epoch, request.editions


async def _fetch(query: CacheQuery[T], account: ResolvedAccount) -> T:
    return query.transformed(await query.fetch(), account.account)
