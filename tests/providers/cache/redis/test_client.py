"""aiocache on an injected client: bytes, lifetimes, namespaces, every kind of URL."""

import asyncio
import re
import shutil
import ssl
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiocache.base import BaseCache
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import ResponseError

from providers import deadline
from providers.cache.redis import client as redis_client
from providers.cache.redis import connection
from providers.cache.redis.addresses import parse_address
from providers.cache.redis.connection import ByteCache
from providers.cache.redis.factory import CacheSettings, connect, connect_server
from providers.secret import Secret
from tests.conftest import RedisServer, free_port
from tests.fault_proxy import FaultProxy
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.endurance import ask, begin
from tests.providers.cache.redis.servers import tls_server
from tests.providers.cache.world import FIRST_SECRET, Clock, Instance, listener, roles

pytestmark = pytest.mark.usefixtures("patient")

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
    with tls_server(tmp_path) as port:
        yield port


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


def test_one_tls_context_serves_all_connections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Building one takes 19 ms of processor time, on the event loop."""
    built: list[ssl.SSLContext] = []
    build = ssl.create_default_context

    def count() -> ssl.SSLContext:
        built.append(build())
        return built[-1]

    monkeypatch.setattr(ssl, "create_default_context", count)
    address = parse_address("rediss://localhost:1/0?ssl_cert_reqs=none")
    pool = connect_server(address).connection_pool
    made = [pool.make_connection() for _ in range(9)]
    contexts = {id(connection.ssl_context.get()) for connection in made}
    assert (len(contexts), len(built)) == (1, 1)
    assert built[0].verify_mode is ssl.CERT_NONE, "as the URL asks"


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine takes its time; this is about what is kept, not about when."""
    for module in (deadline, redis_client):
        monkeypatch.setattr(module, "REDIS_SECONDS", 9.0)
    monkeypatch.setattr(connection, "REPLY_SECONDS", 9.0)
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 9.0)


async def test_forty_new_listeners_at_once_over_tls(
    tls_port: int, tmp_path: Path
) -> None:
    async with FaultProxy(("127.0.0.1", tls_port)) as proxy:
        options = f"ssl_ca_certs={tmp_path / 'server.pem'}"
        url = f"rediss://localhost:{proxy.port}/0?{options}"
        first, second = begin(url, connections=4), begin(url)
        await asyncio.gather(*(ask(first, number) for number in range(40)))
        assert proxy.connections == 2, "a handshake costs 6 ms of processor time"
        assert first.cache.status().failures == 0
        who = [listener(f"token-{number}", f"key-{number}") for number in range(40)]
        for each in who:
            await second.library.playlists(each)
        kept = ["account:redis", "playlists:redis"]
        assert [roles(each) for each in who] == [kept] * 40
        await first.aclose()
        await second.aclose()


async def test_few_connections_carry_a_crowd(redis_server: RedisServer) -> None:
    async with FaultProxy(("127.0.0.1", redis_server.port)) as proxy:
        instance = begin(f"redis://127.0.0.1:{proxy.port}/0")
        await asyncio.gather(*(ask(instance, number) for number in range(40)))
        assert proxy.connections == 1, "first meetings need scripts alone"
        await instance.aclose()


async def test_connections_are_opened_at_the_start(redis_server: RedisServer) -> None:
    async with FaultProxy(("127.0.0.1", redis_server.port)) as proxy:
        instance = begin(f"redis://127.0.0.1:{proxy.port}/0", connections=4)
        await instance.aclose()  # waits for what is under way
        assert proxy.connections == 2, "one for reads, one for scripts"


async def test_a_redis_that_is_out_at_the_start_disturbs_nobody() -> None:
    instance = begin(f"redis://127.0.0.1:{free_port()}/0", connections=4)
    await ask(instance, 0)
    await instance.aclose()


async def test_renewed_certificates_are_read_without_a_restart(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    authority = tmp_path / "authority.pem"
    with tls_server(old) as port:
        shutil.copy(old / "server.pem", authority)
        url = f"rediss://localhost:{port}/0?ssl_ca_certs={authority}"
        client = connect_server(parse_address(url))
        await client.ping()
    with tls_server(new, port):
        with pytest.raises(RedisConnectionError):
            await client.ping()
        shutil.copy(new / "server.pem", authority)
        await client.ping()
    await client.aclose()
