"""Sample library: built-in music for people who try the skill before linking.

Also the router that sends a request to the sample or to the listener's own library.
"""

# ruff: noqa: ARG002 - the signatures are those of the Protocol

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import msgspec

from providers.errors import NotFound
from providers.library import Library
from providers.listener import Listener
from providers.music import (
    NOTHING_PLAYS,
    Account,
    Album,
    AlbumGroup,
    Artist,
    End,
    Found,
    Kind,
    Listing,
    NowPlaying,
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

FILE = Path(__file__).parent / "sample_library.json"
"""The sample library's music; titles and names in it are unique."""

_SLUG = re.compile(r"\W+")


class _SampleTrack(msgspec.Struct, frozen=True):
    title: str
    seconds: int


class _SampleAlbum(msgspec.Struct, frozen=True):
    name: str
    released: str
    tracks: tuple[_SampleTrack, ...]


class _SampleArtist(msgspec.Struct, frozen=True):
    name: str
    genres: tuple[str, ...]
    albums: tuple[_SampleAlbum, ...]


class _SamplePlaylist(msgspec.Struct, frozen=True):
    name: str
    tracks: tuple[str, ...]


class _SampleCatalogue(msgspec.Struct, frozen=True):
    name: str
    artists: tuple[_SampleArtist, ...]
    playlists: tuple[_SamplePlaylist, ...]
    top_artists: tuple[str, ...]
    top_tracks: tuple[str, ...]
    recent: tuple[str, ...]
    saved: tuple[str, ...]
    followed: tuple[str, ...]


class SampleMusic:
    """The music of the file, as domain values.

    - `catalogue`: the file as it stands.
    - `artists`: by name.
    - `albums`: by the artist's id.
    - `tracks`: by title.
    """

    def __init__(self, file: Path = FILE) -> None:
        self.catalogue = msgspec.json.decode(file.read_bytes(), type=_SampleCatalogue)
        self.artists = {
            artist.name: Artist(sample_id(artist.name), artist.name, artist.genres)
            for artist in self.catalogue.artists
        }
        self.albums: dict[str, list[Album]] = {}
        self.tracks: dict[str, Track] = {}
        for sample_artist in self.catalogue.artists:
            for sample_album in sample_artist.albums:
                self._add(self.artists[sample_artist.name], sample_album)

    def _add(self, artist: Artist, sample_album: _SampleAlbum) -> None:
        album = Album(
            sample_id(sample_album.name),
            sample_album.name,
            (artist,),
            sample_album.released,
            len(sample_album.tracks),
            group="album",
        )
        self.albums.setdefault(sample_id(artist.name), []).append(album)
        for sample_track in sample_album.tracks:
            title, milliseconds = sample_track.title, sample_track.seconds * 1000
            track_id = sample_id(title)
            track = Track(track_id, title, (artist,), album, milliseconds)
            self.tracks[title] = track


def sample_id(name: str) -> str:
    """Return the id of the artist, album, track or playlist with this name.

    No service gives out such ids.
    """
    return f"sample-{_SLUG.sub('-', name.casefold()).strip('-')}"


N = TypeVar("N", Artist, Track)

_QUERY = re.compile(r'(artist|genre|track|album):"([^"]*)"')


class SampleLibrary:
    """A `Library` of old music, the same for every listener.

    `now` tells the time (aware), so that recent plays are recent. Every list is
    complete. Nothing but `NotFound` is raised.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        music = SampleMusic()
        self._music = music.catalogue
        self._artists, self._albums = music.artists, music.albums
        self._tracks = music.tracks
        self._playlists = tuple(
            Playlist(
                sample_id(playlist.name),
                playlist.name,
                mine=True,
                size=len(playlist.tracks),
            )
            for playlist in self._music.playlists
        )

    async def account(self, listener: Listener) -> Account:
        """Return the account of the sample library, which has no name."""
        return Account("sample", name=None)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return the sample playlists; all are `mine`."""
        return _whole(self._playlists)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Return the items of `playlist`, added 400 days ago, or raise `NotFound`."""
        for sample_playlist in self._music.playlists:
            if sample_id(sample_playlist.name) == playlist.id:
                long_ago = self._now() - timedelta(days=400)
                tracks = [self._tracks[title] for title in sample_playlist.tracks]
                return _whole([PlaylistItem(track, long_ago) for track in tracks])
        raise NotFound

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        """Return the same artists for every period."""
        return _whole([self._artists[name] for name in self._music.top_artists])

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        """Return the same tracks for every period."""
        return _whole([self._tracks[title] for title in self._music.top_tracks])

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """Return plays an hour apart, the last one an hour ago."""
        now = self._now()
        return _whole(
            [
                Play(self._tracks[title], now - timedelta(hours=hours))
                for hours, title in enumerate(self._music.recent, 1)
            ]
        )

    async def now_playing(self, listener: Listener) -> NowPlaying:
        """Return that nothing plays: the sample library has no player."""
        return NOTHING_PLAYS

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return tracks that were saved 30 days apart, newest first."""
        now = self._now()
        return _whole(
            [
                SavedTrack(self._tracks[title], now - timedelta(days=30 * months))
                for months, title in enumerate(self._music.saved, 1)
            ]
        )

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return `playlists`."""
        return await self.playlists(listener)

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        """Return `playlist_items`."""
        return await self.playlist_items(listener, playlist)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return `saved_tracks`."""
        return await self.saved_tracks(listener)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        """Return `followed_artists`."""
        return await self.followed_artists(listener)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        """Return an empty list."""
        return _whole(())

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        """Return the artists that the sample listener follows."""
        return _whole([self._artists[name] for name in self._music.followed])

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        """Return the artist, or raise `NotFound`."""
        return _by_id(self._artists.values(), artist_id)

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        """Return the albums of an artist; all of them are of the group `album`."""
        return _whole(self._albums.get(artist_id, ()) if "album" in groups else ())

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        """Return the tracks of an album; empty for an unknown id."""
        tracks = self._tracks.values()
        return _whole([t for t in tracks if t.album and t.album.id == album_id])

    async def track(self, listener: Listener, track_id: str) -> Track:
        """Return the track, or raise `NotFound`."""
        return _by_id(self._tracks.values(), track_id)

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        """Return tracks with the words in a field or in a name, and their artists.

        `query` may hold `artist:"…"`, `genre:"…"`, `track:"…"` and `album:"…"`.
        """
        fields = dict(_QUERY.findall(query.casefold()))
        words = _QUERY.sub("", query.casefold()).split()
        tracks = [t for t in self._tracks.values() if _matches(t, fields, words)]
        artists = dict.fromkeys(artist for track in tracks for artist in track.artists)
        return Found(
            artists=tuple(artists)[:limit] if "artist" in kinds else (),
            tracks=tuple(tracks[:limit]) if "track" in kinds else (),
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        """Return those of `track_ids` that the sample listener saved."""
        return frozenset(track_ids) & {sample_id(title) for title in self._music.saved}

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        """Return an empty mapping: nothing is known without a call."""
        return {}


def _whole(values: Sequence[T]) -> Listing[T]:
    return Listing(tuple(values), len(values))


def _by_id(values: Iterable[N], wanted_id: str) -> N:
    for value in values:
        if value.id == wanted_id:
            return value
    raise NotFound


def _matches(track: Track, fields: Mapping[str, str], words: Sequence[str]) -> bool:
    artist = track.artists[0]
    texts = {
        "artist": artist.name,
        "genre": " ".join(artist.genres),
        "track": track.title,
        "album": track.album.name if track.album else "",
    }
    whole = " ".join(texts.values()).casefold()
    in_fields = all(text in texts[field].casefold() for field, text in fields.items())
    return in_fields and all(word in whole for word in words if ":" not in word)


SAMPLE_TOKEN = Secret("the sample shelf")
"""The token of a request that uses the sample library; never leaves the process.

Compared by identity: nobody outside can send this very object.
"""


class LibraryRouter:
    """A `Library` that uses `sample` for `SAMPLE_TOKEN` and `own` for all else.

    Every method forwards; see `providers.library.Library` for what each returns.
    Written out, because `__getattr__` would lose the types.
    """

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

    async def now_playing(self, listener: Listener) -> NowPlaying:
        return await self._library_of(listener).now_playing(listener)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self._library_of(listener).saved_tracks(listener)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._library_of(listener).first_page_of_playlists(listener)

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        return await self._library_of(listener).page_of_items(listener, playlist, end)

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
