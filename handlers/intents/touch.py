"""Touch: responds to an APL UserEvent as to the same request in words."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import IntentHandler, RequestHandler, TypeHandler
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.responses.screens import ROWS
from handlers.session import OFFER_RECOMMENDATION, Cursor, Id, LastAnswer, Place


class _Choose(msgspec.Struct, frozen=True, array_like=True, tag="choose"):
    """An item of a list: the cursor's kind and parent, position and id of the item."""

    kind: Id
    parent_id: Id | None
    number: Place
    item_id: Id


class _Turn(msgspec.Struct, frozen=True, array_like=True, tag="turn"):
    pages: Literal[-1, 1]


class _List(msgspec.Struct, frozen=True, array_like=True, tag="list"):
    kind: Id


class _Do(msgspec.Struct, frozen=True, array_like=True, tag="do"):
    action: Id


_Touch = _Choose | _Turn | _List | _Do


class UserEventHandler(TypeHandler):
    """A row or a button was touched; `actions` are the handlers of the buttons.

    Arguments that are none of ours go to `fallback`.
    https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html#userevent-request
    """

    request_type = "Alexa.Presentation.APL.UserEvent"

    def __init__(
        self,
        pager: Pager,
        responder: Responder,
        fallback: RequestHandler,
        actions: Mapping[str, RequestHandler],
    ) -> None:
        self._pager = pager
        self._responder = responder
        self._fallback = fallback
        self._actions = actions

    async def handle(self, handler_input: HandlerInput) -> Response:
        match _touch(handler_input):
            case _Choose(kind, parent_id, number, item_id):
                cursor = Cursor(kind, parent_id=parent_id)
                if self._pager.knows(cursor):
                    return await self._pager.choose_touched(
                        handler_input, cursor, number, item_id
                    )
            case _Turn(pages):
                return await self._turn(handler_input, pages)
            case _List(kind) if self._pager.knows(Cursor(kind)):
                return await self._pager.show(handler_input, kind)
            case _Do(action) if action in self._actions:
                return await self._do(handler_input, self._actions[action])
        return await _handled(self._fallback, handler_input)

    async def _do(
        self, handler_input: HandlerInput, handler: RequestHandler
    ) -> Response:
        """Respond with the button's handler, as if its intent had been said."""
        response = await _handled(handler, handler_input)
        by_touch = session.get(handler_input, LastAnswer) == LastAnswer(
            "intent", self.request_type
        )
        if by_touch and isinstance(handler, IntentHandler):
            intent = min(handler.intents)
            session.put(handler_input, LastAnswer("intent", intent))
        return response

    async def _turn(self, handler_input: HandlerInput, pages: int) -> Response:
        """Turn the screen's page from the voice's cursor, which may have moved."""
        cursor = session.get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return self._responder.ask(
                handler_input, OFFER_RECOMMENDATION, "nothing-to-page"
            )
        return await self._pager.turn(handler_input, cursor, pages, rows=ROWS)


async def _handled(handler: RequestHandler, handler_input: HandlerInput) -> Response:
    response = handler.handle(handler_input)
    assert response is not None  # noqa: S101 - only the SDK's annotation may
    return await response


def _touch(handler_input: HandlerInput) -> _Touch | None:
    """Return what was touched; None where the arguments are none of ours."""
    request = handler_input.request_envelope.request
    arguments = getattr(request, "arguments", None)
    try:
        # Devices may hand numbers back as text.
        touch: _Touch = msgspec.convert(arguments, _Touch, strict=False)
    except msgspec.ValidationError:
        return None
    return touch
