"""Text widths: how many columns a text and its words take on a screen.

A column is about the width of a Latin letter. A Chinese, Japanese or Korean character
takes two, and a line may end after each of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import east_asian_width

_NOT_LATIN = re.compile("[^\0-\u024f\u2010-\u2027]")  # of two columns, perhaps
# A line may also end after a hyphen.
_WORD = re.compile(r"[^\s\-\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+-?")


def columns(text: str) -> int:
    """Return the width of a text."""
    return sum(_widths(text)) if _NOT_LATIN.search(text) else len(text)


def characters_within(text: str, limit: int) -> int:
    """Return how many of the first `limit` characters fit into as many columns."""
    if len(text) <= limit // 2 or text.isascii():
        return limit
    ends = list(accumulate(_widths(text[:limit])))
    return bisect_right(ends, limit) if ends[-1] > limit else limit


def title_widths(text: str) -> tuple[int, int]:
    """Return the width of a text and of its first word, which no line may break."""
    first = _WORD.search(text)
    return columns(text), columns(first[0]) if first else 0


def longest_word(text: str) -> int:
    """Return the width of the longest word."""
    return max(map(columns, _WORD.findall(text)), default=0)


def _widths(text: str) -> Iterator[int]:
    return (1 + (east_asian_width(char) in "FW") for char in text)
