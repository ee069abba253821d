"""Where the service is slow, an answer takes two waves and the rest comes later."""

from datetime import timedelta

import pytest

from providers.errors import Unavailable
from providers.recommender import ranking_cache
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.ranking_cache import REUSE_SECONDS
from providers.recommender.service import RecommendationAnswer
from tests.providers.fake_library import FakeLibrary
from tests.providers.recommender_setup import CATALOGUE, RecommenderSetup, ids
from tests.providers.sample_music import rich_taste

pytestmark = pytest.mark.no_cover


@pytest.fixture
def setup(monkeypatch: pytest.MonkeyPatch) -> RecommenderSetup:
    """Every list counts as slow; not all saves are known."""
    monkeypatch.setattr(ranking_cache, "SLOW_SECONDS", -1.0)
    return RecommenderSetup(FakeLibrary(rich_taste(saves_complete=False), CATALOGUE))


def kinds(answer: RecommendationAnswer) -> set[str]:
    return {pick.familiarity for pick in answer.picks}


async def test_the_look_is_made_beside_the_searches(setup: RecommenderSetup) -> None:
    answer = await setup.ask()
    assert len(setup.library.calls) <= 16
    look = setup.library.calls.index("saved_among")
    assert setup.library.calls.count("saved_among") == 1
    assert setup.library.calls[look - 1].startswith("search")
    assert all(pick.checked for pick in answer.picks)
    assert kinds(answer) == {"familiar"}


async def test_the_next_answer_takes_no_call_and_saved_ones_are_out(
    setup: RecommenderSetup,
) -> None:
    saved = frozenset(map(str, ids(await setup.ask())))
    again = RecommenderSetup(FakeLibrary(setup.library.taste, CATALOGUE, saved=saved))
    first = await again.ask()
    again.library.calls.clear()
    second = await again.another(first)
    assert again.library.calls == []
    assert len(second.picks) == 3
    assert not saved & {*ids(first), *ids(second)}


async def test_what_was_found_is_looked_up_with_the_next_look_at_the_lists(
    setup: RecommenderSetup,
) -> None:
    await setup.ask()
    setup.library.calls.clear()
    setup.now += timedelta(seconds=REUSE_SECONDS + 1)
    answer = await setup.ask()
    assert setup.library.calls.count("saved_among") == 1
    assert "discovery" in kinds(answer)
    setup.library.calls.clear()
    await setup.another(answer)
    assert setup.library.calls == []


async def test_something_new_is_worth_a_third_step(setup: RecommenderSetup) -> None:
    answer = await setup.ask(RecommendationQuery(novelty="new"))
    assert kinds(answer) == {"discovery"}
    assert all(pick.checked for pick in answer.picks)


async def test_new_plays_leave_what_is_known(setup: RecommenderSetup) -> None:
    await setup.ask()
    setup.now += timedelta(seconds=REUSE_SECONDS + 1)
    setup.library.taste = rich_taste(saves_complete=False, plays=())
    setup.library.calls.clear()
    answer = await setup.ask()
    assert setup.library.calls.count("saved_among") <= 2
    assert all(pick.checked for pick in answer.picks)


async def test_a_look_that_fails_beside_the_searches_is_named(
    setup: RecommenderSetup,
) -> None:
    setup.library.faults = {"saved_among": Unavailable()}
    answer = await setup.ask()
    assert len(answer.picks) == 3
    assert ("saved_check", "unavailable") in answer.stored.ranking.missing


async def test_with_all_saves_known_there_is_nothing_to_look_up(
    setup: RecommenderSetup,
) -> None:
    setup.library.taste = rich_taste()
    answer = await setup.ask()
    assert "saved_among" not in setup.library.calls
    assert "discovery" in kinds(answer)
