"""JSON bodies: one decoder with one error for everything that a body can do wrong."""

from typing import Any, TypeVar, overload

import msgspec

from providers.json_depth import is_too_deep

MAX_DEPTH = 64
"""Levels of a body. A step's values stand some levels deeper in requests and files,
whose bound is `providers.json_depth.MAX_DEPTH`, twice this one.
"""

T = TypeVar("T")


class InvalidBody(ValueError):
    """A body that is not the JSON an endpoint takes; the text says why."""


@overload
def decode_body(body: bytes, kind: type[T]) -> T: ...


@overload
def decode_body(body: bytes, kind: Any) -> Any: ...  # a union of types


def decode_body(body: bytes, kind: Any) -> Any:
    """Return the JSON body as `kind`.

    Raise `InvalidBody` where the body is not JSON, is not UTF-8, is nested deeper than
    64 levels, or does not have the shape of `kind`.
    """
    value = decode_any(body)
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise InvalidBody(str(error)) from None


def decode_any(body: bytes, max_depth: int = MAX_DEPTH) -> Any:
    """Return the JSON body as plain values. Raise `InvalidBody`."""
    if is_too_deep(body, max_depth):
        raise InvalidBody(f"JSON nested deeper than {max_depth} levels")
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, ValueError) as error:
        raise InvalidBody(f"not JSON: {error}") from None
