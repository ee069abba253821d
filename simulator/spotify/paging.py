"""Pages: the window that was asked for, checked, and the envelope around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from simulator.spotify.errors import invalid_parameter
from simulator.spotify.images_and_links import Links

Json = dict[str, Any]
T = TypeVar("T")
ENDLESS_TOTAL = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an endpoint allows of `limit` and `offset`."""

    default: int = 20
    max_limit: int = 50
    max_offset: int = 100_000


@dataclass(frozen=True, slots=True)
class Window:
    """A slice of a list; `endless` shows its beginning again for ever."""

    limit: int
    offset: int
    endless: bool = False

    def slice(self, items: Sequence[T]) -> Sequence[T]:
        start = 0 if self.endless else self.offset
        return items[start : start + self.limit]

    def total(self, count: int) -> int:
        return ENDLESS_TOTAL if self.endless else count


def parse_integer(query: Mapping[str, str], name: str, default: int) -> int:
    """A number from the query; Refusal 400 where it is none."""
    text = query.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.removeprefix("-").isdigit()):
        raise invalid_parameter(name)
    return int(text)


def parse_limit(query: Mapping[str, str], bounds: Bounds) -> int:
    limit = parse_integer(query, "limit", bounds.default)
    if not 1 <= limit <= bounds.max_limit:
        raise invalid_parameter("limit")
    return limit


def parse_window(
    query: Mapping[str, str], bounds: Bounds, *, endless: bool = False
) -> Window:
    """The window that a query asks for; Refusal 400 out of bounds."""
    offset = parse_integer(query, "offset", 0)
    if not 0 <= offset <= bounds.max_offset:
        raise invalid_parameter("offset")
    return Window(parse_limit(query, bounds), offset, endless)


@dataclass(frozen=True, slots=True)
class PageSerializer:
    """Writes the envelope of one endpoint's pages; `query` stays in its links."""

    links: Links
    path: str
    query: Mapping[str, str]

    def page(self, window: Window, items: Sequence[Any], count: int) -> Json:
        """`items` are the window's, `count` those of the whole list."""
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
        kept = {k: v for k, v in self.query.items() if k not in {"offset", "limit"}}
        return self.links.api(self.path, kept | {"offset": offset, "limit": limit})
