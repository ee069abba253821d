"""A library in memory that counts what it is asked."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from providers.errors import LinkExpired, ProviderError
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

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass
class Shelf:
    """A `Library` of several accounts, found by token; it counts its calls.

    `edition` is in every name that it gives; when `changing`, every call is another
    edition. `readings` tells when each was last asked for (by `clock`). A call that is
    held waits, then raises what `fails` names for it.
    """

    owners: dict[str, str] = field(default_factory=lambda: {"token-of-ada": "ada"})
    edition: int = 1
    changing: bool = False
    calls: Counter[str] = field(default_factory=Counter)
    fails: dict[str, ProviderError] = field(default_factory=dict)
    shut: dict[str, asyncio.Event] = field(default_factory=dict)
    begun: dict[str, asyncio.Event] = field(default_factory=dict)
    readings: dict[int, float] = field(default_factory=dict)
    clock: Callable[[], float] = time.monotonic
    partial: bool = False

    def hold(self, name: str) -> asyncio.Event:
        """Calls of `name` wait until the event is set; `begun[name]` tells of one."""
        self.begun[name] = asyncio.Event()
        self.shut[name] = asyncio.Event()
        return self.shut[name]

    def release(self, name: str) -> None:
        """Lets the calls go on, and those that follow."""
        self.shut.pop(name).set()
        del self.begun[name]

    async def _call(self, name: str, listener: Listener) -> str:
        """The owner's name after counting, waiting and failing as arranged."""
        self.calls[name] += 1
        began = self.clock()
        if name in self.begun:
            self.begun[name].set()
        if name in self.shut:
            await self.shut[name].wait()
        if name in self.fails:
            raise self.fails[name]
        token = listener.token.reveal() if listener.token else ""
        if token not in self.owners:
            raise LinkExpired
        owner = self.owners[token]
        self.edition += self.changing
        self.readings[self.edition] = began
        return f"{owner} {self.edition}"

    async def account(self, listener: Listener) -> Account:
        owner, _, _ = (await self._call("account", listener)).partition(" ")
        return Account(id=f"id-{owner}", user=f"user-{owner}", name=owner.title())

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        name = await self._call("playlists", listener)
        owner, _, _ = name.partition(" ")
        mine = Playlist(id="pl-1", name=f"Mix of {name}", owner_id=f"user-{owner}")
        other = Playlist(id="pl-2", name=f"Found by {name}", owner_id="user-zoe")
        return Listing((mine, other), 2, complete=not self.partial)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        name = await self._call("playlist_items", listener)
        title = f"{name} {playlist.id} {playlist.version}"
        return Listing((PlaylistItem(Track("t", title), NOON, "user-zoe"),), 1)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        name = await self._call("top_artists", listener)
        return Listing((Artist("a", f"{name} {period}"),), 1)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        name = await self._call("top_tracks", listener)
        return Listing((Track("t", f"{name} {period}"),), 1)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        name = await self._call("recent_plays", listener)
        return Listing((Play(Track("t", name), NOON),), 1)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        name = await self._call("saved_tracks", listener)
        return Listing((SavedTrack(Track("t", name), NOON),), 1)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        name = await self._call("saved_albums", listener)
        return Listing((SavedAlbum(Album("b", name), None),), 1)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        name = await self._call("followed_artists", listener)
        return Listing((Artist("a", name),), 1)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        name = await self._call("artist", listener)
        return Artist(artist_id, f"{name} {artist_id}")

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        name = await self._call("artist_albums", listener)
        title = f"{name} {artist_id} {' '.join(sorted(groups))}"
        return Listing((Album("b", title),), 1)

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        name = await self._call("album_tracks", listener)
        return Listing((Track("t", f"{name} {album_id}"),), 1)

    async def now_playing(self, listener: Listener) -> NowPlaying:
        name = await self._call("now_playing", listener)
        return NowPlaying("track", Track("t1", name))

    async def track(self, listener: Listener, track_id: str) -> Track:
        name = await self._call("track", listener)
        return Track(track_id, f"{name} {track_id}")

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        name = await self._call("search", listener)
        title = f"{name} {query} {' '.join(sorted(kinds))} {limit}"
        return Found(tracks=(Track("t", title),))

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        name = await self._call("saved_among", listener)
        return frozenset((*track_ids[:1], name))

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self.playlists(listener)

    async def page_of_items(
        self,
        listener: Listener,
        playlist: Playlist,
        end: End,  # noqa: ARG002
    ) -> Listing[PlaylistItem]:
        return await self.playlist_items(listener, playlist)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self.saved_tracks(listener)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        return await self.followed_artists(listener)

    async def known_contents(
        self, _listener: Listener, _playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        return {}
