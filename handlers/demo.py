""" "Try the demo": a built-in shelf for somebody who has not linked an account."""

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers.base import IntentHandler, listener_of
from handlers.session import Remembered, recall, remember
from handlers.speech import Words
from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN
from providers.secret import Secret


class Demo(Remembered, frozen=True, omit_defaults=True):
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
            demo = recall(handler_input, Demo)
            if demo is not None and demo.on:
                handler_input.context = _visitor(listener)


class TryDemo(IntentHandler):
    """ "Try the demo." """

    intents = frozenset(("DemoIntent",))

    def __init__(self, words: Words) -> None:
        self._words = words

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token not in (None, SAMPLE_TOKEN):
            return self._words.answer(handler_input, "demo-needless")
        remember(handler_input, Demo(on=True))
        return self._words.answer(handler_input, "demo")


def _visitor(listener: Listener) -> Listener:
    """Under another key, so that nothing of the demo is kept for the real library."""
    key = Secret(f"sample {listener.key.reveal()}")
    return replace(listener, key=key, token=SAMPLE_TOKEN)
