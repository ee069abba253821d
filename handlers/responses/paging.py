"""Pager: reads lists page by page and keeps the cursor, for voice and touch."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers import session
from handlers.request import ordinal_of
from handlers.responses.cards import list_extras
from handlers.responses.localization import NOTHING, Text
from handlers.responses.responder import Responder
from handlers.responses.screens import item_row, show_list, visible_items
from handlers.responses.spoken_list import (
    PAGE_SIZE,
    FoundItem,
    ListContents,
    ListPage,
    Remembered,
    SpokenList,
    T,
    focus_on,
    item_called,
    item_line,
    numbered_index,
    page_arguments,
    page_length,
    page_offset,
)
from handlers.session import (
    HEAR_AGAIN,
    SHELF,
    WHICH_NUMBER,
    Cursor,
    Focus,
    FocusKind,
    LastAnswer,
    LastPicks,
    Trail,
    pending_question,
)
from providers.fan_out import optional
from providers.music import Artist, Playlist, Track

_TRACKS, _PLAYING = "tracks", "playing"  # lists: one playlist's, the song that plays


class Pager:
    """Read pages of the lists that were added, and store the cursor in the session.

    Methods that take a `cursor` expect one of a list that the pager `knows`. They raise
    the `ProviderError`s of that list's `read`.
    """

    def __init__(self, responder: Responder) -> None:
        self._responder = responder
        self._lists: dict[str, SpokenList[Any]] = {}
        self._rows, self._lines = Remembered(item_row), Remembered(item_line)

    def add(self, *lists: SpokenList[Any]) -> None:
        """Add lists; after the pager is built, since choosing may open another list."""
        self._lists |= {spoken_list.kind: spoken_list for spoken_list in lists}

    def knows(self, cursor: Cursor | None) -> bool:
        """Return whether the cursor's list is one of those that were added."""
        return cursor is not None and cursor.kind in self._lists

    def names(self, cursor: Cursor | None) -> FocusKind | None:
        """Return what the items of the cursor's list are; None for no such list."""
        return self._lists[cursor.kind].names if cursor and self.knows(cursor) else None

    async def show(
        self, handler_input: HandlerInput, kind: str, *, parent_id: str | None = None
    ) -> Response:
        """Read the first page of the list `kind`."""
        spoken_list = self._lists[kind]
        contents = await spoken_list.read(handler_input, parent_id)
        cursor = Cursor(kind, parent_id=parent_id)
        return self._page(handler_input, spoken_list, contents, cursor)

    async def turn(
        self,
        handler_input: HandlerInput,
        cursor: Cursor,
        pages: int,
        *,
        end: str = "list-end",
        rows: int | None = None,
    ) -> Response:
        """Read the page that is `pages` further on; 0 repeats the page.

        A page has as many items as are read out, or as a screen has `rows`.
        Before the first page the listener is told so; after the last one the response
        is the message `end`.
        """
        spoken_list = self._lists[cursor.kind]
        contents = await spoken_list.read(handler_input, cursor.parent_id)
        offset, changed = page_offset(spoken_list, contents, cursor)
        step = page_length(spoken_list, contents, offset, cursor.length)
        target = offset + pages * (rows or (step if pages > 0 else PAGE_SIZE))
        if pages > 0 and target >= len(contents.items):
            return self._responder.respond(handler_input, end)
        if pages < 0 and offset == 0:
            return self._responder.respond(handler_input, "list-start")
        length = 0 if pages else cursor.length
        moved = Cursor(cursor.kind, max(0, target), cursor.parent_id, length=length)
        return self._page(handler_input, spoken_list, contents, moved, changed)

    async def has_next(self, handler_input: HandlerInput, cursor: Cursor) -> bool:
        """Return whether a page comes after the cursor's."""
        shown, offset = self._lists[cursor.kind], cursor.offset
        contents = await shown.read(handler_input, cursor.parent_id)
        step = page_length(shown, contents, offset, cursor.length)
        return len(contents.items) > offset + step

    async def choose(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, *, on_page: bool
    ) -> Response:
        """Respond to a listener who chose an item by its number.

        `number` counts on the page if `on_page`, else in the list, from 1; -1 is the
        last item of the page. A number past the page counts in the list.
        """
        found = await self.find_numbered(handler_input, cursor, number, on_page=on_page)
        if isinstance(found, FoundItem):
            return await self._chosen(handler_input, cursor, found)
        return found

    async def find_numbered(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, *, on_page: bool
    ) -> FoundItem[Any] | Response:
        """Return the item with a number, as `choose` counts; else what to respond."""
        spoken_list = self._lists[cursor.kind]
        contents = await spoken_list.read(handler_input, cursor.parent_id)
        offset, _ = page_offset(spoken_list, contents, cursor)
        total = len(contents.items)
        if not total:
            return self._empty(handler_input, spoken_list, contents)
        count = page_length(spoken_list, contents, offset, cursor.length)
        index = numbered_index(
            number, range(offset, offset + count), total, on_page=on_page
        )
        if index is None:
            question = HEAR_AGAIN if total == 1 else WHICH_NUMBER
            return self._responder.ask(
                handler_input, question, "list-no-such", total=total
            )
        return FoundItem(spoken_list, contents, index)

    async def focus_by_ordinal(self, handler_input: HandlerInput) -> None:
        """Put into focus what "the second one" means, said where a name stands.

        That is a candidate of the open question, else an item of the page. Nothing is
        in focus where there is no such item. Without either, "the first one" is what is
        in focus: the first thing that was named.
        """
        ordinal = ordinal_of(handler_input)
        if ordinal is None:
            return
        question = pending_question(handler_input)
        cursor = session.get(handler_input, Cursor)
        if ordinal == 1 and question is None and cursor is None:
            return
        session.delete(handler_input, Focus)
        if question and question.kind == "meant":
            ids = question.ids
            place = len(ids) if ordinal < 0 else ordinal
            if 0 < place <= len(ids):
                focus = Focus("playlist", ids[place - 1], SHELF)
                session.put(handler_input, focus)
        elif cursor is not None and self.knows(cursor):
            spoken_list = self._lists[cursor.kind]
            contents = await spoken_list.read(handler_input, cursor.parent_id)
            offset, _ = page_offset(spoken_list, contents, cursor)
            total = len(contents.items)
            count = page_length(spoken_list, contents, offset, cursor.length)
            page = range(offset, offset + count)
            index = numbered_index(ordinal, page, total, on_page=True)
            if index is not None:
                focus = focus_on(spoken_list, cursor, contents.items[index])
                session.put(handler_input, focus)

    async def choose_touched(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, item_id: str
    ) -> Response:
        """Respond to a listener who touched the item `item_id`; tell if it is gone.

        `number` is the item's position when the screen was drawn, from 1.
        """
        spoken_list = self._lists[cursor.kind]
        contents = await spoken_list.read(handler_input, cursor.parent_id)
        ids = [spoken_list.item_id(item) for item in contents.items]
        if item_id not in ids:
            return self._responder.respond(handler_input, "touch-gone")
        # The same song may stand on a list twice: the touched one is meant.
        unmoved = ids[number - 1 : number] == [item_id]
        index = number - 1 if unmoved else ids.index(item_id)
        found = FoundItem(spoken_list, contents, index)
        return await self._chosen(handler_input, cursor, found)

    async def choose_named(
        self, handler_input: HandlerInput, cursor: Cursor, heard: str
    ) -> Response | None:
        """Respond to a listener who said the name of an item on the page.

        None where no item of the page is meant by `heard`.
        """
        found = await self.find_named(handler_input, cursor, heard)
        return await self._chosen(handler_input, cursor, found) if found else None

    async def find_named(
        self, handler_input: HandlerInput, cursor: Cursor, heard: str
    ) -> FoundItem[Any] | None:
        """Return the item of the page that is meant by `heard`; None for none."""
        spoken_list = self._lists[cursor.kind]
        contents = await spoken_list.read(handler_input, cursor.parent_id)
        offset, _ = page_offset(spoken_list, contents, cursor)
        end = offset + visible_items(handler_input, PAGE_SIZE)
        page = range(offset, min(end, len(contents.items)))
        localization = self._responder.localization_of(handler_input)
        index = item_called(heard, spoken_list, contents, page, localization)
        if index is None or index >= len(contents.items):
            return None
        return FoundItem(spoken_list, contents, index)

    async def find(
        self, handler_input: HandlerInput, *, song: bool = False
    ) -> FoundItem[Any] | None:
        """Return the item in focus; None where nothing is, or where it is gone.

        With `song`, rather the track that was named with the playlist in focus.
        """
        focus = session.get(handler_input, Focus)
        if focus and song and focus.song is not None:
            focus = Focus("track", focus.song, _TRACKS, focus.id)
        spoken_list = self._lists.get(focus.list_kind) if focus else None
        if focus is None or spoken_list is None:
            return None
        contents = await spoken_list.read(handler_input, focus.parent_id)
        for index, item in enumerate(contents.items):
            if spoken_list.item_id(item) == focus.id:
                return FoundItem(spoken_list, contents, index)
        return None

    async def ensure_focus(self, handler_input: HandlerInput) -> bool:
        """Where nothing was named in this session, let "it" mean the song that plays.

        Who asks about a song that this skill started is in a new session. Return
        whether it is known that nothing was named and nothing plays.
        """
        playing = self._lists.get(_PLAYING)
        named = (Focus, Cursor, LastPicks)
        if playing is None or any(session.get(handler_input, a) for a in named):
            return False
        contents = await optional(playing.read(handler_input, None), None)
        for item in contents.items if contents else ():
            cursor = Cursor(_PLAYING, parent_id=getattr(item, "id", None))
            session.put(handler_input, focus_on(playing, cursor, item))
        return bool(contents and not contents.items and not contents.unreadable)

    async def find_track(self, handler_input: HandlerInput) -> Track | None:
        """Return the track in focus; None where something else is."""
        found = await self.find(handler_input, song=True)
        subject = found.subject if found else None
        return subject if isinstance(subject, Track) else None

    async def artists(
        self, handler_input: HandlerInput, found: FoundItem[Any]
    ) -> Sequence[Artist]:
        """Return the artists of an item, the most important one first.

        Of a playlist: the artist who is on it most, and nobody else.
        """
        subject = found.subject
        if isinstance(subject, Artist):
            return (subject,)
        if not isinstance(subject, Playlist):
            return subject.artists
        tracks = await self._lists[_TRACKS].read(handler_input, subject.id)
        first = [i.track.artists[0] for i in tracks.items if i.track.artists]
        return [artist for artist, _ in Counter(first).most_common(1)]

    async def choose_focus(self, handler_input: HandlerInput) -> Response | None:
        """Respond as to a listener who chose the item in focus; None if it is gone."""
        focus, found = session.get(handler_input, Focus), await self.find(handler_input)
        if focus is None or found is None:
            return None
        cursor = Cursor(focus.list_kind, parent_id=focus.parent_id)
        return await self._chosen(handler_input, cursor, found)

    async def _chosen(
        self, handler_input: HandlerInput, cursor: Cursor, found: FoundItem[Any]
    ) -> Response:
        """Put the item into focus and respond with what choosing it does."""
        spoken_list, contents = found.spoken_list, found.contents
        item = contents.items[found.index]
        session.put(handler_input, focus_on(spoken_list, cursor, item))
        response = await spoken_list.choose(handler_input, contents, found.index)
        if spoken_list.names != "playlist":  # whose contents were read as a page
            session.put(handler_input, LastAnswer("item"))
        return response

    async def back(self, handler_input: HandlerInput) -> Response | None:
        """Read the page that the listener came from; None where there is none."""
        trail = session.get(handler_input, Trail) or Trail()
        pages = [page for page in trail.pages if self.knows(page)]
        return await self._return(handler_input, pages) if pages else None

    async def back_to(self, handler_input: HandlerInput, kind: str) -> Response:
        """Read the list `kind` where the listener left it; else from its beginning."""
        trail = session.get(handler_input, Trail) or Trail()
        cursor = session.get(handler_input, Cursor)
        pages = [*trail.pages, cursor] if cursor else list(trail.pages)
        places = [place for place, page in enumerate(pages) if page.kind == kind]
        if not places:
            return await self.show(handler_input, kind)
        return await self._return(handler_input, pages[: places[-1] + 1])

    async def _return(
        self, handler_input: HandlerInput, pages: Sequence[Cursor]
    ) -> Response:
        """Read the last one of these pages; the others are the way that led there."""
        *earlier, page = pages
        session.put(handler_input, Trail(tuple(earlier)))
        session.delete(handler_input, Cursor)
        return await self.turn(handler_input, page, 0)

    def _page(
        self,
        handler_input: HandlerInput,
        spoken_list: SpokenList[T],
        contents: ListContents[T],
        cursor: Cursor,
        changed: Text = NOTHING,
    ) -> Response:
        step = page_length(spoken_list, contents, cursor.offset, cursor.length)
        items = contents.items[cursor.offset : cursor.offset + step]
        if not items:
            response = self._empty(handler_input, spoken_list, contents)
            session.put(handler_input, LastAnswer("page", page=cursor))
            return response
        cursor = replace(cursor, item_id=spoken_list.item_id(items[0]))
        forward = cursor.is_after(session.get(handler_input, Cursor))
        alone = focus_on(spoken_list, cursor, items[0]) if len(items) == 1 else None
        _remember(handler_input, contents, cursor, alone)
        localization = self._responder.localization_of(handler_input)
        shown = self._rows.at(handler_input), self._lines.at(handler_input)
        page = ListPage(spoken_list, contents, cursor, step, *shown)
        arguments = page_arguments(page, forward=forward)
        extras = list_extras(handler_input, localization, page)
        arguments["changed"] = changed
        response = self._responder.respond_with(
            handler_input, spoken_list.kind, arguments, extras
        )
        show_list(handler_input, localization, page)
        return response

    def _empty(
        self,
        handler_input: HandlerInput,
        spoken_list: SpokenList[T],
        contents: ListContents[T],
    ) -> Response:
        """Return the message that the list is empty and what could be done instead.

        A list of which nothing can be read is not called empty.
        """
        _put_focus(handler_input, contents.focus)
        if contents.total or contents.unreadable:
            return self._responder.respond(handler_input, "list-unreadable")
        return self._responder.respond(
            handler_input,
            f"{spoken_list.kind}-none",
            partial=contents.notice,
            **contents.about,
        )


def _remember(
    handler_input: HandlerInput,
    contents: ListContents[T],
    cursor: Cursor,
    alone: Focus | None,
) -> None:
    """Store the page that is read, its focus, else its only item, and its question."""
    session.go_to(handler_input, cursor)
    _put_focus(handler_input, contents.focus or alone)
    if contents.question and not cursor.offset:
        session.ask(handler_input, contents.question)


def _put_focus(handler_input: HandlerInput, focus: Focus | None) -> None:
    """Store what "it" means now; with None, that it means nothing."""
    session.delete(handler_input, Focus)
    if focus:
        session.put(handler_input, focus)
