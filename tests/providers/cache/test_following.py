"""A process that finds another one fetching waits for it, in good time."""

import asyncio

import pytest

from providers.cache.redis.factory import CacheSettings
from tests.providers.cache.conftest import Begin
from tests.providers.cache.world import (
    Instance,
    listener,
    roles,
)


@pytest.fixture
def back_end(on_redis: CacheSettings) -> CacheSettings:
    """This is about Redis alone."""
    return on_redis


@pytest.fixture
def two(
    instance: Instance, begin: Begin, on_redis: CacheSettings
) -> tuple[Instance, Instance]:
    return instance, begin(on_redis)


async def test_followers_of_another_process_hear_what_it_read(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    who = listener()
    following = asyncio.create_task(second.library.playlists(who))
    await asyncio.sleep(0.03)  # a poll or two
    first.shelf.release("playlists")
    assert await following == await leading
    assert roles(who) == ["account:redis", "playlists:follow"]
    assert first.shelf.calls["playlists"] == 1


async def test_followers_give_up_in_time_for_a_fetch_of_their_own(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    shut = first.shelf.shut.pop("playlists")  # the second call is not held
    who = listener(seconds=2.03)
    assert (await second.library.playlists(who)).total == 2
    assert who.deadline.remaining() > 1.5
    shut.set()
    await leading
    assert first.shelf.calls["playlists"] == 2


async def test_a_leader_that_leaves_gives_the_lease_back(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    following = asyncio.create_task(second.library.playlists(listener()))
    await asyncio.sleep(0.03)
    leading.cancel()
    first.shelf.release("playlists")
    assert (await following).total == 2
