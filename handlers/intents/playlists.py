"""OpenPlaylistIntent, AlbumTracksIntent, and the actions that read out a playlist."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import (
    AlbumTracks,
    PlayingTrack,
    PlaylistList,
    PlaylistTracks,
    SongPlaces,
)
from handlers.named_songs import nothing_plays
from handlers.playlist_contents import respond_not_readable
from handlers.playlist_resolution import (
    OPEN,
    SLOT,
    PlaylistResolver,
)
from handlers.request import IntentHandler
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import Cursor, Focus, LastAnswer, pending_question
from handlers.what_plays import playlist_meant
from providers.errors import Forbidden
from providers.library import Library
from providers.music import Album, Playlist, Track

_CONTENTS = (PlaylistTracks.kind, AlbumTracks.kind)


class ReadPlaylist:
    """`PlaylistAction`: read out a list of one playlist, or say that it is refused.

    `purpose` names the action, `kind` the list that is read out.
    """

    def __init__(
        self, responder: Responder, pager: Pager, *, purpose: str, kind: str
    ) -> None:
        self.purpose = purpose
        self._responder = responder
        self._pager = pager
        self._kind = kind

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Read the first page of the list; `number` is the playlist's position."""
        try:
            return await self._pager.show(
                handler_input, self._kind, parent_id=playlist.id
            )
        except Forbidden as refusal:
            return respond_not_readable(
                self._responder, handler_input, (playlist, number), refusal
            )


class OpenPlaylist(IntentHandler):
    """ "Open Deep Focus": read out one playlist by its name.

    Also the bare name that answers "which playlist?": then for the purpose of that
    question. Also the name of any other item on the page that was read out. Without a
    name: what is in focus, else the playlist that plays; "what's on it?" of one that is
    being read is its next page.
    """

    intents = frozenset(("OpenPlaylistIntent",))

    def __init__(
        self, resolver: PlaylistResolver, library: Library, pager: Pager
    ) -> None:
        self._resolver = resolver
        self._library = library
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        if question is None and (response := await self._on_page(handler_input)):
            return response
        purpose = OPEN
        if question and self._resolver.knows(question.purpose):
            purpose = question.purpose
        if request.slot_text(handler_input, SLOT) is None:
            response = await self._focused(handler_input, purpose)
            if response is not None:
                return response
        return await self._resolver.by_slot(handler_input, purpose)

    async def _focused(
        self, handler_input: HandlerInput, purpose: str
    ) -> Response | None:
        """Act on what is in focus; None where it is gone.

        Of a song whose playlists were read out, "open that one" opens the first of
        these: it was found first, and another one is one sentence away.
        """
        await self._pager.focus_by_ordinal(handler_input)
        focus = session.get(handler_input, Focus)
        is_playing = focus is None or focus.list_kind == PlayingTrack.kind
        if purpose == OPEN and is_playing:
            playing = await playlist_meant(handler_input, self._library)
            if playing is not None:
                return await self._resolver.by_id(handler_input, purpose, playing)
        if focus is None:
            return None
        if focus.kind == "album":
            rest = await _read_on(handler_input, self._pager)
            return rest or await open_album(handler_input, self._pager)
        if focus.kind != "playlist":
            cursor = session.get(handler_input, Cursor)
            if cursor is not None and cursor.kind == SongPlaces.kind:
                return await self._pager.choose(handler_input, cursor, 1, on_page=True)
            return await self._pager.choose_focus(handler_input)
        rest = await _read_on(handler_input, self._pager) if purpose == OPEN else None
        return rest or await self._resolver.by_id(handler_input, purpose, focus.id)

    async def _on_page(self, handler_input: HandlerInput) -> Response | None:
        """Choose the item of the page that was named; None for a page of playlists."""
        cursor = session.get(handler_input, Cursor)
        heard = request.slot_text(handler_input, SLOT)
        of_playlists = (PlaylistList.kind, SongPlaces.kind)
        if cursor is None or heard is None or cursor.kind in of_playlists:
            return None
        if not self._pager.knows(cursor):
            return None
        return await self._pager.choose_named(handler_input, cursor, heard)


class OpenAlbum(IntentHandler):
    """ "What's on this album?": of the album in focus, of the song named or playing."""

    intents = frozenset(("AlbumTracksIntent",))

    def __init__(self, pager: Pager, responder: Responder) -> None:
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        await self._pager.ensure_focus(handler_input)
        response = await _read_on(handler_input, self._pager)
        response = response or await open_album(handler_input, self._pager)
        if response is None:
            response = await nothing_plays(handler_input, self._pager, self._responder)
        return response or self._responder.respond(handler_input, "album-unknown")


async def _read_on(handler_input: HandlerInput, pager: Pager) -> Response | None:
    """Read the next page of the playlist or album in focus, where one was just read.

    At its end that is said. None where something else was told last.
    """
    cursor = session.get(handler_input, Cursor)
    focus = session.get(handler_input, Focus)
    last = session.get(handler_input, LastAnswer)
    is_page = last is not None and last.kind == "page"
    of_focus = cursor is not None and cursor.kind in _CONTENTS
    if cursor is None or focus is None or not (is_page and of_focus):
        return None
    owner = focus.id if focus.kind == "playlist" else focus.parent_id
    if owner != cursor.parent_id:
        return None
    return await pager.turn(handler_input, cursor, 1)


async def open_album(handler_input: HandlerInput, pager: Pager) -> Response | None:
    """Read the first tracks of the album in focus, or of the focused song's album.

    None where nothing is in focus that is on an album: a podcast, a file of one's own.
    """
    found = await pager.find(handler_input, song=True)
    album = found.subject if found else None
    if isinstance(album, Track):
        album = album.album
    if not isinstance(album, Album) or album.id is None:
        return None
    return await pager.show(handler_input, AlbumTracks.kind, parent_id=album.id)
