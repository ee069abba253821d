"""Facts: "who sings Dreams?", "tell me about Nina Simone", "and about Abba?".

About what is named, whether or not the listener has it, else about what is in focus.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.catalogue_search import CatalogueSearch
from handlers.dialog import ask_which_song, ask_whom
from handlers.lists import OneAlbum, SongPlaces, newest_release
from handlers.misheard import looked_for, respond_unknown
from handlers.named_songs import NamedSongs, nothing_plays, tell_facts
from handlers.playlist_resolution import OPEN, PlaylistResolver
from handlers.request import IntentHandler, RequestHandler, listener_of
from handlers.responses import phrases
from handlers.responses.listening_times import local_time
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.responses.spoken_list import ListContents
from handlers.session import ARRIVALS, RELEASES, Cursor, Focus, LastAnswer
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
        songs: NamedSongs,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._songs = songs
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
        if response := await self.ensure_focus(handler_input):
            return response
        track = await self._pager.find_track(handler_input)
        if track is None:
            silence = await nothing_plays(handler_input, self._pager, self._responder)
            return silence or ask_which_song(handler_input, self._responder)
        return tell_facts(handler_input, self._responder, track)

    async def ensure_focus(self, handler_input: HandlerInput) -> Response | None:
        """Let "it" mean the song that was looked for, else the one that plays.

        Return what to say where it is not known which song was looked for.
        """
        if (heard := looked_for(handler_input)) is None:
            await self._pager.ensure_focus(handler_input)
            return None
        found = await self._songs.find(handler_input, heard)
        if isinstance(found, Track):
            return None
        return found or respond_unknown(
            self._responder, handler_input, "no-such-song", heard=heard
        )

    async def named(self, handler_input: HandlerInput, heard: str) -> Response | None:
        """Tell what is known of the song that is called so; None for no such song."""
        found = await self._songs.find(handler_input, heard)
        if not isinstance(found, Track):
            return found
        return tell_facts(handler_input, self._responder, found)

    async def just_named(
        self, handler_input: HandlerInput, heard: str
    ) -> Response | None:
        """Tell of the song in focus or on the page; None where none is called so."""
        track = await self._songs.just_named(handler_input, heard)
        return tell_facts(handler_input, self._responder, track) if track else None


class NewByArtist(IntentHandler):
    """ "Did Abba put out anything new?", "the latest by Abba": newest releases.

    Without a name: of the artist of what is in focus. "It" means the newest then, and
    "the second one" still the second artist where a list of artists was read.
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
            await self._pager.focus_by_ordinal(handler_input)
            await self._pager.ensure_focus(handler_input)
            found = await self._pager.find(handler_input, song=True)
            artists = await self._pager.artists(handler_input, found) if found else ()
            artist = artists[0] if artists else None
        if artist is None or artist.id is None:
            if heard is None:
                return ask_whom(handler_input, self._responder)
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
        if self._pager.names(session.get(handler_input, Cursor)) != "artist":
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
        await self._pager.focus_by_ordinal(handler_input)
        await self._pager.ensure_focus(handler_input)
        found = await self._pager.find(handler_input, song=True)
        artists = await self._pager.artists(handler_input, found) if found else ()
        if not artists:
            silence = await nothing_plays(handler_input, self._pager, self._responder)
            return silence or ask_whom(handler_input, self._responder)
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


class OtherArtist(IntentHandler):
    """ "And by Abba?": the last question once more, about another artist.

    `answers` has the handlers of such questions by intent. After a search for a song
    the name is another song's, after new music it is asked what is new by the artist.
    After anything else songs of the artist are recommended.
    """

    _RECOMMEND, _SEARCH = "RecommendIntent", "WhichPlaylistIntent"
    _OF_PAGES: Mapping[str, str] = {
        SongPlaces.kind: _SEARCH,
        **dict.fromkeys((RELEASES, ARRIVALS), "NewByArtistIntent"),
    }

    intents = frozenset(("OtherArtistIntent",))

    def __init__(self, answers: Mapping[str, RequestHandler]) -> None:
        self._answers = answers

    async def handle(self, handler_input: HandlerInput) -> Response:
        intent = self._meant(handler_input)
        if intent == self._SEARCH:
            request.reread(handler_input, intent, ARTIST_SLOT, SONG_SLOT)
        else:
            request.reinterpret(handler_input, intent, None)
        response = self._answers[intent].handle(handler_input)
        assert response is not None  # noqa: S101 - only the SDK's annotation may
        return await response

    def _meant(self, handler_input: HandlerInput) -> str:
        """Return the intent that the last answer was to; that of a wish without one."""
        last = session.get(handler_input, LastAnswer)
        cursor = (last and last.page) or session.get(handler_input, Cursor)
        is_page = last is not None and last.kind == "page"
        if is_page and cursor is not None and cursor.kind in self._OF_PAGES:
            return self._OF_PAGES[cursor.kind]
        answered = last.name if last and last.kind == "intent" else ""
        return answered if answered in self._answers else self._RECOMMEND
