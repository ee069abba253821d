"""ACL rights of the Redis user: every command that the service sends, in one list.

docs/cache.md prints the list, the doctor tries each command, and the tests run the
cache as a user who has these rights and no others.
https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/
"""

from providers.cache.redis.lua_scripts import PREFIX, PROBE_WRITE

KEY = PREFIX + b"{doctor}"

Command = tuple[bytes | int, ...]

COMMANDS: tuple[Command, ...] = (
    (b"SET", KEY, b"1", b"PX", 1000),
    (b"GET", KEY),
    (b"DEL", KEY),
    (b"SADD", KEY, b"1"),
    (b"PEXPIRE", KEY, 1000),
    (b"SMEMBERS", KEY),
    (b"UNLINK", KEY),
    (b"EVAL", PROBE_WRITE.text.encode(), 1, KEY, 1000),
    (b"EVALSHA", PROBE_WRITE.sha.encode(), 1, KEY, 1000),
)
"""The commands of the cache, each with arguments that do no harm: a key of its own."""

CONNECTING = ("ping", "auth", "select", "client|setname")
"""Commands that redis-py sends by itself.

`ping`: with `?health_check_interval`; `select`: for a database other than 0;
`client|setname`: with `?client_name`.
"""

LOOKING = ("info",)
"""Commands that only the doctor sends; without them it says what it cannot see."""

_NAMES = tuple(bytes(command[0]).decode().lower() for command in COMMANDS)

RULES = " ".join(
    (
        f"~{PREFIX.decode()}* resetchannels -@all",
        *(f"+{name}" for name in (*_NAMES, *CONNECTING, *LOOKING)),
    )
)
"""The smallest ACL that all of this works with, from Redis 6.2 on."""

ALLOW = f"ACL SETUSER <user> on ><password> {RULES}"
"""The command that makes such a user."""
