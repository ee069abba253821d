"""Two libraries behind one door: the listener's own, or the sample shelf."""

from collections.abc import Sequence

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
    Track,
)
from providers.secret import Secret
from providers.taste import TasteLibrary

SAMPLE_TOKEN = Secret("the sample shelf")
"""Who holds this very object visits the sample shelf; it never leaves the process."""


class SampleDoor:
    """A library: `sample` for visitors of the sample shelf, `own` for the others."""

    def __init__(self, own: TasteLibrary, sample: TasteLibrary) -> None:
        self._own = own
        self._sample = sample

    def _of(self, listener: Listener) -> TasteLibrary:
        return self._sample if listener.token is SAMPLE_TOKEN else self._own

    async def account(self, listener: Listener) -> Account:
        return await self._of(listener).account(listener)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._of(listener).playlists(listener)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        return await self._of(listener).playlist_items(listener, playlist)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        return await self._of(listener).top_artists(listener, period)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        return await self._of(listener).top_tracks(listener, period)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        return await self._of(listener).recent_plays(listener)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self._of(listener).saved_tracks(listener)

    async def first_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._of(listener).first_playlists(listener)

    async def latest_saves(self, listener: Listener) -> Listing[SavedTrack]:
        return await self._of(listener).latest_saves(listener)

    async def first_followed(self, listener: Listener) -> Listing[Artist]:
        return await self._of(listener).first_followed(listener)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return await self._of(listener).saved_albums(listener)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return await self._of(listener).followed_artists(listener)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        return await self._of(listener).artist(listener, artist_id)

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        return await self._of(listener).artist_albums(listener, artist_id, groups)

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        return await self._of(listener).album_tracks(listener, album_id)

    async def track(self, listener: Listener, track_id: str) -> Track:
        return await self._of(listener).track(listener, track_id)

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        return await self._of(listener).search(listener, query, kinds, limit)

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        return await self._of(listener).saved_among(listener, track_ids)
