"""Opening a playlist: what is on it, how long it is, what came last."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import listener_of
from handlers.language import Argument, Phrase, Text
from handlers.paging import Contents, Pager
from handlers.session import Cursor, Question, forget
from handlers.speech import Words
from handlers.track_lists import TrackList
from providers.errors import Forbidden, NotFound
from providers.library import Library
from providers.music import Listing, Playlist, PlaylistItem

OPEN = "open"
"""The purpose of reading a playlist's tracks."""


def open_only_one(shelf: Sequence[Playlist], total: int) -> Question | None:
    """ "Shall I open it?", which is asked where there is one playlist and no other."""
    return Question("meant", OPEN, (shelf[0].id,)) if len(shelf) == total == 1 else None


_EARLIEST = datetime.min.replace(tzinfo=UTC)


async def shelved(
    library: Library, handler_input: HandlerInput, playlist_id: str | None
) -> tuple[Playlist, int]:
    """The playlist on the shelf and its place, from 1; `NotFound` where it is gone."""
    shelf = await library.playlists(listener_of(handler_input))
    for number, playlist in enumerate(shelf.items, 1):
        if playlist.id == playlist_id:
            return playlist, number
    raise NotFound


class Tracks(TrackList[PlaylistItem]):
    """The tracks of one playlist; the cursor's `of` is the playlist's id."""

    kind = "tracks"

    def __init__(self, library: Library, words: Words) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Contents[PlaylistItem]:
        playlist, number = await shelved(self._library, handler_input, of)
        listener = listener_of(handler_input)
        found = await self._library.playlist_items(listener, playlist)
        about: dict[str, Argument] = {
            "name": phrases.playlist_name(playlist, number),
            "length": in_all(found),
        }
        return _contents(playlist, found, found.items, about)


class News(TrackList[PlaylistItem]):
    """What came to one playlist last, the newest first."""

    kind = "news"

    def __init__(self, library: Library, words: Words) -> None:
        super().__init__(words)
        self._library = library

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Contents[PlaylistItem]:
        playlist, number = await shelved(self._library, handler_input, of)
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


class Reading:
    """Reads a list of one playlist out, and says whose it is where that is refused."""

    def __init__(self, words: Words, pager: Pager, *, purpose: str, kind: str) -> None:
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
            return theirs(self._words, handler_input, (playlist, number), refusal)


def theirs(
    words: Words,
    handler_input: HandlerInput,
    found: tuple[Playlist, int],
    refusal: Forbidden,
) -> Response:
    """The service reads out one's own and one's collaborative playlists only."""
    forget(handler_input, Cursor)
    listener_of(handler_input).turn.conclude("apologised", refusal.reason)
    playlist, number = found
    return words.answer(
        handler_input,
        "playlist-theirs",
        name=phrases.playlist_name(playlist, number),
        owner=phrases.owner(playlist),
    )


def in_all(found: Listing[PlaylistItem]) -> Text:
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
) -> Contents[PlaylistItem]:
    return Contents(
        items,
        found.total,
        phrases.reservations(found),
        about,
        image=playlist.image,
        link=playlist.link,
    )


def _added(item: PlaylistItem) -> datetime:
    return item.added_at or _EARLIEST
