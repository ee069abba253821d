"""Takes a request to the handler that answers it: ask-sdk's components, awaited.

The order is that of Amazon's Node dispatcher
(https://github.com/alexa/alexa-skills-kit-sdk-for-nodejs, `GenericRequestDispatcher`):
global request interceptors, the first handler that can, its own request interceptors,
the handler, its own response interceptors, global response interceptors. An exception
from any of them goes to the first exception handler that can take it; what that one
answers meets no response interceptor. Every component may be synchronous or not.
"""

from collections.abc import Awaitable, Coroutine, Sequence
from typing import Any, TypeGuard, TypeVar

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_runtime.dispatch_components.request_components import (
    GenericRequestHandlerChain as Chain,
)
from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers.request import intent_of, listener_of
from providers.errors import DeadlineExceeded
from providers.timeouts import TimedOut, timeout_after_first_wait

# Seconds to say sorry after the deadline: the answer still has to reach Amazon.
APOLOGY_SECONDS = 0.5
INTENT = "IntentRequest"

T = TypeVar("T")


class Dispatcher:
    """Dispatches requests to the components of a configuration, as it stands now.

    A handler may declare a `request_type`, and `intents` beside it where that is
    `IntentRequest`: it is then asked about these requests only. Among the handlers that
    are asked, the first registered whose `can_handle` says yes is taken, so that a
    declaration changes no outcome as long as `can_handle` agrees with it.
    """

    def __init__(self, configuration: RuntimeConfiguration) -> None:
        self._before = tuple(configuration.request_interceptors)
        self._after = tuple(configuration.response_interceptors)
        rescuers = getattr(configuration.exception_mapper, "exception_handlers", ())
        self._exception_handlers: tuple[Any, ...] = tuple(rescuers)
        chains = [
            chain
            for mapper in configuration.request_mappers
            for chain in mapper.request_handler_chains
        ]
        self._index = _Index(chains)

    async def dispatch(self, handler_input: HandlerInput) -> Response | None:
        """The response; None where no handler takes the request.

        The whole of it is bounded by the listener's deadline, past which the exception
        handlers receive `DeadlineExceeded`. Raises what `rescue` raises.
        """
        deadline = listener_of(handler_input).deadline
        try:
            return await _bounded(self._answer(handler_input), deadline.remaining())
        except Exception as exception:  # noqa: BLE001 - which ones, their handlers say
            return await self.handle_exception(handler_input, exception)

    async def handle_exception(
        self, handler_input: HandlerInput, exception: Exception
    ) -> Response | None:
        """What the first exception handler that can take `exception` says.

        Bounded by the deadline, or by `GRACE` where less than that is left. Raises the
        exception itself where nobody takes it, what an exception handler raises, and
        `DeadlineExceeded`.
        """
        left = listener_of(handler_input).deadline.remaining()
        return await _bounded(
            self._run_exception_handler(handler_input, exception),
            max(left, APOLOGY_SECONDS),
        )

    async def _answer(self, handler_input: HandlerInput) -> Response | None:
        await _process(self._before, handler_input=handler_input)
        for chain in self._index.candidates(handler_input):
            can = chain.request_handler.can_handle(handler_input=handler_input)
            if await can if _pending(can) else can:
                break
        else:
            return None
        if chain.request_interceptors:
            await _process(chain.request_interceptors, handler_input=handler_input)
        response: Any = chain.request_handler.handle(handler_input)
        if _pending(response):
            response = await response
        for interceptors in (chain.response_interceptors, self._after):
            if interceptors:
                values = {"handler_input": handler_input, "response": response}
                await _process(interceptors, **values)
        answer: Response | None = response
        return answer

    async def _run_exception_handler(
        self, handler_input: HandlerInput, exception: Exception
    ) -> Response | None:
        for rescuer in self._exception_handlers:
            can = rescuer.can_handle(handler_input=handler_input, exception=exception)
            if await can if _pending(can) else can:
                response: Any = rescuer.handle(handler_input, exception)
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


async def _process(interceptors: Sequence[Any], **values: Any) -> None:
    for interceptor in interceptors:
        outcome = interceptor.process(**values)
        if _pending(outcome):
            await outcome


def _pending(outcome: object) -> TypeGuard[Awaitable[Any]]:
    return hasattr(outcome, "__await__")


class _Index:
    """The chains worth asking about a request, in the order of their registration."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        declared = [(chain, *_declaration(chain.request_handler)) for chain in chains]

        def asked(kind: str | None, intent: str | None) -> tuple[Chain, ...]:
            return tuple(
                chain
                for chain, its_kind, its_intents in declared
                if its_kind in (None, kind)
                and (its_intents is None or intent in its_intents)
            )

        self._kinds = {kind: asked(kind, None) for _, kind, _ in declared if kind}
        self._intents = {
            intent: asked(INTENT, intent)
            for _, _, intents in declared
            for intent in intents or ()
        }
        self._undeclared = asked(None, None)

    def candidates(self, handler_input: HandlerInput) -> tuple[Chain, ...]:
        intent = intent_of(handler_input)
        if intent in self._intents:
            return self._intents[intent]
        request = handler_input.request_envelope.request
        kind = request.object_type if request else None
        return self._kinds.get(str(kind), self._undeclared)


def _declaration(handler: object) -> tuple[str | None, frozenset[str] | None]:
    kind: str | None = getattr(handler, "request_type", None)
    intents = getattr(handler, "intents", None) if kind == INTENT else None
    return kind, None if intents is None else frozenset(intents)
