"""Redis: reachable, encrypted, allowed to do what the cache does, and never full."""

import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.exceptions import (
    AuthenticationError,
    NoPermissionError,
    ReadOnlyError,
    RedisError,
    ResponseError,
)

from providers.cache.redis.connection import connect
from providers.cache.redis.protocol import BLOCK, PREFIX
from providers.secret import Secret
from service.commands.doctor.report import (
    CheckContext,
    CheckResult,
    error,
    info,
    warning,
)
from service.remedies import REMEDIES

CHECK = "redis"
KEY = PREFIX + b"{doctor}"
LEAST = (
    "~shelf:* resetchannels -@all +get +mget +set +del +unlink +eval +evalsha +sadd"
    " +smembers +pexpire +pttl +ping +auth +select +info"
)
"""The smallest ACL that the cache and this check work with, from Redis 7.0 on."""
_ALLOW = f"ACL SETUSER <user> on ><password> {LEAST}"

# What the cache does, each as a command on a key of its own that expires at once.
COMMANDS: tuple[tuple[bytes | int, ...], ...] = (
    (b"SET", KEY, b"1", b"PX", 1000),
    (b"GET", KEY),
    (b"MGET", KEY),
    (b"DEL", KEY),
    (b"SADD", KEY, b"1"),
    (b"PEXPIRE", KEY, 1000),
    (b"PTTL", KEY),
    (b"SMEMBERS", KEY),
    (b"UNLINK", KEY),
    (b"EVAL", BLOCK.text.encode(), 1, KEY, b"rate 1", 1, 1000),
    (b"EVALSHA", BLOCK.sha.encode(), 1, KEY, b"rate 1", 1, 1000),
)


async def redis(context: CheckContext) -> list[CheckResult]:
    """Asks as the service does: with its client, its patience and its commands."""
    url = context.settings.redis_url
    if url is None or not context.sound("REDIS_URL"):
        return _without() if url is None and context.sound("REDIS_URL") else []
    try:
        client = connect(url)
    except (ValueError, TypeError):
        message = "REDIS_URL has a part that the client does not understand"
        return [error(CHECK, message, REMEDIES["REDIS_URL"])]
    async with client:
        unreachable = await _unreachable(client)
        if unreachable:
            return [*_in_the_open(url), unreachable]
        missing = [finding async for finding in _forbidden(client)]
        return [*_in_the_open(url), *missing, *await _eviction(client)]


def _without() -> list[CheckResult]:
    message = "no Redis: each process remembers for itself, and forgets when it ends"
    return [info(CHECK, message, "set REDIS_URL and CACHE_SECRET if you run several")]


def _in_the_open(url: Secret) -> Iterator[CheckResult]:
    parts = urlsplit(url.reveal())
    if parts.scheme == "redis" and not _stays_here(parts.hostname or ""):
        message = "REDIS_URL crosses a network without TLS, its password included"
        yield warning(CHECK, message, "write rediss:// and the server's TLS port")


def _stays_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _unreachable(client: "Redis") -> CheckResult | None:
    """Asked twice, because one slow start is no outage."""
    return await _trouble(client) and await _trouble(client)


async def _trouble(client: "Redis") -> CheckResult | None:
    try:
        await client.ping()
    except NoPermissionError:
        return None  # reached; what is missing is told below
    except AuthenticationError:
        message = "Redis refuses the user or the password of REDIS_URL"
        return error(
            CHECK, message, "correct them, percent-encoding special characters"
        )
    except ResponseError:
        message = "Redis wants another user, password or database than REDIS_URL has"
        return error(CHECK, message, REMEDIES["REDIS_URL"])
    except (RedisError, OSError) as trouble:
        return _why(trouble)
    return None


def _why(trouble: BaseException) -> CheckResult:
    """From what lies below: the client's own text may quote the URL."""
    below: BaseException | None = trouble
    while below is not None:
        if isinstance(below, socket.gaierror):
            message, cure = "the host in REDIS_URL has no address", "correct its name"
            return error(CHECK, message, cure)
        if isinstance(below, ssl.SSLError):
            message = "TLS with Redis fails"
            cure = (
                "check that its port speaks TLS, and give its authority with"
                " ?ssl_ca_certs=FILE"
            )
            return error(CHECK, message, cure)
        below = below.__cause__ or below.__context__
    message = (
        "Redis does not answer within 0.3 s; the service runs without it until then"
    )
    cure = "start it, or correct REDIS_URL (rediss:// needs a port that speaks TLS)"
    return error(CHECK, message, cure)


async def _forbidden(client: "Redis") -> AsyncIterator[CheckResult]:
    refused = []
    for command in COMMANDS:
        name = bytes(command[0]).decode()
        try:
            await client.execute_command(*command)  # type: ignore[no-untyped-call]
        except NoPermissionError:
            refused.append(name)
        except ReadOnlyError:
            message = "this Redis is a replica and takes no writes"
            yield error(CHECK, message, "point REDIS_URL at the primary")
            return
        except ResponseError:
            continue  # an EVALSHA of what EVAL was not allowed to load
    if refused:
        message = f"the ACL forbids {', '.join(refused)}"
        yield error(CHECK, message, _ALLOW)


async def _eviction(client: "Redis") -> list[CheckResult]:
    try:
        memory = await client.info("memory")
    except ResponseError:
        message = "the ACL hides what happens when Redis is full"
        return [info("redis_eviction", message, "allow +info, or ask whoever runs it")]
    if memory.get("maxmemory_policy") != "noeviction":
        return []
    message = "Redis refuses writes when it is full (noeviction)"
    cure = "CONFIG SET maxmemory 100mb, CONFIG SET maxmemory-policy allkeys-lfu"
    return [warning("redis_eviction", message, cure)]
