"""The shelf: the listener's playlists read out, three at a time."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import IntentHandler, listener_of
from handlers.language import Phrase, Text
from handlers.opening import Opening
from handlers.paging import Contents, Pager
from providers.music import Library, Playlist


class Shelf:
    """Every playlist, in the service's order."""

    kind = "playlists"

    def __init__(self, library: Library, opening: Opening) -> None:
        self._library = library
        self._opening = opening

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one shelf only
    ) -> Contents[Playlist]:
        listing = await self._library.playlists(listener_of(handler_input))
        return Contents(listing.items, listing.total, phrases.partial(listing))

    def said(self, item: Playlist, number: int) -> Text:
        return phrases.playlist_name(item, number)

    def line(self, item: Playlist, number: int) -> Text:
        name = phrases.playlist_name(item, number)
        if item.size is None:
            return name
        return Phrase("playlist-line", {"name": name, "count": item.size})

    def mark(self, item: Playlist) -> str:
        return item.id

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[Playlist], index: int
    ) -> Response:
        return await self._opening.perform(
            handler_input, contents.items[index], index + 1
        )


class ListPlaylists(IntentHandler):
    """ "What are my playlists?" """

    intents = frozenset(("ListPlaylistsIntent",))

    def __init__(self, pager: Pager) -> None:
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._pager.show(handler_input, Shelf.kind)
