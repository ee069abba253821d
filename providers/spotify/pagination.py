"""From pages to a list: the first tells how many, the others come in parallel."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import msgspec

from providers.errors import ProviderError
from providers.listener import Listener
from providers.music import Listing
from providers.spotify.client import NO_QUERY, Query, SpotifyClient
from providers.spotify.decoding import DecodedPage

D = TypeVar("D", bound=msgspec.Struct)
P = TypeVar("P")

PAGE_SIZE = 50
"""The most that Spotify gives at once, nearly everywhere."""


@dataclass(frozen=True, slots=True)
class PagedEndpoint(Generic[D]):
    """A list at an endpoint, and how many pages of it an answer is worth.

    `key` tells elements apart where each is there only once. The first page's errors
    are the caller's; a later page that fails, or that is one too many, leaves the
    list incomplete.
    """

    endpoint: str
    read: Callable[[bytes], DecodedPage[D]]
    pages: int
    size: int = PAGE_SIZE
    key: Callable[[D], Hashable] | None = None

    async def fetch_by_offset(
        self,
        client: SpotifyClient,
        listener: Listener,
        *,
        of: str | None = None,
        query: Query = NO_QUERY,
    ) -> Listing[D]:
        """Pages after the first in parallel; the wire's `next` is never followed."""

        async def fetch(offset: int) -> DecodedPage[D]:
            place = {**query, "limit": self.size, "offset": offset}
            return await client.get(
                listener, self.endpoint, self.read, of=of, query=place
            )

        first = await fetch(0)
        given = first.limit or 0
        step = given if 0 < given < self.size else self.size
        if first.total is None:
            return await self._one_by_one(fetch, first, step)
        offsets = range(step, min(first.total, step * self.pages), step)
        rest = await asyncio.gather(*(_or_none(fetch, offset) for offset in offsets))
        complete = None not in rest and first.total <= step * self.pages
        return self._listing([first, *rest], complete=complete)

    async def _one_by_one(
        self,
        fetch: Callable[[int], Awaitable[DecodedPage[D]]],
        first: DecodedPage[D],
        step: int,
    ) -> Listing[D]:
        """Nobody says how long the list is: on, until a page is the last."""
        got: list[DecodedPage[D] | None] = [first]
        last: DecodedPage[D] | None = first
        while last and last.more and last.sent and len(got) < self.pages:
            last = await _or_none(fetch, step * len(got))
            got.append(last)
        complete = last is not None and not (last.more and last.sent)
        return self._listing(got, complete=complete)

    async def fetch_by_cursor(
        self, client: SpotifyClient, listener: Listener, *, query: Query
    ) -> Listing[D]:
        """Each page names the next; only the cursor's value is used."""

        async def fetch(after: str | None) -> DecodedPage[D]:
            place = {**query, "limit": self.size, **({"after": after} if after else {})}
            return await client.get(listener, self.endpoint, self.read, query=place)

        last: DecodedPage[D] | None = await fetch(None)
        got, seen = [last], set[str]()
        while last and last.after and last.after not in seen and len(got) < self.pages:
            seen.add(last.after)
            last = await _or_none(fetch, last.after)
            got.append(last)
        complete = last is not None and not last.after
        return self._listing(got, complete=complete)

    def _listing(
        self, pages: list[DecodedPage[D] | None], *, complete: bool
    ) -> Listing[D]:
        there = [page for page in pages if page]
        items = tuple(self._each_once(there))
        told, sent = there[0].total, sum(page.sent for page in there)
        total = sent if told is None else max(told, len(items))
        blank = total > 0 and any(page.null_items for page in there)
        return Listing(items, total, complete and not blank)

    def _each_once(self, pages: list[DecodedPage[D]]) -> Iterable[D]:
        """Lists that change while they are read repeat what stood at an edge."""
        items = (item for page in pages for item in page.items)
        if self.key is None:
            return items
        kept: dict[Hashable, D] = {}
        for item in items:
            key = self.key(item)
            kept.setdefault(id(item) if key is None else key, item)
        return kept.values()


async def _or_none(
    fetch: Callable[[P], Awaitable[DecodedPage[D]]], place: P
) -> DecodedPage[D] | None:
    """A later page is worth less than the answer; its failure is in the turn.

    It takes no coroutine: one would never be awaited where a task ends unbegun.
    """
    try:
        return await fetch(place)
    except ProviderError:
        return None
