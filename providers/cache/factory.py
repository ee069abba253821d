"""Cache factory for a process without Redis, and the settings of both factories.

`providers.cache.redis.factory` opens the cache with Redis behind it.
"""

import secrets

import msgspec

from providers.cache.keyring import Keyring
from providers.cache.memory import MemoryCache
from providers.cache.read_through import Cache
from providers.cache.records import LONGEST, Clocks
from providers.cache.store import NoStore
from providers.daily_quota import DailyQuota
from providers.rate_limit import LocalRateLimitState, RateLimitState
from providers.secret import Secret


class CacheSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What a cache is opened with.

    `memory_bytes` bounds the memory of this process. `redis_url` is None for a cache in
    memory alone. `secret` (32 bytes or more) names and seals what is in Redis;
    `previous_secret` is read too while secrets rotate. Without Redis and a secret, a
    random secret is used that ends with the process.
    """

    memory_bytes: int
    redis_url: Secret | None = None
    secret: Secret | None = None
    previous_secret: Secret | None = None


def open_memory_cache(
    settings: CacheSettings, clocks: Clocks, quota: DailyQuota | None = None
) -> tuple[Cache, RateLimitState]:
    """Return a cache and the state of the rate limit, both in this process only.

    With a `quota`, refreshes yield as it runs out.
    """
    secret = settings.secret or Secret(secrets.token_hex(32))
    keyring = Keyring(secret, settings.previous_secret)
    memory = MemoryCache(settings.memory_bytes, LONGEST)
    cache = Cache(keyring, memory, NoStore(), clocks, quota)
    return cache, LocalRateLimitState(clocks.clock)
