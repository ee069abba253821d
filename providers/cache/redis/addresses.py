"""Redis addresses: REDIS_URL names a server, the nodes of a cluster, or Sentinels.

    redis://user:password@host:6379/0
    redis+cluster://user:password@host:6379,host:6379
    redis+sentinel://user:password@host:26379,host:26379/name/0

`rediss` instead of `redis` means TLS. This module imports nothing of redis-py: the
settings are checked with it long before redis-py is imported.
"""

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

CLUSTER, SENTINEL = "+cluster", "+sentinel"

SENTINEL_PORT = 26379
# https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/

SENTINEL_OPTIONS = ("sentinel_username", "sentinel_password")
"""Options of the URL that log in at the Sentinels; user and password log in behind."""


@dataclass(frozen=True, slots=True)
class RedisAddress:
    """What a REDIS_URL names.

    `urls` holds one URL for each host, of the kind that redis-py takes. `primary` is
    the name by which the Sentinels know the primary; `sentinel_login` has a value for
    each of `SENTINEL_OPTIONS` that was given.
    """

    kind: Literal["server", "cluster", "sentinel"]
    urls: tuple[str, ...] = field(repr=False)
    primary: str = ""
    sentinel_login: dict[str, str] = field(default_factory=dict, repr=False)


def parse_address(url: str) -> RedisAddress:
    """Return what `url` names; nothing is checked that redis-py would refuse."""
    scheme, _, rest = url.partition("://")
    if scheme.endswith(CLUSTER):
        base = scheme.removesuffix(CLUSTER)
        return RedisAddress("cluster", _one_for_each_host(base, rest))
    if scheme.endswith(SENTINEL):
        base = scheme.removesuffix(SENTINEL)
        return _behind_sentinels(base, rest)
    return RedisAddress("server", (url,))


def _one_for_each_host(scheme: str, rest: str, port: str = "") -> tuple[str, ...]:
    """Return a URL for each of the hosts; `port` for those without a port."""
    parts = urlsplit(f"{scheme}://{rest}")
    login, at, hosts = parts.netloc.rpartition("@")
    behind = rest[len(parts.netloc) :]
    urls = []
    for host in hosts.split(","):
        has_port = ":" in host.rpartition("]")[2]
        name = host if has_port or not host else host + port
        urls.append(f"{scheme}://{login}{at}{name}{behind}")
    return tuple(urls)


def _behind_sentinels(scheme: str, rest: str) -> RedisAddress:
    """Take the primary's name out of the path, and the Sentinels' login out of the
    options; what is left are URLs of Redis."""
    parts = urlsplit(f"{scheme}://{rest}")
    name, slash, database = parts.path.lstrip("/").partition("/")
    options = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([(key, v) for key, v in options if key not in SENTINEL_OPTIONS])
    behind = parts.netloc + slash + database + (query and f"?{query}")
    return RedisAddress(
        "sentinel",
        _one_for_each_host(scheme, behind, f":{SENTINEL_PORT}"),
        unquote(name),
        {key: value for key, value in options if key in SENTINEL_OPTIONS},
    )
