"""JSON of a request: the bytes of an envelope become the SDK's models.

https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from typing import Any, Literal

import msgspec
from ask_sdk_model import Context, Request, RequestEnvelope, Session
from ask_sdk_model.interfaces.system import SystemState
from msgspec import UNSET, Raw, UnsetType

from providers.json_depth import is_too_deep
from service.serialization import model_codec

_KEYS = model_codec.keys_of(Context)

# Most of a context is about screens and players; only `system` matters every time.
Parts: Any = msgspec.defstruct(
    "Parts",
    [(name, Any if name == "system" else Raw | UnsetType, UNSET) for name in _KEYS],
    rename=_KEYS,
    module=__name__,
)

"""Values of a context by attribute: `system` is parsed, the other parts are bytes."""

_read_system = model_codec.model_reader(SystemState)

_HIDDEN = {name: each for name, each in vars(Context()).items() if name not in _KEYS}


class LazyContext(Context):
    """The SDK's context, whose parts beside `system` are decoded at first access.

    A part whose shape is wrong is None. `==` and `to_dict()` decode every part.
    Measured: this saves 9 of 36 microseconds of a launch of 1.3 kB.
    """

    __slots__ = ("_parts",)  # not among the attributes, which equality compares

    def __init__(self, parts: Any) -> None:
        self._parts = parts
        system = parts.system
        known = system is not None and system is not UNSET
        self.__dict__ = {**_HIDDEN, "system": _read_system(system) if known else None}

    def __getattr__(self, name: str) -> Any:
        if name not in _KEYS:
            raise AttributeError(name)
        value = self.__dict__[name] = _decode_part(name, getattr(self._parts, name))
        return value

    def __eq__(self, other: object) -> bool:
        for context in (self, other):
            if isinstance(context, LazyContext):
                context.complete()
        return bool(super().__eq__(other))

    __hash__ = None  # type: ignore[assignment] # as the SDK's models are

    def complete(self) -> None:
        """Decode every part."""
        for name in _KEYS:
            getattr(self, name)


def parts_of(data: dict[str, Any]) -> Any:
    """Return the `Parts` of a context that is parsed already."""
    return Parts(**{name: data[key] for name, key in _KEYS.items() if key in data})


def _decode_part(name: str, part: Any) -> Any:
    if part is None or part is UNSET:
        return None
    try:
        value = model_codec.decode_lenient(part) if isinstance(part, Raw) else part
        if value is None:
            return None
        return model_codec.reader(Context.deserialized_types[name])(value)
    except (ValueError, RecursionError):
        return None


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
    """Return the envelope in `body`; its context is a `LazyContext`.

    What the SDK does not know is tolerated: an unknown enumeration value stays as it
    is, an unknown request type becomes the SDK's base `Request` with the JSON object
    as its attribute `raw`, an unknown property is left out. An optional part with the
    wrong shape is None. Half a surrogate pair becomes U+FFFD.
    Raise `MalformedEnvelope` where the envelope itself, the request, its type or its
    timestamp is not what it must be.
    """
    if is_too_deep(body):
        raise MalformedEnvelope("nesting")
    wire = _parse(body)
    return RequestEnvelope(
        version=None if wire.version is None else _read_text(wire.version),
        session=_session(wire.session),
        context=wire.context and LazyContext(wire.context),
        request=_request(wire.request),
    )


class _Wire(msgspec.Struct):
    version: Any = None
    session: Any = None
    context: Parts | None = None
    request: Any = None


_decoder = msgspec.json.Decoder(_Wire)

_read_text = model_codec.reader("str")

_read_request = model_codec.model_reader(Request)

_read_session = model_codec.model_reader(Session)


def _parse(body: bytes) -> _Wire:
    try:
        if not body.isascii():
            body.decode()  # msgspec does not look at the encoding of what it skips
        return _decoder.decode(body)
    except UnicodeDecodeError:
        raise MalformedEnvelope("encoding") from None
    except msgspec.DecodeError:
        pass  # an unusual envelope, or none
    return _parse_leniently(body)


def _parse_leniently(body: bytes) -> _Wire:
    """Parse what msgspec refuses and JSON allows, or an unusual shape."""
    try:
        data = model_codec.loads(body)
    except ValueError:
        raise MalformedEnvelope("json") from None
    if type(data) is not dict:
        raise MalformedEnvelope("shape")
    context = data.get("context")
    if context in ("", []):  # which the SDK reads as an empty context
        context = {}
    return _Wire(
        data.get("version"),
        data.get("session"),
        parts_of(context) if type(context) is dict else None,
        data.get("request"),
    )


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


def _session(data: Any) -> Session | None:
    session: Session | None = None if data is None else _read_session(data)
    if session and session.attributes:
        _check_depth(session.attributes, DEEPEST_ATTRIBUTES)
    return session


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
