"""Protocols of a music library: what the skill reads of a listener, and may write."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from providers.listener import Listener
from providers.music import (
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
    Track,
)


class Library(Protocol):
    """Reads a listener's music; implemented by Spotify's client, the cache, the demo.

    Every method raises `providers.errors.ProviderError` and nothing else. An element
    that cannot be read is left out of its list.

    The `first_page_of_…`, `page_of_…` and `latest_…` methods return one page of a list
    for one call: a taste is read from ten lists at once, and twenty pages of one of
    them would take too long. There `complete` means that the page is whole, and
    `total` counts the whole list; an implementation that has the whole list at hand
    may return that.
    """

    async def account(self, listener: Listener) -> Account:
        """Return the account that the access token belongs to."""
        ...

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return all playlists, own and followed, in the service's order.

        A source that does not know the account leaves `Playlist.mine` unset, because
        to learn it would take one call more; the wrapper sets it by `with_ownership`.
        """
        ...

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return the first page of `playlists`."""
        ...

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Return a playlist's contents; raise `Forbidden` for somebody else's."""
        ...

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        """Return the first or the last page of `playlist_items`.

        The last one is found by `Playlist.size`. `total` counts the whole playlist.
        """
        ...

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        """Return the tracks of those playlists that are known without any call.

        The keys are playlist ids; a playlist that is not known is absent. Raises only
        `NotLinked`.
        """
        ...

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        """Return the most heard artists of a period, the most heard first."""
        ...

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        """Return the most heard tracks of a period, the most heard first."""
        ...

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """Return up to 50 plays, newest first, repeats included."""
        ...

    async def now_playing(self, listener: Listener) -> NowPlaying:
        """Return what plays at this moment; it is never an earlier answer."""
        ...

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return all saved tracks, newest first."""
        ...

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return the first page of `saved_tracks`: the newest."""
        ...

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        """Return all saved albums, newest first."""
        ...

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        """Return all followed artists."""
        ...

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        """Return the first page of `followed_artists`."""
        ...

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        """Return one artist; raise `NotFound` where there is none of that id."""
        ...

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        """Return an artist's newest albums, of these groups only."""
        ...

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        """Return the tracks of an album in their order."""
        ...

    async def track(self, listener: Listener, track_id: str) -> Track:
        """Return one track; raise `NotFound` where there is none of that id."""
        ...

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        """Return up to `limit` results of each kind.

        `query` is in the service's query language (`artist:"…"`, `genre:"…"`,
        `year:…`).
        """
        ...

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        """Return the ids of those tracks that are saved; at most 40 ids at once."""
        ...


class LibraryWriter(Protocol):
    """Changes a listener's library; separate, because not every operator allows it.

    A change is sent once only. Every method raises `providers.errors.ProviderError`s:
    `Unconfirmed` where nobody knows whether the change was made.
    """

    async def save(self, listener: Listener, track_id: str) -> None:
        """Save a track; one that is saved already stays as it is."""
        ...

    async def remove_saved(self, listener: Listener, track_id: str) -> None:
        """Take a track off the saved ones; one that is not saved stays so."""
        ...

    async def create_playlist(
        self, listener: Listener, name: str, description: str = ""
    ) -> Playlist:
        """Create an empty playlist and return it."""
        ...

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None:
        """Add tracks at the end of a playlist, in this order."""
        ...
