"""Exception handlers: each error becomes one spoken apology, without its raw words."""

import logging
from collections.abc import Mapping
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from handlers import session
from handlers.request import ExceptionHandler, intent_of, listener_of, type_of
from handlers.responses import notices
from handlers.responses.apl import Touch
from handlers.responses.notices import WaitUnit
from handlers.responses.responder import Responder, discard_response, no_speech
from handlers.responses.screens import LAUNCH
from handlers.responses.text_screens import (
    respond_with_linking,
    show_words,
    wait_for_touch,
)
from handlers.session import OFFER_DEMO, Cursor, Focus, LastAnswer
from providers.errors import (
    LinkExpired,
    NotAdmitted,
    NotFound,
    NotLinked,
    PremiumRequired,
    ProviderError,
    QuotaExceeded,
    RateLimited,
    ScopeMissing,
)

_log = logging.getLogger(__name__)

SPOKEN_TO = frozenset(
    ("LaunchRequest", "IntentRequest", "Alexa.Presentation.APL.UserEvent")
)
"""Request types whose response a listener hears."""

_LINK_OR_DEMO = "link-or-demo"

_LINKING = (NotLinked, LinkExpired, ScopeMissing)
_LASTING = (*_LINKING, NotAdmitted, PremiumRequired, RateLimited)
"""Errors that another try would meet as well."""


class ProviderErrorHandler(ExceptionHandler):
    """Handle `ProviderError`s: respond with the message `apology-{reason}`.

    Who has not linked an account is offered the demo, twice in a row at most.
    `lists`: each intent that reads a list out from its beginning, and the list's kind.
    """

    def __init__(self, responder: Responder, lists: Mapping[str, str]) -> None:
        self._responder = responder
        self._lists = lists

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
        discard_response(handler_input)
        if type_of(handler_input) not in SPOKEN_TO:
            return no_speech(handler_input)
        response = self._apology(handler_input, exception)
        if not isinstance(exception, _LASTING):
            wait_for_touch(handler_input)
        again = _same_again(handler_input, self._lists)
        show_words(self._responder, handler_input, again)
        return response

    def _apology(
        self, handler_input: HandlerInput, exception: ProviderError
    ) -> Response:
        key = f"apology-{exception.reason.replace('_', '-')}"
        is_new = listener_of(handler_input).token is None
        if is_new and _offers_demo(handler_input):
            key = _LINK_OR_DEMO
        if isinstance(exception, _LINKING):
            return respond_with_linking(self._responder, handler_input, key)
        if isinstance(exception, RateLimited):
            unit, count = notices.wait(exception.retry_after)
            guessed = unit is WaitUnit.MINUTES  # our own, where no time was told
            if isinstance(exception, QuotaExceeded) and guessed:
                unit = WaitUnit.LATER
            return self._responder.respond(handler_input, key, unit=unit, count=count)
        if isinstance(exception, NotFound):
            session.delete(handler_input, Cursor)
            session.delete(handler_input, Focus)
        return self._responder.respond(handler_input, key)


def _offers_demo(handler_input: HandlerInput) -> bool:
    """Offer the demo; return False where the last answers did and got no yes."""
    last = session.get(handler_input, LastAnswer)
    if last is not None and last.name == _LINK_OR_DEMO:
        return session.ask(handler_input, OFFER_DEMO)
    session.put(handler_input, OFFER_DEMO)
    return True


class CatchAllExceptionHandler(ExceptionHandler):
    """Handle every other exception, a mistake of ours: log it and apologise."""

    def __init__(self, responder: Responder, lists: Mapping[str, str]) -> None:
        self._responder = responder
        self._lists = lists

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
        discard_response(handler_input)
        if type_of(handler_input) not in SPOKEN_TO:
            return no_speech(handler_input)
        response = self._responder.respond(handler_input, "apology-unexpected")
        wait_for_touch(handler_input)
        again = _same_again(handler_input, self._lists)
        show_words(self._responder, handler_input, again)
        return response


def _same_again(handler_input: HandlerInput, lists: Mapping[str, str]) -> Touch | None:
    """Return what a touch sends that asks for the same; None where no touch can."""
    kind, intent = type_of(handler_input), intent_of(handler_input)
    if kind == "LaunchRequest":
        return "do", LAUNCH
    if intent is not None:
        return ("list", lists[intent]) if intent in lists else None
    arguments: Any = getattr(handler_input.request_envelope.request, "arguments", None)
    return tuple(arguments) if arguments else None
