"""Questions about the list that was read: "which is the longest?", "how many?".

"These" are the items of the page; the count is that of the whole list.
"""

from enum import Enum
from types import MappingProxyType

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.extremes import Extreme
from handlers.lists import Picks, SpokenPicks
from handlers.named_songs import tell_facts
from handlers.playlist_contents import playlist_in_focus
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import (
    FoundItem,
    focus_on,
    page_length,
)
from handlers.session import OFFER_RECOMMENDATION, Cursor, focus_on_playlist
from providers.library import Library
from providers.music import Playlist, Track

LENGTH = "length"
"""The purpose of telling how long a playlist is."""


class CompareItems(IntentHandler):
    """ "Which of these is the longest?": the song, album or playlist of the page.

    It is in focus then. Of recommendations it is one of those that were said. Lengths
    of playlists are their numbers of songs. Without a list that was read it is a song
    of the playlist in focus; whole libraries cannot be sorted.
    """

    intents = frozenset(("CompareIntent",))

    def __init__(
        self, pager: Pager, resolver: PlaylistResolver, responder: Responder
    ) -> None:
        self._pager = pager
        self._resolver = resolver
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        extreme = Extreme.of(handler_input)
        cursor = session.get(handler_input, Cursor)
        is_read = self._pager.knows(cursor) and session.speaks_of_list(handler_input)
        found = None
        if cursor is not None and is_read and extreme is not None:
            if cursor.kind == Picks.kind:
                cursor = Cursor(SpokenPicks.kind)
            found = await self._found(handler_input, cursor, extreme)
        if cursor is None or found is None:
            return await self._in_playlist(handler_input, extreme)
        subject = found.subject
        if isinstance(subject, Playlist):
            session.put(handler_input, focus_on_playlist(subject.id))
            return await self._resolver.by_id(handler_input, LENGTH, subject.id)
        item = found.contents.items[found.index]
        session.put(handler_input, focus_on(found.spoken_list, cursor, item))
        if isinstance(subject, Track):
            return tell_facts(handler_input, self._responder, subject)
        return await self._pager.choose(
            handler_input, cursor, found.index + 1, on_page=False
        )

    async def _in_playlist(
        self, handler_input: HandlerInput, extreme: Extreme | None
    ) -> Response:
        """Tell the song of the playlist in focus; say where that cannot be done."""
        playlist = playlist_in_focus(handler_input)
        if playlist is not None and extreme is not None:
            return await self._resolver.by_id(handler_input, extreme.value, playlist)
        session.ask(handler_input, OFFER_RECOMMENDATION)
        return self._responder.respond(
            handler_input, "unsupported", capability=Sorting.SORTING
        )

    async def _found(
        self, handler_input: HandlerInput, cursor: Cursor, extreme: Extreme
    ) -> FoundItem[object] | None:
        """Return the item of the page that is meant; None where nothing is known."""
        first = await self._pager.find_numbered(handler_input, cursor, 1, on_page=True)
        if not isinstance(first, FoundItem):
            return None
        spoken_list, contents, start = first.spoken_list, first.contents, first.index
        end = start + page_length(spoken_list, contents, start, cursor.length)
        if cursor.kind == SpokenPicks.kind:
            start, end = 0, len(contents.items)
        index = extreme.index(map(spoken_list.subject, contents.items[start:end]))
        if index is None:
            return None
        return FoundItem(spoken_list, contents, start + index)


class LongestPlaylist(IntentHandler):
    """ "What's my longest playlist?", "which has the fewest songs?": of all playlists.

    It is in focus then; its number of songs counts.
    """

    _EXTREMES = MappingProxyType(
        {
            "LongestPlaylistIntent": Extreme.LONGEST,
            "ShortestPlaylistIntent": Extreme.SHORTEST,
        }
    )

    intents = frozenset(_EXTREMES)

    def __init__(
        self, library: Library, resolver: PlaylistResolver, responder: Responder
    ) -> None:
        self._library = library
        self._resolver = resolver
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        extreme = self._EXTREMES[intent_of(handler_input) or ""]
        playlists = (await self._library.playlists(listener_of(handler_input))).items
        index = extreme.index(playlists)
        if index is None:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(
                handler_input, "unsupported", capability=Sorting.SORTING
            )
        playlist = playlists[index]
        session.put(handler_input, focus_on_playlist(playlist.id))
        return await self._resolver.by_id(handler_input, LENGTH, playlist.id)


class Sorting(Enum):
    """What cannot be done where nothing can be compared; a choice of `unsupported`."""

    SORTING = "sorting"


class CountItems(IntentHandler):
    """ "How many are there?" of the list that was read; else of all playlists.

    Recommendations are no list: there is always another one.
    """

    intents = frozenset(("CountItemsIntent",))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        cursor = session.get(handler_input, Cursor)
        is_read = self._pager.knows(cursor) and session.speaks_of_list(handler_input)
        is_list = cursor is not None and cursor.kind != Picks.kind
        return super().can_handle(handler_input) and is_read and is_list

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = session.get(handler_input, Cursor)
        total = 0
        if cursor is not None:
            found = await self._pager.find_numbered(
                handler_input, cursor, 1, on_page=False
            )
            if not isinstance(found, FoundItem):
                return found
            total = found.contents.total
        return self._responder.respond(handler_input, "list-count", total=total)
