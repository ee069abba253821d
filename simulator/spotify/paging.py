"""Pagination: the window that a query asks for, and the page object around items."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from simulator.spotify.errors import invalid_parameter
from simulator.spotify.images_and_links import Links

Json = dict[str, Any]
T = TypeVar("T")
ENDLESS_TOTAL = 1_000_000_000
MAX_DIGITS = 18  # Python refuses to parse numbers of more than 4,300 digits


@dataclass(frozen=True, slots=True)
class Bounds:
    """The default and largest `limit`, and the largest `offset`, of an endpoint."""

    default: int = 20
    max_limit: int = 50
    max_offset: int = 100_000


@dataclass(frozen=True, slots=True)
class Window:
    """A slice of a list.

    limit, offset: the slice's length and start.
    endless: whether every page repeats the first, and the list never ends.
    """

    limit: int
    offset: int
    endless: bool = False

    def slice(self, items: Sequence[T]) -> Sequence[T]:
        """Return the window's items."""
        start = 0 if self.endless else self.offset
        return items[start : start + self.limit]

    def total(self, count: int) -> int:
        """Return the total that the page names, for a list of `count` items."""
        return ENDLESS_TOTAL if self.endless else count


def parse_integer(query: Mapping[str, str], name: str, default: int) -> int:
    """Return a whole number from the query. Raise `ApiError` 400 for other text."""
    text = query.get(name)
    if text is None:
        return default
    digits = text.removeprefix("-")
    if not (text.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS):
        raise invalid_parameter(name)
    return int(text)


def parse_limit(query: Mapping[str, str], bounds: Bounds) -> int:
    """Return the query's `limit`. Raise `ApiError` 400 out of bounds."""
    limit = parse_integer(query, "limit", bounds.default)
    if not 1 <= limit <= bounds.max_limit:
        raise invalid_parameter("limit")
    return limit


def parse_window(
    query: Mapping[str, str], bounds: Bounds, *, endless: bool = False
) -> Window:
    """Return the window that a query asks for. Raise `ApiError` 400 out of bounds."""
    offset = parse_integer(query, "offset", 0)
    if not 0 <= offset <= bounds.max_offset:
        raise invalid_parameter("offset")
    return Window(parse_limit(query, bounds), offset, endless)


@dataclass(frozen=True, slots=True)
class PageSerializer:
    """Make the page objects of one endpoint.

    links: make the addresses.
    path: the endpoint's path, after the version.
    query: the call's parameters, which stay in the links to other pages.
    """

    links: Links
    path: str
    query: Mapping[str, str]

    def page(self, window: Window, items: Sequence[Any], count: int) -> Json:
        """Return the page; `items` are the window's, `count` counts the whole list."""
        total = window.total(count)
        after, before = window.offset + window.limit, window.offset - window.limit
        return {
            "href": self._at(window.offset, window.limit),
            "limit": window.limit,
            "next": self._at(after, window.limit) if after < total else None,
            "offset": window.offset,
            "previous": self._at(max(before, 0), window.limit)
            if window.offset
            else None,
            "total": total,
            "items": items,
        }

    def _at(self, offset: int, limit: int) -> str:
        other_parameters = {
            k: v for k, v in self.query.items() if k not in {"offset", "limit"}
        }
        return self.links.api(
            self.path, other_parameters | {"offset": offset, "limit": limit}
        )
