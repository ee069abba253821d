""" "Play it", "play Deep Focus", "shuffle it", "play some jazz", "on my speaker".

A `MusicStarter` starts what was meant, or says how it is started: here it is found.
"""

from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.hand_off import PLAY, SHUFFLE, MusicStarter
from handlers.lists import Picks, PlaylistList
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import IntentHandler, intent_of
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.spoken_list import FoundItem, Subject, focus_on
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    PendingQuestion,
    pending_question,
)
from handlers.speakers import YES, open_purpose, takes_the_only_one
from providers.errors import ProviderError
from providers.music import Playlist, Track

_ORDER = "order"
_GENRE, _ARTIST = "genre", "artist"
_NAMES = ("playlist", "title", _GENRE, _ARTIST)

WHICH_TO_PLAY = PendingQuestion("number", PLAY)
"""Asked where several things were named: the number that is answered is played."""


class PlayPlaylist:
    """`PlaylistAction`: start a playlist, in its order or shuffled."""

    def __init__(self, starter: MusicStarter, purpose: str) -> None:
        self.purpose = purpose
        self._starter = starter

    async def perform(
        self,
        handler_input: HandlerInput,
        playlist: Playlist,
        number: int,  # noqa: ARG002 - the protocol's
    ) -> Response:
        """Start the playlist, or say how Alexa plays it."""
        shuffled = self.purpose == SHUFFLE
        return await self._starter.subject(handler_input, playlist, shuffled=shuffled)


class PlayMusic(IntentHandler):
    """ "Play it", "play the second one", "play Deep Focus", "play some jazz".

    A name is looked for on the page that was read out, then among the playlists. What
    is neither is started by the listener's words, for which no library is needed.

    "Play this song" means the song where a playlist was named with it.

    Also a number that answers "which one?" where something is to be played, and a yes
    to the only speaker.
    """

    _SELECT = "SelectIntent"
    _SONG = "PlaySongIntent"

    intents = frozenset(("PlayIntent", _SONG, _SELECT, YES))

    def __init__(
        self,
        resolver: PlaylistResolver,
        pager: Pager,
        starter: MusicStarter,
        responder: Responder,
    ) -> None:
        self._resolver = resolver
        self._pager = pager
        self._starter = starter
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        is_open = open_purpose(handler_input) is not None
        answers = is_open or session.is_open(handler_input, WHICH_TO_PLAY)
        match intent_of(handler_input):
            case "PlayIntent" | self._SONG:
                return True
            case self._SELECT:
                return answers
        return takes_the_only_one(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose = open_purpose(handler_input)
        shuffled = request.slot_text(handler_input, _ORDER) is not None
        number, on_page = request.chosen_number(handler_input)
        if number is not None and purpose is None:
            chosen = await self._numbered(handler_input, number, on_page=on_page)
            if not isinstance(chosen, FoundItem):
                return chosen
            return await self._play(handler_input, chosen, shuffled=shuffled)
        for slot in _NAMES:
            if (words := request.slot_text(handler_input, slot)) is None:
                continue
            if slot in (_GENRE, _ARTIST) and _is_known(handler_input, slot):
                genre = slot == _GENRE
                return await self._starter.words(handler_input, words, genre=genre)
            return await self._named(handler_input, words, shuffled=shuffled)
        if response := await self._starter.elsewhere(handler_input):
            return response
        return await self._focused(handler_input, shuffled=shuffled)

    async def _numbered(
        self, handler_input: HandlerInput, number: int, *, on_page: bool
    ) -> FoundItem[Subject] | Response:
        question = pending_question(handler_input)
        if question and question.kind == "meant":
            playing = PendingQuestion("meant", PLAY, question.ids)
            return await self._resolver.by_choice(
                handler_input, playing, number, on_page=on_page
            )
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            cursor, on_page = Cursor(PlaylistList.kind), False
        return await self._pager.find_numbered(
            handler_input, cursor, number, on_page=on_page
        )

    async def _named(
        self, handler_input: HandlerInput, words: str, *, shuffled: bool
    ) -> Response:
        """Start the item of the page, or the playlist, that is called so.

        Only reading is tried: a start that failed may have been one.
        """
        cursor = session.get(handler_input, Cursor)
        found: FoundItem[Subject] | None = None
        if cursor and self._pager.knows(cursor) and cursor.kind != PlaylistList.kind:
            try:
                found = await self._pager.find_named(handler_input, cursor, words)
            except ProviderError:
                found = None
        if found:
            return await self._play(handler_input, found, shuffled=shuffled)
        purpose = SHUFFLE if shuffled else PLAY
        response = await self._resolver.by_words(handler_input, purpose, words)
        return response or await self._starter.words(handler_input, words)

    async def _focused(
        self, handler_input: HandlerInput, *, shuffled: bool
    ) -> Response:
        wants_song = intent_of(handler_input) == self._SONG
        found = await self._pager.find(handler_input, song=wants_song)
        if found and not (wants_song and isinstance(found.subject, Playlist)):
            return await self._play(handler_input, found, shuffled=shuffled)
        if found is None and session.get(handler_input, Focus):
            return self._responder.respond(handler_input, "touch-gone")
        if session.get(handler_input, Cursor) and session.ask(
            handler_input, WHICH_TO_PLAY
        ):
            return self._responder.respond(handler_input, "which-number")
        session.ask(handler_input, OFFER_RECOMMENDATION)
        return self._responder.respond(handler_input, "play-nothing")

    async def _play(
        self, handler_input: HandlerInput, found: FoundItem[Subject], *, shuffled: bool
    ) -> Response:
        """Start the item, which is what "it" means from now on."""
        spoken_list, item = found.spoken_list, found.contents.items[found.index]
        focus = session.get(handler_input, Focus)
        cursor = session.get(handler_input, Cursor)
        is_in_focus = focus is not None and focus.id == spoken_list.item_id(item)
        if cursor and cursor.kind == spoken_list.kind and not is_in_focus:
            session.put(handler_input, focus_on(spoken_list, cursor, item))
        return await self._starter.subject(
            handler_input,
            found.subject,
            shuffled=shuffled,
            following=_following(found),
        )


def _following(found: FoundItem[Subject]) -> Sequence[Track]:
    """Return the tracks that play after the item: after a pick, the other picks."""
    if found.spoken_list.kind != Picks.kind:
        return ()
    later = found.contents.items[found.index + 1 :]
    subjects = [found.spoken_list.subject(item) for item in later]
    return [subject for subject in subjects if isinstance(subject, Track)]


def _is_known(handler_input: HandlerInput, slot: str) -> bool:
    """Return whether Alexa found the slot's words among our names or the listener's."""
    own = request.dynamic_entity_ids(handler_input, slot)
    return bool(own or request.resolved_ids(handler_input, slot))
