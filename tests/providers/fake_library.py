"""A fake library with faults, and a store, for the recommender's tests."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from providers.deadline import REQUEST_SECONDS, Deadline
from providers.errors import ProviderError
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
    Track,
)
from providers.recommender.ranking.domain_types import Taste
from providers.recommender.ranking.history import History, StoredRanking
from providers.secret import Secret
from providers.turn_telemetry import SpotifyCall, Turn
from tests.providers.sample_music import NOW, artist, rich_taste, track

T = TypeVar("T")


def listener(name: str = "listener", seconds: float = REQUEST_SECONDS) -> Listener:
    clock = asyncio.get_running_loop().time
    return Listener(
        key=Secret(name),
        token=Secret("token"),
        deadline=Deadline.after(seconds, clock),
        turn=Turn(clock),
    )


class Hang:
    """A fault: the call never comes back."""


Fault = ProviderError | Hang


@dataclass
class FakeLibrary:
    """A library that holds one taste, and a catalogue that searches look through.

    `faults` are by method, or by method and argument (`top_tracks weeks`). `calls`
    lists what was asked; each also goes into the turn. `known` are the contents of
    playlists that are known without a call; `saved` are ids of saved tracks beyond the
    first page.
    """

    taste: Taste = field(default_factory=rich_taste)
    catalogue: Sequence[Track] = ()
    contents: Mapping[str, Sequence[Track]] = field(default_factory=dict)
    known: Mapping[str, Sequence[Track]] = field(default_factory=dict)
    saved: frozenset[str] = frozenset()
    stale_for: float | None = None
    faults: Mapping[str, Fault] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    async def _answer(self, listener: Listener, method: str, detail: str = "") -> None:
        name = f"{method} {detail}".strip()
        self.calls.append(name)
        began = listener.turn.now()
        fault = self.faults.get(name, self.faults.get(method))
        listener.turn.add_call(SpotifyCall(f"/{method}", 1, 200, "ok", began, 0.0))
        if isinstance(fault, Hang):
            await asyncio.Event().wait()
        if isinstance(fault, ProviderError):
            raise fault
        await asyncio.sleep(0)

    async def _listing(
        self, listener: Listener, name: str, items: Sequence[T], period: str = ""
    ) -> Listing[T]:
        await self._answer(listener, name, period)
        return Listing(tuple(items), len(items), stale_for=self.stale_for)

    async def account(self, listener: Listener) -> Account:
        await self._answer(listener, "account")
        return Account("account")

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._listing(listener, "playlists", self.taste.playlists)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        return await self._listing(listener, "first_playlists", self.taste.playlists)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        found = self.contents.get(playlist.id, ())
        items = [PlaylistItem(one, added_at=NOW) for one in found]
        return await self._listing(listener, "playlist_items", items, playlist.id)

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        whole = self.contents.get(playlist.id, ())
        found = whole[:50] if end == "first" else whole[-50:]
        items = [PlaylistItem(one, added_at=NOW) for one in found]
        return await self._listing(listener, f"{end}_items", items, playlist.id)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        found = self.taste.top_artists.get(period, ())
        return await self._listing(listener, "top_artists", found, period)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        found = self.taste.top_tracks.get(period, ())
        return await self._listing(listener, "top_tracks", found, period)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        return await self._listing(listener, "recent_plays", self.taste.plays)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        return await self._listing(listener, "saved_tracks", self.taste.saves)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        await self._answer(listener, "latest_saves")
        total = len(self.taste.saves) + (0 if self.taste.saves_complete else 800)
        return Listing(self.taste.saves, total)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        return await self._listing(listener, "saved_albums", ())

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        return await self._listing(listener, "followed_artists", self.taste.followed)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        return await self._listing(listener, "first_followed", self.taste.followed)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        await self._answer(listener, "artist", artist_id)
        return artist(int(artist_id[1:]))

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        detail = " ".join((artist_id, *groups))
        return await self._listing(listener, "artist_albums", (), detail)

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        return await self._listing(listener, "album_tracks", (), album_id)

    async def now_playing(self, listener: Listener) -> NowPlaying:
        await self._answer(listener, "now_playing")
        return NOTHING_PLAYS

    async def track(self, listener: Listener, track_id: str) -> Track:
        await self._answer(listener, "track", track_id)
        return track(int(track_id[1:]))

    async def search(
        self, listener: Listener, query: str, kinds: Sequence[Kind], limit: int = 10
    ) -> Found:
        await self._answer(listener, "search", query)
        found = [one for one in self.catalogue if _meets(one, query)]
        known = {a.name: a for one in self.catalogue for a in one.artists}
        said = [a for name, a in known.items() if query.casefold() in name.casefold()]
        return Found(
            artists=tuple(said[:limit]) if "artist" in kinds else (),
            tracks=tuple(found[:limit]) if "track" in kinds else (),
            playlists=self.taste.playlists if "playlist" in kinds else (),
        )

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        await self._answer(listener, "saved_among")
        assert 0 < len(track_ids) <= 40
        return self.saved & frozenset(track_ids)

    async def known_contents(
        self, _listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        ids = {playlist.id for playlist in playlists}
        return {key: tracks for key, tracks in self.known.items() if key in ids}


_FILTER = re.compile(r'(genre|artist|year):("[^"]*"|\S+)')


def _meets(track: Track, query: str) -> bool:
    filters = _FILTER.findall(query)
    if not filters:
        return query.casefold() == track.title.casefold()
    return all(
        _meets_filter(track, name, value.strip('"').casefold())
        for name, value in filters
    )


def _meets_filter(track: Track, name: str, value: str) -> bool:
    if name == "genre":
        return any(value in by.genres for by in track.artists)
    if name == "year":
        first, _, last = value.partition("-")
        released = ((track.album and track.album.released) or "")[:4]
        return bool(released) and first <= released <= (last or first)
    return any(by.name.casefold().startswith(value) for by in track.artists)


class InMemoryStore:
    """A `RecommendationShelf` for one listener at a time, by their key."""

    def __init__(self) -> None:
        self.records: dict[tuple[str, str], StoredRanking] = {}
        self.memories: dict[str, History] = {}

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        return self.records.get((listener.key.reveal(), name))

    async def keep_ranking(self, listener: Listener, record: StoredRanking) -> None:
        self.records[listener.key.reveal(), record.name] = record

    async def history(self, listener: Listener) -> History:
        return self.memories.get(listener.key.reveal(), History())

    async def keep_history(self, listener: Listener, memory: History) -> None:
        self.memories[listener.key.reveal()] = memory
