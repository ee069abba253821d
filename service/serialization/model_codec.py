"""How each ask-sdk model is read from JSON and written back, worked out once a class.

The SDK's models declare `deserialized_types` (attribute → type) and `attribute_map`
(attribute → JSON key); a plan is those two tables compiled into closures.
"""

import importlib
import json
import re
import warnings
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any, NoReturn

import msgspec

# FOLDED How the ask-sdk's native types are read from JSON values.

Reader = Callable[[Any], Any]

"""Reads one JSON value, never null; what has the wrong shape reads as null."""

_CONVERSION_ERRORS = (TypeError, ValueError, OverflowError)

_ISO_8601 = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?", re.ASCII
)

# Days without a component in common: a text that reads differently beside each of them
# leaves its date, or a part of it, to the reader's calendar.
_DEFAULT_DAYS = (datetime.min, datetime(2004, 2, 3))  # noqa: DTZ001, DTZ901 - no zone


def _primitive(kind: type[Any]) -> tuple[type, Reader]:
    def read(value: Any) -> Any:
        try:
            return kind(value)
        except TypeError:  # the SDK hands on what `int()` and `float()` cannot take
            return value
        except _CONVERSION_ERRORS:
            return None

    return kind, read


def _datetime(value: Any) -> datetime | None:
    if type(value) is not str:
        return None
    if not _ISO_8601.fullmatch(value):
        return _other_notation(value)
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def _other_notation(value: str) -> datetime | None:
    """What else the SDK's own parser, dateutil, understands."""
    # Loaded as late as the models are: nothing that Alexa sends today comes here.
    parse = importlib.import_module("dateutil.parser").parse
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they would quote the value
        try:
            one, other = (parse(value, default=day) for day in _DEFAULT_DAYS)
            one.utcoffset()  # refuses offsets of a day or more
        except (*_CONVERSION_ERRORS, ArithmeticError, AttributeError, LookupError):
            return None
    return one if one == other else None


def _day(value: Any) -> date | None:
    moment = _datetime(value)
    return moment.date() if moment else None


def _as_it_is(value: Any) -> Any:
    return value


NATIVE_TYPES: dict[str, tuple[type, Reader]] = {
    "str": _primitive(str),
    "int": _primitive(int),
    "long": _primitive(int),
    "float": _primitive(float),
    "bool": _primitive(bool),
    "object": (NoneType, _as_it_is),
    "date": (NoneType, _day),
    "datetime": (NoneType, _datetime),
}

"""The SDK's name of a type: the JSON type that needs no conversion, and the reading."""

Field = tuple[str, type, Reader]

"""The attribute, the JSON type that needs no conversion, and the conversion."""

Writer = Callable[[Any], dict[str, Any]]


class _FieldReaders(dict[str, Field | None]):
    """JSON key → field, compiled at first sight: most of the SDK's keys never come."""

    def __init__(self, model: type[Any]) -> None:
        super().__init__()
        self._types: dict[str, str] = model.deserialized_types
        self._attributes = {key: name for name, key in keys_of(model).items()}

    def __missing__(self, key: str) -> Field | None:
        attribute = self._attributes.get(key)
        if attribute is None:  # not kept: the sender could fill the memory with these
            return None
        field = self[key] = (attribute, *_conversion(self._types[attribute]))
        return field


def keys_of(model: type[Any]) -> dict[str, str]:
    """A model's attributes and their JSON keys."""
    names = getattr(model, "attribute_map", {})
    return {name: names.get(name, name) for name in model.deserialized_types}


def reader(type_name: str) -> Reader:
    """The reading of a type as the SDK spells it: `str`, `list[a.b.C]`, `a.b.C` …"""
    return _conversion(type_name)[1]


@cache
def _conversion(type_name: str) -> tuple[type, Reader]:
    if type_name in NATIVE_TYPES:
        return NATIVE_TYPES[type_name]
    if type_name.startswith("list["):
        return NoneType, _list_reader(reader(type_name[5:-1]))
    if type_name.startswith("dict("):
        return NoneType, _dict_reader(reader(type_name[5:-1].split(", ", 1)[1]))
    return NoneType, model_reader(_load(type_name))


def _load(class_name: str) -> type[Any]:
    module, _, name = class_name.rpartition(".")
    found: type[Any] = getattr(importlib.import_module(module), name)
    return found


def model_reader(model: type[Any]) -> Reader:
    """Reads a model, the subclass its discriminator names, or an enumeration's member.

    An unknown member keeps its raw value. An unknown discriminator gives the declared
    class with what it declares, and the whole JSON object as the attribute `raw`.
    """
    if issubclass(model, Enum):
        return _enum_reader(model)
    kinds: dict[str, str] | None = getattr(model, "discriminator_value_class_map", None)
    if kinds is None:
        return _plain_reader(model)
    return _kind_reader(model.json_discriminator_key, kinds, _plain_reader(model))


def _plain_reader(model: type[Any]) -> Reader:
    fields = _FieldReaders(model)
    template = vars(model())
    new = object.__new__

    def read(data: Any) -> Any:
        if type(data) is not dict:
            if data not in ("", []):  # which the SDK reads as an empty model
                return None
            data = {}
        state = template.copy()
        for key, value in data.items():
            field = fields[key]
            if field is not None:
                attribute, ready, convert = field
                if value is None or type(value) is ready:
                    state[attribute] = value
                else:
                    state[attribute] = convert(value)
        made = new(model)
        made.__dict__ = state
        return made

    return read


def _kind_reader(key: str, kinds: dict[str, str], declared: Reader) -> Reader:
    def read(data: Any) -> Any:
        if type(data) is not dict:
            return None
        kind = data.get(key)
        if type(kind) is str and kind in kinds:
            return _reader_of(kinds[kind])(data)
        made = declared(data)
        made.raw = data
        return made

    return read


@cache
def _reader_of(class_name: str) -> Reader:
    return _plain_reader(_load(class_name))


def _enum_reader(enum: type[Enum]) -> Reader:
    members = {member.value: member for member in enum}

    def read(value: Any) -> Any:
        try:
            return members.get(value, value)
        except TypeError:  # a list or an object, which cannot be a key
            return None

    return read


def _list_reader(item: Reader) -> Reader:
    def read(value: Any) -> Any:
        # The SDK takes whatever can be walked: a text's characters, an object's keys.
        if type(value) not in (list, str, dict):
            return None
        return [None if each is None else item(each) for each in value]

    return read


def _dict_reader(item: Reader) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            return None
        return {
            key: None if each is None else item(each) for key, each in value.items()
        }

    return read


def to_json_fields(model: Any) -> dict[str, Any]:
    """One level of a model as JSON, for encoders that ask what they do not know.

    Keys in the SDK's order, None left out, everything else kept however falsy. Raises
    TypeError for what is no model.
    """
    return _writers[type(model)](model)


def _writer(model: type[Any]) -> Writer:
    if not hasattr(model, "deserialized_types"):
        raise TypeError(f"{model.__name__} is no model of the ask-sdk")
    keys = keys_of(model)
    types = model.deserialized_types
    names = tuple(keys.values())
    # Two attributes that nobody reads: of fewer than two `attrgetter` makes no tuple.
    values = attrgetter(*keys, "__class__", "__class__")
    dated = [keys[name] for name, kind in types.items() if kind in ("date", "datetime")]

    def write(made: Any) -> dict[str, Any]:
        found = zip(names, values(made), strict=False)
        data = {key: value for key, value in found if value is not None}
        for key in dated:  # which msgspec would write in a notation of its own
            if isinstance(data.get(key), date):
                data[key] = data[key].isoformat()
        return data

    return write


class _Writers(dict[type, Writer]):
    def __missing__(self, model: type[Any]) -> Writer:
        write = self[model] = _writer(model)
        return write


_writers = _Writers()

# JSON that msgspec refuses although the standard allows it.

# An escape in JSON: a whole surrogate pair, half of one, or any other character.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|(?P<half>u[dD][89a-fA-F][0-9a-fA-F]{2})"
    r"|.)",
    re.DOTALL,
)


def loads(body: bytes | memoryview) -> Any:
    """Return the JSON value in `body`, also where msgspec refuses it, as for 1e999.

    Half a surrogate pair becomes U+FFFD, in keys too. So no other part of the service
    meets a text that cannot be encoded as UTF-8.
    Raise ValueError for what is no JSON or no UTF-8, RecursionError past Python's
    depth.
    """
    text = _ESCAPE.sub(_without_half, str(body, "utf-8"))
    return json.loads(text, parse_constant=_refuse_constant)


def _without_half(escape: re.Match[str]) -> str:
    return r"\ufffd" if escape["half"] else escape[0]


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and Infinity are Python's, not JSON's


def decode_lenient(body: bytes | msgspec.Raw) -> Any:
    """Return any JSON value, by msgspec where msgspec takes it, else by `loads`.

    Raise what `loads` raises.
    """
    try:
        return msgspec.json.decode(body)
    except msgspec.DecodeError:
        return loads(bytes(body))
