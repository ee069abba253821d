"""Lists read page by page: one cursor, whatever the list, for voice and touch."""

from collections.abc import Iterator
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.responses.lists import Contents, Place, SpokenList, T, fingerprint
from handlers.responses.messages import Language, Lines, Phrase, Text
from handlers.responses.phrases import NOTHING
from handlers.responses.responder import Words
from handlers.responses.screens import Page, show_list, visible
from handlers.session import Cursor, remember
from providers.name_matching.matcher import Verdict, decide

__all__ = ["Contents", "Pager", "SpokenList", "fingerprint"]

PAGE = 3
"""Items in one breath."""


class Pager:
    """Reads pages of the lists that were added and keeps the cursor."""

    def __init__(self, words: Words, *, size: int = PAGE) -> None:
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
        return self._page(handler_input, spoken, contents, Cursor(kind, of=of))

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
        contents = await spoken.read(handler_input, cursor.of)
        at, changed = self._found(spoken, contents, cursor)
        ahead = at + pages * self._size
        if pages > 0 and ahead >= len(contents.items):
            return self._words.answer(handler_input, end)
        if pages < 0 and at == 0:
            return self._words.answer(handler_input, "list-start")
        moved = Cursor(cursor.kind, at=max(0, ahead), of=cursor.of)
        return self._page(handler_input, spoken, contents, moved, changed)

    async def choose(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, *, on_page: bool
    ) -> Response:
        """Answers somebody who picked a number of the list, or of the page.

        -1 is the last of the page; a page's number past the page counts in the list.
        """
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.of)
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
            return self._words.answer(handler_input, "list-no-such", total=total)
        return await spoken.choose(handler_input, contents, number - 1)

    async def choose_marked(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, mark: str
    ) -> Response:
        """Answers somebody who touched an item; says so where it is gone."""
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.of)
        marks = [spoken.mark(item) for item in contents.items]
        if mark not in marks:
            return self._words.answer(handler_input, "touch-gone")
        # The same song may stand on a list twice: it is the one that was touched.
        as_shown = marks[number - 1 : number] == [mark]
        index = number - 1 if as_shown else marks.index(mark)
        return await spoken.choose(handler_input, contents, index)

    async def choose_named(
        self, handler_input: HandlerInput, cursor: Cursor, heard: str
    ) -> Response | None:
        """Answers somebody who said a name on the page; None where none is meant."""
        spoken = self._lists[cursor.kind]
        contents = await spoken.read(handler_input, cursor.of)
        at, _ = self._found(spoken, contents, cursor)
        language = self._words.language_of(handler_input)
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
        self, spoken: SpokenList[T], contents: Contents[T], cursor: Cursor
    ) -> tuple[int, Text]:
        """Where the cursor's page begins now, and what to say if it is elsewhere."""
        items = contents.items
        if cursor.at == 0 or cursor.mark is None:
            return (cursor.at if cursor.at < len(items) else 0), NOTHING
        if cursor.at < len(items) and spoken.mark(items[cursor.at]) == cursor.mark:
            return cursor.at, NOTHING
        marks = (i for i, item in enumerate(items) if spoken.mark(item) == cursor.mark)
        return next(marks, 0), Phrase("list-changed", {})

    def _page(
        self,
        handler_input: HandlerInput,
        spoken: SpokenList[T],
        contents: Contents[T],
        cursor: Cursor,
        changed: Text = NOTHING,
    ) -> Response:
        items = contents.items[cursor.at : cursor.at + self._size]
        if not items:
            return self._nothing(handler_input, spoken, contents)
        first, last = cursor.at + 1, cursor.at + len(items)
        numbered = list(enumerate(items, first))
        mark = spoken.mark(items[0])
        cursor = Cursor(cursor.kind, cursor.at, cursor.of, mark)
        remember(handler_input, cursor)
        if contents.question:
            remember(handler_input, contents.question)
        response = self._words.answer(
            handler_input,
            spoken.kind,
            place=Place.of(first=first == 1, last=last == len(contents.items)),
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
        language = self._words.language_of(handler_input)
        page = Page(spoken, contents, cursor, self._size)
        show_list(handler_input, language, page)
        return response

    def _nothing(
        self, handler_input: HandlerInput, spoken: SpokenList[T], contents: Contents[T]
    ) -> Response:
        """Says that there is nothing on the list, and what could be done instead."""
        key, partial = f"{spoken.kind}-none", contents.partial
        return self._words.answer(handler_input, key, partial=partial, **contents.about)


def _names(said: Text, language: Language) -> Iterator[str]:
    """What one may call an item that was read out: all of it, or its title alone."""
    if isinstance(said, Phrase):
        yield language.written(said.key, said.arguments)
    title = said.arguments.get("title") if isinstance(said, Phrase) else said
    if isinstance(title, str):
        yield title
