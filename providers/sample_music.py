"""The built-in sample shelf's music, read from its file."""

import re
from pathlib import Path

import msgspec

from providers.music import Album, Artist, Track

FILE = Path(__file__).parent / "sample_shelf.json"
_SLUG = re.compile(r"\W+")


class _Song(msgspec.Struct, frozen=True):
    title: str
    seconds: int


class _Record(msgspec.Struct, frozen=True):
    name: str
    released: str
    tracks: tuple[_Song, ...]


class _Musician(msgspec.Struct, frozen=True):
    name: str
    genres: tuple[str, ...]
    albums: tuple[_Record, ...]


class TrackNames(msgspec.Struct, frozen=True):
    name: str
    tracks: tuple[str, ...]


class Catalogue(msgspec.Struct, frozen=True):
    name: str
    artists: tuple[_Musician, ...]
    playlists: tuple[TrackNames, ...]
    top_artists: tuple[str, ...]
    top_tracks: tuple[str, ...]
    recent: tuple[str, ...]
    saved: tuple[str, ...]
    followed: tuple[str, ...]


class SampleMusic:
    """Every artist, album and track of the file, by name."""

    def __init__(self, file: Path = FILE) -> None:
        self.catalogue = msgspec.json.decode(file.read_bytes(), type=Catalogue)
        self.artists = {
            one.name: Artist(sample_id(one.name), one.name, one.genres)
            for one in self.catalogue.artists
        }
        self.albums: dict[str, list[Album]] = {}
        self.tracks: dict[str, Track] = {}
        for musician in self.catalogue.artists:
            for record in musician.albums:
                self._place(self.artists[musician.name], record)

    def _place(self, artist: Artist, record: _Record) -> None:
        """Puts one album and its tracks where they belong."""
        album = Album(
            sample_id(record.name),
            record.name,
            (artist,),
            record.released,
            len(record.tracks),
            group="album",
        )
        self.albums.setdefault(sample_id(artist.name), []).append(album)
        for song in record.tracks:
            length, by = song.seconds * 1000, (artist,)
            track = Track(sample_id(song.title), song.title, by, album, length)
            self.tracks[song.title] = track


def sample_id(name: str) -> str:
    """The id of something on the sample shelf; no service gives out such ids."""
    return f"sample-{_SLUG.sub('-', name.casefold()).strip('-')}"
