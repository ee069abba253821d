"""The words of the knowledge: what handlers and the recommender see of music."""

from collections.abc import Sequence
from datetime import datetime
from typing import Generic, Literal, Protocol, TypeVar

import msgspec

from providers.listener import Listener

Period = Literal["weeks", "months", "years"]
"""About four weeks, six months, or everything there is of a listener's history."""

Kind = Literal["artist", "track", "album", "playlist"]
AlbumGroup = Literal["album", "single", "compilation", "appears_on"]


class Value(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """A frozen domain value; the cache packs it with msgspec.

    `gc=False`: these hold only text, numbers and each other, so no cycle can form.
    """


class Account(Value, frozen=True):
    """Whose library it is. `id` is the service's immutable account id; `user` is the
    name under which the service lists the account as an owner of playlists."""

    id: str
    user: str | None = None
    name: str | None = None
    image: str | None = None
    country: str | None = None


class Artist(Value, frozen=True):
    """`id` is None for local files."""

    id: str | None
    name: str
    genres: tuple[str, ...] = ()
    image: str | None = None
    link: str | None = None


class Album(Value, frozen=True):
    """`released` as far as it is known: `2024`, `2024-05` or `2024-05-17`."""

    id: str | None
    name: str
    artists: tuple[Artist, ...] = ()
    released: str | None = None
    size: int | None = None
    image: str | None = None
    link: str | None = None
    group: AlbumGroup | None = None


class Track(Value, frozen=True):
    """A song, or with `spoken` an episode, whose show stands as its one artist.

    `id` is None for local files.
    """

    id: str | None
    title: str
    artists: tuple[Artist, ...] = ()
    album: Album | None = None
    duration_ms: int | None = None
    isrc: str | None = None
    explicit: bool = False
    playable: bool = True
    local: bool = False
    spoken: bool = False
    link: str | None = None


class Playlist(Value, frozen=True):
    """`size` is None where the service does not say; `mine` when the listener owns it.

    `owner` is the name to speak, `owner_id` the `Account.user` of whoever owns it.
    `version` changes whenever the contents do (the service's snapshot id).
    """

    id: str
    name: str
    owner: str | None = None
    owner_id: str | None = None
    mine: bool = False
    collaborative: bool = False
    public: bool | None = None
    size: int | None = None
    version: str | None = None
    description: str | None = None
    image: str | None = None
    link: str | None = None


class PlaylistItem(Value, frozen=True):
    """A track on a playlist; who put it there, and when."""

    track: Track
    added_at: datetime | None = None
    added_by: str | None = None


class Play(Value, frozen=True):
    """A track that was heard."""

    track: Track
    played_at: datetime


class SavedTrack(Value, frozen=True):
    track: Track
    saved_at: datetime | None = None


class SavedAlbum(Value, frozen=True):
    album: Album
    saved_at: datetime | None = None


T = TypeVar("T")


class Listing(Value, Generic[T], frozen=True):
    """Some or all of a list. `total` counts the whole list as the service tells it;
    `complete` is False where pages are missing: a failed page, a cap, no time left.
    `stale_since` is when it was read, where no fresher reading was to be had."""

    items: tuple[T, ...]
    total: int
    complete: bool = True
    stale_since: datetime | None = None


def marked_mine(playlists: Listing[Playlist], account: Account) -> Listing[Playlist]:
    """The same playlists, `mine` set by their owners.

    A list of playlists does not say whose it is; whoever knows the account says so.
    """
    if account.user is None:
        return playlists
    return msgspec.structs.replace(
        playlists,
        items=tuple(
            msgspec.structs.replace(playlist, mine=playlist.owner_id == account.user)
            for playlist in playlists.items
        ),
    )


class Found(Value, frozen=True):
    """What a search brought, best first."""

    artists: tuple[Artist, ...] = ()
    tracks: tuple[Track, ...] = ()
    albums: tuple[Album, ...] = ()
    playlists: tuple[Playlist, ...] = ()


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

    async def first_playlists(self, listener: Listener) -> Listing[Playlist]:
        """The first page of `Library.playlists`."""
        ...

    async def latest_saves(self, listener: Listener) -> Listing[SavedTrack]:
        """The first page of `Library.saved_tracks`: the newest."""
        ...

    async def first_followed(self, listener: Listener) -> Listing[Artist]:
        """The first page of `Library.followed_artists`."""
        ...


class Shelving(Protocol):
    """Changing a library: a separate door, because not every operator opens it."""

    async def create_playlist(
        self, listener: Listener, name: str, description: str = ""
    ) -> Playlist: ...

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None: ...
