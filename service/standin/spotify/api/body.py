"""A call's JSON body, read into what the endpoint needs."""

from typing import TypeVar

import msgspec

from service.standin.spotify.refusal import Refusal

T = TypeVar("T")


def body_as(kind: type[T], body: bytes) -> T:
    """The body; Refusal 400 where it is not JSON or not of that shape."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as wrong:
        raise Refusal(400, f"Error parsing JSON: {wrong}") from wrong
    except msgspec.DecodeError as wrong:
        raise Refusal(400, "Error parsing JSON.") from wrong
