"""Named songs: the song that a listener calls by its name, or by "it".

A name is looked for in focus and on the page that was read out, then in the catalogue.
"""

from enum import Enum
from typing import Any, Protocol

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.catalogue_search import NAMESAKES, CatalogueSearch
from handlers.lists import PlayingTrack, focus_on_playing
from handlers.misheard import respond_unknown
from handlers.playlist_resolution import SLOT
from handlers.request import intent_of
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.localization import NOTHING, Phrase
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import (
    FoundItem,
    Subject,
    focus_on,
    named_index,
    spoken_names,
)
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastAnswer,
    PendingQuestion,
)
from handlers.spoken_picks import as_heard
from providers.library import Library
from providers.music import Playlist, Track

SONG_SLOT = "song"

CHOICES = ("SelectIntent", "OpenPlaylistIntent")
"""The intents of an answer to "whose song is it?": a number, an artist's name."""


_NAME_NOTHING = ("LaunchRequest", "NowPlayingIntent")
"""Requests to which an answer without a focus names nothing either."""


class ItemFinder(Protocol):
    """`Pager`: finds what was read out, and reads lists."""

    def knows(self, cursor: Cursor | None) -> bool: ...

    async def show(
        self, handler_input: HandlerInput, kind: str, *, parent_id: str | None = None
    ) -> Response: ...

    async def find(
        self, handler_input: HandlerInput, *, song: bool = False
    ) -> FoundItem[Any] | None: ...

    async def ensure_focus(self, handler_input: HandlerInput) -> bool: ...

    async def find_named(
        self, handler_input: HandlerInput, cursor: Cursor, heard: str
    ) -> FoundItem[Any] | None: ...

    async def find_numbered(
        self, handler_input: HandlerInput, cursor: Cursor, number: int, *, on_page: bool
    ) -> FoundItem[Any] | Response: ...


class NamedSongs:
    """Finds songs by their names; what is found is in focus then."""

    def __init__(
        self, search: CatalogueSearch, pager: ItemFinder, responder: Responder
    ) -> None:
        self._search = search
        self._pager = pager
        self._responder = responder

    async def find(
        self, handler_input: HandlerInput, heard: str
    ) -> Track | Response | None:
        """Return the song that is called so; None for no such song.

        Where several of the catalogue's are called so, return the question whose song
        is meant, which reads them as a list.
        """
        if track := await self.just_named(handler_input, heard):
            return track
        track = await self._search.song(handler_input, heard)
        if track is None:
            return None
        if len(await self._search.namesakes(handler_input, track, heard)) > 1:
            return await self._pager.show(handler_input, NAMESAKES, parent_id=heard)
        session.delete(handler_input, Cursor)
        session.put(handler_input, PlayingTrack.focus_of(track))
        return track

    async def just_named(self, handler_input: HandlerInput, heard: str) -> Track | None:
        """Return the song in focus or on the page that is called so; None for none."""
        found = await self._in_focus(handler_input, heard)
        cursor = session.get(handler_input, Cursor)
        if found is None and cursor is not None and self._pager.knows(cursor):
            found = await self._pager.find_named(handler_input, cursor, heard)
            if found and isinstance(found.subject, Track):
                item = found.contents.items[found.index]
                session.put(handler_input, focus_on(found.spoken_list, cursor, item))
        subject = found.subject if found else None
        return subject if isinstance(subject, Track) else None

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


class Unsaveable(Enum):
    """Why a song cannot be saved; the message `save-not` chooses by it.

    ONLY_SONGS: it is a playlist, an artist or an album. LOCAL: it is a file of the
    listener's own.
    """

    ONLY_SONGS = "other"
    LOCAL = "local"
    PODCAST = "podcast"

    @classmethod
    def of(cls, subject: object) -> "Unsaveable | None":
        """Return the reason; None for a song that can be saved."""
        if not isinstance(subject, Track):
            return cls.ONLY_SONGS
        if subject.spoken:
            return cls.PODCAST
        return cls.LOCAL if subject.local or subject.id is None else None


class SongInQuestion:
    """Find the song that is named, or that "this", "it" or "the second one" means."""

    def __init__(
        self,
        library: Library,
        songs: NamedSongs,
        pager: ItemFinder,
        responder: Responder,
    ) -> None:
        self._library = library
        self._songs = songs
        self._pager = pager
        self._responder = responder

    async def find(
        self, handler_input: HandlerInput, question: PendingQuestion
    ) -> Track | Response:
        """Return the song, which has an id; else the response that says why not.

        Where nothing was named, it is the song that plays. Where several songs are
        called so, `question` waits for the one that is meant.
        """
        heard = request.slot_text(handler_input, SONG_SLOT)
        if heard is not None:
            return await self._named(handler_input, heard, question)
        found = await self._found(handler_input)
        if found is None and intent_of(handler_input) in CHOICES:
            return self._ask_again(handler_input, question)
        if found is not None and not isinstance(found, FoundItem):
            return found
        subject = found.subject if found else None
        return await self._meant(handler_input, subject, question)

    async def _meant(
        self,
        handler_input: HandlerInput,
        subject: Subject | None,
        question: PendingQuestion,
    ) -> Track | Response:
        """Return what was found as a song; else the response that says why not."""
        if isinstance(subject, Playlist) and session.get(handler_input, Cursor):
            return self._responder.ask(handler_input, question, "save-which")
        if subject is None and session.get(handler_input, Focus) is None:
            subject = await focus_on_playing(handler_input, self._library)
        if subject is None:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "no-song-named")
        why = Unsaveable.of(subject)
        if why is None and isinstance(subject, Track):
            return subject
        why = why or Unsaveable.ONLY_SONGS
        return self._responder.respond(handler_input, "save-not", why=why)

    async def _named(
        self, handler_input: HandlerInput, heard: str, question: PendingQuestion
    ) -> Track | Response:
        found = await self._songs.find(handler_input, heard)
        if found is None:
            return respond_unknown(
                self._responder, handler_input, "no-such-song", heard=heard
            )
        if not isinstance(found, Track):
            session.ask(handler_input, question)
            return found
        return await self._meant(handler_input, found, question)

    def _ask_again(
        self, handler_input: HandlerInput, question: PendingQuestion
    ) -> Response:
        return self._responder.ask(handler_input, question, "which-number")

    async def _found(
        self, handler_input: HandlerInput
    ) -> FoundItem[Any] | Response | None:
        number, on_page = request.chosen_number(handler_input)
        is_choice = intent_of(handler_input) in CHOICES
        if number is None and is_choice:
            cursor = session.get(handler_input, Cursor)
            heard = request.slot_text(handler_input, SLOT)
            if heard is None or cursor is None or not self._pager.knows(cursor):
                return None
            return await self._pager.find_named(handler_input, cursor, heard)
        if number is None:
            return await self._pager.find(handler_input, song=True)
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return self._responder.ask(
                handler_input, OFFER_RECOMMENDATION, "nothing-to-page"
            )
        place = as_heard(handler_input, cursor, number, on_page=on_page)
        cursor, number, on_page = place
        return await self._pager.find_numbered(
            handler_input, cursor, number, on_page=on_page
        )


async def nothing_plays(
    handler_input: HandlerInput, pager: ItemFinder, responder: Responder
) -> Response | None:
    """Respond that nothing plays; None where something plays or was named before."""
    last = session.get(handler_input, LastAnswer)
    is_named = last and last.kind == "intent" and last.name not in _NAME_NOTHING
    if is_named or not await pager.ensure_focus(handler_input):
        return None
    session.ask(handler_input, OFFER_RECOMMENDATION)
    return responder.respond(handler_input, "playing-none", what=NOTHING)


def tell_facts(
    handler_input: HandlerInput, responder: Responder, track: Track
) -> Response:
    """Tell who a song is by, its album, its year and its length."""
    year = (track.album.released or "")[:4] if track.album else ""
    return responder.respond_with(
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
