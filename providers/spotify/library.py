"""A listener's music at Spotify, in the words of the knowledge."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import TypeVar

import msgspec

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
)  # fmt: skip
from providers.spotify import lookups, shapes
from providers.spotify.client import SpotifyClient
from providers.spotify.paging import PAGE_SIZE, Paged

T = TypeVar("T")

PLAYLISTS = Paged(
    "/me/playlists", shapes.PLAYLIST.page, pages=20, key=attrgetter("id", "name")
)
CONTENTS = Paged("/playlists/{id}/items", shapes.PLAYLIST_ITEM.page, pages=10)
TOP_ARTISTS = Paged(
    "/me/top/artists", shapes.ARTIST.page, pages=1, key=attrgetter("id")
)
TOP_TRACKS = Paged("/me/top/tracks", shapes.TRACK.page, pages=1, key=attrgetter("id"))
SAVED_TRACKS = Paged(
    "/me/tracks", shapes.SAVED_TRACK.page, pages=5, key=attrgetter("track.id")
)
SAVED_ALBUMS = Paged(
    "/me/albums", shapes.SAVED_ALBUM.page, pages=2, key=attrgetter("album.id")
)
FOLLOWED = Paged("/me/following", shapes.followed, pages=4, key=attrgetter("id"))
# https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
ARTIST_ALBUMS = Paged(
    "/artists/{id}/albums", shapes.ALBUM.page, pages=1, size=10, key=attrgetter("id")
)
ALBUM_TRACKS = Paged("/albums/{id}/tracks", shapes.TRACK.page, pages=4)

# https://developer.spotify.com/documentation/web-api/reference/get-users-top-artists-and-tracks
RANGES: Mapping[Period, str] = {
    "weeks": "short_term",
    "months": "medium_term",
    "years": "long_term",
}


class SpotifyLibrary:
    """`providers.music.Library` and `Glimpses`.

    Leaves `Playlist.mine` to whoever knows the account. Each list is read up to the
    number of pages in the table above; what is longer comes back incomplete.
    """

    def __init__(self, client: SpotifyClient) -> None:
        self._client = client

    async def account(self, listener: Listener) -> Account:
        return await self._client.get(listener, "/me", shapes.ACCOUNT.one)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return await PLAYLISTS.by_offset(self._client, listener)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Episodes come as episodes because they are asked for."""
        return await CONTENTS.by_offset(
            self._client,
            listener,
            of=playlist.id,
            query={"additional_types": "track,episode"},
        )

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        query = {"time_range": RANGES[period]}
        return _top(await TOP_ARTISTS.by_offset(self._client, listener, query=query))

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        query = {"time_range": RANGES[period]}
        return _top(await TOP_TRACKS.by_offset(self._client, listener, query=query))

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """One page is all that Spotify remembers; a play told twice counts once."""
        page = await self._client.get(
            listener,
            "/me/player/recently-played",
            shapes.PLAY.page,
            query={"limit": PAGE_SIZE},
        )
        once = {(it.played_at, it.track.id, it.track.title): it for it in page.items}
        plays = sorted(once.values(), key=lambda it: it.played_at, reverse=True)
        return Listing(tuple(plays), len(plays))

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await SAVED_TRACKS.by_offset(self._client, listener)

    async def first_playlists(self, listener: Listener) -> Listing[Playlist]:
        page = replace(PLAYLISTS, pages=1)
        return _beginning(await page.by_offset(self._client, listener))

    async def latest_saves(self, listener: Listener) -> Listing[SavedTrack]:
        page = replace(SAVED_TRACKS, pages=1)
        return _beginning(await page.by_offset(self._client, listener))

    async def first_followed(self, listener: Listener) -> Listing[Artist]:
        page = replace(FOLLOWED, pages=1)
        query = {"type": "artist"}
        return _beginning(await page.by_cursor(self._client, listener, query=query))

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return await SAVED_ALBUMS.by_offset(self._client, listener)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return await FOLLOWED.by_cursor(
            self._client, listener, query={"type": "artist"}
        )

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        return await self._client.get(
            listener, "/artists/{id}", shapes.ARTIST.one, of=artist_id
        )

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        """The first ten, newest first within a group; all groups if none is named."""
        return await ARTIST_ALBUMS.by_offset(
            self._client,
            listener,
            of=artist_id,
            query={"include_groups": ",".join(groups)} if groups else {},
        )

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        return await ALBUM_TRACKS.by_offset(self._client, listener, of=album_id)

    async def track(self, listener: Listener, track_id: str) -> Track:
        return await self._client.get(
            listener, "/tracks/{id}", shapes.TRACK.one, of=track_id
        )

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        return await lookups.search(
            self._client, listener, lookups.Question(query, tuple(kinds), limit)
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        return await lookups.saved_among(self._client, listener, track_ids)


def _top(page: Listing[T]) -> Listing[T]:
    """The best of a ranking is a list of its own: nobody misses the places below."""
    return msgspec.structs.replace(page, complete=True, total=len(page.items))


def _beginning(page: Listing[T]) -> Listing[T]:
    """One page is all that was asked for, so nothing is missing where it came."""
    return msgspec.structs.replace(page, complete=True)
