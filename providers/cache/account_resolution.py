"""Account resolution: which Spotify account an access token belongs to.

Records belong to the account, not to the token, which changes every hour. Nothing is
served or stored before the account is known.
"""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from contextlib import suppress
from functools import partial
from typing import Any, Generic

import msgspec

from providers.cache.fetching import FETCH_SECONDS
from providers.cache.read_through import Cache
from providers.cache.records import CacheKey, RecordType, T
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.cache.single_flight import Waiter
from providers.cache.tiers import Introduction
from providers.cache.ttl import ACCOUNT
from providers.deadline import TimedOut, timeout_after_first_wait
from providers.errors import (
    DeadlineExceeded,
    Forbidden,
    NotFound,
    ProviderError,
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

UNSTORED_SECONDS = 2.0
"""For how long the failure of a read that cannot be stored is raised again."""

UNKNOWN = Account("")
"""The account while nobody knows it: no playlist is known to be its own."""

FetchAccount = Callable[[], Coroutine[Any, Any, Account]]
"""Asks the music service for the account of the request's token."""


class CacheQuery(msgspec.Struct, Generic[T], frozen=True):
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
    """Reads records of the account that owns a request's access token.

    The account of a new token is asked for without a lease: one call for each process
    that meets the token, and inside a process one for all.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    async def resolve(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> ResolvedAccount:
        """Return the account of the request's token; ask for it if it is unknown.

        Raises what `fetch_account` raises, `Overloaded` and `DeadlineExceeded`.
        """
        account = await self._recognise(request)
        return account or await self._ask(request, fetch_account)

    async def resolve_known(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> ResolvedAccount | None:
        """Like `resolve`, but return None for a person of whom nothing is known."""
        account = await self._recognise(request)
        if account is not None or request.stranger:
            return account
        return await self._ask(request, fetch_account)

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
        account = await self._recognise(request)
        if account is None and request.stranger:
            return await self._read_first(request, query, fetch_account)
        try:
            account = account or await self._ask(request, fetch_account)
        except ACCOUNT_OUT as error:
            if isinstance(error, IN_VAIN):
                raise
            return await self._fetch_unstored(request, query)
        if len(self._cache.flights):
            await self._cache.meet(request)
            if self._cache.flights.in_flight(_first_read(request, query)):
                return await self._read_beside(request, query, fetch_account)
        key = self._key(query, account)
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

    async def _recognise(self, request: CacheRequest) -> ResolvedAccount | None:
        """Return the account if memory or Redis knows it; None and `stranger` else."""
        if (account := self.peek(request)) is not None or request.stranger:
            return account
        found, was_here = await self._cache.recognise(request)
        if found is None:
            request.stranger = not was_here
            return None
        request.record_use(ACCOUNT.word, "redis")
        return self._cache.set_account(request, found)

    async def _ask(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> ResolvedAccount:
        """Ask whose the token is; wait no longer than the request may."""
        await self._cache.admit(request)
        await self._cache.meet(request)
        work = self._account(request, fetch_account)
        try:
            return await timeout_after_first_wait(work, request.deadline.remaining())
        except TimedOut:
            raise DeadlineExceeded from None

    async def _account(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> ResolvedAccount:
        role = self._cache.role(request, _question(request))
        with self._asking(request, fetch_account) as asking:
            introduction = await asking.result()
        request.account = introduction.account
        request.record_use(ACCOUNT.word, role)
        return introduction.account

    def _asking(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> Waiter[Introduction]:
        start = partial(self._find_account, request, fetch_account)
        return self._cache.flights.joined(_question(request), start)

    async def _find_account(
        self, request: CacheRequest, fetch_account: FetchAccount
    ) -> Introduction:
        """Ask for the account; store it as the token's and the person's last one."""
        question = _question(request)
        account = await self._cache.fetch_unless_failed(question, fetch_account)
        return await self._cache.introduce(request, account)

    async def _read_first(
        self, request: CacheRequest, query: CacheQuery[T], fetch_account: FetchAccount
    ) -> T:
        await self._cache.admit(request)
        await self._cache.meet(request)
        return await self._read_beside(request, query, fetch_account)

    async def _read_beside(
        self, request: CacheRequest, query: CacheQuery[T], fetch_account: FetchAccount
    ) -> T:
        """Return the record, read beside the question whose token it is.

        Where the request that began the read had too little time, look again. Nothing
        is waited for before the read is joined.
        """
        joins = self._cache.flights.in_flight(_first_read(request, query))
        work = self._join_first_read(request, query, fetch_account)
        try:
            return await timeout_after_first_wait(work, request.deadline.remaining())
        except TimedOut:
            raise DeadlineExceeded from None
        except DeadlineExceeded:
            if not joins or request.deadline.remaining() <= FETCH_SECONDS:
                raise
        await asyncio.sleep(0)  # the flight that failed has to leave first
        return await self.get_or_fetch(request, query, fetch_account)

    async def _join_first_read(
        self, request: CacheRequest, query: CacheQuery[T], fetch_account: FetchAccount
    ) -> T:
        cache, flight = self._cache, _first_read(request, query)
        role = cache.role(request, flight)
        start = partial(self._fetch_first, request, query, fetch_account)
        with cache.flights.joined(flight, start) as reading:
            if request.account is None:
                with suppress(*ACCOUNT_OUT):
                    await self._account(request, fetch_account)
            account = request.account
            try:
                value = await reading.result()
            except ProviderError as error:
                if account is not None:
                    cache.note_failure(self._key(query, account), request, error)
                raise
        request.record_use(query.record_type.word, role if account else "off")
        return value

    async def _fetch_first(
        self, request: CacheRequest, query: CacheQuery[T], fetch_account: FetchAccount
    ) -> T:
        """Fetch a record, and store it if the account is known by then or soon."""
        flight = _first_read(request, query)
        with self._asking(request, fetch_account) as asking:
            value = await self._cache.fetch_unless_failed(flight, query.fetch)
            try:
                introduction = await asking.result()
            except ACCOUNT_OUT:
                return query.transformed(value, UNKNOWN)
        account = introduction.account
        request.forgotten |= introduction.forgotten
        value = query.transformed(value, account.account)
        key = self._key(query, account)
        await self._cache.put_with(introduction.lease, key, value, request)
        return value

    def _key(self, query: CacheQuery[T], account: ResolvedAccount) -> CacheKey[T]:
        return self._cache.key(account.scope, query.record_type, query.parameter)

    async def _fetch_unstored(self, request: CacheRequest, query: CacheQuery[T]) -> T:
        """Fetch while the account is out: nobody knows where to store the value."""
        unstored = ("unstored", *_asker(request), query.key)
        start = partial(
            self._cache.fetch_unless_failed, unstored, query.fetch, UNSTORED_SECONDS
        )
        value = await self._cache.flights.join(unstored, start)
        request.record_use(query.record_type.word, "off")
        return query.transformed(value, UNKNOWN)


def _asker(request: CacheRequest) -> tuple[Hashable, ...]:
    """Equal for requests that ask for one token's account; not across an erasure.

    The request has met the person's edition before (`Cache.meet`).
    """
    return request.person, request.token, request.epoch, request.editions


def _question(request: CacheRequest) -> Hashable:
    return "account", *_asker(request)


def _first_read(request: CacheRequest, query: CacheQuery[Any]) -> Hashable:
    """Equal for requests that may share a read begun before the account was known."""
    return "first", *_asker(request), query.key


async def _fetch(query: CacheQuery[T], account: ResolvedAccount) -> T:
    return query.transformed(await query.fetch(), account.account)
