"""Where rankings and memories stand: in the cache, sealed, or in this process."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from providers.cache.read_through import Cache
from providers.cache.records import CacheKey
from providers.cache.request import CacheRequest, ResolvedAccount
from providers.cache.ttl import OPINIONS, RECOMMENDATIONS
from providers.cached_library import CachedTasteLibrary
from providers.listener import Listener
from providers.recommender.ranking.history import Memory, RecommendationShelf, Record


class CachedShelf:
    """A `RecommendationShelf` in the cache, under the listener's account.

    Rankings go when the library is refreshed; the memory stays until the listener is
    forgotten. Raises what `Library.account` raises.
    """

    def __init__(self, library: CachedTasteLibrary, cache: Cache) -> None:
        self._library = library
        self._cache = cache

    async def record(self, listener: Listener, name: str) -> Record | None:
        home = await self._library.home(listener)
        if home is None:
            return None
        entry = self._cache.key(home.scope, RECOMMENDATIONS, name)
        return await self._cache.keeping.get(entry, self._visit(listener))

    async def keep_record(self, listener: Listener, record: Record) -> None:
        request = self._visit(listener)
        if request.account is not None:
            entry = self._cache.key(request.account.scope, RECOMMENDATIONS, record.name)
            await self._cache.keeping.put(entry, record, request)

    async def memory(self, listener: Listener) -> Memory:
        home = await self._library.home(listener)
        if home is None:
            return Memory()
        request = self._visit(listener)
        found = await self._cache.keeping.get(self._opinions(home), request)
        return found or Memory()

    async def keep_memory(self, listener: Listener, memory: Memory) -> None:
        request = self._visit(listener)
        if request.account is not None:
            await self._cache.keeping.put(
                self._opinions(request.account), memory, request
            )

    def _opinions(self, home: ResolvedAccount) -> CacheKey[Memory]:
        """Under a name of its own, so that a refreshed library leaves it alone."""
        subject = self._cache.keyring.scope(b"opinions", home.account.id)
        return self._cache.key(subject, OPINIONS)

    def _visit(self, listener: Listener) -> CacheRequest:
        return self._library.request(listener)


@dataclass
class _Corner:
    """What one listener has on a `ProcessShelf`."""

    records: dict[str, Record] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)


class ProcessShelf:
    """A `RecommendationShelf` in this process alone, for visitors who leave nothing:
    at most `limit` of them, the least recently seen goes first."""

    def __init__(self, limit: int = 256) -> None:
        self._limit = limit
        self._corners: OrderedDict[str, _Corner] = OrderedDict()

    async def record(self, listener: Listener, name: str) -> Record | None:
        return self._corner(listener).records.get(name)

    async def keep_record(self, listener: Listener, record: Record) -> None:
        records = self._corner(listener).records
        records[record.name] = record
        while len(records) > _RECORDS:
            del records[next(iter(records))]

    async def memory(self, listener: Listener) -> Memory:
        return self._corner(listener).memory

    async def keep_memory(self, listener: Listener, memory: Memory) -> None:
        self._corner(listener).memory = memory

    def _corner(self, listener: Listener) -> _Corner:
        corner = self._corners.setdefault(listener.key.reveal(), _Corner())
        self._corners.move_to_end(listener.key.reveal())
        if len(self._corners) > self._limit:
            self._corners.popitem(last=False)
        return corner


_RECORDS = 8


class ShelfByListener:
    """`visitors` for those of whom `visits` says so, `own` for the others."""

    def __init__(
        self,
        own: RecommendationShelf,
        visitors: RecommendationShelf,
        requests: Callable[[Listener], bool],
    ) -> None:
        self._own = own
        self._visitors = visitors
        self._visits = requests

    def _of(self, listener: Listener) -> RecommendationShelf:
        return self._visitors if self._visits(listener) else self._own

    async def record(self, listener: Listener, name: str) -> Record | None:
        return await self._of(listener).record(listener, name)

    async def keep_record(self, listener: Listener, record: Record) -> None:
        await self._of(listener).keep_record(listener, record)

    async def memory(self, listener: Listener) -> Memory:
        return await self._of(listener).memory(listener)

    async def keep_memory(self, listener: Listener, memory: Memory) -> None:
        await self._of(listener).keep_memory(listener, memory)
