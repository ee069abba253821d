"""ACL rights of the Redis user: every command that the service sends, in one list.

docs/cache.md prints the list, the doctor tries each command, and the tests run the
cache as a user who has these rights and no others.
https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/
"""

from providers.cache.redis.lua_scripts import PREFIX, PROBE_WRITE
from providers.cache.redis.pipelined_connection import Command

KEY = PREFIX + b"{doctor}"

COMMANDS: tuple[Command, ...] = (
    ("SET", KEY, b"1", b"PX", 1000),
    ("GET", KEY),
    ("DEL", KEY),
    ("SADD", KEY, b"1"),
    ("PEXPIRE", KEY, 1000),
    ("SMEMBERS", KEY),
    ("UNLINK", KEY),
    ("EVAL", PROBE_WRITE.text.encode(), 1, KEY, 1000),
    ("EVALSHA", PROBE_WRITE.sha.encode(), 1, KEY, 1000),
)
"""The commands of the cache, each with arguments that do no harm: a key of its own."""

CONNECTING = ("ping", "auth", "select", "client|setname")
"""Commands that go with a connection.

`ping`: after the commands of each turn (`pipelined_connection.py`); to a cluster, to
open connections, and with `?health_check_interval`. redis-py sends the others:
`select` for a database other than 0, `client|setname` with `?client_name`.
"""

CLUSTER = ("cluster|slots", "asking")
"""Commands that only a cluster is sent."""

SENTINEL_RULES = "-@all +auth +sentinel|masters +client|setname"
"""The smallest ACL of a Sentinel's own user."""

LOOKING = ("info",)
"""Commands that only the doctor sends; without them it says what it cannot see."""

_NAMES = tuple(str(command[0]).lower() for command in COMMANDS)

RULES = " ".join(
    (
        f"~{PREFIX.decode()}* resetchannels -@all",
        *(f"+{name}" for name in (*_NAMES, *CONNECTING, *LOOKING, *CLUSTER)),
    )
)
"""The smallest ACL that all of this works with, from Redis 6.2 on."""

ALLOW = f"ACL SETUSER <user> on ><password> {RULES}"
"""The command that makes such a user."""
