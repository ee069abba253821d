"""From a verified envelope to the bytes of the answer, whatever happens between."""

import asyncio
import logging
from enum import Enum

from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import (
    IntentRequest,
    Request,
    RequestEnvelope,
    Response,
    SessionEndedReason,
    SessionEndedRequest,
)
from ask_sdk_model.interfaces.system import ExceptionEncounteredRequest

from providers.errors import Overloaded
from providers.listener import Listener
from providers.secret import Secret
from providers.timeouts import Deadline
from providers.turn import Turn
from service import serialization
from service.admission import Admission, TooManyRequests
from service.dispatcher import Dispatcher
from service.serialization import MalformedEnvelope, OversizedResponse

log = logging.getLogger(__name__)

# Said only when even the apology failed; which language is left then is unknown.
LAST_RESORT = serialization.plain_speech(
    "Sorry, something went wrong. Please try again."
)
SILENCE = serialization.encode(None, None)


class SkillInvoker:
    """Answers one verified request after the other; never raises an `Exception`."""

    def __init__(self, dispatcher: Dispatcher, admission: Admission) -> None:
        self._dispatcher = dispatcher
        self._admission = admission
        self._cold = True

    async def invoke(
        self, asked: RequestEnvelope, deadline: Deadline, turn: Turn
    ) -> bytes:
        """The body of the response, within the deadline."""
        turn.cold, self._cold = self._cold, False
        _name(turn, asked)
        heard = HandlerInput(
            request_envelope=asked,
            attributes_manager=AttributesManager(asked),
            context=listener(asked, deadline, turn),
        )
        try:
            return await self._converse(heard, turn)
        except Exception:
            turn.conclude("failed", "unexpected")
            log.exception("a turn failed")
            return LAST_RESORT if asked.session else SILENCE

    async def _converse(self, heard: HandlerInput, turn: Turn) -> bytes:
        """The answer, or an apology where there is no room for it."""
        try:
            with self._admission.verified, turn.phase("dispatch"):
                await yield_to_event_loop()
                response = await self._dispatcher.dispatch(heard)
            if response is None:
                turn.conclude("unhandled")
            with turn.phase("encode"):
                return encode(heard, response)
        except TooManyRequests:
            trouble: Exception = Overloaded()
        except OversizedResponse as oversized:
            log.warning("an answer was too large: %s", oversized)
            trouble = oversized
        return encode(heard, await self._dispatcher.handle_exception(heard, trouble))


async def yield_to_event_loop() -> None:
    """Lets requests that came together be verified, answered and sent together.

    One kind of work for all of them stays within the processor's caches: measured, a
    busy core answers a fifth more. Alone it costs two microseconds. Who waits here is
    in flight: so work that piles up is counted, and past its bound turned away.
    """
    await asyncio.sleep(0)


def encode(heard: HandlerInput, response: Response | None) -> bytes:
    """The response with the session's attributes, where there is a session."""
    has_session = heard.request_envelope.session is not None
    attributes = heard.attributes_manager.session_attributes if has_session else None
    return serialization.encode(response, attributes)


def listener(asked: RequestEnvelope, deadline: Deadline, turn: Turn) -> Listener:
    """Who is asking: a recognised speaker with a link of their own, else the account.

    https://developer.amazon.com/docs/alexa/custom-skills/add-personalization-to-your-skill.html
    """
    system = asked.context.system if asked.context else None
    person = system.person if system else None
    user = (system and system.user) or (asked.session and asked.session.user)
    key: str | None = user.user_id if user else None
    token: str | None = user.access_token if user else None
    if person and person.access_token and person.person_id:
        key, token = person.person_id, person.access_token
    return Listener(
        key=Secret(key or ""),
        token=Secret(token) if token else None,
        deadline=deadline,
        turn=turn,
    )


def request_of(asked: RequestEnvelope) -> Request:
    """The request, which the SDK's type calls optional and a decoded envelope has."""
    if asked.request is None:
        raise MalformedEnvelope("request")
    return asked.request


def _name(turn: Turn, asked: RequestEnvelope) -> None:
    """Notes what kind of request this is; nothing of what was said."""
    request = request_of(asked)
    turn.request_type = str(request.object_type)
    turn.locale = request.locale or None
    if isinstance(request, IntentRequest) and request.intent:
        turn.intent = request.intent.name
    turn.rejection = rejection(request)


def rejection(request: Request) -> str | None:
    """Why Amazon could not use an earlier answer, in its own word, if it says so.

    https://developer.amazon.com/docs/alexa/custom-skills/request-types-reference.html
    """
    if isinstance(request, SessionEndedRequest):
        if request.reason is not SessionEndedReason.ERROR:
            return None
    elif not isinstance(request, ExceptionEncounteredRequest):
        return None
    kind = getattr(request.error, "object_type", None)
    return kind.value if isinstance(kind, Enum) else "other"
