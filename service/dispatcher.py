"""Dispatcher: takes a request to the SDK handler that answers it, and awaits it.

The order is that of Amazon's Node dispatcher
(https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs, `GenericRequestDispatcher`):
global request interceptors, the first handler that can, its own request interceptors,
the handler, its own response interceptors, global response interceptors. An exception
from any of them goes to the first exception handler that can take it; no response
interceptor sees that handler's answer. Each component may be synchronous or not.
"""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from typing import Any, TypeGuard, TypeVar

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_runtime.dispatch_components.request_components import (
    GenericRequestHandlerChain,
)
from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers.request import INTENT, intent_of, listener_of
from providers.deadline import TimedOut, timeout_after_first_wait
from providers.errors import DeadlineExceeded

# Seconds to say sorry after the deadline: the answer still has to reach Amazon.
APOLOGY_SECONDS = 0.5

_Process = Callable[..., Any]
"""The method of an interceptor; what it returns is awaited where it can be."""

T = TypeVar("T")


class Dispatcher:
    """Dispatch requests to the components of a configuration.

    A component that is added to the configuration later is not seen.
    A handler may declare a `request_type`, and for `IntentRequest` also `intents`: its
    `can_handle` is then called for these requests only. The first registered handler
    whose `can_handle` is true answers, so a declaration changes no outcome as long as
    `can_handle` agrees with the declaration.
    """

    def __init__(self, configuration: RuntimeConfiguration) -> None:
        self._before = _processes(configuration.request_interceptors)
        after = _processes(configuration.response_interceptors)
        handlers = getattr(configuration.exception_mapper, "exception_handlers", ())
        self._exception_handlers: tuple[Any, ...] = tuple(handlers)
        chains = [
            _Chain.of(chain, after)
            for mapper in configuration.request_mappers
            for chain in mapper.request_handler_chains
        ]
        self._index = _Index(chains)

    async def dispatch(self, handler_input: HandlerInput) -> Response | None:
        """Return the response; None where no handler takes the request.

        Past the listener's deadline the exception handlers receive `DeadlineExceeded`.
        Raise what `handle_exception` raises.
        """
        deadline = listener_of(handler_input).deadline
        try:
            return await _bounded(self._answer(handler_input), deadline.remaining())
        except Exception as exception:  # noqa: BLE001 - the exception handlers decide which
            return await self.handle_exception(handler_input, exception)

    async def handle_exception(
        self, handler_input: HandlerInput, exception: Exception
    ) -> Response | None:
        """Return the answer of the first exception handler that takes `exception`.

        The limit is the deadline, or `APOLOGY_SECONDS` where less time is left.
        Raise `exception` itself where no handler takes it, whatever a handler raises,
        or `DeadlineExceeded`.
        """
        remaining = listener_of(handler_input).deadline.remaining()
        return await _bounded(
            self._run_exception_handler(handler_input, exception),
            max(remaining, APOLOGY_SECONDS),
        )

    async def _answer(self, handler_input: HandlerInput) -> Response | None:
        await _process(self._before, handler_input)
        for chain in self._index.candidates(handler_input):
            can_handle = chain.handler.can_handle(handler_input)
            if await can_handle if _pending(can_handle) else can_handle:
                break
        else:
            return None
        if chain.before:
            await _process(chain.before, handler_input)
        response: Any = chain.handler.handle(handler_input)
        if _pending(response):
            response = await response
        await _process(chain.after, handler_input, response)
        answer: Response | None = response
        return answer

    async def _run_exception_handler(
        self, handler_input: HandlerInput, exception: Exception
    ) -> Response | None:
        for handler in self._exception_handlers:
            can_handle = handler.can_handle(
                handler_input=handler_input, exception=exception
            )
            if await can_handle if _pending(can_handle) else can_handle:
                response: Any = handler.handle(handler_input, exception)
                if _pending(response):
                    response = await response
                answer: Response | None = response
                return answer
        raise exception


async def _bounded(answer: Coroutine[Any, Any, T], seconds: float) -> T:
    try:
        return await timeout_after_first_wait(answer, seconds)
    except TimedOut:
        raise DeadlineExceeded from None


def _processes(interceptors: Iterable[Any]) -> tuple[_Process, ...]:
    return tuple(interceptor.process for interceptor in interceptors)


async def _process(interceptors: Sequence[_Process], *values: Any) -> None:
    for process in interceptors:
        outcome = process(*values)
        if outcome is not None and _pending(outcome):
            await outcome


def _pending(outcome: object) -> TypeGuard[Awaitable[Any]]:
    return hasattr(outcome, "__await__")


class _Chain(msgspec.Struct, frozen=True):
    """A handler with the interceptors of its requests and of its responses.

    before: its own request interceptors.
    after: its own response interceptors, then the global ones.
    """

    handler: Any
    before: tuple[_Process, ...]
    after: tuple[_Process, ...]

    @classmethod
    def of(
        cls, chain: GenericRequestHandlerChain, after: tuple[_Process, ...]
    ) -> "_Chain":
        """Return a chain of the SDK's with the global response interceptors."""
        return cls(
            chain.request_handler,
            _processes(chain.request_interceptors),
            (*_processes(chain.response_interceptors), *after),
        )


class _Index:
    """Map intents and request types to the handlers that declare them, or nothing."""

    def __init__(self, chains: Sequence[_Chain]) -> None:
        by_type: dict[str | None, list[int]] = defaultdict(list)
        by_intent: dict[str, list[int]] = defaultdict(list)
        for place, chain in enumerate(chains):
            request_type, intents = _declaration(chain.handler)
            if intents is None:
                by_type[request_type].append(place)
            for intent in intents or ():
                by_intent[intent].append(place)
        undeclared = by_type.pop(None, [])
        of_any_intent = undeclared + by_type[INTENT]

        def in_order(*places: int) -> tuple[_Chain, ...]:
            return tuple(chains[place] for place in sorted(places))

        self._by_type = {
            name: in_order(*places, *undeclared) for name, places in by_type.items()
        }
        self._by_intent = {
            intent: in_order(*places, *of_any_intent)
            for intent, places in by_intent.items()
        }
        self._undeclared = in_order(*undeclared)

    def candidates(self, handler_input: HandlerInput) -> tuple[_Chain, ...]:
        """Return the handlers to try, in the order of their registration."""
        intent = intent_of(handler_input)
        if intent in self._by_intent:
            return self._by_intent[intent]
        request = handler_input.request_envelope.request
        request_type = request.object_type if request else None
        return self._by_type.get(str(request_type), self._undeclared)


def _declaration(handler: object) -> tuple[str | None, frozenset[str] | None]:
    request_type: str | None = getattr(handler, "request_type", None)
    intents = getattr(handler, "intents", None) if request_type == INTENT else None
    return request_type, None if intents is None else frozenset(intents)
