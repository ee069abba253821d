"""What every skill understands: help, stop, cancel, home, and nothing."""

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers.request import IntentHandler, TypeHandler, listener_of
from handlers.responses.responder import Responder
from handlers.session import (
    Cursor,
    SessionAttribute,
    get,
    pending_question,
    set_attribute,
)
from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN
from providers.secret import Secret


class Help(IntentHandler):
    """ "Help": examples for this moment; a question that waited keeps waiting."""

    intents = frozenset(("AMAZON.HelpIntent",))

    def __init__(self, words: Responder) -> None:
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        return self._words.respond(handler_input, f"help{_moment(handler_input)}")


class Fallback(IntentHandler):
    """Words that fit nothing: what can be said at this moment."""

    intents = frozenset(("AMAZON.FallbackIntent",))

    def __init__(self, words: Responder) -> None:
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        return self._words.respond(handler_input, f"fallback{_moment(handler_input)}")


class UnknownIntent(TypeHandler):
    """An intent that nobody answers: of a model that is newer than the skill."""

    request_type = "IntentRequest"

    def __init__(self, fallback: Fallback) -> None:
        self._fallback = fallback

    async def handle(self, handler_input: HandlerInput) -> Response:
        return await self._fallback.handle(handler_input)


class Stop(IntentHandler):
    """ "Stop", "cancel", "go home": the end, always."""

    intents = frozenset(
        ("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")
    )

    def __init__(self, words: Responder) -> None:
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        return self._words.respond(handler_input, "goodbye")


class NoSpeech(TypeHandler):
    """Requests that Amazon wants no words for.

    https://developer.amazon.com/docs/custom-skills/request-types-reference.html
    """

    async def handle(self, handler_input: HandlerInput) -> Response:
        response: Response = handler_input.response_builder.response
        return response


class SessionEnded(NoSpeech):
    """The session is over; nothing that is said now is heard."""

    request_type = "SessionEndedRequest"


class ExceptionEncountered(NoSpeech):
    """Amazon could not use an answer of ours."""

    request_type = "System.ExceptionEncountered"

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener_of(handler_input).turn.conclude("failed", "answer_refused")
        return await super().handle(handler_input)


def _moment(handler_input: HandlerInput) -> str:
    """The suffix of the words for this moment."""
    question = pending_question(handler_input)
    if question is not None:
        set_attribute(handler_input, question)
        return f"-{question.kind}"
    cursor = get(handler_input, Cursor)
    if cursor is not None:
        return "-list"
    return "-unlinked" if listener_of(handler_input).token is None else ""


# FOLDED  "Try the demo": a built-in shelf for somebody who has not linked an account.


class Demo(SessionAttribute, frozen=True, omit_defaults=True):
    """This session reads the sample shelf."""

    key = "demo"

    on: bool = False


class DemoListener(AbstractRequestInterceptor):
    """In a demo session without a link, the listener holds the sample shelf's token.

    With a link the session's word counts for nothing: one's own library comes first.
    """

    def process(self, handler_input: HandlerInput) -> None:
        listener = listener_of(handler_input)
        if listener.token is None:
            demo = get(handler_input, Demo)
            if demo is not None and demo.on:
                handler_input.context = _visitor(listener)


class TryDemo(IntentHandler):
    """ "Try the demo." """

    intents = frozenset(("DemoIntent",))

    def __init__(self, words: Responder) -> None:
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token not in (None, SAMPLE_TOKEN):
            return self._words.respond(handler_input, "demo-needless")
        set_attribute(handler_input, Demo(on=True))
        return self._words.respond(handler_input, "demo")


def _visitor(listener: Listener) -> Listener:
    """Under another key, so that nothing of the demo is kept for the real library."""
    key = Secret(f"sample {listener.key.reveal()}")
    return replace(listener, key=key, token=SAMPLE_TOKEN)
