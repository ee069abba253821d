"""Demo: a session without a linked account reads the built-in sample library."""

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from msgspec.structs import replace

from handlers import session
from handlers.request import IntentHandler, intent_of, listener_of
from handlers.responses.responder import Responder
from handlers.session import OFFER_DEMO, OFFER_RECOMMENDATION, Demo
from providers.listener import Listener
from providers.sample_library import SAMPLE_TOKEN
from providers.secret import Secret


class TryDemo(IntentHandler):
    """ "Try the demo": let this session read the built-in sample library.

    Also a yes where the skill offered the demo.
    """

    _YES = "AMAZON.YesIntent"

    intents = frozenset(("DemoIntent", _YES))

    def __init__(self, responder: Responder) -> None:
        self._responder = responder

    def can_handle(self, handler_input: HandlerInput) -> bool:
        agrees = session.is_open(handler_input, OFFER_DEMO)
        is_yes = intent_of(handler_input) == self._YES
        return super().can_handle(handler_input) and (agrees or not is_yes)

    async def handle(self, handler_input: HandlerInput) -> Response:
        listener = listener_of(handler_input)
        if listener.token not in (None, SAMPLE_TOKEN):
            return self._responder.respond(handler_input, "demo-needless")
        session.put(handler_input, Demo(on=True))
        session.put(handler_input, OFFER_RECOMMENDATION)
        return self._responder.respond(handler_input, "demo")


class DemoListener(AbstractRequestInterceptor):
    """Request interceptor: in a demo session, the listener gets the sample's token.

    Only without a linked account: one's own library comes first.
    """

    def process(self, handler_input: HandlerInput) -> None:
        listener = listener_of(handler_input)
        if listener.token is None:
            demo = session.get(handler_input, Demo)
            if demo is not None and demo.on:
                handler_input.context = _demo_listener(listener)


def _demo_listener(listener: Listener) -> Listener:
    """Return the listener with the sample's token and another key.

    The key keeps everything of the demo apart from the real library.
    """
    key = Secret(f"sample {listener.key.reveal()}")
    return replace(listener, key=key, token=SAMPLE_TOKEN)
