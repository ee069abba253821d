"""Redis behind the cache: client, circuit breaker, store and shared rate limit.

Import `providers.cache.redis.factory.open_cache` from here down only where `REDIS_URL`
is set: redis-py is slow to import, so this front imports nothing.
"""
