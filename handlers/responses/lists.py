"""What can be read out page by page: contents, and how their items are spoken."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, NamedTuple, Protocol, TypeVar
from zlib import crc32

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.responses import phrases
from handlers.responses.messages import Argument, Phrase, Text
from handlers.responses.phrases import NOTHING
from handlers.session import PendingQuestion
from providers.music import Playlist, Track

# FOLDED Items as a screen shows them: a name, a line below it, a picture.


class DisplayItem(NamedTuple):
    """An item on a screen; `image` is a picture's address, `reason` why it is there."""

    title: Text
    subtitle: Text | Sequence[Text] = phrases.NOTHING
    image: str | None = None
    reason: Text = phrases.NOTHING


def playlist(item: Playlist, number: int) -> DisplayItem:
    """Name and size; `number` is its place on the shelf, from 1."""
    size = Phrase("track-total", {"total": item.size}) if item.size is not None else ""
    return DisplayItem(phrases.playlist_name(item, number), size, item.image)


def track(item: Track, number: int) -> DisplayItem:
    """Title, artists and length; `number` is its place in its list, from 1."""
    below: Text | Sequence[Text] = phrases.artists(item.artists)
    if item.artists and item.duration_ms:
        arguments: dict[str, Argument] = {
            "track": below,
            "time": phrases.clock(item.duration_ms),
        }
        below = Phrase("track-line", arguments)
    title = phrases.name_or_number(item.title, "track-number", number)
    return DisplayItem(title, below, item.album.image if item.album else None)


T = TypeVar("T")


class PagePosition(Enum):
    """Where a page stands in its list."""

    ONLY = "only"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"

    @classmethod
    def of(cls, *, first: bool, last: bool) -> "PagePosition":
        if first:
            return cls.ONLY if last else cls.FIRST
        return cls.LAST if last else cls.MIDDLE


@dataclass(frozen=True, slots=True)
class ListContents(Generic[T]):
    """A list as it is now.

    `total` counts what the service has, `items` what was read of it; `partial` says so
    where they differ; `about` fills the list's own message. `image` and `link` are of
    what the list belongs to, for a screen. `question` is what the message asks that a
    plain yes can answer.
    """

    items: Sequence[T]
    total: int
    partial: Text = NOTHING
    about: Mapping[str, Argument] = field(default_factory=dict)
    image: str | None = None
    link: str | None = None
    question: PendingQuestion | None = None


class SpokenList(Protocol[T]):
    """A list that can be read out.

    `kind` names it in the cursor and is the key of its message, with `{kind}-none`
    for an empty one.
    """

    kind: str

    def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Awaitable[ListContents[T]]:
        """The contents; `of` is the cursor's. Raises `ProviderError`s."""
        ...

    def said(self, item: T, number: int) -> Text:
        """How an item is spoken; `number` is its place, from 1."""
        ...

    def line(self, item: T, number: int) -> Text:
        """How an item is written on a card, below its number."""
        ...

    def shown(self, item: T, number: int) -> DisplayItem:
        """How an item stands on a screen, beside its number."""
        ...

    def mark(self, item: T) -> str:
        """What recognises the item in a later reading; at most 128 characters."""
        ...

    def choose(
        self, handler_input: HandlerInput, contents: ListContents[T], index: int
    ) -> Awaitable[Response]:
        """Answers somebody who picked the item at `index`."""
        ...


def fingerprint(*parts: str) -> str:
    """A short mark for an item without an id."""
    return f"{crc32(chr(0).join(parts).encode('utf-8', 'replace')):08x}"
