"""What can be read out page by page: contents, and how their items are spoken."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Protocol, TypeVar
from zlib import crc32

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.language import Argument, Text
from handlers.phrases import NOTHING
from handlers.session import Question
from handlers.shown import Shown

T = TypeVar("T")


class Place(Enum):
    """Where a page stands in its list."""

    ONLY = "only"
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"

    @classmethod
    def of(cls, *, first: bool, last: bool) -> "Place":
        if first:
            return cls.ONLY if last else cls.FIRST
        return cls.LAST if last else cls.MIDDLE


@dataclass(frozen=True, slots=True)
class Contents(Generic[T]):
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
    question: Question | None = None


class SpokenList(Protocol[T]):
    """A list that can be read out.

    `kind` names it in the cursor and is the key of its message, with `{kind}-none`
    for an empty one.
    """

    kind: str

    def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Awaitable[Contents[T]]:
        """The contents; `of` is the cursor's. Raises `ProviderError`s."""
        ...

    def said(self, item: T, number: int) -> Text:
        """How an item is spoken; `number` is its place, from 1."""
        ...

    def line(self, item: T, number: int) -> Text:
        """How an item is written on a card, below its number."""
        ...

    def shown(self, item: T, number: int) -> Shown:
        """How an item stands on a screen, beside its number."""
        ...

    def mark(self, item: T) -> str:
        """What recognises the item in a later reading; at most 128 characters."""
        ...

    def choose(
        self, handler_input: HandlerInput, contents: Contents[T], index: int
    ) -> Awaitable[Response]:
        """Answers somebody who picked the item at `index`."""
        ...


def fingerprint(*parts: str) -> str:
    """A short mark for an item without an id."""
    return f"{crc32(chr(0).join(parts).encode('utf-8', 'replace')):08x}"
