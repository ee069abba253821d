"""Opens the cache that the settings ask for."""

from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.fetching import LONGEST_LEASE
from providers.cache.keyring import Keyring
from providers.cache.memory import MemoryCache
from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cache.redis.client import ByteCache, RedisClient, connect
from providers.cache.redis.rate_limit import RedisRateLimitState
from providers.cache.redis.store import RedisStore
from providers.rate_limit import LocalRateLimitState, RateLimitState

__all__ = ["CacheSettings", "open_cache"]

# Whoever is forgotten is forgotten in every process after a minute: what memory holds
# may have been read by a request that began before, and lived for that long.
ABOVE_REDIS = 60.0 - LONGEST_LEASE


def open_cache(
    settings: CacheSettings, sources: Clocks
) -> tuple[Cache, RateLimitState]:
    """The cache and the application's brake, without a connection yet: Redis may be
    down now and later. Closing the cache closes the brake's connections too.

    Raises `ValueError` for Redis without a secret, or a URL that is none.
    """
    url = settings.redis_url
    if url is None:
        return open_memory_cache(settings, sources)
    if settings.secret is None:
        raise ValueError("a cache in Redis takes a secret")
    keyring = Keyring(settings.secret, settings.previous_secret)
    link = RedisClient(ByteCache(connect(url)), sources)
    memory = MemoryCache(settings.memory_bytes, ABOVE_REDIS)
    store = RedisStore(link, keyring, sources)
    brake = RedisRateLimitState(link, LocalRateLimitState(sources.clock), sources)
    return Cache(keyring, memory, store, sources), brake
