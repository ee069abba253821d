"""Schema of Spotify's JSON as it is really sent: any field may be null or missing.

Only the fields that are used are declared; msgspec skips all others unbuilt.
Every text, list and number is bounded, so that no value is too large for the cache, for
speech or for arithmetic. msgspec checks the bounds while it decodes, which costs
nothing; what is out of bounds is decoded once more, field by field
(`decoding.salvaged`).
Each class cites the page of the endpoint whose answer shows the object.
"""

from typing import Annotated, Generic, TypeVar

import msgspec
from msgspec import UNSET, Meta, UnsetType

W = TypeVar("W")

Name = Annotated[str, Meta(max_length=500, extra={"cut": True})]
"""A name or title; a longer one is cut. The longest known title has about 300 signs."""

Description = Annotated[str, Meta(max_length=1000, extra={"cut": True})]
"""A description; a longer one is cut. Spotify's own limit is 300 signs."""

Id = Annotated[str, Meta(max_length=200)]
"""An id, a version or a code; a longer one is unknown."""

Url = Annotated[str, Meta(max_length=2000)]
"""A URL; a longer one is unknown."""

Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
"""Tracks, or milliseconds (up to eleven days); another number is unknown."""

FEW = Meta(max_length=50)
"""Bound of a list within one thing; of a longer one the first fifty are read."""


class Wire(msgspec.Struct, gc=False):
    """Base of the wire types; `gc=False` because no cycle can form."""


class Image(Wire):
    """A picture; the widest stands first in its list.

    https://developer.spotify.com/documentation/web-api/reference/get-an-artist
    """

    url: Url | None = None


class User(Wire):
    """The account of the token; `account_id` is lasting, `id` names playlist owners.

    https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile
    """

    id: Id | None = None
    account_id: Id | None = None
    display_name: Name | None = None
    country: Id | None = None
    images: Annotated[list[Image | None], FEW] | None = None


class Artist(Wire):
    """An artist; `genres` and `images` are missing in the short form.

    https://developer.spotify.com/documentation/web-api/reference/get-an-artist
    """

    id: Id | None = None
    name: Name | None = None
    genres: Annotated[list[Name | None], FEW] | None = None
    images: Annotated[list[Image | None], FEW] | None = None


class Album(Wire):
    """An album; `album_group` comes only in an artist's list.

    https://developer.spotify.com/documentation/web-api/reference/get-an-album
    https://developer.spotify.com/documentation/web-api/reference/get-an-artists-albums
    """

    id: Id | None = None
    name: Name | None = None
    artists: Annotated[list[Artist | None], FEW] | None = None
    album_type: Id | None = None
    album_group: Id | None = None
    release_date: Id | None = None
    release_date_precision: Id | None = None
    total_tracks: Count | None = None
    images: Annotated[list[Image | None], FEW] | None = None


class Show(Wire):
    """The podcast of an episode.

    https://developer.spotify.com/documentation/web-api/reference/get-a-show
    """

    name: Name | None = None


class ExternalIds(Wire):
    """Ids of a track in other registers.

    https://developer.spotify.com/documentation/web-api/reference/get-track
    """

    isrc: Id | None = None


class Restrictions(Wire):
    """Why a track may not be played; missing where it may.

    https://developer.spotify.com/documentation/web-api/reference/get-track
    """

    reason: Id | None = None


class Track(Wire):
    """A track, or an episode, which has a `show` and images of its own.

    https://developer.spotify.com/documentation/web-api/reference/get-track
    https://developer.spotify.com/documentation/web-api/reference/get-an-episode
    """

    id: Id | None = None
    name: Name | None = None
    type: Id | None = None
    artists: Annotated[list[Artist | None], FEW] | None = None
    album: Album | None = None
    show: Show | None = None
    duration_ms: Count | None = None
    external_ids: ExternalIds | None = None
    explicit: bool | None = None
    is_local: bool | None = None
    is_playable: bool | None = None
    restrictions: Restrictions | None = None


class Context(Wire):
    """What a player plays from: a playlist, an album, an artist, the saved songs."""

    uri: Id | None = None


class CurrentlyPlaying(Wire):
    """What plays; `item` is null for advertisements.

    https://developer.spotify.com/documentation/web-api/reference/get-the-users-currently-playing-track
    """

    item: Track | None = None
    currently_playing_type: Id | None = None
    is_playing: bool | None = None
    context: Context | None = None


class Device(Wire):
    """A device of the account's; `id` may be null.

    https://developer.spotify.com/documentation/web-api/reference/get-a-users-available-devices
    """

    id: Id | None = None
    name: Name | None = None
    type: Name | None = None
    is_active: bool | None = None
    is_restricted: bool | None = None


class Devices(Wire):
    """The devices of the account, not yet decoded."""

    devices: msgspec.Raw


class Owner(Wire):
    """The public side of a user: a playlist's owner, or who added a track.

    https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists
    """

    id: Id | None = None
    display_name: Name | None = None


class Contents(Wire):
    """How many items a playlist has.

    https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists
    """

    total: Count | None = None


class Playlist(Wire):
    """A playlist without its items; before 2026 `items` was called `tracks`.

    Either name may come.
    https://developer.spotify.com/documentation/web-api/reference/get-a-list-of-current-users-playlists
    """

    id: Id | None = None
    name: Name | None = None
    owner: Owner | None = None
    collaborative: bool | None = None
    public: bool | None = None
    items: Contents | None = None
    tracks: Contents | None = None
    snapshot_id: Id | None = None
    description: Description | None = None
    images: Annotated[list[Image | None], FEW] | None = None


class PlaylistItem(Wire):
    """A playlist's item; before 2026 `item` was called `track`. Either name may come.

    https://developer.spotify.com/documentation/web-api/reference/get-playlists-items
    """

    item: Track | None = None
    track: Track | None = None
    added_at: Id | None = None
    added_by: Owner | None = None
    is_local: bool | None = None


class SavedTrack(Wire):
    """A track in the listener's library.

    https://developer.spotify.com/documentation/web-api/reference/get-users-saved-tracks
    """

    track: Track | None = None
    added_at: Id | None = None


class SavedAlbum(Wire):
    """An album in the listener's library.

    https://developer.spotify.com/documentation/web-api/reference/get-users-saved-albums
    """

    album: Album | None = None
    added_at: Id | None = None


class Play(Wire):
    """A play of the listener's history.

    https://developer.spotify.com/documentation/web-api/reference/get-recently-played
    """

    track: Track | None = None
    played_at: Id | None = None


class Cursors(Wire):
    """Where the next page of a list by cursor begins.

    https://developer.spotify.com/documentation/web-api/reference/get-followed
    """

    after: Id | None = None


class Page(Wire, Generic[W]):
    """A page by offset or by cursor; an object without `items` is no page.

    https://developer.spotify.com/documentation/web-api/concepts/api-calls
    """

    items: list[W | None] | UnsetType | None = UNSET
    total: int | None = None
    limit: int | None = None
    offset: int | None = None
    next: str | None = None
    cursors: Cursors | None = None


class RawPage(Wire):
    """The same page as `Page`, with each field still undecoded."""

    items: msgspec.Raw
    total: msgspec.Raw = msgspec.Raw(b"null")
    limit: msgspec.Raw = msgspec.Raw(b"null")
    offset: msgspec.Raw = msgspec.Raw(b"null")
    next: msgspec.Raw = msgspec.Raw(b"null")
    cursors: msgspec.Raw = msgspec.Raw(b"null")


class Following(Wire):
    """The page of followed artists, wrapped in an object.

    https://developer.spotify.com/documentation/web-api/reference/get-followed
    """

    artists: msgspec.Raw


class SearchResults(Wire):
    """One page for each kind that was searched for.

    https://developer.spotify.com/documentation/web-api/reference/search
    """

    artists: msgspec.Raw = msgspec.Raw(b"null")
    tracks: msgspec.Raw = msgspec.Raw(b"null")
    albums: msgspec.Raw = msgspec.Raw(b"null")
    playlists: msgspec.Raw = msgspec.Raw(b"null")
