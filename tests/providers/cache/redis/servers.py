"""More Redis servers than the suite's own: TLS, a failover, servers that refuse."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import redis

from tests.conftest import RedisServer, free_port
from tests.providers.cache.certificates import write_certificate


@contextmanager
def running(
    folder: Path, options: dict[str, str], client: "redis.Redis"
) -> Iterator[None]:
    """Run `redis-server` with `options` in `folder` until the block ends."""
    defaults = {"--save": "", "--dir": str(folder), "--bind": "127.0.0.1"}
    words = options | defaults  # a configuration file is the first word
    command = ["redis-server", *(word for pair in words.items() for word in pair)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    client.set_retry(redis.retry.Retry(redis.backoff.ConstantBackoff(0.02), 200))
    try:
        with client:
            client.info()  # answered by a server that loads or has lost its primary
        yield
    finally:
        process.kill()
        process.wait(timeout=5)


@contextmanager
def another_server(folder: Path, **options: str) -> Iterator[RedisServer]:
    """Run one more server; `options` are settings with _ for -."""
    folder.mkdir(parents=True, exist_ok=True)
    server = RedisServer(free_port(), folder / "redis.sock")
    words = {f"--{name.replace('_', '-')}": value for name, value in options.items()}
    words["--port"] = str(server.port)
    with running(folder, words, server.client()):
        yield server


@dataclass(frozen=True)
class TlsServer:
    """A server that speaks TLS only, with the certificate `folder / "server.pem"`."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        ca = self.folder / "server.pem"
        return f"rediss://localhost:{self.port}/0?ssl_ca_certs={ca}"

    def clients(self) -> "list[redis.Redis]":
        ca = str(self.folder / "server.pem")
        return [redis.Redis(port=self.port, ssl=True, ssl_ca_certs=ca, protocol=2)]


@contextmanager
def tls_server(folder: Path, port: int = 0) -> Iterator[int]:
    """Run a server that speaks TLS only; its certificate is `folder / "server.pem"`.

    The port is returned.
    """
    write_certificate(folder)
    port = port or free_port()
    options = {
        "--port": "0",
        "--tls-port": str(port),
        "--tls-cert-file": str(folder / "server.pem"),
        "--tls-key-file": str(folder / "server.key"),
        "--tls-auth-clients": "no",
    }
    certificate = str(folder / "server.pem")
    client = redis.Redis(port=port, ssl=True, ssl_ca_certs=certificate, protocol=2)
    with running(folder, options, client):
        yield port
