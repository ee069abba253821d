"""What was said before a purge does not come back with what is said after it."""

import asyncio

from providers.cache.redis.factory import CacheSettings
from providers.recommender.ranking.history import History
from providers.recommender.store import OPINIONS
from tests.conftest import RedisServer
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import Clock, Instance, listener


def seconds_later(clock: Clock, server: RedisServer, seconds: int) -> None:
    """Also for the editions, which live by Redis's clock."""
    clock.pass_by(seconds)
    with server.client() as client:
        for key in client.scan_iter("*:generation"):
            client.pexpire(key, client.pttl(key) - seconds * 1000)


async def speak(instance: Instance, *, looks: bool) -> None:
    """One request that adds to what is held, or begins anew."""
    who = listener()
    assert who.token is not None
    cache = instance.cache
    request = cache.request(who, who.token)
    entry = cache.key(cache.keyring.scope(b"opinions", "ada"), OPINIONS)
    if looks:
        assert await cache.get(entry, request) == History()
    await cache.put(entry, History(), request)


def opinions(server: RedisServer) -> int:
    with server.client() as client:
        return len(list(client.scan_iter("*:opinions")))


async def test_a_memory_that_has_not_heard_of_it_is_not_gone_on_with(
    begin: Begin, on_redis: CacheSettings, clock: Clock, redis_server: RedisServer
) -> None:
    here, other = begin(on_redis), begin(on_redis)
    await speak(here, looks=False)
    assert opinions(redis_server) == 1
    clock.pass_by(5)
    assert await other.library.forget(listener().key)
    seconds_later(clock, redis_server, 2)
    await speak(here, looks=True)
    assert opinions(redis_server) == 0
    await speak(here, looks=False)
    assert opinions(redis_server) == 1, "what is said from now on is kept"


async def test_memory_passes_nothing_on_while_redis_is_out(
    begin: Begin, on_redis: CacheSettings, clock: Clock, redis_server: RedisServer
) -> None:
    here, other = begin(on_redis), begin(on_redis)
    await speak(here, looks=False)
    clock.pass_by(5)
    assert await other.library.forget(listener().key)
    seconds_later(clock, redis_server, 40)
    with redis_server.client() as client:
        client.execute_command("CLIENT PAUSE", 400, "ALL")
    await speak(here, looks=True)
    await asyncio.sleep(0.5)
    clock.pass_by(16)
    assert await read_opinions(here) is None, "61 s after it was said first"


async def test_a_memory_that_has_not_heard_of_it_spoils_no_request_with_a_new_token(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf
) -> None:
    shelf.owners |= {"first": "ada", "second": "ada"}
    here, other = begin(on_redis), begin(on_redis)
    await here.library.playlists(listener("first"))
    assert await other.library.forget(listener().key)
    await other.library.playlists(listener("first"))
    shelf.calls.clear()
    await here.library.playlists(listener("second"))
    assert shelf.calls == {"account": 1}, "the other process has stored the list"


async def test_what_is_read_while_redis_erases_does_not_stay_in_memory(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    here, other = begin(on_redis), begin(on_redis)
    await speak(other, looks=False)
    assert await read_opinions(here) == History()
    with redis_server.client() as client:
        client.execute_command("CLIENT PAUSE", 80, "WRITE")
    forgetting = asyncio.create_task(here.library.forget(listener().key))
    await asyncio.sleep(0)
    assert await read_opinions(here) == History(), "not erased yet"
    assert await forgetting
    assert await read_opinions(here) is None


async def read_opinions(instance: Instance) -> History | None:
    who = listener()
    assert who.token is not None
    cache = instance.cache
    entry = cache.key(cache.keyring.scope(b"opinions", "ada"), OPINIONS)
    return await cache.get(entry, cache.request(who, who.token))
