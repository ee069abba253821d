"""Spotify's JSON as it is really sent: any field may be null or missing.

https://developer.spotify.com/documentation/web-api/reference
"""

from typing import Generic, TypeVar

import msgspec
from msgspec import UNSET, UnsetType

W = TypeVar("W")


class Wire(msgspec.Struct, gc=False):
    """Only what is used is declared; msgspec skips the rest without building it."""


class Image(Wire):
    url: str | None = None


class User(Wire):
    """`account_id` is new and lasting; `id` is what names owners of playlists."""

    id: str | None = None
    account_id: str | None = None
    display_name: str | None = None
    country: str | None = None
    images: list[Image | None] | None = None


class Artist(Wire):
    id: str | None = None
    name: str | None = None
    genres: list[str | None] | None = None
    images: list[Image | None] | None = None


class Album(Wire):
    id: str | None = None
    name: str | None = None
    artists: list[Artist | None] | None = None
    album_type: str | None = None
    album_group: str | None = None
    release_date: str | None = None
    release_date_precision: str | None = None
    total_tracks: int | None = None
    images: list[Image | None] | None = None


class Show(Wire):
    name: str | None = None


class ExternalIds(Wire):
    isrc: str | None = None


class Restrictions(Wire):
    reason: str | None = None


class Track(Wire):
    """A track, or an episode: those have a `show` and images of their own."""

    id: str | None = None
    name: str | None = None
    type: str | None = None
    artists: list[Artist | None] | None = None
    album: Album | None = None
    show: Show | None = None
    duration_ms: int | None = None
    external_ids: ExternalIds | None = None
    explicit: bool | None = None
    is_local: bool | None = None
    is_playable: bool | None = None
    restrictions: Restrictions | None = None


class Owner(Wire):
    id: str | None = None
    display_name: str | None = None


class Contents(Wire):
    total: int | None = None


class Playlist(Wire):
    """`items` is what `tracks` was called before 2026; either may come."""

    id: str | None = None
    name: str | None = None
    owner: Owner | None = None
    collaborative: bool | None = None
    public: bool | None = None
    items: Contents | None = None
    tracks: Contents | None = None
    snapshot_id: str | None = None
    description: str | None = None
    images: list[Image | None] | None = None


class PlaylistItem(Wire):
    """`item` is what `track` was called before 2026; either may come."""

    item: Track | None = None
    track: Track | None = None
    added_at: str | None = None
    added_by: Owner | None = None
    is_local: bool | None = None


class SavedTrack(Wire):
    track: Track | None = None
    added_at: str | None = None


class SavedAlbum(Wire):
    album: Album | None = None
    added_at: str | None = None


class Play(Wire):
    track: Track | None = None
    played_at: str | None = None


class Cursors(Wire):
    after: str | None = None


class Page(Wire, Generic[W]):
    """A page by offset or by cursor. Without `items` it is no page at all."""

    items: list[W | None] | UnsetType | None = UNSET
    total: int | None = None
    limit: int | None = None
    next: str | None = None
    cursors: Cursors | None = None


class RawPage(Wire):
    """The same, every part still to be looked at."""

    items: msgspec.Raw
    total: msgspec.Raw = msgspec.Raw(b"null")
    limit: msgspec.Raw = msgspec.Raw(b"null")
    next: msgspec.Raw = msgspec.Raw(b"null")
    cursors: msgspec.Raw = msgspec.Raw(b"null")


class Following(Wire):
    """https://developer.spotify.com/documentation/web-api/reference/get-followed"""

    artists: msgspec.Raw


class SearchResults(Wire):
    """A page for each kind that was asked for."""

    artists: msgspec.Raw = msgspec.Raw(b"null")
    tracks: msgspec.Raw = msgspec.Raw(b"null")
    albums: msgspec.Raw = msgspec.Raw(b"null")
    playlists: msgspec.Raw = msgspec.Raw(b"null")
