"""Factory of the cache: in Redis where the settings name one, else in memory only.

This module is imported only where `REDIS_URL` is set, because redis-py is slow to
import.
"""

from redis.asyncio.connection import SSLConnection

from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.fetching import LONGEST_REQUEST
from providers.cache.keyring import Keyring
from providers.cache.memory import MemoryCache
from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cache.redis.addresses import RedisAddress, parse_address
from providers.cache.redis.client import RedisClient
from providers.cache.redis.cluster import connect_cluster
from providers.cache.redis.connection import (
    ByteCache,
    ServerPool,
    Servers,
    SingleServer,
    TlsConnection,
    pool_options,
)
from providers.cache.redis.rate_limit import RedisRateLimitState
from providers.cache.redis.sentinel import sentinel_pool
from providers.cache.redis.signed_values import SignedValues
from providers.cache.redis.spotify_call_counts import RedisCallCounts
from providers.cache.redis.store import RedisStore
from providers.daily_quota import DailyQuota
from providers.rate_limit import LocalRateLimitState, RateLimitState
from providers.secret import Secret

__all__ = ["CacheSettings", "open_cache"]

# How long memory keeps a record that is in Redis too, in seconds. A person who is
# forgotten is forgotten in every process after a minute: a record in memory may have
# been read by a request that began before, and lived for `LONGEST_REQUEST`.
ABOVE_REDIS = 60.0 - LONGEST_REQUEST


# How many connections to a cluster a process opens at its start, so that its first
# listeners do not wait for TCP, TLS and AUTH. To one server it opens two.
OPENED_AT_START = 4


def connect(url: Secret) -> Servers:
    """Return a redis-py client that has not connected yet.

    `url` is one of `addresses.parse_address`, or `unix://`, with or without an ACL
    user; the URL names certificates in its query (`ssl_ca_certs=…`). A command that
    meets a closed connection is sent once more, because hosts that suspend processes
    leave dead sockets behind. Nothing else is repeated.
    """
    address = parse_address(url.reveal())
    if address.kind == "cluster":
        return connect_cluster(address)
    return connect_server(address)


def connect_server(address: RedisAddress) -> SingleServer:
    """Return a client of one server, or of the primary that Sentinels name."""
    if address.kind == "sentinel":
        return SingleServer(sentinel_pool(address))
    pool = ServerPool.from_url(address.urls[0], **pool_options())
    if pool.connection_class is SSLConnection:  # the URL's scheme has chosen it
        pool.connection_class = TlsConnection
    return SingleServer(pool)


def open_cache(
    settings: CacheSettings,
    clocks: Clocks,
    *,
    connections: int = 0,
    quota: DailyQuota | None = None,
) -> tuple[Cache, RateLimitState]:
    """Return the cache and the rate limit state.

    `connections` to Redis are opened beside the caller, inside a running event loop;
    the others when they are needed. Redis may be down now and come later. Closing the
    cache closes the connections of both. A `quota` with a limit is shared, too.

    Raise `ValueError` for Redis without a secret, or for a URL that is none.
    """
    url = settings.redis_url
    if url is None:
        return open_memory_cache(settings, clocks, quota)
    if settings.secret is None:
        raise ValueError("a cache in Redis takes a secret")
    keyring = Keyring(settings.secret, settings.previous_secret)
    client = RedisClient(ByteCache(connect(url)), clocks)
    if connections:
        client.open_connections(connections)
    memory = MemoryCache(settings.memory_bytes, ABOVE_REDIS)
    store = RedisStore(client, keyring, clocks)
    values = SignedValues(client, keyring)
    if quota is not None and quota.limit is not None:
        quota.sharing = RedisCallCounts(client, values, clocks, quota)
        if connections:
            client.spawn(quota.sharing.exchange())
    local = LocalRateLimitState(clocks.clock)
    rate_limit = RedisRateLimitState(client, local, values, clocks)
    return Cache(keyring, memory, store, clocks, quota), rate_limit
