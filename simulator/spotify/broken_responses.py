"""Quirks: changes to sound JSON, each of them reported by clients of Spotify."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

Quirk = Callable[[Any], Any]

_LISTS = frozenset({"items", "artists", "tracks", "devices"})
_OPTIONAL = frozenset(
    {
        "external_ids", "popularity", "followers", "genres", "product", "country",
        "images", "is_playable", "explicit", "public", "collaborative", "description",
        "snapshot_id", "account_id", "release_date", "album_type", "total_tracks",
        "duration_ms", "external_urls", "context", "cursors",
    }
)  # fmt: skip
FOREIGN = "https://elsewhere.example/v1/steal"


def _walk(value: Any, change: Callable[[str, Any], Any]) -> Any:
    """Return `value` with `change` applied to each field, outermost objects first."""
    if isinstance(value, dict):
        return {k: _walk(change(k, v), change) for k, v in value.items()}
    if isinstance(value, list):
        return [_walk(element, change) for element in value]
    return value


def _null_elements(value: Any) -> Any:
    """Put null before the first element of every list and after the last."""

    def change(name: str, field: Any) -> Any:
        as_json = name in _LISTS and isinstance(field, list)
        return [None, *field, None] if as_json else field

    return _walk(value, change)


def _nulls(*names: str) -> Quirk:
    return lambda value: _walk(value, lambda k, v: None if k in names else v)


def _null_list(value: Any) -> Any:
    """Make the page's own list null, and nothing else."""
    match value:
        case {"items": list()}:
            return value | {"items": None}
        case {"devices": list()}:
            return {"devices": None}
        case dict():
            return {k: _null_list(v) for k, v in value.items()}
    return value


def _missing(value: Any) -> Any:
    """Leave out all optional fields."""
    if isinstance(value, dict):
        return {k: _missing(v) for k, v in value.items() if k not in _OPTIONAL}
    if isinstance(value, list):
        return [_missing(element) for element in value]
    return value


def _null_totals(value: Any) -> Any:
    return _walk(value, lambda k, v: None if k == "total" else v)


def _unknown_dates(value: Any) -> Any:
    return _walk(value, lambda k, v: "0000" if k == "release_date" else v)


def _year_dates(value: Any) -> Any:
    def change(name: str, field: Any) -> Any:
        dated = name == "release_date" and isinstance(field, str)
        return field[:4] if dated else field

    return _walk(value, change)


def _foreign_next(value: Any) -> Any:
    return _walk(value, lambda k, v: FOREIGN if k in {"next", "href"} else v)


def _wrong_types(value: Any) -> Any:
    """Put text for numbers, numbers for text and objects for lists."""
    match value:
        case bool():
            return "true"
        case int() | float():
            return str(value)
        case str():
            return 17
        case list():
            return {"0": [_wrong_types(element) for element in value]}
        case dict():
            return {k: _wrong_types(v) for k, v in value.items()}
    return value


def _one_wrong_element(value: Any) -> Any:
    """Make the first element of every page unreadable; the others stay sound."""

    def change(name: str, field: Any) -> Any:
        if name == "items" and isinstance(field, list) and field:
            return [_wrong_types(field[0]), *field[1:]]
        return field

    return _walk(value, change)


def _doubled(value: Any) -> Any:
    """Repeat every element of a page."""

    def change(name: str, field: Any) -> Any:
        if name == "items" and isinstance(field, list):
            return [element for element in field for _ in range(2)]
        return field

    return _walk(value, change)


def _unknown_fields(value: Any) -> Any:
    """Add fields that no client knows."""
    if isinstance(value, dict):
        grown = {k: _unknown_fields(v) for k, v in value.items()}
        return grown | {"x_new": {"deep": [1, None]}}
    if isinstance(value, list):
        return [_unknown_fields(element) for element in value]
    return value


_ODD: Mapping[str, Any] = MappingProxyType(
    {
        "duration_ms": {}, "images": {}, "description": 5, "explicit": "perhaps",
        "is_playable": [], "public": {}, "snapshot_id": 7, "external_ids": "none",
        "release_date": {}, "total_tracks": "many", "genres": "rock",
    }
)  # fmt: skip

_COUNTS = frozenset({"duration_ms", "total_tracks", "popularity"})

# Far above what 64 bits hold.
_HUGE = msgspec.Raw(b"9" * 30)


def _odd_fields(value: Any) -> Any:
    """Every optional field has another type than documented."""
    return _walk(value, _ODD.get)


def _huge_numbers(value: Any) -> Any:
    return _walk(value, lambda k, v: _HUGE if k in _COUNTS else v)


def _edge_dates(value: Any) -> Any:
    """Times that cannot be computed with: in UTC they are after the year 9999."""
    edge = "9999-12-31T23:59:59-12:00"
    return _walk(value, lambda k, v: edge if k == "added_at" else v)


def _ownerless(value: Any) -> Any:
    """Owners of playlists come without their id."""

    def change(name: str, field: Any) -> Any:
        owner = name == "owner" and isinstance(field, dict)
        return field | {"id": None} if owner else field

    return _walk(value, change)


def _nameless_first(value: Any) -> Any:
    """The first element of every page has an empty name, wherever it has one."""

    def change(name: str, field: Any) -> Any:
        if name == "items" and isinstance(field, list) and field:
            empty = _walk(field[0], lambda k, v: "" if k == "name" else v)
            return [empty, *field[1:]]
        return field

    return _walk(value, change)


QUIRKS: Mapping[str, Quirk] = MappingProxyType(
    {
        "added_null": _nulls("added_at", "added_by"),
        "array": lambda value: [value],
        "bare_null": lambda _value: None,
        "cursors_null": _nulls("cursors"),
        "dates_null": _nulls("release_date", "played_at"),
        "dates_unknown": _unknown_dates,
        "dates_year": _year_dates,
        "display_name_null": _nulls("display_name"),
        "doubled": _doubled,
        "edge_dates": _edge_dates,
        "foreign_next": _foreign_next,
        "huge_numbers": _huge_numbers,
        "ids_null": _nulls("id", "account_id"),
        "images_null": _nulls("images"),
        "inner_null": _nulls("item", "track", "album"),
        "items_null": _null_list,
        "missing": _missing,
        "nameless_first": _nameless_first,
        "names_null": _nulls("name"),
        "null_elements": _null_elements,
        "odd_fields": _odd_fields,
        "one_wrong_element": _one_wrong_element,
        "owner_null": _nulls("owner"),
        "ownerless": _ownerless,
        "sizes_null": _nulls("height", "width", "volume_percent"),
        "totals_null": _null_totals,
        "unknown_fields": _unknown_fields,
        "wrong_types": _wrong_types,
    }
)
