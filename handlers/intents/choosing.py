"""Choosing: "I'll take that one" to a song that was recommended or told of.

Praise that answers "Play it?" is a choice, too: "lovely".

The song stays in focus, is liked, and plays where the skill can start music.
"""

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists import Picks, PlaylistPicks
from handlers.request import IntentHandler, RequestHandler, intent_of, listener_of
from handlers.responses import phrases
from handlers.responses.cards import subject_extras
from handlers.responses.closings import PickQuestion, asked_of_pick
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import OFFER_RECOMMENDATION, Cursor, Focus, pending_question
from providers.recommender.ranking.history import named_track
from providers.recommender.service import RecommendationService

CHOOSE = "ChooseIntent"

_YES, _PLAY, _SELECT = "AMAZON.YesIntent", "PlayIntent", "SelectIntent"
_LIKE, _PLAY_SOMETHING = "LikeIntent", "PlaySomethingIntent"


class ReadChoice(AbstractRequestInterceptor):
    """Request interceptor: take a choice that means no song for another intent.

    It is a yes to an open question, to recommended playlists, and where nothing was
    named. A playlist, an album or an artist in focus is to be played. Where several
    things were read out, it is asked which one is meant.
    """

    def process(self, handler_input: HandlerInput) -> None:
        if intent_of(handler_input) == CHOOSE:
            meant = _meant(handler_input)
            if meant != CHOOSE:
                request.reinterpret(handler_input, meant)


class ReadOfferTaken(AbstractRequestInterceptor):
    """Request interceptor: take "play" for any song where one was offered.

    "Shall I pick something?" "Play." names nothing, and nothing was named before.
    """

    def process(self, handler_input: HandlerInput) -> None:
        named = any(session.get(handler_input, each) for each in (Focus, Cursor))
        is_offer = session.is_open(handler_input, OFFER_RECOMMENDATION)
        if intent_of(handler_input) != _PLAY or named or not is_offer:
            return
        if not request.slot_texts(handler_input, request.slots_of(handler_input)):
            request.reinterpret(handler_input, _PLAY_SOMETHING)


def _meant(handler_input: HandlerInput) -> str:
    """Return the intent that "I'll take that one" is in this situation."""
    focus = session.get(handler_input, Focus)
    cursor = session.get(handler_input, Cursor)
    if pending_question(handler_input) is not None:
        return _YES
    if focus is not None:
        return CHOOSE if focus.kind in ("track", Picks.names) else _PLAY
    is_open = cursor is not None and cursor.kind != PlaylistPicks.kind
    return _SELECT if is_open else _YES


class ChooseSong(IntentHandler):
    """ "I'll take that one", or "lovely" to "Play it?": like the song, and play it.

    `player` plays what is in focus; without one it is told what can be done.
    """

    intents = frozenset((CHOOSE, _LIKE))

    def __init__(
        self,
        recommendations: RecommendationService,
        picks: Picks,
        pager: Pager,
        player: RequestHandler | None,
        responder: Responder,
    ) -> None:
        self._recommendations = recommendations
        self._picks = picks
        self._pager = pager
        self._player = player
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        if intent_of(handler_input) != _LIKE:
            return super().can_handle(handler_input)
        is_numbered = request.chosen_number(handler_input)[0] is not None
        return asked_of_pick(handler_input) is PickQuestion.PLAY and not is_numbered

    async def handle(self, handler_input: HandlerInput) -> Response:
        pick = await self._picks.focused(handler_input)
        track = pick.track if pick else await self._pager.find_track(handler_input)
        if track is None:
            return self._responder.respond(handler_input, "touch-gone")
        await self._recommendations.give_feedback(
            listener_of(handler_input), pick or named_track(track), liked=True
        )
        if self._player is not None and request.is_own(handler_input):
            request.reinterpret(handler_input, _PLAY)
            started = self._player.handle(handler_input)
            assert started is not None  # noqa: S101 - only the SDK's annotation may
            return await started
        return self._responder.respond_with(
            handler_input,
            "song-chosen",
            {"track": phrases.track_text(track, 1)},
            subject_extras(handler_input, track),
        )
