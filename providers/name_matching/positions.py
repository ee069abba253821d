"""Numbers that stand for a name: a place in a list, or what tells a series apart.

"Playlist number 16" is a place. "Daily Mix 1" and "Daily Mix 2" are a series.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Literal

import msgspec

from providers.lazy_imports import deferred_pattern
from providers.name_matching.normalization import normal_form

Noun = Literal["playlist", "track"]

_PLAYLIST_NOUNS = (
    "playlist playlists list liste lista wiedergabeliste ぷれいりすと りすと"
)
_TRACK_NOUNS = (
    "track song title titel lied stuck titre morceau chanson piste cancion tema pista "
    "brano canzone traccia musica faixa cancao 曲 曲目 とらっく"
)
_NOUNS: dict[str, Noun] = dict.fromkeys(_PLAYLIST_NOUNS.split(), "playlist")
_NOUNS |= dict.fromkeys(_TRACK_NOUNS.split(), "track")
_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_POSITION = deferred_pattern(
    rf"(?:(?:the|my|la|le|el|il|die|der|das|a|o) )?(?P<noun>{_NOUN})?+ ?"
    rf"(?:の ?)?(?P<label>number )?(?P<number>\d{{1,5}}) ?(?:の ?)?(?P<after>{_NOUN})?+"
)
_NUMBER = deferred_pattern(r"\d+")
_LABEL_AT_END = deferred_pattern(
    r"\W++(?:vol|volume|no|nr|pt|part|teil)?\W*+$", re.IGNORECASE
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Position(msgspec.Struct, frozen=True):
    """A place in a list, from 1.

    - `noun`: what is counted; None where only a number was said
    - `labelled`: "number 3" or "track 3", not just "3"
    """

    number: int
    noun: Noun | None
    labelled: bool


def spoken_position(spoken: str, language: str) -> Position | None:
    """Return the place in a list that was spoken; None where the words mean no place.

    >>> spoken_position("playlist number sixteen", "en")
    Position(number=16, noun='playlist', labelled=True)
    """
    found = _POSITION.fullmatch(normal_form(spoken, language).words)
    if found is None or "巻" in spoken or spoken.startswith("第"):
        return None
    noun = found["noun"] or found["after"]
    labelled = bool(noun or found["label"] or "番" in spoken)
    return Position(int(found["number"]), _NOUNS.get(noun or ""), labelled)


def spoken_place(spoken: str, names: Sequence[str], language: str) -> int | None:
    """Return the index of the name whose place in the list was spoken, or None.

    A number that is not in a series of the names ("my playlist number five" beside "My
    Playlist #3") is no place.
    """
    position = spoken_position(spoken, language)
    if position is None or not 0 < position.number <= len(names):
        return None
    stem = _NUMBER.sub("#", normal_form(spoken, language).words)
    forms = (normal_form(name, language) for name in names)
    counted = (f.words for f in forms if position.noun and len(f.numbers) == 1)
    if any(_NUMBER.sub("#", words) == stem for words in counted):
        return None
    return position.number - 1


class Series(msgspec.Struct, frozen=True):
    """Names that differ in one number only.

    - `name`: what they have in common, as it is written
    - `numbers`: the number of each name, in the names' order
    """

    name: str
    numbers: tuple[int, ...]

    @property
    def of_years(self) -> bool:
        """Whether all the numbers are years."""
        return all(_FIRST_YEAR <= number <= _LAST_YEAR for number in self.numbers)


def series_of(names: Sequence[str], language: str) -> Series | None:
    """Return the series that the names are; None for other names and for one alone."""
    forms = [normal_form(name, language) for name in names]
    stems = {series_stem(name, language) for name in names}
    numbers = tuple(int(form.numbers[0]) for form in forms if len(form.numbers) == 1)
    if len(stems) != 1 or None in stems or len(set(numbers)) != len(names) or not names:
        return None
    words = (stems.pop() or "").replace("#", " ")
    return Series(_common_beginning(names) or " ".join(words.split()), numbers)


def in_order(names: Sequence[str], indices: Sequence[int], language: str) -> list[int]:
    """Return the indices by the numbers of a series; as they are for other names."""
    series = series_of([names[index] for index in indices], language)
    if series is None:
        return list(indices)
    return [index for _, index in sorted(zip(series.numbers, indices, strict=True))]


def whole_series(
    names: Sequence[str], indices: Sequence[int], language: str
) -> list[int]:
    """Return the indices of the series that these are part of; else the indices."""
    if series_of([names[index] for index in indices], language) is None:
        return list(indices)
    stem = series_stem(names[indices[0]], language)
    return [i for i, name in enumerate(names) if series_stem(name, language) == stem]


def series_stem(name: str, language: str) -> str | None:
    """Return the name's words with a sign for its number; None without just one."""
    form = normal_form(name, language)
    if len(form.numbers) != 1 or f"{form.numbers[0]}s" in form.words.split():
        return None
    return _NUMBER.sub("#", form.core_words)


def _common_beginning(names: Sequence[str]) -> str:
    """Return the words that all names begin with, without a label and half a number."""
    columns = zip(*[name.casefold() for name in names], strict=False)
    same = list(takewhile(lambda column: len(set(column)) == 1, columns))
    whole = names[0][: len(same)]
    if not whole.endswith(" "):
        whole = whole.rpartition(" ")[0] or re.sub(r"\d+$", "", whole)
    return _LABEL_AT_END.sub("", f"{whole} ").strip()
