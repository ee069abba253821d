"""REDIS_URL: which schemes, hosts, databases and options it may have.

redis-py takes most mistakes silently (a path that is not a number is database 0) or
raises for them at the first command, long after the start. This module finds them
without importing redis-py, whose import is deferred.
https://redis.readthedocs.io/en/stable/connections.html#redis.Redis.from_url
"""

import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from providers.cache.redis.addresses import (
    SENTINEL_OPTIONS,
    RedisAddress,
    parse_address,
)

SCHEMES = (
    *("redis", "rediss", "redis+cluster", "rediss+cluster"),
    *("redis+sentinel", "rediss+sentinel", "unix"),
)

Check = Callable[[str], str | None]
"""Function that returns what is wrong with an option's value, or None."""


def _integer(low: int, high: int) -> Check:
    def check(value: str) -> str | None:
        if re.fullmatch("[0-9]{1,9}", value) and low <= int(value) <= high:
            return None
        return f"takes a whole number from {low} to {high}"

    return check


def _seconds(value: str) -> str | None:
    is_number = re.fullmatch(r"[0-9]{1,4}(\.[0-9]{1,6})?", value)
    return None if is_number and float(value) > 0 else "takes seconds, above 0"


def _boolean(value: str) -> str | None:
    return None if value.lower() in _BOOLEANS else "takes true or false"


def _word(value: str) -> str | None:
    # https://redis.io/docs/latest/commands/client-setname/
    is_word = value.isascii() and value.isprintable() and " " not in value
    return None if is_word else "takes a word of plain characters"


def _one_of(*values: str) -> Check:
    def check(value: str) -> str | None:
        return None if value in values else f"takes one of {', '.join(values)}"

    return check


def _authorities(value: str) -> str | None:
    if not Path(value).is_file():
        return "names no file"
    return _tls_problem(lambda tls: tls.load_verify_locations(cafile=value))


def _authorities_as_text(value: str) -> str | None:
    return _tls_problem(lambda tls: tls.load_verify_locations(cadata=value))


def _file(value: str) -> str | None:
    return None if Path(value).is_file() else "names no file"


def _folder(value: str) -> str | None:
    return None if Path(value).is_dir() else "names no folder"


def _ciphers(value: str) -> str | None:
    return _tls_problem(lambda tls: tls.set_ciphers(value))


def _verify_flags(value: str) -> str | None:
    names = [name.strip() for name in value.strip("[]").split(",")]
    known = set(ssl.VerifyFlags.__members__)
    return None if known.issuperset(names) else "takes names of ssl.VerifyFlags"


def _text(_value: str) -> None:
    return None


def _tls_problem(load: Callable[[ssl.SSLContext], object]) -> str | None:
    try:
        load(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    except (OSError, TypeError, ValueError):
        return "cannot be used (no PEM, no matching key, or no such cipher)"
    return None


_BOOLEANS = ("true", "false", "1", "0", "yes", "no")
_VERSIONS = ("771", "772")  # ssl.TLSVersion.TLSv1_2 and TLSv1_3

OPTIONS: Mapping[str, Check] = MappingProxyType(
    {
        "db": _integer(0, 999_999_999),
        "client_name": _word,
        "max_connections": _integer(1, 10_000),
        "socket_timeout": _seconds,
        "socket_connect_timeout": _seconds,
        "health_check_interval": _integer(0, 86_400),
        "protocol": _one_of("2"),
    }
)
"""Options for every scheme."""

TCP_OPTIONS: Mapping[str, Check] = MappingProxyType({"socket_keepalive": _boolean})
"""Options for `redis://` and `rediss://`."""

TLS_OPTIONS: Mapping[str, Check] = MappingProxyType(
    {
        "ssl_ca_certs": _authorities,
        "ssl_ca_data": _authorities_as_text,
        "ssl_ca_path": _folder,
        "ssl_cert_reqs": _one_of("required", "optional", "none"),
        "ssl_certfile": _file,
        "ssl_check_hostname": _boolean,
        "ssl_ciphers": _ciphers,
        "ssl_exclude_verify_flags": _verify_flags,
        "ssl_include_verify_flags": _verify_flags,
        "ssl_keyfile": _file,
        "ssl_min_version": _one_of(*_VERSIONS),
        "ssl_password": _text,
    }
)
"""Options for `rediss://`."""

# What others write, and what is meant.
_INSTEAD = {
    **dict.fromkeys(("ssl", "tls", "use_ssl"), "for TLS write rediss://"),
    **dict.fromkeys(
        ("user", "username", "password", "auth"), "write user:password@ before the host"
    ),
    **dict.fromkeys(("database", "dbnum"), "write the number after the host: /1"),
    **dict.fromkeys(("host", "port", "path"), "write it before the ?"),
    **dict.fromkeys(SENTINEL_OPTIONS, "it goes only with redis+sentinel://"),
}


def problems_of(url: str) -> list[str]:
    """Return everything that is wrong with a Redis URL, never with a value of it."""
    if not url.startswith(tuple(f"{scheme}://" for scheme in SCHEMES)):
        *others, last = (f"{scheme}://" for scheme in SCHEMES)
        return [f"takes {', '.join(others)} or {last}"]
    if any(char.isspace() or not char.isprintable() for char in url):
        return ["takes no white space: percent-encode it"]
    if "#" in url:
        return ["has a #: percent-encode it"]
    try:
        address = parse_address(url)
        hosts = [urlsplit(each) for each in address.urls]
        _ = [parts.port for parts in hosts]
    except ValueError:
        return ["has a host or a port that cannot be, or a password to percent-encode"]
    wrong = list(dict.fromkeys(p for parts in hosts for p in _address_problems(parts)))
    # What stands behind a wrong address may be a part of the password: not named.
    return wrong or [
        *_primary_problems(address),
        *_database_problems(hosts[0], address.kind),
        *_option_problems(hosts[0], address.kind),
    ]


def passwords_of(url: str) -> tuple[str, ...]:
    """Return the passwords in a Redis URL: of Redis, and of its Sentinels."""
    address = parse_address(url)
    password = unquote(urlsplit(address.urls[0]).password or "")
    return password, address.sentinel_login.get("sentinel_password", "")


def _primary_problems(address: RedisAddress) -> Iterator[str]:
    """Yield what is wrong with the primary's name, and with the Sentinels' login."""
    if address.kind != "sentinel":
        return
    has_database = urlsplit(address.urls[0]).path not in ("", "/")
    # https://github.com/redis/redis/blob/7.0/src/sentinel.c: letters, digits, ".-_"
    if not re.fullmatch(r"[\w.-]+", address.primary, re.ASCII) or (
        address.primary.isdigit() and not has_database
    ):
        yield "names no primary: write the Sentinels' name for it, /name/0"
    for name, value in address.sentinel_login.items():
        if not value:
            yield f"option {name} has no value"
    if tuple(address.sentinel_login) == ("sentinel_username",):
        yield "option sentinel_username needs sentinel_password beside it"


def _address_problems(parts: SplitResult) -> Iterator[str]:
    is_unix = parts.scheme == "unix"
    if "@" in parts.query or ("@" in parts.path and not is_unix):
        yield "has an @ behind the host: percent-encode / and ? in the password"
    elif is_unix:
        if not parts.path.strip("/") or parts.hostname:
            yield "names no path: write it behind three slashes"
        elif "\0" in unquote(parts.path):
            yield "has a path that cannot be"
    elif "," in parts.netloc.rpartition("@")[2]:
        yield "has several hosts: write redis+cluster:// or redis+sentinel://"
    elif not parts.hostname:
        yield "names no host: percent-encode special characters in the password"
    elif parts.port == 0 or not _is_host(parts.hostname):
        yield "has a host or a port that cannot be"


def _is_host(name: str) -> bool:
    if ":" in name:  # IPv6, perhaps with a zone
        return re.fullmatch(r"[0-9a-fA-F:.]+(%[\w.-]+)?", name) is not None
    try:
        ascii_name = unquote(name).encode("idna").decode()
    except UnicodeError:
        return False
    return re.fullmatch(r"[\w.-]+", ascii_name) is not None


def _database_problems(parts: SplitResult, kind: str) -> Iterator[str]:
    if parts.scheme == "unix" or parts.path in ("", "/"):
        return
    number = unquote(parts.path).strip("/")
    if OPTIONS["db"](number):
        yield "has a path that is no number of a database: write /0 behind the host"
    elif kind == "cluster" and int(number):
        yield "has a number of a database, and a cluster has none but 0"
    elif ("db", number) not in (options := _options(parts)) and "db" in dict(options):
        yield "names two databases: leave out ?db"


def _options(parts: SplitResult) -> list[tuple[str, str]]:
    return parse_qsl(parts.query, keep_blank_values=True)


def _allowed(parts: SplitResult, kind: str) -> dict[str, Check]:
    """Return the options that go with this scheme."""
    allowed = dict(OPTIONS)
    if kind == "cluster":
        allowed["db"] = _one_of("0")
    if parts.scheme != "unix":
        allowed |= TCP_OPTIONS
    if parts.scheme == "rediss":
        allowed |= TLS_OPTIONS
    return allowed


def _option_problems(parts: SplitResult, kind: str) -> Iterator[str]:
    allowed = _allowed(parts, kind)
    options = _options(parts)
    names = [name for name, _ in options]
    for name, value in dict(options).items():
        shown = name if re.fullmatch("[A-Za-z_]{1,40}", name) else "after the ?"
        if name in allowed:
            if names.count(name) > 1:
                yield f"option {shown} stands there twice"
            elif problem := ("has no value" if not value else allowed[name](value)):
                yield f"option {shown} {problem}"
        elif name in TLS_OPTIONS:
            yield f"option {shown} goes only with rediss://"
        else:
            yield f"option {shown} is unknown: {_instead(name, allowed)}"
    yield from _key_problems(dict(options), names)


def _instead(name: str, allowed: Mapping[str, Check]) -> str:
    if name.lower() in _INSTEAD:
        return _INSTEAD[name.lower()]
    from difflib import get_close_matches  # for a misspelt option only

    similar = get_close_matches(name.lower(), allowed, 1, 0.8)
    return f"did you mean {similar[0]}?" if similar else "leave it out"


def _key_problems(options: Mapping[str, str], names: list[str]) -> Iterator[str]:
    """Yield what is wrong with a client's certificate and its key together."""
    certificate, key = options.get("ssl_certfile"), options.get("ssl_keyfile")
    if key and not certificate:
        yield "option ssl_keyfile needs ssl_certfile beside it"
    elif certificate and _file(certificate) is None and "ssl_certfile" in names:
        password = options.get("ssl_password", "")
        problem = _tls_problem(
            lambda tls: tls.load_cert_chain(certificate, key or None, lambda: password)
        )
        if problem:
            yield f"option ssl_certfile {problem}"
    if options.get("ssl_cert_reqs") == "none" and "ssl_check_hostname" in names:
        yield "option ssl_check_hostname goes not with ssl_cert_reqs=none"
