"""Components for the dispatcher that keep a diary of the order in which they run."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import (
    Intent,
    IntentRequest,
    LaunchRequest,
    RequestEnvelope,
    Response,
)
from ask_sdk_runtime.dispatch_components import (
    AbstractExceptionHandler,
    AbstractRequestHandler,
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
)
from ask_sdk_runtime.dispatch_components.request_components import (
    GenericRequestHandlerChain,
)
from ask_sdk_runtime.skill import RuntimeConfiguration, RuntimeConfigurationBuilder

from providers.deadline import Deadline
from providers.errors import NotFound
from providers.listener import Listener
from providers.secret import Secret
from providers.turn_telemetry import Turn

HELLO, SORRY = Response(), Response(should_end_session=True)

Step = Callable[[], Any]


def asked(request: Any, seconds: float = 60.0) -> HandlerInput:
    clock = asyncio.get_running_loop().time
    deadline = Deadline.after(seconds, clock)
    listener = Listener(Secret("key"), None, deadline, Turn(clock))
    return HandlerInput(RequestEnvelope(request=request), context=listener)


def launch(seconds: float = 60.0) -> HandlerInput:
    return asked(LaunchRequest(), seconds)


def intent(name: str | None) -> HandlerInput:
    return asked(IntentRequest(intent=Intent(name=name) if name else None))


@dataclass
class Diary:
    """Components that note that they ran; `asleep` makes each of them asynchronous."""

    asleep: bool = False
    notes: list[str] = field(default_factory=list)

    def note(self, name: str, step: Step = lambda: None) -> Any:
        if not self.asleep:
            self.notes.append(name)
            return step()

        async def later() -> Any:
            await asyncio.sleep(0)
            self.notes.append(name)
            outcome = step()
            return await outcome if isinstance(outcome, Awaitable) else outcome

        return later()

    def handler(
        self,
        name: str,
        *,
        can: Any = True,
        answer: Step = lambda: HELLO,
        **declared: Any,
    ) -> AbstractRequestHandler:  # type: ignore[type-arg] # sync or not
        diary = self

        class Handler(AbstractRequestHandler):  # type: ignore[type-arg]
            def can_handle(self, handler_input: HandlerInput) -> Any:
                assert isinstance(handler_input, HandlerInput)
                return diary.note(f"{name}?", lambda: can)

            def handle(self, handler_input: HandlerInput) -> Any:
                assert isinstance(handler_input, HandlerInput)
                return diary.note(name, answer)

        for key, value in declared.items():
            setattr(Handler, key, value)
        return Handler()

    def before(self, name: str, step: Step = lambda: None) -> Any:
        diary = self

        class Interceptor(AbstractRequestInterceptor):  # type: ignore[type-arg]
            def process(self, handler_input: HandlerInput) -> Any:
                assert isinstance(handler_input, HandlerInput)
                return diary.note(name, step)

        return Interceptor()

    def after(self, name: str, step: Step = lambda: None) -> Any:
        diary = self

        class Interceptor(AbstractResponseInterceptor):  # type: ignore[type-arg]
            def process(self, handler_input: HandlerInput, response: Any) -> Any:
                assert isinstance(handler_input, HandlerInput)
                assert response is HELLO
                return diary.note(name, step)

        return Interceptor()

    def rescuer(
        self, name: str, *, can: Any = True, answer: Step = lambda: SORRY
    ) -> Any:
        diary = self

        class Rescuer(AbstractExceptionHandler):  # type: ignore[type-arg]
            def can_handle(self, handler_input: HandlerInput, exception: Any) -> Any:
                assert isinstance(handler_input, HandlerInput)
                kind = type(exception).__name__
                return diary.note(f"{name}? {kind}", lambda: can)

            def handle(self, handler_input: HandlerInput, exception: Any) -> Any:
                assert isinstance(handler_input, HandlerInput)
                assert isinstance(exception, Exception)
                return diary.note(name, answer)

        return Rescuer()


def fail() -> None:
    raise NotFound


def built(*components: Any) -> RuntimeConfiguration:
    """A configuration, every component under the builder's method for its kind."""
    table = RuntimeConfigurationBuilder()
    for component in components:
        match component:
            case AbstractRequestHandler():
                table.add_request_handler(component)
            case AbstractRequestInterceptor():
                table.add_global_request_interceptor(component)
            case AbstractResponseInterceptor():
                table.add_global_response_interceptor(component)
            case GenericRequestHandlerChain():
                table.request_handler_chains.append(component)
            case _:
                table.add_exception_handler(component)
    return table.get_runtime_configuration()
