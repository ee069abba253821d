"""Opens the cache of a process that shares it with nobody."""

import secrets
from dataclasses import dataclass

from providers.cache.keyring import Keyring
from providers.cache.memory import MemoryCache
from providers.cache.read_through import Cache
from providers.cache.records import LONGEST, Clocks
from providers.cache.store import NoStore
from providers.rate_limit import LocalRateLimitState, RateLimitState
from providers.secret import Secret


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheSettings:
    """`memory_bytes` bounds this process's part. `secret` (32 bytes or more) names and
    seals what is in Redis; `other` is read too while secrets rotate. Without Redis
    and a secret, one is made up that dies with the process."""

    memory_bytes: int
    redis_url: Secret | None = None
    secret: Secret | None = None
    previous_secret: Secret | None = None


def open_memory_cache(
    settings: CacheSettings, sources: Clocks
) -> tuple[Cache, RateLimitState]:
    """The cache and the application's brake; nothing of it outlives the process."""
    secret = settings.secret or Secret(secrets.token_hex(32))
    keyring = Keyring(secret, settings.previous_secret)
    memory = MemoryCache(settings.memory_bytes, LONGEST)
    return Cache(keyring, memory, NoStore(), sources), LocalRateLimitState(
        sources.clock
    )
