"""Player: "pause", "go on", "next song", "previous song", "which speakers are there?".

These act at once on the account's player, whoever started what plays there. "Next" and
"previous" alone belong to the list while one is read; else they mean the player where
the listener begins with them ("ask Record Shelf for the next one"), or where the answer
before was about what plays or offered a song. So do "skip" and "the song before", where
the answer before was about the list.
"""

from collections.abc import Awaitable, Callable, Mapping
from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.alexa_music_hand_off import PLAY
from handlers.lists import PlayingTrack
from handlers.playback_devices import MOVE, SpeakerLead, Speakers
from handlers.playback_devices import SLOT as SPEAKER
from handlers.playlist_resolution import SLOT as PLAYLIST
from handlers.request import (
    IntentHandler,
    RequestHandler,
    begins_session,
    intent_of,
    is_own,
    listener_of,
)
from handlers.responses.responder import Responder
from handlers.responses.sanitizing import bounded
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastAnswer,
    pending_question,
)
from handlers.spoken_picks import speaks_of_songs
from providers.errors import NoActiveDevice, ProviderError
from providers.fan_out import optional
from providers.library import Library
from providers.listener import Listener
from providers.music import NOTHING_PLAYS
from providers.name_matching.matcher import Verdict, decide
from providers.player import RemotePlayer

_ABOUT_THE_PLAYER = frozenset(("NowPlayingIntent", "SpeakersIntent"))


class Transport(Enum):
    """A command of the player; messages choose by it."""

    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    PREVIOUS = "previous"


class ControlPlayer(IntentHandler):
    """ "Pause", "resume", "skip this song", "the song before".

    Without an active device "resume" asks on which one it shall go on. Where nothing
    plays, no song is skipped: the listener is offered one.
    """

    _SKIP, _SONG_BEFORE = _OF_SONGS = ("NextSongIntent", "PreviousSongIntent")
    _BY_INTENT: Mapping[str, Transport] = {
        "AMAZON.PauseIntent": Transport.PAUSE,
        "AMAZON.ResumeIntent": Transport.RESUME,
        "AMAZON.NextIntent": Transport.NEXT,
        "AMAZON.PreviousIntent": Transport.PREVIOUS,
        _SKIP: Transport.NEXT,
        _SONG_BEFORE: Transport.PREVIOUS,
    }
    _OF_LISTS = frozenset(("AMAZON.NextIntent", "AMAZON.PreviousIntent"))

    intents = frozenset(_BY_INTENT)

    def __init__(
        self,
        player: RemotePlayer,
        library: Library,
        speakers: Speakers,
        responder: Responder,
    ) -> None:
        self._library = library
        self._speakers = speakers
        self._responder = responder
        self._send: Mapping[Transport, Callable[[Listener], Awaitable[None]]] = {
            Transport.PAUSE: player.pause,
            Transport.RESUME: player.resume,
            Transport.NEXT: player.next,
            Transport.PREVIOUS: player.previous,
        }

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input) or not is_own(handler_input):
            return False
        intent = intent_of(handler_input)
        if intent in self._OF_SONGS and speaks_of_songs(handler_input):
            return False
        return intent not in self._OF_LISTS or _means_player(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        command = self._BY_INTENT[intent_of(handler_input) or ""]
        listener = listener_of(handler_input)
        if command in (Transport.NEXT, Transport.PREVIOUS):
            look = self._library.now_playing(listener)
            if await optional(look, None) == NOTHING_PLAYS:
                session.ask(handler_input, OFFER_RECOMMENDATION)
                return self._responder.respond(
                    handler_input, "playing-none", what=command
                )
        try:
            await self._send[command](listener)
        except NoActiveDevice:
            if command is not Transport.RESUME:
                raise
            return await self._speakers.ask(handler_input, MOVE, SpeakerLead.SILENT)
        return self._responder.respond(handler_input, "player-done", command=command)


class ListSpeakers(IntentHandler):
    """ "Which speakers are there?": name them, and ask on which one it shall play.

    That is what is in focus, else what is in the player.
    """

    intents = frozenset(("SpeakersIntent",))

    def __init__(self, speakers: Speakers) -> None:
        self._speakers = speakers

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return super().can_handle(handler_input) and is_own(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        focus = session.get(handler_input, Focus)
        is_in_focus = focus is not None and focus.list_kind != PlayingTrack.kind
        purpose = PLAY if is_in_focus else MOVE
        return await self._speakers.ask(handler_input, purpose, SpeakerLead.SILENT)


class PlayOnSpeaker(IntentHandler):
    """ "Put it on Kitchen": a song is added to a playlist, or played on a speaker.

    It is played where a speaker is called so and no playlist is. `playing` answers
    "play it on Kitchen", `adding` all else.
    """

    intents = frozenset(("AddToPlaylistIntent",))

    def __init__(
        self,
        library: Library,
        speakers: Speakers,
        playing: RequestHandler,
        adding: RequestHandler,
    ) -> None:
        self._library = library
        self._speakers = speakers
        self._playing = playing
        self._adding = adding

    def can_handle(self, handler_input: HandlerInput) -> bool:
        named = request.slot_text(handler_input, PLAYLIST) is not None
        return super().can_handle(handler_input) and is_own(handler_input) and named

    async def handle(self, handler_input: HandlerInput) -> Response:
        handler = self._adding
        if await self._means_speaker(handler_input):
            request.reread(handler_input, "PlayIntent", PLAYLIST, SPEAKER)
            handler = self._playing
        response = handler.handle(handler_input)
        assert response is not None  # noqa: S101 - only the SDK's annotation may
        return await response

    async def _means_speaker(self, handler_input: HandlerInput) -> bool:
        """Only reading is tried: where a list does not come, a playlist is meant."""
        name = request.slot_text(handler_input, PLAYLIST) or ""
        try:
            listing = await self._library.playlists(listener_of(handler_input))
            names = [bounded(playlist.name) for playlist in listing.items]
            language = request.language_of(handler_input)
            if decide(name, names, language=language).verdict is Verdict.ACT:
                return False
            return await self._speakers.has(handler_input, name)
        except ProviderError:
            return False


def _means_player(handler_input: HandlerInput) -> bool:
    """Return whether a plain "next" is about what plays, and not about a list.

    Who says so to the offer of a launch, after a song was started, wants the next song.
    """
    if session.get(handler_input, Cursor) is not None:
        return False
    if session.is_open(handler_input, OFFER_RECOMMENDATION):
        return True
    if pending_question(handler_input) is not None:
        return False
    last = session.get(handler_input, LastAnswer)
    is_about_it = last is not None and last.name in _ABOUT_THE_PLAYER
    return is_about_it or begins_session(handler_input)
