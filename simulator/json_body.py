"""JSON bodies: one decoder with one error for everything that a body can do wrong."""

from typing import Any, TypeVar, overload

import msgspec

# The deepest JSON that the skill or Spotify sends has some 15 levels. The bound is our
# own: the interpreter's differs between versions, and a value just below that bound
# breaks whoever encodes or walks it later.
MAX_DEPTH = 64

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


def decode_any(body: bytes) -> Any:
    """Return the JSON body as plain values. Raise `InvalidBody`."""
    try:
        value = msgspec.json.decode(body)
    except RecursionError:
        raise InvalidBody(f"JSON nested deeper than {MAX_DEPTH} levels") from None
    except (msgspec.DecodeError, ValueError) as error:
        raise InvalidBody(f"not JSON: {error}") from None
    if _deeper_than(value, MAX_DEPTH):
        raise InvalidBody(f"JSON nested deeper than {MAX_DEPTH} levels")
    return value


def _deeper_than(value: Any, depth: int) -> bool:
    """Return whether lists and objects nest deeper; a level at a time, no recursion."""
    level = [value]
    for _ in range(depth):
        level = [inner for outer in level for inner in _containers_in(outer)]
    return any(isinstance(inner, dict | list) for inner in level)


def _containers_in(value: Any) -> list[Any]:
    """Return the lists and objects directly inside a value."""
    inside = value.values() if isinstance(value, dict) else value
    if not isinstance(value, dict | list):
        return []
    return [inner for inner in inside if isinstance(inner, dict | list)]
