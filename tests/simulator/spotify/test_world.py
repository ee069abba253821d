"""A world: repeatable, with a clock of its own, served where it is told."""

import asyncio
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from simulator.spotify.data.user_library import FakePlaylist, FakeUser, UserLibrary
from simulator.spotify.server import serving
from simulator.spotify.world import AdjustableClock, World
from tests.simulator.spotify.conftest import NOW, ApiCaller

PATHS = (
    "/me",
    "/me/playlists?limit=50",
    "/me/top/tracks",
    "/me/top/artists?time_range=short_term",
    "/me/player/recently-played",
    "/me/tracks",
    "/me/albums",
    "/me/following?type=artist",
    "/search?q=night&type=track,album,artist",
)


async def _answers(world: World, account: str) -> list[str]:
    async with serving(world) as running, aiohttp.ClientSession() as session:
        world.base_url = "http://fixed"
        ask = ApiCaller(session, running)
        return [(await ask(path, account)).text for path in PATHS]


async def test_the_same_world_twice_answers_the_same_to_the_letter() -> None:
    first = await _answers(World(now=lambda: NOW), "load-77")
    assert first == await _answers(World(now=lambda: NOW), "load-77")


async def test_another_seed_is_another_world() -> None:
    first = await _answers(World(now=lambda: NOW), "ada")
    other = await _answers(World(seed=2, now=lambda: NOW), "ada")
    # The roster stays; what they listen to does not.
    assert first[0] == other[0]
    assert all(
        one != another for one, another in zip(first[2:], other[2:], strict=True)
    )


async def test_a_day_later_the_listener_is_still_the_same() -> None:
    first = await _answers(World(now=lambda: NOW), "ada")
    later = await _answers(World(now=lambda: NOW + timedelta(days=1)), "ada")
    assert first[0] == later[0]
    assert first[1] == later[1]
    assert first[4] != later[4]


def test_a_clock_runs_on_from_where_it_was_set() -> None:
    times = iter(NOW + timedelta(seconds=n) for n in range(100))
    clock = AdjustableClock(lambda: next(times))
    assert clock() == NOW
    clock.advance(timedelta(days=2))
    assert clock() == NOW + timedelta(days=2, seconds=1)
    moment = datetime(2030, 1, 1, tzinfo=UTC)
    clock.set(moment)
    assert clock() == moment + timedelta(seconds=1)
    clock.advance(timedelta(seconds=-1))
    assert clock() == moment + timedelta(seconds=1)
    clock.reset()
    assert clock() == NOW + timedelta(seconds=5)


@pytest.mark.parametrize(
    ("host", "shown"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")]
)
async def test_it_is_served_on_a_free_port(host: str, shown: str) -> None:
    world = World(now=lambda: NOW)
    async with (
        serving(world, host=host) as running,
        aiohttp.ClientSession() as session,
    ):
        assert running.base_url.startswith(f"http://{shown}:")
        assert running.api_url == f"{running.base_url}/v1"
        page = await ApiCaller(session, running)("/me/playlists", limit=1)
        assert page.json["href"].startswith(running.api_url)


async def test_two_worlds_do_not_know_of_one_another() -> None:
    one, other = World(now=lambda: NOW), World(now=lambda: NOW)
    async with (
        serving(one) as first,
        serving(other) as second,
        aiohttp.ClientSession() as session,
    ):
        one.faults.add("error")
        assert (await ApiCaller(session, first)("/me")).status == 500
        assert (await ApiCaller(session, second)("/me")).status == 200
        made = {"name": "Only here", "public": False}
        one.faults.clear()
        await ApiCaller(session, first)("/me/playlists", method="POST", json=made)
        assert (await ApiCaller(session, second)("/me/playlists")).json["total"] == 240
    assert (one.counters.calls(), other.counters.calls()) == (2, 2)


async def test_what_hangs_does_not_keep_it_from_stopping(world: World) -> None:
    async with aiohttp.ClientSession() as session:
        async with serving(world) as running:
            world.faults.add("hang")
            call = session.get(
                f"{running.api_url}/me", headers={"Authorization": "Bearer ada"}
            )
            hanging = asyncio.ensure_future(call)
            await world.counters.until(lambda seen: seen.all.in_flight == 1)
        (answer,) = await asyncio.gather(hanging, return_exceptions=True)
        assert not isinstance(answer, TimeoutError)


async def test_a_listener_of_your_own(ask: ApiCaller, world: World) -> None:
    artists, tracks = world.catalogue.artists[:3], world.catalogue.tracks[:2]
    playlists = FakePlaylist(
        "p" * 22, "Made up", FakeUser("user-me", "Me"), 2, lambda: [*tracks]
    )
    own = UserLibrary(
        playlists=[playlists],
        top_artists={"long_term": artists},
        saved_tracks=[],
        followed=[*artists],
    )
    world.add_account("me", own, "Me Myself")
    assert (await ask("/me", "me")).json["display_name"] == "Me Myself"
    assert (await ask("/me/playlists", "me")).json["items"][0]["name"] == "Made up"
    top = (await ask("/me/top/artists", "me", time_range="long_term")).json["items"]
    assert [one["id"] for one in top] == [artist.id for artist in artists]
    assert (await ask("/me/top/artists", "me")).json["items"] == []
    contents = (await ask(f"/playlists/{'p' * 22}/items", "me")).json
    assert contents["total"] == 2
    assert (await ask("/me/following", "me", type="artist")).json["artists"][
        "total"
    ] == 3
