"""New artists in answers: first, with another one, after opinions, and day by day."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from providers.errors import Unavailable
from providers.music import Artist, Track
from providers.recommender.ranking.domain_types import Pick, Taste
from providers.recommender.ranking.history import History, Spending
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from providers.recommender.service import RecommendationAnswer
from tests.providers.fake_library import FakeLibrary, listener
from tests.providers.recommender.ranking.test_similar_artists import Lists
from tests.providers.recommender_setup import RecommenderSetup
from tests.providers.sample_music import TODAY, playlist, track

NEW = [f"New {number:02}" for number in range(40)]
LIKED_NEAR = [f"Near {number:02}" for number in range(6)]


def songs(names: Iterable[str], first: int) -> list[Track]:
    """Three songs of each artist."""
    return [
        track(first + 3 * place + n, artists=(Artist(f"id-{name}", name),))
        for place, name in enumerate(names)
        for n in range(3)
    ]


def setup_of(taste: Taste | None = None, **changes: object) -> RecommenderSetup:
    """Somebody who plays two artists; forty others are played by the same people."""
    own = songs(["Ann", "Bob"], 1)
    lists = {
        "Ann": {name: 1 - n / 100 for n, name in enumerate(NEW)},
        "Bob": {},
        NEW[0]: {name: 1 - n / 100 for n, name in enumerate(LIKED_NEAR)},
    }
    usual = Taste(top_tracks={"months": tuple(own[:1] + own[3:4])})
    catalogue = [*own, *songs(NEW, 100), *songs(LIKED_NEAR, 400)]
    library = FakeLibrary(taste or usual, catalogue, **changes)  # type: ignore[arg-type]
    return RecommenderSetup(library, source=Lists(lists))


def searches(setup: RecommenderSetup) -> list[str]:
    return [call for call in setup.library.calls if call.startswith("search")]


def names(picks: Iterable[Pick]) -> list[str]:
    return [pick.track.artists[0].name for pick in picks]


async def answers(setup: RecommenderSetup, count: int) -> list[RecommendationAnswer]:
    given = [await setup.ask()]
    while len(given) < count:
        given.append(await setup.another(given[-1]))
    return given


async def test_a_first_answer_searches_for_new_artists_and_one_habit() -> None:
    setup = setup_of()
    answer = await setup.ask()
    made = searches(setup)
    assert [f'search artist:"{name}"' for name in NEW[:3]] == made[:3]
    assert made[3] in ('search artist:"Ann"', 'search artist:"Bob"')
    assert [f'search artist:"{name}"' for name in NEW[3:8]] == made[4:]
    assert len(setup.library.calls) <= 16
    assert names(answer.picks)[:2] == NEW[:2]
    fact = answer.picks[0].evidence[0]
    assert (fact.signal, fact.about, fact.artist) == ("neighbour", "Ann", NEW[0])


async def test_another_names_each_new_artist_before_a_second_song() -> None:
    setup = setup_of()
    given = await answers(setup, 4)
    picks = [pick for answer in given for pick in answer.picks]
    new = names(pick for pick in picks if pick.familiarity == "discovery")
    assert len(set(new)) >= max(8, len(new) - 1)
    assert len(searches(setup)) > 8, "more is searched for before any comes again"


async def test_each_new_artist_is_named_before_more_are_searched_for() -> None:
    setup = setup_of()
    answer = await setup.ask()
    first, named = len(searches(setup)), set(names(answer.picks))
    while True:
        answer = await setup.another(answer)
        if len(searches(setup)) > first:
            break
        named |= set(names(answer.picks))
    assert set(NEW[:8]) <= named


async def test_another_searches_on_before_the_new_songs_end() -> None:
    setup = setup_of()
    given = await answers(setup, 8)
    picks = [pick for answer in given for pick in answer.picks]
    assert len({pick.key for pick in picks}) == 24
    assert len(searches(setup)) == len(set(searches(setup)))
    new = [pick for pick in picks if pick.familiarity == "discovery"]
    assert len(new) >= 15
    assert not any(answer.exhausted or answer.restarted for answer in given)


async def test_leads_are_drawn_without_replacement_over_days() -> None:
    setup = setup_of()
    first = {pick for a in await answers(setup, 2) for pick in names(a.picks)}
    setup.now += timedelta(days=1)
    setup.library.calls.clear()
    await setup.ask()
    found = {search.split('"')[1] for search in searches(setup)}
    assert not found & (first - {"Ann", "Bob"})


async def test_when_all_leads_are_used_those_of_other_days_come_again() -> None:
    setup = setup_of()
    for _ in range(6):
        given = await answers(setup, 3)
        assert all(answer.picks for answer in given)
        setup.now += timedelta(days=1)


@pytest.mark.parametrize("limit", [100, 16])
async def test_a_day_without_calls_left_searches_no_more(limit: int) -> None:
    setup = setup_of()
    setup.calls_a_day = limit
    await setup.ask()
    memories = setup.store.memories
    spent = History(spending=Spending(TODAY, limit))
    await setup.store.keep_history(listener(), spent)
    setup.library.calls.clear()
    setup.store.records.clear()
    answer = await setup.ask()
    assert searches(setup) == []
    assert answer.picks
    setup.library.calls.clear()
    for _ in range(5):
        answer = await setup.another(answer)
    assert setup.library.calls == [], "no list is read for searches that may not be"
    assert memories[listener().key.reveal()].spending.calls >= limit


async def test_calls_of_a_day_are_counted_and_begin_anew_the_next_day() -> None:
    setup = setup_of()
    await answers(setup, 4)
    history = await setup.store.history(listener())
    assert history.calls_on(TODAY) == len(setup.library.calls)
    assert history.calls_on(TODAY + 1) == 0


async def test_a_like_searches_the_neighbours_of_what_was_liked() -> None:
    setup = setup_of()
    first = await setup.ask()
    assert names(first.picks)[0] == NEW[0]
    unspoken = [pick.key for pick in first.picks[1:]]
    await setup.recommendations().give_feedback(
        listener(), first.picks[0], liked=True, unspoken=unspoken
    )
    second = await setup.another(first)
    assert set(LIKED_NEAR) & set(names(second.picks))
    signals = {pick.evidence[0].signal for pick in second.picks}
    assert "liked_neighbour" in signals
    setup.library.calls.clear()
    await setup.another(second)
    assert searches(setup) == []  # the like is heard once


async def test_a_dislike_leaves_the_neighbours_of_it_out() -> None:
    setup = setup_of()
    first = await setup.ask()
    await setup.recommendations().give_feedback(listener(), first.picks[0], liked=False)
    picks = [pick for _ in range(6) for pick in (await setup.another(first)).picks]
    assert picks
    assert not {NEW[0], *LIKED_NEAR} & set(names(picks))


async def test_a_genre_is_searched_by_decades_before_the_songs_end() -> None:
    """One search finds ten songs, and these may all be known."""
    setup = setup_of()
    await setup.ask(RecommendationQuery(genre="jazz"))
    made = [call for call in searches(setup) if "jazz" in call]
    years = ("", " year:2020-2029", " year:2010-2019")
    assert made == [f'search genre:"jazz"{span}' for span in years]


async def test_songs_of_own_playlists_are_not_called_new() -> None:
    listed = songs(NEW[12:13], 136)
    setup = setup_of(
        Taste(
            top_tracks={"months": tuple(songs(["Ann"], 1)[:1])},
            playlists=(playlist(1),),
        ),
        contents={"p1": listed},
    )
    given = await answers(setup, 10)
    assert setup.library.calls.count("playlist_items p1") >= 1
    picks = [pick for answer in given for pick in answer.picks]
    assert NEW[13] in names(picks)
    assert NEW[12] not in names(p for p in picks if p.familiarity == "discovery")


async def test_where_there_are_playlists_alone_two_long_ones_are_read() -> None:
    """Two leave calls for six searches; those of a few songs tell least."""
    sizes = {1: 2, 2: 48, 3: 3, 4: 50, 5: 600}
    playlists = tuple(playlist(number, size=size) for number, size in sizes.items())
    setup = setup_of(Taste(playlists=playlists), contents={"p2": songs(["Ann"], 1)[:2]})
    await setup.ask()
    read = {call for call in setup.library.calls if "_items p" in call}
    assert len(read) == 2
    assert read < {"playlist_items p2", "playlist_items p4", "first_items p5"}


async def test_the_beginning_of_one_long_playlist_is_a_taste() -> None:
    setup = setup_of(
        Taste(playlists=(playlist(1, size=2_000),)),
        contents={"p1": songs(["Ann"], 1)[:2]},
    )
    for answer in await answers(setup, 4):
        assert set(names(answer.picks)) & set(NEW)
    assert setup.library.calls.count("first_items p1") >= 1
    assert "playlist_items p1" not in setup.library.calls


async def test_playlists_alone_are_a_taste() -> None:
    setup = setup_of(
        Taste(playlists=(playlist(1),)), contents={"p1": songs(["Ann"], 1)[:2]}
    )
    answer = await setup.ask()
    assert names(answer.picks)[0] == NEW[0]
    assert len(setup.library.calls) <= 16


async def test_an_artist_of_nearly_the_same_name_is_another_one() -> None:
    setup = setup_of()
    other = track(900, artists=(Artist("id-other", "New 00 Tribute"),))
    namesake = track(901, artists=(Artist("id-same", "NEW 00"),))
    setup.library.catalogue = [other, namesake, *setup.library.catalogue]
    picks = [pick for answer in await answers(setup, 3) for pick in answer.picks]
    assert "New 00 Tribute" not in names(picks)


async def test_while_searches_fail_own_songs_are_recommended() -> None:
    setup = setup_of(faults={"search": Unavailable()})
    answer = await setup.ask()
    assert {pick.familiarity for pick in answer.picks} == {"familiar"}
    assert ("discovery", "unavailable") in answer.stored.ranking.missing
    assert len(setup.library.calls) <= 16
    setup.library.faults = {}
    later = await setup.ask()
    assert NEW[0] in names(later.picks)  # a search that failed was not made


async def test_a_source_that_knows_nobody_leaves_the_habits() -> None:
    setup = setup_of()
    setup.source = Lists({"Zoe": {"Yan": 1.0}})
    answer = await setup.ask()
    assert set(names(answer.picks)) <= {"Ann", "Bob"}
    assert "artist_albums id-Ann appears_on" in setup.library.calls


async def test_more_like_an_artist_means_the_neighbours_too() -> None:
    setup = setup_of()
    answer = await setup.ask(RecommendationQuery(artist=NEW[0]))
    assert names(answer.picks)[0] == NEW[0]
    others = [pick for pick in answer.picks if names([pick])[0] != NEW[0]]
    assert others
    assert set(names(others)) <= set(LIKED_NEAR)
    assert {pick.evidence[0].signal for pick in others} == {"neighbour"}


async def test_familiar_songs_come_where_they_are_asked_for() -> None:
    setup = setup_of()
    answer = await setup.ask(RecommendationQuery(novelty="familiar"))
    assert {pick.familiarity for pick in answer.picks} == {"familiar"}


@pytest.mark.parametrize("neighbours", [True, False])
async def test_genres_are_searched_where_no_neighbour_is_known(
    *, neighbours: bool
) -> None:
    own = [
        track(n, artists=(Artist(f"id-{n}", f"Own {n}", ("jazz",)),)) for n in (1, 2)
    ]
    taste = Taste(
        top_tracks={"months": tuple(own)},
        top_artists={"months": tuple(song.artists[0] for song in own)},
    )
    library = FakeLibrary(taste, [*own, *songs(NEW, 100)])
    lists = {"Own 1": dict.fromkeys(NEW, 1.0)}
    setup = RecommenderSetup(library, source=Lists(lists) if neighbours else None)
    await setup.ask()
    by_genre = [query for query in searches(setup) if "genre:" in query]
    assert bool(by_genre) is not neighbours
