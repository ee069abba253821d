"""Secrets change places without losing what they sealed."""

import asyncio
from collections.abc import Callable

import pytest

from providers.cache.redis.factory import CacheSettings, open_cache
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import (
    FIRST_SECRET,
    SECOND_SECRET,
    Clock,
    Instance,
    listener,
    roles,
)

Process = Callable[..., Instance]


@pytest.fixture
def process(redis_server: RedisServer, begin: Begin) -> Process:
    """Begins a process with one secret or two."""

    def begin_one(secret: Secret, other: Secret | None = None) -> Instance:
        url = Secret(redis_server.url)
        return begin(
            CacheSettings(
                memory_bytes=2**20, redis_url=url, secret=secret, previous_secret=other
            )
        )

    return begin_one


async def ask(instance: Instance) -> list[str]:
    who = listener()
    await instance.library.playlists(who)
    return roles(who)


async def test_what_the_previous_secret_sealed_is_read(
    process: Process, shelf: Shelf, clock: Clock
) -> None:
    old = process(FIRST_SECRET)
    await ask(old)
    new = process(SECOND_SECRET, FIRST_SECRET)
    assert await ask(new) == ["account:redis", "playlists:redis"]
    assert new.cache.status().undecodable == 0


async def test_the_first_secret_writes(
    process: Process, shelf: Shelf, clock: Clock
) -> None:
    both = process(SECOND_SECRET, FIRST_SECRET)
    await ask(both)
    after = process(SECOND_SECRET)
    assert await ask(after) == ["account:redis", "playlists:redis"]
    before = process(FIRST_SECRET)
    assert await ask(before) == ["account:fetch", "playlists:fetch"]


async def test_the_later_reading_is_served(
    process: Process, shelf: Shelf, clock: Clock
) -> None:
    here = process(FIRST_SECRET, SECOND_SECRET)
    there = process(SECOND_SECRET, FIRST_SECRET)
    await ask(here)
    clock.pass_by(400)
    await ask(there)
    clock.pass_by(61)
    assert await ask(here) == ["account:redis", "playlists:redis"]
    assert shelf.calls == {"account": 1, "playlists": 2}
    clock.pass_by(400)
    shelf.edition = 2
    lists = await here.library.playlists(listener())
    assert lists.items[0].name == "Mix of ada 2"


@pytest.mark.parametrize("forgetter", [0, 1])
async def test_a_purge_reaches_what_either_secret_sealed(
    forgetter: int,
    redis_server: RedisServer,
    process: Process,
    shelf: Shelf,
    clock: Clock,
) -> None:
    both = (
        process(FIRST_SECRET, SECOND_SECRET),
        process(SECOND_SECRET, FIRST_SECRET),
    )
    for instance in both:
        await ask(instance)
        clock.pass_by(400)
    assert await both[forgetter].library.forget(listener().key)
    clock.pass_by(60)
    for instance in both:
        await ask(instance)
    assert shelf.calls["account"] >= 2
    with redis_server.client() as client:
        assert len(client.keys("*:playlists")) <= 1


def test_redis_takes_a_secret(redis_server: RedisServer, clock: Clock) -> None:
    settings = CacheSettings(memory_bytes=1, redis_url=Secret(redis_server.url))
    with pytest.raises(ValueError, match="secret"):
        open_cache(settings, clock.sources())


async def _forgets(instance: Instance, server: RedisServer) -> int:
    """How many records are left once that process has forgotten the listener."""
    assert await instance.library.forget(listener().key)
    with server.client() as client:
        return sum(
            not key.endswith((b":generation", b":lease", b":tags"))
            for key in client.scan_iter("shelf:*")
        )


async def test_a_new_process_forgets_what_an_old_one_wrote(
    redis_server: RedisServer, process: Process
) -> None:
    await ask(process(FIRST_SECRET))
    assert await _forgets(process(SECOND_SECRET, FIRST_SECRET), redis_server) == 0


async def test_an_old_process_forgets_what_a_new_one_wrote(
    redis_server: RedisServer, process: Process
) -> None:
    """It cannot name those records, but finds their tags under the name it knows."""
    await ask(process(SECOND_SECRET, FIRST_SECRET))
    assert await _forgets(process(FIRST_SECRET), redis_server) == 0


@pytest.mark.parametrize("sides", ["new forgets", "old forgets"])
async def test_a_purge_in_a_rotation_reaches_what_is_under_way(
    sides: str, redis_server: RedisServer, process: Process, shelf: Shelf
) -> None:
    old, new = process(FIRST_SECRET), process(SECOND_SECRET, FIRST_SECRET)
    reads, forgets = (old, new) if sides == "new forgets" else (new, old)
    who = listener()
    gate = shelf.hold("playlists")
    reading = asyncio.create_task(reads.library.playlists(who))
    await shelf.begun["playlists"].wait()
    await _forgets(forgets, redis_server)
    gate.set()
    await reading
    await reads.library.recent_plays(who)
    assert await _records_left(redis_server) == 0


async def _records_left(server: RedisServer) -> int:
    with server.client() as client:
        return sum(
            key.endswith((b":playlists", b":recent_plays", b":last_account"))
            for key in client.scan_iter("shelf:*")
        )
