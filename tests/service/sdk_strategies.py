"""What the SDK's models declare, as hypothesis strategies and as a comparison."""

import importlib
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import msgspec
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from hypothesis import strategies as st

REJECTED = object()

finite = st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(max_size=6) | st.just("half a pair \ud800")
json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | finite | texts,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2)
    ),
    max_leaves=4,
)
moments = st.datetimes(timezones=st.none() | st.just(UTC)).map(datetime.isoformat) | (
    st.sampled_from(
        [
            "2026-11-22T10:11:12Z",
            "2026-11-22T10:11:12.5Z",
            "2026-11-22T10:11:12.123456789Z",
            "2026-11-22T10:11:12-07:30",
        ]
    )
)
_native: dict[str, st.SearchStrategy[Any]] = {
    "str": texts,
    "int": st.integers(),
    "float": finite,
    "bool": st.booleans(),
    "object": json_values,
    "datetime": moments,
}


def load(name: str) -> Any:
    module, _, attribute = name.rpartition(".")
    return getattr(importlib.import_module(module), attribute)


@st.composite
def values(draw: st.DrawFn, kind: str, *, wild: bool, depth: int = 6) -> Any:
    """JSON for a type as the SDK spells it; now and then null, or `wild`: anything."""
    dice = draw(st.integers(0, 19))
    if dice == 0:
        return None
    if wild and dice == 1 and kind != "datetime":
        return draw(json_values)
    if kind in _native:
        return draw(_native[kind])
    below = depth - 1
    if kind.startswith("list["):
        size = draw(st.integers(0, 2 if depth > 0 else 0))
        return [draw(values(kind[5:-1], wild=wild, depth=below)) for _ in range(size)]
    if kind.startswith("dict("):
        keys = draw(st.lists(texts, max_size=2 if depth > 0 else 0))
        return {
            key: draw(values(kind[5:-1].split(", ")[1], wild=wild, depth=below))
            for key in keys
        }
    return draw(models(load(kind), wild=wild, depth=below))


@st.composite
def models(draw: st.DrawFn, model: Any, *, wild: bool, depth: int = 6) -> Any:
    """JSON for a model: some of its keys, and some that it does not know."""
    if issubclass(model, Enum):
        return draw(st.sampled_from([member.value for member in model]))
    data: dict[str, Any] = {}
    kinds = getattr(model, "discriminator_value_class_map", None)
    if kinds:
        kind = draw(st.sampled_from(sorted(kinds)))
        data[model.json_discriminator_key] = kind
        model = load(kinds[kind])
    names = sorted(model.deserialized_types) if depth > 0 else []
    for name in draw(st.lists(st.sampled_from(names), max_size=5)) if names else ():
        key = model.attribute_map[name]
        if key not in data:
            data[key] = draw(
                values(model.deserialized_types[name], wild=wild, depth=depth)
            )
    if draw(st.integers(0, 9)) == 0:
        data["x-" + draw(texts)] = draw(json_values)
    return data


def as_the_sdk_reads(text: str, model: Any) -> Any:
    """What the SDK's own serializer makes of it, or REJECTED."""
    try:
        return DefaultSerializer().deserialize(text, model)
    except SerializationException:
        return REJECTED


def same(ours: Any, theirs: Any) -> bool:
    """Equal over every attribute that the SDK declares, or that our struct has."""
    if isinstance(ours, msgspec.Struct):
        return hasattr(theirs, "deserialized_types") and all(
            same(getattr(ours, name), getattr(theirs, name))
            for name in ours.__struct_fields__
        )
    if isinstance(theirs, list):
        return (
            isinstance(ours, list)
            and len(ours) == len(theirs)
            and all(map(same, ours, theirs))
        )
    if isinstance(theirs, dict):
        return (
            isinstance(ours, dict)
            and list(ours) == list(theirs)
            and all(same(ours[key], theirs[key]) for key in theirs)
        )
    if hasattr(theirs, "deserialized_types"):
        return isinstance(ours, type(theirs)) and all(
            same(getattr(ours, name), getattr(theirs, name))
            for name in theirs.deserialized_types
        )
    if isinstance(theirs, datetime):
        return bool(ours == theirs) and ours.utcoffset() == theirs.utcoffset()
    return type(ours) is type(theirs) and bool(ours == theirs)
