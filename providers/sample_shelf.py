"""A small built-in shelf, for somebody who wants to hear the skill before linking."""

# ruff: noqa: ARG002 - the signatures are those of the Protocol

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from providers.errors import NotFound
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
from providers.sample_music import SampleMusic, sample_id

N = TypeVar("N", Artist, Track)
_QUERY = re.compile(r'(artist|genre|track|album):"([^"]*)"')


class SampleShelf:
    """A library of old music: the same one for everybody, and nobody's own.

    `now` tells the time (aware), so that recent plays are recent.
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        music = SampleMusic()
        self._shelf = music.catalogue
        self._artists, self._albums = music.artists, music.albums
        self._tracks = music.tracks
        self._playlists = tuple(
            Playlist(sample_id(one.name), one.name, mine=True, size=len(one.tracks))
            for one in self._shelf.playlists
        )

    async def account(self, listener: Listener) -> Account:
        return Account("sample", name=None)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return _whole(self._playlists)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        for one in self._shelf.playlists:
            if sample_id(one.name) == playlist.id:
                long_ago = self._now() - timedelta(days=400)
                tracks = [self._tracks[title] for title in one.tracks]
                return _whole([PlaylistItem(track, long_ago) for track in tracks])
        raise NotFound

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        return _whole([self._artists[name] for name in self._shelf.top_artists])

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        return _whole([self._tracks[title] for title in self._shelf.top_tracks])

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        now = self._now()
        return _whole(
            [
                Play(self._tracks[title], now - timedelta(hours=hours))
                for hours, title in enumerate(self._shelf.recent, 1)
            ]
        )

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        now = self._now()
        return _whole(
            [
                SavedTrack(self._tracks[title], now - timedelta(days=30 * months))
                for months, title in enumerate(self._shelf.saved, 1)
            ]
        )

    async def first_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self.playlists(listener)

    async def latest_saves(self, listener: Listener) -> Listing[SavedTrack]:
        return await self.saved_tracks(listener)

    async def first_followed(self, listener: Listener) -> Listing[Artist]:
        return await self.followed_artists(listener)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return _whole(())

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return _whole([self._artists[name] for name in self._shelf.followed])

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
        return frozenset(track_ids) & {sample_id(title) for title in self._shelf.saved}


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
