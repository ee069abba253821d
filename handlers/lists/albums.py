"""Lists about albums: the tracks of one, one album; and the base of such lists."""

from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers.lists.tracks import TrackList
from handlers.request import listener_of
from handlers.responses import notices, phrases
from handlers.responses.localization import NOTHING, DisplayItem, Phrase, Text
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import ListContents, item_key
from handlers.session import Focus, FocusKind
from providers.errors import NotFound
from providers.library import Library
from providers.listener import Listener
from providers.music import Album, Listing, Track
from providers.spotify.ids import link_to


class AlbumList:
    """Base of `SpokenList`s whose items are albums."""

    names: FocusKind = "album"

    def __init__(self, library: Library, responder: Responder) -> None:
        self._library = library
        self._responder = responder

    def spoken_text(self, item: Album, number: int) -> Text:
        return phrases.title_with_artists(title(item, number), item.artists[:1])

    def card_line(self, item: Album, number: int) -> Text:
        return phrases.title_with_artists(title(item, number), item.artists)

    def display_item(self, item: Album, number: int) -> DisplayItem:
        artists = phrases.artist_names(item.artists)
        return DisplayItem(title(item, number), artists, item.image)

    def item_id(self, item: Album) -> str:
        return item_key(item.id, item.name)

    def subject(self, item: Album) -> Album:
        return item


class AlbumTracks(TrackList[Track]):
    """The tracks of one album, in its order; the cursor's `parent_id` is its id.

    A track's artists are told where they are not the album's.
    """

    kind = "album-tracks"

    @staticmethod
    def track_of(item: Track) -> Track:
        return item

    def spoken_text(self, item: Track, number: int) -> Text:
        if item.album and item.album.artists == item.artists:
            return phrases.track_title(item, number)
        return phrases.track_text(item, number)

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Track]:
        """Return the tracks with the album; raise `NotFound` for no such album."""
        listener = listener_of(handler_input)
        listing = await _tracks_of(self._library, listener, parent_id)
        if not listing.items:
            return ListContents((), listing.total, unreadable=listing.unreadable)
        album = await _album_of(self._library, listener, parent_id, listing)
        tracks = [replace(track, album=album) for track in listing.items]
        name = title(album, 1)
        length = phrases.total_length(listing, tracks)
        return ListContents(
            tracks,
            listing.total,
            notices.completeness_notice(listing),
            {"name": name, "length": length},
            image=album.image,
            link=link_to("album", album.id),
            caption=_caption(album, listing),
            focus=OneAlbum.focus_of(album),
            unreadable=listing.unreadable,
        )


class OneAlbum(AlbumList):
    """The album with the id `parent_id`: where "it" is found after its tracks.

    It is never read out as a list; choosing the album tells how long it is.
    """

    kind = "one-album"

    @classmethod
    def focus_of(cls, album: Album) -> Focus | None:
        """Return the focus on an album; None where it has no id to be found by."""
        if album.id is None:
            return None
        return Focus("album", item_key(album.id, album.name), cls.kind, album.id)

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None = None
    ) -> ListContents[Album]:
        listener = listener_of(handler_input)
        listing = await _tracks_of(self._library, listener, parent_id)
        album = await _album_of(self._library, listener, parent_id, listing)
        return ListContents((album,), 1)

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Album], index: int
    ) -> Response:
        album = contents.items[index]
        listener = listener_of(handler_input)
        listing = await _tracks_of(self._library, listener, album.id)
        return self._responder.respond(
            handler_input,
            "playlist-long",
            name=title(album, 1),
            total=listing.total,
            length=phrases.total_length(listing, listing.items),
            partial=notices.completeness_notice(listing),
            song=NOTHING,
        )


async def _tracks_of(
    library: Library, listener: Listener, album_id: str | None
) -> Listing[Track]:
    if album_id is None:
        raise NotFound
    return await library.album_tracks(listener, album_id)


async def _album_of(
    library: Library, listener: Listener, album_id: str | None, listing: Listing[Track]
) -> Album:
    """Return the album of these tracks; raise `NotFound` where none of them is listed.

    The service gives the tracks without the album, so one of them is asked for.
    """
    known = next((track.id for track in listing.items if track.id), None)
    album = (await library.track(listener, known)).album if known else None
    if album is None:
        raise NotFound
    return replace(album, id=album_id)


def title(album: Album, number: int) -> Text:
    """Return the album's name, or "track number 3" for one that cannot be spoken."""
    return phrases.name_or_number(album.name, "track-number", number)


def _caption(album: Album, listing: Listing[Track]) -> Sequence[Text]:
    """Return what a screen says of the album: name, artist, number of tracks."""
    artists = phrases.artist_names(album.artists[:1])
    by = [Phrase("screen-by", {"owner": artist}) for artist in artists]
    return [title(album, 1), *by, Phrase("track-total", {"total": listing.total})]
