"""Text widths: how many columns a text takes on a screen.

A column is about the width of a Latin letter. A Chinese, Japanese or Korean character
takes two, a word joiner none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import east_asian_width

_JOINER = "\u2060"
_NOT_LATIN = re.compile("[^\0-\u024f\u2010-\u2027]")  # of two columns, perhaps


def columns(text: str) -> int:
    """Return the width of a text."""
    return len(text) if is_latin(text) else sum(_widths(text))


def is_latin(text: str) -> bool:
    """Return whether each character takes one column."""
    return not _NOT_LATIN.search(text)


def characters_within(text: str, limit: int) -> int:
    """Return how many of the first `limit` characters fit into as many columns."""
    if len(text) <= limit // 2 or text.isascii():
        return limit
    ends = list(accumulate(_widths(text[:limit])))
    return bisect_right(ends, limit) if ends[-1] > limit else limit


def _widths(text: str) -> Iterator[int]:
    return (1 + (east_asian_width(c) in "FW") - (c == _JOINER) for c in text)
