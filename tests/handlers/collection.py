"""A listener's music in memory: domain values, and errors where a test wants them."""

# ruff: noqa: ARG002 - the signatures are those of the Protocol

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from providers.errors import NotFound, NotLinked, ProviderError
from providers.listener import Listener
from providers.music import (
    NOTHING_PLAYS,
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
    T,
    Track,
)

ADDED = datetime(2026, 11, 1, tzinfo=UTC)


def playlist(name: str, **values: object) -> Playlist:
    """A playlist of the listener's own; its id follows from its name."""
    given: dict[str, object] = {"id": f"id-{name}", "mine": True, "owner": "Ada"}
    return Playlist(name=name, **(given | values))  # type: ignore[arg-type]


def track(title: str, *by: str, minutes: float = 3.0, **values: object) -> Track:
    """A track with an id that follows from its title."""
    artists = tuple(Artist(f"artist-{name}", name) for name in by)
    given: dict[str, object] = {
        "id": f"track-{title}",
        "artists": artists,
        "duration_ms": int(minutes * 60_000),
    }
    return Track(title=title, **(given | values))  # type: ignore[arg-type]


def items(*tracks: Track) -> tuple[PlaylistItem, ...]:
    return tuple(PlaylistItem(one, added_at=ADDED) for one in tracks)


@dataclass
class Collection:
    """The whole of one listener's library; `fails` names methods and their errors."""

    name: str | None = "Ada Lovelace"
    shelf: tuple[Playlist, ...] = ()
    contents: dict[str, tuple[PlaylistItem, ...]] = field(default_factory=dict)
    plays_now: NowPlaying = NOTHING_PLAYS
    artists: dict[Period, tuple[Artist, ...]] = field(default_factory=dict)
    tracks: dict[Period, tuple[Track, ...]] = field(default_factory=dict)
    plays: tuple[Play, ...] = ()
    saved: tuple[SavedTrack, ...] = ()
    followed: tuple[Artist, ...] = ()
    albums: dict[str, tuple[Album, ...]] = field(default_factory=dict)
    found: Found = field(default_factory=Found)
    fails: dict[str, ProviderError] = field(default_factory=dict)
    missing: dict[str, int] = field(default_factory=dict)
    unreadable: dict[str, int] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def _called(self, listener: Listener, name: str) -> None:
        self.calls.append(name)
        if listener.token is None:
            raise NotLinked
        if name in self.fails:
            raise self.fails[name]

    def _listing(self, name: str, values: tuple[T, ...]) -> Listing[T]:
        total = len(values) + self.missing.get(name, 0)
        unreadable = self.unreadable.get(name, 0)
        complete = total == len(values)
        return Listing(values, total, complete=complete, unreadable=unreadable)

    async def account(self, listener: Listener) -> Account:
        self._called(listener, "account")
        return Account("account-1", user="ada", name=self.name)

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        self._called(listener, "playlists")
        return self._listing("playlists", self.shelf)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        self._called(listener, "playlist_items")
        found = self.contents.get(playlist.id, ())
        return self._listing("playlist_items", found)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        self._called(listener, "top_artists")
        found = self.artists.get(period, ())
        return self._listing("top_artists", found)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        self._called(listener, "top_tracks")
        found = self.tracks.get(period, ())
        return self._listing("top_tracks", found)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        self._called(listener, "recent_plays")
        return self._listing("recent_plays", self.plays)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        self._called(listener, "saved_tracks")
        return self._listing("saved_tracks", self.saved)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self.playlists(listener)

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        self._called(listener, "page_of_items")
        whole = self.contents.get(playlist.id, ())
        page = whole[:50] if end == "first" else whole[-50:]
        return Listing(page, len(whole))

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self.saved_tracks(listener)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        return await self.followed_artists(listener)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        self._called(listener, "saved_albums")
        return Listing((), 0)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        self._called(listener, "followed_artists")
        found = self.followed
        return self._listing("followed_artists", found)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        self._called(listener, "artist")
        for one in self.followed:
            if one.id == artist_id:
                return one
        raise NotFound

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        self._called(listener, "artist_albums")
        found = self.albums.get(artist_id, ())
        return self._listing("artist_albums", found)

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        self._called(listener, "album_tracks")
        known = (item.track for items in self.contents.values() for item in items)
        found = [one for one in known if one.album and one.album.id == album_id]
        return self._listing("album_tracks", tuple(found))

    async def now_playing(self, listener: Listener) -> NowPlaying:
        self._called(listener, "now_playing")
        return self.plays_now

    async def track(self, listener: Listener, track_id: str) -> Track:
        self._called(listener, "track")
        for known in self.contents.values():
            for item in known:
                if item.track.id == track_id:
                    return item.track
        raise NotFound

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        self._called(listener, "search")
        return Found(
            artists=self.found.artists if "artist" in kinds else (),
            tracks=self.found.tracks if "track" in kinds else (),
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        self._called(listener, "saved_among")
        ids = frozenset(each.track.id for each in self.saved if each.track.id)
        return ids & frozenset(track_ids)

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        return {}
