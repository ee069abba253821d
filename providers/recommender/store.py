"""Where rankings and memories stand: in the cache, sealed, or in this process."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from providers.cache.read_through import Cache
from providers.cache.records import DAY, LONGEST, CacheKey
from providers.cache.request import CacheRequest, ResolvedAccount
from providers.cache.ttl import record_type
from providers.cached_library import CachedLibrary
from providers.listener import Listener
from providers.recommender.ranking.history import (
    History,
    RecommendationStore,
    StoredRanking,
)

# Made here: a ranking for its day, and what the listener said.
RECOMMENDATIONS = record_type("recommendations", StoredRanking, DAY)
OPINIONS = record_type("opinions", History, LONGEST, LONGEST)


class CachedStore:
    """A `RecommendationShelf` in the cache, under the listener's account.

    Rankings go when the library is refreshed; the memory stays until the listener is
    forgotten. Raises what `Library.account` raises.
    """

    def __init__(self, library: CachedLibrary, cache: Cache) -> None:
        self._library = library
        self._cache = cache

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        home = await self._library.resolve_account(listener)
        if home is None:
            return None
        entry = self._cache.key(home.scope, RECOMMENDATIONS, name)
        return await self._cache.get(entry, self._request(listener))

    async def keep_ranking(self, listener: Listener, record: StoredRanking) -> None:
        request = self._request(listener)
        if request.account is not None:
            entry = self._cache.key(request.account.scope, RECOMMENDATIONS, record.name)
            await self._cache.put(entry, record, request)

    async def history(self, listener: Listener) -> History:
        home = await self._library.resolve_account(listener)
        if home is None:
            return History()
        request = self._request(listener)
        found = await self._cache.get(self._history_key(home), request)
        return found or History()

    async def keep_history(self, listener: Listener, memory: History) -> None:
        request = self._request(listener)
        if request.account is not None:
            await self._cache.put(self._history_key(request.account), memory, request)

    def _history_key(self, home: ResolvedAccount) -> CacheKey[History]:
        """Under a name of its own, so that a refreshed library leaves it alone."""
        subject = self._cache.keyring.scope(b"opinions", home.account.id)
        return self._cache.key(subject, OPINIONS)

    def _request(self, listener: Listener) -> CacheRequest:
        return self._library.request(listener)


@dataclass
class _ListenerRecords:
    """What one listener has on a `ProcessShelf`."""

    rankings: dict[str, StoredRanking] = field(default_factory=dict)
    history: History = field(default_factory=History)


class MemoryStore:
    """A `RecommendationShelf` in this process alone, for visitors who leave nothing:
    at most `limit` of them, the least recently seen goes first."""

    def __init__(self, limit: int = 256) -> None:
        self._limit = limit
        self._listeners: OrderedDict[str, _ListenerRecords] = OrderedDict()

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        return self._records_of(listener).rankings.get(name)

    async def keep_ranking(self, listener: Listener, record: StoredRanking) -> None:
        records = self._records_of(listener).rankings
        records[record.name] = record
        while len(records) > _RECORDS:
            del records[next(iter(records))]

    async def history(self, listener: Listener) -> History:
        return self._records_of(listener).history

    async def keep_history(self, listener: Listener, memory: History) -> None:
        self._records_of(listener).history = memory

    def _records_of(self, listener: Listener) -> _ListenerRecords:
        corner = self._listeners.setdefault(listener.key.reveal(), _ListenerRecords())
        self._listeners.move_to_end(listener.key.reveal())
        if len(self._listeners) > self._limit:
            self._listeners.popitem(last=False)
        return corner


_RECORDS = 8


class StoreRouter:
    """`visitors` for those of whom `visits` says so, `own` for the others."""

    def __init__(
        self,
        own: RecommendationStore,
        visitors: RecommendationStore,
        requests: Callable[[Listener], bool],
    ) -> None:
        self._own = own
        self._demo = visitors
        self._is_demo = requests

    def _store_of(self, listener: Listener) -> RecommendationStore:
        return self._demo if self._is_demo(listener) else self._own

    async def ranking(self, listener: Listener, name: str) -> StoredRanking | None:
        return await self._store_of(listener).ranking(listener, name)

    async def keep_ranking(self, listener: Listener, record: StoredRanking) -> None:
        await self._store_of(listener).keep_ranking(listener, record)

    async def history(self, listener: Listener) -> History:
        return await self._store_of(listener).history(listener)

    async def keep_history(self, listener: Listener, memory: History) -> None:
        await self._store_of(listener).keep_history(listener, memory)
