"""Check of Redis: reachable, encrypted, quick, allowed to do what the cache does."""

import asyncio
import ipaddress
import time
from collections.abc import Iterator
from itertools import islice
from typing import TypeVar
from urllib.parse import urlsplit

from redis.exceptions import (
    InvalidResponse,
    RedisClusterException,
    RedisError,
    ResponseError,
)

from providers.cache.redis.access_rights import ALLOW, COMMANDS, KEY
from providers.cache.redis.addresses import RedisAddress, parse_address
from providers.cache.redis.cluster import ClusterClient
from providers.cache.redis.connection import (
    PROBED_SLOTS,
    REPLY_SECONDS,
    Servers,
    SingleServer,
)
from providers.cache.redis.factory import connect, connect_server
from providers.cache.redis.lua_scripts import probe_keys
from providers.cache.redis.outage_log import wrong_scheme
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

_CONSEQUENCES = ("NOSCRIPT", WITHIN_SCRIPT)

_ERRORS = (RedisError, RedisClusterException, OSError, ValueError, TypeError)

T = TypeVar("T", bound=Servers)


async def redis(context: CheckContext) -> list[CheckResult]:
    """Check that Redis takes each command of the cache, over TLS and in time.

    Problem: no TLS to another machine, no answer, a slow one, a refusal, missing rights
    or commands, `noeviction`. Remedy: the one of that refusal.
    """
    url = context.settings.redis_url
    if url is None or not context.sound("REDIS_URL"):
        return _without() if url is None and context.sound("REDIS_URL") else []
    address = parse_address(url.reveal())
    try:
        servers, server = _patient(connect(url)), await _met(address)
    except _ERRORS:
        message = "REDIS_URL has a part that the client does not understand"
        return [error(CHECK, message, REMEDIES["REDIS_URL"])]
    try:
        return [*_in_the_open(address), *await _examined(servers, server, address)]
    finally:
        await servers.aclose()
        await server.aclose()


def _patient(servers: T) -> T:
    """Give the service's client more time, to tell slow from gone."""
    patience = {"socket_timeout": PATIENCE_SECONDS}
    patience["socket_connect_timeout"] = PATIENCE_SECONDS
    if isinstance(servers, SingleServer):
        servers.connection_pool.connection_kwargs.update(patience)
    elif isinstance(servers, ClusterClient):
        servers.connection_kwargs.update(patience)
        for node in servers.startup_nodes:
            node.connection_kwargs.update(patience)
    return servers


async def _met(address: RedisAddress) -> SingleServer:
    """Return a client of the server; of a cluster, of the first node that answers."""
    if address.kind != "cluster":
        return _patient(connect_server(address))
    for url in address.urls:
        server = _patient(connect_server(RedisAddress("server", (url,))))
        if url == address.urls[-1] or await _refusal(server, "PING") is None:
            break
        await server.aclose()
    return server


def _without() -> list[CheckResult]:
    message = "no Redis: each process remembers for itself, and forgets when it ends"
    return [info(CHECK, message, "set REDIS_URL and CACHE_SECRET if you run several")]


def _in_the_open(address: RedisAddress) -> Iterator[CheckResult]:
    parts = [urlsplit(url) for url in address.urls]
    if any(p.scheme == "redis" and not _is_loopback(p.hostname or "") for p in parts):
        message = "REDIS_URL crosses a network without TLS, its password included"
        yield warning(CHECK, message, "write rediss:// and the server's TLS port")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _examined(
    servers: Servers, server: SingleServer, address: RedisAddress
) -> list[CheckResult]:
    """Look what kind of server answers, then try each command once."""
    first = "CLUSTER SLOTS" if address.kind == "cluster" else "PING"
    trouble = await _refusal(server, first)
    if isinstance(trouble, InvalidResponse):
        return [error(CHECK, *judge(trouble, first))]
    if address.kind == "server" and await _is_sentinel(address):
        return [error(CHECK, *SENTINEL)]
    # A right or a command that is missing is named below, with all others.
    if trouble and (wrong_scheme(trouble) or not _is_forbidden(trouble)):
        return [error(CHECK, *judge(trouble, first))]
    refused = {first: trouble} if trouble else {}
    if not trouble or address.kind != "cluster":
        refused |= await _refused_commands(servers)
    if refused:
        return [*_judged(refused), *await _eviction(server, refused)]
    return [*await _speed(servers), *await _eviction(server, refused)]


def _is_forbidden(trouble: Exception) -> bool:
    return code_of(trouble) in (NOT_PERMITTED, UNKNOWN_COMMAND)


async def _refusal(servers: Servers, *command: bytes | int | str) -> Exception | None:
    """Return the error of one command, or None.

    Sent a second time after an error without a code: one slow start is no outage.
    """
    trouble = await _attempt(servers, *command)
    if trouble is not None and code_of(trouble) is None:
        trouble = await _attempt(servers, *command)
    return trouble


async def _attempt(servers: Servers, *command: bytes | int | str) -> Exception | None:
    try:
        if isinstance(servers, SingleServer):  # without the PING of its line
            answer = await servers.execute_command(*command)  # type: ignore[no-untyped-call]
            # redis-py compares the answer with PONG.
            is_wrong = command[0] == "PING" and answer is not True
            return InvalidResponse() if is_wrong else None
        (reply,) = await servers.execute([command])
    except _ERRORS as trouble:
        return trouble
    return reply if isinstance(reply, Exception) else None


async def _is_sentinel(address: RedisAddress) -> bool:
    server = _patient(connect_server(address))
    server.connection_pool.connection_kwargs["db"] = 0  # a Sentinel has no SELECT
    try:
        return bool((await server.info("server")).get("redis_mode") == "sentinel")
    except _ERRORS:
        return False
    finally:
        await server.aclose()


async def _refused_commands(client: Servers) -> dict[str, Exception]:
    """Return the error of each command that Redis refuses, by the command's name."""
    refused: dict[str, Exception] = {}
    for command in COMMANDS:
        name = str(command[0])
        trouble = await _refusal(client, *command)
        # Refused within a script, or as a script that EVAL was not allowed to load:
        # that says nothing new.
        is_consequence = bool(refused) and code_of(trouble) in _CONSEQUENCES
        if trouble is not None and not is_consequence:
            refused[name] = trouble
    keys = islice(probe_keys(), PROBED_SLOTS)
    asking = (_attempt(client, "GET", key) for key in keys)
    for trouble in await asyncio.gather(*asking):
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


async def _speed(client: Servers) -> list[CheckResult]:
    """Compare the quickest of five answers with what the service waits for."""
    times = []
    for _ in range(5):
        began = time.perf_counter()
        if await _attempt(client, "GET", KEY) is not None:
            return []
        times.append(time.perf_counter() - began)
    message = f"Redis takes {min(times) * 1000:.0f} ms for an answer"
    cure = "bring it nearer (the same region, the same network), or relieve it"
    if min(times) > REPLY_SECONDS:
        waits = f"the service waits {REPLY_SECONDS * 1000:.0f} ms"
        return [error(CHECK, f"{message}, and {waits}", cure)]
    return [warning(CHECK, message, cure)] if min(times) > FAR_SECONDS else []


async def _eviction(
    server: SingleServer, refused: dict[str, Exception]
) -> list[CheckResult]:
    if any(code_of(trouble) == "OOM" for trouble in refused.values()):
        return []  # told already, with the same remedy
    try:
        memory = await server.info("memory")
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
