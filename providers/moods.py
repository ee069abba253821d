"""Moods, activities and genres, read from the data file beside this module."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from providers.recommending.identity import artist_key
from providers.recommending.wishes import Mood

FILE = Path(__file__).with_name("moods.toml")

Kind = Literal["mood", "activity", "genre"]


class MoodsUnreadable(Exception):
    """The data file says something that it cannot mean; the text names the entry."""


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    genres: tuple[str, ...]
    said: dict[str, tuple[str, ...]]
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class _Contents(msgspec.Struct, forbid_unknown_fields=True):
    moods: dict[str, _Entry]
    activities: dict[str, _Entry]
    genres: dict[str, _Entry]


# "Some jazz" means jazz; recognisers leave the first word in, or in another slot.
_SOME = {
    language: re.compile(rf"^(?:(?:{elided})['’]|(?:{words})\s+)", re.IGNORECASE)
    for language, words, elided in (
        ("de", "etwas|ein bisschen|ein wenig|ein paar", "(?!)"),
        ("en", "some|any|a bit of|a little", "(?!)"),
        ("es", "algo de|un poco de|del|de la|de", "(?!)"),
        ("fr", "un peu de|quelque chose de|du|de la|des|de", "un peu d|de l|d"),
        ("it", "un po['’] di|qualcosa di|del|dello|della|dei|di", "dell|un po['’] d|d"),
        ("pt", "um pouco de|algo de|do|da|de", "(?!)"),
    )
} | {"ja": re.compile("(?:に合う|のときに聴く|のときの|のとき|用の|向けの|っぽい)$")}


@dataclass(frozen=True, slots=True)
class Moods:
    """Every mood, activity and genre of the file by its id."""

    entries: Mapping[Kind, Mapping[str, Mood]]

    def get(self, kind: Kind, name: str | None) -> Mood | None:
        """The entry with this id."""
        return self.entries[kind].get(name or "")

    def find(self, kind: Kind, said: str, language: str) -> Mood | None:
        """The entry that somebody means who says this in that language ("en")."""
        wanted = _plain(said)
        for mood in self.entries[kind].values():
            if wanted in map(_plain, (mood.id, *mood.said.get(language, ()))):
                return mood
        return None

    def name(self, kind: Kind, entry_id: str, language: str) -> str:
        """How the skill says an entry; an unknown one as it stands."""
        entry = self.get(kind, entry_id)
        said = entry.said.get(language) if entry else None
        return said[0] if said else entry_id


def bare(said: str, language: str) -> str:
    """What is wished for, without the words that only ask for some of it."""
    left = _SOME[language].sub("", said) if language in _SOME else said
    return left.strip() or said


def read_moods(text: str | None = None) -> Moods:
    """From TOML, by default the file's. Raises `MoodsUnreadable`."""
    text = FILE.read_text(encoding="utf-8") if text is None else text
    try:
        contents = msgspec.convert(tomllib.loads(text), _Contents)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise MoodsUnreadable(str(error)) from error
    return Moods(
        {
            "mood": _moods(contents.moods),
            "activity": _moods(contents.activities),
            "genre": _moods(contents.genres),
        }
    )


def _plain(name: str) -> str:
    return artist_key(name.replace("-", " "))


def _moods(entries: Mapping[str, _Entry]) -> dict[str, Mood]:
    return {name: _mood(name, entry) for name, entry in entries.items()}


def _mood(name: str, entry: _Entry) -> Mood:
    if not entry.genres or not all(entry.said.values()):
        raise MoodsUnreadable(f"{name} needs a genre, and a name in each language")
    return Mood(
        id=name,
        genres=tuple(genre.casefold() for genre in entry.genres),
        artists=entry.artists,
        words=tuple(word.casefold() for word in entry.words),
        said=entry.said,
    )
