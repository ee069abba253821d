"""Skill invocation: a verified envelope becomes the bytes of an answer."""

import logging
import types
from collections.abc import Generator
from enum import Enum
from typing import Any

import msgspec
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import (
    Request,
    RequestEnvelope,
    Response,
    SessionEndedReason,
    SessionEndedRequest,
)
from ask_sdk_model.interfaces.system import ExceptionEncounteredRequest

from handlers.request import INTENT
from handlers.responses.apl import LARGEST_RESPONSE, drop_screen
from handlers.responses.responder import ResponseDraft
from providers.deadline import Deadline
from providers.errors import Overloaded
from providers.listener import Listener
from providers.secret import Secret
from providers.turn_telemetry import Turn
from service import serialization
from service.admission import Admission, TooManyRequests
from service.dispatcher import Dispatcher
from service.serialization import MalformedEnvelope, OversizedResponse

log = logging.getLogger(__name__)

# Spoken only when even the apology failed; the language is unknown then.
LAST_RESORT = serialization.plain_speech(
    "Sorry, something went wrong. Please try again."
)
SILENCE = serialization.encode(None, None)


class SkillInvoker:
    """Answer verified requests; an error becomes an apology, never an exception.

    largest: bytes that an answer may have.
    """

    def __init__(
        self,
        dispatcher: Dispatcher,
        admission: Admission,
        *,
        largest: int = LARGEST_RESPONSE,
    ) -> None:
        self._dispatcher = dispatcher
        self._admission = admission
        self._largest = largest
        self._cold = True

    async def invoke(
        self, envelope: RequestEnvelope, deadline: Deadline, turn: Turn
    ) -> bytes:
        """Return the body of the answer, within `deadline`.

        turn: receives the names of request and intent, and the outcome.
        """
        turn.cold, self._cold = self._cold, False
        describe_request(turn, envelope)
        handler_input: Any = SkillInput(
            envelope, attributes_of(envelope), listener(envelope, deadline, turn)
        )
        try:
            return await self._answer(handler_input, turn)
        except Exception:
            turn.conclude("failed", "unexpected")
            log.exception("a turn failed")
            return LAST_RESORT if envelope.session else SILENCE

    async def _answer(self, handler_input: HandlerInput, turn: Turn) -> bytes:
        """Return the answer, or an apology if it is too large or the skill is busy."""
        try:
            with self._admission.verified, turn.phase("dispatch"):
                await yield_to_event_loop()
                response = await self._dispatcher.dispatch(handler_input)
            if response is None:
                turn.conclude("unhandled")
            with turn.phase("encode"):
                return encode(handler_input, response, self._largest)
        except TooManyRequests:
            error: Exception = Overloaded()
        except OversizedResponse as oversized:
            log.warning("an answer was too large: %s", oversized)
            error = oversized
        response = await self._dispatcher.handle_exception(handler_input, error)
        return encode(handler_input, response, self._largest)


class RequestAttributes(msgspec.Struct):
    """The attributes of one request, by the names of the SDK's `AttributesManager`.

    session_attributes: those of the envelope itself; None outside a session.
    request_attributes: shared by the components that answer this request.
    The SDK's manager copies the session's attributes deeply. These were decoded for
    this request alone, so that nobody else can see them change.
    """

    session_attributes: dict[str, object] | None
    request_attributes: dict[str, object] = {}


def attributes_of(envelope: RequestEnvelope) -> RequestAttributes:
    """Return the attributes of a request that has just come."""
    session = envelope.session
    if session is None:
        return RequestAttributes(None)
    attributes = session.attributes
    return RequestAttributes({} if attributes is None else attributes)


class SkillInput(msgspec.Struct):
    """What a handler receives, by the names of the SDK's `HandlerInput`.

    context: the listener.
    """

    request_envelope: RequestEnvelope
    attributes_manager: RequestAttributes
    context: Listener
    response_builder: ResponseDraft = msgspec.field(default_factory=ResponseDraft)


@types.coroutine
def yield_to_event_loop() -> Generator[None, None, None]:
    """Yield once, so that all waiting requests finish the current phase first.

    Measured: a busy core answers a fifth more, because each phase's code stays in the
    CPU cache. A request alone pays two microseconds. A request that waits here counts
    as in flight, so work that piles up meets the limits of `Admission`.
    """
    yield  # as `asyncio.sleep(0)` does, with two calls less


def encode(
    handler_input: HandlerInput,
    response: Response | None,
    limit: int = LARGEST_RESPONSE,
) -> bytes:
    """Return the body: the response, and the attributes where there is a session.

    A screen that makes the body too large is dropped. Attributes that do, or that
    cannot be written as JSON, are dropped: the listener loses the place in a list, but
    hears the answer. Raise what `serialization.encode` raises for the response alone.
    """
    has_session = handler_input.request_envelope.session is not None
    manager = handler_input.attributes_manager
    attributes = manager.session_attributes if has_session else None
    try:
        return serialization.encode(response, attributes, limit=limit)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        if response is not None and _gives_way(response, error):
            return encode(handler_input, response, limit)
        if not has_session:
            raise
    body = serialization.encode(response, {}, limit=limit)
    log.warning("session attributes dropped")
    return body


def _gives_way(response: Response, error: Exception) -> bool:
    """Drop the screen of a response that is too large; return whether it had one."""
    if not isinstance(error, OversizedResponse) or error.part != "response":
        return False
    has_screen = drop_screen(response)
    if has_screen:
        log.info("screen left out", extra={"fields": {"bytes": error.size}})
    return has_screen


def listener(envelope: RequestEnvelope, deadline: Deadline, turn: Turn) -> Listener:
    """Return the listener: the recognised speaker with an own link, else the account.

    https://developer.amazon.com/docs/alexa/custom-skills/add-personalization-to-your-skill.html
    """
    system = envelope.context.system if envelope.context else None
    person = system.person if system else None
    user = (system and system.user) or (envelope.session and envelope.session.user)
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


def request_of(envelope: RequestEnvelope) -> Request:
    """Return the envelope's request, which the SDK's type calls optional.

    Raise `MalformedEnvelope` where there is none; a decoded envelope has one.
    """
    if envelope.request is None:
        raise MalformedEnvelope("request")
    return envelope.request


def describe_request(turn: Turn, envelope: RequestEnvelope) -> None:
    """Store in `turn` what kind of request this is, and nothing of what was said."""
    request: Any = request_of(envelope)
    turn.request_type = str(request.object_type)
    turn.request_id = request.request_id or None
    turn.locale = request.locale or None
    if turn.request_type == INTENT and request.intent:
        turn.intent = request.intent.name
    turn.rejection = rejection(request)


def rejection(request: Request) -> str | None:
    """Return Amazon's word for why it could not use an earlier answer, or None.

    https://developer.amazon.com/docs/alexa/custom-skills/request-types-reference.html
    """
    if isinstance(request, SessionEndedRequest):
        if request.reason is not SessionEndedReason.ERROR:
            return None
    elif not isinstance(request, ExceptionEncounteredRequest):
        return None
    kind = getattr(request.error, "object_type", None)
    return kind.value if isinstance(kind, Enum) else "other"
