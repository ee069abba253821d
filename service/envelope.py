"""Alexa's envelopes: a request's bytes become ask-sdk models (and a response bytes).

https://developer.amazon.com/docs/alexa/custom-skills/request-and-response-json-reference.html
"""

from typing import Any, Literal

import msgspec
from ask_sdk_model import Request, RequestEnvelope, Session

from service import lenient_json, plans
from service.lazy_context import LazyContext, Parts, parts_of
from service.response import OversizedResponse, encode, plain_speech

__all__ = [
    "MalformedEnvelope",
    "OversizedResponse",
    "decode",
    "encode",
    "plain_speech",
]

Flaw = Literal["encoding", "json", "nesting", "shape", "request", "type", "timestamp"]

# Handlers copy session attributes recursively; ours nest three deep.
DEEPEST_ATTRIBUTES = 64


class MalformedEnvelope(ValueError):
    """The body is no request envelope; `reason` is a fixed word for the log."""

    def __init__(self, reason: Flaw) -> None:
        super().__init__(reason)
        self.reason: Flaw = reason


def decode(body: bytes) -> RequestEnvelope:
    """The envelope in `body`, of which the context's parts are read at first access.

    Values, types and properties that the SDK does not know are tolerated: an unknown
    enumeration value stays as it is, an unknown request type becomes the SDK's base
    `Request` with the JSON object as its attribute `raw`, an unknown property is left
    out, and where the shape of something optional is wrong, it is absent. Raises
    `MalformedEnvelope` where the envelope itself, the request, its type or its
    timestamp is not what it must be.
    """
    try:
        wire = _parse(body)
        return RequestEnvelope(
            version=None if wire.version is None else _read_text(wire.version),
            session=_session(wire.session),
            context=wire.context and LazyContext(wire.context),
            request=_request(wire.request),
        )
    except RecursionError:
        raise MalformedEnvelope("nesting") from None


class _Wire(msgspec.Struct):
    version: Any = None
    session: Any = None
    context: Parts | None = None
    request: Any = None


_decoder = msgspec.json.Decoder(_Wire)
_read_text = plans.reader("str")
_read_request = plans.model_reader(Request)
_read_session = plans.model_reader(Session)


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
    """What msgspec refuses and JSON allows, or a shape that is not the usual one."""
    try:
        data = lenient_json.loads(body)
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
        _measure(session.attributes, DEEPEST_ATTRIBUTES)
    return session


def _measure(value: Any, depth: int) -> None:
    if depth == 0:
        raise MalformedEnvelope("nesting")
    if type(value) is dict:
        value = value.values()
    elif type(value) is not list:
        return
    for each in value:
        _measure(each, depth - 1)
