"""A server that is full, a replica or locked: every answer comes in time.

How much time is printed; `endurance.MOST_ADDED` says where it is measured.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count

import pytest

from tests.conftest import RedisServer, free_port
from tests.providers.cache.endurance import (
    IN_VAIN,
    MOST_ADDED,
    REQUESTS,
    ask,
    begin,
    endure,
)

pytestmark = pytest.mark.no_cover


@contextmanager
def configured(server: RedisServer, name: str, value: str) -> Iterator[None]:
    """The server with another setting for a while."""
    with server.client() as client:
        before = client.config_get(name)
        assert isinstance(before, dict)
        client.config_set(name, value)
        try:
            yield
        finally:
            client.config_set(name, before[name])


@contextmanager
def replica(server: RedisServer) -> Iterator[None]:
    """The server as a replica of one that is out: it answers reads only."""
    with server.client() as client:
        client.replicaof("127.0.0.1", str(free_port()))
        try:
            yield
        finally:
            client.replicaof("no", "one")


@contextmanager
def protected(server: RedisServer) -> Iterator[None]:
    """The server with a password that the cache does not have."""
    with server.client() as client:
        client.config_set("requirepass", "another")
        try:
            yield
        finally:
            client.config_set("requirepass", "")


@contextmanager
def paused(server: RedisServer) -> Iterator[None]:
    """The server in the middle of a failover: it reads, and lets writes wait."""
    with server.client() as client:
        client.client_pause(60_000, all=False)
        try:
            yield
        finally:
            client.client_unpause()


SERVER_FAULTS: dict[
    str, tuple[Callable[[RedisServer], AbstractContextManager[None]], str]
] = {
    "full": (lambda server: configured(server, "maxmemory", "1"), "read_only"),
    "read-only": (replica, "read_only"),
    "wrong password": (protected, "down"),
    "paused writes": (paused, "read_only"),
}


@pytest.mark.parametrize("name", SERVER_FAULTS)
async def test_each_fault_of_the_server(name: str, redis_server: RedisServer) -> None:
    fault, state = SERVER_FAULTS[name]
    numbers = count()
    with fault(redis_server):
        instance = begin(redis_server.url)
        worst, later = await endure(instance, numbers)
        assert instance.cache.status().redis == state
        await instance.aclose()
    print(f"{name}: worst {worst * 1000:.0f} ms, then {later * 10:.1f} ms each")
    assert worst <= MOST_ADDED
    assert later <= IN_VAIN


async def test_what_is_there_is_read_while_writes_are_refused(
    redis_server: RedisServer,
) -> None:
    first = begin(redis_server.url)
    await ask(first, 0)
    with replica(redis_server):
        second = begin(redis_server.url)
        await endure(second, count(1))
        await ask(second, 0)
        assert second.shelf.calls["playlists"] == REQUESTS
        await second.aclose()
    await first.aclose()


async def test_aiocache_may_be_switched_off(
    redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AIOCACHE_DISABLE", "1")
    instance = begin(redis_server.url)
    slowest, _ = await endure(instance, count())
    print(f"without aiocache: worst {slowest * 1000:.0f} ms")
    assert slowest <= MOST_ADDED
    await instance.aclose()
