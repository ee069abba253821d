"""Whoever reads all of Redis learns neither tokens nor names nor ids."""

import logging

import pytest

from providers.cache.redis.factory import CacheSettings, open_cache
from providers.errors import ProviderError, Unavailable
from providers.music import Playlist
from providers.rate_limit import RateLimitBlock
from tests.conftest import RedisServer
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.library_calls import METHODS
from tests.providers.cache.world import Clock, listener

# Every text that a token, an id, a name or a question of these tests has in it, but no
# part that three random letters of a sealed value or a hashed key may spell, too.
TELLING = [
    b"token-of-ada",
    b"person-ada",
    b"id-ada",
    b"user-ada",
    b"Mix of",
    b"pl-1",
    b"pl-2",
    b"user-zoe",
    b"Found by",
    b"wanted",
    b"first secret",
]
KINDS_OF_KEY = {b"string", b"set"}


def dump(server: RedisServer) -> dict[bytes, list[bytes]]:
    """Every key with what it holds; checks that it expires."""
    found: dict[bytes, list[bytes]] = {}
    with server.client() as client:
        for key in client.scan_iter("*"):
            assert client.ttl(key) > 0, "every key expires"
            kind = client.type(key)
            assert kind in KINDS_OF_KEY
            members = client.smembers(key) if kind == b"set" else [client.get(key)]
            found[key] = list(members)
    return found


async def test_nothing_in_redis_can_be_read(
    redis_server: RedisServer,
    on_redis: CacheSettings,
    clock: Clock,
    shelf: Shelf,
    begin: Begin,
) -> None:
    library = begin(on_redis).library
    for ask in METHODS.values():
        await ask(library, listener())
    await library.search(listener(), "wanted", ["track"])
    await library.playlist_items(
        listener(), Playlist("pl-1", "Mix of ada", version="v")
    )
    shelf.fails["track"] = Unavailable()
    with pytest.raises(ProviderError):
        await library.track(listener(), "wanted")
    cache, brake = open_cache(on_redis, clock.sources())
    await brake.block(RateLimitBlock(30))
    await cache.aclose()
    before = dump(redis_server)
    await library.forget(listener().key)
    after = dump(redis_server)
    assert len(before) > 20
    assert {key.rpartition(b":")[2] for key in after} <= {
        b"generation",
        b"lease",
        b"{brake}",
    }
    for key, values in (before | after).items():
        for text in (key, *values):
            assert not [word for word in TELLING if word in text]


async def test_nothing_is_logged_or_shown(
    on_redis: CacheSettings,
    begin: Begin,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    instance = begin(on_redis)
    who = listener()
    await instance.library.playlists(who)
    await instance.library.forget(who.key)
    assert who.token is not None
    shown = [
        repr(instance.cache.request(who, who.token)),
        repr(on_redis),
        repr(instance.cache.status()),
        *(f"{record.getMessage()} {record.args}" for record in caplog.records),
    ]
    for text in shown:
        assert not [word for word in TELLING if word.decode() in text]


async def test_without_a_secret_names_differ_from_process_to_process() -> None:
    settings = CacheSettings(memory_bytes=2**20)
    tags = set()
    for _ in range(2):
        cache, _ = open_cache(settings, Clock().sources())
        tags.add(cache.keyring.scope(b"token", "same").hashes)

        await cache.aclose()
    assert len(tags) == 2
