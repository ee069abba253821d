""" "What's playing?": the song that the listener's Spotify account plays now.

The song becomes what "it" means: "more like this", "which of my playlists has it", "who
is it by", "play it".
"""

from enum import Enum

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.lists import PlayingTrack
from handlers.request import IntentHandler, RequestHandler, listener_of
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.localization import Phrase
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.screens import show_item
from handlers.session import OFFER_RECOMMENDATION, Cursor
from providers.library import Library
from providers.music import NowPlaying


class Playing(Enum):
    """What there is to tell; messages choose by it.

    SILENT: nothing plays. AD: an advertisement. HIDDEN: the service does not say what.
    """

    SILENT = "silent"
    AD = "ad"
    HIDDEN = "hidden"

    @classmethod
    def of(cls, now_playing: NowPlaying) -> "Playing":
        """Return what to tell where no song or episode is known."""
        kinds = {"nothing": cls.SILENT, "ad": cls.AD}
        return kinds.get(now_playing.kind, cls.HIDDEN)


class Run(Enum):
    """Whether what is in the player runs; messages choose by it."""

    RUNNING = "running"
    PAUSED = "paused"


class WhatsPlaying(IntentHandler):
    """ "What's playing?", "what song is this?": title and artist.

    Where nothing plays, it is the song that was named last.

    The listener may have linked before this could be asked: `ScopeMissing` is then
    answered with the card that links again, for this question only.
    """

    intents = frozenset(("NowPlayingIntent",))

    def __init__(
        self,
        library: Library,
        named: RequestHandler,
        pager: Pager,
        responder: Responder,
    ) -> None:
        self._library = library
        self._named = named
        self._pager = pager
        self._responder = responder

    async def handle(self, handler_input: HandlerInput) -> Response:
        now_playing = await self._library.now_playing(listener_of(handler_input))
        track = now_playing.track
        if track is None and await self._pager.find_track(handler_input):
            named = self._named.handle(handler_input)
            assert named is not None  # noqa: S101 - only the SDK's annotation may
            return await named
        if track is None:
            what = Playing.of(now_playing)
            session.ask(handler_input, OFFER_RECOMMENDATION)
            return self._responder.respond(handler_input, "playing-none", what=what)
        run = Run.PAUSED if now_playing.paused else Run.RUNNING
        key = "playing-podcast" if track.spoken else "playing"
        focus = PlayingTrack.focus_of(track)
        session.delete(handler_input, Cursor)
        session.put(handler_input, focus)
        response = self._responder.respond_with(
            handler_input,
            key,
            {"run": run, "track": phrases.track_text(track, 1)},
            subject_extras(handler_input, track),
        )
        show_item(
            handler_input,
            self._responder.localization_of(handler_input),
            Phrase("screen-playing", {"run": run}),
            phrases.track_item(track, 1),
            focus,
        )
        return response
