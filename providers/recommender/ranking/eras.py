"""Eras: the years that a query's era means, and the year of a song's release."""

import re
from datetime import date
from typing import Literal

from providers.lazy_imports import deferred_pattern
from providers.music import Track

Direction = Literal["earlier", "later"]
"""Where songs are to be from, beside those that were heard."""

_DECADE = deferred_pattern(r"[12]\d\d0s")

_RANGE = deferred_pattern(r"([1-9]\d{3})-([1-9]\d{3})")

_FIRST_YEAR = 1900  # no recording that can be streamed is older

# Years by which a song is felt as older or newer than another one.
_FELT = 5

# Without a song to compare with, songs of so many years ago are old, and new.
_OLD, _NEW = 15, 2

_YEAR = deferred_pattern(r"[1-9]\d{3}")

# What services write behind the title of an old recording that was issued again.
_REMASTER = deferred_pattern(r"\bremaster", re.IGNORECASE)

_NAMED_YEAR = deferred_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")

# Remasters are a thing of the compact disc: before it, a release is the original.
_FIRST_REMASTERS = 1985


def years_of(era: str) -> tuple[int, int] | None:
    """Return the first and the last year of an era, None for what is no era.

    >>> years_of("1990s"), years_of("1994"), years_of("1900-1989"), years_of("long ago")
    ((1990, 1999), (1994, 1994), (1900, 1989), None)
    """
    if (years := _RANGE.fullmatch(era)) and years[1] <= years[2]:
        return int(years[1]), int(years[2])
    if _DECADE.fullmatch(era):
        first = int(era[:4])
        return first, first + 9
    return (int(era), int(era)) if _YEAR.fullmatch(era) else None


def era_beside(
    direction: Direction, today: date, *, heard: int | None = None, era: str = ""
) -> str:
    """Return the era of songs that are older, or newer, than what was heard.

    `heard`: the year of the song that was heard last. `era`: the one that was asked for
    before: songs beside it are outside it.
    """
    bounds = [heard + (-_FELT if direction == "earlier" else _FELT)] if heard else []
    if (years := years_of(era)) is not None:
        bounds += _beside(direction, years, today.year, is_compared=heard is not None)
    if direction == "earlier":
        last = max(min(bounds, default=today.year - _OLD), _FIRST_YEAR)
        return f"{_FIRST_YEAR}-{last}"
    first = max(bounds, default=today.year - _NEW)
    return f"{min(first, today.year)}-{today.year}"


def _beside(
    direction: Direction, years: tuple[int, int], this_year: int, *, is_compared: bool
) -> list[int]:
    """Return the bound that years set which were asked for before, if there is one.

    Years without a beginning, or up to today, come from such a wish themselves: they
    count only where no song is there to be compared with.
    """
    first, last = years
    if first == _FIRST_YEAR or last == this_year:
        if is_compared:
            return []
        return [last - _FELT if direction == "earlier" else first + _FELT]
    return [first - 1 if direction == "earlier" else last + 1]


def bound_of(era: str) -> tuple[Direction, int] | None:
    """Return whether an era is up to a year or since one, and that year; else None.

    >>> bound_of("1900-1989"), bound_of("2015-2026"), bound_of("1990s")
    (('earlier', 1990), ('later', 2015), None)
    """
    years = _RANGE.fullmatch(era)
    if years is None:
        return None
    if int(years[1]) == _FIRST_YEAR:
        return "earlier", int(years[2]) + 1
    return "later", int(years[1])


def era_at(era: str, today: date) -> str:
    """Return the era itself; the year for `this-year` and `last-year`."""
    years_ago = {"this-year": 0, "last-year": 1}
    return str(today.year - years_ago[era]) if era in years_ago else era


def release_year(track: Track) -> int | None:
    """Return the year in which the song came out, None where that is not known.

    Known is the year of its album. A remaster on an album of its own is older than
    that, nobody can tell by how much.
    """
    released = (track.album.released if track.album else None) or ""
    if not _YEAR.fullmatch(released[:4]):
        return None
    year = int(released[:4])
    remaster = _REMASTER.search(track.title)
    if not remaster or year < _FIRST_REMASTERS:
        return year
    named = [int(text) for text in _NAMED_YEAR.findall(track.title)]
    return year if named and year < min(named) else None
