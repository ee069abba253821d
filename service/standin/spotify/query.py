"""The language of searches, and what a listener would type for a name."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

# https://developer.spotify.com/documentation/web-api/reference/search
_FILTER = re.compile(
    r'(?P<name>album|artist|track|year|genre|isrc|upc|tag):(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))',
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Query:
    """`words` are to be found anywhere, each filter's value in its own field."""

    words: tuple[str, ...]
    filters: Mapping[str, str]

    @classmethod
    def parsed(cls, text: str) -> "Query":
        """Fields may be quoted or one word long; a broken one counts as words."""
        filters = {
            match["name"].lower(): plain(match["quoted"] or match["bare"] or "")
            for match in _FILTER.finditer(text)
        }
        rest = plain(_FILTER.sub(" ", text).replace('"', " "))
        return cls(tuple(rest.split()), filters)


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Without case and accents: what a listener would type.

    https://www.unicode.org/versions/latest/core-spec/chapter-3/ (caseless matching)
    """
    folded = text
    for form in ("NFD", "NFKD"):
        folded = unicodedata.normalize(form, folded).casefold()
    parts = unicodedata.normalize("NFKD", folded)
    return "".join(one for one in parts if not unicodedata.combining(one))


def years(text: str) -> tuple[int, int] | None:
    """`1984` or `1980-1989` as first and last year; None for anything else."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    return None if match is None else (int(match[1]), int(match[2] or match[1]))
