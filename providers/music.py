"""Domain values: artists, albums, tracks, playlists and lists, free of Spotify's JSON.

Handlers, cache and recommender see music as these values only. All of them are frozen.
"""

from datetime import datetime
from typing import Generic, Literal, TypeVar

import msgspec
from msgspec.structs import replace

Period = Literal["weeks", "months", "years"]
"""The span of a list of top items: about four weeks, six months, or a year and more."""

Kind = Literal["artist", "track", "album", "playlist"]
"""What a search can look for."""

End = Literal["first", "last"]
"""An end of a list: its first page, or its last."""

AlbumGroup = Literal["album", "single", "compilation", "appears_on"]
"""How an album belongs to an artist."""


class Value(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """Base of the frozen domain values; the cache packs them with msgspec.

    `gc=False`: these hold only text, numbers and each other, so no cycle can form.
    """


class Account(Value, frozen=True):
    """The account at the music service that owns a library.

    - `id`: the service's immutable account id.
    - `user`: the user id under which the service lists the account as an owner of
      playlists; None where the service leaves it out.
    - `name`: the display name.
    - `image`: the URL of the profile picture.
    - `country`: ISO 3166-1 alpha-2.
    """

    id: str
    user: str | None = None
    name: str | None = None
    image: str | None = None
    country: str | None = None


class Artist(Value, frozen=True):
    """An artist.

    - `id`: the service's id; None for local files.
    - `name`: never empty.
    - `genres`: empty where the service gives none (development mode gives none).
    - `image`: the URL of the widest picture.
    """

    id: str | None
    name: str
    genres: tuple[str, ...] = ()
    image: str | None = None


class Album(Value, frozen=True):
    """An album.

    - `id`: the service's id; None for local files.
    - `name`: never empty.
    - `artists`: in the service's order.
    - `released`: as far as the date is known: `2024`, `2024-05` or `2024-05-17`.
    - `size`: number of tracks; None where the service does not say.
    - `image`: the URL of the cover.
    - `group`: how the album belongs to the artist whose albums were asked for.
    """

    id: str | None
    name: str
    artists: tuple[Artist, ...] = ()
    released: str | None = None
    size: int | None = None
    image: str | None = None
    group: AlbumGroup | None = None


class Track(Value, frozen=True, cache_hash=True):
    """A song, or an episode of a podcast.

    - `id`: the service's id; None for local files.
    - `title`: never empty.
    - `artists`: in the service's order; an episode has its show as the only artist.
    - `album`: None where the service does not say, and for episodes.
    - `duration_ms`: milliseconds, above zero; None where unknown.
    - `isrc`: International Standard Recording Code; equal for one recording.
    - `explicit`: marked as explicit by the service.
    - `playable`: False where the listener's market may not play the track.
    - `local`: a file of the listener's own; it is not in the catalogue.
    - `spoken`: an episode, not a song.
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


class Playlist(Value, frozen=True, cache_hash=True):
    """A playlist, without its contents.

    - `id`: the service's id.
    - `name`: may be empty; the service allows an empty name.
    - `owner`: the owner's display name, to be spoken.
    - `owner_id`: the `Account.user` of the owner.
    - `mine`: the listener owns the playlist (see `with_ownership`); None where that is
      not known, because the service names no owner or the account has no user id.
    - `collaborative`: other people than the owner may change the playlist.
    - `public`: shown on the owner's profile; None where the service does not say.
    - `size`: number of items; None where the service does not say.
    - `version`: changes whenever the contents do (the service's snapshot id).
    - `description`: None where empty.
    - `image`: the URL of the widest picture.
    """

    id: str
    name: str
    owner: str | None = None
    owner_id: str | None = None
    mine: bool | None = None
    collaborative: bool = False
    public: bool | None = None
    size: int | None = None
    version: str | None = None
    description: str | None = None
    image: str | None = None

    @property
    def readable(self) -> bool:
        """Whether the service may let the listener's token read the contents.

        False only where the playlist is known to be somebody else's.

        Since 2026-02 Spotify gives the contents of own and collaborative playlists
        only: https://developer.spotify.com/documentation/web-api/reference/get-playlist
        """
        return self.collaborative or self.mine is not False

    @property
    def surely_readable(self) -> bool:
        """Whether the playlist is known to be the listener's own, or collaborative."""
        return self.collaborative or self.mine is True


class PlaylistItem(Value, frozen=True):
    """A track on a playlist.

    - `added_at`: aware; None where the service does not know.
    - `added_by`: the user id of the person who added the track.
    """

    track: Track
    added_at: datetime | None = None
    added_by: str | None = None


class Play(Value, frozen=True):
    """A track that the listener heard at `played_at` (aware)."""

    track: Track
    played_at: datetime


class NowPlaying(Value, frozen=True):
    """What the listener's account plays at this moment.

    - `kind`: "track", "episode" or "ad"; "unknown" where the service does not say, and
      "nothing".
    - `track`: the song or episode; None for the other kinds.
    - `paused`: it is in the player and does not run.
    - `playlist`: id of the playlist that it plays from; None for none.
    """

    kind: Literal["track", "episode", "ad", "unknown", "nothing"]
    track: Track | None = None
    paused: bool = False
    playlist: str | None = None


NOTHING_PLAYS = NowPlaying("nothing")
"""No player of the account is active."""


class SavedTrack(Value, frozen=True):
    """A track that the listener saved at `saved_at` (aware; None where unknown)."""

    track: Track
    saved_at: datetime | None = None


class SavedAlbum(Value, frozen=True):
    """An album that the listener saved at `saved_at` (aware; None where unknown)."""

    album: Album
    saved_at: datetime | None = None


T = TypeVar("T")


class Listing(Value, Generic[T], frozen=True):
    """A list as far as it was read.

    - `items`: the elements that were read, in the service's order.
    - `total`: the length of the whole list without what cannot be read: `len(items)`
      for a complete list, else as the service counts.
    - `complete`: False where pages are missing: a failed page, a cap, no time left.
    - `unreadable`: how many elements the service counts or sends that cannot be read;
      they are neither in `items` nor in `total`.
    - `stale_for`: how many seconds ago the list was read, set only where no fresher
      reading was to be had.
    """

    items: tuple[T, ...]
    total: int
    complete: bool = True
    stale_for: float | None = None
    unreadable: int = 0


def with_ownership(playlists: Listing[Playlist], account: Account) -> Listing[Playlist]:
    """Return the same playlists with `mine` set: the owner is `account`.

    Returns `playlists` unchanged where the account has no user id; a playlist without
    an owner's id is unchanged too. The service's list of playlists does not say whose
    list it is.
    """
    if account.user is None:
        return playlists
    return replace(
        playlists,
        items=tuple(
            [
                replace(playlist, mine=playlist.owner_id == account.user)
                if playlist.owner_id is not None
                else playlist
                for playlist in playlists.items
            ]
        ),
    )


class Found(Value, frozen=True):
    """The results of a search, one tuple for each kind, best match first.

    A kind that was not asked for, and a kind without a match, is empty.
    """

    artists: tuple[Artist, ...] = ()
    tracks: tuple[Track, ...] = ()
    albums: tuple[Album, ...] = ()
    playlists: tuple[Playlist, ...] = ()
