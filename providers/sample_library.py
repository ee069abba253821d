"""A small built-in shelf, for somebody who wants to hear the skill before linking."""

import re

# ruff: noqa: ARG002 - the signatures are those of the Protocol
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec

from providers.errors import NotFound
from providers.library import Library
from providers.listener import Listener
from providers.music import (
    Account,
    Album,
    AlbumGroup,
    Artist,
    Found,
    Kind,
    Listing,
    Period,
    Play,
    Playlist,
    PlaylistItem,
    SavedAlbum,
    SavedTrack,
    T,
    Track,
)
from providers.secret import Secret

# FOLDED The built-in sample shelf's music, read from its file.

FILE = Path(__file__).parent / "sample_library.json"

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


class SampleCatalogue(msgspec.Struct, frozen=True):
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
        self.catalogue = msgspec.json.decode(file.read_bytes(), type=SampleCatalogue)
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


N = TypeVar("N", Artist, Track)

_QUERY = re.compile(r'(artist|genre|track|album):"([^"]*)"')


class SampleLibrary:
    """A library of old music: the same one for everybody, and nobody's own.

    `now` tells the time (aware), so that recent plays are recent.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        music = SampleMusic()
        self._music = music.catalogue
        self._artists, self._albums = music.artists, music.albums
        self._tracks = music.tracks
        self._playlists = tuple(
            Playlist(sample_id(one.name), one.name, mine=True, size=len(one.tracks))
            for one in self._music.playlists
        )

    async def account(self, listener: Listener) -> Account:
        return Account("sample", name=None)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return _whole(self._playlists)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        for one in self._music.playlists:
            if sample_id(one.name) == playlist.id:
                long_ago = self._now() - timedelta(days=400)
                tracks = [self._tracks[title] for title in one.tracks]
                return _whole([PlaylistItem(track, long_ago) for track in tracks])
        raise NotFound

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        return _whole([self._artists[name] for name in self._music.top_artists])

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        return _whole([self._tracks[title] for title in self._music.top_tracks])

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        now = self._now()
        return _whole(
            [
                Play(self._tracks[title], now - timedelta(hours=hours))
                for hours, title in enumerate(self._music.recent, 1)
            ]
        )

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        now = self._now()
        return _whole(
            [
                SavedTrack(self._tracks[title], now - timedelta(days=30 * months))
                for months, title in enumerate(self._music.saved, 1)
            ]
        )

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self.playlists(listener)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self.saved_tracks(listener)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        return await self.followed_artists(listener)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return _whole(())

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return _whole([self._artists[name] for name in self._music.followed])

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        return _found(self._artists.values(), artist_id)

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        return _whole(self._albums.get(artist_id, ()) if "album" in groups else ())

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        tracks = self._tracks.values()
        return _whole([t for t in tracks if t.album and t.album.id == album_id])

    async def track(self, listener: Listener, track_id: str) -> Track:
        return _found(self._tracks.values(), track_id)

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        """Tracks and artists whose field, or whose name, has the words."""
        fields = dict(_QUERY.findall(query.casefold()))
        words = _QUERY.sub("", query.casefold()).split()
        tracks = [t for t in self._tracks.values() if _fits(t, fields, words)]
        artists = dict.fromkeys(artist for track in tracks for artist in track.artists)
        return Found(
            artists=tuple(artists)[:limit] if "artist" in kinds else (),
            tracks=tuple(tracks[:limit]) if "track" in kinds else (),
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        return frozenset(track_ids) & {sample_id(title) for title in self._music.saved}

    async def known_contents(
        self,
        listener: Listener,
        playlists: Sequence[Playlist],
    ) -> Mapping[str, Sequence[Track]]:
        return {}


def _whole(values: Sequence[T]) -> Listing[T]:
    return Listing(tuple(values), len(values))


def _found(values: Iterable[N], wanted: str) -> N:
    for one in values:
        if one.id == wanted:
            return one
    raise NotFound


def _fits(track: Track, fields: Mapping[str, str], words: Sequence[str]) -> bool:
    artist = track.artists[0]
    said = {
        "artist": artist.name,
        "genre": " ".join(artist.genres),
        "track": track.title,
        "album": track.album.name if track.album else "",
    }
    whole = " ".join(said.values()).casefold()
    fielded = all(text in said[field].casefold() for field, text in fields.items())
    return fielded and all(word in whole for word in words if ":" not in word)


# FOLDED Two libraries behind one door: the listener's own, or the sample shelf.

SAMPLE_TOKEN = Secret("the sample shelf")

"""Who holds this very object visits the sample shelf; it never leaves the process."""


class LibraryRouter:
    """A library: `sample` for visitors of the sample shelf, `own` for the others."""

    def __init__(self, own: Library, sample: Library) -> None:
        self._own = own
        self._sample = sample

    def _library_of(self, listener: Listener) -> Library:
        return self._sample if listener.token is SAMPLE_TOKEN else self._own

    async def account(self, listener: Listener) -> Account:
        return await self._library_of(listener).account(listener)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._library_of(listener).playlists(listener)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        return await self._library_of(listener).playlist_items(listener, playlist)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        return await self._library_of(listener).top_artists(listener, period)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        return await self._library_of(listener).top_tracks(listener, period)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        return await self._library_of(listener).recent_plays(listener)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self._library_of(listener).saved_tracks(listener)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._library_of(listener).first_page_of_playlists(listener)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self._library_of(listener).latest_saved_tracks(listener)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        return await self._library_of(listener).first_page_of_followed(listener)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return await self._library_of(listener).saved_albums(listener)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return await self._library_of(listener).followed_artists(listener)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        return await self._library_of(listener).artist(listener, artist_id)

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        return await self._library_of(listener).artist_albums(
            listener, artist_id, groups
        )

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        return await self._library_of(listener).album_tracks(listener, album_id)

    async def track(self, listener: Listener, track_id: str) -> Track:
        return await self._library_of(listener).track(listener, track_id)

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        return await self._library_of(listener).search(listener, query, kinds, limit)

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        return await self._library_of(listener).saved_among(listener, track_ids)

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        return await self._library_of(listener).known_contents(listener, playlists)
