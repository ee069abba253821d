"""The cached library gives what the library gives, and asks it once."""

import asyncio
from collections.abc import Awaitable, Callable

import msgspec
import pytest

from providers.errors import LinkExpired, NotFound, NotLinked, Unavailable
from providers.listener import Listener
from providers.music import Library, Listing, Playlist
from tests.providers.cache.world import Clock, Instance, Shelf, listener, roles

Asking = Callable[[Library, Listener], Awaitable[object]]
VERSIONED = Playlist(id="p", name="P", version="v1")

METHODS: dict[str, Asking] = {
    "playlists": lambda lib, who: lib.playlists(who),
    "playlist_items": lambda lib, who: lib.playlist_items(who, VERSIONED),
    "top_artists": lambda lib, who: lib.top_artists(who, "weeks"),
    "top_tracks": lambda lib, who: lib.top_tracks(who, "years"),
    "recent_plays": lambda lib, who: lib.recent_plays(who),
    "saved_tracks": lambda lib, who: lib.saved_tracks(who),
    "saved_albums": lambda lib, who: lib.saved_albums(who),
    "followed_artists": lambda lib, who: lib.followed_artists(who),
    "artist": lambda lib, who: lib.artist(who, "a1"),
    "artist_albums": lambda lib, who: lib.artist_albums(who, "a1", ["single"]),
    "album_tracks": lambda lib, who: lib.album_tracks(who, "b1"),
    "track": lambda lib, who: lib.track(who, "t1"),
    "search": lambda lib, who: lib.search(who, 'artist:"X"', ["track"], 5),
    "saved_among": lambda lib, who: lib.saved_among(who, ["t1", "t2"]),
}


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
    with pytest.raises(Unavailable):
        await instance.library.playlists(listener())
    assert instance.cache.status().entries == 0
    instance.shelf.fails.clear()
    after_failures()
    await instance.library.playlists(listener())
    assert instance.shelf.calls == {"account": 2, "playlists": 2}


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
    assert instance.cache.status().flights == 0
