"""The SDK's handler classes with the types of an asynchronous skill."""

from collections.abc import Awaitable
from datetime import datetime
from typing import TYPE_CHECKING

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, Response

from providers.listener import Listener

if TYPE_CHECKING:
    # The SDK annotates `handle` as synchronous; its generic ancestors let the checker
    # see what our dispatcher awaits, without a single ignore.
    from ask_sdk_runtime.dispatch_components import (
        AbstractExceptionHandler as _ExceptionHandler,
    )
    from ask_sdk_runtime.dispatch_components import (
        AbstractRequestHandler as _RequestHandler,
    )

    RequestHandler = _RequestHandler[HandlerInput, Awaitable[Response]]
    ExceptionHandler = _ExceptionHandler[HandlerInput, Awaitable[Response]]
else:
    from ask_sdk_core.dispatch_components import (
        AbstractExceptionHandler as ExceptionHandler,
    )
    from ask_sdk_core.dispatch_components import (
        AbstractRequestHandler as RequestHandler,
    )

__all__ = [
    "ExceptionHandler",
    "IntentHandler",
    "RequestHandler",
    "TypeHandler",
    "asked_at",
    "intent_of",
    "listener_of",
    "request_id_of",
    "type_of",
]


class TypeHandler(RequestHandler):
    """Answers requests of one type; a dispatcher may index it by `request_type`."""

    request_type: str

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return type_of(handler_input) == self.request_type


class IntentHandler(RequestHandler):
    """Answers intents; a dispatcher may index it by `request_type` and `intents`.

    A subclass that answers some of these only at certain moments narrows `can_handle`.
    """

    request_type: str = "IntentRequest"
    intents: frozenset[str]

    def can_handle(self, handler_input: HandlerInput) -> bool:
        return intent_of(handler_input) in self.intents


def asked_at(handler_input: HandlerInput) -> datetime:
    """When Amazon sent the request; the door checked that it is about now."""
    request = handler_input.request_envelope.request
    if request is None or request.timestamp is None:
        raise TypeError("the request carries no time")
    moment: datetime = request.timestamp
    return moment


def request_id_of(handler_input: HandlerInput) -> str:
    """The request's id; empty where there is none."""
    request = handler_input.request_envelope.request
    return str(getattr(request, "request_id", None) or "")


def type_of(handler_input: HandlerInput) -> str | None:
    """The request's type as Amazon wrote it; None where there is none."""
    request = handler_input.request_envelope.request
    name: str | None = getattr(request, "object_type", None)
    return name


def intent_of(handler_input: HandlerInput) -> str | None:
    """The intent's name; None where the request is none or names none."""
    request = handler_input.request_envelope.request
    if not isinstance(request, IntentRequest) or not request.intent:
        return None
    name: str | None = request.intent.name
    return name


def listener_of(handler_input: HandlerInput) -> Listener:
    """Who is asking; the dispatcher's caller puts it in the SDK's `context`."""
    context = handler_input.context
    if not isinstance(context, Listener):
        raise TypeError("the handler input carries no listener")
    return context
