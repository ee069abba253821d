"""Pagination: the first page tells how many there are, the others come in parallel.

https://developer.spotify.com/documentation/web-api/concepts/api-calls
"""

import asyncio
import itertools
from collections.abc import Awaitable, Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec
from msgspec.structs import replace

from providers.errors import ProviderError, Rejected, Unreadable
from providers.listener import Listener
from providers.music import Listing
from providers.spotify.client import NO_QUERY, Query, SpotifyClient
from providers.spotify.decoding import DecodedPage

D = TypeVar("D", bound=msgspec.Struct)
P = TypeVar("P")
T = TypeVar("T")

PAGE_SIZE = 50
"""The largest page that Spotify gives nearly everywhere."""

SMALLER_PAGES = (20, 10, 5, 1)
"""What is asked for where Spotify refuses a page size: 20 and 5 are its defaults."""

UNCLEAR = (400, 422)
"""Statuses that a refused `limit` may have, whatever the words are."""

LARGEST_TOTAL = 10**12
"""A list that claims to be longer does not know its length."""


class PageRequest(msgspec.Struct, Generic[T], frozen=True):
    """A page to read: `query` has the `limit`; the rest as in `SpotifyClient.get`."""

    endpoint: str
    decode: Callable[[bytes], T]
    query: Query
    entity_id: str | None = None


async def get_page(
    client: SpotifyClient, listener: Listener, request: PageRequest[T]
) -> T:
    """GET a page; where Spotify refuses the `limit`, GET a smaller page.

    The documented maximum was lowered without notice before (`/search` from 50 to 10,
    and https://github.com/spotipy-dev/spotipy/issues/1231). Where the refusal does not
    say what it is about, one smaller page is tried. The size that was taken is
    remembered, so that the next question costs one call. Where the request has no retry
    left, the refusal is raised and the next smaller size remembered.
    """
    endpoint = request.endpoint
    size = wanted = client.page_size(endpoint, int(request.query["limit"]))
    while True:
        try:
            page = await client.get(
                listener,
                endpoint,
                request.decode,
                entity_id=request.entity_id,
                query={**request.query, "limit": size},
            )
        except Rejected as error:
            smaller = next((number for number in SMALLER_PAGES if number < size), None)
            unclear = error.status in UNCLEAR and error.parameter is None
            if error.parameter != "limit" and not (unclear and size == wanted):
                raise
            if smaller is None:
                raise
            if not listener.turn.take_retry():
                client.remember_page_size(endpoint, smaller)
                raise
            size = smaller
        else:
            if size < wanted:
                client.remember_page_size(endpoint, size)
            return page


class PagedEndpoint(msgspec.Struct, Generic[D], frozen=True):
    """A list at an endpoint, read page by page.

    - `endpoint`: the path's template.
    - `decode`: decodes one page; raises `Unreadable`.
    - `max_pages`: how many pages are read at most.
    - `page_size`: the `limit` that is asked for.
    - `key`: what tells elements apart; None: all that they say.
    - `repeats`: whether an element may stand in the list more than once.

    The first page's errors are raised. A later page that fails, a page that comes
    twice, and a list that is longer than `max_pages`, leave the list incomplete.
    """

    endpoint: str
    decode: Callable[[bytes], DecodedPage[D]]
    max_pages: int
    page_size: int = PAGE_SIZE
    key: Callable[[D], Hashable] | None = None
    repeats: bool = False

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
            request = PageRequest(self.endpoint, self.decode, page_query, entity_id)
            return await get_page(client, listener, request)

        first = await fetch(0)
        step = _step(first, client.page_size(self.endpoint, self.page_size))
        if (total := _total(first)) is None:
            return await self._one_by_one(fetch, first, step)
        complete = total <= step * self.max_pages
        offsets = range(step, min(total, step * self.max_pages), step)
        if not offsets:
            return self._listing([first], complete=complete)
        rest = await asyncio.gather(*(_or_none(fetch, each) for each in offsets))
        pages = _without_overlaps([first, *rest], step)
        distinct = self._without_repeats(pages, [0, *offsets])
        complete = complete and _is_whole(pages)
        if len(distinct) < len(pages):
            complete &= sum(page.sent for page in distinct if page) >= total
        return self._listing(distinct, complete=complete)

    async def last_page(
        self,
        client: SpotifyClient,
        listener: Listener,
        entity_id: str,
        size: int,
        query: Query,
    ) -> Listing[D]:
        """Return the last page of a list that has `size` elements, with one call.

        `total` counts the whole list. Raise `Unreadable` where the page is not the
        end of the list: the service takes smaller pages, ignores the offset, or sends
        no elements.
        """
        start = max(0, size - client.page_size(self.endpoint, self.page_size))
        page_query = {**query, "limit": self.page_size, "offset": start}
        request = PageRequest(self.endpoint, self.decode, page_query, entity_id)
        page = await get_page(client, listener, request)
        limit = _step(page, client.page_size(self.endpoint, self.page_size))
        counted = _total(page) or 0
        end = (start if page.offset is None else page.offset) + page.sent
        cut_short = page.sent >= limit and end < min(size, counted)
        if cut_short or (counted > 0 and page.null_items):
            raise Unreadable
        lost = max(page.sent - len(page.items), 0)
        total = max(counted - lost, len(page.items))
        return Listing(page.items, total, unreadable=lost)

    async def _one_by_one(
        self,
        fetch: Callable[[int], Awaitable[DecodedPage[D]]],
        first: DecodedPage[D],
        step: int,
    ) -> Listing[D]:
        """Where the total is unknown: read on until a page is the last."""
        pages: list[DecodedPage[D] | None] = [first]
        offsets = [0]
        while (last := pages[-1]) and last.more and last.sent:
            if len(pages) == self.max_pages:
                return self._listing(pages, complete=False)
            offsets.append(step * len(pages))
            pages.append(await _or_none(fetch, offsets[-1]))
            distinct = self._without_repeats(_without_overlaps(pages, step), offsets)
            if len(distinct) < len(pages):
                return self._listing(distinct, complete=False)
        complete = last is not None
        return self._listing(_without_overlaps(pages, step), complete=complete)

    async def fetch_by_cursor(
        self, client: SpotifyClient, listener: Listener, *, query: Query
    ) -> Listing[D]:
        """Return the list; each page brings the cursor of the next page."""

        async def fetch(after: str | None) -> DecodedPage[D]:
            page_query = {**query, "limit": self.page_size}
            if after:
                page_query["after"] = after
            request = PageRequest(self.endpoint, self.decode, page_query)
            return await get_page(client, listener, request)

        first = await fetch(None)
        pages: list[DecodedPage[D] | None] = [first]
        while (last := pages[-1]) and last.after and len(pages) < self.max_pages:
            pages.append(await _or_none(fetch, last.after))
            distinct = self._without_repeats(pages, range(len(pages)))
            if len(distinct) < len(pages):
                return self._listing(distinct, complete=False)
        # A full page without a cursor is the last one only if nothing more is counted.
        cut_off = last is not None and last.sent >= self.page_size
        sent, total = sum(page.sent for page in pages if page), _total(first)
        at_end = last is not None and not last.after
        complete = at_end and not (cut_off and total is not None and sent < total)
        return self._listing(pages, complete=complete)

    def _listing(
        self, pages: Sequence[DecodedPage[D] | None], *, complete: bool
    ) -> Listing[D]:
        """Count what can be read; in a complete list that is all there is.

        What the service counts and does not send is lost like what it sends broken.
        """
        fetched = [page for page in pages if page]
        items = tuple(self._each_once(fetched))
        broken = sum(page.broken for page in fetched)
        readable = sum(len(page.items) for page in fetched)
        counted = _total(fetched[0])
        if counted is None:
            counted = readable + broken
        if counted > 0 and any(page.null_items for page in fetched):
            complete = False
        if complete:
            lost = max(counted - readable, broken)
            return Listing(items, len(items), unreadable=lost)
        # Nulls beyond the page size are none that the service counts.
        lost = sum(
            max(min(page.sent, self.page_size) - len(page.items), 0) for page in fetched
        )
        total = max(counted - lost, len(items))
        return Listing(items, total, complete=False, unreadable=lost)

    def _without_repeats(
        self, pages: Sequence[DecodedPage[D] | None], offsets: Sequence[int]
    ) -> list[DecodedPage[D] | None]:
        """Leave out the pages that stand elsewhere in the list: the offset was ignored.

        The service says so itself, or the page has the same elements as one before,
        perhaps with other pictures. Where elements may come again, a page of one song
        only may, too.
        """
        fewest = 2 if self.repeats else 1
        distinct: list[DecodedPage[D] | None] = []
        before: list[list[Hashable]] = []
        for page, offset in zip(pages, offsets, strict=True):
            elsewhere = page and page.offset is not None and page.offset < offset
            keys = [self._key(item) for item in page.items] if page else []
            again = page and keys in before and len(set(keys)) >= fewest
            if not elsewhere and not again:
                distinct.append(page)
                before.append(keys)
        return distinct

    def _key(self, item: D) -> Hashable:
        """What tells an element apart: its key, or else all that it says."""
        key = self.key(item) if self.key else None
        return item if key is None else key

    def _each_once(self, pages: list[DecodedPage[D]]) -> Iterable[D]:
        """Lists that change while they are read repeat what stood at an edge."""
        items = itertools.chain.from_iterable([page.items for page in pages])
        if self.key is None or self.repeats:
            return items
        kept: dict[Hashable, D] = {}
        for item in items:
            key = self.key(item)
            kept.setdefault(id(item) if key is None else key, item)
        return kept.values()


def _total(page: DecodedPage[D]) -> int | None:
    """How long the list is as far as the page can be believed."""
    total = page.total
    return total if total is not None and 0 <= total <= LARGEST_TOTAL else None


def _is_whole(pages: Sequence[DecodedPage[D] | None]) -> bool:
    """No page failed, and none after the first came without elements."""
    first, *rest = pages
    return first is not None and all(page is not None and page.sent for page in rest)


def _step(first: DecodedPage[D], size: int) -> int:
    """From one page to the next: what was asked for, or the limit that was applied."""
    if first.limit is None or first.limit <= 0:
        return size
    # A larger one is believed only where so many came.
    return first.limit if first.limit <= max(size, first.sent) else size


def _without_overlaps(
    pages: Sequence[DecodedPage[D] | None], step: int
) -> list[DecodedPage[D] | None]:
    """Cut what a page has beyond `step` and the next page has again.

    Such pages come from a service that ignores the limit.
    """
    cut = list(pages)
    for place, (page, following) in enumerate(itertools.pairwise(pages)):
        if page is None or following is None or len(page.items) <= step:
            continue
        beyond = page.items[step:]
        if following.items[: len(beyond)] == beyond:
            cut[place] = replace(page, items=page.items[:step], sent=step, broken=0)
    return cut


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
