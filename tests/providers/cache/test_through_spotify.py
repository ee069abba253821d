"""Two processes, one Redis, the real client and the stand-in of Spotify."""

import asyncio
import gc
import random
import weakref
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cache.redis.factory import CacheSettings, open_cache
from providers.cached_library import CachedLibrary
from providers.errors import LinkExpired, ProviderError, RateLimited
from providers.fan_out import fan_out, gather_both
from providers.listener import Listener
from providers.spotify.call_policy import CallPolicy, RetryBudget
from providers.spotify.client import SpotifyClient, open_session
from providers.spotify.library import SpotifyLibrary
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World
from tests.providers.cache.world import Clock, listener

pytestmark = pytest.mark.no_cover

ME, LISTS = "GET /me", "GET /me/playlists"


@dataclass
class Stage:
    """Two processes before the same stand-in; `clock` is the cache's and the brake's,
    the deadlines go by the loop's."""

    spotify: RunningSpotify
    libraries: list[CachedLibrary]
    caches: list[Cache]
    clock: Clock

    def calls(self) -> dict[str, int]:
        """What was asked of Spotify since the last time."""
        asked = {name: self.spotify.counters.calls(name) for name in (ME, LISTS)}
        self.spotify.counters.reset()
        return asked


@pytest.fixture
async def stage(on_redis: CacheSettings, clock: Clock) -> AsyncIterator[Stage]:
    settings = replace(on_redis, memory_bytes=2**24)
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(open_session("record-shelf/test"))
        spotify = await stack.enter_async_context(
            serving(World(now=lambda: datetime.now(UTC)))
        )
        stage = Stage(spotify, [], [], clock)
        for seed in (1, 2):
            sources = Clocks(clock, clock, random.Random(seed))
            cache, brake = open_cache(settings, sources)
            stack.push_async_callback(cache.aclose)
            policy = CallPolicy(
                rate_limit=brake,
                budget=RetryBudget(clock),
                rng=random.Random(seed),
                wall_clock=lambda: datetime.now(UTC),
            )
            client = SpotifyClient(session, spotify.api_url, policy=policy)
            stage.libraries.append(CachedLibrary(SpotifyLibrary(client), cache))
            stage.caches.append(cache)
        yield stage


async def test_a_cold_listener_costs_one_call_and_their_pages(stage: Stage) -> None:
    lists, again = await asyncio.gather(
        *(stage.libraries[0].playlists(listener("ada")) for _ in range(2))
    )
    assert lists == again
    assert lists.total == len(lists.items) == 240
    assert stage.calls() == {ME: 1, LISTS: 5}


async def test_a_rotated_token_costs_one_call(stage: Stage) -> None:
    await stage.libraries[0].playlists(listener("ada"))
    stage.calls()
    for library in stage.libraries:
        await library.playlists(listener("ada~rotated"))
    assert stage.calls() == {ME: 1, LISTS: 0}


async def test_another_account_of_the_same_user_has_its_own_playlists(
    stage: Stage,
) -> None:
    for library in stage.libraries:
        ada = await library.playlists(listener("ada"))
        ben = await library.playlists(listener("ben"))
        assert {playlist.id for playlist in ada.items if playlist.mine}
        assert ada != ben
        again = await library.playlists(listener("ada"))
        assert again.items == ada.items


async def test_a_hanging_spotify_is_answered_from_what_is_there(stage: Stage) -> None:
    await stage.libraries[0].playlists(listener("ada"))
    stage.clock.pass_by(600)
    stage.spotify.faults.add("hang")
    for library in stage.libraries:
        who = listener("ada")
        lists = await library.playlists(who)
        assert lists.total == 240
        assert lists.stale_for is not None
        assert who.deadline.remaining() > 4.5


async def test_a_refusal_for_half_a_minute_stops_both_processes(stage: Stage) -> None:
    for name in ("ada", "ben"):
        await stage.libraries[0].account(listener(name, f"key-{name}"))
    stage.calls()
    stage.spotify.faults.add("rate_limit", times=1, retry_after=30)
    with pytest.raises(RateLimited):
        await stage.libraries[0].playlists(listener("ada", "key-ada"))
    assert sum(stage.calls().values()) == 1
    for seconds in (0, 1, 10, 18.9):
        stage.clock.pass_by(seconds)
        for library in stage.libraries:
            for name in ("ada", "ben"):
                with pytest.raises(RateLimited):
                    await library.playlists(listener(name, f"key-{name}"))
    assert stage.calls() == {ME: 0, LISTS: 0}
    stage.clock.pass_by(0.5)
    tops = await stage.libraries[1].top_tracks(listener("ben", "key-ben"), "weeks")
    assert tops.items


async def test_a_token_that_is_over_is_no_matter_of_the_cache(stage: Stage) -> None:
    for library in stage.libraries:
        with pytest.raises(LinkExpired):
            await library.playlists(listener("expired"))


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Python does not look for rings of objects meanwhile."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.slow
@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize(
    "fault", ["error", "unauthorized", "rate_limit", "reset", "truncate", "hang"]
)
async def test_a_request_that_fails_leaves_nothing_of_itself(
    stage: Stage, fault: str
) -> None:
    """Errors hold frames, frames hold tasks, tasks hold errors: in such a ring the
    listener's token would stay until Python looks for rings."""
    stage.spotify.faults.add(fault)
    with suppress(ProviderError):  # from now on Redis knows the scripts
        await _alone(stage.libraries[0], listener("ben", "key-ben", seconds=1.2))
    gc.collect()
    for ask in (_alone, _in_pairs, _spread):
        who = listener("ada", seconds=1.2)
        remains = weakref.ref(who)
        with suppress(ProviderError):
            await ask(stage.libraries[0], who)
        del who
        stage.clock.pass_by(60)
        for _ in range(5):  # whoever was cancelled ends
            await asyncio.sleep(0)
        assert remains() is None, ask.__name__


async def _alone(library: CachedLibrary, who: Listener) -> None:
    await library.playlists(who)


async def _in_pairs(library: CachedLibrary, who: Listener) -> None:
    await gather_both(library.playlists(who), library.account(who))


async def _spread(library: CachedLibrary, who: Listener) -> None:
    calls = {"lists": library.playlists(who), "tops": library.top_tracks(who, "weeks")}
    await fan_out(calls, who.deadline, seconds=1.0)
