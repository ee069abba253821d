"""Everything that can be played: artists in clusters, their albums and their songs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

AlbumKind = Literal["album", "single", "compilation"]


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueArtist:
    """`genre` is the cluster; `rank` the place in it, 0 the best known."""

    id: str
    name: str
    genre: str
    genres: tuple[str, ...]
    rank: int
    popularity: int


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueAlbum:
    """`released` as precisely as it is known: a year, a month or a day."""

    id: str
    name: str
    artists: tuple[CatalogueArtist, ...]
    kind: AlbumKind
    released: str
    popularity: int
    tracks: "list[CatalogueTrack]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueTrack:
    id: str
    title: str
    artists: tuple[CatalogueArtist, ...]
    album: CatalogueAlbum = field(repr=False)
    number: int
    duration_ms: int
    isrc: str
    explicit: bool
    playable: bool
    popularity: int


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueShow:
    id: str
    name: str
    publisher: str
    language: str
    episodes: "list[Episode]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Episode:
    id: str
    title: str
    show: CatalogueShow = field(repr=False)
    released: str
    duration_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """`by_genre` lists by rank, `by_artist` by release, newest first; `guests` are the
    albums of others on which an artist can be heard."""

    artists: Sequence[CatalogueArtist]
    albums: Sequence[CatalogueAlbum]
    tracks: Sequence[CatalogueTrack]
    shows: Sequence[CatalogueShow]
    by_genre: Mapping[str, Sequence[CatalogueArtist]]
    by_artist: Mapping[str, Sequence[CatalogueAlbum]]
    guests: Mapping[str, Sequence[CatalogueAlbum]]
    by_id: Mapping[
        str, CatalogueArtist | CatalogueAlbum | CatalogueTrack | CatalogueShow | Episode
    ]
