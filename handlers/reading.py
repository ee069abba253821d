""" "My top artists this month": intents that read a list from its beginning."""

from collections.abc import Mapping

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import slots
from handlers.base import IntentHandler, intent_of
from handlers.paging import Pager

PERIOD_SLOT = "period"


class ReadOut(IntentHandler):
    """Reads the list that an intent stands for; of a period where one was named."""

    def __init__(self, pager: Pager, lists: Mapping[str, str]) -> None:
        """`lists` maps each intent to the `kind` of its list."""
        self.intents = frozenset(lists)
        self._lists = lists
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        kind = self._lists[intent_of(handler_input) or ""]
        named = slots.resolved(handler_input, PERIOD_SLOT)
        return await self._pager.show(
            handler_input, kind, of=named[0] if named else None
        )
