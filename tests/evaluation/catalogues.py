"""Catalogues of invented artists with ten tracks each, some of them with guests."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from simulator.spotify.data.catalogue import (
    Catalogue,
    CatalogueAlbum,
    CatalogueArtist,
    CatalogueTrack,
)
from simulator.spotify.data.catalogue_generator import catalogue_of
from simulator.spotify.data.ids import base62_id, isrc

GUEST_SHARE = 0.12  # of the tracks have a guest, where the artist has friends
ALBUM_SIZES = (6, 4)  # tracks; ten in all
SYLLABLES = (
    "ba", "bel", "co", "da", "del", "fa", "fen", "ga", "gor", "hu", "il", "ja", "ka",
    "kel", "la", "lor", "ma", "mir", "na", "nor", "o", "pa", "pel", "qui", "ra", "ro",
    "sa", "sel", "ta", "tor", "u", "va", "vel", "wa", "xan", "ya", "zo", "zin",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArtistOutline:
    """An artist before its tracks are invented.

    cluster: the group that the artist belongs to.
    genres: as the Web API sends them in the extended regime.
    popularity: 0 to 100.
    friends: the names of the artists who may be guests on its tracks.
    """

    name: str
    cluster: str
    genres: tuple[str, ...] = ()
    popularity: int = 50
    friends: tuple[str, ...] = ()


def invented_names(rng: Random) -> Iterator[str]:
    """Yield names of artists, no two of them alike, without end."""
    used: set[str] = set()
    while True:
        words = ("".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))) for _ in range(2))
        name = " ".join(word.capitalize() for word in words)
        if name not in used:
            used.add(name)
            yield name


def build_catalogue(outlines: Sequence[ArtistOutline], today: date) -> Catalogue:
    """Return a catalogue with two albums, ten tracks in all, for each artist.

    Everything follows from the artists' names. `Catalogue.guests` has the albums on
    which an artist is a guest.
    """
    artists = {
        outline.name: CatalogueArtist(
            id=base62_id("evaluated", outline.name),
            name=outline.name,
            genre=outline.cluster,
            genres=outline.genres,
            rank=0,
            popularity=outline.popularity,
        )
        for outline in outlines
    }
    albums: list[CatalogueAlbum] = []
    for outline in outlines:
        rng = Random(f"albums {outline.name}")
        friends = [artists[name] for name in outline.friends]
        albums.extend(_albums(artists[outline.name], friends, today, rng))
    return catalogue_of(list(artists.values()), albums, [])


def _albums(
    artist: CatalogueArtist,
    friends: Sequence[CatalogueArtist],
    today: date,
    rng: Random,
) -> Iterable[CatalogueAlbum]:
    days = sorted(today - timedelta(rng.randint(30, 9000)) for _ in ALBUM_SIZES)
    for place, (size, day) in enumerate(zip(ALBUM_SIZES, reversed(days), strict=True)):
        album = CatalogueAlbum(
            id=base62_id("album", artist.id, place),
            name=f"{artist.name.split()[0]} {place + 1}",
            artists=(artist,),
            kind="album",
            released=day.isoformat(),
            popularity=artist.popularity,
            tracks=[],
        )
        album.tracks.extend(
            _track(album, number, friends, rng) for number in range(1, size + 1)
        )
        yield album


def _track(
    album: CatalogueAlbum,
    number: int,
    friends: Sequence[CatalogueArtist],
    rng: Random,
) -> CatalogueTrack:
    (artist,) = album.artists
    has_guest = friends and rng.random() < GUEST_SHARE
    return CatalogueTrack(
        id=base62_id("track", album.id, number),
        title=f"{rng.choice(SYLLABLES)}{rng.choice(SYLLABLES)} {number}".capitalize(),
        artists=(artist, rng.choice(friends)) if has_guest else (artist,),
        album=album,
        number=number,
        duration_ms=rng.randint(118_000, 347_000),
        isrc=isrc(album.id, number, year=int(album.released[:4])),
        explicit=False,
        playable=True,
        popularity=max(0, artist.popularity - 3 * number + rng.randint(0, 6)),
    )


def tracks_of(catalogue: Catalogue, artist: CatalogueArtist) -> list[CatalogueTrack]:
    """Return an artist's own tracks, album after album."""
    return [track for album in catalogue.by_artist[artist.id] for track in album.tracks]
