"""Behind Sentinels: the primary is found, with the listed rights and no others."""

import pytest

from providers.cache.redis.access_rights import RULES, SENTINEL_RULES
from providers.secret import Secret
from tests.conftest import free_port
from tests.providers.cache.redis.test_cluster import shared, two
from tests.redis_groups import PRIMARY, SentinelGroup
from tests.service.instances import patient_redis


@pytest.fixture
def sentinels(sentinel_process: SentinelGroup) -> SentinelGroup:
    """The session's group, emptied."""
    (client,) = sentinel_process.clients()
    with client:
        client.flushall()
    return sentinel_process


async def test_processes_share_what_they_read(sentinels: SentinelGroup) -> None:
    with patient_redis():
        async with two(sentinels.url) as (first, second):
            assert all([await shared(first, second, number) for number in range(9)])
            assert await second.library.forget(Secret("key-1"))
            assert first.cache.status().failures == second.cache.status().failures == 0


async def test_a_named_sentinel_may_be_gone(sentinels: SentinelGroup) -> None:
    port = sentinels.sentinels[2].port
    hosts = f"127.0.0.1:{free_port()},127.0.0.1:{port}"
    with patient_redis():
        async with two(f"redis+sentinel://{hosts}/{PRIMARY}/0") as (first, second):
            assert await shared(first, second, 1)


async def test_the_listed_rights_are_enough(sentinels: SentinelGroup) -> None:
    for members, name, rules in (
        (sentinels.servers, "cache", RULES),
        (sentinels.sentinels, "watcher", SENTINEL_RULES),
    ):
        for member in members:
            with member.client() as client:
                client.execute_command("ACL", "LOG", "RESET")
                client.execute_command(
                    *("ACL", "SETUSER", name, "reset", "on", ">w", *rules.split())
                )
    url = sentinels.url.replace("://", "://cache:w@")
    login = "sentinel_username=watcher&sentinel_password=w&client_name=shelf"
    with patient_redis():
        async with two(f"{url}?{login}") as (first, second):
            assert await shared(first, second, 1)
            assert await second.library.forget(Secret("key-1"))
    for member in (*sentinels.servers, *sentinels.sentinels):
        with member.client() as client:
            assert client.execute_command("ACL", "LOG") == []
