"""An address of another kind than it says is named once, with what to write."""

from pathlib import Path

import pytest

from service.commands.doctor import redis_checks
from tests.conftest import RedisServer, free_port
from tests.providers.cache.endurance import ask, begin
from tests.redis_groups import PRIMARY, ClusterGroup, SentinelGroup
from tests.service.commands.doctor.contexts import context


async def told(url: str, caplog: pytest.LogCaptureFixture) -> str:
    """What the log says of Redis while twenty listeners are answered."""
    caplog.set_level("INFO", "providers.cache")
    instance = begin(url, 4)
    try:
        for number in range(20):
            await ask(instance, number)
        assert instance.cache.status().redis == "down"
    finally:
        await instance.aclose()
    (message,) = [record.getMessage() for record in caplog.records]
    return message


async def the_doctor(folder: Path, url: str) -> str:
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    results = await redis_checks.redis(context(folder, **environ))
    return " ".join(f"{result.message}: {result.cure}" for result in results)


async def test_a_node_of_a_cluster(
    cluster_process: ClusterGroup, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    url = f"redis://127.0.0.1:{cluster_process.members[1].port}/0"
    said = await told(url, caplog)
    assert said.startswith("redis is out: REDIS_URL names a node of a cluster: write")
    assert "redis+cluster://" in said
    assert "redis+cluster://" in await the_doctor(tmp_path, url)


async def test_a_sentinel(
    sentinel_process: SentinelGroup, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    url = f"redis://127.0.0.1:{sentinel_process.sentinels[0].port}/0"
    assert "redis+sentinel://host:26379/" in await told(url, caplog)
    assert "redis+sentinel://host:26379/" in await the_doctor(tmp_path, url)


async def test_no_cluster(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    url = f"redis+cluster://127.0.0.1:{redis_server.port}"
    assert "names no cluster: write redis://" in await told(url, caplog)
    assert "write redis://" in await the_doctor(tmp_path, url)


async def test_no_sentinel(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    url = f"redis+sentinel://127.0.0.1:{redis_server.port}/{PRIMARY}/0"
    assert "names no Sentinel: write redis://" in await told(url, caplog)
    assert "no Sentinel" in await the_doctor(tmp_path, url)


async def test_another_name_than_the_sentinels_know(
    sentinel_process: SentinelGroup, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    url = sentinel_process.url.replace(f"/{PRIMARY}/", "/another/")
    assert await told(url, caplog) == "redis is out: MasterNotFoundError"
    assert "no primary of that name" in await the_doctor(tmp_path, url)


async def test_no_sentinel_answers(tmp_path: Path) -> None:
    url = f"redis+sentinel://127.0.0.1:{free_port()}/{PRIMARY}/0"
    assert "no Sentinel answers" in await the_doctor(tmp_path, url)


async def test_no_node_answers(tmp_path: Path) -> None:
    url = f"redis+cluster://127.0.0.1:{free_port()},127.0.0.1:{free_port()}"
    assert "nobody listens there" in await the_doctor(tmp_path, url)


async def test_a_sound_cluster_and_sound_sentinels(
    cluster_process: ClusterGroup, sentinel_process: SentinelGroup, tmp_path: Path
) -> None:
    for url in (cluster_process.url, sentinel_process.url):
        results = await redis_checks.redis(
            context(tmp_path, REDIS_URL=url, CACHE_SECRET="p" * 32)
        )
        assert [result.check for result in results] == ["redis_eviction"]
