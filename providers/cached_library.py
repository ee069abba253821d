"""Cached library: a `Library` that reads through the cache, per Spotify account."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from providers.cache.account_resolution import AccountResolver, CacheQuery
from providers.cache.read_through import Cache
from providers.cache.records import CacheKey, RecordType
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.cache.ttl import (
    ALBUM_TRACKS,
    ARTIST,
    ARTIST_ALBUMS,
    CHANGEABLE,
    FIRST_FOLLOWED,
    FIRST_PLAYLISTS,
    FOLLOWED_ARTISTS,
    LATEST_SAVES,
    OWN_LISTS,
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
from providers.errors import Forbidden, NotFound, NotLinked
from providers.fan_out import optional
from providers.library import Library
from providers.library_changes import LIBRARY_CHANGES, LibraryChanges
from providers.listener import Listener
from providers.music import (
    Account,
    Album,
    AlbumGroup,
    Artist,
    End,
    Found,
    Listing,
    NowPlaying,
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
from providers.refused_playlists import RefusedPlaylists
from providers.secret import Secret

T = TypeVar("T")

MOST_COPIES = 20
"""How many playlists' contents stay as stale copies when a library is refreshed."""


class CachedLibrary:
    """A `providers.library.Library` that puts `cache` before `library`.

    Each method returns what the same method of `library` returns, and raises what that
    raises, `NotLinked` where the listener has no token, `Overloaded` and
    `DeadlineExceeded`.

    `changeable`: this skill changes libraries. Lists that it can change are then read
    under the library's edition, a number that grows with every change: so what was
    read before a change is not served after it, by whatever process.
    """

    def __init__(
        self, library: Library, cache: Cache, *, changeable: bool = False
    ) -> None:
        self._library = library
        self._cache = cache
        self._accounts = AccountResolver(cache)
        self._refused = RefusedPlaylists(cache)
        self._changeable = changeable

    async def account(self, listener: Listener) -> Account:
        """Return the account that the access token belongs to."""
        return (await self._resolve(listener)).account

    async def playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return all playlists, with `mine` set."""
        fetch = partial(self._library.playlists, listener)
        edition = await self._edition(listener)
        query = CacheQuery(PLAYLISTS, edition, fetch, with_ownership)
        return await self._get_or_fetch(listener, query)

    async def first_page_of_playlists(self, listener: Listener) -> Listing[Playlist]:
        """Return the whole list if memory has it, else the first page."""
        fetch = partial(self._library.first_page_of_playlists, listener)
        edition = await self._edition(listener)
        query = CacheQuery(FIRST_PLAYLISTS, edition, fetch, with_ownership)
        return await self._first_page(listener, PLAYLISTS, query)

    async def playlist_items(
        self, listener: Listener, playlist: Playlist
    ) -> Listing[PlaylistItem]:
        """Return a playlist's contents.

        The key holds the playlist's version, so that a record is right until the
        version changes. Without a version the record is fresh for minutes only.
        """
        record_type = UNVERSIONED_ITEMS if playlist.version is None else PLAYLIST_ITEMS
        fetch = partial(self._library.playlist_items, listener, playlist)
        version = playlist.version or await self._edition(listener)
        reading = self._read(listener, record_type, fetch, playlist.id, version)
        return await self._opened(listener, playlist.id, reading)

    async def page_of_items(
        self, listener: Listener, playlist: Playlist, end: End
    ) -> Listing[PlaylistItem]:
        """Return an end of a playlist's contents, at most five minutes old."""
        fetch = partial(self._library.page_of_items, listener, playlist, end)
        parts = (playlist.id, playlist.version or "", end)
        reading = self._read(listener, UNVERSIONED_ITEMS, fetch, *parts)
        return await self._opened(listener, playlist.id, reading)

    async def _opened(
        self, listener: Listener, playlist_id: str, reading: Awaitable[T]
    ) -> T:
        """Return what was read; remember whether the playlist could be opened."""
        try:
            value = await reading
        except (Forbidden, NotFound):
            await self._note(self._refused.add, playlist_id, listener)
            raise
        await self._note(self._refused.remove, playlist_id, listener)
        return value

    async def _note(
        self,
        note: Callable[[str, ResolvedAccount, CacheRequest], Awaitable[None]],
        playlist_id: str,
        listener: Listener,
    ) -> None:
        request = self.request(listener)
        if (account := self._accounts.peek(request)) is not None:
            await note(playlist_id, account, request)

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        """Return the tracks of those playlists whose contents are fresh in memory.

        A playlist that was refused lately has no tracks: nobody should recommend it.
        """
        request = self.request(listener)
        account = self._accounts.peek(request)
        if account is None:
            return {}
        refused = await self._refused.among(account, request)
        contents: dict[str, Sequence[Track]] = dict.fromkeys(
            (playlist.id for playlist in playlists if playlist.id in refused), ()
        )
        for playlist in playlists:
            if playlist.version is not None:
                parameter = _contents_parameter(playlist)
                key = self._cache.key(account.scope, PLAYLIST_ITEMS, parameter)
                listing = self._cache.peek_memory(key, request)
                if listing is not None:
                    contents[playlist.id] = [item.track for item in listing.items]
        return contents

    async def top_artists(self, listener: Listener, period: Period) -> Listing[Artist]:
        """Return the most heard artists of a period."""
        fetch = partial(self._library.top_artists, listener, period)
        return await self._read(listener, TOP_ARTISTS, fetch, period)

    async def top_tracks(self, listener: Listener, period: Period) -> Listing[Track]:
        """Return the most heard tracks of a period."""
        fetch = partial(self._library.top_tracks, listener, period)
        return await self._read(listener, TOP_TRACKS, fetch, period)

    async def recent_plays(self, listener: Listener) -> Listing[Play]:
        """Return up to 50 plays, newest first."""
        fetch = partial(self._library.recent_plays, listener)
        return await self._read(listener, RECENT_PLAYS, fetch)

    async def now_playing(self, listener: Listener) -> NowPlaying:
        """Return what plays at this moment: asked for by itself, and never cached."""
        self.request(listener)
        return await self._library.now_playing(listener)

    async def saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return all saved tracks, newest first."""
        fetch = partial(self._library.saved_tracks, listener)
        return await self._read(
            listener, SAVED_TRACKS, fetch, await self._edition(listener)
        )

    async def latest_saved_tracks(self, listener: Listener) -> Listing[SavedTrack]:
        """Return the whole list if memory has it, else the first page."""
        fetch = partial(self._library.latest_saved_tracks, listener)
        query = CacheQuery(LATEST_SAVES, await self._edition(listener), fetch)
        return await self._first_page(listener, SAVED_TRACKS, query)

    async def saved_albums(self, listener: Listener) -> Listing[SavedAlbum]:
        """Return all saved albums, newest first."""
        fetch = partial(self._library.saved_albums, listener)
        return await self._read(listener, SAVED_ALBUMS, fetch)

    async def followed_artists(self, listener: Listener) -> Listing[Artist]:
        """Return all followed artists."""
        fetch = partial(self._library.followed_artists, listener)
        return await self._read(listener, FOLLOWED_ARTISTS, fetch)

    async def first_page_of_followed(self, listener: Listener) -> Listing[Artist]:
        """Return the whole list if memory has it, else the first page."""
        fetch = partial(self._library.first_page_of_followed, listener)
        query = CacheQuery(FIRST_FOLLOWED, "", fetch)
        return await self._first_page(listener, FOLLOWED_ARTISTS, query)

    async def artist(self, listener: Listener, artist_id: str) -> Artist:
        """Return one artist."""
        fetch = partial(self._library.artist, listener, artist_id)
        return await self._read(listener, ARTIST, fetch, artist_id)

    async def artist_albums(
        self, listener: Listener, artist_id: str, groups: Sequence[AlbumGroup]
    ) -> Listing[Album]:
        """Return an artist's newest albums, of these groups only."""
        fetch = partial(self._library.artist_albums, listener, artist_id, groups)
        parts = (artist_id, *sorted(groups))
        return await self._read(listener, ARTIST_ALBUMS, fetch, *parts)

    async def album_tracks(self, listener: Listener, album_id: str) -> Listing[Track]:
        """Return the tracks of an album in their order."""
        fetch = partial(self._library.album_tracks, listener, album_id)
        return await self._read(listener, ALBUM_TRACKS, fetch, album_id)

    async def track(self, listener: Listener, track_id: str) -> Track:
        """Return one track."""
        fetch = partial(self._library.track, listener, track_id)
        return await self._read(listener, TRACK, fetch, track_id)

    async def search(
        self,
        listener: Listener,
        query: str,
        kinds: Sequence[SearchKind],
        limit: int = 10,
    ) -> Found:
        """Return up to `limit` results of each kind."""
        fetch = partial(self._library.search, listener, query, kinds, limit)
        parts = (query, str(limit), *sorted(kinds))
        return await self._read(listener, SEARCH, fetch, *parts)

    async def saved_among(
        self, listener: Listener, track_ids: Sequence[str]
    ) -> frozenset[str]:
        """Return the ids of those tracks that are saved."""
        fetch = partial(self._library.saved_among, listener, track_ids)
        parts = [*sorted(set(track_ids)), await self._edition(listener)]
        return await self._read(listener, SAVED_AMONG, fetch, *parts)

    async def changes(self, listener: Listener) -> LibraryChanges:
        """Return what this skill changed in the library lately.

        Redis is asked each time, because another process may have changed it.
        """
        if self._changeable and (account := await self.resolve_account(listener)):
            key = self._changes_key(account)
            changes = await self._cache.latest(key, self.request(listener))
            return changes or LibraryChanges()
        return LibraryChanges()

    async def note_changes(self, listener: Listener, changes: LibraryChanges) -> None:
        """Store what was changed; the lists are read anew from now on."""
        account = await self._resolve(listener)
        key = self._changes_key(account)
        await self._cache.put(key, changes, self.request(listener))

    def _changes_key(self, account: ResolvedAccount) -> CacheKey[LibraryChanges]:
        """Return a key in a scope of its own: a refresh of the library keeps it."""
        scope = self._cache.account_scope(b"changes", account.account)
        return self._cache.key(scope, LIBRARY_CHANGES)

    async def _edition(self, listener: Listener) -> str:
        """Return the library's edition for keys; "" where nothing was changed."""
        if not self._changeable:
            return ""
        edition = (await self.changes(listener)).edition
        return str(edition) if edition else ""

    async def refresh(self, listener: Listener) -> bool:
        """Delete the cached library of the listener, so that it is read again.

        The listener's own lists, and contents of playlists that were read lately, stay
        as stale copies for the case that Spotify fails.
        Other processes follow within a minute. Returns False where Redis could not be
        asked. Raises what `account` raises.
        """
        account = await self._resolve(listener)
        request, edition = self.request(listener), await self._edition(listener)
        lists = [
            self._cache.key(
                account.scope,
                record_type,
                edition if record_type in CHANGEABLE else parameter,
            )
            for record_type, parameter in OWN_LISTS
        ]
        contents = self._contents_in_memory(account, edition, request)
        return await self._cache.refresh(account, request, [*lists, *contents])

    def _contents_in_memory(
        self, account: ResolvedAccount, edition: str, request: CacheRequest
    ) -> list[CacheKey[Any]]:
        """Return the keys of the playlists' contents that memory has, some of them."""
        playlists = self._cache.peek_memory(
            self._cache.key(account.scope, PLAYLISTS, edition), request
        )
        keys = (
            self._cache.key(
                account.scope, PLAYLIST_ITEMS, _contents_parameter(playlist)
            )
            for playlist in (playlists.items if playlists else ())
            if playlist.version is not None
        )
        known = (k for k in keys if self._cache.peek_memory(k, request) is not None)
        return list(islice(known, MOST_COPIES))

    async def forget(self, key: Secret) -> bool:
        """Erase everything of the listener with that `Listener.key`; see `Cache`."""
        return await self._cache.forget(key)

    async def resolve_account(self, listener: Listener) -> ResolvedAccount | None:
        """Return the account of a listener who was here before; None for a new one.

        The account of a new listener is not worth waiting for, because nothing is
        stored of them. None also where the account cannot be read just now. Raises
        the errors in `fan_out.FATAL_ERRORS`.
        """
        request = self.request(listener)
        if (account := self._accounts.peek(request)) is not None:
            return account
        fetch_account = partial(self._library.account, listener)
        known = self._accounts.resolve_known(request, fetch_account)
        return await optional(known, None)

    def request(self, listener: Listener) -> CacheRequest:
        """Return the cache's view of the listener's request; raise `NotLinked`."""
        if listener.token is None:
            raise NotLinked
        return self._cache.request(listener, listener.token)

    async def _resolve(self, listener: Listener) -> ResolvedAccount:
        request = self.request(listener)
        if request.account is not None:
            return request.account
        fetch_account = partial(self._library.account, listener)
        return await self._accounts.resolve(request, fetch_account)

    async def _read(
        self,
        listener: Listener,
        record_type: RecordType[T],
        fetch: Callable[[], Coroutine[Any, Any, T]],
        *parts: str,
    ) -> T:
        query = CacheQuery(record_type, "\x00".join(filter(None, parts)), fetch)
        return await self._get_or_fetch(listener, query)

    async def _first_page(
        self,
        listener: Listener,
        whole_list: RecordType[Listing[T]],
        query: CacheQuery[Listing[T]],
    ) -> Listing[T]:
        request = self.request(listener)
        if (account := self._accounts.peek(request)) is not None:
            key = self._cache.key(account.scope, whole_list, query.parameter)
            if (listing := self._cache.peek_memory(key, request)) is not None:
                return listing
        return await self._get_or_fetch(listener, query)

    async def _get_or_fetch(self, listener: Listener, query: CacheQuery[T]) -> T:
        request = self.request(listener)
        fetch_account = partial(self._library.account, listener)
        return await self._accounts.get_or_fetch(request, query, fetch_account)


def _contents_parameter(playlist: Playlist) -> str:
    return f"{playlist.id}\x00{playlist.version}"
