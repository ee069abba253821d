"""A process that finds another one fetching waits for it, in good time."""

import asyncio

import pytest

from providers.cache import Cache, fetching
from providers.cache.fetching import FOLLOW_SECONDS, LEASE_SECONDS
from providers.cache.redis.factory import CacheSettings
from providers.cache.store import Lease, Store
from providers.cache.ttl import PLAYLISTS
from providers.cached_library import CachedLibrary
from providers.deadline import REQUEST_SECONDS
from tests.conftest import RedisServer
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
    await asyncio.sleep(0.3)  # some polls, on a busy machine, too
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
    spent = 2.03 - who.deadline.remaining()
    print(f"followed and fetched in {spent:.2f} s")
    assert spent < FOLLOW_SECONDS, "which it would have waited for the other process"
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


async def killed(
    library: CachedLibrary, store: Store, cache: Cache, seconds: float
) -> None:
    """What a process leaves behind that is killed while it fetches the playlists."""
    who = listener()
    assert who.token is not None
    account = await library.account(who)
    request = cache.request(who, who.token)
    scope = cache.set_account(request, account).scope
    claim = await store.claim(cache.key(scope, PLAYLISTS), request, b"", seconds)
    assert isinstance(claim, Lease)


async def test_a_killed_process_costs_the_next_question_one_attempt(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await killed(first.library, first.cache._store, first.cache, LEASE_SECONDS)
    who = listener()
    assert (await second.library.playlists(who)).total == 2
    assert who.deadline.remaining() > REQUEST_SECONDS - LEASE_SECONDS - 1
    assert roles(who) == ["account:redis", "playlists:fetch"]


async def test_a_follower_waits_for_one_attempt_at_most(
    two: tuple[Instance, Instance],
) -> None:
    first, second = two
    await killed(first.library, first.cache._store, first.cache, 60)
    who = listener()
    assert (await second.library.playlists(who)).total == 2
    assert who.deadline.remaining() > REQUEST_SECONDS - FOLLOW_SECONDS - 1


async def test_a_lease_is_renewed_while_its_fetch_goes_on(
    two: tuple[Instance, Instance],
    monkeypatch: pytest.MonkeyPatch,
    redis_server: RedisServer,
) -> None:
    """A slow fetch stays the only one."""
    monkeypatch.setattr(fetching, "RENEW_SECONDS", 0.02)
    monkeypatch.setattr(fetching, "FOLLOW_SECONDS", 4.5)
    first, second = two
    await first.library.account(listener())
    first.shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await first.shelf.begun["playlists"].wait()
    who = listener()
    following = asyncio.create_task(second.library.playlists(who))
    done, _ = await asyncio.wait([following], timeout=LEASE_SECONDS - 0.4)
    assert not done
    with redis_server.client() as client:
        (lease,) = client.keys("*playlists:lease")
        left = client.pttl(lease)
        assert isinstance(left, int)
        assert left > 1000 * (LEASE_SECONDS - 0.5), "it has been renewed"
    first.shelf.release("playlists")
    await following
    await leading
    assert first.shelf.calls["playlists"] == 1
