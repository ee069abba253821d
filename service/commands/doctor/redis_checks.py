"""Check of Redis: reachable, encrypted, quick, allowed to do what the cache does."""

import asyncio
import ipaddress
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

from redis.asyncio import Redis
from redis.exceptions import RedisError, ResponseError

from providers.cache.redis.access_rights import ALLOW, COMMANDS, KEY
from providers.cache.redis.connection import ANSWER_SECONDS, connect
from providers.cache.redis.lua_scripts import PREFIX
from providers.secret import Secret
from service.commands.doctor.redis_refusals import (
    NOT_PERMITTED,
    PATIENCE_SECONDS,
    SENTINEL,
    UNKNOWN_COMMAND,
    WITHIN_SCRIPT,
    code_of,
    forbidden,
    judge,
    unknown,
)
from service.commands.doctor.report import (
    CheckContext,
    CheckResult,
    error,
    info,
    warning,
)
from service.remedies import REMEDIES

CHECK = "redis"

# A question of a listener who is not known yet takes several round trips.
FAR_SECONDS = 0.03

# Keys in as many slots: a cluster of two nodes has all of them on one in 1 of 32,768.
_SLOTS = 16

_CONSEQUENCES = ("NOSCRIPT", WITHIN_SCRIPT)

_ERRORS = (RedisError, OSError, ValueError, TypeError)


async def redis(context: CheckContext) -> list[CheckResult]:
    """Check that Redis takes each command of the cache, over TLS and in time.

    Problem: no TLS to another machine, no answer, a slow one, a refusal, missing rights
    or commands, `noeviction`. Remedy: the one of that refusal.
    """
    url = context.settings.redis_url
    if url is None or not context.sound("REDIS_URL"):
        return _without() if url is None and context.sound("REDIS_URL") else []
    try:
        client = _patient_client(url)
    except _ERRORS:
        message = "REDIS_URL has a part that the client does not understand"
        return [error(CHECK, message, REMEDIES["REDIS_URL"])]
    async with client:
        return [*_in_the_open(url), *await _examined(client, url)]


def _patient_client(url: Secret) -> "Redis":
    """Return the service's client with more time, to tell slow from gone."""
    client = connect(url)
    client.connection_pool.connection_kwargs.update(
        socket_timeout=PATIENCE_SECONDS, socket_connect_timeout=PATIENCE_SECONDS
    )
    return client


def _without() -> list[CheckResult]:
    message = "no Redis: each process remembers for itself, and forgets when it ends"
    return [info(CHECK, message, "set REDIS_URL and CACHE_SECRET if you run several")]


def _in_the_open(url: Secret) -> Iterator[CheckResult]:
    parts = urlsplit(url.reveal())
    if parts.scheme == "redis" and not _is_loopback(parts.hostname or ""):
        message = "REDIS_URL crosses a network without TLS, its password included"
        yield warning(CHECK, message, "write rediss:// and the server's TLS port")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _examined(client: "Redis", url: Secret) -> list[CheckResult]:
    """Ping, look what kind of server answers, then try each command once."""
    trouble = await _refusal(client, b"PING")
    if await _is_sentinel(url):
        return [error(CHECK, *SENTINEL)]
    # A right or a command that is missing is named below, with all others.
    if trouble and code_of(trouble) not in (NOT_PERMITTED, UNKNOWN_COMMAND):
        return [error(CHECK, *judge(trouble, "PING"))]
    refused = await _refused_commands(client)
    if refused:
        return [*_judged(refused), *await _eviction(client, refused)]
    return [*await _speed(client), *await _eviction(client, refused)]


async def _refusal(client: "Redis", *command: bytes | int) -> Exception | None:
    """Return the error of one command, or None.

    Sent a second time after an error without a code: one slow start is no outage.
    """
    trouble = await _attempt(client, *command)
    if trouble is not None and code_of(trouble) is None:
        trouble = await _attempt(client, *command)
    return trouble


async def _attempt(client: "Redis", *command: bytes | int) -> Exception | None:
    try:
        await client.execute_command(*command)  # type: ignore[no-untyped-call]
    except _ERRORS as trouble:
        return trouble
    return None


async def _is_sentinel(url: Secret) -> bool:
    client = _patient_client(url)
    client.connection_pool.connection_kwargs["db"] = 0  # a Sentinel has no SELECT
    async with client:
        try:
            return bool((await client.info("server")).get("redis_mode") == "sentinel")
        except _ERRORS:
            return False


async def _refused_commands(client: "Redis") -> dict[str, Exception]:
    """Return the error of each command that Redis refuses, by the command's name."""
    refused: dict[str, Exception] = {}
    for command in COMMANDS:
        name = bytes(command[0]).decode()
        trouble = await _refusal(client, *command)
        # Refused within a script, or as a script that EVAL was not allowed to load:
        # that says nothing new.
        is_consequence = bool(refused) and code_of(trouble) in _CONSEQUENCES
        if trouble is not None and not is_consequence:
            refused[name] = trouble
    keys = [PREFIX + b"{doctor-%d}" % number for number in range(_SLOTS)]
    for trouble in await asyncio.gather(*(_attempt(client, b"GET", k) for k in keys)):
        if trouble is not None:
            refused.setdefault("GET", trouble)
    return refused


def _judged(refused: dict[str, Exception]) -> Iterator[CheckResult]:
    """Yield one result for each kind of refusal."""
    names: dict[str | None, list[str]] = {}
    for name, trouble in refused.items():
        names.setdefault(code_of(trouble), []).append(name)
    for code, commands in names.items():
        if code == NOT_PERMITTED:
            things = dict.fromkeys(forbidden(refused[name], name) for name in commands)
            message = f"the ACL forbids {', '.join(things)}"
            yield error(CHECK, message, ALLOW)
        elif code == UNKNOWN_COMMAND:
            things = dict.fromkeys(unknown(refused[name], name) for name in commands)
            if len(things) == len(COMMANDS):
                yield error(CHECK, *SENTINEL)  # one whose INFO is forbidden
                continue
            message = f"this Redis does not know {', '.join(things)}"
            cure = (
                "give them their names back (rename-command in its configuration), or"
                " use a Redis that has them"
            )
            yield error(CHECK, message, cure)
        else:
            yield error(CHECK, *judge(refused[commands[0]], commands[0]))


async def _speed(client: "Redis") -> list[CheckResult]:
    """Compare the quickest of five answers with what the service waits for."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        if await _attempt(client, b"GET", KEY) is not None:
            return []
        times.append(time.perf_counter() - began)
    message = f"Redis takes {min(times) * 1000:.0f} ms for an answer"
    cure = "bring it nearer (the same region, the same network), or relieve it"
    if min(times) > ANSWER_SECONDS:
        waits = f"the service waits {ANSWER_SECONDS * 1000:.0f} ms"
        return [error(CHECK, f"{message}, and {waits}", cure)]
    return [warning(CHECK, message, cure)] if min(times) > FAR_SECONDS else []


async def _eviction(
    client: "Redis", refused: dict[str, Exception]
) -> list[CheckResult]:
    if any(code_of(trouble) == "OOM" for trouble in refused.values()):
        return []  # told already, with the same remedy
    try:
        memory = await client.info("memory")
    except ResponseError:
        message = "nothing tells what happens when Redis is full"
        cure = "allow +info, or ask whoever runs it for maxmemory-policy allkeys-lfu"
        return [info("redis_eviction", message, cure)]
    except _ERRORS:
        return []
    if memory.get("maxmemory_policy") != "noeviction":
        return []
    message = "Redis refuses writes when it is full (noeviction)"
    cure = "CONFIG SET maxmemory 100mb, CONFIG SET maxmemory-policy allkeys-lfu"
    return [warning("redis_eviction", message, cure)]
