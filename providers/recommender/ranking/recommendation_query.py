"""Recommendation query: what was asked for, as facets that a track can match.

A query names moods, activities and genres by the ids of the moods file. `Moods` maps
spoken names to these ids, and ids to what they mean in music (`Facet`).
"""

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

import msgspec

from providers.music import Value
from providers.recommender.ranking.domain_types import Evidence, Signal
from providers.recommender.ranking.track_identity import artist_key

Novelty = Literal["new", "familiar"]
"""`new`: only discoveries. `familiar`: only songs from the listener's own lists."""

# A facet met by the artist says more than a word in a title.
_BY_ARTIST, _BY_GENRE, _BY_NEAR_GENRE, _BY_WORD = 1.0, 1.0, 0.7, 0.4

# Somebody who names an artist wants that artist before others like them.
_RELATED_GENRES = 0.6


class RecommendationQuery(Value, frozen=True):
    """What a listener asked for; every attribute is optional.

    `mood`, `activity`: ids of the moods file, the same in every language.
    `genre`: such an id, or the genre as it was spoken. `artist`: as it was spoken.
    `novelty`: new songs or familiar ones, None for both.
    """

    mood: str | None = None
    activity: str | None = None
    genre: str | None = None
    artist: str | None = None
    novelty: Novelty | None = None

    @property
    def has_facets(self) -> bool:
        """Whether the query asks for anything but novelty."""
        return any((self.mood, self.activity, self.genre, self.artist))

    def name(self) -> str:
        """Return a hash of the query (16 hex digits) for cache keys.

        `novelty` is not part of the hash: one ranking answers both kinds.
        """
        facets = (self.mood, self.activity, self.genre, self.artist)
        text = "\0".join(map(str, facets))
        return blake2b(text.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Facet:
    """One part of a query in musical terms; a track meets it or not.

    `signal`: the kind of evidence that a match gives. `about`: what the listener called
    it, or the id of the mood. `genres`, `words` (of a title): lower case.
    `artists`: artist keys.
    """

    signal: Signal
    about: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def by_genre(self) -> Signal:
        """The signal of a match by genre.

        A track of the asked artist's genre is not by that artist: `kindred`.
        """
        return "kindred" if self.signal == "asked_artist" else self.signal

    def met(
        self, artists: Collection[str], genres: Collection[str], title: str
    ) -> Evidence | None:
        """Return the evidence that a track meets this facet, or None.

        `artists` are the track's artist keys, `genres` are lower case. A match by
        artist counts before one by genre, and that before one by a word of the title.
        """
        if not set(self.artists).isdisjoint(artists):
            return Evidence(self.signal, _BY_ARTIST, self.about)
        if strength := genre_match(self.genres, genres):
            signal = self.by_genre
            strength *= _RELATED_GENRES if signal == "kindred" else 1
            return Evidence(signal, strength, self.about)
        title_words = title.casefold().split()
        if any(word in title_words for word in self.words):
            return Evidence(self.signal, _BY_WORD, self.about)
        return None


def genre_match(wanted: Sequence[str], genres: Collection[str]) -> float:
    """Return 1 if a genre is wanted, 0.7 if it is a kind of a wanted genre, else 0.

    >>> genre_match(["jazz"], ["vocal jazz"])
    0.7
    """
    if any(genre in genres for genre in wanted):
        return _BY_GENRE
    genre_words = [set(genre.split()) for genre in genres]
    near = any(set(genre.split()) < words for genre in wanted for words in genre_words)
    return _BY_NEAR_GENRE if near else 0.0


class Mood(Value, frozen=True):
    """A mood, an activity or a genre of the moods file.

    `id`: its name in the file. `genres`, `words` (of a title): lower case.
    `artists`: names. `said`: maps a language code to the spoken names, the first of
    which is the one that the skill says.
    """

    id: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    said: Mapping[str, tuple[str, ...]] = {}

    def facet(self, signal: Signal) -> Facet:
        """Return what this entry means in music, as evidence of kind `signal`."""
        keys = tuple(artist_key(name) for name in self.artists)
        return Facet(signal, self.id, self.genres, keys, self.words)


Kind = Literal["mood", "activity", "genre"]


class MoodsUnreadable(Exception):
    """The moods file is not valid; the message names the entry."""


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
_QUANTIFIERS = {
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
    """The moods, activities and genres of the moods file.

    `entries`: by kind, then by id.
    """

    entries: Mapping[Kind, Mapping[str, Mood]]

    def get(self, kind: Kind, entry_id: str | None) -> Mood | None:
        """Return the entry with this id, or None."""
        return self.entries[kind].get(entry_id or "")

    def find(self, kind: Kind, spoken_name: str, language: str) -> Mood | None:
        """Return the entry with this spoken name in `language` ("en", "ja"), or None.

        Case and hyphens are ignored; an id counts as a name in every language.
        """
        wanted = _without_hyphens(spoken_name)
        for mood in self.entries[kind].values():
            names = (mood.id, *mood.said.get(language, ()))
            if wanted in map(_without_hyphens, names):
                return mood
        return None

    def name(self, kind: Kind, entry_id: str, language: str) -> str:
        """Return the name that the skill says in `language`; else `entry_id` itself."""
        entry = self.get(kind, entry_id)
        names = entry.said.get(language) if entry else None
        return names[0] if names else entry_id


def without_quantifier(spoken: str, language: str) -> str:
    """Return the spoken words without "some" and the like, unless nothing would remain.

    >>> without_quantifier("some jazz", "en")
    'jazz'
    """
    pattern = _QUANTIFIERS.get(language)
    remaining = pattern.sub("", spoken) if pattern else spoken
    return remaining.strip() or spoken


def parse_moods(toml: str) -> Moods:
    """Return the entries of a moods file. Raise `MoodsUnreadable`."""
    try:
        contents = msgspec.convert(tomllib.loads(toml), _Contents)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise MoodsUnreadable(str(error)) from error
    return Moods(
        {
            "mood": _moods(contents.moods),
            "activity": _moods(contents.activities),
            "genre": _moods(contents.genres),
        }
    )


def _without_hyphens(name: str) -> str:
    return artist_key(name.replace("-", " "))


def _moods(entries: Mapping[str, _Entry]) -> dict[str, Mood]:
    return {entry_id: _mood(entry_id, entry) for entry_id, entry in entries.items()}


def _mood(entry_id: str, entry: _Entry) -> Mood:
    if not entry.genres or not all(entry.said.values()):
        raise MoodsUnreadable(f"{entry_id} needs a genre, and a name in each language")
    return Mood(
        id=entry_id,
        genres=tuple(genre.casefold() for genre in entry.genres),
        artists=entry.artists,
        words=tuple(word.casefold() for word in entry.words),
        said=entry.said,
    )
