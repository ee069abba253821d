"""Saving: "save this song", "save Dreams", "take it off again", "add it to Deep Focus".

And "make a playlist of these". Without an editor (`LIBRARY_WRITES=off`) each of them is
answered with what the skill cannot do.
"""

from collections.abc import Mapping, Sequence
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers import request, session
from handlers.lists import Picks, PlayingTrack, SpokenPicks
from handlers.named_songs import CHOICES, SongInQuestion, Unsaveable
from handlers.playlist_resolution import SLOT, PlaylistResolver
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.listening_times import local_time
from handlers.responses.localization import NOTHING, Argument, DisplayItem, Phrase
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.screens import show_item
from handlers.responses.spoken_list import FoundItem, page_length
from handlers.session import (
    LONGEST_ID,
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastAnswer,
    PendingQuestion,
    SongToAdd,
    focus_on_playlist,
    pending_question,
)
from handlers.spoken_picks import spoken_songs
from providers.errors import Forbidden
from providers.fan_out import optional
from providers.library import Library
from providers.library_editor import LibraryEditor
from providers.music import Playlist, Track
from providers.recommender.ranking.history import named_track
from providers.recommender.service import RecommendationService
from providers.sample_library import SAMPLE_TOKEN

ADD = "add"
"""The purpose of adding a song to a playlist."""

ADDED = LastAnswer("intent", "AddToPlaylistIntent")
"""The last answer where a song was added to a playlist."""


class Done(Enum):
    """What became of a change; messages choose by it.

    NEW: it was made. AGAIN: there was nothing to change. MORE: songs were added to a
    playlist that was there.
    """

    NEW = "new"
    AGAIN = "again"
    MORE = "more"

    @classmethod
    def of(cls, changed: object) -> "Done":
        """Return NEW where something was changed, else AGAIN."""
        return cls.NEW if changed else cls.AGAIN


class ChangesLibrary(IntentHandler):
    """Base of what changes a library: without an editor, or in the demo, it says so."""

    asks_for = frozenset[str]()  # the purposes of the question which song is meant

    def __init__(self, editor: LibraryEditor | None, responder: Responder) -> None:
        self._editor = editor
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        question = pending_question(handler_input)
        is_answer = question is not None and question.purpose in self.asks_for
        is_choice = intent_of(handler_input) in CHOICES
        return super().can_handle(handler_input) and (is_answer or not is_choice)

    async def handle(self, handler_input: HandlerInput) -> Response:
        if self._editor is None:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "saving-off")
        if listener_of(handler_input).token is SAMPLE_TOKEN:
            return self._responder.respond(handler_input, "saving-sample")
        try:
            return await self.change(handler_input, self._editor)
        except Forbidden:
            return self._responder.respond(handler_input, "saving-refused")

    async def change(
        self, handler_input: HandlerInput, editor: LibraryEditor
    ) -> Response:
        """Make the change and tell it."""
        raise NotImplementedError


class SaveSong(ChangesLibrary):
    """ "Save this song", "save Dreams", and "take it off again".

    From a playlist to which it was just added, nothing is taken off.
    """

    _TAKES_OFF = "UnsaveSongIntent"

    intents = frozenset(("SaveSongIntent", _TAKES_OFF, *CHOICES))
    _SAVE, _TAKE_OFF = "save-named", "unsave-named"
    asks_for = frozenset((_SAVE, _TAKE_OFF))

    def __init__(
        self,
        editor: LibraryEditor | None,
        song: SongInQuestion,
        recommendations: RecommendationService,
        responder: Responder,
    ) -> None:
        super().__init__(editor, responder)
        self._song = song
        self._recommendations = recommendations

    async def change(
        self, handler_input: HandlerInput, editor: LibraryEditor
    ) -> Response:
        pending = pending_question(handler_input)
        answers = intent_of(handler_input) in CHOICES and pending is not None
        takes_off = intent_of(handler_input) == self._TAKES_OFF
        if takes_off and session.get(handler_input, LastAnswer) == ADDED:
            return self._responder.respond(handler_input, "added-stays")
        if pending and answers:
            takes_off = pending.purpose == self._TAKE_OFF
        purpose = self._TAKE_OFF if takes_off else self._SAVE
        question = PendingQuestion("number", purpose)
        track = await self._song.find(handler_input, question)
        if not isinstance(track, Track):
            return track
        change = editor.remove_saved if takes_off else editor.save
        listener = listener_of(handler_input)
        done = Done.of(await change(listener, str(track.id)))
        if not takes_off:  # it is theirs now: it does not come again when others do
            settled = self._recommendations.settle(listener, named_track(track).key)
            await optional(settled, None)
        focus = session.get(handler_input, Focus)
        if focus is None or focus.kind != Picks.names:
            # It is found by its id from now on, also where a list has lost it.
            session.put(handler_input, PlayingTrack.focus_of(track))
        key = "song-taken-off" if takes_off else "song-saved"
        about = {"done": done, "track": phrases.track_text(track, 1)}
        return _tell(handler_input, self._responder, key, about, track)


class AddToPlaylist(ChangesLibrary):
    """ "Add it to Deep Focus", "add Dreams to Deep Focus": a song and a playlist.

    While it is asked which song is meant, the question keeps the playlist's name.
    """

    _ADD = "AddToPlaylistIntent"

    intents = frozenset((_ADD, *CHOICES))
    _WHICH = "add-named"
    asks_for = frozenset((_WHICH,))

    def __init__(
        self,
        editor: LibraryEditor | None,
        song: SongInQuestion,
        resolver: PlaylistResolver,
        responder: Responder,
    ) -> None:
        super().__init__(editor, responder)
        self._song = song
        self._resolver = resolver

    async def change(
        self,
        handler_input: HandlerInput,
        editor: LibraryEditor,  # noqa: ARG002 - the action's
    ) -> Response:
        question = self._question(handler_input)
        track = await self._song.find(handler_input, question)
        if not isinstance(track, Track):
            return track
        if intent_of(handler_input) in CHOICES:
            slots = {SLOT: question.ids[0]} if question.ids else {}
            request.reinterpret(handler_input, self._ADD, slots)
        session.put(handler_input, SongToAdd(str(track.id)))
        return await self._resolver.by_slot(handler_input, ADD)

    def _question(self, handler_input: HandlerInput) -> PendingQuestion:
        """Return the question which song is meant, with the playlist's name."""
        question = pending_question(handler_input)
        if question is not None and intent_of(handler_input) in CHOICES:
            return question
        heard = request.slot_text(handler_input, SLOT)
        names = (heard[:LONGEST_ID],) if heard else ()
        return PendingQuestion("number", self._WHICH, names)


class AddSong:
    """`PlaylistAction`: add the song that the session keeps to a playlist."""

    purpose = ADD

    def __init__(
        self, editor: LibraryEditor, library: Library, responder: Responder
    ) -> None:
        self._editor = editor
        self._library = library
        self._responder = responder

    async def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Add the song and tell both names; "it" means the song, whatever happens."""
        song = session.get(handler_input, SongToAdd)
        if song is None:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "no-song-named")
        listener = listener_of(handler_input)
        track = await self._library.track(listener, song.id)
        session.put(handler_input, PlayingTrack.focus_of(track))
        try:
            done = Done.of(await self._editor.add(listener, playlist, [track]))
        except Forbidden:
            return self._refuse(handler_input, playlist, number)
        session.delete(handler_input, SongToAdd)
        added: dict[str, Argument] = {
            "done": done,
            "track": phrases.track_text(track, 1),
            "name": phrases.playlist_name(playlist, number),
        }
        return _tell(handler_input, self._responder, "song-added", added, track)

    def _refuse(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        """Say whose playlist it is, and ask for one of the listener's own."""
        asks = session.ask(handler_input, PendingQuestion("which", ADD))
        return self._responder.respond(
            handler_input,
            "add-theirs" if asks else "question-dropped",
            name=phrases.playlist_name(playlist, number),
            owner=phrases.owner(playlist),
            maker=phrases.Maker.of(playlist),
        )


class MakePlaylist(ChangesLibrary):
    """ "Make a playlist of these": those of the page, else the songs recommended.

    "Of the three": of the last three, or of a page that says what was recommended.
    The playlist is private and has the day's name; another saying adds to it. A single
    song is named: "these" may have been meant of more.
    """

    intents = frozenset(("MakePlaylistIntent",))
    _COUNT = "count"

    def __init__(
        self,
        editor: LibraryEditor | None,
        pager: Pager,
        recommendations: RecommendationService,
        responder: Responder,
    ) -> None:
        super().__init__(editor, responder)
        self._pager = pager
        self._recommendations = recommendations

    async def change(
        self, handler_input: HandlerInput, editor: LibraryEditor
    ) -> Response:
        tracks = await self._these(handler_input)
        if not tracks:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "make-nothing")
        listener = listener_of(handler_input)
        localization = self._responder.localization_of(handler_input)
        day: dict[str, Argument] = {"date": local_time(handler_input).date()}
        name = localization.text("playlist-of-day", day)
        description = localization.text("playlist-made-by", {})
        playlist, made = await editor.own_playlist(listener, name, description)
        added = await editor.add(listener, playlist, tracks)
        focus = focus_on_playlist(playlist.id)
        session.put(handler_input, focus)
        done = Done.NEW if made else Done.MORE if added else Done.AGAIN
        songs = phrases.track_text(added[0], 1) if len(added) == 1 else None
        songs = songs or Phrase("song-count", {"count": len(added)})
        about: dict[str, Argument] = {"done": done, "name": name, "songs": songs}
        extras = subject_extras(handler_input, tracks[0])
        response = self._responder.respond_with(
            handler_input, "playlist-made", about, extras
        )
        display = DisplayItem(name, songs if added else NOTHING, extras.image)
        title = Phrase("screen-playlist-made", about)
        show_item(handler_input, localization, title, display, focus)
        return response

    async def _these(self, handler_input: HandlerInput) -> Sequence[Track]:
        """Return the songs that "these" means, without what cannot be saved."""
        cursor = session.get(handler_input, Cursor)
        count = request.slot_number(handler_input, self._COUNT) or 0
        is_page = cursor is not None and (
            self._pager.names(cursor) == "track"
            or (count > 0 and cursor.kind == SpokenPicks.kind)
        )
        subjects: Sequence[object] = ()
        if not is_page:
            subjects = await spoken_songs(handler_input, self._recommendations)
        subjects = subjects or await self._page(handler_input)
        return [
            subject
            for subject in subjects[-max(count, 0) :]
            if isinstance(subject, Track) and Unsaveable.of(subject) is None
        ]

    async def _page(self, handler_input: HandlerInput) -> Sequence[object]:
        """Return what the page is about that was read last; else what is in focus."""
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            found = await self._pager.find(handler_input, song=True)
            return (found.subject,) if found else ()
        first = await self._pager.find_numbered(handler_input, cursor, 1, on_page=True)
        if not isinstance(first, FoundItem):
            return ()
        spoken_list, contents, start = first.spoken_list, first.contents, first.index
        end = start + page_length(spoken_list, contents, start, cursor.length)
        return [spoken_list.subject(item) for item in contents.items[start:end]]


def _tell(
    handler_input: HandlerInput,
    responder: Responder,
    key: str,
    arguments: Mapping[str, Argument],
    track: Track,
) -> Response:
    """Tell what became of a song, and draw the song below the same in short."""
    extras = subject_extras(handler_input, track)
    if key == "song-added":
        extras = replace(extras, answer=ADDED)
    response = responder.respond_with(handler_input, key, arguments, extras)
    localization = responder.localization_of(handler_input)
    title, display = Phrase(f"screen-{key}", arguments), phrases.track_item(track, 1)
    focus = PlayingTrack.focus_of(track)
    show_item(handler_input, localization, title, display, focus)
    return response
