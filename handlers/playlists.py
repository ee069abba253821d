"""The shelf: all of a listener's playlists as a list."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases, shown
from handlers.base import listener_of
from handlers.choosing import PlaylistAct
from handlers.entities import note_playlists
from handlers.language import Phrase, Text
from handlers.opening import open_only_one
from handlers.paging import Contents
from handlers.shown import Shown
from providers.library import Library
from providers.music import Playlist


class Shelf:
    """Every playlist, in the service's order."""

    kind = "playlists"

    def __init__(self, library: Library, opening: PlaylistAct) -> None:
        self._library = library
        self._opening = opening

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one shelf only
    ) -> Contents[Playlist]:
        listing = await self._library.playlists(listener_of(handler_input))
        note_playlists(handler_input, listing.items)
        return Contents(
            listing.items,
            listing.total,
            phrases.reservations(listing),
            question=open_only_one(listing.items, listing.total),
        )

    def said(self, item: Playlist, number: int) -> Text:
        return phrases.playlist_name(item, number)

    def line(self, item: Playlist, number: int) -> Text:
        name = phrases.playlist_name(item, number)
        if item.size is None:
            return name
        return Phrase("playlist-line", {"name": name, "count": item.size})

    def shown(self, item: Playlist, number: int) -> Shown:
        return shown.playlist(item, number)

    def mark(self, item: Playlist) -> str:
        return item.id

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[Playlist], index: int
    ) -> Response:
        return await self._opening.perform(
            handler_input, contents.items[index], index + 1
        )
