"""Moving through a list: next, previous, again, from the start, a number of it."""

from collections.abc import Mapping

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.base import IntentHandler, intent_of
from handlers.paging import Pager
from handlers.session import Cursor, recall
from handlers.speech import Words


class Turn(IntentHandler):
    """ "Next", "previous", "repeat", "start over": pages of whatever was read last."""

    _PAGES: Mapping[str, int] = {
        "AMAZON.NextIntent": 1,
        "AMAZON.MoreIntent": 1,
        "AMAZON.PreviousIntent": -1,
        "AMAZON.RepeatIntent": 0,
    }
    _START = "AMAZON.StartOverIntent"

    intents = frozenset((*_PAGES, _START))

    def __init__(self, pager: Pager, words: Words) -> None:
        self._pager = pager
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        cursor = recall(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return self._words.answer(handler_input, "nothing-to-page")
        intent = intent_of(handler_input)
        if intent == self._START:
            return await self._pager.show(handler_input, cursor.kind, of=cursor.of)
        pages = self._PAGES[intent or ""]
        return await self._pager.turn(handler_input, cursor, pages)
