"""Touches: answered as if the same had been said."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers.intents.builtins import Fallback
from handlers.request import RequestHandler, TypeHandler
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import Cursor, Id, Place, get


class _Choose(msgspec.Struct, frozen=True, array_like=True, tag="choose"):
    """An item of a list: the list as a cursor names it, the item's place and mark."""

    kind: Id
    of: Id | None
    number: Place
    mark: Id


class _Turn(msgspec.Struct, frozen=True, array_like=True, tag="turn"):
    pages: Literal[-1, 1]


class _List(msgspec.Struct, frozen=True, array_like=True, tag="list"):
    kind: Id


class _Do(msgspec.Struct, frozen=True, array_like=True, tag="do"):
    what: Id


_Touch = _Choose | _Turn | _List | _Do


class UserEventHandler(TypeHandler):
    """Somebody touched a row or a button; `acts` are what buttons do.

    https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-interface.html#userevent-request
    """

    request_type = "Alexa.Presentation.APL.UserEvent"

    def __init__(
        self,
        pager: Pager,
        words: Responder,
        fallback: Fallback,
        acts: Mapping[str, RequestHandler],
    ) -> None:
        self._pager = pager
        self._words = words
        self._fallback = fallback
        self._acts = acts

    async def handle(self, handler_input: HandlerInput) -> Response:
        match _touch(handler_input):
            case _Choose(kind, of, number, mark):
                cursor = Cursor(kind, parent_id=of)
                if self._pager.knows(cursor):
                    return await self._pager.choose_marked(
                        handler_input, cursor, number, mark
                    )
            case _Turn(pages):
                return await self._turn(handler_input, pages)
            case _List(kind) if self._pager.knows(Cursor(kind)):
                return await self._pager.show(handler_input, kind)
            case _Do(what) if what in self._acts:
                answer = self._acts[what].handle(handler_input)
                assert answer is not None  # noqa: S101 - only the SDK's annotation may
                return await answer
        return await self._fallback.handle(handler_input)

    async def _turn(self, handler_input: HandlerInput, pages: int) -> Response:
        """The one cursor is the voice's, wherever that went meanwhile."""
        cursor = get(handler_input, Cursor)
        if cursor is None or not self._pager.knows(cursor):
            return self._words.respond(handler_input, "nothing-to-page")
        return await self._pager.turn(handler_input, cursor, pages)


def _touch(handler_input: HandlerInput) -> _Touch | None:
    """What was touched; None where the arguments are none of ours."""
    request = handler_input.request_envelope.request
    arguments = getattr(request, "arguments", None)
    try:
        # Devices may hand numbers back as text.
        touch: _Touch = msgspec.convert(arguments, _Touch, strict=False)
    except msgspec.ValidationError:
        return None
    return touch
