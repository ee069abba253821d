"""Player: "pause", "go on", "next song", "stop", "which speakers are there?".

These act at once on the account's player, whoever started what plays there. "Next" and
"previous" alone belong to the list while one is read; else they mean the player where
the listener begins with them ("ask Record Shelf for the next one"), or where the answer
before was about what plays or offered a song. So do "skip" and "the song before", where
the answer before was about the list.

A song that is started ends the session: who then calls the skill with "go on" or
"another one" means the player, too.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from enum import Enum
from functools import partial

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
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
from handlers.responses import phrases
from handlers.responses.responder import WAITING, Responder
from handlers.responses.sanitizing import bounded
from handlers.session import (
    OFFER_RECOMMENDATION,
    Cursor,
    Focus,
    LastAnswer,
    pending_question,
)
from handlers.spoken_picks import speaks_of_songs
from providers.errors import (
    NoActiveDevice,
    PlayerRefused,
    PremiumToPlay,
    ProviderError,
    ScopeMissing,
)
from providers.library import Library
from providers.listener import Listener
from providers.music import NOTHING_PLAYS, NowPlaying, Track
from providers.name_matching.matcher import Verdict, decide
from providers.player import RemotePlayer
from providers.recommender.ranking.history import named_track
from providers.recommender.service import RecommendationService

_PLAY, _ORDER = "PlayIntent", "order"

_NAMES = (PLAYLIST, SPEAKER, "title", "genre", "artist", "position", "number")
"""The slots with which something else than the player is meant."""

_ABOUT_THE_PLAYER = frozenset(("NowPlayingIntent", "SpeakersIntent", "LaunchRequest"))
"""Requests after whose answer "go on" means the player: no list was read."""


class Transport(Enum):
    """A command of the player; messages choose by it."""

    PAUSE = "pause"
    RESUME = "resume"
    NEXT = "next"
    PREVIOUS = "previous"
    SHUFFLE = "shuffle"


class ControlPlayer(IntentHandler):
    """ "Pause", "resume", "skip this song", "the song before".

    Without an active device "resume" asks on which one it shall go on. Where nothing
    plays, no song is skipped: the listener is offered one. "Next" lets a paused song go
    on, since in some languages that is the same as "go on".
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
        speakers: Speakers,
        responder: Responder,
    ) -> None:
        self._speakers = speakers
        self._responder = responder
        self._send: Mapping[Transport, Callable[[Listener], Awaitable[None]]] = {
            Transport.PAUSE: player.pause,
            Transport.RESUME: player.resume,
            Transport.NEXT: player.next,
            Transport.PREVIOUS: player.previous,
            Transport.SHUFFLE: partial(player.shuffle, on=True),
        }

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if not super().can_handle(handler_input) or not is_own(handler_input):
            return False
        intent = intent_of(handler_input)
        if intent in self._OF_SONGS and speaks_of_songs(handler_input):
            return False
        return intent not in self._OF_LISTS or _means_player(handler_input)

    async def handle(self, handler_input: HandlerInput) -> Response:
        intent = intent_of(handler_input) or ""
        command = self._BY_INTENT[intent]
        if command is Transport.PAUSE:
            return await self.send(handler_input, command)
        playing = await self._speakers.playing(handler_input)
        if command is not Transport.RESUME and playing == NOTHING_PLAYS:
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "playing-none", what=command)
        if intent == "AMAZON.NextIntent" and playing and playing.paused:
            command = Transport.RESUME
        runs = playing and playing != NOTHING_PLAYS and not playing.paused
        if command is Transport.RESUME and runs:
            return self._responder.respond(
                handler_input, "player-done", command=command
            )
        return await self.send(handler_input, command)

    async def send(self, handler_input: HandlerInput, command: Transport) -> Response:
        """Send the command to the player, and say that it was done."""
        try:
            await self._send[command](listener_of(handler_input))
        except NoActiveDevice:
            if command is not Transport.RESUME:
                raise
            return await self._speakers.ask(handler_input, MOVE, SpeakerLead.SILENT)
        return self._responder.respond(handler_input, "player-done", command=command)


class ReadGoOn(AbstractRequestInterceptor):
    """Request interceptor: take "carry on" for "next" while a list is read.

    So it is after a question of which "go on" is the yes.
    """

    def process(self, handler_input: HandlerInput) -> None:
        if intent_of(handler_input) != "AMAZON.ResumeIntent":
            return
        question = pending_question(handler_input)
        is_read = session.get(handler_input, Cursor) is not None
        if is_read or question not in (None, OFFER_RECOMMENDATION):
            request.reinterpret(handler_input, "AMAZON.NextIntent")


class HeardMusic(IntentHandler):
    """ "Go on then", "another one", "I don't like this" as the first thing said.

    Who calls the skill with it has heard music and no list: what is paused goes on, of
    what plays the next song comes, and "hang on" pauses it; "the one before" is the
    song before. "Shuffle it" then means what is in the player; so does "I like it"
    wherever nothing was named. A "yes" and "what's it called?" while a song plays are
    told which one it is. All else is answered by `others`, handlers by intent.
    """

    _GO_ON = frozenset((_PLAY, "AMAZON.YesIntent"))
    _LIKE, _DISLIKE, _WAIT = "LikeIntent", "DislikeIntent", "WaitIntent"
    _SKIP = frozenset(("AnotherIntent", _DISLIKE))
    _NEIGHBOUR, _TELL = "SelectIntent", "NowPlayingIntent"
    _TOLD = frozenset(("AMAZON.RepeatIntent", "AMAZON.YesIntent"))

    intents = _GO_ON | _SKIP | _TOLD | {_LIKE, _WAIT, _NEIGHBOUR}

    def __init__(
        self,
        player: ControlPlayer,
        speakers: Speakers,
        recommendations: RecommendationService,
        responder: Responder,
        others: Mapping[str, RequestHandler],
    ) -> None:
        self._player = player
        self._speakers = speakers
        self._recommendations = recommendations
        self._responder = responder
        self._others = others

    def can_handle(self, handler_input: HandlerInput) -> bool:
        intent = intent_of(handler_input)
        likes = intent == self._LIKE
        is_step = request.spoken_step(handler_input) is not None
        return (
            super().can_handle(handler_input)
            and is_own(handler_input)
            and (begins_session(handler_input) or (likes and _is_new(handler_input)))
            and not request.slot_texts(handler_input, _NAMES)
            and (intent != self._NEIGHBOUR or is_step)
        )

    async def handle(self, handler_input: HandlerInput) -> Response:
        intent = intent_of(handler_input) or ""
        playing = await self._speakers.playing(handler_input)
        if intent == self._LIKE and playing and playing.track:
            return await self._like(handler_input, playing.track)
        command = self._meant(handler_input, playing) if playing else None
        if command is None:
            is_heard = playing and playing.track and not playing.paused
            tells = is_heard and intent in self._TOLD
            response = self._others[self._TELL if tells else intent].handle(
                handler_input
            )
            assert response is not None  # noqa: S101 - only the SDK's annotation may
            return await response
        if intent == self._DISLIKE and playing and playing.track:
            await self._recommendations.give_feedback(
                listener_of(handler_input), named_track(playing.track), liked=False
            )
        return await self._player.send(handler_input, command)

    async def _like(self, handler_input: HandlerInput, track: Track) -> Response:
        """Store that the song is liked; no other is recommended while it plays."""
        await self._recommendations.give_feedback(
            listener_of(handler_input), named_track(track), liked=True
        )
        title = phrases.track_title(track, 1)
        return self._responder.respond(handler_input, "playing-liked", track=title)

    def _meant(
        self, handler_input: HandlerInput, playing: NowPlaying
    ) -> Transport | None:
        """Return the command that is meant; None where the player cannot be."""
        runs = playing != NOTHING_PLAYS and not playing.paused
        if request.slot_text(handler_input, _ORDER) is not None:
            return Transport.SHUFFLE if playing != NOTHING_PLAYS else None
        intent = intent_of(handler_input)
        if intent in self._GO_ON:
            return Transport.RESUME if playing.paused else None
        if not runs or intent in (self._LIKE, *self._TOLD):
            return None
        if intent == self._NEIGHBOUR:
            step = request.spoken_step(handler_input) or 1
            return Transport.NEXT if step > 0 else Transport.PREVIOUS
        return Transport.PAUSE if intent == self._WAIT else Transport.NEXT


class StopMusic(IntentHandler):
    """ "Stop" as the first thing said, or after what plays was told of: pause it.

    That is a song, or a playlist, of which "how long is it?" was asked.

    Where there is nothing to pause, `goodbye` answers, as it does in other sessions.
    """

    intents = frozenset(("AMAZON.StopIntent",))

    def __init__(
        self, player: ControlPlayer, speakers: Speakers, goodbye: RequestHandler
    ) -> None:
        self._player = player
        self._speakers = speakers
        self._goodbye = goodbye

    def can_handle(self, handler_input: HandlerInput) -> bool:
        focus = session.get(handler_input, Focus)
        may_play = focus is not None and (
            focus.list_kind == PlayingTrack.kind or focus.kind == "playlist"
        )
        is_meant = may_play or begins_session(handler_input)
        return super().can_handle(handler_input) and is_own(handler_input) and is_meant

    async def handle(self, handler_input: HandlerInput) -> Response:
        if await self._plays(handler_input):
            with suppress(NoActiveDevice, PlayerRefused, PremiumToPlay, ScopeMissing):
                return await self._player.send(handler_input, Transport.PAUSE)
        response = self._goodbye.handle(handler_input)
        assert response is not None  # noqa: S101 - only the SDK's annotation may
        return await response

    async def _plays(self, handler_input: HandlerInput) -> bool:
        """Return whether what is in focus may be what plays."""
        focus = session.get(handler_input, Focus)
        if focus is None or focus.kind != "playlist":
            return True
        playing = await self._speakers.playing(handler_input)
        return bool(playing and playing.playlist == focus.id and not playing.paused)


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
            request.reread(handler_input, _PLAY, PLAYLIST, SPEAKER)
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


def _is_new(handler_input: HandlerInput) -> bool:
    """Return whether neither a list was read nor anything named in this session."""
    named = (session.get(handler_input, each) for each in (Cursor, Focus))
    return not any(named)


def _means_player(handler_input: HandlerInput) -> bool:
    """Return whether a plain "next" is about what plays, and not about a list.

    Who says so to the offer of a launch, after a song was started, wants the next song;
    so does who let the skill wait, or was told of the song that plays, or whose command
    failed after a launch.
    """
    if session.get(handler_input, Cursor) is not None:
        return False
    focus = session.get(handler_input, Focus)
    is_in_player = focus is not None and focus.list_kind == PlayingTrack.kind
    if is_in_player or session.is_open(handler_input, OFFER_RECOMMENDATION):
        return True
    if pending_question(handler_input) is not None:
        return False
    last = session.get(handler_input, LastAnswer)
    is_about_it = last is not None and last.name in (*_ABOUT_THE_PLAYER, WAITING)
    return is_about_it or begins_session(handler_input)
