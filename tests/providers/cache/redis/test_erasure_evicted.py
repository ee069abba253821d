"""Nothing from before an erasure is served again, whatever a full Redis evicted."""

import asyncio
import random
from collections.abc import Iterator

import pytest
import redis

from providers.cache.records import CacheKey
from providers.cache.redis.factory import CacheSettings
from providers.cache.request_state import CacheRequest
from providers.music import Listing, Playlist, Track
from providers.recommender.ranking.history import History
from providers.recommender.store import OPINIONS
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import Clock, Instance, listener

pytestmark = pytest.mark.no_cover

PERSON = Secret("person-ada")
SUFFIXES = (b":names", b":tags", b":generation", b":last_account", b":account:")


async def ask(instance: Instance, key: str = "person-ada") -> tuple[str, str]:
    """The names that a listener hears: of a playlist and of a track."""
    who = listener(key=key)
    lists: Listing[Playlist] = await instance.library.playlists(who)
    tracks: Listing[Track] = await instance.library.top_tracks(who, "weeks")
    return lists.items[0].name, tracks.items[0].title


def edition_heard(names: tuple[str, str]) -> set[str]:
    return {name.split()[-1] if "Mix" in name else name.split()[1] for name in names}


def evict(server: RedisServer, *suffixes: bytes) -> None:
    with server.client() as client:
        for key in client.scan_iter("shelf:*"):
            if any(suffix in key for suffix in suffixes):
                client.delete(key)


@pytest.mark.parametrize("evicted", [*((one,) for one in SUFFIXES), SUFFIXES[:2], ()])
@pytest.mark.parametrize("after", [(), (b":generation",), (b":names", b":tags")])
async def test_what_was_evicted_does_not_bring_anything_back(
    begin: Begin,
    on_redis: CacheSettings,
    shelf: Shelf,
    clock: Clock,
    *,
    redis_server: RedisServer,
    evicted: tuple[bytes, ...],
    after: tuple[bytes, ...],
) -> None:
    here, other = begin(on_redis), begin(on_redis)
    assert edition_heard(await ask(here)) == {"1"}
    assert edition_heard(await ask(other)) == {"1"}
    if evicted:
        evict(redis_server, *evicted)
    assert await here.library.forget(PERSON)
    if after:
        evict(redis_server, *after)
    shelf.edition = 2
    assert edition_heard(await ask(here)) == {"2"}, "at once where it was said"
    clock.pass_by(61)
    assert edition_heard(await ask(other)) == {"2"}, "everywhere after a minute"
    assert edition_heard(await ask(begin(on_redis))) == {"2"}


@pytest.mark.parametrize("index", [b":names", b":tags"])
async def test_an_index_of_a_foreign_type_keeps_nobody(
    begin: Begin,
    on_redis: CacheSettings,
    shelf: Shelf,
    *,
    redis_server: RedisServer,
    index: bytes,
) -> None:
    here, other = begin(on_redis), begin(on_redis)
    await ask(here)
    with redis_server.client() as client:
        for key in client.keys(f"*{index.decode()}"):
            client.set(key, "of somebody else")
    assert edition_heard(await ask(other)) == {"1"}
    assert await here.library.forget(PERSON)
    shelf.edition = 2
    assert edition_heard(await ask(begin(on_redis))) == {"2"}
    with redis_server.client() as client:
        for key in client.keys(f"*{index.decode()}"):
            assert client.type(key) == b"set"
            client.set(key, "of somebody else")
    shelf.edition = 3
    assert await here.library.refresh(listener())
    await ask(here)
    assert edition_heard(await ask(begin(on_redis))) == {"3"}, "it is stored again"
    assert shelf.calls["top_tracks"] == 3


async def test_what_is_put_back_is_not_read(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf, redis_server: RedisServer
) -> None:
    """Whoever can write Redis kept a copy of all keys that are gone now."""
    await ask(begin(on_redis))
    with redis_server.client() as client:
        copies = {key: client.dump(key) for key in client.scan_iter("shelf:*")}
    instance = begin(on_redis)
    assert await instance.library.forget(PERSON)
    shelf.edition = 2
    with redis_server.client() as client:
        put_back = [key for key in copies if not client.exists(key)]
        for key in put_back:
            client.restore(key, 3_600_000, copies[key])
    assert len(put_back) > 4
    assert edition_heard(await ask(instance)) == {"2"}
    assert edition_heard(await ask(begin(on_redis))) == {"2"}


async def test_every_user_of_a_token_is_forgotten_with_its_account(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf, redis_server: RedisServer
) -> None:
    """Two user ids, one token: the second one's "forget me" reaches it as well."""
    here, other = begin(on_redis), begin(on_redis)
    await ask(here, "person-ada")
    await ask(here, "person-bob")
    await ask(other, "person-bob")
    assert await other.library.forget(Secret("person-bob"))
    with redis_server.client() as client:
        left = {key.rpartition(b":")[2] for key in client.scan_iter("shelf:*")}
    assert not left & {b"playlists", b"top_tracks"}
    shelf.edition = 2
    assert edition_heard(await ask(other, "person-bob")) == {"2"}
    assert edition_heard(await ask(begin(on_redis), "person-ada")) == {"2"}


async def test_two_persons_of_one_account_still_share_its_records(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf
) -> None:
    """But for the first list, which is read beside the question who that is."""
    await ask(begin(on_redis), "person-ada")
    shelf.edition = 2
    playlist, track = await ask(begin(on_redis), "person-bob")
    assert edition_heard((playlist, track)) == {"2", "1"}
    assert shelf.calls["top_tracks"] == 1


@pytest.fixture
def full_server(redis_server: RedisServer) -> Iterator[RedisServer]:
    """A server that evicts: room for few records beside what it needs itself.

    Connections and scripts take up to 0.6 MB of a server that was just started.
    """
    with redis_server.client() as client:
        used = client.info("memory")["used_memory"]
        client.config_set("maxmemory-policy", "allkeys-lfu")
        client.config_set("maxmemory", used + 1_500_000)
        try:
            yield redis_server
        finally:
            client.config_set("maxmemory", 0)
            client.config_set("maxmemory-policy", "noeviction")


async def test_a_server_that_evicts(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf, full_server: RedisServer
) -> None:
    names = [f"person-{number}" for number in range(12)]
    shelf.owners = {f"token-{name}": name for name in names}
    rng = random.Random(1)
    with full_server.client() as client:
        for round_number in range(1, 5):
            shelf.edition = round_number
            instance, other = begin(on_redis), begin(on_redis)
            for name in names:
                await hear(instance, name)
                fill(client, rng)
                assert await instance.library.forget(Secret(name))
            shelf.edition = 100 * round_number
            for name in names:
                assert await hear(other, name) == {str(100 * round_number)}
        assert client.info("stats")["evicted_keys"] > 100


async def hear(instance: Instance, name: str) -> set[str]:
    who = listener(f"token-{name}", name)
    lists = await instance.library.playlists(who)
    tracks = await instance.library.top_tracks(who, "weeks")
    return edition_heard((lists.items[0].name, tracks.items[0].title))


def fill(client: "redis.Redis", rng: random.Random) -> None:
    """Others' keys, read often enough to push somebody's out."""
    for _ in range(60):
        key = f"others:{rng.randrange(10_000)}"
        client.set(key, rng.randbytes(3_000), ex=600)
        client.get(key)


async def test_who_only_heard_what_another_person_said_is_noted_as_its_user(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    """Two persons of one account: what one said about music, the other heard."""
    writer, reader = begin(on_redis), begin(on_redis)
    await put_history(writer, "person-ada")
    assert await get_history(reader, "person-bob") is not None
    assert await get_history(reader, "person-bob") is not None, "from memory"
    assert await reader.library.forget(Secret("person-bob"))
    with redis_server.client() as client:
        assert client.keys("*:opinions") == []
    assert await get_history(reader, "person-bob") is None
    assert await get_history(begin(on_redis), "person-ada") is None


async def test_who_was_forgotten_hears_nothing_of_before_though_others_may(
    begin: Begin, on_redis: CacheSettings, redis_server: RedisServer
) -> None:
    writer, reader = begin(on_redis), begin(on_redis)
    await put_history(writer, "person-ada")
    assert await get_history(reader, "person-bob") is not None
    evict(redis_server, b":tags", b":names")
    assert await reader.library.forget(Secret("person-bob"))
    assert await get_history(begin(on_redis), "person-bob") is None
    assert await get_history(begin(on_redis), "person-ada") is not None


async def history_key(
    instance: Instance, person: str
) -> tuple[CacheKey[History], CacheRequest]:
    who = listener(key=person)
    assert who.token is not None
    account = await instance.library.account(who)
    scope = instance.cache.account_scope(b"opinions", account)
    request = instance.cache.request(who, who.token)
    return instance.cache.key(scope, OPINIONS), request


async def put_history(instance: Instance, person: str) -> None:
    key, request = await history_key(instance, person)
    await instance.cache.put(key, History(), request)


async def get_history(instance: Instance, person: str) -> History | None:
    key, request = await history_key(instance, person)
    return await instance.cache.get(key, request)


async def test_no_fetch_of_before_answers_after_whatever_was_evicted(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf, redis_server: RedisServer
) -> None:
    """Another instance erased the person, and Redis evicted even that edition."""
    here, other = begin(on_redis), begin(on_redis)
    account, released = shelf.hold("account"), shelf.hold("playlists")
    before = asyncio.create_task(other.library.playlists(listener()))
    await shelf.begun["playlists"].wait()
    assert await here.library.forget(listener().key)
    evict(redis_server, b":generation")
    shelf.begun["playlists"].clear()
    after = asyncio.create_task(other.library.playlists(listener()))
    async with asyncio.timeout(5):
        await shelf.begun["playlists"].wait()
    assert shelf.calls["playlists"] == 2
    account.set()
    released.set()
    assert (await before).total == (await after).total == 2


async def test_who_joined_a_fetch_does_not_store_it_after_an_erasure(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf
) -> None:
    """Nobody of two requests knew an edition of the person: Redis had none yet."""
    here, other = begin(on_redis), begin(on_redis)
    released = shelf.hold("account")
    playlists = shelf.hold("playlists")
    requests = [
        asyncio.create_task(other.library.playlists(listener())) for _ in range(2)
    ]
    await shelf.begun["playlists"].wait()
    playlists.set()
    await asyncio.sleep(0.05)  # until the lists are there
    assert await here.library.forget(listener().key)
    shelf.edition = 2
    released.set()
    await asyncio.gather(*requests)
    assert edition_heard(await ask(begin(on_redis), listener().key.reveal())) == {"2"}
