"""Newcomers are turned away while turns of the loop stay long, crowds are not."""

import asyncio

import pytest

from providers.cache.load_shedding import LASTING_SECONDS, WARY_SECONDS, LoadShedder
from providers.cache.redis.factory import CacheSettings
from providers.errors import Overloaded
from tests.providers.cache.conftest import Begin
from tests.providers.cache.world import Clock, Instance, listener

LONG, SHORTER, SHORT = 0.2, 0.06, 0.01


async def asked(pressure: LoadShedder, clock: Clock, turn: float) -> bool:
    """What a newcomer hears in a turn of so many seconds."""
    asyncio.get_running_loop().call_soon(clock.pass_by, turn)
    return await pressure.admits()


async def test_short_turns_let_everybody_in(clock: Clock) -> None:
    pressure = LoadShedder(clock)
    assert all([await asked(pressure, clock, SHORTER) for _ in range(100)])


async def test_a_crowd_passes(clock: Clock) -> None:
    pressure = LoadShedder(clock)
    for _ in range(20):
        while_it_lasts = int(LASTING_SECONDS / LONG)
        assert all([await asked(pressure, clock, LONG) for _ in range(while_it_lasts)])
        assert await asked(pressure, clock, SHORT)


async def test_long_turns_far_apart_are_no_pressure(clock: Clock) -> None:
    pressure = LoadShedder(clock)
    for _ in range(5):
        assert await asked(pressure, clock, LONG)
        clock.pass_by(60)


async def test_who_comes_to_what_stays_too_much_is_turned_away(clock: Clock) -> None:
    pressure = LoadShedder(clock)
    heard = [await asked(pressure, clock, LONG) for _ in range(20)]
    assert heard == sorted(heard, reverse=True), "at first let in, then no more"
    assert 5 <= heard.count(True) <= 7
    assert not await asked(pressure, clock, SHORTER), "it is wary now"
    assert await asked(pressure, clock, SHORT)
    assert not await asked(pressure, clock, LONG), "and has no patience"
    clock.pass_by(WARY_SECONDS)
    assert await asked(pressure, clock, SHORT)
    assert await asked(pressure, clock, LONG), "until it was well for a while"


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the pressure says, while there is something in the list."""
    told: list[bool] = []

    async def admits(_: LoadShedder) -> bool:
        return told[-1] if told else True

    monkeypatch.setattr(LoadShedder, "admits", admits)
    return told


async def test_only_fetches_are_refused(
    instance: Instance, clock: Clock, hurried: list[bool]
) -> None:
    await instance.library.playlists(listener())
    hurried.append(False)
    assert (await instance.library.playlists(listener())).stale_for is None
    with pytest.raises(Overloaded):
        await instance.library.top_tracks(listener(), "weeks")
    with pytest.raises(Overloaded):
        await instance.library.playlists(listener("token-of-bob", "person-bob"))
    clock.pass_by(1000)
    assert (await instance.library.playlists(listener())).stale_for is not None
    assert instance.shelf.calls["top_tracks"] == 0


async def test_who_was_let_in_stays_in(instance: Instance, hurried: list[bool]) -> None:
    who, late = listener(), listener()
    await instance.library.playlists(who)
    hurried.append(False)
    await instance.library.top_tracks(who, "weeks")
    with pytest.raises(Overloaded):
        await instance.library.recent_plays(late)
    hurried.append(True)
    with pytest.raises(Overloaded):
        await instance.library.recent_plays(late)


async def test_what_one_process_has_no_time_for_is_no_failure_of_the_music(
    begin: Begin, on_redis: CacheSettings, hurried: list[bool]
) -> None:
    one, other = begin(on_redis), begin(on_redis)
    hurried.append(False)
    with pytest.raises(Overloaded):
        await one.library.playlists(listener())
    hurried.clear()
    for instance in (one, other):
        assert (await instance.library.playlists(listener())).items
