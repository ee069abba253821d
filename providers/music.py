"""The words of the knowledge: what handlers and the recommender see of music."""

from datetime import datetime
from typing import Generic, Literal, TypeVar

import msgspec

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


class Album(Value, frozen=True):
    """`released` as far as it is known: `2024`, `2024-05` or `2024-05-17`."""

    id: str | None
    name: str
    artists: tuple[Artist, ...] = ()
    released: str | None = None
    size: int | None = None
    image: str | None = None
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

    @property
    def readable(self) -> bool:
        """Whether the service lets the listener's token read the contents.

        Since 2026-02 Spotify gives the contents of own and collaborative playlists
        only: https://developer.spotify.com/documentation/web-api/reference/get-playlist
        """
        return self.mine or self.collaborative


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


def with_ownership(playlists: Listing[Playlist], account: Account) -> Listing[Playlist]:
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
