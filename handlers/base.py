"""The SDK's handler classes with the types of an asynchronous skill."""

from collections.abc import Awaitable
from typing import TYPE_CHECKING

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

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

__all__ = ["ExceptionHandler", "RequestHandler", "listener_of"]


def listener_of(handler_input: HandlerInput) -> Listener:
    """Who is asking; the dispatcher's caller puts it in the SDK's `context`."""
    context = handler_input.context
    if not isinstance(context, Listener):
        raise TypeError("the handler input carries no listener")
    return context
