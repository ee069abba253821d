"""Catalogue: artists grouped by genre, albums, tracks, podcasts and episodes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

AlbumKind = Literal["album", "single", "compilation"]


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueArtist:
    """An artist.

    genre: the group that the artist belongs to.
    genres: as the Web API shows them; may be empty.
    rank: the place in the group; 0 is the best known.
    popularity: 0 to 100.
    """

    id: str
    name: str
    genre: str
    genres: tuple[str, ...]
    rank: int
    popularity: int


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueAlbum:
    """An album.

    artists: the main artists.
    released: a year, a month or a day (ISO 8601), as precisely as it is known.
    popularity: 0 to 100.
    """

    id: str
    name: str
    artists: tuple[CatalogueArtist, ...]
    kind: AlbumKind
    released: str
    popularity: int
    tracks: "list[CatalogueTrack]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class CatalogueTrack:
    """A track.

    artists: the main artist first, then guests.
    number: the place on the album, from 1.
    playable: whether the track is available in the listener's country.
    popularity: 0 to 100.
    """

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
    """A podcast with its episodes."""

    id: str
    name: str
    publisher: str
    language: str
    episodes: "list[Episode]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Episode:
    """An episode of a podcast; `released` is a day (ISO 8601)."""

    id: str
    title: str
    show: CatalogueShow = field(repr=False)
    released: str
    duration_ms: int


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All artists, albums, tracks and podcasts.

    by_genre: each genre's artists, by rank.
    by_artist: each artist id's albums, newest first.
    guests: for each artist id the albums of other artists with this guest.
    by_id: everything by its id.
    """

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
