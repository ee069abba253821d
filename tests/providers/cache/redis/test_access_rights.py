"""The one list of rights: enough for all that the cache does, and nothing too much."""

import re
from pathlib import Path

import pytest

from providers.cache.redis.access_rights import COMMANDS, CONNECTING, LOOKING, RULES
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.providers.cache.endurance import ask, begin
from tests.providers.cache.world import listener

NAMES = {str(command[0]) for command in COMMANDS}


@pytest.fixture
def as_user(redis_server: RedisServer) -> str:
    """The URL of a user who has the rights of the list, and no others."""
    with redis_server.client() as client:
        client.script_flush()
        client.execute_command("ACL", "LOG", "RESET")
        client.execute_command(
            *("ACL", "SETUSER", "cache", "reset", "on", ">w", *RULES.split())
        )
    return f"redis://cache:w@127.0.0.1:{redis_server.port}/1?client_name=shelf"


async def everything(url: str) -> None:
    """Read, follow, refuse, block, look whether it is back, and forget."""
    instance = begin(url)
    try:
        for number in range(3):
            await ask(instance, number)
        await instance.library.top_tracks(listener("token-1", "key-1"), "weeks")
        await instance.library.playlists(listener("token-1", "key-1"))
        assert await instance.library.forget(Secret("key-1"))
        assert instance.cache.status().redis == "up"
    finally:
        await instance.aclose()


async def test_the_cache_needs_no_other_right(
    as_user: str, redis_server: RedisServer
) -> None:
    await everything(as_user)
    with redis_server.client() as client:
        assert client.execute_command("ACL", "LOG") == []


async def test_the_cache_sends_nothing_that_is_not_in_the_list(
    as_user: str, redis_server: RedisServer
) -> None:
    with redis_server.client() as client:
        client.execute_command("CONFIG", "RESETSTAT")
        await everything(as_user)
        sent = {name.removeprefix("cmdstat_") for name in client.info("commandstats")}
    ours = {name.lower() for name in NAMES} | {*CONNECTING, *LOOKING}
    assert sent - ours <= {"config|resetstat", "info", "client|setinfo"}


def test_every_command_of_a_script_is_in_the_list() -> None:
    text = Path("providers/cache/redis/lua_scripts.py").read_text()
    called = set(re.findall(r"redis\.p?call\('([A-Z]+)'", text))
    assert called
    assert called <= NAMES
