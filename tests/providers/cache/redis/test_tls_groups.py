"""A cluster and Sentinels that speak TLS only."""

from contextlib import ExitStack
from pathlib import Path

import pytest
import redis

from providers.secret import Secret
from tests.conftest import free_port
from tests.providers.cache.certificates import write_certificate
from tests.providers.cache.redis.servers import running
from tests.providers.cache.redis.test_cluster import shared, two
from tests.redis_groups import PRIMARY, wait_until
from tests.service.instances import patient_redis

pytestmark = pytest.mark.no_cover

ALL_SLOTS = (0, 16383)


def speaking_tls(folder: Path, port: int) -> dict[str, str]:
    """Options of a server, the ways between servers included."""
    certificate = str(folder / "server.pem")
    return {
        "--port": "0",
        "--tls-port": str(port),
        "--tls-auth-clients": "no",
        "--tls-cert-file": certificate,
        "--tls-ca-cert-file": certificate,
        "--tls-key-file": str(folder / "server.key"),
        "--tls-replication": "yes",
    }


def client(folder: Path, port: int) -> "redis.Redis":
    authority = str(folder / "server.pem")
    return redis.Redis(port=port, ssl=True, ssl_ca_certs=authority, protocol=2)


def options(folder: Path) -> str:
    """Trust the certificate, which is for `localhost`; servers name their addresses."""
    return f"?ssl_ca_certs={folder / 'server.pem'}&ssl_check_hostname=false"


async def test_a_cluster(tmp_path: Path) -> None:
    write_certificate(tmp_path)
    port = free_port()
    node = speaking_tls(tmp_path, port) | {
        "--cluster-enabled": "yes",
        "--tls-cluster": "yes",
        "--cluster-port": str(free_port()),
    }
    with running(tmp_path, node, client(tmp_path, port)):
        with client(tmp_path, port) as asking:
            asking.execute_command("CLUSTER", "ADDSLOTSRANGE", *ALL_SLOTS)
            wait_until(
                lambda: (
                    b"cluster_state:ok" in asking.execute_command("CLUSTER", "INFO")
                ),
                "a cluster that is ok",
            )
        url = f"rediss+cluster://127.0.0.1:{port}{options(tmp_path)}"
        with patient_redis():
            async with two(url) as (first, second):
                assert await shared(first, second, 1)
                assert await second.library.forget(Secret("key-1"))


async def test_sentinels(tmp_path: Path) -> None:
    write_certificate(tmp_path)
    port, sentinel = free_port(), free_port()
    watching = tmp_path / "sentinel.conf"
    watching.write_text(f"sentinel monitor {PRIMARY} 127.0.0.1 {port} 1\n")
    with ExitStack() as stack:
        server = running(tmp_path, speaking_tls(tmp_path, port), client(tmp_path, port))
        stack.enter_context(server)
        mode = {str(watching): "--sentinel", **speaking_tls(tmp_path, sentinel)}
        watcher = client(tmp_path, sentinel)
        stack.enter_context(running(tmp_path, mode, watcher))
        hosts = f"rediss+sentinel://127.0.0.1:{sentinel}/{PRIMARY}/0"
        with patient_redis():
            async with two(hosts + options(tmp_path)) as (first, second):
                assert await shared(first, second, 1)
                assert await second.library.forget(Secret("key-1"))
