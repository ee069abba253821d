"""A listener's library that remembers what it read."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from providers.cache.account_resolution import AccountResolver, CacheQuery
from providers.cache.read_through import Cache
from providers.cache.records import RecordType
from providers.cache.request import CacheRequest, ResolvedAccount
from providers.cache.ttl import (
    ACCOUNT,
    ALBUM_TRACKS,
    ARTIST,
    ARTIST_ALBUMS,
    FIRST_FOLLOWED,
    FIRST_PLAYLISTS,
    FOLLOWED_ARTISTS,
    LAST_ACCOUNT,
    LATEST_SAVES,
    PLAYLIST_ITEMS,
    PLAYLISTS,
    RECENT_PLAYS,
    SAVED_ALBUMS,
    SAVED_AMONG,
    SAVED_TRACKS,
    SEARCH,
    TOP_ARTISTS,
    TOP_TRACKS,
    TRACK,
    UNVERSIONED_ITEMS,
)
from providers.errors import NotLinked
from providers.library import Library, TasteLibrary
from providers.listener import Listener
from providers.music import (
    Account,
    Album,
    AlbumGroup,
    Artist,
    Found,
    Listing,
    Period,
    Play,
    Playlist,
    PlaylistItem,
    SavedAlbum,
    SavedTrack,
    Track,
    with_ownership,
)
from providers.music import Kind as SearchKind
from providers.secret import Secret

T = TypeVar("T")


class CachedLibrary:
    """`library` behind `cache`; see `providers.library.Library` for what each method
    gives. Raises what `library` raises, and `NotLinked` without a token."""

    def __init__(self, library: Library, cache: Cache) -> None:
        self._library = library
        self._cache = cache
        self._accounts = AccountResolver(cache)

    async def account(self, listener: Listener) -> Account:
        request = self._cache.request(listener, _token(listener))
        question = partial(self._library.account, listener)
        home = await self._accounts.resolve(request, question)
        return home.account

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        fetch = partial(self._library.playlists, listener)
        wish = CacheQuery(PLAYLISTS, "", fetch, with_ownership)
        return await self._get_or_fetch(listener, wish)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Kept under the playlist's version, and so right until that changes."""
        fetch = partial(self._library.playlist_items, listener, playlist)
        if playlist.version is None:
            return await self._read(listener, UNVERSIONED_ITEMS, fetch, playlist.id)
        detail = (playlist.id, playlist.version)
        return await self._read(listener, PLAYLIST_ITEMS, fetch, *detail)

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        fetch = partial(self._library.top_artists, listener, period)
        return await self._read(listener, TOP_ARTISTS, fetch, period)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        fetch = partial(self._library.top_tracks, listener, period)
        return await self._read(listener, TOP_TRACKS, fetch, period)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        fetch = partial(self._library.recent_plays, listener)
        return await self._read(listener, RECENT_PLAYS, fetch)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        fetch = partial(self._library.saved_tracks, listener)
        return await self._read(listener, SAVED_TRACKS, fetch)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        fetch = partial(self._library.saved_albums, listener)
        return await self._read(listener, SAVED_ALBUMS, fetch)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        fetch = partial(self._library.followed_artists, listener)
        return await self._read(listener, FOLLOWED_ARTISTS, fetch)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        fetch = partial(self._library.artist, listener, artist_id)
        return await self._read(listener, ARTIST, fetch, artist_id)

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        fetch = partial(self._library.artist_albums, listener, artist_id, groups)
        detail = (artist_id, *sorted(groups))
        return await self._read(listener, ARTIST_ALBUMS, fetch, *detail)

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        fetch = partial(self._library.album_tracks, listener, album_id)
        return await self._read(listener, ALBUM_TRACKS, fetch, album_id)

    async def track(self, listener: Listener, track_id: str) -> Track:
        fetch = partial(self._library.track, listener, track_id)
        return await self._read(listener, TRACK, fetch, track_id)

    async def search(
        self,
        listener: Listener,
        query: str,
        kinds: Sequence[SearchKind],
        limit: int = 10,
    ) -> Found:
        fetch = partial(self._library.search, listener, query, kinds, limit)
        detail = (query, str(limit), *sorted(kinds))
        return await self._read(listener, SEARCH, fetch, *detail)

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        fetch = partial(self._library.saved_among, listener, track_ids)
        detail = sorted(set(track_ids))
        return await self._read(listener, SAVED_AMONG, fetch, *detail)

    async def refresh(self, listener: Listener) -> bool:
        """Drops what is kept of the listener's library, so that the next question is
        answered afresh; other processes follow within a minute. False where Redis
        could not be asked. Raises what `account` raises."""
        request = self._cache.request(listener, _token(listener))
        question = partial(self._library.account, listener)
        home = await self._accounts.resolve(request, question)
        return await self._cache.refresh(home)

    async def forget(self, key: Secret) -> bool:
        """Forgets the listener of that `Listener.key`; see `Cache.forget`."""
        return await self._cache.forget(key)

    async def _read(
        self,
        listener: Listener,
        kind: RecordType[T],
        fetch: Callable[[], Coroutine[Any, Any, T]],
        *detail: str,
    ) -> T:
        return await self._get_or_fetch(
            listener, CacheQuery(kind, "\x00".join(detail), fetch)
        )

    async def _get_or_fetch(self, listener: Listener, wish: CacheQuery[T]) -> T:
        request = self._cache.request(listener, _token(listener))
        question = partial(self._library.account, listener)
        return await self._accounts.get_or_fetch(request, wish, question)


def _token(listener: Listener) -> Secret:
    if listener.token is None:
        raise NotLinked
    return listener.token


# FOLDED A cached library that also gives glimpses, and tells what it knows already.


class CachedTasteLibrary(CachedLibrary):
    """A `TasteLibrary` and `OpenedPlaylists` behind `cache`.

    A whole list that is in memory serves for its beginning.
    """

    def __init__(self, library: TasteLibrary, cache: Cache) -> None:
        super().__init__(library, cache)
        self._glimpses = library

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        fetch = partial(self._glimpses.first_page_of_playlists, listener)
        wish = CacheQuery(FIRST_PLAYLISTS, "", fetch, with_ownership)
        return await self._first_page(listener, PLAYLISTS, wish)

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        fetch = partial(self._glimpses.latest_saved_tracks, listener)
        wish = CacheQuery(LATEST_SAVES, "", fetch)
        return await self._first_page(listener, SAVED_TRACKS, wish)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        fetch = partial(self._glimpses.first_page_of_followed, listener)
        wish = CacheQuery(FIRST_FOLLOWED, "", fetch)
        return await self._first_page(listener, FOLLOWED_ARTISTS, wish)

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        """As far as this process has them in memory: that costs no time."""
        request = self.request(listener)
        home = self._resolve(request)
        if home is None:
            return {}
        found = {}
        for one in playlists:
            if one.version is not None:
                detail = f"{one.id}\x00{one.version}"
                entry = self._cache.key(home.scope, PLAYLIST_ITEMS, detail)
                contents = self._cache.peek_memory(entry, request)
                if contents is not None:
                    found[one.id] = [item.track for item in contents.items]
        return found

    async def resolve_account(self, listener: Listener) -> ResolvedAccount | None:
        """The account of a listener who was here before; None for somebody new, whose
        account is not worth waiting for because nothing is kept of them.

        Raises what `account` raises.
        """
        request = self.request(listener)
        if (home := self._resolve(request)) is not None:
            return home
        last = self._cache.key(request.person, LAST_ACCOUNT)
        if not await self._cache.has_fresh(last, request):
            return None
        question = partial(self._library.account, listener)
        return await self._accounts.resolve(request, question)

    def request(self, listener: Listener) -> CacheRequest:
        """The listener's request as the cache sees it; raises `NotLinked`."""
        if listener.token is None:
            raise NotLinked
        return self._cache.request(listener, listener.token)

    def _resolve(self, request: CacheRequest) -> ResolvedAccount | None:
        """The visit's account, where it is known without asking anybody."""
        if request.account is None:
            pointer = self._cache.key(request.token, ACCOUNT)
            if (account := self._cache.peek_memory(pointer, request)) is not None:
                return self._cache.set_account(request, account)
        return request.account

    async def _first_page(
        self,
        listener: Listener,
        kind: RecordType[Listing[T]],
        wish: CacheQuery[Listing[T]],
    ) -> Listing[T]:
        """The whole list of that kind if it is in memory, else what is wished for."""
        request = self.request(listener)
        if (home := self._resolve(request)) is not None:
            whole = self._cache.peek_memory(self._cache.key(home.scope, kind), request)
            if whole is not None:
                return whole
        return await self._get_or_fetch(listener, wish)
