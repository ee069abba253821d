"""Recommendation stores: rankings and histories in the cache, or in memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from providers.cache.read_through import Cache
from providers.cache.records import DAY, LONGEST, CacheKey
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.cache.ttl import record_type
from providers.cached_library import CachedLibrary
from providers.listener import Listener
from providers.recommender.ranking.history import (
    History,
    RecommendationStore,
    StoredRanking,
)
from providers.secret import Secret

# The types of record that are made here: a ranking for its day, and the history.
RECOMMENDATIONS = record_type("recommendations", StoredRanking, DAY)
OPINIONS = record_type("opinions", History, LONGEST, LONGEST)

_MOST_RANKINGS = 8
"""Rankings that `MemoryStore` keeps for one listener."""


class CachedStore:
    """Store rankings and history in the cache, under the listener's account.

    Rankings are removed when the listener refreshes the library; the history stays
    until the listener is forgotten. All methods raise what `Library.account` raises.
    """

    def __init__(self, library: CachedLibrary, cache: Cache) -> None:
        self._library = library
        self._cache = cache

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        """Return the ranking stored under `name`, or None."""
        request = self._request(listener)
        account = request.account or await self._library.resolve_account(listener)
        if account is None:
            return None
        key = self._cache.key(account.scope, RECOMMENDATIONS, name)
        return await self._cache.get(key, request)

    async def keep_ranking(
        self, listener: Listener, stored_ranking: StoredRanking
    ) -> None:
        """Store a ranking; do nothing where the listener's account is unknown."""
        request = self._request(listener)
        if request.account is not None:
            key = self._cache.key(
                request.account.scope, RECOMMENDATIONS, stored_ranking.name
            )
            await self._cache.put(key, stored_ranking, request)

    async def history(self, listener: Listener) -> History:
        """Return the stored history, or an empty one."""
        request = self._request(listener)
        account = request.account or await self._library.resolve_account(listener)
        if account is None:
            return History()
        history = await self._cache.get(self._history_key(account), request)
        return history or History()

    async def keep_history(self, listener: Listener, history: History) -> None:
        """Store the history; do nothing where the listener's account is unknown."""
        request = self._request(listener)
        if request.account is not None:
            await self._cache.put(self._history_key(request.account), history, request)

    def _history_key(self, account: ResolvedAccount) -> CacheKey[History]:
        """Return a key in a scope of its own: a refresh of the library keeps it."""
        scope = self._cache.account_scope(b"opinions", account.account)
        return self._cache.key(scope, OPINIONS)

    def _request(self, listener: Listener) -> CacheRequest:
        return self._library.request(listener)


@dataclass
class _ListenerRecords:
    """Rankings by name, and the history, of one listener."""

    rankings: dict[str, StoredRanking] = field(default_factory=dict)
    history: History = field(default_factory=History)


class MemoryStore:
    """Store rankings and histories in this process alone, for users of the demo.

    At most `limit` listeners; the least recently used one is removed first. At most
    eight rankings for each listener; the oldest one is removed first.
    """

    def __init__(self, limit: int = 256) -> None:
        self._limit = limit
        self._listeners: OrderedDict[str, _ListenerRecords] = OrderedDict()

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        """Return the ranking stored under `name`, or None."""
        return self._records_of(listener).rankings.get(name)

    async def keep_ranking(
        self, listener: Listener, stored_ranking: StoredRanking
    ) -> None:
        """Store a ranking under its `name`."""
        rankings = self._records_of(listener).rankings
        rankings[stored_ranking.name] = stored_ranking
        while len(rankings) > _MOST_RANKINGS:
            del rankings[next(iter(rankings))]

    async def history(self, listener: Listener) -> History:
        """Return the stored history, or an empty one."""
        return self._records_of(listener).history

    async def keep_history(self, listener: Listener, history: History) -> None:
        """Store the history."""
        self._records_of(listener).history = history

    def forget(self, key: Secret) -> None:
        """Remove what is stored of the person with this `Listener.key`."""
        self._listeners.pop(key.reveal(), None)

    def _records_of(self, listener: Listener) -> _ListenerRecords:
        key = listener.key.reveal()
        records = self._listeners.setdefault(key, _ListenerRecords())
        self._listeners.move_to_end(key)
        if len(self._listeners) > self._limit:
            self._listeners.popitem(last=False)
        return records


class StoreRouter:
    """Route each listener to a store: `demo` where `is_demo` says so, else `own`."""

    def __init__(
        self,
        own: RecommendationStore,
        demo: RecommendationStore,
        is_demo: Callable[[Listener], bool],
    ) -> None:
        self._own = own
        self._demo = demo
        self._is_demo = is_demo

    def _store_of(self, listener: Listener) -> RecommendationStore:
        return self._demo if self._is_demo(listener) else self._own

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        """Return the ranking from the listener's store."""
        return await self._store_of(listener).ranking(listener, name)

    async def keep_ranking(
        self, listener: Listener, stored_ranking: StoredRanking
    ) -> None:
        """Store the ranking in the listener's store."""
        await self._store_of(listener).keep_ranking(listener, stored_ranking)

    async def history(self, listener: Listener) -> History:
        """Return the history from the listener's store."""
        return await self._store_of(listener).history(listener)

    async def keep_history(self, listener: Listener, history: History) -> None:
        """Store the history in the listener's store."""
        await self._store_of(listener).keep_history(listener, history)


class DemoMemory(Protocol):
    """What the demo remembers of a person, in this process alone."""

    def forget(self, key: Secret) -> None:
        """Remove what is stored of the person with this `Listener.key`."""
        ...


class PersonalData:
    """What is stored of listeners: in the cache, and in the demo's memory."""

    def __init__(self, library: CachedLibrary, *demo: DemoMemory) -> None:
        self._library = library
        self._demo = demo

    async def refresh(self, listener: Listener) -> bool:
        """Drop the listener's library; see `CachedLibrary.refresh`."""
        return await self._library.refresh(listener)

    async def forget(self, key: Secret) -> bool:
        """Erase the person with this `Listener.key`; see `CachedLibrary.forget`.

        What the demo remembers is in this process alone, and only here erased.
        """
        for memory in self._demo:
            memory.forget(key)
        return await self._library.forget(key)
