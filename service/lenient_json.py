"""JSON as the standard has it, where msgspec is stricter or quicker than that."""

import json
from typing import Any, NoReturn

import msgspec


def loads(body: bytes | memoryview) -> Any:
    """What msgspec refuses though JSON allows it: half a surrogate pair, 1e999.

    Raises ValueError for what is no JSON or no UTF-8, RecursionError past Python's
    depth.
    """
    return json.loads(str(body, "utf-8"), parse_constant=_refuse_constant)


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def dumps(value: Any, *, default: Any) -> bytes:
    """The same in writing: halves of surrogate pairs become U+FFFD, which UTF-8 has."""
    text = json.dumps(value, default=default, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def any_loads(body: bytes | msgspec.Raw) -> Any:
    """Any JSON, quickly where msgspec takes it; errors as of `loads`."""
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError:
        return loads(bytes(body))
