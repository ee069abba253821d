"""One conversation over every back-end: signed requests, whatever Redis does behind."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.conftest import RedisServer, SharedStore
from tests.fault_proxy import Fault, FaultProxy
from tests.service.instances import SECRET
from tests.service.running import Line, now, running

pytestmark = pytest.mark.no_cover

Stage = tuple[Line, RunningSpotify]


@asynccontextmanager
async def stage(
    folder: Path, redis_url: str | None = None, **environ: str
) -> AsyncIterator[Stage]:
    redis = {"REDIS_URL": redis_url, "CACHE_SECRET": SECRET} if redis_url else {}
    async with (
        serving(World(now=now)) as spotify,
        running(folder, SPOTIFY_API_URL=spotify.api_url, **redis, **environ) as line,
    ):
        line.device = replace(line.device, token="ada")
        yield line, spotify


async def converse(line: Line, token: str) -> None:
    """Four turns of a listener, each of which has to be a real answer."""
    user = f"amzn1.account.{token}"
    line.device = replace(line.device, token=token, user_id=user)
    assert "240 playlists" in (await line.opens()).speech
    assert "Morning Coffee" in (await line.says("ListPlaylistsIntent")).speech
    assert "Sunday Dinner" in (await line.says("AMAZON.NextIntent")).speech
    opened = await line.says("OpenPlaylistIntent", playlist="deep focus")
    assert "Deep Focus" in opened.speech
    assert [turn.outcome for turn in line.turns[-4:]] == ["answered"] * 4


async def test_in_process(tmp_path: Path) -> None:
    async with stage(tmp_path) as (line, spotify):
        await converse(line, "ada")
        before = spotify.counters.calls()
        await converse(line, "ada")
        assert spotify.counters.calls() == before


async def test_in_redis_and_for_the_next_instance(
    tmp_path: Path, shared_store: SharedStore
) -> None:
    async with stage(tmp_path, shared_store.url) as (line, _):
        await converse(line, "ada")
        assert (await line.get("/ready"))[0] == 200
        person = line.device.user_id
    async with stage(tmp_path, shared_store.url) as (line, spotify):
        line.device = replace(line.device, user_id=person)
        assert "240 playlists" in (await line.opens()).speech
        assert spotify.counters.calls() == 0
        assert {use.role for use in line.turns[-1].cache} == {"redis"}


@pytest.mark.parametrize(
    "fault", [one for one in Fault if one is not Fault.NONE], ids=lambda one: one.name
)
async def test_behind_each_fault_of_the_network(
    tmp_path: Path, redis_server: RedisServer, fault: Fault
) -> None:
    async with FaultProxy(("127.0.0.1", redis_server.port)) as proxy:
        url = f"redis://127.0.0.1:{proxy.port}/0"
        async with stage(tmp_path, url) as (line, _):
            await converse(line, "ada")
            await proxy.inflict(fault)
            await converse(line, "ada~other")
            assert (await line.get("/ready"))[0] == 200
            await proxy.inflict(Fault.NONE)


@contextmanager
def full(redis: RedisServer) -> Iterator[str]:
    with redis.client() as client:
        client.config_set("maxmemory", "1")
        client.config_set("maxmemory-policy", "noeviction")
        try:
            yield redis.url
        finally:
            client.config_set("maxmemory", "0")


@contextmanager
def read_only(redis: RedisServer) -> Iterator[str]:
    with redis.client() as client:
        client.replicaof("127.0.0.1", "9")
        try:
            yield redis.url
        finally:
            client.replicaof("NO", "ONE")


@contextmanager
def wrong_password(redis: RedisServer) -> Iterator[str]:
    with redis.client() as client:
        client.config_set("requirepass", "another")
        try:
            yield redis.url.replace("://", "://:wrong@")
        finally:
            client.execute_command("AUTH", "another")
            client.config_set("requirepass", "")


@pytest.mark.parametrize("fault", [full, read_only, wrong_password])
async def test_behind_a_server_that_refuses(
    tmp_path: Path,
    redis_server: RedisServer,
    fault: Callable[[RedisServer], AbstractContextManager[str]],
) -> None:
    with fault(redis_server) as url:
        async with stage(tmp_path, url) as (line, _):
            await converse(line, "ada")
            assert (await line.get("/ready"))[0] == 200


@pytest.mark.parametrize(
    "address",
    [
        "redis://127.0.0.1:9/0",  # the discard port: nobody listens there
        "redis://127.0.0.1:{port}/99",  # no such database
        "redis://nobody:wrong@127.0.0.1:{port}/0",
        "redis://:wrong@127.0.0.1:{port}/0",
        "rediss://127.0.0.1:{port}/0",  # TLS to a port that speaks none
        "redis://no-such-host.invalid:6379/0",
    ],
)
async def test_behind_an_address_that_is_wrong(
    tmp_path: Path,
    redis_server: RedisServer,
    caplog: pytest.LogCaptureFixture,
    address: str,
) -> None:
    """It starts, is ready and answers; the log says so once, and not the address."""
    caplog.set_level("INFO")
    async with stage(tmp_path, address.format(port=redis_server.port)) as (line, _):
        assert (await line.get("/ready"))[0] == 200
        for token in ("ada", "ada~other", "ada~third"):
            await converse(line, token)
    said = [r for r in caplog.records if "redis" in r.getMessage()]
    assert len(said) == 1
    assert said[0].levelname == "WARNING"
    assert "wrong" not in caplog.text
    assert "nobody" not in caplog.text
