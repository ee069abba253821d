"""Facts: "who sings Dreams?", "what album is it on?", "tell me about Nina Simone".

About what is named, whether or not the listener has it, else about what is in focus.
"""

from datetime import timedelta
from typing import Any, Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.catalogue_search import CatalogueSearch
from handlers.lists import Namesakes, OneAlbum, PlayingTrack, newest_release
from handlers.lists.tracks import focus_on_playing
from handlers.misheard import respond_unknown
from handlers.playlist_resolution import OPEN, PlaylistResolver
from handlers.request import IntentHandler, listener_of
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.listening_times import local_time
from handlers.responses.localization import NOTHING, Phrase
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.responses.spoken_list import (
    FoundItem,
    ListContents,
    focus_on,
    named_index,
    spoken_names,
)
from handlers.session import Cursor, Focus, LastPicks
from providers.library import Library
from providers.music import Album, Artist, Track
from providers.whats_new import GROUPS

SONG_SLOT = "song"
ARTIST_SLOT = "performer"

NEW_FOR = timedelta(days=90)
"""How long a release counts as new, as in the list of new releases."""

_MOST_NEW = 2  # releases of one artist that are named


class AboutSong(IntentHandler):
    """ "Who sings Dreams?", "when did Thriller come out?": artist, album, year, length.

    Of the song on the page that was read out, else of the catalogue's; where several
    are called so, it is asked whose is meant. "The second one"
    is the one on that page. The song is in focus then: "save it", "play it".
    """

    intents = frozenset(("SongFactsIntent",))

    def __init__(
        self,
        library: Library,
        search: CatalogueSearch,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._library = library
        self._search = search
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, SONG_SLOT)
        if heard is not None:
            response = await self.named(handler_input, heard)
            return response or respond_unknown(
                self._responder, handler_input, "no-such-song", heard=heard
            )
        await self._pager.focus_by_ordinal(handler_input)
        await self.ensure_focus(handler_input)
        track = await self._pager.find_track(handler_input)
        if track is None:
            return self._responder.respond(handler_input, "opinion-of-which")
        return self._tell(handler_input, track)

    async def ensure_focus(self, handler_input: HandlerInput) -> None:
        """Where nothing was named in this session, let "it" mean the song that plays.

        Who asks about a song that this skill started is in a new session.
        """
        named = (Focus, Cursor, LastPicks)
        if all(session.get(handler_input, each) is None for each in named):
            await focus_on_playing(handler_input, self._library)

    async def named(self, handler_input: HandlerInput, heard: str) -> Response | None:
        """Tell what is known of the song that is called so; None for no such song."""
        if response := await self.just_named(handler_input, heard):
            return response
        track = await self._search.song(handler_input, heard)
        if track is None:
            return None
        if len(await self._search.namesakes(handler_input, track, heard)) > 1:
            return await self._pager.show(
                handler_input, Namesakes.kind, parent_id=heard
            )
        session.delete(handler_input, Cursor)
        session.put(handler_input, PlayingTrack.focus_of(track))
        return self._tell(handler_input, track)

    async def just_named(
        self, handler_input: HandlerInput, heard: str
    ) -> Response | None:
        """Tell of the song in focus or on the page; None where none is called so."""
        found = await self._in_focus(handler_input, heard)
        cursor = session.get(handler_input, Cursor)
        if found is None and cursor is not None and self._pager.knows(cursor):
            found = await self._pager.find_named(handler_input, cursor, heard)
            if found and isinstance(found.subject, Track):
                item = found.contents.items[found.index]
                session.put(handler_input, focus_on(found.spoken_list, cursor, item))
        subject = found.subject if found else None
        return (
            self._tell(handler_input, subject) if isinstance(subject, Track) else None
        )

    async def _in_focus(
        self, handler_input: HandlerInput, heard: str
    ) -> FoundItem[Any] | None:
        """Return the item in focus, or its song, where `heard` is its name."""
        found = await self._pager.find(handler_input, song=True)
        if found is None:
            return None
        localization = self._responder.localization_of(handler_input)
        item = found.contents.items[found.index]
        text = found.spoken_list.spoken_text(item, found.index + 1)
        names = [(name, 0) for name in spoken_names(text, localization)]
        return found if named_index(heard, names, localization.code) == 0 else None

    def _tell(self, handler_input: HandlerInput, track: Track) -> Response:
        year = (track.album.released or "")[:4] if track.album else ""
        return self._responder.respond_with(
            handler_input,
            "song-facts",
            {
                "track": phrases.track_text(track, 1),
                "album": phrases.album_of(track),
                "year": Phrase("of-year", {"year": year}) if year else NOTHING,
                "length": phrases.track_length(track),
            },
            subject_extras(handler_input, track),
        )


class NewByArtist(IntentHandler):
    """ "Did Abba put out anything new?", "the latest by Abba": newest releases.

    Without a name: of the artist of what is in focus. "It" means the newest then.
    """

    intents = frozenset(("NewByArtistIntent",))

    def __init__(
        self,
        library: Library,
        search: CatalogueSearch,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._library = library
        self._search = search
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, ARTIST_SLOT)
        if heard is not None:
            artist = await self._search.artist(handler_input, heard)
        else:
            found = await self._pager.find(handler_input, song=True)
            artists = await self._pager.artists(handler_input, found) if found else ()
            artist = artists[0] if artists else None
        if artist is None or artist.id is None:
            if heard is None:
                return self._responder.respond(handler_input, "artist-whom")
            return respond_unknown(
                self._responder, handler_input, "no-such-artist", heard=heard
            )
        listener = listener_of(handler_input)
        albums = await self._library.artist_albums(listener, artist.id, GROUPS)
        dated = [album for album in albums.items if album.released]
        dated.sort(key=lambda album: album.released or "", reverse=True)
        return self._tell(handler_input, artist, dated)

    def _tell(
        self, handler_input: HandlerInput, artist: Artist, newest_first: list[Album]
    ) -> Response:
        name = phrases.artist_name(artist)
        if not newest_first:
            return self._responder.respond(
                handler_input, "artist-no-release", name=name
            )
        since = (local_time(handler_input) - NEW_FOR).date().isoformat()
        new = [album for album in newest_first if (album.released or "") >= since]
        named = new[:_MOST_NEW] or newest_first[:1]
        session.delete(handler_input, Cursor)
        if focus := OneAlbum.focus_of(named[0]):
            session.put(handler_input, focus)
        return self._responder.respond(
            handler_input,
            "artist-new" if new else "artist-nothing-new",
            name=name,
            items=[bounded(album.name) for album in named],
            newest=newest_release(name, named[0]),
        )


class ArtistList(Protocol):
    """`handlers.lists.OneArtist`: tells of an artist, and finds the artist again."""

    def focus_of(self, artist: Artist) -> Focus: ...

    async def read(
        self, handler_input: HandlerInput, parent_id: str | None
    ) -> ListContents[Artist]: ...

    async def choose(
        self, handler_input: HandlerInput, contents: ListContents[Artist], index: int
    ) -> Response: ...


class AboutArtist(IntentHandler):
    """ "Tell me about Nina Simone", "what else have they done?": genres, newest album.

    Without a name: of the artist of what is in focus. A name that no artist has may be
    a playlist's.
    """

    intents = frozenset(("ArtistFactsIntent",))

    def __init__(
        self,
        search: CatalogueSearch,
        artists: ArtistList,
        pager: Pager,
        resolver: PlaylistResolver,
        responder: Responder,
    ) -> None:
        self._search = search
        self._artists = artists
        self._pager = pager
        self._resolver = resolver
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        heard = request.slot_text(handler_input, ARTIST_SLOT)
        if heard is None:
            return await self._tell_of_focus(handler_input)
        artist = await self._search.artist(handler_input, heard)
        if artist is None:
            response = await self._resolver.by_words(handler_input, OPEN, heard)
            return response or respond_unknown(
                self._responder, handler_input, "no-such-artist", heard=heard
            )
        session.delete(handler_input, Cursor)
        session.put(handler_input, self._artists.focus_of(artist))
        return await self._tell(handler_input, artist)

    async def _tell_of_focus(self, handler_input: HandlerInput) -> Response:
        """Tell of the first artist of what is in focus, which stays in focus."""
        found = await self._pager.find(handler_input, song=True)
        artists = await self._pager.artists(handler_input, found) if found else ()
        if not artists:
            return self._responder.respond(handler_input, "artist-whom")
        artist = artists[0]
        if (
            artist.id is not None and not artist.genres
        ):  # a track names its artists only
            contents = await self._artists.read(handler_input, artist.id)
            artist = contents.items[0]
        return await self._tell(handler_input, artist)

    async def _tell(self, handler_input: HandlerInput, artist: Artist) -> Response:
        contents = ListContents((artist,), 1)
        return await self._artists.choose(handler_input, contents, 0)
