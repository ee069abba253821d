"""The cached library gives what the library gives, and asks it once."""

import asyncio

import msgspec
import pytest

from providers.errors import (
    Forbidden,
    NotFound,
    NotLinked,
    ProviderError,
    Unavailable,
)
from providers.music import End, Listing, Playlist
from tests.providers.cache.counting_library import Shelf
from tests.providers.cache.library_calls import METHODS, VERSIONED
from tests.providers.cache.world import Clock, Instance, listener, roles


@pytest.mark.parametrize("name", METHODS)
async def test_the_second_question_costs_no_call(name: str, instance: Instance) -> None:
    ask = METHODS[name]
    first = await ask(instance.library, listener())
    again = listener()
    assert await ask(instance.library, again) == first
    assert instance.shelf.calls == {"account": 1, name: 1}
    assert roles(again) == ["account:memory", f"{name}:memory"]


@pytest.mark.parametrize("name", METHODS)
async def test_it_gives_what_the_library_gives(name: str, instance: Instance) -> None:
    ask = METHODS[name]
    bare = await ask(instance.shelf, listener())
    for _ in range(2):  # as fetched, and as kept
        cached = await ask(instance.library, listener())
        if name == "playlists":  # only the cached library knows whose they are
            assert isinstance(cached, Listing)
            assert [playlist.mine for playlist in cached.items] == [True, False]
        else:
            assert cached == bare


@pytest.mark.parametrize("name", METHODS)
async def test_nothing_is_read_without_a_token(name: str, instance: Instance) -> None:
    with pytest.raises(NotLinked):
        await METHODS[name](instance.library, listener(token=None))
    with pytest.raises(NotLinked):
        await instance.library.account(listener(token=None))
    with pytest.raises(NotLinked):
        await instance.library.refresh(listener(token=None))


async def test_other_details_are_other_records(instance: Instance) -> None:
    library, who = instance.library, listener()
    one = await library.top_tracks(who, "weeks")
    assert await library.top_tracks(who, "months") != one
    await library.playlist_items(who, VERSIONED)
    newer = msgspec.structs.replace(VERSIONED, version="v2")
    assert "v2" in (await library.playlist_items(who, newer)).items[0].track.title
    await library.search(who, "q", ["track", "artist"])
    await library.search(who, "q", ["artist", "track"])
    assert instance.shelf.calls["search"] == 1
    assert instance.shelf.calls["playlist_items"] == 2


async def test_items_without_a_version_are_soon_read_again(
    instance: Instance, clock: Clock
) -> None:
    unversioned = Playlist(id="p", name="P")
    for minutes, calls in ((0, 1), (4, 1), (6, 2)):
        clock.now += minutes * 60
        await instance.library.playlist_items(listener(), unversioned)
        assert instance.shelf.calls["playlist_items"] == calls
    await instance.library.playlist_items(listener(), VERSIONED)
    clock.pass_by(3600)
    await instance.library.playlist_items(listener(), VERSIONED)
    assert instance.shelf.calls["playlist_items"] == 3


async def test_ten_sources_at_once_share_one_question(instance: Instance) -> None:
    who = listener()
    await asyncio.gather(*(ask(instance.library, who) for ask in METHODS.values()))
    assert instance.shelf.calls == dict.fromkeys(("account", *METHODS), 1)


async def test_refreshing_reads_afresh(instance: Instance) -> None:
    await instance.library.playlists(listener())
    instance.shelf.edition = 2
    assert await instance.library.refresh(listener())
    lists = await instance.library.playlists(listener())
    assert lists.items[0].name == "Mix of ada 2"
    assert instance.shelf.calls["account"] == 1


@pytest.mark.parametrize("name", ["playlists", "top_tracks", "recent_plays"])
async def test_a_refresh_that_fails_leaves_the_stale_copy(
    instance: Instance, name: str
) -> None:
    ask = METHODS[name]
    await ask(instance.library, listener())
    assert await instance.library.refresh(listener())
    instance.shelf.fails[name] = Unavailable()
    who = listener()
    copy = await ask(instance.library, who)
    assert isinstance(copy, Listing)
    assert copy.stale_for is not None
    assert f"{name}:stale" in roles(who)


@pytest.mark.parametrize("error", [Forbidden(), NotFound()])
async def test_a_refused_playlist_is_known_to_be_empty_until_it_opens(
    instance: Instance, error: ProviderError
) -> None:
    library, unversioned = instance.library, Playlist(id="p", name="P")
    await library.playlists(listener())
    instance.shelf.fails["playlist_items"] = error
    with pytest.raises(type(error)):
        await library.playlist_items(listener(), unversioned)
    assert await library.known_contents(listener(), [unversioned]) == {"p": ()}
    other = Playlist(id="q", name="Q")
    assert await library.known_contents(listener(), [other]) == {}
    del instance.shelf.fails["playlist_items"]
    opened = Playlist(id="p", name="P", version="v")
    await library.playlist_items(listener(), opened)
    assert await library.known_contents(listener(), [unversioned]) == {}


@pytest.mark.parametrize("end", [None, "first", "last"])
async def test_playlists_that_are_refused_at_once_are_all_remembered(
    instance: Instance, end: End | None
) -> None:
    library = instance.library
    playlists = [Playlist(id=f"p{number}", name="P") for number in range(20)]
    await library.playlists(listener())
    instance.shelf.fails["playlist_items"] = Forbidden()
    await asyncio.gather(
        *(
            library.page_of_items(listener(), playlist, end)
            if end
            else library.playlist_items(listener(), playlist)
            for playlist in playlists
        ),
        return_exceptions=True,
    )
    refused = dict.fromkeys((playlist.id for playlist in playlists), ())
    assert await library.known_contents(listener(), playlists) == refused
    instance.shelf.fails["playlist_items"] = Unavailable()
    with pytest.raises((Forbidden, Unavailable)):
        await library.playlist_items(listener(), playlists[0])
    assert await library.known_contents(listener(), playlists) == refused


async def test_a_forgotten_listener_is_a_stranger(instance: Instance) -> None:
    await instance.library.playlists(listener())
    assert await instance.library.forget(listener().key)
    assert instance.cache.status().entries == 0
    await instance.library.playlists(listener())
    assert instance.shelf.calls == {"account": 2, "playlists": 2}


async def test_a_read_under_way_brings_no_forgotten_listener_back(
    instance: Instance,
) -> None:
    lists = instance.shelf.hold("playlists")
    asking = asyncio.create_task(instance.library.playlists(listener()))
    await instance.shelf.begun["playlists"].wait()
    await instance.library.forget(listener().key)
    lists.set()
    assert (await asking).total == 2
    assert instance.cache.status().entries == 0


async def test_the_last_to_leave_ends_the_question(shelf: Shelf, clock: Clock) -> None:
    instance = Instance.begin(shelf, clock)
    shelf.hold("account")
    asking = asyncio.create_task(instance.library.playlists(listener()))
    await shelf.begun["account"].wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    await instance.aclose()
    assert instance.cache.status().in_flight == 0
