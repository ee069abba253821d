"""Queries, fallback levels, and sources that are out, over a fake library."""

from itertools import combinations

import pytest

from providers.errors import Forbidden, LinkExpired, Unavailable
from providers.music import Track
from providers.recommender.ranking.domain_types import Taste
from providers.recommender.ranking.recommendation_query import RecommendationQuery
from tests.providers.fake_library import (
    FakeLibrary,
    Hang,
    listener,
)
from tests.providers.recommender_setup import CATALOGUE, RecommenderSetup, ids
from tests.providers.sample_music import (
    artists,
    every_source,
    playlist,
    reason,
    rich_taste,
    saves,
    track,
    tracks,
)

pytestmark = pytest.mark.no_cover


async def test_a_mood_is_met_by_genre() -> None:
    answer = await RecommenderSetup().ask(RecommendationQuery(mood="calm"))
    assert not answer.unmet
    assert {reason(p).signal for p in answer.picks} == {"mood"}
    assert all("folk" in p.genres for p in answer.picks)


async def test_an_activity_and_a_genre_of_the_file() -> None:
    answer = await RecommenderSetup().ask(
        RecommendationQuery(activity="workout", genre="techno")
    )
    assert {reason(p).signal for p in answer.picks} == {"activity"}
    assert all(p.evidence[1].signal == "asked_genre" for p in answer.picks)


async def test_an_artist_is_found_by_a_name_that_sounds_like_it() -> None:
    answer = await RecommenderSetup().ask(RecommendationQuery(artist="artist 209"))
    assert reason(answer.picks[0]).signal in {"asked_artist", "kindred"}
    names = {reason(p).about for p in answer.picks}
    assert names == {"Artist 209"}


@pytest.mark.parametrize(
    "query",
    [
        RecommendationQuery(genre="purple"),
        RecommendationQuery(artist="zzyzx"),
        RecommendationQuery(artist="\0"),
    ],
)
async def test_nonsense_gets_what_fits_anyway_and_says_so(
    query: RecommendationQuery,
) -> None:
    answer = await RecommenderSetup().ask(query)
    assert answer.unmet
    assert len(answer.picks) == 3


async def test_an_unknown_mood_is_as_good_as_none() -> None:
    answer = await RecommenderSetup().ask(RecommendationQuery(mood="purple"))
    assert len(answer.picks) == 3


async def test_an_artist_of_the_listeners_own_is_found_without_the_service() -> None:
    library = FakeLibrary(faults={"search": Unavailable()})
    answer = await RecommenderSetup(library).ask(
        RecommendationQuery(artist="Artist 12")
    )
    assert reason(answer.picks[0]).signal == "asked_artist"
    assert {reason(p).about for p in answer.picks} == {"Artist 12"}


async def test_an_expired_link_is_not_mistaken_for_an_unknown_artist() -> None:
    library = FakeLibrary(faults={"search": LinkExpired()})
    with pytest.raises(LinkExpired):
        await RecommenderSetup(library).ask(RecommendationQuery(artist="Artist 12"))


async def test_nothing_new_left_is_said() -> None:
    setup = RecommenderSetup(FakeLibrary(rich_taste()))
    answer = await setup.ask(RecommendationQuery(novelty="new"))
    assert answer.unmet
    assert {p.familiarity for p in answer.picks} == {"familiar"}


async def test_own_playlists_where_there_is_no_history() -> None:
    library = FakeLibrary(
        Taste(playlists=(playlist(1), playlist(2, mine=False))),
        contents={"p1": tracks(1, 3, 5), "p2": tracks(7)},
    )
    answer = await RecommenderSetup(library).ask()
    assert answer.stored.ranking.fallback == "playlists"
    assert sorted(map(str, ids(answer))) == ["t1", "t3", "t5"]
    assert {reason(p).about for p in answer.picks} == {"Playlist 1"}


async def test_unknown_owners_and_refused_playlists_are_not_read_first() -> None:
    unknown = tuple(playlist(n, mine=None) for n in range(2, 12))
    refused, own = playlist(12), playlist(13)
    library = FakeLibrary(
        Taste(playlists=(*unknown, refused, own)),
        contents={"p13": tracks(1, 3)},
        known={"p12": ()},
        faults={f"playlist_items {one.id}": Forbidden() for one in unknown},
    )
    answer = await RecommenderSetup(library).ask()
    assert sorted(map(str, ids(answer))) == ["t1", "t3"]
    read = [call for call in library.calls if call.startswith("playlist_items")]
    assert "playlist_items p13" in read
    assert "playlist_items p12" not in read


async def test_nothing_at_all_is_an_answer_without_picks() -> None:
    answer = await RecommenderSetup(FakeLibrary(Taste())).ask()
    assert answer.picks == ()
    assert answer.stored.ranking.fallback == "nothing"
    assert not answer.exhausted


async def test_somebody_without_history_gets_what_they_name() -> None:
    setup = RecommenderSetup(FakeLibrary(Taste(), CATALOGUE))
    answer = await setup.ask(RecommendationQuery(artist="Artist 200"))
    assert not answer.unmet
    assert len(answer.picks) == 3


async def test_a_one_track_account() -> None:
    answer = await RecommenderSetup(FakeLibrary(Taste(saves=saves(1)))).ask()
    assert answer.stored.ranking.fallback == "nothing"


def oddities() -> tuple[Track, ...]:
    return (track(1, id=None, local=True), track(3, spoken=True))


async def test_only_local_files_and_episodes() -> None:
    taste = Taste(top_tracks={"weeks": oddities()}, playlists=(playlist(1),))
    library = FakeLibrary(taste, contents={"p1": oddities()})
    assert (await RecommenderSetup(library).ask()).picks == ()


SOURCES = (*every_source(), "search", "saved_among")
# Lists that are read only where one of the others fails, or at a later answer.
LATER = {"top_artists months", "top_tracks weeks", "top_tracks years"}
FIRST = set(every_source()) - LATER


@pytest.mark.parametrize("pair", list(combinations(SOURCES, 2)))
async def test_two_sources_out_still_give_titles(pair: tuple[str, str]) -> None:
    taste = rich_taste(saves_complete=False)
    library = FakeLibrary(taste, CATALOGUE)
    library.faults = {pair[0]: Forbidden(), pair[1]: Unavailable()}
    answer = await RecommenderSetup(library).ask()
    assert len(answer.picks) == 3
    missing = {source for source, _ in answer.stored.ranking.missing}
    read_first = not set(pair).isdisjoint(FIRST)
    assert len(missing) == (2 if read_first else len(set(pair) - LATER))
    assert len(library.calls) <= 16


async def test_a_failed_look_is_tried_again() -> None:
    library = FakeLibrary(rich_taste(saves_complete=False), CATALOGUE)
    library.faults = {"saved_among": Unavailable()}
    setup = RecommenderSetup(library)
    first = await setup.ask()
    assert ("saved_check", "unavailable") in first.stored.ranking.missing
    library.faults = {}
    second = await setup.another(first)
    assert all(pick.checked for pick in second.picks)
    assert second.stored.ranking.missing == ()


async def test_hanging_searches_do_not_hold_the_answer() -> None:
    library = FakeLibrary(rich_taste(), CATALOGUE, faults={"search": Hang()})
    setup = RecommenderSetup(library)
    asking = listener(seconds=1.05)
    answer = await setup.recommendations().recommend(asking, RecommendationQuery())
    assert len(answer.picks) == 3
    assert ("discovery", "late") in answer.stored.ranking.missing


async def test_something_new_looks_further_when_it_runs_out() -> None:
    taste = Taste(top_artists={"weeks": artists(0, 1, 2, 3)})
    catalogue = tuple(track(n, by=n % 40) for n in range(400))
    setup = RecommenderSetup(FakeLibrary(taste, catalogue))
    first = answer = await setup.ask(RecommendationQuery(novelty="new"))
    said = ids(first)
    for _ in range(20):
        answer = await setup.ask(RecommendationQuery(novelty="new"))
        if answer.unmet or answer.restarted:
            break
        said += ids(answer)
    assert len(set(said)) == len(said) > len(first.stored.ranking.picks)
    names = [a.name for p in answer.stored.ranking.picks for a in p.track.artists]
    assert max(map(names.count, names)) <= 2
