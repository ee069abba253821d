"""Rankings and opinions in the cache: kept, sealed, forgotten; visitors' in memory."""

from collections.abc import AsyncIterator

import pytest

from providers.recommender.exclusion_list import ExclusionList
from providers.recommender.ranking.history import History, Impression, StoredRanking
from providers.recommender.ranking.recommendation_query import (
    Exclusion,
    RecommendationQuery,
)
from providers.recommender.store import MemoryStore, PersonalData, StoreRouter
from providers.secret import Secret
from tests.conftest import RedisServer
from tests.providers.fake_library import listener
from tests.providers.recommender_process import Accounts, Process, asking, songs
from tests.providers.recommender_setup import CATALOGUE
from tests.providers.sample_music import rich_taste

pytestmark = pytest.mark.no_cover


@pytest.fixture(params=["memory", "redis"])
async def process(
    request: pytest.FixtureRequest, redis_server: RedisServer
) -> AsyncIterator[Process]:
    library = Accounts(rich_taste(), CATALOGUE)
    url = redis_server.url if request.param == "redis" else None
    process = Process(library, url)
    yield process
    await process.close()


@pytest.fixture
async def other(redis_server: RedisServer) -> AsyncIterator[Process]:
    process = Process(Accounts(rich_taste(), CATALOGUE), redis_server.url)
    yield process
    await process.close()


async def test_cold_is_sixteen_calls_and_warm_is_none(process: Process) -> None:
    first = await process.ask()
    assert "account" in process.library.calls
    assert len(process.library.calls) <= 16
    process.library.calls.clear()
    second = await process.ask()
    third = await process.ask()
    assert process.library.calls == []
    assert len(songs(first) | songs(second) | songs(third)) == 9


async def test_another_process_goes_on_where_this_one_was(
    redis_server: RedisServer, other: Process
) -> None:
    here = Process(Accounts(rich_taste(), CATALOGUE), redis_server.url)
    first = await here.ask()
    again = await here.ask()
    await here.close()
    there = await other.ask()
    assert other.library.calls == []
    assert not (songs(first) | songs(again)) & songs(there)


async def test_what_was_said_outlives_the_day(process: Process) -> None:
    first = await process.ask()
    asked = asking()
    await process.recommendations.give_feedback(asked, first.picks[0], liked=False)
    process.time += 5 * 24 * 3600
    memory = await process.recommendations.store.history(asking())
    assert [opinion.liked for opinion in memory.feedback] == [False]
    process.time += 10 * 24 * 3600
    assert await process.recommendations.store.history(asking()) == History()


async def test_another_account_never_hears_this_ones(process: Process) -> None:
    first = await process.ask()
    process.library.calls.clear()
    other = await process.ask(link="bob")
    assert "account" in process.library.calls
    assert other.stored.ranking.picks
    assert songs(first) == songs(other)  # the same music, but nothing said yet


async def test_a_new_token_of_a_known_account_costs_one_call(process: Process) -> None:
    first = await process.ask()
    process.library.calls.clear()
    second = await process.ask(link="ada 2")
    assert process.library.calls == ["account"]
    assert not songs(first) & songs(second)


async def test_a_refreshed_library_keeps_what_was_said(process: Process) -> None:
    first = await process.ask()
    await process.recommendations.give_feedback(asking(), first.picks[0], liked=True)
    assert await process.own.refresh(asking())
    process.library.calls.clear()
    second = await process.ask()
    assert "recent_plays" in process.library.calls
    assert not songs(first) & songs(second)


JAZZ = Exclusion("genre", "jazz")


async def exclude(process: Process) -> ExclusionList:
    """Exclude jazz, and return the list."""
    exclusions = ExclusionList(process.recommendations)
    await process.ask()
    assert await exclusions.add(asking(), JAZZ) == "added"
    return exclusions


async def test_exclusions_are_kept_while_the_skill_is_used(process: Process) -> None:
    exclusions = await exclude(process)
    for _ in range(4):
        process.time += 10 * 24 * 3600
        await process.ask()
    assert await process.own.refresh(asking())
    assert await exclusions.entries(asking()) == (JAZZ,)
    assert await exclusions.entries(asking("bob", "bob")) == ()


async def test_the_first_thing_said_can_be_an_exclusion(process: Process) -> None:
    exclusions = ExclusionList(process.recommendations)
    assert await exclusions.add(asking(), JAZZ) == "added"
    assert await exclusions.entries(asking()) == (JAZZ,)


async def test_whoever_is_forgotten_has_no_exclusions(process: Process) -> None:
    exclusions = await exclude(process)
    assert await process.own.forget(Secret("ada"))
    assert await exclusions.entries(asking()) == ()


async def test_exclusions_are_taken_back(process: Process) -> None:
    exclusions = await exclude(process)
    assert await exclusions.add(asking(), JAZZ) == "known"
    assert await exclusions.remove(asking(), JAZZ)
    assert await exclusions.entries(asking()) == ()


async def test_a_spoiled_history_is_an_empty_one(
    redis_server: RedisServer, other: Process
) -> None:
    here = Process(Accounts(rich_taste(), CATALOGUE), redis_server.url)
    await exclude(here)
    await here.close()
    with redis_server.client() as client:
        for key in client.scan_iter():
            if client.type(key) == b"string":
                client.set(key, b"\x00spoiled", keepttl=True)
    assert await ExclusionList(other.recommendations).entries(asking()) == ()
    assert (await other.ask()).picks


async def test_whoever_is_forgotten_is_forgotten_here_too(process: Process) -> None:
    first = await process.ask()
    await process.recommendations.give_feedback(asking(), first.picks[0], liked=False)
    assert await process.own.forget(Secret("ada"))
    assert await process.recommendations.store.history(asking()) == History()
    assert songs(await process.ask()) == songs(first)


async def test_whoever_is_forgotten_is_forgotten_by_the_demo_too(
    process: Process,
) -> None:
    demo = MemoryStore()
    history = History((Impression("song-1", 1),))
    for name in ("ada", "bob"):
        await demo.keep_history(listener(name), history)
    data = PersonalData(process.own, demo)
    assert await data.refresh(listener("ada"))
    assert await demo.history(listener("ada")) == history
    assert await data.forget(Secret("ada"))
    assert await demo.history(listener("ada")) == History()
    assert await demo.history(listener("bob")) == history


async def test_what_another_process_wrote_is_replaced(
    redis_server: RedisServer, other: Process
) -> None:
    here = Process(Accounts(rich_taste(), CATALOGUE), redis_server.url)
    first = await here.ask()
    await other.ask()
    await here.recommendations.give_feedback(asking(), first.picks[0], liked=True)
    await here.close()
    third = Process(Accounts(rich_taste(), CATALOGUE), redis_server.url)
    memory = await third.recommendations.store.history(asking())
    await third.close()
    assert len(memory.feedback) == 1


async def test_redis_holds_no_title_and_lets_everything_expire(
    redis_server: RedisServer, other: Process
) -> None:
    # Longer names than chance would make among the bytes of what is sealed.
    who, link = "the listener", "a link of theirs"
    first = await other.ask(link, who)
    await other.recommendations.give_feedback(
        asking(link, who), first.picks[0], liked=True
    )
    with redis_server.client() as client:
        for key in client.scan_iter():
            assert client.ttl(key) > 0
            kind = client.type(key)
            values = [client.get(key)] if kind == b"string" else client.smembers(key)
            for word in ("Song", "song", "Artist", who, link):
                assert all(word.encode() not in text for text in (key, *values))


async def test_redis_may_be_gone() -> None:
    process = Process(Accounts(rich_taste(), CATALOGUE), "redis://127.0.0.1:1/0")
    first, second = await process.ask(), await process.ask()
    assert len(songs(first) | songs(second)) == 6
    await process.close()


async def test_nothing_is_kept_before_the_account_is_known(process: Process) -> None:
    store = process.recommendations.store
    asked = asking()
    await store.keep_history(asked, History((Impression("x", 1),)))
    first = (await Process(process.library).ask()).stored
    await store.keep_ranking(asked, first)
    assert await store.history(asking()) == History()
    assert await store.ranking(asking(), first.name) is None


async def test_visitors_leave_nothing_but_in_memory() -> None:
    own, visitors = MemoryStore(), MemoryStore(limit=2)
    store = StoreRouter(own, visitors, lambda who: who.key.reveal() != "ada")
    record = (await Process(Accounts(rich_taste(), CATALOGUE)).ask()).stored
    memory = History((Impression("x", 1),))
    for key in ("ada", "visitor"):
        await store.keep_ranking(listener(key), record)
        await store.keep_history(listener(key), memory)
        assert await store.ranking(listener(key), record.name) == record
        assert await store.history(listener(key)) == memory
    assert await own.history(listener("visitor")) == History()
    for key in ("second", "third"):
        assert await visitors.history(listener(key)) == History()
    assert await visitors.history(listener("visitor")) == History()


async def test_a_visitor_has_room_for_a_few_rankings() -> None:
    store = MemoryStore()
    record = (await Process(Accounts(rich_taste(), CATALOGUE)).ask()).stored
    for number in range(9):
        other = StoredRanking(str(number), record.ranking, RecommendationQuery(), 0.0)
        await store.keep_ranking(listener(), other)
    assert await store.ranking(listener(), "0") is None
    assert await store.ranking(listener(), "8") is not None
