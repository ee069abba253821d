"""A token's first time, in one process and in two."""

import asyncio

import pytest

from providers.cache.redis.factory import CacheSettings
from providers.errors import DeadlineExceeded, NotFound
from tests.providers.cache.conftest import Begin
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.world import Instance, listener, roles


async def test_the_second_read_of_a_stranger_is_not_begun_twice(
    instance: Instance,
) -> None:
    shelf = instance.shelf
    shelf.hold("account")
    asking = [
        asyncio.create_task(instance.library.playlists(listener())) for _ in range(3)
    ]
    asking.append(asyncio.create_task(instance.library.playlists(listener())))
    await shelf.begun["account"].wait()
    shelf.release("account")
    await asyncio.gather(*asking)
    assert shelf.calls == {"account": 1, "playlists": 1}


async def test_an_early_read_that_fails_leaves_the_account(
    instance: Instance,
) -> None:
    shelf = instance.shelf
    shelf.fails["track"] = NotFound()
    shelf.hold("account")
    asking = asyncio.create_task(instance.library.track(listener(), "t"))
    await shelf.begun["account"].wait()
    shelf.release("account")
    with pytest.raises(NotFound):
        await asking
    await instance.library.account(listener())
    assert shelf.calls == {"account": 1, "track": 1}


async def test_one_early_reader_leaves_and_the_other_reads_on(
    instance: Instance,
) -> None:
    shelf = instance.shelf
    shelf.hold("account")
    first, second = (
        asyncio.create_task(instance.library.playlists(listener())) for _ in range(2)
    )
    await shelf.begun["account"].wait()
    await asyncio.sleep(0.02)
    first.cancel()
    await asyncio.sleep(0)
    shelf.release("account")
    assert (await second).total == 2
    assert shelf.calls == {"account": 1, "playlists": 1}


async def test_another_process_asks_for_itself(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf
) -> None:
    """Nobody waits for a lease at a first meeting: one call more does no harm."""
    first, second = begin(on_redis), begin(on_redis)
    shelf.hold("account")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await shelf.begun["account"].wait()
    shut = shelf.shut.pop("account")  # the second call is not held
    who = listener()
    heard = await second.library.playlists(who)
    assert roles(who) == ["account:fetch", "playlists:fetch"]
    assert not leading.done()
    shut.set()
    assert await leading == heard
    assert shelf.calls == {"account": 2, "playlists": 2}


async def test_a_lease_held_elsewhere_does_not_keep_a_stranger_back(
    begin: Begin, on_redis: CacheSettings, shelf: Shelf
) -> None:
    first, second = begin(on_redis), begin(on_redis)
    shelf.owners["token-2"] = "ada"
    await first.library.account(listener())
    shelf.hold("playlists")
    leading = asyncio.create_task(first.library.playlists(listener()))
    await shelf.begun["playlists"].wait()
    shut = shelf.shut.pop("playlists")
    stranger = listener("token-2", "person-zoe")
    heard = await second.library.playlists(stranger)
    assert not leading.done()
    shut.set()
    assert await leading == heard


async def test_a_question_after_the_account_is_known_joins_the_first_read(
    instance: Instance,
) -> None:
    """The account is stored while the list is still being read."""
    shelf = instance.shelf
    released = shelf.hold("playlists")
    first = asyncio.create_task(instance.library.playlists(listener()))
    await shelf.begun["playlists"].wait()
    assert (await instance.library.account(listener())).name
    who = listener()
    second = asyncio.create_task(instance.library.playlists(who))
    await asyncio.sleep(0.02)
    released.set()
    assert await first == await second
    assert shelf.calls == {"account": 1, "playlists": 1}
    assert roles(who) == ["account:memory", "playlists:follow"]


async def test_whoever_has_time_left_reads_on_when_the_first_one_has_not(
    instance: Instance,
) -> None:
    shelf = instance.shelf
    shelf.hold("playlists")
    shelf.fails["playlists"] = DeadlineExceeded()
    first = asyncio.create_task(instance.library.playlists(listener()))
    await shelf.begun["playlists"].wait()
    second = asyncio.create_task(instance.library.playlists(listener()))
    await asyncio.sleep(0.02)
    shelf.release("playlists")
    with pytest.raises(DeadlineExceeded):
        await first
    shelf.fails.clear()
    assert (await second).total == 2
    assert shelf.calls == {"account": 1, "playlists": 2}


@pytest.mark.parametrize("turns", range(0, 60, 3))
async def test_whoever_began_may_leave_at_any_moment(
    begin: Begin, back_end: CacheSettings, turns: int
) -> None:
    """The others that follow hear the answer, however far the first one came."""
    instance = begin(back_end)
    first, *others = (
        asyncio.create_task(instance.library.playlists(listener())) for _ in range(4)
    )
    for _ in range(turns):
        await asyncio.sleep(0)
    first.cancel()
    heard = await asyncio.gather(*others)
    assert [each.total for each in heard] == [2, 2, 2]
    assert instance.shelf.calls["playlists"] <= 2
    assert instance.cache.status().in_flight == 0


@pytest.mark.parametrize("turns", range(0, 60, 3))
async def test_whoever_began_may_leave_while_the_list_is_awaited(
    begin: Begin, back_end: CacheSettings, turns: int
) -> None:
    instance = begin(back_end)
    released = instance.shelf.hold("playlists")
    first, other = (
        asyncio.create_task(instance.library.playlists(listener())) for _ in range(2)
    )
    await instance.shelf.begun["playlists"].wait()
    for _ in range(turns):
        await asyncio.sleep(0)
    first.cancel()
    for _ in range(turns):
        await asyncio.sleep(0)
    released.set()
    assert (await other).total == 2


async def test_a_fetch_from_before_an_erasure_answers_nobody_after_it(
    begin: Begin, back_end: CacheSettings
) -> None:
    instance = begin(back_end)
    released = instance.shelf.hold("playlists")
    before = asyncio.create_task(instance.library.playlists(listener()))
    await instance.shelf.begun["playlists"].wait()
    await instance.library.forget(listener().key)
    instance.shelf.begun["playlists"].clear()
    after = asyncio.create_task(instance.library.playlists(listener()))
    async with asyncio.timeout(5):
        await instance.shelf.begun["playlists"].wait()
    assert instance.shelf.calls["playlists"] == 2
    released.set()
    assert (await before).total == (await after).total == 2
