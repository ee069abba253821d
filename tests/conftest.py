"""A real Redis server for every suite, one for each worker, emptied per test."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest
import redis

# The same examples in every run, so that a red run can be repeated. Other ones:
# pytest --hypothesis-profile=explore. There is no deadline: by the clock of a busy
# machine any example may take more than 200 ms.
_UNHURRIED = hypothesis.settings(
    deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.register_profile("repeatable", _UNHURRIED, derandomize=True)
hypothesis.settings.register_profile("explore", _UNHURRIED)
hypothesis.settings.load_profile("repeatable")


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


def _start(folder: Path, port: int) -> "subprocess.Popen[bytes]":
    program = shutil.which("redis-server")
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


@pytest.fixture(scope="session")
def redis_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    folder = tmp_path_factory.mktemp("redis")
    server = RedisServer(free_port(), folder / "redis.sock")
    process = _start(folder, server.port)
    try:
        with server.client() as client:
            patience = redis.retry.Retry(redis.backoff.ConstantBackoff(0.05), 600)
            client.set_retry(patience)
            client.ping()
        yield server
    finally:
        process.terminate()
        process.wait(timeout=5)


@pytest.fixture
def redis_server(redis_process: RedisServer) -> RedisServer:
    """The worker's server, emptied."""
    with redis_process.client() as client:
        client.flushall()
    return redis_process
