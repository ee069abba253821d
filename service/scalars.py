"""How the ask-sdk's native types are read from JSON values."""

import importlib
import re
import warnings
from collections.abc import Callable
from datetime import date, datetime
from types import NoneType
from typing import Any

Read = Callable[[Any], Any]
"""Reads one JSON value, never null; what has the wrong shape reads as null."""

_MISFITS = (TypeError, ValueError, OverflowError)
_ISO_8601 = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)?", re.ASCII
)
# Days without a component in common: a text that reads differently beside each of them
# leaves its date, or a part of it, to the reader's calendar.
_DEFAULT_DAYS = (datetime.min, datetime(2004, 2, 3))  # noqa: DTZ001, DTZ901 - no zone


def _primitive(kind: type[Any]) -> tuple[type, Read]:
    def read(value: Any) -> Any:
        try:
            return kind(value)
        except TypeError:  # the SDK hands on what `int()` and `float()` cannot take
            return value
        except _MISFITS:
            return None

    return kind, read


def _moment(value: Any) -> datetime | None:
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
        except (*_MISFITS, ArithmeticError, AttributeError, LookupError):
            return None
    return one if one == other else None


def _day(value: Any) -> date | None:
    moment = _moment(value)
    return moment.date() if moment else None


def _as_it_is(value: Any) -> Any:
    return value


NATIVES: dict[str, tuple[type, Read]] = {
    "str": _primitive(str),
    "int": _primitive(int),
    "long": _primitive(int),
    "float": _primitive(float),
    "bool": _primitive(bool),
    "object": (NoneType, _as_it_is),
    "date": (NoneType, _day),
    "datetime": (NoneType, _moment),
}
"""The SDK's name of a type: the JSON type that needs no conversion, and the reading."""
