"""A request stores nothing once it meets another edition than it began with."""

from providers.cache.redis.factory import CacheSettings
from providers.cache.request_state import CacheRequest
from providers.listener import Listener
from providers.recommender.ranking.history import History
from providers.recommender.store import OPINIONS
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.fault_proxy import Fault, FaultProxy
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.redis.test_faults import turned_by_hand
from tests.providers.cache.world import Clock, Instance, listener


def request_of(instance: Instance, who: Listener) -> CacheRequest:
    assert who.token is not None
    return instance.cache.request(who, who.token)


def stored(server: RedisServer) -> set[bytes]:
    with server.client() as client:
        keys = set(client.scan_iter("shelf:*"))
    return {key for key in keys if not key.endswith((b":generation", b":tags"))}


async def after_an_outage(
    clock: Clock, proxy: FaultProxy, instance: Instance
) -> Listener:
    """A request whose records came into memory while Redis was out; it is back."""
    await proxy.inflict(Fault.REFUSE)
    for _ in range(4):
        await instance.library.playlists(listener("token-1", "key-1"))
        await instance.library.playlists(listener("token-2", "key-2"))
    await proxy.inflict(Fault.NONE)
    clock.pass_by(6.1)
    assert await instance.library.forget(Secret("a stranger")), "it is back"
    return listener("token-1", "key-1")


async def test_what_is_derived_from_a_memory_of_an_outage_stays_here(
    redis_server: RedisServer,
) -> None:
    async with turned_by_hand(redis_server) as (clock, proxy, instance):
        who = await after_an_outage(clock, proxy, instance)
        account = await instance.library.account(who)
        key = instance.cache.key(
            instance.cache.account_scope(b"opinions", account), OPINIONS
        )
        await instance.cache.put(key, History(), request_of(instance, who))
        assert stored(redis_server) == set()
        again = request_of(instance, listener("token-1", "key-1"))
        assert await instance.cache.get(key, again) == History()


async def test_a_request_with_a_memory_of_an_outage_notices_an_erasure(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    other = begin(on_redis)
    async with turned_by_hand(redis_server) as (clock, proxy, instance):
        who = await after_an_outage(clock, proxy, instance)
        await instance.library.playlists(who)
        assert await other.library.forget(Secret("key-1"))
        await instance.library.top_tracks(who, "weeks")
        assert request_of(instance, who).forgotten
        assert stored(redis_server) == set()


async def test_a_copy_from_a_memory_of_an_outage_stays_here(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    """ "Refresh" keeps stale copies; the person was erased since the outage."""
    other = begin(on_redis)
    async with turned_by_hand(redis_server) as (clock, proxy, instance):
        who = await after_an_outage(clock, proxy, instance)
        assert await other.library.forget(Secret("key-1"))
        assert await instance.library.refresh(who)
        assert stored(redis_server) == set()


async def test_an_outage_that_begins_again_keeps_a_request_out(
    redis_server: RedisServer,
) -> None:
    async with turned_by_hand(redis_server) as (clock, proxy, instance):
        who = await after_an_outage(clock, proxy, instance)
        await proxy.inflict(Fault.RESET)
        await instance.library.playlists(who)
        await proxy.inflict(Fault.NONE)
        await instance.library.top_tracks(who, "weeks")
        assert stored(redis_server) == set()


async def test_memory_of_another_edition_is_a_miss(
    begin: Begin,
    on_redis: CacheSettings,
    shelf: Shelf,
    clock: Clock,
) -> None:
    """The account's record ran out first and was read anew after the erasure."""
    here, other = begin(on_redis), begin(on_redis)
    await here.library.account(listener())
    clock.pass_by(30)
    await here.library.playlists(listener())
    assert await other.library.forget(listener().key)
    clock.pass_by(25)
    shelf.edition = 2
    lists = await here.library.playlists(listener())
    assert lists.items[0].name == "Mix of ada 2"
    assert shelf.calls["account"] == 2


async def test_a_full_list_of_users_begins_a_new_edition(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf, redis_server: RedisServer
) -> None:
    instance = begin(on_redis)
    for number in range(40):
        await instance.library.playlists(listener(key=f"person-{number}"))
    with redis_server.client() as client:
        values = [client.get(key) for key in client.scan_iter("*:generation")]
    assert max(len(value) for value in values if value) <= 16 + 33 * 33
    shelf.edition = 2
    assert await instance.library.forget(Secret("person-39"))
    lists = await instance.library.playlists(listener(key="person-39"))
    assert lists.items[0].name == "Mix of ada 2"
