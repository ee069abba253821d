"""Eras: the years that a query's era means, and the year of a song's release."""

import re
from datetime import date

from providers.music import Track

_DECADE = re.compile(r"[12]\d\d0s")

_YEAR = re.compile(r"[1-9]\d{3}")

# What services write behind the title of an old recording that was issued again.
_REMASTER = re.compile(r"\bremaster", re.IGNORECASE)

_NAMED_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

# Remasters are a thing of the compact disc: before it, a release is the original.
_FIRST_REMASTERS = 1985


def years_of(era: str) -> tuple[int, int] | None:
    """Return the first and the last year of an era, None for what is no era.

    >>> years_of("1990s"), years_of("1994"), years_of("long ago")
    ((1990, 1999), (1994, 1994), None)
    """
    if _DECADE.fullmatch(era):
        first = int(era[:4])
        return first, first + 9
    return (int(era), int(era)) if _YEAR.fullmatch(era) else None


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
