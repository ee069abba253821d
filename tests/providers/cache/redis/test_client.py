"""aiocache on an injected client: bytes, lifetimes, namespaces, every kind of URL."""

import re
import subprocess
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import redis
from aiocache.base import BaseCache
from redis.exceptions import ResponseError

from providers.cache.redis.circuit_breaker import PoolSaturated
from providers.cache.redis.client import ByteCache, connect
from providers.cache.redis.factory import CacheSettings
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.providers.cache.certificates import write_certificate
from tests.providers.cache.shelf import Shelf
from tests.providers.cache.world import FIRST_SECRET, Clock, Instance, listener, roles

DOCUMENTED = Path(__file__).parents[4] / "docs" / "cache.md"


@pytest.fixture
async def cache(redis_server: RedisServer) -> AsyncIterator[ByteCache]:
    cache = ByteCache(connect(Secret(redis_server.url)))
    yield cache
    await cache.close()


async def test_it_is_an_aiocache(cache: ByteCache) -> None:
    assert isinstance(cache, BaseCache)
    await cache.set(b"a", b"\x00\xff", ttl=60)
    assert await cache.get(b"a") == b"\x00\xff"
    assert await cache.get(b"b") is None
    assert await cache.multi_get([b"b", b"a"]) == [None, b"\x00\xff"]
    assert await cache.exists(b"a")
    assert await cache.delete(b"a") == 1


@pytest.mark.parametrize(
    ("ttl", "least", "most"), [(60, 59_000, 60_000), (0.5, 1, 500)]
)
async def test_lifetimes_of_any_size(
    cache: ByteCache, redis_server: RedisServer, ttl: float, least: int, most: int
) -> None:
    await cache.set(b"a", b"1", ttl=ttl)
    with redis_server.client() as client:
        left = client.pttl(b"a")
    assert isinstance(left, int)
    assert least <= left <= most


@pytest.mark.parametrize("ttl", [None, 0, -1])
async def test_no_key_without_a_lifetime(cache: ByteCache, ttl: float | None) -> None:
    with pytest.raises(ValueError, match="expires"):
        await cache.set(b"a", b"1", ttl=ttl)


async def test_clearing_takes_one_namespace(
    cache: ByteCache, redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.mset({f"shelf:{n}": 1 for n in range(1200)} | {"other": 1})
        await cache.clear(namespace="shelf")
        assert client.keys("*") == [b"other"]
    with pytest.raises(ValueError, match="namespace"):
        await cache.clear()


async def test_other_types_read_as_empty(
    cache: ByteCache, redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.lpush("a", "1")
    assert await cache.get(b"a") == b""
    assert await cache.multi_get([b"a", b"b"]) == [b"", None]


async def test_other_refusals_are_raised(
    cache: ByteCache, redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.execute_command("ACL", "SETUSER", "default", "-get")
        try:
            for asking in (cache.get(b"a"), cache.multi_get([b"a", b"b"])):
                with pytest.raises(ResponseError):
                    await asking
        finally:
            client.execute_command("ACL", "SETUSER", "default", "+@all")


async def test_a_crowded_pool_says_so(redis_server: RedisServer) -> None:
    url = redis_server.url + "?max_connections=1&timeout=0.01"
    client = connect(Secret(url))
    busy = await client.connection_pool.get_connection()  # type: ignore[no-untyped-call]
    with pytest.raises(PoolSaturated):
        await client.get("a")
    await client.connection_pool.release(busy)
    assert await client.get("a") is None
    await client.aclose()


async def _reads_and_keeps(url: str, clock: Clock, shelf: Shelf) -> None:
    """Two processes on that URL share a read."""
    settings = CacheSettings(
        memory_bytes=2**20, redis_url=Secret(url), secret=FIRST_SECRET
    )
    first, second = (Instance.begin(shelf, clock, settings) for _ in range(2))
    who = listener()
    await first.library.playlists(listener())
    await second.library.playlists(who)
    assert roles(who) == ["account:redis", "playlists:redis"]
    assert await second.library.forget(who.key)
    assert second.cache.status().failures == first.cache.status().failures == 0
    await first.aclose()
    await second.aclose()


async def test_a_unix_socket(
    redis_server: RedisServer, clock: Clock, shelf: Shelf
) -> None:
    await _reads_and_keeps(f"unix://{redis_server.socket}?db=1", clock, shelf)


async def test_another_database(
    redis_server: RedisServer, clock: Clock, shelf: Shelf
) -> None:
    server = f"redis://127.0.0.1:{redis_server.port}/2"
    await _reads_and_keeps(server, clock, shelf)


async def test_a_user_with_the_smallest_rights(
    redis_server: RedisServer, clock: Clock, shelf: Shelf
) -> None:
    with redis_server.client() as client:
        client.execute_command("ACL", "LOG", "RESET")
        (line,) = re.findall(
            "^ACL SETUSER shelf .*", DOCUMENTED.read_text(), re.MULTILINE
        )
        client.execute_command(*line.replace("PASSWORD", "p%40ss").split())
        url = f"redis://shelf:p%2540ss@127.0.0.1:{redis_server.port}/0"
        await _reads_and_keeps(url, clock, shelf)
        log = client.execute_command("ACL", "LOG")
        client.execute_command("ACL", "DELUSER", "shelf")
    assert log == []


@pytest.fixture
def tls_port(tmp_path: Path) -> Iterator[int]:
    """A server that speaks TLS only; its certificate is `tmp_path / "server.pem"`."""
    write_certificate(tmp_path)
    port = free_port()
    options = {
        "--port": "0",
        "--tls-port": str(port),
        "--tls-cert-file": str(tmp_path / "server.pem"),
        "--tls-key-file": str(tmp_path / "server.key"),
        "--tls-auth-clients": "no",
        "--save": "",
        "--dir": str(tmp_path),
    }
    command = ["redis-server", *(word for pair in options.items() for word in pair)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    with redis.Redis(
        port=port, ssl=True, ssl_ca_certs=str(tmp_path / "server.pem"), protocol=2
    ) as client:
        client.set_retry(redis.retry.Retry(redis.backoff.ConstantBackoff(0.02), 100))
        try:
            client.ping()
            yield port
        finally:
            process.terminate()
            process.wait(timeout=5)


async def test_tls(tls_port: int, tmp_path: Path, clock: Clock, shelf: Shelf) -> None:
    url = f"rediss://localhost:{tls_port}/0?ssl_ca_certs={tmp_path / 'server.pem'}"
    await _reads_and_keeps(url, clock, shelf)


async def test_a_server_nobody_vouches_for_is_not_used(
    tls_port: int, clock: Clock, shelf: Shelf
) -> None:
    settings = CacheSettings(
        memory_bytes=2**20,
        redis_url=Secret(f"rediss://localhost:{tls_port}/0"),
        secret=FIRST_SECRET,
    )
    instance = Instance.begin(shelf, clock, settings)
    who = listener()
    await instance.library.playlists(who)
    assert roles(who) == ["account:off", "playlists:off"]
    await instance.aclose()
