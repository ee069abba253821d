"""Opens the cache that the settings ask for."""

import secrets
from dataclasses import dataclass

from providers.brake import Brake, ProcessBrake
from providers.cache.core import Cache
from providers.cache.gate import Gate
from providers.cache.levels import Sources
from providers.cache.memory import Memory
from providers.cache.records import LONGEST
from providers.cache.redis_brake import RedisBrake
from providers.cache.redis_client import ByteCache, connect
from providers.cache.redis_link import RedisLink
from providers.cache.redis_store import RedisStore
from providers.cache.signets import Signets
from providers.cache.store import NoStore
from providers.secret import Secret

# Whoever is forgotten is forgotten in every process after this many seconds.
ABOVE_REDIS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheSettings:
    """`memory_bytes` bounds this process's part. `secret` (32 bytes or more) names and
    seals what is in Redis; `other` is read too while secrets rotate. Without Redis
    and a secret, one is made up that dies with the process."""

    memory_bytes: int
    redis_url: Secret | None = None
    secret: Secret | None = None
    other: Secret | None = None


def open_cache(settings: CacheSettings, sources: Sources) -> tuple[Cache, Brake]:
    """The cache and the application's brake, without a connection yet: Redis may be
    down now and later. Closing the cache closes the brake's connections too.

    Raises `ValueError` for Redis without a secret, or a URL that is none.
    """
    url = settings.redis_url
    if url is None:
        secret = settings.secret or Secret(secrets.token_hex(32))
        signets = Signets(secret, settings.other)
        memory = Memory(settings.memory_bytes, LONGEST)
        local = ProcessBrake(sources.clock)
        return Cache(signets, memory, NoStore(), sources), local
    if settings.secret is None:
        raise ValueError("a cache in Redis takes a secret")
    signets = Signets(settings.secret, settings.other)
    gate = Gate(sources.clock, sources.rng)
    link = RedisLink(ByteCache(connect(url)), gate)
    memory = Memory(settings.memory_bytes, ABOVE_REDIS)
    store = RedisStore(link, gate, signets, sources)
    brake = RedisBrake(link, ProcessBrake(sources.clock), sources)
    return Cache(signets, memory, store, sources), brake
