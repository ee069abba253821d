"""Whatever stands in Redis in place of a record is a miss, counted and replaced."""

from collections.abc import Callable

import pytest

from providers.cache.records import Lifetimes, PackedRecord
from providers.cache.redis.factory import CacheSettings
from providers.cache.request_state import CacheRequest
from providers.cache.store import Lease
from providers.cache.ttl import PLAYLISTS
from tests.conftest import RedisServer
from tests.providers.cache.conftest import Begin
from tests.providers.cache.world import (
    Instance,
    listener,
    roles,
)


@pytest.fixture
def back_end(on_redis: CacheSettings) -> CacheSettings:
    """This is about Redis alone."""
    return on_redis


def request(instance: Instance, token: str = "token-of-ada") -> CacheRequest:  # noqa: S107 - no real token
    who = listener(token)
    assert who.token is not None
    found = instance.cache.request(who, who.token)
    found.uses = who.turn.cache
    return found


Spoil = Callable[[bytes], bytes]
JUNK: dict[str, Spoil] = {
    "empty": lambda _: b"",
    "foreign": lambda _: b"{}",
    "truncated": lambda value: value[:-1],
    "half": lambda value: value[: len(value) // 2],
    "a bit turned": lambda value: value[:-9] + bytes([value[-9] ^ 1]) + value[-8:],
    "another version": lambda value: b"\x00" + value[1:],
    "no value but its mark": lambda value: value[:13],
}


@pytest.mark.parametrize("name", JUNK)
async def test_junk_is_a_miss_counted_and_replaced(
    name: str,
    instance: Instance,
    redis_server: RedisServer,
    begin: Begin,
    on_redis: CacheSettings,
) -> None:
    await instance.library.playlists(listener())
    with redis_server.client() as client:
        (key,) = client.keys("*:playlists")
        client.set(key, JUNK[name](client.get(key)), px=60_000)
    reader = begin(on_redis)
    who = listener()
    assert (await reader.library.playlists(who)).total == 2
    assert roles(who) == ["account:redis", "playlists:fetch"]
    assert reader.cache.status().undecodable == 1
    assert reader.cache.status().failures == 0
    third = begin(on_redis)
    await third.library.playlists(listener())
    assert instance.shelf.calls["playlists"] == 2, "it was replaced"


async def test_a_foreign_type_is_a_miss_and_replaced(
    instance: Instance, redis_server: RedisServer, begin: Begin, on_redis: CacheSettings
) -> None:
    await instance.library.playlists(listener())
    with redis_server.client() as client:
        (key,) = client.keys("*:playlists")
        client.delete(key)
        client.rpush(key, "somebody's list")
        client.pexpire(key, 60_000)
    for calls in (2, 2):
        reader = begin(on_redis)
        await reader.library.playlists(listener())
        assert instance.shelf.calls["playlists"] == calls


async def test_another_records_value_is_a_miss(
    instance: Instance, redis_server: RedisServer, begin: Begin, on_redis: CacheSettings
) -> None:
    await instance.library.playlists(listener())
    await instance.library.saved_tracks(listener())
    with redis_server.client() as client:
        (first,) = client.keys("*:playlists")
        (second,) = client.keys("*:saved_tracks")
        values = client.mget(first, second)
        client.set(first, values[1], keepttl=True)
        client.set(second, values[0], keepttl=True)
    reader = begin(on_redis)
    lists = await reader.library.playlists(listener())
    assert lists.items[0].name == "Mix of ada 1"
    assert reader.cache.status().undecodable == 1


async def test_a_value_of_another_release_is_a_miss_and_replaced(
    instance: Instance, begin: Begin, on_redis: CacheSettings
) -> None:
    who = listener()
    await instance.library.account(who)
    visiting = request(instance)
    home = instance.cache.set_account(visiting, await instance.library.account(who))
    place = instance.cache.key(home.scope, PLAYLISTS)
    other = PackedRecord.of(["x"], Lifetimes(0.0, 4e9, 4e9))
    lease = await instance.cache._store.claim(place, visiting, b"", 5)
    assert isinstance(lease, Lease)
    await instance.cache._store.commit(place, visiting, other, lease)
    reader = begin(on_redis)
    assert (await reader.library.playlists(listener())).total == 2
    assert reader.cache.status().undecodable >= 1
