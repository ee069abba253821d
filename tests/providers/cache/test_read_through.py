"""Get or fetch, with a listener who waits and a service that fails."""

import asyncio

import pytest

from providers.cache.redis.factory import CacheSettings
from providers.cache.ttl import TRACK
from providers.errors import (
    DeadlineExceeded,
    LinkExpired,
    RateLimited,
)
from providers.music import Listing, Playlist
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import Clock, Instance, listener


def name(lists: Listing[Playlist]) -> str:
    return lists.items[0].name


async def test_a_wait_ends_with_the_request(instance: Instance) -> None:
    await instance.library.account(listener())
    instance.shelf.hold("playlists")
    with pytest.raises(DeadlineExceeded):
        await instance.library.playlists(listener(seconds=0.02))
    assert instance.cache.status().in_flight == 0


async def test_whoever_has_time_left_reads_on_when_the_leader_has_not(
    instance: Instance,
) -> None:
    await instance.library.account(listener())
    instance.shelf.hold("playlists")
    instance.shelf.fails["playlists"] = DeadlineExceeded()
    leader = asyncio.create_task(instance.library.playlists(listener()))
    await instance.shelf.begun["playlists"].wait()
    follower = asyncio.create_task(instance.library.playlists(listener()))
    await asyncio.sleep(0)
    instance.shelf.release("playlists")
    with pytest.raises(DeadlineExceeded):
        await leader
    instance.shelf.fails.clear()
    assert name(await follower) == "Mix of ada 1"
    assert instance.shelf.calls["playlists"] == 2


async def test_two_tokens_of_one_account_do_not_share_refusals(
    instance: Instance,
) -> None:
    instance.shelf.owners["token-2"] = "ada"
    await instance.library.account(listener())
    await instance.library.account(listener("token-2"))
    instance.shelf.fails["playlists"] = LinkExpired()
    with pytest.raises(LinkExpired):
        await instance.library.playlists(listener())
    instance.shelf.fails.clear()
    assert name(await instance.library.playlists(listener("token-2"))) == "Mix of ada 1"


async def test_a_failure_answers_for_a_second(
    instance: Instance, clock: Clock, back_end: CacheSettings
) -> None:
    await instance.library.account(listener())
    instance.shelf.fails["track"] = RateLimited(30)
    for _ in range(5):
        with pytest.raises(RateLimited) as caught:
            await instance.library.track(listener(), "t")
        assert caught.value.retry_after == 30
    assert instance.shelf.calls["track"] == 1


async def test_our_own_faults_are_told_as_they_are(instance: Instance) -> None:
    class Fault(Exception):
        """Something that no provider raises."""

    who = listener()
    await instance.library.account(who)
    assert who.token is not None
    request = instance.cache.request(who, who.token)
    entry = instance.cache.key(request.person, TRACK, "t")

    async def fetch() -> object:
        raise Fault

    async def time_out() -> object:
        raise TimeoutError

    for wrong, error in ((fetch, Fault), (time_out, TimeoutError)):
        with pytest.raises(error):
            await instance.cache.get_or_fetch(entry, wrong, request)  # type: ignore[arg-type] # never returns
    assert instance.cache.status().in_flight == 0


async def test_partial_lists_are_kept_for_a_minute(
    instance: Instance, clock: Clock
) -> None:
    instance.shelf.partial = True
    await instance.library.playlists(listener())
    clock.pass_by(30)
    await instance.library.playlists(listener())
    assert instance.shelf.calls["playlists"] == 1
    clock.pass_by(31)
    await instance.library.playlists(listener())
    assert instance.shelf.calls["playlists"] == 2


async def test_memory_is_bounded(shelf: Shelf, clock: Clock) -> None:
    settings = CacheSettings(memory_bytes=20_000)
    instance = Instance.begin(shelf, clock, settings)
    for number in range(100):
        await instance.library.track(listener(), str(number))
    assert instance.cache.status().memory_bytes <= 20_000
    await instance.aclose()
