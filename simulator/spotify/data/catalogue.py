"""Everything that can be played: artists in clusters, their albums and their songs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

AlbumKind = Literal["album", "single", "compilation"]


@dataclass(frozen=True, slots=True, eq=False)
class Artist:
    """`genre` is the cluster; `rank` the place in it, 0 the best known."""

    id: str
    name: str
    genre: str
    genres: tuple[str, ...]
    rank: int
    popularity: int


@dataclass(frozen=True, slots=True, eq=False)
class Album:
    """`released` as precisely as it is known: a year, a month or a day."""

    id: str
    name: str
    artists: tuple[Artist, ...]
    kind: AlbumKind
    released: str
    popularity: int
    tracks: "list[Track]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    id: str
    title: str
    artists: tuple[Artist, ...]
    album: Album = field(repr=False)
    number: int
    duration_ms: int
    isrc: str
    explicit: bool
    playable: bool
    popularity: int


@dataclass(frozen=True, slots=True, eq=False)
class Show:
    id: str
    name: str
    publisher: str
    language: str
    episodes: "list[Episode]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Episode:
    id: str
    title: str
    show: Show = field(repr=False)
    released: str
    duration_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """`by_genre` lists by rank, `by_artist` by release, newest first; `guests` are the
    albums of others on which an artist can be heard."""

    artists: Sequence[Artist]
    albums: Sequence[Album]
    tracks: Sequence[Track]
    shows: Sequence[Show]
    by_genre: Mapping[str, Sequence[Artist]]
    by_artist: Mapping[str, Sequence[Album]]
    guests: Mapping[str, Sequence[Album]]
    by_id: Mapping[str, Artist | Album | Track | Show | Episode]
