"""The corners of looking at Redis."""

from pathlib import Path

import pytest

from providers.cache.redis.access_rights import RULES
from service.commands.doctor import redis_checks
from service.commands.doctor.report import Severity
from tests.conftest import RedisServer
from tests.service.commands.doctor.contexts import context
from tests.service.https_bucket import Identity, serving


async def test_without_redis_the_doctor_says_what_that_means(tmp_path: Path) -> None:
    (found,) = await redis_checks.redis(context(tmp_path))
    assert found.severity is Severity.INFO


@pytest.mark.parametrize(
    ("url", "severity", "said"),
    [
        ("redis://nowhere.invalid:1/0", Severity.WARNING, "without TLS"),
        ("redis://nowhere.invalid:1/0", Severity.ERROR, "has no address"),
    ],
)
async def test_redis_out_of_reach(
    tmp_path: Path, url: str, severity: Severity, said: str
) -> None:
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    found = await redis_checks.redis(context(tmp_path, **environ))
    assert [one for one in found if one.severity is severity and said in one.message]


@pytest.mark.slow
async def test_tls_where_there_is_none(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    url = f"rediss://127.0.0.1:{redis_server.port}/0"
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    (found,) = await redis_checks.redis(context(tmp_path, **environ))
    assert found.severity is Severity.ERROR
    assert "TLS" in found.cure


async def test_tls_of_an_authority_that_nobody_knows(tmp_path: Path) -> None:
    async with serving(tmp_path, Identity("localhost")) as server:
        url = f"rediss://localhost:{server.port}/0"
        environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
        (found,) = await redis_checks.redis(context(tmp_path, **environ))
    assert found.message == "TLS with Redis fails"
    assert "ssl_ca_certs" in found.cure


async def test_an_acl_that_forbids_even_a_ping(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.execute_command("ACL", "SETUSER", "mute", "on", ">w", "~*", "-@all")
    url = f"redis://mute:w@127.0.0.1:{redis_server.port}"
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    found = await redis_checks.redis(context(tmp_path, **environ))
    assert "the ACL forbids PING, SET, GET" in found[0].message


async def test_scripts_that_may_be_named_and_not_sent(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    rules = RULES.replace("+eval ", "").split()
    with redis_server.client() as client:
        client.script_flush()
        client.execute_command("ACL", "SETUSER", "named", "on", ">w", *rules)
    url = f"redis://named:w@127.0.0.1:{redis_server.port}"
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    found = await redis_checks.redis(context(tmp_path, **environ))
    assert found[0].message == "the ACL forbids EVAL"


async def test_a_database_that_is_not_there(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    url = f"redis://127.0.0.1:{redis_server.port}/99"
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    (found,) = await redis_checks.redis(context(tmp_path, **environ))
    assert found.severity is Severity.ERROR
    assert "database" in found.message


async def test_a_replica_takes_no_writes(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    environ = {"REDIS_URL": redis_server.url, "CACHE_SECRET": "p" * 32}
    with redis_server.client() as client:
        client.replicaof("127.0.0.1", "1")
        try:
            found = await redis_checks.redis(context(tmp_path, **environ))
        finally:
            client.replicaof("NO", "ONE")
    assert "primary" in found[0].cure


async def test_an_acl_that_hides_the_memory(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    rules = RULES.replace("+info", "-info").split()
    with redis_server.client() as client:
        client.execute_command("ACL", "SETUSER", "blind", "on", ">w", *rules)
    url = f"redis://blind:w@127.0.0.1:{redis_server.port}/0"
    environ = {"REDIS_URL": url, "CACHE_SECRET": "p" * 32}
    (found,) = await redis_checks.redis(context(tmp_path, **environ))
    assert (found.check, found.severity) == ("redis_eviction", Severity.INFO)
