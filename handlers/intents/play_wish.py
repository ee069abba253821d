"""Playing a wish: "play some jazz" where the skill can start music."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import request, session
from handlers.lists.recommendations import is_met
from handlers.request import IntentHandler, RequestHandler
from handlers.responses.responder import discard_response
from handlers.session import PendingQuestion

_GENRE, _ARTIST = "genre", "artist"
_OTHERS = ("playlist", "title", "order")  # with one of them it is no wish alone


class PlayWish(IntentHandler):
    """ "Play some jazz": start the song that is recommended for it, then the next ones.

    Where no song meets the wish, that is said, and another one is recommended only.
    """

    intents = frozenset(("PlayIntent",))

    def __init__(self, recommend: RequestHandler, player: RequestHandler) -> None:
        """`recommend` reads out picks for slots; `player` plays what is in focus."""
        self._recommend = recommend
        self._player = player

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return (
            super().can_handle(handler_input)
            and request.is_own(handler_input)
            and bool(request.resolved_ids(handler_input, _GENRE))
            and not request.slot_texts(handler_input, _OTHERS)
        )

    async def handle(self, handler_input: HandlerInput) -> Response:
        recommended = await _answer(self._recommend, handler_input)
        if not is_met(handler_input):
            return recommended
        # Nothing of that answer is said or shown; its song is in focus now.
        discard_response(handler_input)
        session.delete(handler_input, PendingQuestion)
        for name in (_GENRE, _ARTIST):
            request.empty_slot(handler_input, name)
        return await _answer(self._player, handler_input)


async def _answer(handler: RequestHandler, handler_input: HandlerInput) -> Response:
    answer = handler.handle(handler_input)
    assert answer is not None  # noqa: S101 - only the SDK's annotation may be None
    return await answer
