"""A token's first time: its account is asked for, first reads begin beside that."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, Generic

from providers.cache.flights import Flights
from providers.cache.records import Kind, T
from providers.cache.visits import REDIS_SECONDS
from providers.music import Account

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
