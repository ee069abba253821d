"""What a refusal of Redis means, and its remedy: one judgement for each error code.

https://redis.io/docs/latest/develop/reference/protocol-spec/#simple-errors
"""

import re
import socket
import ssl
from collections.abc import Iterator

from redis.asyncio.sentinel import MasterNotFoundError
from redis.exceptions import InvalidResponse, RedisError
from redis.exceptions import TimeoutError as RedisTimeoutError

from providers.cache.redis.access_rights import CONNECTING
from providers.cache.redis.lua_scripts import PREFIX
from service.remedies import REMEDIES

Judgement = tuple[str, str]
"""What is wrong, and what to do about it."""

_CLUSTER = (
    "this Redis is one node of a cluster, and REDIS_URL names a single server",
    "write redis+cluster:// (with TLS rediss+cluster://) instead of redis://",
)
_NO_CLUSTER = (
    "this Redis is no node of a cluster",
    "write redis:// (with TLS rediss://) instead of redis+cluster://",
)
_REPLICA = (
    "this Redis is a replica and takes no writes",
    "point REDIS_URL at the primary",
)
_CREDENTIALS = (
    "Redis refuses the user or the password of REDIS_URL",
    "correct them, percent-encoding special characters",
)
# The service gives up long before; more tells a slow server from one that is gone.
PATIENCE_SECONDS = 2.0

UNKNOWN_COMMAND = "UNKNOWN"
NOT_PERMITTED = "NOPERM"
WITHIN_SCRIPT = "SCRIPT"
"""A command that is refused within a script, and therefore by itself as well."""

JUDGEMENTS: dict[str, Judgement] = {
    "NOAUTH": _CREDENTIALS,
    "WRONGPASS": _CREDENTIALS,
    "MOVED": _CLUSTER,
    "ASK": _CLUSTER,
    "CROSSSLOT": _CLUSTER,
    "TRYAGAIN": _CLUSTER,
    "CLUSTERDOWN": (
        "this Redis is one node of a cluster, and the cluster is down",
        "mend the cluster (CLUSTER INFO), and let REDIS_URL begin with redis+cluster://",
    ),
    "NOCLUSTER": _NO_CLUSTER,
    "READONLY": _REPLICA,
    "MASTERDOWN": (
        "this Redis is a replica that has lost its primary",
        "point REDIS_URL at the primary, and look why they are apart",
    ),
    "NOREPLICAS": (
        "Redis takes no writes because too few replicas follow it",
        "bring its replicas back, or CONFIG SET min-replicas-to-write 0",
    ),
    "OOM": (
        "Redis is full and takes no writes",
        "CONFIG SET maxmemory-policy allkeys-lfu, or a larger maxmemory",
    ),
    "MISCONF": (
        "Redis takes no writes because it cannot save to its disk",
        "make room there, or CONFIG SET save '' (the cache needs no persistence)",
    ),
    "LOADING": (
        "Redis is still loading its data",
        "wait until it has; CONFIG SET save '' and an empty dump make it quick",
    ),
    "BUSY": (
        "Redis is busy with a script of somebody else's",
        "SCRIPT KILL, and give the cache a Redis of its own",
    ),
    "DENIED": (
        "Redis is in protected mode and takes no calls from other machines",
        "set a password for it (requirepass, or an ACL user) and bind its address",
    ),
    "NOPASS": (
        "Redis has no password, and REDIS_URL gives one",
        "leave the password out of REDIS_URL, or give Redis one (requirepass)",
    ),
    "MAXCLIENTS": (
        "Redis has as many clients as it takes",
        "raise its maxclients, or close what else is connected",
    ),
    "DATABASE": (
        "Redis has no database of the number that REDIS_URL names",
        "leave the number out: rediss://user:password@host:6379",
    ),
}
"""Judgement by error code; the last ones have the code ERR and a text of their own."""

_TEXTS = (
    (r"unknown (?:sub)?command", UNKNOWN_COMMAND),
    (r"(?:failure in|executing the|called from(?: a)?) script", WITHIN_SCRIPT),
    (r"max number of clients", "MAXCLIENTS"),
    (r"invalid password|invalid username", "WRONGPASS"),
    (r"without any password|no password is set", "NOPASS"),
    (r"DB index|invalid DB|SELECT is not allowed", "DATABASE"),
    (r"cluster support disabled", "NOCLUSTER"),
    (r"cluster", "CLUSTERDOWN"),
)

SENTINEL: Judgement = (
    "this is a Sentinel, which knows where a Redis is and keeps nothing itself",
    "write redis+sentinel://host:26379/NAME/0, where NAME is that of the primary",
)
_NO_SENTINEL = (
    "what answers is a Redis and no Sentinel",
    "give the Sentinels' port, 26379 as a rule, or write redis:// (rediss://)",
)
_NO_PRIMARY = (
    "the Sentinels know no primary of that name, or none that is up",
    "correct the name behind the host (SENTINEL masters), or mend its servers",
)
_NO_SENTINELS = (
    "no Sentinel answers",
    "start them, or correct the hosts and the password of the Sentinels",
)

_LOST = "; the service runs without it until then"

_CLOSED: Judgement = (
    f"Redis does not answer: the connection is closed at once{_LOST}",
    "start it, or correct REDIS_URL: rediss:// needs a port that speaks TLS",
)

# By the error below redis-py's own, whose text quotes the URL.
_NO_ANSWER: tuple[tuple[tuple[type[BaseException], ...], Judgement], ...] = (
    (
        (socket.gaierror,),
        ("the host in REDIS_URL has no address", "correct its name"),
    ),
    (
        (ssl.SSLError,),
        (
            "TLS with Redis fails",
            "check that its port speaks TLS; ?ssl_ca_certs=FILE names its authority",
        ),
    ),
    (
        (InvalidResponse,),
        (
            "what answers at REDIS_URL is no Redis",
            "correct host and port (rediss:// where the port speaks TLS)",
        ),
    ),
    (
        (ConnectionRefusedError, FileNotFoundError),
        (
            f"Redis does not answer: nobody listens there{_LOST}",
            "start it, or correct host and port in REDIS_URL",
        ),
    ),
    (
        (TimeoutError, RedisTimeoutError),
        (
            f"Redis does not answer within {PATIENCE_SECONDS:.0f} s{_LOST}",
            "start it, open its firewall, or write rediss:// just where it speaks TLS",
        ),
    ),
)


def code_of(error: BaseException | None) -> str | None:
    """Return the code of the refusal that `error` is or was raised from, or None.

    It is Redis's own word, and `UNKNOWN`, `NOPASS`, `MAXCLIENTS` or `DATABASE` for
    what has only `ERR`. Never the text, which may quote what was sent.
    """
    for below in _chain(error):
        if isinstance(below, RedisError) and (code := _code_in(below)):
            return code
    return None


def _code_in(error: RedisError) -> str:
    text = str(error)
    code = getattr(error, "status_code", None)
    if not code:
        word = re.match(r"([A-Z]{3,20})\b", text)
        code = word[1] if word else ""
    if code in ("", "ERR"):
        for pattern, meaning in _TEXTS:
            if re.search(pattern, text, re.IGNORECASE):
                return meaning
    return str(code)


def forbidden(error: BaseException, command: str) -> str:
    """Return what an ACL forbids where it refuses `command`: that, or another thing.

    redis-py sends SELECT and CLIENT SETNAME before the first command.
    """
    text = str(error)
    if re.search(r"permissions to access (?:a|one of the) key", text):
        return f"keys that begin with {PREFIX.decode()}"
    named = re.search(r"run the '([a-z]+(?:\|[a-z]+)?)' command", text)
    names = {name.partition("|")[0]: name for name in CONNECTING}
    connecting = names.get(named[1].partition("|")[0]) if named else None
    return connecting.upper().replace("|", " ") if connecting else command


def unknown(error: BaseException, command: str) -> str:
    """Return the command that Redis does not know where it refuses `command`."""
    named = re.search(r"unknown command [`'\"]?([A-Za-z]+)", str(error))
    return named[1].upper() if named else command


def judge(error: BaseException, command: str) -> Judgement:
    """Return what is wrong where Redis refuses `command` or does not answer it."""
    if searching := _search_for_a_primary(error):
        return searching
    code = code_of(error)
    if code in JUDGEMENTS:
        return JUDGEMENTS[code]
    if code is not None and code != "ERR":
        return (
            f"Redis refuses {command} ({code})",
            f"look {code} up in Redis's documentation and in its log",
        )
    for below in _chain(error):
        for kinds, judgement in _NO_ANSWER:
            if isinstance(below, kinds):
                return judgement
    if code == "ERR":
        return f"Redis refuses {command}", REMEDIES["REDIS_URL"]
    return _CLOSED


def _search_for_a_primary(error: BaseException) -> Judgement | None:
    """Return what is wrong with the Sentinels of REDIS_URL, if that is what failed."""
    if code_of(error) == UNKNOWN_COMMAND and unknown(error, "") == "SENTINEL":
        return _NO_SENTINEL
    if isinstance(error, MasterNotFoundError):
        return _NO_SENTINELS if " : " in str(error) else _NO_PRIMARY
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and what it was raised from."""
    below = error
    while below is not None:
        yield below
        below = below.__cause__ or below.__context__
