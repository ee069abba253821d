"""Where the service is slow, an answer takes two waves and the rest comes later."""

from datetime import timedelta

import pytest

from providers.errors import Unavailable
from providers.recommender import pipeline
from providers.recommender.pipeline import REUSE_SECONDS
from providers.recommender.ranking.query import RecommendationQuery
from providers.recommender.service import RecommendationAnswer
from tests.providers.imagined_library import ImaginedLibrary
from tests.providers.imagined_music import rich_taste
from tests.providers.imagined_room import CATALOGUE, Room, ids


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Room:
    """Every list counts as slow; not all saves are known."""
    monkeypatch.setattr(pipeline, "SLOW_SECONDS", -1.0)
    return Room(ImaginedLibrary(rich_taste(saves_complete=False), CATALOGUE))


def kinds(answer: RecommendationAnswer) -> set[str]:
    return {pick.familiarity for pick in answer.picks}


async def test_the_look_is_made_beside_the_searches(room: Room) -> None:
    answer = await room.ask()
    assert len(room.library.calls) <= 16
    look = room.library.calls.index("saved_among")
    assert room.library.calls.count("saved_among") == 1
    assert room.library.calls[look - 1].startswith("search")
    assert all(pick.checked for pick in answer.picks)
    assert kinds(answer) == {"familiar"}


async def test_the_next_answer_takes_no_call_and_saved_ones_are_out(room: Room) -> None:
    saved = frozenset(map(str, ids(await room.ask())))
    again = Room(ImaginedLibrary(room.library.taste, CATALOGUE, saved=saved))
    first = await again.ask()
    again.library.calls.clear()
    second = await again.another(first)
    assert again.library.calls == []
    assert len(second.picks) == 3
    assert not saved & {*ids(first), *ids(second)}


async def test_what_was_found_is_looked_up_with_the_next_look_at_the_lists(
    room: Room,
) -> None:
    await room.ask()
    room.library.calls.clear()
    room.now += timedelta(seconds=REUSE_SECONDS + 1)
    answer = await room.ask()
    assert room.library.calls.count("saved_among") == 1
    assert "discovery" in kinds(answer)
    room.library.calls.clear()
    await room.another(answer)
    assert room.library.calls == []


async def test_something_new_is_worth_a_third_step(room: Room) -> None:
    answer = await room.ask(RecommendationQuery(novelty="new"))
    assert kinds(answer) == {"discovery"}
    assert all(pick.checked for pick in answer.picks)


async def test_new_plays_leave_what_is_known(room: Room) -> None:
    await room.ask()
    room.now += timedelta(seconds=REUSE_SECONDS + 1)
    room.library.taste = rich_taste(saves_complete=False, plays=())
    room.library.calls.clear()
    answer = await room.ask()
    assert room.library.calls.count("saved_among") <= 2
    assert all(pick.checked for pick in answer.picks)


async def test_a_look_that_fails_beside_the_searches_is_named(room: Room) -> None:
    room.library.faults = {"saved_among": Unavailable()}
    answer = await room.ask()
    assert len(answer.picks) == 3
    assert ("saved_check", "unavailable") in answer.stored.ranking.missing


async def test_with_all_saves_known_there_is_nothing_to_look_up(room: Room) -> None:
    room.library.taste = rich_taste()
    answer = await room.ask()
    assert "saved_among" not in room.library.calls
    assert "discovery" in kinds(answer)
