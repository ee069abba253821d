"""REDIS_URL: what redis-py would choke on is named before the start, and no secret."""

import asyncio
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from redis.asyncio.connection import SSLConnection

from providers.cache.redis.addresses import parse_address
from providers.cache.redis.cluster import connect_cluster
from providers.cache.redis.factory import connect_server
from service.redis_url import OPTIONS, TCP_OPTIONS, TLS_OPTIONS, problems_of
from tests.conftest import RedisServer, free_port
from tests.service.signing import chain

SOUND = [
    "redis://h",
    "redis://h:6379",
    "redis://h/",
    "redis://h/0",
    "redis://h/15/",
    "redis://user:pass%2Fw%3Ford@h:6379/1?db=1",
    "redis://:pass@h@127.0.0.1/2",
    "redis://[::1]:6379/0",
    "redis://[fe80::1%25eth0]/0",
    "redis://my_redis.b\u00fccher.example/0",
    "redis://h?db=3&socket_timeout=0.5&socket_connect_timeout=1",
    "redis://h?max_connections=8&health_check_interval=30&socket_keepalive=false",
    "redis://h?client_name=shelf&protocol=2",
    "rediss://h?ssl_cert_reqs=none",
    "rediss://h?ssl_check_hostname=false&ssl_min_version=771",
    "rediss://h?ssl_exclude_verify_flags=VERIFY_X509_STRICT",
    "unix:///run/redis.sock?db=1",
    "redis+sentinel://h/shelf",
    "redis+sentinel://user:pass@h1,h2:26380,[::1]/my-primary.1/2?socket_timeout=0.5",
    "redis+sentinel://h/shelf/0?sentinel_username=u&sentinel_password=p%26w",
    "rediss+sentinel://h/shelf/0?ssl_cert_reqs=none&ssl_min_version=771",
    "redis+sentinel://h/7/0",
    "redis+cluster://h",
    "redis+cluster://user:pa,ss@h1:7000,h2,[::1]:7001/0?socket_timeout=0.5",
    "redis+cluster://h?max_connections=8&health_check_interval=30&client_name=shelf",
    "rediss+cluster://h1,h2?ssl_check_hostname=false&socket_keepalive=false&db=0",
    "unix://user:word@/run/redis.sock",
]
WRONG = [
    ("redis://h?ssl=true", "ssl is unknown", "rediss://"),
    ("redis://h?tls=1", "tls is unknown", "rediss://"),
    ("rediss://h?ssl_ca_cert=/etc/ca.pem", "ssl_ca_cert is unknown", "ssl_ca_certs"),
    ("rediss://h?ssl_ca_certs=/nowhere.pem", "ssl_ca_certs", "names no file"),
    ("rediss://h?ssl_ca_certs=", "ssl_ca_certs", "no value"),
    ("rediss://h?ssl_ca_path=/nowhere", "ssl_ca_path", "names no folder"),
    ("rediss://h?ssl_ca_data=junk", "ssl_ca_data", "cannot be used"),
    ("rediss://h?ssl_ciphers=NONE-SUCH", "ssl_ciphers", "cannot be used"),
    ("rediss://h?ssl_keyfile=pyproject.toml", "ssl_keyfile", "ssl_certfile"),
    ("rediss://h?ssl_certfile=pyproject.toml", "ssl_certfile", "cannot be used"),
    ("rediss://h?ssl_min_version=1.2", "ssl_min_version", "771"),
    ("rediss://h?ssl_cert_reqs=maybe", "ssl_cert_reqs", "required"),
    ("rediss://h?ssl_check_hostname=perhaps", "ssl_check_hostname", "true or false"),
    ("rediss://h?ssl_include_verify_flags=ALL", "verify_flags", "VerifyFlags"),
    ("redis://h?ssl_ca_certs=/etc/ca.pem", "ssl_ca_certs", "only with rediss://"),
    ("redis://h?family=0", "family is unknown", "leave it out"),
    ("redis://h?db=x", "db", "a whole number"),
    ("redis://h?db=-1", "db", "a whole number"),
    ("redis://h?db=1.0", "db", "a whole number"),
    ("redis://h?db=\u0663", "db", "a whole number"),
    ("redis://h?db=1&db=2", "db", "twice"),
    ("redis://h/1?db=2", "two databases", "?db"),
    ("redis://h?db", "db", "no value"),
    ("redis://h?max_connections=abc", "max_connections", "a whole number"),
    ("redis://h?max_connections=0", "max_connections", "from 1"),
    ("redis://h?max_connection=4", "max_connection is unknown", "max_connections"),
    ("redis://h?socket_timeout=soon", "socket_timeout", "seconds"),
    ("redis://h?socket_timeout=nan", "socket_timeout", "seconds"),
    ("redis://h?socket_connect_timeout=0", "socket_connect_timeout", "seconds"),
    ("redis://h?timeout=1", "timeout is unknown", "leave it out"),
    ("redis://h?health_check_interval=1e3", "health_check_interval", "whole number"),
    ("redis://h?socket_keepalive_options=1", "socket_keepalive_options", "unknown"),
    ("redis://h?retry_on_timeout=true", "retry_on_timeout", "unknown"),
    ("redis://h?decode_responses=true", "decode_responses", "leave it out"),
    ("redis://h?encoding=latin-1", "encoding", "leave it out"),
    ("redis://h?protocol=3", "protocol", "one of 2"),
    ("redis://h?client_name=a%20b", "client_name", "plain characters"),
    ("redis://h?password=hush-hush", "password", "before the host"),
    ("redis://h?Db=1", "Db is unknown", "did you mean db?"),
    ("redis://h/zero", "path", "/0"),
    ("redis://h/0x1", "path", "/0"),
    ("redis://h/0/1", "path", "/0"),
    ("redis://h:0/1", "port", "cannot be"),
    ("redis://a..b/1", "host", "cannot be"),
    ("redis://:hush-hush#x@h/0", "a #", "percent-encode"),
    ("redis://:hush/hush@h/0", "a host or a port", "percent-encode"),
    ("redis://hush/hush@h/0", "an @ behind the host", "percent-encode"),
    ("redis://u:hush@x?hush-hush=1@h/0", "an @ behind the host", "percent-encode"),
    ("redis://h1,h2/0", "several hosts", "redis+cluster://"),
    ("redis+cluster://h1,,h2", "no host", "percent-encode"),
    ("redis+cluster://h1:6379,h2:99999", "port", "cannot be"),
    ("redis+cluster://u:pw/x@h1,h2", "port", "percent-encode"),
    ("redis+cluster://h/1", "number of a database", "none but 0"),
    ("redis+cluster://h?db=1", "db", "one of 0"),
    ("redis+cluster://h?timeout=1", "timeout is unknown", "leave it out"),
    ("redis+cluster://h1,h2?ssl=true", "ssl is unknown", "rediss://"),
    ("redis+cluster://h?ssl_ca_certs=/etc/ca.pem", "ssl_ca_certs", "rediss://"),
    ("redis+cluster://h/shelf", "path", "/0"),
    ("redis+sentinel://h", "no primary", "/name/0"),
    ("redis+sentinel://h/0", "no primary", "/name/0"),
    ("redis+sentinel://h/sh%2Felf/0", "no primary", "/name/0"),
    ("redis+sentinel://h/shelf/zero", "path", "/0"),
    ("redis+sentinel://h/shelf/0?sentinel_password=", "sentinel_password", "no value"),
    ("redis+sentinel://h/shelf/0?sentinel_username=u", "username", "sentinel_password"),
    ("redis+sentinel://h/shelf/0?sentinel=1", "sentinel is unknown", "leave it out"),
    ("redis://h/0?sentinel_password=hush", "sentinel_password", "redis+sentinel://"),
    ("redis+sentinels://h/shelf", "takes redis://", "redis+sentinel://"),
    ("redis://h:99999/0", "port", "cannot be"),
    ("redis://h/0;db=1", "path", "/0"),
    ("redis://h ost/0", "white space", "percent-encode"),
    ("redis://h/0\u00a0", "white space", "percent-encode"),
    ("Redis://h/0", "takes redis://", "unix://"),
    ("redis:h", "takes redis://", "unix://"),
    ("unix://run/redis.sock", "no path", "three slashes"),
    ("unix:///run/%00redis.sock", "path", "cannot be"),
    ("unix:///run/redis.sock?socket_keepalive=true", "socket_keepalive", "unknown"),
    ("unix:///run/redis.sock?ssl_cert_reqs=none", "ssl_cert_reqs", "rediss://"),
]


@pytest.mark.parametrize("url", SOUND)
def test_a_sound_url_has_no_problem(url: str) -> None:
    assert problems_of(url) == []
    a_connection_of(url)


@pytest.mark.parametrize(("url", "name", "remedy"), WRONG)
def test_each_mistake_is_named_with_its_remedy(
    url: str, name: str, remedy: str
) -> None:
    (problem,) = problems_of(url)
    assert name in problem
    assert remedy in problem
    assert "hush" not in problem


def test_certificates_are_read_before_the_start(tmp_path: Path) -> None:
    file = tmp_path / "ca.pem"
    url = f"rediss://h?ssl_ca_certs={file}"
    file.write_text("no PEM")
    assert "cannot be used" in problems_of(url)[0]
    file.write_bytes(chain().pem)
    assert problems_of(url) == []
    a_connection_of(url)


def a_connection_of(url: str) -> None:
    """redis-py's own connection for that URL; it opens nothing, and reads files."""

    async def make() -> None:
        address = parse_address(url)
        if address.kind == "cluster":
            nodes = connect_cluster(address).startup_nodes
            made = [node.acquire_connection() for node in nodes]
        else:
            made = [connect_server(address).connection_pool.make_connection()]
        for connection in made:
            if isinstance(connection, SSLConnection):
                connection.ssl_context.get()

    asyncio.run(make())


NAMES = st.sampled_from(
    [*OPTIONS, *TCP_OPTIONS, *TLS_OPTIONS, "ssl", "family", "retry", "host", "encoding"]
)
VALUES = st.one_of(
    st.sampled_from(["", "0", "1", "2", "true", "no", "none", "x", "0.5", "771", "."]),
    st.text(st.characters(codec="utf-8", exclude_characters="&#@"), max_size=5),
)


ADDRESSES = [
    *("redis://h", "rediss://h", "rediss://h:1/2", "unix:///run/s"),
    *("redis+cluster://h", "rediss+cluster://h1,h2:7000"),
    *("redis+sentinel://h/shelf", "rediss+sentinel://h1,h2/shelf/1"),
]


@given(
    st.sampled_from(ADDRESSES),
    st.lists(st.tuples(NAMES, VALUES), max_size=3),
)
def test_what_passes_is_understood_by_the_client(
    address: str, options: list[tuple[str, str]]
) -> None:
    url = f"{address}?" + "&".join(f"{name}={value}" for name, value in options)
    if not problems_of(url):
        a_connection_of(url)


@pytest.mark.slow
@pytest.mark.parametrize("command", [(), ("doctor", "--offline"), ("doctor",)])
@pytest.mark.parametrize(
    "options", ["?ssl=true", "?family=0", "?db=x", "?max_connections=abc", "/zero"]
)
def test_the_start_and_the_doctor_name_it(
    redis_server: RedisServer, options: str, command: tuple[str, ...]
) -> None:
    ended = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, "-m", "service", *command],
        env={
            "PATH": os.environ["PATH"],
            "SKILL_ID": "amzn1.ask.skill.one",
            "PORT": str(free_port()),
            "REDIS_URL": f"redis://127.0.0.1:{redis_server.port}{options}",
            "CACHE_SECRET": "fk3Jw0Zq8vYt1RxLs6Nb4Pd9Hc2Ge7Um5",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    told = ended.stdout + ended.stderr
    assert re.search(r"REDIS_URL: (option|has a path)", told)
    assert "Traceback" not in told
