""" "Play it", "play Deep Focus", "shuffle it", "play some jazz", "queue it".

A `MusicStarter` starts what was meant, or says how it is started: here it is found.
"""

from collections.abc import Sequence
from typing import Protocol

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.alexa_music_hand_off import PLAY, SHUFFLE, MusicStarter, Way
from handlers.corrections import means_song
from handlers.lists import Picks, PlaylistList, SpokenPicks
from handlers.misheard import looked_for
from handlers.playback_devices import YES, open_purpose, takes_the_only_one
from handlers.playlist_resolution import PlaylistResolver
from handlers.request import IntentHandler, RequestHandler, intent_of
from handlers.responses import openings
from handlers.responses.branding import is_offered
from handlers.responses.closings import PickQuestion, asked_of_pick
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder, discard_response
from handlers.responses.spoken_list import FoundItem, Subject, focus_on
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastAnswer,
    PendingQuestion,
    pending_question,
)
from handlers.shelf_places import ALL_PLAYLISTS, may_mean_shelf
from handlers.spoken_picks import as_heard
from providers.errors import NotLinked, ProviderError
from providers.music import Playlist, Track

_PLAY, _RECOMMEND = "PlayIntent", "RecommendIntent"
_TO_PLAY = "to_play"
_ORDER = "order"
_GENRE, _ARTIST = "genre", "artist"
_NAMES = ("playlist", "title", _GENRE, _ARTIST)
_MOST_FOLLOWING = 50  # songs that are started with the first of a list
_NO_WISH = ("playlist", "title", _ORDER)  # with one of them a genre is no wish alone

WHICH_TO_PLAY = PendingQuestion("number", PLAY)
"""Asked where several things were named: the number that is answered is played."""

WHICH_TO_QUEUE = PendingQuestion("number", Way.QUEUED.value)
"""The same of a song that shall be queued."""


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
        way = Way.SHUFFLED if self.purpose == SHUFFLE else Way.NOW
        return await self._starter.subject(handler_input, playlist, way=way)


class PlayMusic(IntentHandler):
    """ "Play it", "play the second one", "play Deep Focus", "play some jazz".

    And "queue it", for which no playlist is looked for.

    A name is looked for on the page that was read out, then among the playlists. What
    is neither is started by the listener's words, for which no library is needed.

    "Play this song" means the song where a playlist was named with it.

    Also a number that answers "which one?" where something is to be played, and a yes
    to the only speaker, or to "Play it?" of a recommendation or a playlist.
    """

    _SELECT = "SelectIntent"
    _SONG = "PlaySongIntent"
    _QUEUE = "QueueIntent"

    intents = frozenset((_PLAY, _SONG, _QUEUE, _SELECT, YES))

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
        intent = intent_of(handler_input)
        if intent == self._SELECT:
            which = (WHICH_TO_PLAY, WHICH_TO_QUEUE)
            is_asked = any(session.is_open(handler_input, each) for each in which)
            return is_asked or open_purpose(handler_input) is not None
        if intent in (_PLAY, self._SONG, self._QUEUE):
            return True
        if takes_the_only_one(handler_input) or is_offered(handler_input):
            return True
        return asked_of_pick(handler_input) is PickQuestion.PLAY

    async def handle(self, handler_input: HandlerInput) -> Response:
        purpose = open_purpose(handler_input)
        way = self._way(handler_input)
        number, on_page = request.chosen_number(handler_input)
        if number is not None and (purpose is None or way is Way.QUEUED):
            chosen = await self._numbered(handler_input, number, on_page=on_page)
            if not isinstance(chosen, FoundItem):
                return chosen
            return await self._play(handler_input, chosen, way)
        if (slot := _name_slot(handler_input)) is not None:
            return await self._named(handler_input, slot, way)
        response = None
        if way is not Way.QUEUED:
            response = await self._starter.elsewhere(handler_input)
        return response or await self._focused(handler_input, way)

    def _way(self, handler_input: HandlerInput) -> Way:
        intent = intent_of(handler_input)
        answers = session.is_open(handler_input, WHICH_TO_QUEUE)
        if intent == self._QUEUE or (intent == self._SELECT and answers):
            return Way.QUEUED
        is_shuffled = request.slot_text(handler_input, _ORDER) is not None
        return Way.SHUFFLED if is_shuffled else Way.NOW

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
            if on_page and not may_mean_shelf(handler_input):
                return self._responder.ask(
                    handler_input, OFFER_RECOMMENDATION, "nothing-to-page"
                )
            cursor, on_page = ALL_PLAYLISTS, False
        place = as_heard(handler_input, cursor, number, on_page=on_page)
        cursor, number, on_page = place
        return await self._pager.find_numbered(
            handler_input, cursor, number, on_page=on_page
        )

    async def _named(
        self, handler_input: HandlerInput, slot: str, way: Way
    ) -> Response:
        """Start the genre, the item of the page, or the playlist, that is called so.

        Only reading is tried: a start that failed may have been one.
        """
        words = request.slot_text(handler_input, slot) or ""
        if slot == _GENRE and _is_known(handler_input, slot):
            return await self._starter.genre(handler_input, words)
        if slot == _ARTIST and _is_known(handler_input, slot):
            return await self._starter.words(handler_input, words)
        cursor = session.get(handler_input, Cursor)
        found: FoundItem[Subject] | None = None
        if cursor and self._pager.knows(cursor) and cursor.kind != PlaylistList.kind:
            try:
                found = await self._pager.find_named(handler_input, cursor, words)
            except ProviderError:
                found = None
        if found:
            return await self._play(handler_input, found, way)
        if way is not Way.QUEUED and not means_song(handler_input):
            purpose = SHUFFLE if way is Way.SHUFFLED else PLAY
            response = await self._resolver.by_words(handler_input, purpose, words)
            if response is not None:
                return response
        return await self._starter.words(handler_input, words, way=way)

    async def _focused(self, handler_input: HandlerInput, way: Way) -> Response:
        queues = way is Way.QUEUED
        wants_song = queues or intent_of(handler_input) == self._SONG
        found = await self._pager.find(handler_input, song=wants_song)
        if found and way is Way.SHUFFLED and isinstance(found.subject, Track):
            return self._responder.respond(handler_input, "shuffle-only-playlists")
        if found and not (wants_song and isinstance(found.subject, Playlist)):
            return await self._play(handler_input, found, way)
        if found is None and session.get(handler_input, Focus):
            return self._responder.respond(handler_input, "touch-gone")
        return (
            await self._asked_about(handler_input, way)
            or await self._all_songs(handler_input, way)
            or self._ask(handler_input, way)
        )

    async def _asked_about(
        self, handler_input: HandlerInput, way: Way
    ) -> Response | None:
        """Respond about what was just asked for, where it is not known what it is.

        These are playlists of which one was asked for, and a name that was not found.
        """
        question = pending_question(handler_input)
        if question and question.kind == "meant":
            purpose = SHUFFLE if way is Way.SHUFFLED else PLAY
            return await self._resolver.ask(handler_input, purpose, question.ids)
        heard = looked_for(handler_input)
        last = session.get(handler_input, LastAnswer)
        if heard and last == LastAnswer("intent", _PLAY):
            request.reinterpret(handler_input, _PLAY, {"playlist": heard})
            return await self._resolver.by_slot(handler_input, PLAY)
        if heard:
            return await self._starter.words(handler_input, heard, way=way)
        return None

    async def _all_songs(
        self, handler_input: HandlerInput, way: Way
    ) -> Response | None:
        """Start the songs of the list from the page's first one; None without such."""
        cursor = session.get(handler_input, Cursor)
        is_of_songs = cursor is not None and self._pager.names(cursor) == "track"
        starts = way is Way.NOW and self._starter.plays_several
        if cursor is None or not is_of_songs or not starts:
            return None
        found = await self._pager.find_numbered(handler_input, cursor, 1, on_page=True)
        if not isinstance(found, FoundItem):
            return None
        return await self._play(handler_input, found, way, _later_songs(found))

    def _ask(self, handler_input: HandlerInput, way: Way) -> Response:
        """Ask for one of the things that were named; offer something where none was."""
        queues = way is Way.QUEUED
        cursor = session.get(handler_input, Cursor)
        if queues and cursor and cursor.kind == PlaylistList.kind:
            return self._responder.respond(handler_input, "queue-only-songs")
        which = WHICH_TO_QUEUE if queues else WHICH_TO_PLAY
        if cursor and session.ask(handler_input, which):
            return self._responder.respond(handler_input, "which-number")
        if request.listener_of(handler_input).token is None:
            raise NotLinked
        session.ask(handler_input, OFFER_RECOMMENDATION)
        return self._responder.respond(handler_input, "play-nothing")

    async def _play(
        self,
        handler_input: HandlerInput,
        found: FoundItem[Subject],
        way: Way,
        following: Sequence[Track] = (),
    ) -> Response:
        """Start the item, which is what "it" means from now on."""
        spoken_list, item = found.spoken_list, found.contents.items[found.index]
        focus = session.get(handler_input, Focus)
        cursor = session.get(handler_input, Cursor)
        is_in_focus = focus is not None and focus.id == spoken_list.item_id(item)
        if cursor and spoken_list.kind == SpokenPicks.kind:
            cursor = Cursor(spoken_list.kind)
        if cursor and cursor.kind == spoken_list.kind and not is_in_focus:
            session.put(handler_input, focus_on(spoken_list, cursor, item))
        return await self._starter.subject(
            handler_input,
            found.subject,
            way=way,
            following=following or _following(found),
        )


class ReadPlayWish(AbstractRequestInterceptor):
    """Request interceptor: take "put something calm on" for a wish, to be played.

    It is an intent of its own, with the slots of a RecommendIntent. "Play some music"
    means what is in focus, if something is.
    """

    intents = frozenset(("PlaySomethingIntent",))

    def process(self, handler_input: HandlerInput) -> None:
        if intent_of(handler_input) not in self.intents:
            return
        slots = request.slots_of(handler_input)
        is_bare = not request.slot_texts(handler_input, slots)
        if is_bare and session.get(handler_input, Focus) is not None:
            request.reinterpret(handler_input, _PLAY)
            return
        handler_input.attributes_manager.request_attributes[_TO_PLAY] = True
        request.reinterpret(handler_input, _RECOMMEND, None)


class NamesOfKinds(Protocol):
    """`KindsAsNames`: reads what is a kind of music and may be a name."""

    def era(self, handler_input: HandlerInput) -> str | None: ...

    def kind(self, handler_input: HandlerInput) -> str | None: ...

    async def playlist(
        self, handler_input: HandlerInput, words: str, *, sure: bool
    ) -> Response | None: ...

    async def is_in_catalogue(self, handler_input: HandlerInput, words: str) -> bool:
        """Return whether a song or an artist is called so."""
        ...


class PlayWish(IntentHandler):
    """ "Play some jazz", "put something calm on": start the song recommended for it.

    The next ones follow. Where no song meets the wish, that is said, and another one is
    recommended only. "Play the nineties" is the playlist of that name, if there is one.
    """

    intents = frozenset((_PLAY, _RECOMMEND))

    def __init__(
        self,
        recommend: RequestHandler,
        picks: Picks,
        player: PlayMusic,
        kinds: NamesOfKinds,
    ) -> None:
        """`recommend` reads out `picks` for slots; `player` plays what is in focus."""
        self._recommend = recommend
        self._picks = picks
        self._player = player
        self._kinds = kinds

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input) or not request.is_own(handler_input):
            return False
        if intent_of(handler_input) == _RECOMMEND:
            return _TO_PLAY in handler_input.attributes_manager.request_attributes
        is_genre = bool(request.resolved_ids(handler_input, _GENRE))
        if is_genre and not request.slot_texts(handler_input, _NO_WISH):
            return True
        return self._kinds.kind(handler_input) is not None

    async def handle(self, handler_input: HandlerInput) -> Response:
        name = self._kinds.kind(handler_input)
        words = name or self._kinds.era(handler_input)
        if words is not None:
            response = await self._kinds.playlist(
                handler_input, words, sure=name is None
            )
            if response is not None:
                return response
        if name is not None:
            if await self._kinds.is_in_catalogue(handler_input, name):
                return await self._player.handle(handler_input)
            request.reinterpret(handler_input, _RECOMMEND, {_GENRE: name})
        return await self._wish(handler_input)

    async def _wish(self, handler_input: HandlerInput) -> Response:
        answer = self._recommend.handle(handler_input)
        assert answer is not None  # noqa: S101 - only the SDK's annotation may be None
        recommended: Response = await answer
        if not self._picks.is_met(handler_input):
            return recommended
        # Nothing of that answer is said or shown; its song is in focus now.
        discard_response(handler_input)
        openings.keep_for_music(handler_input, self._picks.opening(handler_input))
        session.delete(handler_input, PendingQuestion)
        for name in (_GENRE, _ARTIST):
            request.empty_slot(handler_input, name)
        return await self._player.handle(handler_input)


def _name_slot(handler_input: HandlerInput) -> str | None:
    """Return the slot that holds a name; None where none does."""
    return next((s for s in _NAMES if request.slot_text(handler_input, s)), None)


def _following(found: FoundItem[Subject]) -> Sequence[Track]:
    """Return the tracks that play after the item: after a pick, the other picks."""
    return _later_songs(found) if found.spoken_list.kind == Picks.kind else ()


def _later_songs(found: FoundItem[Subject]) -> Sequence[Track]:
    """Return the songs that come after the item in its list."""
    later = found.contents.items[found.index + 1 :][:_MOST_FOLLOWING]
    subjects = [found.spoken_list.subject(item) for item in later]
    return [subject for subject in subjects if isinstance(subject, Track)]


def _is_known(handler_input: HandlerInput, slot: str) -> bool:
    """Return whether Alexa found the slot's words among our names or the listener's."""
    own = request.dynamic_entity_ids(handler_input, slot)
    return bool(own or request.resolved_ids(handler_input, slot))
