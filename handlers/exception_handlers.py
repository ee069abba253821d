"""Errors, spoken once: one kind sentence for each, never a raw word of it."""

import logging

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.response_helper import ResponseFactory
from ask_sdk_model import Response

from handlers.request import ExceptionHandler, listener_of, type_of
from handlers.responses.responder import Responder
from handlers.session import Cursor, delete
from providers.errors import (
    LinkExpired,
    NotFound,
    NotLinked,
    ProviderError,
    RateLimited,
    ScopeMissing,
)

_log = logging.getLogger(__name__)

SPOKEN_TO = frozenset(
    ("LaunchRequest", "IntentRequest", "Alexa.Presentation.APL.UserEvent")
)

"""Requests that have somebody listening."""

_LINKING = (NotLinked, LinkExpired, ScopeMissing)


class ProviderErrorHandler(ExceptionHandler):
    """What kept the music service from answering, in the listener's words."""

    def __init__(self, words: Responder) -> None:
        self._words = words

    def can_handle(
        self,
        handler_input: HandlerInput,  # noqa: ARG002 - the SDK's signature
        exception: Exception,
    ) -> bool:
        return isinstance(exception, ProviderError)

    async def handle(
        self, handler_input: HandlerInput, exception: Exception
    ) -> Response:
        assert isinstance(exception, ProviderError)  # noqa: S101 - `can_handle` said so
        listener_of(handler_input).turn.conclude("apologised", exception.reason)
        _start_afresh(handler_input)
        if not _is_spoken_to(handler_input):
            return _nothing(handler_input)
        key = f"apology-{exception.reason.replace('_', '-')}"
        if isinstance(exception, _LINKING):
            return self._words.link_account(handler_input, key)
        if isinstance(exception, RateLimited):
            minutes = max(1, round(exception.retry_after / 60))
            return self._words.respond(handler_input, key, minutes=minutes)
        if isinstance(exception, NotFound):
            delete(handler_input, Cursor)
        return self._words.respond(handler_input, key)


class CatchAllExceptionHandler(ExceptionHandler):
    """Anything else: our own mistake."""

    def __init__(self, words: Responder) -> None:
        self._words = words

    def can_handle(
        self,
        handler_input: HandlerInput,  # noqa: ARG002 - the SDK's signature
        exception: Exception,  # noqa: ARG002 - whatever it is
    ) -> bool:
        return True

    async def handle(
        self, handler_input: HandlerInput, exception: Exception
    ) -> Response:
        listener_of(handler_input).turn.conclude("failed", "unexpected")
        _log.error("unexpected error", exc_info=exception)
        _start_afresh(handler_input)
        if not _is_spoken_to(handler_input):
            return _nothing(handler_input)
        return self._words.respond(handler_input, "apology-unexpected")


def _start_afresh(handler_input: HandlerInput) -> None:
    """Nothing of a half-made answer may travel with the apology."""
    handler_input.response_builder = ResponseFactory()


def _is_spoken_to(handler_input: HandlerInput) -> bool:
    return type_of(handler_input) in SPOKEN_TO


def _nothing(handler_input: HandlerInput) -> Response:
    response: Response = handler_input.response_builder.response
    return response
