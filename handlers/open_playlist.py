""" "Open Deep Focus": one playlist by its name."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.base import IntentHandler
from handlers.choosing import Choosing
from handlers.opening import OPEN
from handlers.session import asked


class OpenPlaylist(IntentHandler):
    """Also the bare name that answers "which playlist?": then for what was wanted."""

    intents = frozenset(("OpenPlaylistIntent",))

    def __init__(self, choosing: Choosing) -> None:
        self._choosing = choosing

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = asked(handler_input)
        wanted = question is not None and self._choosing.knows(question.purpose)
        purpose = question.purpose if question and wanted else OPEN
        return await self._choosing.by_slot(handler_input, purpose)
