"""Cache of what was read from the music service: in memory, and in Redis behind it.

`redis.factory.open_cache` opens a cache with Redis; it is imported by itself, because
only a process with `REDIS_URL` needs it. `providers.cached_library` is the library that
reads through the cache.
"""

from providers.cache.account_resolution import AccountResolver, CacheQuery
from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.read_through import Cache
from providers.cache.records import CacheKey, Clocks, RecordType
from providers.cache.request_state import CacheRequest, ResolvedAccount
from providers.cache.store import CacheStatus

__all__ = [
    "AccountResolver",
    "Cache",
    "CacheKey",
    "CacheQuery",
    "CacheRequest",
    "CacheSettings",
    "CacheStatus",
    "Clocks",
    "RecordType",
    "ResolvedAccount",
    "open_memory_cache",
]
