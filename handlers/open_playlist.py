""" "Open Deep Focus": one playlist by its name."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import slots
from handlers.base import IntentHandler
from handlers.choosing import SLOT, Choosing
from handlers.opening import OPEN
from handlers.paging import Pager
from handlers.playlists import Shelf
from handlers.session import Cursor, asked, recall


class OpenPlaylist(IntentHandler):
    """Also the bare name that answers "which playlist?": then for what was wanted;
    and the name of something else on the page that was read out."""

    intents = frozenset(("OpenPlaylistIntent",))

    def __init__(self, choosing: Choosing, pager: Pager) -> None:
        self._choosing = choosing
        self._pager = pager

    async def handle(self, handler_input: HandlerInput) -> Response:
        question = asked(handler_input)
        if question is None and (answer := await self._on_page(handler_input)):
            return answer
        wanted = question is not None and self._choosing.knows(question.purpose)
        purpose = question.purpose if question and wanted else OPEN
        return await self._choosing.by_slot(handler_input, purpose)

    async def _on_page(self, handler_input: HandlerInput) -> Response | None:
        """What was said of the page, unless it holds playlists anyway."""
        cursor, heard = recall(handler_input, Cursor), slots.heard(handler_input, SLOT)
        if cursor is None or heard is None or cursor.kind == Shelf.kind:
            return None
        if not self._pager.knows(cursor):
            return None
        return await self._pager.choose_named(handler_input, cursor, heard)
