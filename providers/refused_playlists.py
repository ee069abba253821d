"""Refused playlists: which playlists of an account could not be opened lately."""

import asyncio
from weakref import WeakValueDictionary

from providers.cache.read_through import Cache
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.cache.ttl import REFUSED_PLAYLISTS

MOST_REFUSED = 200
"""How many refused playlists of one account are remembered."""


class _Unstored:
    """Refusals of one account that are not stored yet; `lock` is held to store."""

    def __init__(self) -> None:
        self.lock = asyncio.Lock()
        self.playlist_ids: set[str] = set()


class RefusedPlaylists:
    """Remember the ids of refused playlists for a day, in one record for each account.

    Many playlists may be refused at the same moment, by one question about many. They
    are stored one after the other, or together, so that none overwrites another.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._unstored: WeakValueDictionary[bytes, _Unstored] = WeakValueDictionary()

    async def among(
        self, account: ResolvedAccount, request: CacheRequest
    ) -> frozenset[str]:
        """Return the ids of the account's playlists that were refused lately."""
        key = self._cache.key(account.scope, REFUSED_PLAYLISTS)
        return await self._cache.get(key, request) or frozenset()

    async def add(
        self, playlist_id: str, account: ResolvedAccount, request: CacheRequest
    ) -> None:
        """Remember that a playlist was refused."""
        key = self._cache.key(account.scope, REFUSED_PLAYLISTS)
        unstored = self._unstored_of(key.key)
        unstored.playlist_ids.add(playlist_id)
        async with unstored.lock:
            new, unstored.playlist_ids = unstored.playlist_ids, set()
            if not new:
                return  # stored with another one
            known = await self.among(account, request)
            if not new <= known and len(known) < MOST_REFUSED:
                await self._cache.put(key, known | new, request)

    async def remove(
        self, playlist_id: str, account: ResolvedAccount, request: CacheRequest
    ) -> None:
        """Remember that a playlist opens.

        Costs nothing unless memory knows a refusal.
        """
        key = self._cache.key(account.scope, REFUSED_PLAYLISTS)
        if playlist_id not in (self._cache.peek_memory(key, request) or ()):
            return
        async with self._unstored_of(key.key).lock:
            known = await self.among(account, request)
            await self._cache.put(key, known - {playlist_id}, request)

    def _unstored_of(self, key: bytes) -> _Unstored:
        """Return the account's refusals that are not stored; kept while one is held."""
        return self._unstored.setdefault(key, _Unstored())
