"""Answers over an imagined library: calls, and what is remembered."""

from datetime import timedelta

import pytest

from providers.errors import LinkExpired, Unavailable
from providers.recommender.pipeline import REUSE_SECONDS
from providers.recommender.ranking.model import Taste
from providers.recommender.ranking.query import RecommendationQuery
from tests.providers.imagined_library import (
    ImaginedLibrary,
    listener,
)
from tests.providers.imagined_music import (
    every_source,
    reason,
    rich_taste,
    tracks,
)
from tests.providers.imagined_room import CATALOGUE, Room, ids


async def test_without_a_long_shelf_two_waves_are_enough() -> None:
    room = Room()
    answer = await room.ask()
    assert len(answer.picks) == 3
    assert len(room.library.calls) <= 16
    assert "saved_among" not in room.library.calls


async def test_a_long_shelf_is_looked_at_once() -> None:
    room = Room(ImaginedLibrary(rich_taste(saves_complete=False), CATALOGUE))
    first = await room.ask()
    assert room.library.calls.count("saved_among") == 1
    assert len(room.library.calls) <= 16
    assert all(pick.checked for pick in first.picks)


async def test_what_the_look_finds_is_not_said() -> None:
    room = Room(ImaginedLibrary(rich_taste(saves_complete=False), CATALOGUE))
    saved = frozenset(str(one) for one in ids(await room.ask()))
    taste = rich_taste(saves_complete=False)
    again = Room(ImaginedLibrary(taste, CATALOGUE, saved=saved))
    answer = await again.ask()
    assert not saved & set(ids(answer))
    assert len(answer.picks) == 3


async def test_a_warm_answer_takes_no_call() -> None:
    room = Room()
    first = await room.ask()
    room.library.calls.clear()
    second = await room.ask()
    third = await room.another(second)
    assert room.library.calls == []
    said = [*ids(first), *ids(second), *ids(third)]
    assert len(set(said)) == 9


async def test_after_a_while_only_the_lists_are_looked_at() -> None:
    room = Room()
    await room.ask()
    room.library.calls.clear()
    room.now += timedelta(seconds=REUSE_SECONDS + 1)
    await room.ask()
    assert sorted(room.library.calls) == sorted(every_source())
    room.library.calls.clear()
    await room.ask()
    assert room.library.calls == []


async def test_new_plays_make_a_new_ranking() -> None:
    room = Room()
    first = await room.ask()
    room.now += timedelta(seconds=REUSE_SECONDS + 1)
    room.library.taste = rich_taste(plays=())
    second = await room.ask()
    assert second.stored.ranking.version != first.stored.ranking.version
    assert not set(ids(first)) & set(ids(second))


async def test_an_outage_leaves_the_ranking_as_it_was() -> None:
    room = Room()
    first = await room.ask()
    for faults in (
        dict.fromkeys(every_source(), Unavailable()),
        {"recent_plays": Unavailable()},
    ):
        room.now += timedelta(seconds=REUSE_SECONDS + 1)
        room.library.faults = dict(faults)
        answer = await room.ask()
        assert answer.stored.ranking.picks == first.stored.ranking.picks
        assert answer.stored.ranking.stale == (len(faults) > 1)


async def test_an_expired_link_is_an_error_even_so() -> None:
    room = Room()
    await room.ask()
    room.now += timedelta(seconds=REUSE_SECONDS + 1)
    room.library.faults = {"recent_plays": LinkExpired()}
    with pytest.raises(LinkExpired):
        await room.ask()


async def test_nothing_kept_and_nothing_to_read_is_an_error() -> None:
    faults = dict.fromkeys(every_source(), Unavailable())
    with pytest.raises(Unavailable):
        await Room(ImaginedLibrary(faults=dict(faults))).ask()


async def test_the_next_day_brings_others() -> None:
    room = Room()
    first = await room.ask()
    room.now += timedelta(days=1)
    assert not set(ids(first)) & set(ids(await room.ask()))


async def test_when_all_are_said_it_is_said_and_begins_anew_when_asked_anew() -> None:
    room = Room(ImaginedLibrary(Taste(top_tracks={"weeks": tracks(1, 3, 5)})))
    first = await room.ask()
    end = await room.another(first)
    assert end.exhausted
    assert end.picks == ()
    anew = await room.ask()
    assert anew.restarted
    assert ids(anew) == ids(first)
    assert (await room.another(anew)).exhausted
    await room.recommendations().restart(listener())
    assert ids(await room.another(anew)) == ids(first)


async def test_a_dislike_holds_in_this_session_and_the_next_days() -> None:
    room = Room()
    first = await room.ask()
    disliked = first.picks[0]
    await room.recommendations().give_feedback(listener(), disliked, liked=False)
    gone = {name.name for name in disliked.track.artists}
    answers = [await room.another(first)]
    room.now += timedelta(days=2)
    answers += [await room.ask(), await room.ask()]
    said = {a.name for one in answers for p in one.picks for a in p.track.artists}
    assert said
    assert not gone & said


async def test_a_like_is_a_reason_later() -> None:
    room = Room()
    first = await room.ask()
    await room.recommendations().give_feedback(listener(), first.picks[0], liked=True)
    signals = {reason(p).signal for p in (await room.another(first)).picks}
    assert signals & {"liked", "kindred"}


async def test_picks_are_recalled_by_their_songs() -> None:
    room = Room()
    first = await room.ask()
    songs = tuple(pick.key for pick in first.picks)
    recalled = await room.recommendations().recalled(
        listener(), first.stored.name, (*songs[:2], "unknown")
    )
    assert recalled == first.picks[:2]
    assert await room.recommendations().recalled(listener(), "other", songs) == ()
    assert await room.recommendations().next(listener(), "other") is None


async def test_listeners_do_not_share() -> None:
    room = Room()
    await room.ask()
    other = await room.recommendations().recommend(
        listener("other"), RecommendationQuery()
    )
    assert room.library.calls.count("recent_plays") == 2
    assert len(other.picks) == 3
