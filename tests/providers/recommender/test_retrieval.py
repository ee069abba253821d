"""Reading a taste: in parallel, each source optional, inside its limit of time."""

import asyncio
from itertools import combinations

import pytest

from providers.deadline import Deadline
from providers.errors import (
    Forbidden,
    LinkExpired,
    ProviderError,
    RateLimited,
    ScopeMissing,
    TooSlow,
    Unavailable,
)
from providers.fan_out import fan_out
from providers.recommender.ranking.discovery_queries import artist_query
from providers.recommender.retrieval import read_taste, search
from tests.providers.fake_library import (
    FakeLibrary,
    Hang,
    listener,
)
from tests.providers.sample_music import (
    every_source,
    playlist,
    rich_taste,
    tracks,
)

NAMES = {
    "latest_saves": "saved_tracks",
    "first_followed": "followed_artists",
    "first_playlists": "playlists",
}


def named(source: str) -> str:
    """The taste's name of a source, from the fault's."""
    return NAMES.get(source, source.replace(" ", "_"))


async def test_ten_lists_are_read_at_once() -> None:
    library = FakeLibrary()
    taste = await read_taste(library, listener())
    assert sorted(library.calls) == sorted(every_source())
    assert taste == rich_taste()


async def test_the_phase_is_in_the_turn() -> None:
    asking = listener()
    await read_taste(FakeLibrary(), asking)
    assert [phase.name for phase in asking.turn.phases] == ["taste"]


@pytest.mark.parametrize("source", every_source())
@pytest.mark.parametrize("error", [Forbidden(), Unavailable(), ScopeMissing()])
async def test_a_source_that_fails_is_left_out_and_named(
    source: str, error: ProviderError
) -> None:
    library = FakeLibrary(faults={source: error})
    taste = await read_taste(library, listener())
    assert taste.missing == {named(source): error.reason}


@pytest.mark.parametrize("pair", list(combinations(every_source()[:4], 2)))
async def test_two_that_hang_are_left_out(pair: tuple[str, str]) -> None:
    library = FakeLibrary(faults=dict.fromkeys(pair, Hang()))
    taste = await read_taste(library, listener(), seconds=0.01)
    assert taste.missing == {named(source): "late" for source in pair}


async def test_late_calls_are_cancelled() -> None:
    library = FakeLibrary(faults={"recent_plays": Hang()})
    before = asyncio.all_tasks()
    await read_taste(library, listener(), seconds=0.01)
    assert asyncio.all_tasks() == before


async def test_where_none_came_relinking_is_said_first() -> None:
    faults = dict.fromkeys(every_source(), Unavailable()) | {
        "recent_plays": ScopeMissing()
    }
    with pytest.raises(ScopeMissing):
        await read_taste(FakeLibrary(faults=faults), listener())


async def test_where_none_came_the_service_is_quoted() -> None:
    faults = dict.fromkeys(every_source(), Forbidden()) | {
        "top_tracks years": RateLimited(30)
    }
    with pytest.raises(RateLimited):
        await read_taste(FakeLibrary(faults=faults), listener())


async def test_where_all_hang_it_is_too_slow() -> None:
    faults = dict.fromkeys(every_source(), Hang())
    asking = listener(seconds=1.01)
    with pytest.raises(TooSlow):
        await read_taste(FakeLibrary(faults=faults), asking, seconds=0.001)


async def test_where_all_are_withheld_the_taste_is_empty() -> None:
    faults = dict.fromkeys(every_source(), Forbidden())
    taste = await read_taste(FakeLibrary(faults=faults), listener())
    assert not list(taste.artists())
    assert len(taste.missing) == 10


async def test_an_expired_link_ends_it_at_once() -> None:
    faults = dict.fromkeys(every_source(), Hang()) | {"recent_plays": LinkExpired()}
    with pytest.raises(LinkExpired):
        await read_taste(FakeLibrary(faults=faults), listener())


async def test_a_mistake_of_ours_is_not_hidden() -> None:
    async def mistaken() -> int:
        raise ValueError("ours")

    deadline = Deadline.after(5, asyncio.get_running_loop().time)
    with pytest.raises(ValueError, match="ours"):
        await fan_out({"mistaken": mistaken()}, deadline, seconds=1)


async def test_the_first_to_come_is_waited_for() -> None:
    come = asyncio.Event()

    async def slow() -> str:
        await come.wait()
        return "here"

    async def hanging() -> str:
        return str(await asyncio.Event().wait())

    loop = asyncio.get_running_loop()
    loop.call_later(0.02, come.set)
    calls = {"slow": slow(), "hanging": hanging()}
    deadline = Deadline.after(5, loop.time)
    outcome = await fan_out(calls, deadline, seconds=0.001, wait_for_first=True)
    assert outcome.results == {"slow": "here"}
    assert outcome.missing == {"hanging": "late"}


async def test_two_searches_of_one_text_are_one_call() -> None:
    queries = [artist_query('Quo"ted'), artist_query("Quo ted")]
    library = FakeLibrary(catalogue=tracks(1))
    await search(library, listener(), queries)
    assert len(library.calls) == 1


async def test_contents_of_own_playlists_count_where_they_are_known() -> None:
    theirs = playlist(2, mine=False)
    library = FakeLibrary(
        rich_taste(playlists=(playlist(1), theirs)),
        known={"p1": tracks(5), "p2": tracks(7)},
    )
    taste = await read_taste(library, listener())
    assert taste.known == tracks(5)


async def test_mostly_old_lists_make_an_old_taste() -> None:
    library = FakeLibrary(stale_for=600)
    assert (await read_taste(library, listener())).stale
    assert not (await read_taste(FakeLibrary(), listener())).stale


def test_a_version_names_the_contents() -> None:
    versions = {
        rich_taste().version(),
        rich_taste(plays=()).version(),
        rich_taste(saves=()).version(),
        rich_taste(top_tracks={}).version(),
        rich_taste(playlists=(playlist(1, version="newer"),)).version(),
        rich_taste(missing={"recent_plays": "late"}).version(),
    }
    assert len(versions) == 6
    assert rich_taste().version() in versions
