"""The SDK's handler classes with the types of an asynchronous skill."""

from collections.abc import Awaitable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import IntentRequest, Response, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

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
    "intent_of",
    "listener_of",
    "request_id_of",
    "request_time",
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


def request_time(handler_input: HandlerInput) -> datetime:
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


# FOLDED Slots as they are heard: every one may be empty, absurd, long or doubtful.

HEARD_LIMIT = 120

"""Characters of a slot that are looked at."""

# https://developer.amazon.com/docs/custom-skills/use-dynamic-entities-for-customized-interactions.html
_DYNAMIC = "amzn1.er-authority.echo-sdk.dynamic."


def _slot(handler_input: HandlerInput, name: str) -> Slot | None:
    request = handler_input.request_envelope.request
    if not isinstance(request, IntentRequest) or not request.intent:
        return None
    slots = request.intent.slots
    found = slots.get(name) if isinstance(slots, dict) else None
    return found if isinstance(found, Slot) else None


def slot_text(handler_input: HandlerInput, name: str) -> str | None:
    """The slot's words as they were heard; None where there are none."""
    slot = _slot(handler_input, name)
    value = slot.value if slot else None
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:HEARD_LIMIT].rstrip() or None


def resolved_ids(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Ids of the interaction model's own values that the words stand for."""
    return tuple(_ids(handler_input, name, dynamic=False))


def dynamic_entity_ids(handler_input: HandlerInput, name: str) -> tuple[str, ...]:
    """Ids of the listener's own names (dynamic entities) that the words stand for."""
    return tuple(_ids(handler_input, name, dynamic=True))


def slot_number(handler_input: HandlerInput, name: str) -> int | None:
    """The slot as a whole number; None for `?`, words and absurd lengths."""
    said = slot_text(handler_input, name)
    if said is None or len(said) > 9 or not said.lstrip("-").isdecimal():
        return None
    return int(said) if said.count("-") <= 1 else None


def _ids(handler_input: HandlerInput, name: str, *, dynamic: bool) -> Iterator[str]:
    slot = _slot(handler_input, name)
    resolutions = slot.resolutions if slot else None
    for authority in (resolutions and resolutions.resolutions_per_authority) or ():
        named = str(authority.authority or "")
        if named.startswith(_DYNAMIC) != dynamic:
            continue
        if authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH:
            for wrapper in authority.values or ():
                if wrapper.value and wrapper.value.id:
                    yield str(wrapper.value.id)
