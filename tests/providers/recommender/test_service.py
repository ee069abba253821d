"""Answers over a fake library: calls, and what is remembered."""

from datetime import timedelta

import pytest

from providers.errors import (
    LinkExpired,
    NotAdmitted,
    PremiumRequired,
    ProviderError,
    Unavailable,
)
from providers.recommender.ranking.domain_types import Taste
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.ranking_cache import REUSE_SECONDS
from tests.providers.fake_library import (
    FakeLibrary,
    listener,
)
from tests.providers.recommender_setup import CATALOGUE, RecommenderSetup, ids
from tests.providers.sample_music import (
    every_source,
    reason,
    rich_taste,
    tracks,
)

pytestmark = pytest.mark.no_cover


async def test_without_a_long_shelf_two_waves_are_enough() -> None:
    setup = RecommenderSetup()
    answer = await setup.ask()
    assert len(answer.picks) == 3
    assert len(setup.library.calls) <= 16
    assert "saved_among" not in setup.library.calls


async def test_a_long_shelf_is_looked_at_once() -> None:
    setup = RecommenderSetup(FakeLibrary(rich_taste(saves_complete=False), CATALOGUE))
    first = await setup.ask()
    assert setup.library.calls.count("saved_among") == 1
    assert len(setup.library.calls) <= 16
    assert all(pick.checked for pick in first.picks)


async def test_what_the_look_finds_is_not_said() -> None:
    setup = RecommenderSetup(FakeLibrary(rich_taste(saves_complete=False), CATALOGUE))
    saved = frozenset(str(one) for one in ids(await setup.ask()))
    taste = rich_taste(saves_complete=False)
    again = RecommenderSetup(FakeLibrary(taste, CATALOGUE, saved=saved))
    answer = await again.ask()
    assert not saved & set(ids(answer))
    assert len(answer.picks) == 3


async def test_a_warm_answer_takes_no_call() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    setup.library.calls.clear()
    second = await setup.ask()
    third = await setup.another(second)
    assert setup.library.calls == []
    said = [*ids(first), *ids(second), *ids(third)]
    assert len(set(said)) == 9


READ_LATER = {"top_artists months", "top_tracks weeks", "top_tracks years"}


async def test_after_a_while_only_the_lists_are_looked_at() -> None:
    setup = RecommenderSetup()
    await setup.ask()
    setup.library.calls.clear()
    setup.now += timedelta(seconds=REUSE_SECONDS + 1)
    await setup.ask()
    assert set(setup.library.calls) == set(every_source()) - READ_LATER
    assert len(setup.library.calls) == 7
    setup.library.calls.clear()
    await setup.ask()
    assert setup.library.calls == []


async def test_all_lists_are_read_where_seven_are_not_enough() -> None:
    """For a wish, for what is known, where a list fails, and to search on."""
    cases: list[tuple[RecommendationQuery, dict[str, ProviderError]]] = [
        (RecommendationQuery(genre="jazz"), {}),
        (RecommendationQuery(novelty="familiar"), {}),
        (RecommendationQuery(), {"recent_plays": Unavailable()}),
    ]
    for query, faults in cases:
        setup = RecommenderSetup()
        setup.library.faults = faults
        answer = await setup.ask(query)
        assert set(every_source()) <= set(setup.library.calls), query
        assert answer.stored.ranking.whole, query
    setup = RecommenderSetup()
    answer = await setup.ask()
    assert not answer.stored.ranking.whole
    for _ in range(20):
        answer = await setup.another(answer)
    assert set(every_source()) <= set(setup.library.calls)
    assert answer.stored.ranking.whole


async def test_new_plays_make_a_new_ranking() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    setup.now += timedelta(seconds=REUSE_SECONDS + 1)
    setup.library.taste = rich_taste(plays=())
    second = await setup.ask()
    assert second.stored.ranking.version != first.stored.ranking.version
    assert not set(ids(first)) & set(ids(second))


async def test_an_outage_leaves_the_ranking_as_it_was() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    for faults in (
        dict.fromkeys(every_source(), Unavailable()),
        {"recent_plays": Unavailable()},
    ):
        setup.now += timedelta(seconds=REUSE_SECONDS + 1)
        setup.library.faults = dict(faults)
        answer = await setup.ask()
        assert answer.stored.ranking.picks == first.stored.ranking.picks
        assert answer.stored.ranking.stale == (len(faults) > 1)


@pytest.mark.parametrize("refusal", [NotAdmitted(), PremiumRequired()])
async def test_one_list_that_is_refused_is_left_out(refusal: ProviderError) -> None:
    setup = RecommenderSetup(FakeLibrary(rich_taste(), CATALOGUE))
    setup.library.faults = {"recent_plays": refusal}
    answer = await setup.ask()
    assert answer.picks
    assert dict(answer.stored.ranking.missing) == {"recent_plays": refusal.reason}


@pytest.mark.parametrize("refusal", [NotAdmitted(), PremiumRequired()])
async def test_who_is_refused_everywhere_is_told_why(refusal: ProviderError) -> None:
    setup = RecommenderSetup(FakeLibrary(rich_taste(), CATALOGUE))
    setup.library.faults = dict.fromkeys(every_source(), refusal)
    with pytest.raises(type(refusal)):
        await setup.ask()


async def test_an_expired_link_is_an_error_even_so() -> None:
    setup = RecommenderSetup()
    await setup.ask()
    setup.now += timedelta(seconds=REUSE_SECONDS + 1)
    setup.library.faults = {"recent_plays": LinkExpired()}
    with pytest.raises(LinkExpired):
        await setup.ask()


async def test_nothing_kept_and_nothing_to_read_is_an_error() -> None:
    faults = dict.fromkeys(every_source(), Unavailable())
    with pytest.raises(Unavailable):
        await RecommenderSetup(FakeLibrary(faults=dict(faults))).ask()


async def test_the_next_day_brings_others() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    setup.now += timedelta(days=1)
    assert not set(ids(first)) & set(ids(await setup.ask()))


async def test_when_all_are_said_it_is_said_and_begins_anew_when_asked_anew() -> None:
    setup = RecommenderSetup(FakeLibrary(Taste(top_tracks={"weeks": tracks(1, 3, 5)})))
    first = await setup.ask()
    end = await setup.another(first)
    assert end.exhausted
    assert end.picks == ()
    anew = await setup.ask()
    assert anew.restarted
    assert ids(anew) == ids(first)
    assert (await setup.another(anew)).exhausted
    await setup.recommendations().restart(listener())
    assert ids(await setup.another(anew)) == ids(first)


async def test_a_dislike_holds_in_this_session_and_the_next_days() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    disliked = first.picks[0]
    await setup.recommendations().give_feedback(listener(), disliked, liked=False)
    gone = {name.name for name in disliked.track.artists}
    answers = [await setup.another(first)]
    setup.now += timedelta(days=2)
    answers += [await setup.ask(), await setup.ask()]
    said = {a.name for one in answers for p in one.picks for a in p.track.artists}
    assert said
    assert not gone & said


async def test_a_like_is_a_reason_later() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    await setup.recommendations().give_feedback(listener(), first.picks[0], liked=True)
    signals = {reason(p).signal for p in (await setup.another(first)).picks}
    assert signals & {"liked", "kindred"}


async def test_picks_are_recalled_by_their_songs() -> None:
    setup = RecommenderSetup()
    first = await setup.ask()
    songs = tuple(pick.key for pick in first.picks)
    recalled = await setup.recommendations().recalled(
        listener(), first.stored.name, (*songs[:2], "unknown")
    )
    assert recalled == first.picks[:2]
    assert await setup.recommendations().recalled(listener(), "other", songs) == ()
    assert await setup.recommendations().next(listener(), "other") is None


async def test_listeners_do_not_share() -> None:
    setup = RecommenderSetup()
    await setup.ask()
    other = await setup.recommendations().recommend(
        listener("other"), RecommendationQuery()
    )
    assert setup.library.calls.count("recent_plays") == 2
    assert len(other.picks) == 3
