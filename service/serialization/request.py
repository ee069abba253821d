"""JSON of a request: the bytes of an envelope become the SDK's models.

https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from typing import Any, ClassVar, Literal

import msgspec
from ask_sdk_model import Context, Request, RequestEnvelope, Session
from ask_sdk_model.slu.entityresolution import StatusCode

from providers.json_depth import is_too_deep
from service.serialization import model_codec

_read_text, _read_time = model_codec.reader("str"), model_codec.reader("datetime")

_read_request = model_codec.model_reader(Request)

_read_session = model_codec.model_reader(Session)

_read_context = model_codec.model_reader(Context)

# The parts of an envelope that the skill reads, with the names of the SDK's attributes.
# Measured: they save 9 of 160 microseconds of a launch. An intent of 15 slots, which
# Alexa sends with the empty ones, is decoded in 36 instead of 210.


class UsualApplication(msgspec.Struct, rename="camel", gc=False):
    """Which skill is addressed."""

    application_id: str | None = None


class UsualUser(msgspec.Struct, rename="camel", gc=False):
    """The account that the device belongs to."""

    user_id: str | None = None
    access_token: str | None = None


class UsualPerson(msgspec.Struct, rename="camel", gc=False):
    """The speaker, if Alexa has recognised one."""

    person_id: str | None = None
    access_token: str | None = None


class UsualRuntime(msgspec.Struct, rename="camel", gc=False):
    """The newest version of APL that the device draws."""

    max_version: str | None = None


class UsualApl(msgspec.Struct, gc=False):
    """The device can draw APL documents."""

    runtime: UsualRuntime | None = None


class UsualInterfaces(msgspec.Struct, gc=False):
    """What the device can do."""

    alexa_presentation_apl: UsualApl | None = msgspec.field(
        default=None, name="Alexa.Presentation.APL"
    )


class UsualDevice(msgspec.Struct, rename="camel", gc=False):
    """The device that was spoken to."""

    device_id: str | None = None
    supported_interfaces: UsualInterfaces | None = None


class UsualSystem(msgspec.Struct, rename="camel", gc=False):
    """Who asks, with which device, and where Alexa's API is."""

    application: UsualApplication | None = None
    user: UsualUser | None = None
    person: UsualPerson | None = None
    device: UsualDevice | None = None
    api_endpoint: str | None = None
    api_access_token: str | None = None


class UsualContext(msgspec.Struct, gc=False):
    """A context without its parts about screens and players, which nobody reads."""

    system: UsualSystem | None = msgspec.field(default=None, name="System")


class UsualSession(msgspec.Struct, rename="camel"):
    """A session with the attributes of the last answer."""

    new: bool | None = None
    session_id: str | None = None
    application: UsualApplication | None = None
    user: UsualUser | None = None
    attributes: dict[str, Any] | None = None


class UsualValue(msgspec.Struct, gc=False):
    """A value of the interaction model, or a name of the listener's."""

    name: str | None = None
    id: str | None = None


class UsualValueWrapper(msgspec.Struct, gc=False):
    """What stands around a value."""

    value: UsualValue | None = None


class UsualStatus(msgspec.Struct, gc=False):
    """Whether an authority knows the slot's words."""

    code: StatusCode | None = None


class UsualResolution(msgspec.Struct):
    """The values of one authority that the slot's words mean."""

    authority: str | None = None
    status: UsualStatus | None = None
    values: list[UsualValueWrapper | None] | None = None


class UsualResolutions(msgspec.Struct, rename="camel"):
    """What the slot's words mean."""

    resolutions_per_authority: list[UsualResolution | None] | None = None


class UsualSlot(msgspec.Struct):
    """A slot; `slotValue` says the same once more."""

    name: str | None = None
    value: str | None = None
    resolutions: UsualResolutions | None = None


class UsualIntent(msgspec.Struct):
    """An intent with all its slots, the empty ones too."""

    name: str | None = None
    slots: dict[str, UsualSlot | None] | None = None


class UsualLaunchRequest(
    msgspec.Struct, rename="camel", tag_field="type", tag="LaunchRequest"
):
    """A launch; `timestamp` is JSON until `decode` has read it."""

    object_type: ClassVar[str] = "LaunchRequest"

    request_id: str | None = None
    timestamp: Any = None
    locale: str | None = None


class UsualIntentRequest(UsualLaunchRequest, tag="IntentRequest"):
    """An intent."""

    object_type: ClassVar[str] = "IntentRequest"

    intent: UsualIntent | None = None


class UsualEnvelope(msgspec.Struct):
    """An envelope; `request` is JSON until `decode` has read it."""

    version: str | None = None
    session: UsualSession | None = None
    context: UsualContext | None = None
    request: msgspec.Raw = msgspec.Raw(b"null")


_decoder = msgspec.json.Decoder(UsualEnvelope)
_request_decoder = msgspec.json.Decoder(UsualLaunchRequest | UsualIntentRequest)

Flaw = Literal["encoding", "json", "nesting", "shape", "request", "type", "timestamp"]
"""Why a body is no envelope. `shape`: no JSON object; `request`, `type`, `timestamp`:
the part of that name is missing or has the wrong type."""

# Levels. Handlers copy session attributes recursively; ours nest three deep.
DEEPEST_ATTRIBUTES = 64


class MalformedEnvelope(ValueError):
    """The body is no request envelope.

    reason: a fixed word for the log; nothing of the request is quoted.
    """

    def __init__(self, reason: Flaw) -> None:
        super().__init__(reason)
        self.reason: Flaw = reason


def decode(body: bytes) -> RequestEnvelope:
    """Return the envelope in `body`.

    A usual envelope, its session and its context are structs with the names of the
    SDK's attributes, as far as the skill reads them, and so is a launch or an intent;
    any other is the SDK's models.
    What the SDK does not know is tolerated: an unknown enumeration value stays as it
    is, an unknown request type becomes the SDK's base `Request` with the JSON object
    as its attribute `raw`, an unknown property is left out. An optional part with the
    wrong shape is None. Half a surrogate pair becomes U+FFFD.
    Raise `MalformedEnvelope` where the envelope itself, the request, its type or its
    timestamp is not what it must be.
    """
    if is_too_deep(body):
        raise MalformedEnvelope("nesting")
    usual: Any = _decode_usual(body)
    if usual is None:
        return decode_unusual(body)
    envelope: RequestEnvelope = usual
    _check_session(envelope.session)
    try:
        usual.request = _usual_request(usual.request)
    except msgspec.DecodeError:
        usual = None  # what msgspec refuses and JSON allows
    return envelope if usual else decode_unusual(body)


def _usual_request(body: msgspec.Raw) -> Any:
    """Return a launch or an intent as a struct, any other request as the SDK's model.

    Raise `MalformedEnvelope`, and `msgspec.DecodeError` for what it cannot read.
    """
    try:
        request = _request_decoder.decode(body)
    except msgspec.ValidationError:
        request = None
    if request is None:
        return _request(msgspec.json.decode(body))
    if request.timestamp is not None:
        request.timestamp = _read_time(request.timestamp)
        if request.timestamp is None:
            raise MalformedEnvelope("timestamp")
    return request


def _decode_usual(body: bytes) -> UsualEnvelope | None:
    """Return a usual envelope; None for an unusual one, or none at all."""
    try:
        if not body.isascii():
            body.decode()  # msgspec does not look at the encoding of what it skips
        return _decoder.decode(body)
    except UnicodeDecodeError:
        raise MalformedEnvelope("encoding") from None
    except msgspec.DecodeError:
        return None


def decode_unusual(body: bytes) -> RequestEnvelope:
    """Return the envelope in `body`, with the SDK's models only; see `decode`.

    This takes what msgspec refuses and JSON allows, and parts of an unusual shape.
    """
    try:
        data = model_codec.loads(body)
    except ValueError:
        raise MalformedEnvelope("json") from None
    if type(data) is not dict:
        raise MalformedEnvelope("shape")
    version, context = data.get("version"), data.get("context")
    session = data.get("session")
    session = None if session is None else _read_session(session)
    _check_session(session)
    return RequestEnvelope(
        version=None if version is None else _read_text(version),
        session=session,
        context=None if context is None else _read_context(context),
        request=_request(data.get("request")),
    )


def _check_session(session: Session | None) -> None:
    if session is not None and session.attributes:
        _check_depth(session.attributes, DEEPEST_ATTRIBUTES)


def _request(data: Any) -> Request:
    if type(data) is not dict:
        raise MalformedEnvelope("request")
    kind = data.get("type")
    if type(kind) is not str or not kind:
        raise MalformedEnvelope("type")
    request: Request = _read_request(data)
    if request.timestamp is None and data.get("timestamp") is not None:
        raise MalformedEnvelope("timestamp")
    return request


def _check_depth(value: Any, depth: int) -> None:
    """Raise `MalformedEnvelope` where `value` nests more than `depth` levels deep."""
    if depth == 0:
        raise MalformedEnvelope("nesting")
    if type(value) is dict:
        value = value.values()
    elif type(value) is not list:
        return
    for each in value:
        _check_depth(each, depth - 1)
