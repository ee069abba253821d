"""List page: a page of a list, as arguments of its message, as rows and as lines."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import Any, Self
from unicodedata import east_asian_width

import msgspec
from ask_sdk_core.handler_input import HandlerInput

from handlers.responses import phrases, sanitizing
from handlers.responses.apl import Row
from handlers.responses.localization import (
    NOTHING,
    Argument,
    DisplayItem,
    Localization,
    Phrase,
    Text,
)
from handlers.responses.spoken_list import ListContents, SpokenList
from handlers.session import SHELF, Cursor
from providers.music import Playlist

ROW_COLUMNS = 60
"""Columns of a line, which is about what fits; the card has more.

A Chinese, Japanese or Korean character takes two.
"""


def item_row(
    localization: Localization,
    spoken_list: SpokenList[Any],
    item: object,
    number: int,
    parent_id: str | None,
) -> Row:
    """Return an item of a list as a row; `parent_id` is the cursor's."""
    touch = ("choose", spoken_list.kind, parent_id, number, spoken_list.item_id(item))
    return row(localization, spoken_list.display_item(item, number), touch, number)


def item_line(
    localization: Localization, spoken_list: SpokenList[Any], item: object, number: int
) -> str:
    """Return an item of a list as a line of a card, without its number."""
    return localization.line(spoken_list.card_line(item, number))


def playlist_cover(localization: Localization, playlist: Playlist, number: int) -> Row:
    """Return a playlist beside the greeting; who comes again sees the same ones."""
    display = phrases.playlist_item(playlist, number)
    return row(localization, display, ("choose", SHELF, None, number, playlist.id))


def row(
    localization: Localization,
    display: DisplayItem,
    touch: tuple[str | int | None, ...],
    number: int | None = None,
) -> Row:
    """Return an item as a row; `touch` is what a touch of it sends."""
    reason = Phrase("screen-because", {"reason": display.reason})
    return Row(
        line(localization, display.title),
        touch,
        number,
        subtitle=line(localization, display.subtitle),
        reason=localization.row(reason) if display.reason else "",
        image=sanitizing.usable_url(display.image),
    )


def line(localization: Localization, value: Text | Sequence[Text]) -> str:
    """Return a name, a phrase or a list of them as a line that fits into a row."""
    text = value if isinstance(value, str) else localization.row(value)
    limit = ROW_COLUMNS
    if len(text) > limit // 2 and not text.isascii():
        widths = (1 + (east_asian_width(char) in "FW") for char in text[:limit])
        ends = list(accumulate(widths))
        if ends[-1] > ROW_COLUMNS:
            limit = bisect_right(ends, ROW_COLUMNS)
    return sanitizing.for_display(text, limit)


_KEPT = 2048  # rows, and as many lines of cards
_MINUTES = 10


class ShownItems:
    """Rows of screens and lines of cards, made once for an item of a list.

    The next page shows most rows again, and so does the next recommendation. Nothing is
    kept for long: `at` drops all of them where the last request came in another span of
    ten minutes.

    - `row`: `item_row`
    - `line`: `item_line`
    - `cover`: `playlist_cover`
    """

    def __init__(self) -> None:
        rows, lines = lru_cache(_KEPT)(item_row), lru_cache(_KEPT)(item_line)
        covers = lru_cache(_KEPT)(playlist_cover)
        self.row: Callable[..., Row] = rows
        self.line: Callable[..., str] = lines
        self.cover: Callable[..., Row] = covers
        self._kept = rows, lines, covers
        self._span = 0

    def at(self, handler_input: HandlerInput) -> Self:
        """Return these items at the time of the request."""
        request = handler_input.request_envelope.request
        time = getattr(request, "timestamp", None)
        span = time.minute // _MINUTES if isinstance(time, datetime) else self._span
        if span != self._span:
            self._span = span
            for kept in self._kept:
                kept.cache_clear()
        return self


class PagePosition(Enum):
    """Where a page stands in its list; messages choose their wording by it.

    AGAIN: between the first and the last page, and not read on the way forward.
    """

    ONLY = "only"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"
    AGAIN = "again"

    @classmethod
    def of(cls, *, first: bool, last: bool) -> "PagePosition":
        """Return the position of a page that is the `first` or the `last` or both."""
        if first:
            return cls.ONLY if last else cls.FIRST
        return cls.LAST if last else cls.MIDDLE


class ListPage(msgspec.Struct, frozen=True):
    """A page of a list.

    - `spoken_list`, `contents`: the list and its items
    - `cursor`: where the page begins
    - `step`: how many items further the next page begins
    - `shown`: its rows and lines, where they were shown before
    """

    spoken_list: SpokenList[Any]
    contents: ListContents[Any]
    cursor: Cursor
    step: int
    shown: ShownItems


def page_arguments(page: ListPage, *, forward: bool) -> dict[str, Argument]:
    """Return the arguments of the list's message for a page.

    `forward`: whether the page before was read just now. The notice of gaps goes with
    the first page and with the last one, which would else sound as if nothing came
    after it.
    """
    spoken_list, contents, offset = page.spoken_list, page.contents, page.cursor.offset
    items = contents.items[offset : offset + page.step]
    first, last = offset + 1, offset + len(items)
    place = PagePosition.of(first=first == 1, last=last == len(contents.items))
    between = place is PagePosition.MIDDLE
    arguments: dict[str, Argument] = {
        "place": PagePosition.AGAIN if between and not forward else place,
        "partial": NOTHING if between else contents.notice,
        "first": first,
        "last": last,
        "total": contents.total,
        **contents.about,
    }
    if "items" not in arguments:
        numbered = enumerate(items, first)
        arguments["items"] = [spoken_list.spoken_text(item, n) for n, item in numbered]
    return arguments
