"""Pagination: the first page tells how many there are, the others come in parallel."""

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
"""The largest page that Spotify gives nearly everywhere."""


@dataclass(frozen=True, slots=True)
class PagedEndpoint(Generic[D]):
    """A list at an endpoint, read page by page.

    - `endpoint`: the path's template.
    - `decode`: decodes one page; raises `Unreadable`.
    - `max_pages`: how many pages are read at most.
    - `page_size`: the `limit` that is asked for.
    - `key`: what tells elements apart where each stands in the list only once.

    The first page's errors are raised. A later page that fails, and a list that is
    longer than `max_pages`, leave the list incomplete.
    """

    endpoint: str
    decode: Callable[[bytes], DecodedPage[D]]
    max_pages: int
    page_size: int = PAGE_SIZE
    key: Callable[[D], Hashable] | None = None

    async def fetch_by_offset(
        self,
        client: SpotifyClient,
        listener: Listener,
        *,
        entity_id: str | None = None,
        query: Query = NO_QUERY,
    ) -> Listing[D]:
        """Return the list; the pages after the first are read in parallel.

        The answer's `next` is never followed: an absolute URL could lead the token to
        another host.
        """

        async def fetch(offset: int) -> DecodedPage[D]:
            page_query = {**query, "limit": self.page_size, "offset": offset}
            return await client.get(
                listener,
                self.endpoint,
                self.decode,
                entity_id=entity_id,
                query=page_query,
            )

        first = await fetch(0)
        applied = first.limit or 0
        step = applied if 0 < applied < self.page_size else self.page_size
        if first.total is None:
            return await self._one_by_one(fetch, first, step)
        offsets = range(step, min(first.total, step * self.max_pages), step)
        rest = await asyncio.gather(*(_or_none(fetch, offset) for offset in offsets))
        complete = None not in rest and first.total <= step * self.max_pages
        return self._listing([first, *rest], complete=complete)

    async def _one_by_one(
        self,
        fetch: Callable[[int], Awaitable[DecodedPage[D]]],
        first: DecodedPage[D],
        step: int,
    ) -> Listing[D]:
        """Where the total is unknown: read on until a page is the last."""
        pages: list[DecodedPage[D] | None] = [first]
        last: DecodedPage[D] | None = first
        while last and last.more and last.sent and len(pages) < self.max_pages:
            last = await _or_none(fetch, step * len(pages))
            pages.append(last)
        complete = last is not None and not (last.more and last.sent)
        return self._listing(pages, complete=complete)

    async def fetch_by_cursor(
        self, client: SpotifyClient, listener: Listener, *, query: Query
    ) -> Listing[D]:
        """Return the list; each page brings the cursor of the next page."""

        async def fetch(after: str | None) -> DecodedPage[D]:
            page_query = {**query, "limit": self.page_size}
            if after:
                page_query["after"] = after
            return await client.get(
                listener, self.endpoint, self.decode, query=page_query
            )

        last: DecodedPage[D] | None = await fetch(None)
        pages, seen_cursors = [last], set[str]()
        while (
            last
            and last.after
            and last.after not in seen_cursors
            and len(pages) < self.max_pages
        ):
            seen_cursors.add(last.after)
            last = await _or_none(fetch, last.after)
            pages.append(last)
        complete = last is not None and not last.after
        return self._listing(pages, complete=complete)

    def _listing(
        self, pages: list[DecodedPage[D] | None], *, complete: bool
    ) -> Listing[D]:
        fetched = [page for page in pages if page]
        items = tuple(self._each_once(fetched))
        told, sent = fetched[0].total, sum(page.sent for page in fetched)
        total = sent if told is None else max(told, len(items))
        blank = total > 0 and any(page.null_items for page in fetched)
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

    Takes no coroutine: one would never be awaited where a task ends unbegun.
    """
    try:
        return await fetch(place)
    except ProviderError:
        return None
