"""Redis behind the proxy: up, slow, gone, missing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from redis.asyncio import Redis
from redis.exceptions import ConnectionError as Unreachable

from simulator.console import redis_proxy
from simulator.console.redis_proxy import RedisMissing, RedisProxy, redis_behind_proxy


@pytest.fixture
async def behind(tmp_path: Path) -> AsyncIterator[tuple[Redis, RedisProxy]]:
    async with redis_behind_proxy(tmp_path) as (url, proxy):
        client = Redis.from_url(url, retry=None, protocol=2)
        yield client, proxy
        await client.aclose()


async def test_it_hands_everything_through(behind: tuple[Redis, RedisProxy]) -> None:
    client, _ = behind
    assert await client.set("key", b"x" * 200_000)
    assert await client.get("key") == b"x" * 200_000


async def test_down_cuts_what_is_open_and_takes_nothing_new(
    behind: tuple[Redis, RedisProxy],
) -> None:
    client, proxy = behind
    await client.set("key", b"value")
    proxy.set_state("down")
    for _ in range(2):
        with pytest.raises(Unreachable):
            await client.get("key")
    proxy.set_state("up")
    assert await client.get("key") == b"value"


async def test_slow_is_late_and_right(
    behind: tuple[Redis, RedisProxy], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, proxy = behind
    monkeypatch.setattr(redis_proxy, "SLOW_SECONDS", 0.01)
    proxy.set_state("slow")
    assert await client.set("key", b"value")
    assert await client.get("key") == b"value"


async def test_a_machine_without_redis_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RedisMissing, match="script/setup installs it"):
        async with redis_behind_proxy(tmp_path):
            pass
