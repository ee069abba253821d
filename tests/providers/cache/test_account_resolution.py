"""Whose a token is comes first, and costs as little as can be."""

import asyncio
from collections.abc import Callable

import pytest

from providers.errors import (
    Forbidden,
    LinkExpired,
    NotAdmitted,
    NotFound,
    ProviderError,
    QuotaExceeded,
    RateLimited,
    Unavailable,
)
from tests.providers.cache.world import Clock, Instance, listener, roles


async def test_two_at_once_with_a_cold_token_make_one_read(instance: Instance) -> None:
    both = await asyncio.gather(
        instance.library.playlists(listener()), instance.library.playlists(listener())
    )
    assert both[0] == both[1]
    assert instance.shelf.calls == {"account": 1, "playlists": 1}


async def test_a_stranger_is_asked_for_beside_the_first_reads(
    instance: Instance,
) -> None:
    shelf = instance.shelf
    answer, lists = shelf.hold("account"), shelf.hold("playlists")
    asking = asyncio.create_task(instance.library.playlists(listener()))
    await shelf.begun["account"].wait()
    await shelf.begun["playlists"].wait()  # though the account is not known yet
    lists.set()
    answer.set()
    assert (await asking).total == 2


async def test_a_new_token_of_somebody_known_asks_for_the_account_alone(
    instance: Instance,
) -> None:
    shelf = instance.shelf
    await instance.library.playlists(listener())
    shelf.owners["token-2"] = "ada"
    who = listener("token-2")
    await instance.library.playlists(who)
    assert shelf.calls == {"account": 2, "playlists": 1}
    assert roles(who) == ["account:fetch", "playlists:memory"]


async def test_another_account_of_the_same_person_has_its_own_shelf(
    instance: Instance,
) -> None:
    instance.shelf.owners["token-of-bob"] = "bob"
    await instance.library.playlists(listener())
    relinked = await instance.library.playlists(listener("token-of-bob"))
    assert relinked.items[0].name == "Mix of bob 1"


async def test_nothing_is_kept_when_the_account_stays_unknown(
    instance: Instance, after_failures: Callable[[], None]
) -> None:
    instance.shelf.fails["account"] = Unavailable()
    answered = await instance.library.playlists(listener())
    assert [playlist.mine for playlist in answered.items] == [None, None]
    with pytest.raises(Unavailable):
        await instance.library.account(listener())
    assert instance.cache.status().entries == 0
    instance.shelf.fails.clear()
    after_failures()
    await instance.library.playlists(listener())
    assert instance.shelf.calls == {"account": 2, "playlists": 2}


@pytest.mark.parametrize("error", [NotFound(), RateLimited(9), Forbidden()])
async def test_without_the_account_a_known_listener_is_answered(
    instance: Instance, clock: Clock, error: ProviderError
) -> None:
    await instance.library.playlists(listener())
    clock.pass_by(3700)  # the pointer from the token is gone
    instance.shelf.fails["account"] = error
    answered = await instance.library.playlists(listener())
    assert [playlist.mine for playlist in answered.items] == [None, None]
    assert instance.shelf.calls == {"account": 2, "playlists": 2}


@pytest.mark.parametrize("error", [LinkExpired(), NotAdmitted(), QuotaExceeded(900)])
async def test_without_the_account_what_stops_all_stops_this(
    instance: Instance, clock: Clock, error: ProviderError
) -> None:
    await instance.library.playlists(listener())
    clock.pass_by(3700)
    instance.shelf.fails["account"] = error
    with pytest.raises(type(error)):
        await instance.library.playlists(listener())
    assert instance.shelf.calls["playlists"] == 1


async def test_the_account_is_kept_when_the_first_read_fails(
    instance: Instance, after_failures: Callable[[], None]
) -> None:
    instance.shelf.fails["playlists"] = NotFound()
    with pytest.raises(NotFound):
        await instance.library.playlists(listener())
    instance.shelf.fails.clear()
    after_failures()
    await instance.library.playlists(listener())
    assert instance.shelf.calls == {"account": 1, "playlists": 2}


async def test_a_refused_token_is_told_at_once(instance: Instance) -> None:
    for _ in range(2):
        with pytest.raises(LinkExpired):
            await instance.library.playlists(listener("expired"))
    assert instance.shelf.calls["account"] == 1


async def test_the_account_is_asked_for_at_least_hourly(
    instance: Instance, clock: Clock
) -> None:
    await instance.library.account(listener())
    await instance.library.account(listener())
    assert instance.shelf.calls["account"] == 1
    clock.pass_by(3600)
    await instance.library.account(listener())
    assert instance.shelf.calls["account"] == 2
