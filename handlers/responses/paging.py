"""Lists read page by page: one cursor, whatever the list, for voice and touch."""

from collections.abc import Iterator
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.responses.lists import (
    ListContents,
    PagePosition,
    SpokenList,
    T,
    fingerprint,
)
from handlers.responses.messages import Lines, Localization, Phrase, Text
from handlers.responses.phrases import NOTHING
from handlers.responses.responder import Responder
from handlers.responses.screens import ListPage, show_list, visible
from handlers.session import Cursor, set_attribute
from providers.name_matching.matcher import Verdict, decide

__all__ = ["ListContents", "Pager", "SpokenList", "fingerprint"]

PAGE = 3
"""Items in one breath."""


class Pager:
    """Reads pages of the lists that were added and keeps the cursor."""

    def __init__(self, words: Responder, *, size: int = PAGE) -> None:
        self._words = words
        self._lists: dict[str, SpokenList[Any]] = {}
        self._size = size

    def add(self, *lists: SpokenList[Any]) -> None:
        """Lists come after the pager, because choosing from one may open another."""
        self._lists |= {one.kind: one for one in lists}

    def knows(self, cursor: Cursor | None) -> bool:
        return cursor is not None and cursor.kind in self._lists

    async def show(
        self, handler_input: HandlerInput, kind: str, *, of: str | None = None
    ) -> Response:
        """Reads a list from its beginning."""
        spoken = self._lists[kind]
        contents = await spoken.read(handler_input, of)
        return self._page(handler_input, spoken, contents, Cursor(kind, parent_id=of))

    async def turn(
        self,
        handler_input: HandlerInput,
        cursor: Cursor,
        pages: int,
        *,
        end: str = "list-end",
    ) -> Response:
        """Reads the page so many further on; says so at its start, or `end` there."""
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.parent_id)
        at, changed = self._found(spoken, contents, cursor)
        ahead = at + pages * self._size
        if pages > 0 and ahead >= len(contents.items):
            return self._words.respond(handler_input, end)
        if pages < 0 and at == 0:
            return self._words.respond(handler_input, "list-start")
        moved = Cursor(cursor.kind, offset=max(0, ahead), parent_id=cursor.parent_id)
        return self._page(handler_input, spoken, contents, moved, changed)

    async def choose(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, *, on_page: bool
    ) -> Response:
        """Answers somebody who picked a number of the list, or of the page.

        -1 is the last of the page; a page's number past the page counts in the list.
        """
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.parent_id)
        at, _ = self._found(spoken, contents, cursor)
        shown = min(self._size, len(contents.items) - at)
        if number < 0:
            number = at + shown
        elif on_page and number <= shown:
            number += at
        total = len(contents.items)
        if not total:
            return self._nothing(handler_input, spoken, contents)
        if not 0 < number <= total:
            return self._words.respond(handler_input, "list-no-such", total=total)
        return await spoken.choose(handler_input, contents, number - 1)

    async def choose_marked(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, mark: str
    ) -> Response:
        """Answers somebody who touched an item; says so where it is gone."""
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.parent_id)
        marks = [spoken.mark(item) for item in contents.items]
        if mark not in marks:
            return self._words.respond(handler_input, "touch-gone")
        # The same song may stand on a list twice: it is the one that was touched.
        as_shown = marks[number - 1 : number] == [mark]
        index = number - 1 if as_shown else marks.index(mark)
        return await spoken.choose(handler_input, contents, index)

    async def choose_named(
        self, handler_input: HandlerInput, cursor: Cursor, heard: str
    ) -> Response | None:
        """Answers somebody who said a name on the page; None where none is meant."""
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.parent_id)
        at, _ = self._found(spoken, contents, cursor)
        language = self._words.localization_of(handler_input)
        shown = visible(handler_input, self._size)
        named = [
            (name, index)
            for index in range(at, min(at + shown, len(contents.items)))
            for name in _names(spoken.said(contents.items[index], index + 1), language)
        ]
        names = [name for name, _ in named]
        decision = decide(heard, names, language=language.code)
        if decision.verdict is not Verdict.ACT:
            return None
        index = named[decision.matches[0].index][1]
        return await spoken.choose(handler_input, contents, index)

    def _found(
        self, spoken: SpokenList[T], contents: ListContents[T], cursor: Cursor
    ) -> tuple[int, Text]:
        """Where the cursor's page begins now, and what to say if it is elsewhere."""
        items = contents.items
        if cursor.offset == 0 or cursor.item_id is None:
            return (cursor.offset if cursor.offset < len(items) else 0), NOTHING
        if (
            cursor.offset < len(items)
            and spoken.mark(items[cursor.offset]) == cursor.item_id
        ):
            return cursor.offset, NOTHING
        marks = (
            i for i, item in enumerate(items) if spoken.mark(item) == cursor.item_id
        )
        return next(marks, 0), Phrase("list-changed", {})

    def _page(
        self,
        handler_input: HandlerInput,
        spoken: SpokenList[T],
        contents: ListContents[T],
        cursor: Cursor,
        changed: Text = NOTHING,
    ) -> Response:
        items = contents.items[cursor.offset : cursor.offset + self._size]
        if not items:
            return self._nothing(handler_input, spoken, contents)
        first, last = cursor.offset + 1, cursor.offset + len(items)
        numbered = list(enumerate(items, first))
        mark = spoken.mark(items[0])
        cursor = Cursor(cursor.kind, cursor.offset, cursor.parent_id, mark)
        set_attribute(handler_input, cursor)
        if contents.question:
            set_attribute(handler_input, contents.question)
        response = self._words.respond(
            handler_input,
            spoken.kind,
            place=PagePosition.of(first=first == 1, last=last == len(contents.items)),
            changed=changed,
            partial=contents.partial,
            first=first,
            last=last,
            total=contents.total,
            items=[spoken.said(item, number) for number, item in numbered],
            lines=Lines(
                [spoken.line(item, number) for number, item in numbered], first
            ),
            **contents.about,
        )
        language = self._words.localization_of(handler_input)
        page = ListPage(spoken, contents, cursor, self._size)
        show_list(handler_input, language, page)
        return response

    def _nothing(
        self,
        handler_input: HandlerInput,
        spoken: SpokenList[T],
        contents: ListContents[T],
    ) -> Response:
        """Says that there is nothing on the list, and what could be done instead."""
        key, partial = f"{spoken.kind}-none", contents.partial
        return self._words.respond(
            handler_input, key, partial=partial, **contents.about
        )


def _names(said: Text, language: Localization) -> Iterator[str]:
    """What one may call an item that was read out: all of it, or its title alone."""
    if isinstance(said, Phrase):
        yield language.text(said.key, said.arguments)
    title = said.arguments.get("title") if isinstance(said, Phrase) else said
    if isinstance(title, str):
        yield title
