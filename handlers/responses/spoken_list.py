"""SpokenList: the interface of every list that can be read out page by page."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar
from zlib import crc32

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.responses import sanitizing
from handlers.responses.apl import Row
from handlers.responses.localization import (
    NOTHING,
    Argument,
    DisplayItem,
    Localization,
    Phrase,
    SilentName,
    Text,
)
from handlers.session import LONGEST_ID, Cursor, Focus, FocusKind, PendingQuestion
from providers.music import Album, Artist, Playlist, Track
from providers.name_matching.matcher import decide
from providers.name_matching.positions import spoken_position
from providers.name_matching.similarity import SURE

T = TypeVar("T")

PAGE_SIZE = 3
"""Items that are read out at once, at most."""

_BREATH = 130  # characters of a page's items, some 9 seconds

_WIDE = "\u2e80"  # from here on, Chinese and Japanese: one takes as long as two others

Subject = Playlist | Track | Artist | Album
"""What an item of a list is about."""


class PagePosition(Enum):
    """Where a page stands in its list; messages choose their wording by it.

    ALONE: the one item that was asked for. AGAIN: between the first and the last page,
    and not read on the way forward.
    """

    ALONE = "alone"
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


class ListContents(msgspec.Struct, Generic[T], frozen=True):
    """The contents of a list at this moment.

    - `items`: what was read of the list
    - `total`: how many items the service has
    - `notice`: a sentence that says so where the two differ, or the list is old
    - `unreadable`: how many further items the service has that cannot be read
    - `about`: further arguments of the list's message; `items` in place of the page's
    - `image`, `link`: picture and address of the playlist that the list belongs to
    - `caption`: what a screen says of that playlist: name, size, length, owner
    - `question`: what the message asks, where a plain "yes" can answer it
    - `focus`: what "it" means after a page, e.g. the playlist that the list belongs to;
      None leaves it to the page: its item where there is one alone
    - `distinct`: returns a page's items, each with its position from 1, as they are
      spoken so that none is twice; None where `SpokenList.spoken_text` does
    """

    items: Sequence[T]
    total: int
    notice: Text = NOTHING
    about: Mapping[str, Argument] = msgspec.field(default_factory=dict)
    image: str | None = None
    link: str | None = None
    caption: Sequence[Text] = ()
    question: PendingQuestion | None = None
    focus: Focus | None = None
    unreadable: int = 0
    distinct: Callable[[Sequence[tuple[T, int]]], Sequence[Text]] | None = None


class SpokenList(Protocol[T]):
    """A list that can be read out.

    `kind` is the list's name in the cursor and the key of its message; the message for
    an empty list is `{kind}-none`. `names` tells what its items are; among songs there
    may be albums.
    `card_line` and `display_item` depend on their arguments alone, and items have a
    hash: what is shown of an item is remembered.
    """

    kind: str
    names: FocusKind

    def read(
        self, handler_input: HandlerInput, parent_id: str | None = None, /
    ) -> Awaitable[ListContents[T]]:
        """Return the contents; `parent_id` is the cursor's.

        A list without a parent ignores `parent_id`. Raises `ProviderError`s.
        """
        ...

    def spoken_text(self, item: T, number: int, /) -> Text:
        """Return the item as it is spoken; `number` is its position, from 1."""
        ...

    def card_line(self, item: T, number: int, /) -> Text:
        """Return the item as a line of a card, without its number."""
        ...

    def display_item(self, item: T, number: int, /) -> DisplayItem:
        """Return the item as a row of a screen, without its number."""
        ...

    def item_id(self, item: T) -> str:
        """Return what identifies the item in a later reading; at most 128 characters.

        Two items may have the same id: a song may stand on a playlist twice.
        """
        ...

    def subject(self, item: T, /) -> Subject:
        """Return the playlist, track, artist or album that the item is about."""
        ...

    def choose(
        self, handler_input: HandlerInput, contents: ListContents[T], index: int
    ) -> Awaitable[Response]:
        """Respond to a listener who chose the item at `index`, from 0."""
        ...


def page_length(
    spoken_list: SpokenList[T],
    contents: ListContents[T],
    offset: int,
    limit: int = 0,
) -> int:
    """Return how many items the page from `offset` on reads out.

    As many as are said in one breath, `limit` at most unless it is 0, and one at least;
    where `about` says what is read out, as many as a page may have.
    """
    most = limit or PAGE_SIZE
    if "items" in contents.about:
        return most
    length = 0
    for count, item in enumerate(contents.items[offset : offset + most]):
        length += spoken_length(spoken_list.spoken_text(item, offset + count + 1))
        if count and length > _BREATH:
            return count
    return most


def page_offset(
    spoken_list: SpokenList[T], contents: ListContents[T], cursor: Cursor
) -> tuple[int, Text]:
    """Return where the cursor's page begins now, and a notice if it has moved."""
    items, offset = contents.items, cursor.offset
    if offset == 0 or cursor.item_id is None:
        return (offset if offset < len(items) else 0), NOTHING
    if offset < len(items) and spoken_list.item_id(items[offset]) == cursor.item_id:
        return offset, NOTHING
    places = (
        index
        for index, item in enumerate(items)
        if spoken_list.item_id(item) == cursor.item_id
    )
    return next(places, 0), Phrase("list-changed", {})


def numbered_index(
    number: int, page: range, total: int, *, on_page: bool
) -> int | None:
    """Return the index of the item that a listener calls by a number; None for none.

    `number` counts on the page if `on_page` and if it is on it, else in the list of
    `total` items; -1 is the last item of the page.
    """
    if number < 0:
        number = min(page.stop, total)
    elif on_page and 0 < number <= min(len(page), total - page.start):
        number += page.start
    return number - 1 if 0 < number <= total else None


def spoken_length(value: object) -> int:
    """Return the characters of the names in a text, wide ones counted twice."""
    if isinstance(value, str):
        name = value[: sanitizing.SPOKEN_LIMIT]
        return len(name) if name.isascii() else sum([1 + (c >= _WIDE) for c in name])
    if isinstance(value, Phrase):
        return sum(map(spoken_length, value.arguments.values()))
    if isinstance(value, SilentName):
        return spoken_length(value.spoken)
    return sum(map(spoken_length, value)) if isinstance(value, tuple | list) else 0


def item_line(
    localization: Localization, spoken_list: SpokenList[Any], item: object, number: int
) -> str:
    """Return an item of a list as a line of a card, without its number."""
    return localization.line(spoken_list.card_line(item, number))


_MOST = 4096  # results of half a kilobyte each
_MINUTES = 10

R = TypeVar("R")


class Remembered(Generic[R]):
    """A function of an item, as it is shown, that remembers its last results.

    The next page shows most rows again, and so does the next recommendation. The
    results are dropped when a request comes in another span of ten minutes.
    """

    def __init__(self, function: Callable[..., R]) -> None:
        self._results = lru_cache(_MOST)(function)
        self._span = 0

    def at(self, handler_input: HandlerInput) -> Callable[..., R]:
        """Return the function for a request."""
        time = getattr(handler_input.request_envelope.request, "timestamp", None)
        span = time.minute // _MINUTES if isinstance(time, datetime) else self._span
        if span != self._span:
            self._span = span
            self._results.cache_clear()
        return self._results

    def __call__(self, *arguments: object) -> R:
        """Return the result, within a request for which `at` was called."""
        return self._results(*arguments)


class ListPage(msgspec.Struct, frozen=True):
    """A page of a list.

    - `spoken_list`, `contents`: the list and its items
    - `cursor`: where the page begins
    - `step`: how many items further the next page begins
    - `row_of`, `line_of`: return an item as a row of a screen, and as a line of a card
    """

    spoken_list: SpokenList[Any]
    contents: ListContents[Any]
    cursor: Cursor
    step: int
    row_of: Callable[..., Row]
    line_of: Callable[..., str]


class FoundItem(msgspec.Struct, Generic[T], frozen=True):
    """An item that was found again: its list, the list's contents, its index."""

    spoken_list: SpokenList[T]
    contents: ListContents[T]
    index: int

    @property
    def subject(self) -> Subject:
        """What the item is about."""
        return self.spoken_list.subject(self.contents.items[self.index])


def focus_on(spoken_list: SpokenList[T], cursor: Cursor, item: T) -> Focus:
    """Return the focus on an item of the list that `cursor` belongs to."""
    item_id, is_album = (
        spoken_list.item_id(item),
        isinstance(spoken_list.subject(item), Album),
    )
    kind: FocusKind = "album" if is_album else spoken_list.names
    return Focus(kind, item_id, spoken_list.kind, cursor.parent_id)


def item_key(item_id: str | None, name: str) -> str:
    """Return an item's id; eight hexadecimal digits for one without a usable id."""
    if item_id and len(item_id) <= LONGEST_ID:
        return item_id
    return f"{crc32((item_id or name).encode()):08x}"


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
    place = PagePosition.ALONE if page.cursor.length == 1 else place
    between = place is PagePosition.MIDDLE
    arguments: dict[str, Argument] = {
        "place": PagePosition.AGAIN if between and not forward else place,
        "partial": NOTHING if between else contents.notice,
        "first": first,
        "last": last,
        "total": contents.total,
        "more": contents.total - last,
        **contents.about,
    }
    if "items" not in arguments:
        numbered = [(item, number) for number, item in enumerate(items, first)]
        arguments["items"] = (
            contents.distinct(numbered)
            if contents.distinct
            else [spoken_list.spoken_text(*each) for each in numbered]
        )
    return arguments


def named_index(
    heard: str, named: Sequence[tuple[str, int]], language: str
) -> int | None:
    """Return the index of the item that was named, or of "track number 3"; else None.

    `named` are the names of the items with their indices.
    """
    names = [name for name, _ in named]
    decision = decide(heard, names, language=language)
    meant = {names[match.index].casefold() for match in decision.matches}
    # The same song may stand on a page twice: then the first one is meant.
    if decision.best >= SURE and len(meant) == 1:
        return named[decision.matches[0].index][1]
    position = spoken_position(heard, language)
    if position is None or position.noun == "playlist" or not position.number:
        return None
    return position.number - 1


def item_called(
    heard: str,
    spoken_list: SpokenList[T],
    contents: ListContents[T],
    page: range,
    localization: Localization,
) -> int | None:
    """Return the index of the item of the page that `heard` means; None for none.

    It is called by its text or its title; else by its artist: "the one by Abba".
    """
    items = [(index, contents.items[index]) for index in page]
    named = [
        (name, index)
        for index, item in items
        for name in spoken_names(spoken_list.spoken_text(item, index + 1), localization)
    ]
    found = named_index(heard, named, localization.code)
    if found is not None:
        return found
    by_artist = [
        (sanitizing.bounded(artist.name), index)
        for index, item in items
        for artist in _artists_of(spoken_list.subject(item))
    ]
    return named_index(heard, by_artist, localization.code)


def _artists_of(subject: Subject) -> Sequence[Artist]:
    """Return the artists by whom a song or an album may be called."""
    return subject.artists if isinstance(subject, Track | Album) else ()


def spoken_names(text: Text, localization: Localization) -> Iterator[str]:
    """Yield what a listener may call an item: its whole text, or its title alone.

    Of "… on Road Trip" also the song without the playlist.
    """
    title: object = text
    if isinstance(text, Phrase):
        yield localization.text(text.key, text.arguments)
        title = text.arguments.get("title")
        inner = text.arguments.get("track", text.arguments.get("album"))
        if isinstance(inner, str | Phrase):
            yield from spoken_names(inner, localization)
    if isinstance(title, str):
        yield sanitizing.bounded(title)
