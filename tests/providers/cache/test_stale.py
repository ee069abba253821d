"""Stale is better than nothing, and is said to be stale."""

import asyncio

import pytest

from providers.errors import (
    LinkExpired,
    NotFound,
    ProviderError,
    QuotaExceeded,
    RateLimited,
    Unavailable,
)
from providers.music import Listing, Playlist
from tests.providers.cache.world import Clock, Instance, listener, roles


async def warm(instance: Instance, clock: Clock, *, seconds: float) -> None:
    """Playlists are kept, and so many seconds old."""
    await instance.library.playlists(listener())
    instance.shelf.edition = 2
    clock.pass_by(seconds)


def name(lists: Listing[Playlist]) -> str:
    return lists.items[0].name


async def test_fresh_is_served_as_it_is(instance: Instance, clock: Clock) -> None:
    await warm(instance, clock, seconds=200)
    lists = await instance.library.playlists(listener())
    assert (name(lists), lists.stale_for) == ("Mix of ada 1", None)


async def test_stale_is_read_again(instance: Instance, clock: Clock) -> None:
    await warm(instance, clock, seconds=301)
    lists = await instance.library.playlists(listener())
    assert (name(lists), lists.stale_for) == ("Mix of ada 2", None)


@pytest.mark.parametrize("error", [Unavailable(), RateLimited(30), QuotaExceeded(900)])
async def test_stale_is_served_while_the_service_is_out(
    instance: Instance, clock: Clock, error: ProviderError
) -> None:
    read_at = clock.now
    await warm(instance, clock, seconds=3000)
    instance.shelf.fails["playlists"] = error
    who = listener()
    lists = await instance.library.playlists(who)
    assert (name(lists), lists.stale_for) == ("Mix of ada 1", clock.now - read_at)
    assert "playlists:stale" in roles(who)


@pytest.mark.parametrize("error", [LinkExpired(), NotFound()])
async def test_what_the_service_says_of_the_listener_is_no_outage(
    instance: Instance, clock: Clock, error: ProviderError
) -> None:
    await warm(instance, clock, seconds=3000)
    instance.shelf.fails["playlists"] = error
    with pytest.raises(type(error)):
        await instance.library.playlists(listener())


async def test_stale_is_served_when_a_refresh_is_slow_and_the_rest_is_not_awaited(
    instance: Instance, clock: Clock
) -> None:
    await instance.library.top_tracks(listener(), "weeks")
    await warm(instance, clock, seconds=3000)
    clock.pass_by(7 * 3600)
    await instance.library.account(listener())
    instance.shelf.hold("playlists")
    instance.shelf.hold("top_tracks")
    who = listener()
    began = asyncio.get_running_loop().time()
    assert name(await instance.library.playlists(who)) == "Mix of ada 1"
    waited = asyncio.get_running_loop().time() - began
    assert 0.55 <= waited <= 3
    await instance.library.top_tracks(who, "weeks")
    assert roles(who)[-2:] == ["playlists:stale", "top_tracks:stale"]
    assert instance.shelf.calls["top_tracks"] == 1, "this request has waited enough"
    assert instance.cache.status().in_flight == 0, "nothing runs after the answer"
    instance.shelf.release("playlists")
    assert name(await instance.library.playlists(listener())) == "Mix of ada 2"


async def test_too_old_is_not_served(instance: Instance, clock: Clock) -> None:
    await warm(instance, clock, seconds=25 * 3600)
    await instance.library.account(listener())
    instance.shelf.fails["playlists"] = Unavailable()
    with pytest.raises(Unavailable):
        await instance.library.playlists(listener())


async def test_values_without_a_place_for_it_are_stale_in_silence(
    instance: Instance, clock: Clock
) -> None:
    track = await instance.library.track(listener(), "t")
    clock.pass_by(13 * 3600)
    await instance.library.account(listener())
    instance.shelf.fails["track"] = Unavailable()
    who = listener()
    assert await instance.library.track(who, "t") == track
    assert roles(who)[-1] == "track:stale"
