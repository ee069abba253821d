"""What a listener asked for, and how well a track meets it."""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Literal

import msgspec

from providers.music import Value
from providers.recommender.ranking.model import Evidence, Signal
from providers.recommender.ranking.track_identity import artist_key

Novelty = Literal["new", "familiar"]

# A facet met by the artist says more than a word in a title.
_BY_ARTIST, _BY_GENRE, _BY_NEAR_GENRE, _BY_WORD = 1.0, 1.0, 0.7, 0.4

# Somebody who names an artist wants that artist before others like them.
_RELATED_GENRES = 0.6


class RecommendationQuery(Value, frozen=True):
    """What was asked for; everything is optional, and ids are language-free.

    `mood` and `activity` are ids of the moods file, `genre` is one too or as spoken,
    `artist` is as spoken.
    """

    mood: str | None = None
    activity: str | None = None
    genre: str | None = None
    artist: str | None = None
    novelty: Novelty | None = None

    @property
    def has_facets(self) -> bool:
        """Whether anything but novelty was asked for."""
        return any((self.mood, self.activity, self.genre, self.artist))

    def name(self) -> str:
        """A short name of this wish that tells nothing, for keys; novelty aside."""
        sides = "\0".join(map(str, (self.mood, self.activity, self.genre, self.artist)))
        return blake2b(sides.encode(), digest_size=8).hexdigest()

    def legible(self) -> "RecommendationQuery":
        """The same without what no text can hold: halves of surrogate pairs."""
        sides = msgspec.structs.asdict(self).items()
        return RecommendationQuery(
            **{k: v and v.encode(errors="replace").decode() for k, v in sides}
        )


@dataclass(frozen=True, slots=True)
class Facet:
    """One side of a wish, in musical terms; `about` is what the listener called it.

    `artists` are artist keys; `genres` and `words` are lower case.
    """

    signal: Signal
    about: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def by_genre(self) -> Signal:
        """A track of the asked artist's genre is not by that artist."""
        return "kindred" if self.signal == "asked_artist" else self.signal

    def met(
        self, artists: Collection[str], genres: Collection[str], title: str
    ) -> Evidence | None:
        """The fact by which a track meets this facet, if it does."""
        if not set(self.artists).isdisjoint(artists):
            return Evidence(self.signal, _BY_ARTIST, self.about)
        if strength := genre_match(self.genres, genres):
            signal = self.by_genre
            strength *= _RELATED_GENRES if signal == "kindred" else 1
            return Evidence(signal, strength, self.about)
        words = title.casefold().split()
        if any(word in words for word in self.words):
            return Evidence(self.signal, _BY_WORD, self.about)
        return None


def genre_match(wanted: Sequence[str], genres: Collection[str]) -> float:
    """1 for the same genre, a little less for a kind of it, else 0.

    >>> genre_match(["jazz"], ["vocal jazz"])
    0.7
    """
    if any(genre in genres for genre in wanted):
        return _BY_GENRE
    kinds = [set(genre.split()) for genre in genres]
    near = any(set(genre.split()) < kind for genre in wanted for kind in kinds)
    return _BY_NEAR_GENRE if near else 0.0


class Mood(Value, frozen=True):
    """An entry of the moods file; `said` maps a language to its names."""

    id: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    said: Mapping[str, tuple[str, ...]] = {}

    def facet(self, signal: Signal) -> Facet:
        keys = tuple(artist_key(name) for name in self.artists)
        return Facet(signal, self.id, self.genres, keys, self.words)


# FOLDED Moods, activities and genres, read from the data file beside this module.

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


def without_quantifier(said: str, language: str) -> str:
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
