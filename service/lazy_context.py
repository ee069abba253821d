"""A request's context that stays bytes until somebody asks for a part of it."""

from typing import Any

import msgspec
from ask_sdk_model import Context
from ask_sdk_model.interfaces.system import SystemState
from msgspec import UNSET, Raw, UnsetType

from service import lenient_json, plans

_KEYS = plans.keys_of(Context)

# Most of a context is about screens and players; only `system` matters every time.
Parts: Any = msgspec.defstruct(
    "Parts",
    [(name, Any if name == "system" else Raw | UnsetType, UNSET) for name in _KEYS],
    rename=_KEYS,
    module=__name__,
)
"""The context's values by attribute: `system` as parsed, the others still bytes."""

_read_system = plans.model_reader(SystemState)
_HIDDEN = {name: each for name, each in vars(Context()).items() if name not in _KEYS}


class LazyContext(Context):
    """The SDK's context, its parts beside `system` read at first access.

    A part whose shape is wrong is absent. Whoever compares contexts or takes
    `to_dict()` sees every part.
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
        value = self.__dict__[name] = _read(name, getattr(self._parts, name))
        return value

    def __eq__(self, other: object) -> bool:
        for context in (self, other):
            if isinstance(context, LazyContext):
                context.complete()
        return bool(super().__eq__(other))

    __hash__ = None  # type: ignore[assignment] # as the SDK's models are

    def complete(self) -> None:
        """Reads every part."""
        for name in _KEYS:
            getattr(self, name)


def parts_of(data: dict[str, Any]) -> Any:
    """The `Parts` of a context that is parsed already."""
    return Parts(**{name: data[key] for name, key in _KEYS.items() if key in data})


def _read(name: str, part: Any) -> Any:
    if part is None or part is UNSET:
        return None
    try:
        value = lenient_json.any_loads(part) if isinstance(part, Raw) else part
        if value is None:
            return None
        return plans.reader(Context.deserialized_types[name])(value)
    except (ValueError, RecursionError):
        return None
