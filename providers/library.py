"""A listener's music as a set of questions, wherever the answers come from."""

from collections.abc import Mapping, Sequence
from typing import Protocol

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


class Library(Protocol):
    """A listener's music, wherever it comes from.

    Every method raises `providers.errors.ProviderError`s and nothing else; a single
    unreadable element is left out of its list.
    """

    async def account(self, listener: Listener) -> Account: ...

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        """Every playlist on the shelf, own and followed, in the service's order.

        A source that does not know the account leaves `mine` unset (one call more
        would be needed); its wrapper sets it with `marked_mine`.
        """
        ...

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """The contents; `Forbidden` for a playlist of somebody else's."""
        ...

    async def top_artists(
        self, listener: Listener, period: Period
    ) -> Listing[Artist]: ...

    async def top_tracks(
        self, listener: Listener, period: Period
    ) -> Listing[Track]: ...

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """Up to 50 plays, newest first, repeats included."""
        ...

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Newest first."""
        ...

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]: ...

    async def followed_artists(self, listener: Listener) -> Listing[Artist]: ...

    async def artist(self, listener: Listener, artist_id: str) -> Artist: ...

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]: ...

    async def album_tracks(
        self, listener: Listener, album_id: str
    ) -> Listing[Track]: ...

    async def track(self, listener: Listener, track_id: str) -> Track: ...

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        """The service's own query language (`artist:"…"`, `genre:"…"`, `year:…`)."""
        ...

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        """Which of these tracks are saved already; at most 40 at once."""
        ...


class Glimpses(Protocol):
    """The beginnings of lists that may be long, for one call each.

    What reads a taste from ten lists at once cannot afford twenty pages of one of
    them. `complete` when all of the page came, `total` counts the whole list; a whole
    list that is known already serves as well.
    """

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        """The first page of `Library.playlists`."""
        ...

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """The first page of `Library.saved_tracks`: the newest."""
        ...

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        """The first page of `Library.followed_artists`."""
        ...


class LibraryWriter(Protocol):
    """Changing a library: a separate door, because not every operator opens it."""

    async def create_playlist(
        self, listener: Listener, name: str, description: str = ""
    ) -> Playlist: ...

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None: ...


class TasteLibrary(Library, Glimpses, Protocol):
    """A library that also gives the beginnings of its long lists."""


class OpenedPlaylists(Protocol):
    """The contents of playlists as far as they are known without a call."""

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        """The tracks on those of these that are known, by id. Raises nothing."""
        ...
