"""After a failover behind one address a process follows to the new primary."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path

import pytest
from redis.exceptions import ResponseError

from providers.cache.redis.connection import is_wrong_server
from providers.cache.redis.factory import CacheSettings
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.fault_proxy import FaultProxy
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.endurance import ask
from tests.providers.cache.redis.servers import another_server
from tests.providers.cache.world import FIRST_SECRET, Clock, Instance


@asynccontextmanager
async def before(server: RedisServer) -> AsyncIterator[tuple[FaultProxy, Instance]]:
    """A process whose address leads to `server`, with a clock turned by hand."""
    async with FaultProxy(("127.0.0.1", server.port)) as proxy:
        settings = CacheSettings(
            memory_bytes=2**20,
            redis_url=Secret(f"redis://127.0.0.1:{proxy.port}/0"),
            secret=FIRST_SECRET,
        )
        shelf = Shelf(owners={f"token-{n}": f"person{n}" for n in range(99)})
        instance = Instance.begin(shelf, Clock(), settings)
        try:
            yield proxy, instance
        finally:
            await instance.aclose()


def keys(server: RedisServer) -> int:
    with server.client() as client:
        size = client.dbsize()
    assert isinstance(size, int)
    return size


@contextmanager
def demoted(folder: Path) -> Iterator[RedisServer]:
    """READONLY: it answers reads as a replica does."""
    with another_server(folder) as server, server.client() as client:
        yield server
        client.replicaof("no", "one")


@contextmanager
def loading(folder: Path) -> Iterator[RedisServer]:
    """LOADING: it was restarted and reads its data for half a minute."""
    with another_server(folder) as server, server.client() as client:
        client.mset({f"{n}": "x" * 1000 for n in range(1000)})
        client.save()
    slowly = {
        "key_load_delay": "30000",
        "loading_process_events_interval_bytes": "1024",
    }
    with another_server(folder, **slowly) as server:
        yield server


@contextmanager
def orphaned(folder: Path) -> Iterator[RedisServer]:
    """MASTERDOWN: a replica that has lost its primary and answers nothing."""
    primary = f"127.0.0.1 {free_port()}"
    with another_server(
        folder, replicaof=primary, replica_serve_stale_data="no"
    ) as server:
        yield server


@contextmanager
def cut_off(folder: Path) -> Iterator[RedisServer]:
    """NOREPLICAS: a primary that may not write without a replica."""
    with another_server(folder, min_replicas_to_write="1") as server:
        yield server


@contextmanager
def without_majority(folder: Path) -> Iterator[RedisServer]:
    """CLUSTERDOWN: its cluster serves nothing."""
    bus = str(free_port())  # else the port and 10,000, which may be none
    with another_server(folder, cluster_enabled="yes", cluster_port=bus) as server:
        yield server


WRONG: dict[str, Callable[[Path], AbstractContextManager[RedisServer]]] = {
    "LOADING": loading,
    "MASTERDOWN": orphaned,
    "NOREPLICAS": cut_off,
    "CLUSTERDOWN": without_majority,
}


async def test_a_process_leaves_the_demoted_server(
    redis_server: RedisServer, tmp_path: Path
) -> None:
    with another_server(tmp_path) as second, redis_server.client() as first:
        async with before(redis_server) as (proxy, instance):
            for number in range(3):
                await ask(instance, number)
            proxy.upstream = ("127.0.0.1", second.port)
            first.replicaof("127.0.0.1", str(free_port()))
            try:
                for number in range(3, 6):
                    await ask(instance, number)
                assert instance.cache.status().redis == "up"
                assert instance.cache.status().failures == 0
                assert keys(second) > 0
            finally:
                first.replicaof("no", "one")


@pytest.mark.parametrize("reply", WRONG)
async def test_whoever_says_to_be_the_wrong_server_is_left(
    reply: str, redis_server: RedisServer, tmp_path: Path
) -> None:
    with WRONG[reply](tmp_path) as wrong:
        async with before(wrong) as (proxy, instance):
            numbers = count()
            await ask(instance, next(numbers))
            assert keys(redis_server) == 0
            proxy.upstream = ("127.0.0.1", redis_server.port)
            await ask(instance, next(numbers))
            await ask(instance, next(numbers))
            assert keys(redis_server) > 0
            assert instance.cache.status().redis == "up"


async def test_a_failover_that_takes_its_time(
    redis_server: RedisServer, tmp_path: Path
) -> None:
    """The address leads to the demoted server for a while, then to the new primary."""
    with (
        another_server(tmp_path, replicaof=f"127.0.0.1 {free_port()}") as replica,
        redis_server.client() as client,
    ):
        async with before(replica) as (proxy, instance):
            numbers = count()
            for _ in range(4):
                await ask(instance, next(numbers))
            assert instance.cache.status().redis == "read_only"
            made = proxy.connections
            for _ in range(20):
                await ask(instance, next(numbers))
            assert proxy.connections - made <= 4, "no connection for each request"
            proxy.upstream = ("127.0.0.1", redis_server.port)
            clock = instance.cache._requests._clock
            assert isinstance(clock, Clock)
            clock.pass_by(7)
            await ask(instance, next(numbers))
            await instance.library.forget(Secret("a stranger"))
            assert instance.cache.status().redis == "up"
            await ask(instance, next(numbers))
            assert client.dbsize()


@pytest.mark.parametrize("setting", ["maxmemory", "acl"])
async def test_the_right_server_that_refuses_keeps_its_connections(
    setting: str, redis_server: RedisServer
) -> None:
    async with before(redis_server) as (proxy, instance):
        await ask(instance, 0)
        made = proxy.connections
        with redis_server.client() as client:
            if setting == "acl":
                client.execute_command("ACL", "SETUSER", "default", "-set")
            else:
                client.config_set("maxmemory", "1")
            try:
                for number in range(1, 20):
                    await ask(instance, number)
            finally:
                client.execute_command("ACL", "SETUSER", "default", "+@all")
                client.config_set("maxmemory", "0")
        assert instance.cache.status().redis == "read_only"
        assert proxy.connections - made <= 2


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("NOREPLICAS Not enough good replicas to write.", True),
        (
            "UNBLOCKED force unblock from blocking operation, instance state changed",
            True,
        ),
        (
            "Error running script (call to f_0): @user_script:9: -READONLY You can't",
            True,
        ),
        ("MISCONF Redis is configured to save RDB snapshots, but it is unable", False),
        ("BUSY Redis is busy running a script.", False),
        ("unknown command 'READONLY'", False),
    ],
)
def test_each_refusal_is_judged(text: str, wrong: bool) -> None:
    assert is_wrong_server(ResponseError(text)) is wrong
