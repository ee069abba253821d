"""A cached library that also gives glimpses, and tells what it knows already."""

from collections.abc import Mapping, Sequence
from functools import partial

from providers.cache.core import Cache
from providers.cache.kinds import (
    ACCOUNT,
    FIRST_FOLLOWED,
    FIRST_PLAYLISTS,
    FOLLOWED_ARTISTS,
    LAST_ACCOUNT,
    LATEST_SAVES,
    PLAYLIST_ITEMS,
    PLAYLISTS,
    SAVED_TRACKS,
)
from providers.cache.meeting import Wish
from providers.cache.records import Kind
from providers.cache.visits import Home, Visit
from providers.cached_library import CachedLibrary
from providers.errors import NotLinked
from providers.listener import Listener
from providers.music import (
    Artist,
    Listing,
    Playlist,
    SavedTrack,
    T,
    Track,
    marked_mine,
)
from providers.taste import TasteLibrary


class CachedTasteLibrary(CachedLibrary):
    """A `TasteLibrary` and `OpenedPlaylists` behind `cache`.

    A whole list that is in memory serves for its beginning.
    """

    def __init__(self, library: TasteLibrary, cache: Cache) -> None:
        super().__init__(library, cache)
        self._glimpses = library

    async def first_playlists(self, listener: Listener) -> Listing[Playlist]:
        fetch = partial(self._glimpses.first_playlists, listener)
        wish = Wish(FIRST_PLAYLISTS, "", fetch, marked_mine)
        return await self._glimpse(listener, PLAYLISTS, wish)

    async def latest_saves(self, listener: Listener) -> Listing[SavedTrack]:
        fetch = partial(self._glimpses.latest_saves, listener)
        wish = Wish(LATEST_SAVES, "", fetch)
        return await self._glimpse(listener, SAVED_TRACKS, wish)

    async def first_followed(self, listener: Listener) -> Listing[Artist]:
        fetch = partial(self._glimpses.first_followed, listener)
        wish = Wish(FIRST_FOLLOWED, "", fetch)
        return await self._glimpse(listener, FOLLOWED_ARTISTS, wish)

    async def known_contents(
        self, listener: Listener, playlists: Sequence[Playlist]
    ) -> Mapping[str, Sequence[Track]]:
        """As far as this process has them in memory: that costs no time."""
        visit = self.visit(listener)
        home = self._home(visit)
        if home is None:
            return {}
        found = {}
        for one in playlists:
            if one.version is not None:
                detail = f"{one.id}\x00{one.version}"
                entry = self._cache.entry(home.shelf, PLAYLIST_ITEMS, detail)
                contents = self._cache.recall(entry, visit)
                if contents is not None:
                    found[one.id] = [item.track for item in contents.items]
        return found

    async def home(self, listener: Listener) -> Home | None:
        """The account of a listener who was here before; None for somebody new, whose
        account is not worth waiting for because nothing is kept of them.

        Raises what `account` raises.
        """
        visit = self.visit(listener)
        if (home := self._home(visit)) is not None:
            return home
        last = self._cache.entry(visit.person, LAST_ACCOUNT)
        if not await self._cache.holds(last, visit):
            return None
        question = partial(self._library.account, listener)
        return await self._acquaintance.home(visit, question)

    def visit(self, listener: Listener) -> Visit:
        """The listener's request as the cache sees it; raises `NotLinked`."""
        if listener.token is None:
            raise NotLinked
        return self._cache.visit(listener, listener.token)

    def _home(self, visit: Visit) -> Home | None:
        """The visit's account, where it is known without asking anybody."""
        if visit.home is None:
            pointer = self._cache.entry(visit.token, ACCOUNT)
            if (account := self._cache.recall(pointer, visit)) is not None:
                return self._cache.meet(visit, account)
        return visit.home

    async def _glimpse(
        self, listener: Listener, kind: Kind[Listing[T]], wish: Wish[Listing[T]]
    ) -> Listing[T]:
        """The whole list of that kind if it is in memory, else what is wished for."""
        visit = self.visit(listener)
        if (home := self._home(visit)) is not None:
            whole = self._cache.recall(self._cache.entry(home.shelf, kind), visit)
            if whole is not None:
                return whole
        return await self._grant(listener, wish)
