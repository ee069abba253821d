"""On a cluster: one slot for each script, and what moves is found at once."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from redis.crc import key_slot

from providers.cache.redis import lua_scripts
from providers.cache.redis.access_rights import RULES
from providers.cache.redis.cluster import ClusterClient
from providers.cache.redis.commands import Script
from providers.cache.redis.factory import connect
from providers.secret import Secret
from tests.conftest import free_port
from tests.providers.cache.endurance import ask, begin
from tests.providers.cache.world import Instance, listener, roles
from tests.redis_groups import ClusterGroup, Member
from tests.service.instances import patient_redis

PATIENT = "socket_timeout=5&socket_connect_timeout=5"


@pytest.fixture(autouse=True)
def _patient() -> Iterator[None]:
    with patient_redis():
        yield


@pytest.fixture
def cluster(cluster_process: ClusterGroup) -> ClusterGroup:
    """The session's cluster, emptied."""
    cluster_process.flush()
    return cluster_process


async def shared(first: Instance, second: Instance, number: int) -> bool:
    """Whether a listener's list that one process read is known to the other."""
    await ask(first, number)
    who = listener(f"token-{number}", f"key-{number}")
    lists = await second.library.playlists(who)
    assert lists.items[0].name == f"Mix of person{number} 1"
    return roles(who) == ["account:redis", "playlists:redis"]


@asynccontextmanager
async def two(url: str) -> AsyncIterator[tuple[Instance, Instance]]:
    """Two processes on that address, patient with a busy machine."""
    url += ("&" if "?" in url else "?") + PATIENT
    first, second = begin(url, 4), begin(url, 4)
    try:
        yield first, second
    finally:
        await first.aclose()
        await second.aclose()


async def test_processes_share_what_they_read(cluster: ClusterGroup) -> None:
    async with two(cluster.url) as (first, second):
        assert all([await shared(first, second, number) for number in range(20)])
        assert second.shelf.calls.total() == 0
        assert first.cache.status().failures == second.cache.status().failures == 0
    for primary in cluster.members[: cluster.primaries]:
        with primary.client() as client:
            assert client.dbsize(), "each node has its share"


async def test_every_script_has_its_keys_in_one_slot(
    cluster: ClusterGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = {s.sha: n for n, s in vars(lua_scripts).items() if isinstance(s, Script)}
    texts = {s.text: n for n, s in vars(lua_scripts).items() if isinstance(s, Script)}
    seen: set[str] = set()
    run = ClusterClient.execute

    async def look(client: ClusterClient, commands: Any) -> list[object]:
        for name, *rest in commands:
            if name in ("EVAL", "EVALSHA"):
                script, count, *others = rest
                assert len({key_slot(key) for key in others[:count]}) == 1
                seen.add(scripts.get(script) or texts[script])
        return await run(client, commands)

    monkeypatch.setattr(ClusterClient, "execute", look)
    async with two(cluster.url) as (first, second):
        assert await shared(first, second, 1)
        first.shelf.owners["token-2"] = "person1"
        await first.library.playlists(listener("token-2", "key-2"))
        await first.library.top_tracks(listener("token-2", "key-2"), "weeks")
        assert await second.library.forget(Secret("key-1"))
    assert seen >= {"CLAIM", "COMMIT", "LINK", "NOTE", "ERASE"}


async def test_an_erasure_reaches_every_node(cluster: ClusterGroup) -> None:
    async with two(cluster.url) as (first, second):
        for number in range(20):
            await ask(first, number)
        for number in range(20):
            assert await second.library.forget(Secret(f"key-{number}"))
    left = [key for key in cluster.all_keys() if not key.endswith(b":generation")]
    assert left == []


def of_one_listener(
    cluster: ClusterGroup, number: int = 0
) -> tuple[int, Member, Member]:
    """The slot of a list in the cluster, the node that has it, and another primary."""
    key = sorted(k for k in cluster.all_keys() if k.endswith(b":playlists"))[number]
    owner = cluster.owner(key)
    primaries = cluster.members[: cluster.primaries]
    return key_slot(key), owner, next(m for m in primaries if m is not owner)


async def test_a_slot_that_moved_is_followed(cluster: ClusterGroup) -> None:
    async with two(cluster.url) as (first, second):
        await ask(first, 1)
        await ask(second, 2)  # it knows the nodes
        for number in (0, 1):
            cluster.move(*of_one_listener(cluster, number))
        who = listener("token-1", "key-1")
        await second.library.playlists(who)
        assert roles(who) == ["account:redis", "playlists:redis"]
        assert second.cache.status().failures == 0
        assert await second.library.forget(Secret("key-1"))
        assert await shared(first, second, 3)


async def test_a_slot_on_its_way_is_asked_for_where_it_goes(
    cluster: ClusterGroup,
) -> None:
    """ASK: each command after its own ASKING, however many connections there are."""
    async with two(cluster.url) as (first, second):
        await ask(first, 1)
        slot, owner, other = of_one_listener(cluster)
        cluster.begin_to_move(slot, owner, other)
        try:
            keys = cluster.keys_in(owner, slot)
            with owner.client() as client:
                client.migrate("127.0.0.1", other.port, keys, 0, 5000)
            who = listener("token-1", "key-1")
            await second.library.playlists(who)
            assert roles(who) == ["account:redis", "playlists:redis"]
            assert second.cache.status().failures == 0
        finally:
            cluster.end_move(slot, other)


async def test_a_slot_that_is_in_two_places_costs_no_answer(
    cluster: ClusterGroup,
) -> None:
    """TRYAGAIN: the scripts find their keys on two nodes. The slot is not shared then,
    and nothing else suffers."""
    async with two(cluster.url) as (first, second):
        await ask(first, 1)
        slot, owner, other = of_one_listener(cluster)
        cluster.begin_to_move(slot, owner, other)
        try:
            keys = cluster.keys_in(owner, slot)
            generation = [key for key in keys if key.endswith(b":generation")]
            with owner.client() as client:
                client.migrate("127.0.0.1", other.port, generation, 0, 5000)
            for kind in ("weeks", "months", "years") * 3:
                who = listener("token-1", "key-1")
                tracks = await second.library.top_tracks(who, kind)
                assert tracks.items
            assert second.cache.status().redis == "up"
            assert await shared(first, second, 2)
        finally:
            cluster.move(slot, owner, other)
        assert await second.library.forget(Secret("key-1"))


async def test_a_named_node_may_be_gone(cluster: ClusterGroup) -> None:
    url = f"redis+cluster://127.0.0.1:{free_port()},127.0.0.1:{cluster.members[4].port}"
    async with two(url) as (first, second):
        assert await shared(first, second, 1)


@pytest.fixture
def as_user(cluster: ClusterGroup) -> Iterator[str]:
    """The address for a user with the rights of the list, and no others."""
    for member in cluster.members:
        with member.client() as client:
            client.execute_command("ACL", "LOG", "RESET")
            client.execute_command(
                *("ACL", "SETUSER", "cache", "reset", "on", ">w", *RULES.split())
            )
    yield cluster.url.replace("://", "://cache:w@")
    for member in cluster.members:
        member.says("ACL", "DELUSER", "cache")


async def test_the_listed_rights_are_enough(
    as_user: str, cluster: ClusterGroup
) -> None:
    async with two(as_user) as (first, second):
        assert await shared(first, second, 1)
        slot, owner, other = of_one_listener(cluster)
        cluster.begin_to_move(slot, owner, other)
        with owner.client() as client:
            keys = cluster.keys_in(owner, slot)
            client.migrate("127.0.0.1", other.port, keys, 0, 5000)
        assert await second.library.forget(Secret("key-1"))
        cluster.end_move(slot, other)
        assert await shared(first, second, 2)
    for member in cluster.members:
        with member.client() as client:
            assert client.execute_command("ACL", "LOG") == []


async def test_one_tls_context_serves_all_nodes() -> None:
    client = connect(Secret("rediss+cluster://h1,h2?ssl_cert_reqs=none&ssl_ca_path=/"))
    assert isinstance(client, ClusterClient)
    made: list[Any] = [
        n.acquire_connection() for n in client.startup_nodes for _ in "ab"
    ]
    assert len({id(connection.ssl_context) for connection in made}) == 1
    assert made[0].ssl_context.ca_path == "/"
