"""Opening a playlist: what is on it, by whom, how long it is."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import phrases
from handlers.base import listener_of
from handlers.language import Argument, Phrase, Text
from handlers.paging import Contents, Pager, fingerprint
from handlers.session import Cursor, forget
from handlers.speech import Words
from providers.errors import Forbidden, NotFound
from providers.music import Library, Listing, Playlist, PlaylistItem


class Tracks:
    """The tracks of one playlist; the cursor's `of` is the playlist's id."""

    kind = "tracks"

    def __init__(self, library: Library, words: Words) -> None:
        self._library = library
        self._words = words

    async def read(
        self, handler_input: HandlerInput, of: str | None
    ) -> Contents[PlaylistItem]:
        listener = listener_of(handler_input)
        shelf = await self._library.playlists(listener)
        for number, playlist in enumerate(shelf.items, 1):
            if playlist.id == of:
                found = await self._library.playlist_items(listener, playlist)
                return _contents(phrases.playlist_name(playlist, number), found)
        raise NotFound

    def said(self, item: PlaylistItem, number: int) -> Text:
        return phrases.track(item.track, number)

    def line(self, item: PlaylistItem, number: int) -> Text:
        return phrases.track_line(item.track, number)

    def mark(self, item: PlaylistItem) -> str:
        return item.track.id or fingerprint(item.track.title)

    async def choose(
        self, handler_input: HandlerInput, contents: Contents[PlaylistItem], index: int
    ) -> Response:
        track = contents.items[index].track
        return self._words.answer(
            handler_input,
            "track-details",
            number=index + 1,
            track=phrases.track(track, index + 1),
            album=phrases.album_of(track),
            length=phrases.track_length(track),
        )


class Opening:
    """Reads out a playlist that was chosen, however it was chosen."""

    purpose = "open"

    def __init__(self, words: Words, pager: Pager) -> None:
        self._words = words
        self._pager = pager

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """`number` is the playlist's place on the shelf, from 1."""
        try:
            return await self._pager.show(handler_input, Tracks.kind, of=playlist.id)
        except Forbidden as refusal:
            # The service reads out one's own and one's collaborative playlists only.
            forget(handler_input, Cursor)
            listener_of(handler_input).turn.conclude("apologised", refusal.reason)
            return self._words.answer(
                handler_input,
                "playlist-theirs",
                name=phrases.playlist_name(playlist, number),
                owner=phrases.owner(playlist),
            )


def _contents(name: Text, found: Listing[PlaylistItem]) -> Contents[PlaylistItem]:
    known = [i.track.duration_ms for i in found.items if i.track.duration_ms]
    whole = found.complete and len(known) == len(found.items)
    about: dict[str, Argument] = {"name": name, "length": phrases.NOTHING}
    if known:
        key = "playlist-length" if whole else "playlist-length-at-least"
        about["length"] = Phrase(key, {"length": phrases.length(sum(known))})
    return Contents(found.items, found.total, phrases.partial(found), about)
