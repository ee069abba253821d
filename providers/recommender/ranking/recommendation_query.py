"""Recommendation query: what was asked for.

A query names moods, activities, genres, eras and the like by the ids of the moods file.
`Moods` maps spoken names to these ids, and ids to what they mean in music.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from typing import Literal

import msgspec

from providers.music import Value
from providers.recommender.ranking.domain_types import Signal
from providers.recommender.ranking.eras import Direction, bound_of
from providers.recommender.ranking.facets import Facet
from providers.recommender.ranking.track_identity import artist_key

Novelty = Literal["new", "familiar"]
"""`new`: only discoveries. `familiar`: only songs from the listener's own lists."""

ExclusionKind = Literal[
    "mood", "activity", "genre", "language", "era", "artist", "name", "song"
]

MOST_UNWANTED = 10
"""Exclusions of one query; a listener may add to the last query again and again."""


class Exclusion(Value, frozen=True):
    """Something that must not be recommended.

    `kind` and `value`: an id of the moods file and its kind; for `artist` a name; for
    `name` the words as they were spoken, which may be those of an artist, a genre or a
    title; for `song` its song key. `title`: what a song is called.
    """

    kind: ExclusionKind
    value: str
    title: str | None = None


Part = Literal["kind", "era", "source", "artist"]
"""A part of a query that may be left out where no song meets all of it."""

_PARTS: Mapping[Part, tuple[str, ...]] = {
    "kind": ("mood", "activity", "genre"),
    "era": ("era",),
    "source": ("source",),
}


class RecommendationQuery(Value, frozen=True):
    """What a listener asked for; every attribute is optional.

    - `mood`, `activity`: ids of the moods file, the same in every language.
    - `genre`: such an id, or the genre as it was spoken.
    - `artist`: as it was spoken; songs by this artist, and songs like theirs.
    - `performer`: as it was spoken; songs by this artist only.
    - `era`: a decade (`1990s`), a year (`1994`) or years (`1900-1989`) of release.
    - `language`: an id of the moods file: what the songs are sung in.
    - `source`: an id of the moods file: only songs from this part of the library.
    - `unwanted`: what the songs must not be, ten at most.
    - `novelty`: new songs or familiar ones, None for both.
    """

    mood: str | None = None
    activity: str | None = None
    genre: str | None = None
    artist: str | None = None
    novelty: Novelty | None = None
    performer: str | None = None
    era: str | None = None
    language: str | None = None
    source: str | None = None
    unwanted: tuple[Exclusion, ...] = ()

    @property
    def has_facets(self) -> bool:
        """Whether the query asks for anything but novelty and exclusions."""
        return self != self.plain()

    @property
    def is_era_alone(self) -> bool:
        """Whether the query asks for an era, and for no other kind of music."""
        plain = msgspec.structs.replace(self, era=None)
        return self.has_facets and not plain.has_facets

    def name(self) -> str:
        """Return a hash of the query (16 hex digits) for cache keys.

        `novelty` is not part of the hash: one ranking answers both kinds.
        """
        facets = msgspec.structs.replace(self, novelty=None)
        packed = msgspec.json.encode(facets)
        return blake2b(packed, digest_size=8).hexdigest()

    def plain(self) -> "RecommendationQuery":
        """Return the query without its wishes; what is unwanted stays so."""
        return RecommendationQuery(novelty=self.novelty, unwanted=self.unwanted)

    def weaker(self) -> Iterator[tuple["RecommendationQuery", tuple[Part, ...]]]:
        """Yield queries that ask for less and less, and what each of them lacks.

        The kind of music is left out only where a performer or a language remains:
        elsewhere a song need not meet every word of it anyway. The last one is all of
        the query but the artist's name.
        """
        query, dropped = self, tuple[Part, ...]()
        for part, names in _PARTS.items():
            if part == "kind" and not (self.performer or self.language):
                continue
            less = msgspec.structs.replace(query, **dict.fromkeys(names))
            if less != query and less.has_facets:
                query, dropped = less, (*dropped, part)
                yield query, dropped
        nameless = msgspec.structs.replace(self, artist=None, performer=None)
        if nameless != self and nameless.has_facets:
            yield nameless, ("artist",)


class Mood(Value, frozen=True):
    """A mood, an activity, a genre or the like of the moods file.

    `id`: its name in the file. `genres`, `words` (of a title): lower case.
    `artists`: names. `said`: maps a language code to the spoken names, the first of
    which is the one that the skill says. `mood`: of a change, the id of the mood that
    it leads to; `era`: or whether to earlier years or to later ones. `mood` of a mood:
    what who feels so wants to hear, where that is another mood. Of a genre, `within`:
    the id of the genre that it is a kind of, or `mood`: the mood that is closest to it.
    `heads` of an activity: maps a language code to the verbs of clauses that mean it.
    """

    id: str
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    mood: str | None = None
    era: Direction | None = None
    within: str | None = None
    said: Mapping[str, tuple[str, ...]] = {}
    heads: Mapping[str, tuple[str, ...]] = {}

    def facet(self, signal: Signal) -> Facet:
        """Return what this entry means in music, as evidence of kind `signal`."""
        keys = tuple(artist_key(name) for name in self.artists)
        return Facet(signal, self.id, self.genres, keys, self.words)


Kind = Literal["mood", "activity", "genre", "era", "change", "source", "language"]
"""What an entry of the moods file is; slots have these names, too."""


class MoodsUnreadable(Exception):
    """The moods file is not valid; the message names the entry."""


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    said: dict[str, tuple[str, ...]]
    genres: tuple[str, ...] = ()
    artists: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    mood: str | None = None
    era: Direction | None = None
    within: str | None = None
    heads: dict[str, tuple[str, ...]] = {}


class _Contents(msgspec.Struct, forbid_unknown_fields=True):
    moods: dict[str, _Entry]
    activities: dict[str, _Entry]
    genres: dict[str, _Entry]
    eras: dict[str, _Entry] = {}
    changes: dict[str, _Entry] = {}
    sources: dict[str, _Entry] = {}
    languages: dict[str, _Entry] = {}
    genre_words: dict[str, dict[str, str]] = {}
    no_genres: frozenset[str] = frozenset()


class Moods:
    """The moods, activities and genres of the moods file.

    `read` returns the file's text. It is called at the first use, which raises
    `MoodsUnreadable` for a file that is not valid.
    """

    def __init__(self, read: Callable[[], str]) -> None:
        self._read = read

    @cached_property
    def entries(self) -> Mapping[Kind, Mapping[str, Mood]]:
        """The entries by kind, then by id."""
        contents = self._contents
        return {
            "mood": _moods(contents.moods, musical=True),
            "activity": _moods(contents.activities, musical=True),
            "genre": _moods(contents.genres, musical=True),
            "era": _moods(contents.eras),
            "change": _moods(contents.changes),
            "source": _moods(contents.sources),
            "language": _moods(contents.languages),
        }

    @cached_property
    def _contents(self) -> _Contents:
        import tomllib  # not before something is recommended

        try:
            contents = msgspec.convert(tomllib.loads(self._read()), _Contents)
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            raise MoodsUnreadable(str(error)) from error
        _check(contents)
        return contents

    def get(self, kind: Kind, entry_id: str | None) -> Mood | None:
        """Return the entry with this id, or None."""
        return self.entries[kind].get(entry_id or "")

    def wider(self, genre_id: str | None) -> Mood | None:
        """Return the genre that a genre is a kind of, or None."""
        genre = self.get("genre", genre_id)
        return self.get("genre", genre.within) if genre else None

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

    def genre_name(self, genre: str, language: str) -> str | None:
        """Return how `language` says a genre; None for a tag such as "workout".

        That is the name of a genre of the moods file; else the genre, or its words one
        by one, as the language writes them; else the genre itself.
        """
        if genre.casefold() in self._contents.no_genres:
            return None
        if entry := self.find("genre", genre, "en"):
            return self.name("genre", entry.id, language)
        known = self._contents.genre_words.get(language, {})
        if whole := known.get(genre.casefold()):
            return whole
        words = [known.get(word) for word in re.split(r"[\s-]+", genre.casefold())]
        return "".join(filter(None, words)) if all(words) else genre

    def exclusion_name(self, exclusion: Exclusion, language: str) -> str:
        """Return how the skill calls an exclusion in `language`."""
        kind = exclusion.kind
        if kind == "song":
            return exclusion.title or exclusion.value
        if kind == "artist" or kind == "name":  # noqa: PLR1714 - narrows the type
            return exclusion.value
        return self.name(kind, exclusion.value, language)

    def described(self, query: RecommendationQuery, language: str) -> list[str]:
        """Return what a query asks for, each part in words of `language`."""
        kinds: tuple[Kind, ...] = ("mood", "activity", "genre", "language", "era")
        named = (
            self.name(kind, entry_id, language)
            for kind in kinds
            if (entry_id := getattr(query, kind)) is not None
            and not (kind == "era" and bound_of(entry_id))
        )
        artists = (name for name in (query.artist, query.performer) if name)
        return [*named, *artists]


def _check(contents: _Contents) -> None:
    """Raise `MoodsUnreadable` where an entry names a mood or a genre that is none."""
    for entry_id, entry in (*contents.moods.items(), *contents.genres.items()):
        if entry.mood is not None and entry.mood not in contents.moods:
            raise MoodsUnreadable(f"{entry_id} needs a mood's id")
        if entry.within is not None and entry.within not in contents.genres:
            raise MoodsUnreadable(f"{entry_id} needs a genre's id")
    for change_id, change in contents.changes.items():
        if change.mood not in contents.moods and change.era is None:
            raise MoodsUnreadable(f"{change_id} needs a mood's id, or an era")


def _without_hyphens(name: str) -> str:
    return artist_key(name.replace("-", " "))


def _moods(entries: Mapping[str, _Entry], *, musical: bool = False) -> dict[str, Mood]:
    return {
        entry_id: _mood(entry_id, entry, musical=musical)
        for entry_id, entry in entries.items()
    }


def _mood(entry_id: str, entry: _Entry, *, musical: bool) -> Mood:
    """Return the entry; each needs a name, a `musical` one also a genre."""
    if (musical and not entry.genres) or not all(entry.said.values()):
        raise MoodsUnreadable(f"{entry_id} needs a genre, and a name in each language")
    return Mood(
        id=entry_id,
        genres=tuple(genre.casefold() for genre in entry.genres),
        artists=entry.artists,
        words=tuple(word.casefold() for word in entry.words),
        said=entry.said,
        mood=entry.mood,
        era=entry.era,
        within=entry.within,
        heads=entry.heads,
    )
