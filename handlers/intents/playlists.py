"""Opening a playlist: what is on it, how long it is, what came last."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request
from handlers.dynamic_entities import offer_playlists
from handlers.intents.music_lists import TrackList
from handlers.intents.playlist_resolution import SLOT, PlaylistAction, PlaylistResolver
from handlers.request import IntentHandler, listener_of
from handlers.responses import lists, phrases
from handlers.responses.lists import DisplayItem
from handlers.responses.messages import Argument, Phrase, Text
from handlers.responses.paging import ListContents, Pager
from handlers.responses.responder import Responder
from handlers.session import Cursor, PendingQuestion, delete, get, pending_question
from providers.errors import Forbidden, NotFound
from providers.library import Library
from providers.music import Listing, Playlist, PlaylistItem

OPEN = "open"

"""The purpose of reading a playlist's tracks."""


def open_only_one(shelf: Sequence[Playlist], total: int) -> PendingQuestion | None:
    """ "Shall I open it?", which is asked where there is one playlist and no other."""
    return (
        PendingQuestion("meant", OPEN, (shelf[0].id,))
        if len(shelf) == total == 1
        else None
    )


_EARLIEST = datetime.min.replace(tzinfo=UTC)


async def find_playlist(
    library: Library, handler_input: HandlerInput, playlist_id: str | None
) -> tuple[Playlist, int]:
    """The playlist on the shelf and its place, from 1; `NotFound` where it is gone."""
    shelf = await library.playlists(listener_of(handler_input))
    for number, playlist in enumerate(shelf.items, 1):
        if playlist.id == playlist_id:
            return playlist, number
    raise NotFound


class PlaylistTracks(TrackList[PlaylistItem]):
    """The tracks of one playlist; the cursor's `of` is the playlist's id."""

    kind = "tracks"

    def __init__(self, library: Library, words: Responder) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> ListContents[PlaylistItem]:
        playlist, number = await find_playlist(self._library, handler_input, of)
        listener = listener_of(handler_input)
        found = await self._library.playlist_items(listener, playlist)
        about: dict[str, Argument] = {
            "name": phrases.playlist_name(playlist, number),
            "length": total_length(found),
        }
        return _contents(playlist, found, found.items, about)


class RecentlyAdded(TrackList[PlaylistItem]):
    """What came to one playlist last, the newest first."""

    kind = "news"

    def __init__(self, library: Library, words: Responder) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> ListContents[PlaylistItem]:
        playlist, number = await find_playlist(self._library, handler_input, of)
        listener = listener_of(handler_input)
        found = await self._library.playlist_items(listener, playlist)
        dated = sorted(found.items, key=_added, reverse=True)
        newest = dated[0].added_at if dated else None
        since = Phrase("news-since", {"date": newest.date()}) if newest else ""
        about: dict[str, Argument] = {
            "name": phrases.playlist_name(playlist, number),
            "since": since,
        }
        return _contents(playlist, found, dated, about)


class ReadPlaylist:
    """Reads a list of one playlist out, and says whose it is where that is refused."""

    def __init__(
        self, words: Responder, pager: Pager, *, purpose: str, kind: str
    ) -> None:
        self.purpose = purpose
        self._words = words
        self._pager = pager
        self._kind = kind

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """`number` is the playlist's place on the shelf, from 1."""
        try:
            return await self._pager.show(handler_input, self._kind, of=playlist.id)
        except Forbidden as refusal:
            return not_readable(self._words, handler_input, (playlist, number), refusal)


def not_readable(
    words: Responder,
    handler_input: HandlerInput,
    found: tuple[Playlist, int],
    refusal: Forbidden,
) -> Response:
    """The service reads out one's own and one's collaborative playlists only."""
    delete(handler_input, Cursor)
    listener_of(handler_input).turn.conclude("apologised", refusal.reason)
    playlist, number = found
    return words.respond(
        handler_input,
        "playlist-theirs",
        name=phrases.playlist_name(playlist, number),
        owner=phrases.owner(playlist),
    )


def total_length(found: Listing[PlaylistItem]) -> Text:
    """How long it all is, as far as that is known; "at least" where it is not whole."""
    known = [i.track.duration_ms for i in found.items if i.track.duration_ms]
    if not known:
        return phrases.NOTHING
    whole = found.complete and len(known) == len(found.items)
    key = "playlist-length" if whole else "playlist-length-at-least"
    return Phrase(key, {"length": phrases.length(sum(known))})


def _contents(
    playlist: Playlist,
    found: Listing[PlaylistItem],
    items: Sequence[PlaylistItem],
    about: Mapping[str, Argument],
) -> ListContents[PlaylistItem]:
    return ListContents(
        items,
        found.total,
        phrases.completeness_notice(found),
        about,
        image=playlist.image,
        link=playlist.link,
    )


def _added(item: PlaylistItem) -> datetime:
    return item.added_at or _EARLIEST


# FOLDED The shelf: all of a listener's playlists as a list.


class PlaylistList:
    """Every playlist, in the service's order."""

    kind = "playlists"

    def __init__(self, library: Library, opening: PlaylistAction) -> None:
        self._library = library
        self._opening = opening

    async def read(
        self,
        handler_input: HandlerInput,
        of: str | None,  # noqa: ARG002 - there is one shelf only
    ) -> ListContents[Playlist]:
        listing = await self._library.playlists(listener_of(handler_input))
        offer_playlists(handler_input, listing.items)
        return ListContents(
            listing.items,
            listing.total,
            phrases.completeness_notice(listing),
            question=open_only_one(listing.items, listing.total),
        )

    def said(self, item: Playlist, number: int) -> Text:
        return phrases.playlist_name(item, number)

    def line(self, item: Playlist, number: int) -> Text:
        name = phrases.playlist_name(item, number)
        if item.size is None:
            return name
        return Phrase("playlist-line", {"name": name, "count": item.size})

    def shown(self, item: Playlist, number: int) -> DisplayItem:
        return lists.playlist(item, number)

    def mark(self, item: Playlist) -> str:
        return item.id

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Playlist], index: int
    ) -> Response:
        return await self._opening.perform(
            handler_input, contents.items[index], index + 1
        )


# FOLDED  "Open Deep Focus": one playlist by its name.


class OpenPlaylist(IntentHandler):
    """Also the bare name that answers "which playlist?": then for what was wanted;
    and the name of something else on the page that was read out."""

    intents = frozenset(("OpenPlaylistIntent",))

    def __init__(self, choosing: PlaylistResolver, pager: Pager) -> None:
        self._choosing = choosing
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = pending_question(handler_input)
        if question is None and (answer := await self._on_page(handler_input)):
            return answer
        wanted = question is not None and self._choosing.knows(question.purpose)
        purpose = question.purpose if question and wanted else OPEN
        return await self._choosing.by_slot(handler_input, purpose)

    async def _on_page(self, handler_input: HandlerInput) -> Response | None:
        """What was said of the page, unless it holds playlists anyway."""
        cursor, heard = (
            get(handler_input, Cursor),
            request.slot_text(handler_input, SLOT),
        )
        if cursor is None or heard is None or cursor.kind == PlaylistList.kind:
            return None
        if not self._pager.knows(cursor):
            return None
        return await self._pager.choose_named(handler_input, cursor, heard)
