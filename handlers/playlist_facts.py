""" "How long is it?", "who made it?": facts about one playlist."""

from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import IntentHandler, intent_of, listener_of
from handlers.choosing import Choosing
from handlers.opening import in_all, theirs
from handlers.session import Cursor, recall
from handlers.speech import Words
from providers.errors import Forbidden
from providers.library import Library
from providers.music import Listing, Playlist

OF_PLAYLISTS = frozenset(("tracks", "news"))
"""Lists whose cursor says which playlist is open."""


class Maker(Enum):
    """Who made a playlist."""

    MINE = "mine"
    TOGETHER = "together"
    THEIRS = "theirs"


class Length:
    """How many tracks it has and how long they run."""

    purpose = "length"

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        listener = listener_of(handler_input)
        try:
            found = await self._library.playlist_items(listener, playlist)
        except Forbidden as refusal:
            if playlist.size is None:
                return theirs(self._words, handler_input, (playlist, number), refusal)
            found = Listing((), playlist.size)
        return self._words.answer(
            handler_input,
            "playlist-long",
            name=phrases.playlist_name(playlist, number),
            total=found.total,
            length=in_all(found),
            partial=phrases.reservations(found),
        )


class Owner:
    """Who made it."""

    purpose = "owner"

    def __init__(self, words: Words) -> None:
        self._words = words

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        return self._words.answer(
            handler_input,
            "playlist-maker",
            name=phrases.playlist_name(playlist, number),
            owner=phrases.owner(playlist),
            maker=_maker(playlist),
        )


class AboutPlaylist(IntentHandler):
    """The playlist that the slot names, else the one that is open, else it is asked."""

    _PURPOSES = {  # noqa: RUF012 - a table
        "PlaylistLengthIntent": Length.purpose,
        "PlaylistOwnerIntent": Owner.purpose,
        "PlaylistNewsIntent": "news",
    }

    intents = frozenset(_PURPOSES)

    def __init__(self, choosing: Choosing) -> None:
        self._choosing = choosing

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose = self._PURPOSES[intent_of(handler_input) or ""]
        cursor = recall(handler_input, Cursor)
        if cursor is not None and cursor.of and cursor.kind in OF_PLAYLISTS:
            return await self._choosing.by_slot(
                handler_input, purpose, otherwise=cursor.of
            )
        return await self._choosing.by_slot(handler_input, purpose)


def _maker(playlist: Playlist) -> Maker:
    if playlist.collaborative:
        return Maker.TOGETHER
    return Maker.MINE if playlist.mine else Maker.THEIRS
