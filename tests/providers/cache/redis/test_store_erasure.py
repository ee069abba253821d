"""An erasure finds all records, also those that are stored while it reads."""

import pytest

from providers.cache.redis.client import RedisClient
from providers.cache.redis.erasure import Erasure
from providers.cache.redis.factory import CacheSettings
from providers.cache.redis.lua_scripts import members_key, scopes_key
from providers.cache.redis.store import RedisStore
from providers.cache.ttl import PLAYLISTS
from providers.deadline import TimeBudget
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import FIRST_SECRET, Clock, Instance, listener

LEFT_ALONE = (b":generation", b":lease")


def records(server: RedisServer) -> list[bytes]:
    with server.client() as client:
        return [key for key in client.scan_iter("*") if not key.endswith(LEFT_ALONE)]


class Busybody(RedisClient):
    """Adds a member to each list just after it was read, `times` times."""

    def __init__(self, link: RedisClient, server: RedisServer, times: int) -> None:
        super().__init__(link._cache, Clock().sources())
        self._server = server
        self._times = times

    async def members(self, name: bytes, budget: TimeBudget) -> tuple[bytes, ...]:
        found = await super().members(name, budget)
        if self._times > 0 and name.endswith((b":names", b":tags")):
            self._times -= 1
            with self._server.client() as client:
                slot, _, _ = name.rpartition(b":")
                late = slot + b":late" if name.endswith(b":names") else b"0" * 32
                client.sadd(name, late)
                if name.endswith(b":names"):
                    client.set(late, b"x", px=60_000)
                client.pexpire(name, 60_000)
        return found


async def filled(begin: Begin, settings: CacheSettings) -> Instance:
    instance = begin(settings)
    await instance.library.playlists(listener())
    await instance.library.top_tracks(listener(), "weeks")
    return instance


async def test_all_of_a_person_goes(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf, redis_server: RedisServer
) -> None:
    shelf.owners["token-of-bob"] = "bob"
    instance = await filled(begin, on_redis)
    await instance.library.playlists(listener("token-of-bob", "person-bob"))
    before = records(redis_server)
    assert await instance.library.forget(Secret("person-ada"))
    after = records(redis_server)
    assert len(before) == 13
    assert len(after) == 6, "the other person's six are left"
    assert await instance.library.forget(Secret("person-bob"))
    assert records(redis_server) == []
    assert await instance.library.forget(Secret("nobody known"))


@pytest.mark.parametrize("times", [1, 2, 5])
async def test_what_comes_meanwhile_goes_too(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer, times: int
) -> None:
    instance = await filled(begin, on_redis)
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    busybody = Busybody(store._client, redis_server, times)
    person = instance.cache.keyring.scope(b"person", "person-ada")
    assert await Erasure(busybody, Clock()).erase_person(person)
    assert records(redis_server) == []


async def test_an_endless_crowd_is_told(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    instance = await filled(begin, on_redis)
    store = instance.cache._store
    assert isinstance(store, RedisStore)
    person = instance.cache.keyring.scope(b"person", "person-ada")
    with redis_server.client() as client:
        crowd = [
            Erasure(OneSided(store._client, redis_server, suffix), Clock())
            for suffix in (b":names", b":tags")
        ]
        assert not await crowd[0].erase_person(person)
        assert not await crowd[0].erase_scope(person)
        assert not await crowd[1].erase_person(person)
        assert client.exists(
            members_key(person.hashes[0]), scopes_key(person.hashes[0])
        )


class OneSided(Busybody):
    """Adds a new member after every reading of one sort of list, for ever."""

    def __init__(self, link: RedisClient, server: RedisServer, suffix: bytes) -> None:
        super().__init__(link, server, 0)
        self._suffix = suffix
        self._count = 0

    async def members(self, name: bytes, budget: TimeBudget) -> tuple[bytes, ...]:
        found = await super().members(name, budget)
        if name.endswith(self._suffix):
            self._count += 1
            with self._server.client() as client:
                slot, _, _ = name.rpartition(b":")
                number = str(self._count).encode()
                names = self._suffix == b":names"
                client.sadd(
                    name, slot + b":late" + number if names else number.zfill(32)
                )
                client.pexpire(name, 60_000)
        return found


async def test_without_redis_it_says_so(begin: Begin) -> None:
    instance = begin(
        CacheSettings(
            memory_bytes=2**20,
            redis_url=Secret(f"redis://127.0.0.1:{free_port()}/0"),
            secret=FIRST_SECRET,
        )
    )
    await instance.library.playlists(listener())
    assert instance.cache.status().entries > 0
    assert not await instance.library.forget(Secret("person-ada"))
    assert instance.cache.status().entries == 0, "here it is forgotten all the same"
    assert not await instance.library.refresh(listener())


async def test_a_commit_after_a_purge_keeps_nothing(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    instance, other = await filled(begin, on_redis), begin(on_redis)
    who = listener()
    assert who.token is not None
    request = instance.cache.request(who, who.token)
    home = instance.cache.set_account(request, await instance.library.account(who))
    entry = instance.cache.key(home.scope, PLAYLISTS, "another")

    async def fetch() -> object:
        await other.library.forget(who.key)
        return await instance.shelf.playlists(who)

    await instance.cache.get_or_fetch(entry, fetch, request)  # type: ignore[arg-type] # a list of playlists
    assert request.forgotten
    assert records(redis_server) == []
    assert instance.cache.peek_memory(entry, request) is None
    held = await instance.cache._tiers.put(
        entry, await instance.shelf.playlists(who), request, None
    )
    assert held.value.total == 2
    assert records(redis_server) == []


async def test_a_request_that_had_claimed_nothing_yet_keeps_nothing(
    begin: Begin, on_redis: CacheSettings, clock: Clock, redis_server: RedisServer
) -> None:
    here, other = await filled(begin, on_redis), begin(on_redis)
    who = listener()
    await here.library.playlists(who)  # by memory: Redis has not heard of this request
    clock.pass_by(1)
    assert await other.library.forget(who.key)
    await here.library.recent_plays(who)
    assert records(redis_server) == []
    assert here.cache.status().entries == 0, "it has heard of the purge now"
