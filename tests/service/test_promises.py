"""What the cache promises, held by signed requests to several real instances."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
import redis

from service.admission import TooManyRequests
from service.app import HEALTH
from service.http_endpoints import ENDPOINT
from simulator.alexa.requests import skill_event
from simulator.spotify.data.user_library import FakePlaylist
from simulator.spotify.world import World
from tests.conftest import RedisServer, SharedStore
from tests.fault_proxy import Fault, FaultProxy
from tests.service.instances import SECRET, ask, device_of, fleet
from tests.service.running import Line, now
from tests.service.test_back_ends import stage

pytestmark = pytest.mark.no_cover

ME, LISTS = "GET /me", "GET /me/playlists"
SHELF, WHOSE = "ListPlaylistsIntent", "WhoseAccountIntent"


@pytest.mark.slow
async def test_a_stranger_with_forty_callers_at_four_instances_is_few_reads(
    tmp_path: Path, shared_store: SharedStore
) -> None:
    async with fleet(tmp_path, shared_store.url, 4) as instances:
        for line in instances.lines:
            await ask(
                line, "ben", SHELF
            )  # the first request of a process takes longest
        instances.spotify.counters.reset()
        answers = await instances.at_once("ada", SHELF, 10)
        assert all("Morning Coffee" in answer.speech for answer in answers)
        calls = instances.spotify.counters.calls
        # Of a stranger each instance may ask once; 240 playlists are five pages.
        assert 1 <= calls(ME) <= 4
        assert 5 <= calls(LISTS) <= 4 * 5


@pytest.mark.slow
async def test_a_failing_spotify_is_asked_about_once_a_second_in_all(
    tmp_path: Path, shared_store: SharedStore
) -> None:
    async with fleet(tmp_path, shared_store.url, 4) as instances:
        await instances.at_once("ada", WHOSE, 1)
        instances.spotify.faults.add("unavailable", LISTS)
        instances.spotify.counters.reset()
        clock = asyncio.get_running_loop().time
        begun = clock()
        while clock() < begun + 2.5:
            answers = await instances.at_once("ada", SHELF, 2)
            assert {answer.status for answer in answers} == {200}
            await asyncio.sleep(0.05)  # four services in one process need some time
        # A read is an attempt and, while the retry budget lasts, one more; where this
        # machine is too slow for Redis to be heard, an instance reads by itself.
        alone = sum(
            line.app[HEALTH].cache.status().failures for line in instances.lines
        )
        reads = clock() - begun + 1 + alone
        assert 2 <= instances.spotify.counters.calls(LISTS) <= 2 * reads


async def test_a_hanging_spotify_is_answered_from_what_was_read(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with fleet(tmp_path, redis_server.url, 2) as instances:
        await instances.at_once("ada", SHELF, 1)
        instances.put_forward(600)
        instances.spotify.faults.add("hang")
        for line in instances.lines:
            answer = await ask(line, "ada", SHELF)
            assert "Morning Coffee" in answer.speech
            assert "so this is from 10 minutes ago" in answer.speech
            assert line.turns[-1].outcome == "answered"
            assert line.turns[-1].deadline_left > 3.5


@pytest.mark.slow
@pytest.mark.parametrize("listeners", [300])
async def test_a_small_memory_serves_everybody(tmp_path: Path, listeners: int) -> None:
    """Forgotten ones are read again; what is held never exceeds what was allowed."""
    async with stage(tmp_path, CACHE_MEMORY_MB="1") as (line, spotify):
        first = await ask(line, "load-0", SHELF)
        cache = line.app[HEALTH].cache
        for number in range(1, listeners):
            assert (await ask(line, f"load-{number}", SHELF)).status == 200
            assert cache.status().memory_bytes <= 2**20
        assert {turn.outcome for turn in line.turns} == {"answered"}
        spotify.counters.reset()
        again = await ask(line, "load-0", SHELF)
        assert again.card_text == first.card_text
        assert spotify.counters.calls() > 0, "the least recently used was forgotten"


@pytest.mark.slow
async def test_nothing_of_anybody_can_be_read_in_redis_and_every_key_expires(
    tmp_path: Path, shared_store: SharedStore
) -> None:
    async with fleet(tmp_path, shared_store.url, 2) as instances:
        for line in instances.lines:
            for token in ("ada", "ben", "ada~rotated", "jonas", "yuki"):
                for name in _ASKED:
                    assert (await ask(line, token, name)).status == 200
        stored = list(_stored(shared_store))
        assert len(stored) > 100
        await _disable(instances.lines[0], "ada")
        stored += _stored(shared_store)
    telling = list(_telling())
    for text in stored:
        for secret in telling:
            assert secret not in text, secret.decode()


async def test_who_disables_the_skill_leaves_nothing_in_redis(
    tmp_path: Path, shared_store: SharedStore
) -> None:
    async with fleet(tmp_path, shared_store.url, 2) as instances:
        for name in _ASKED:
            assert (await ask(instances.lines[0], "ben", name)).status == 200
        others = {key for key, _ in _pairs(shared_store)}
        for name in _ASKED:
            assert (await ask(instances.lines[1], "ada", name)).status == 200
        mine = {key for key, _ in _pairs(shared_store)} - others
        assert len(mine) > 10
        await _disable(instances.lines[0], "ada")
        left = {key for key, _ in _pairs(shared_store)} - others
        # What stays are editions, which make whatever is put back unreadable.
        assert all(key.endswith(b":generation") for key in left)
        values = [values for key, values in _pairs(shared_store) if key in left]
        assert all(len(value) == 16 for (value,) in values), "of nobody"


async def test_who_disables_the_skill_while_redis_is_out_is_sent_again(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with FaultProxy(("127.0.0.1", redis_server.port)) as proxy:
        url = f"redis://127.0.0.1:{proxy.port}/0"
        async with fleet(tmp_path, url, 1) as instances:
            (line,) = instances.lines
            assert (await ask(line, "ada", SHELF)).status == 200
            gone = {key for key, _ in _pairs(redis_server)}
            assert gone
            await proxy.inflict(Fault.REFUSE)
            event = skill_event(device_of(line, "ada"), line.moment(), "SkillDisabled")
            for _ in range(4):
                assert (await line.send(event)).status == 503
            await proxy.inflict(Fault.NONE)
            status, tries = 503, 0
            while status == 503 and tries < 200:  # until a probe of Redis is due
                status, tries = (await line.send(event)).status, tries + 1
                await asyncio.sleep(0.1)
            assert status == 200
            left = {key for key, _ in _pairs(redis_server)}
            assert all(key.endswith(b":generation") for key in left & gone)
            assert (await line.send(event)).status == 200, "it may come once more"


async def test_a_person_who_left_is_sent_again_where_the_skill_is_busy(
    tmp_path: Path, redis_server: RedisServer
) -> None:
    async with fleet(tmp_path, redis_server.url, 1) as instances:
        (line,) = instances.lines
        event = skill_event(device_of(line, "ada"), line.moment(), "SkillDisabled")
        admission = line.app[ENDPOINT].admission
        with ExitStack() as full:
            with suppress(TooManyRequests):
                while True:
                    full.enter_context(admission.verified)
            assert (await line.send(event)).status == 503
        assert (await line.send(event)).status == 200


_ASKED = (
    *(SHELF, WHOSE, "RecentPlaysIntent", "LatestAdditionsIntent", "TopArtistsIntent"),
    *("TopTracksIntent", "NewReleasesIntent", "RecommendIntent", "DislikeIntent"),
    *("RecommendPlaylistIntent", "RediscoverIntent", "WhatsNewIntent"),
)


async def _disable(line: Line, token: str) -> None:
    device = device_of(line, token)
    answer = await line.send(skill_event(device, line.moment(), "SkillDisabled"))
    assert answer.status == 200


def _telling() -> Iterator[bytes]:
    """Names, ids and tokens of these listeners, of their music and of Alexa's.

    Of five bytes and more: fewer come by chance in so many random ones.
    """
    texts = {"amzn1", "rotated", "jonas", SECRET, "Spotify", "spotify"}
    for token in ("ada", "ben", "jonas", "yuki"):
        account = World(now=now).account(token)
        assert account is not None
        profile = account.profile
        texts |= {profile.display_name or "", profile.id, profile.account_id}
        shelf = account.library.playlists
        texts |= {one.name for one in shelf if isinstance(one, FakePlaylist)}
    yield from (text.encode() for text in texts if len(text.encode()) > 4)


def _stored(store: SharedStore) -> Iterator[bytes]:
    """Every key and every value."""
    for key, values in _pairs(store):
        yield key
        yield from values


def _pairs(store: SharedStore) -> Iterator[tuple[bytes, list[bytes]]]:
    for client in store.clients():
        with client:
            yield from _pairs_of(client)


def _pairs_of(client: "redis.Redis") -> Iterator[tuple[bytes, list[bytes]]]:
    for key in client.scan_iter("*"):
        assert client.pttl(key) > 0, "every key expires"
        kind = client.type(key)
        assert kind in (b"set", b"string")
        found = client.smembers(key) if kind == b"set" else [client.get(key)]
        yield bytes(key), [one for one in found if isinstance(one, bytes)]
