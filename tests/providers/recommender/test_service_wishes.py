"""Wishes: eras, performers, languages, sources, exclusions: met or said not to be."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from providers.music import Album, Artist, Track
from providers.recommender.ranking.domain_types import Pick
from providers.recommender.ranking.history import History
from providers.recommender.ranking.recommendation_query import (
    MOST_UNWANTED,
    Exclusion,
    RecommendationQuery,
)
from providers.recommender.service import RecommendationAnswer
from tests.providers.fake_library import FakeLibrary, listener
from tests.providers.recommender_setup import CATALOGUE, MOODS, RecommenderSetup
from tests.providers.sample_music import playlist, rich_taste, saves, track


def dated(number: int, year: int, **changes: Any) -> Track:
    """A track of the catalogue on an album of this year."""
    album = Album(f"b{number}", f"Album {number}", released=f"{year}-05-01")
    return track(number, album=album, **changes)


def by(number: int, name: str, *genres: str, year: int = 2020) -> Track:
    return dated(number, year, artists=(Artist(f"x{number}", name, genres),))


NINETIES = tuple(dated(n, 1990 + n % 10, by=100 + n) for n in range(300, 320))
OTHERS = tuple(dated(n, 2010, by=100 + n) for n in range(320, 340))


def setup_with(*catalogue: Track, **changes: Any) -> RecommenderSetup:
    return RecommenderSetup(FakeLibrary(rich_taste(**changes), catalogue))


def years(answer: RecommendationAnswer) -> set[str]:
    albums = [pick.track.album for pick in answer.picks]
    return {((album and album.released) or "")[:4] for album in albums}


def evidence(pick: Pick, signal: str) -> list[int | None]:
    return [fact.count for fact in pick.evidence if fact.signal == signal]


async def test_an_era_is_searched_by_years_and_its_evidence_is_the_year() -> None:
    setup = setup_with(*NINETIES, *OTHERS)
    answer = await setup.ask(RecommendationQuery(era="1990s"))
    assert len(answer.picks) == 3
    assert (answer.unmet, answer.dropped) == (False, ())
    for pick in answer.picks:
        assert pick.track.album
        (year,) = evidence(pick, "era")
        assert str(year) == (pick.track.album.released or "")[:4]
        assert 1990 <= (year or 0) <= 1999
    searches = [call for call in setup.library.calls if call.startswith("search")]
    assert searches
    assert all("year:1990-1999" in call for call in searches)
    assert "search year:1990-1999" in searches


async def test_one_year() -> None:
    answer = await setup_with(*NINETIES).ask(RecommendationQuery(era="1994"))
    assert years(answer) == {"1994"}


async def test_own_music_of_an_era_is_found_by_its_release_date() -> None:
    own = (dated(1, 1985), dated(3, 2001))
    setup = setup_with(saves=saves(1), top_tracks={"weeks": own})
    setup.library.taste = replace(setup.library.taste, plays=())
    answer = await setup.ask(RecommendationQuery(era="1980s"))
    assert years(answer) == {"1985"}


async def test_evidence_of_taste_comes_before_the_year() -> None:
    own = (dated(3, 1994),)
    answer = await setup_with(top_tracks={"weeks": own}).ask(
        RecommendationQuery(era="1990s")
    )
    signals = [fact.signal for fact in answer.picks[0].evidence]
    assert signals[1] == "era"
    assert signals[0] != "era"


async def test_an_era_without_songs_is_left_out_and_said_to_be() -> None:
    query = RecommendationQuery(genre="jazz", era="1950s")
    answer = await RecommenderSetup().ask(query)
    assert answer.picks
    assert answer.dropped == ("era",)
    assert not answer.unmet
    assert all("jazz" in pick.genres for pick in answer.picks)


async def test_an_era_alone_without_songs_is_unmet() -> None:
    answer = await RecommenderSetup().ask(RecommendationQuery(era="1950s"))
    assert answer.picks
    assert answer.unmet
    assert answer.dropped == ()


@pytest.mark.parametrize("era", ["", "?", "soon", "9" * 500, "0000"])
async def test_an_absurd_era_does_no_harm(era: str) -> None:
    assert (await RecommenderSetup().ask(RecommendationQuery(era=era))).picks


async def test_by_somebody_means_by_nobody_else() -> None:
    songs = [by(n, "Nina", "jazz") for n in range(400, 410)]
    like_hers = [by(n, f"Other {n}", "jazz") for n in range(410, 420)]
    setup = setup_with(*songs, *like_hers)
    answer = await setup.ask(RecommendationQuery(performer="nina"))
    heard = list(answer.picks)
    heard += (await setup.another(answer)).picks
    assert len(heard) == 6  # more than the two songs that an artist has elsewhere
    assert {pick.track.artists[0].name for pick in heard} == {"Nina"}
    await setup.recommendations().give_feedback(listener(), heard[0], liked=True)
    more = (await setup.another(answer)).picks
    assert len(more) == 3


async def test_by_nobody_known_is_unmet() -> None:
    answer = await RecommenderSetup().ask(RecommendationQuery(performer="zzyzx"))
    assert answer.unmet
    assert answer.picks


@pytest.mark.parametrize("name", ["artist", "performer"])
async def test_the_rest_of_a_wish_is_met_where_nobody_is_called_so(name: str) -> None:
    wish = RecommendationQuery(era="1990s")
    query = msgspec.structs.replace(wish, **{name: "zzyzx"})
    own = (dated(3, 1994),)
    answer = await setup_with(top_tracks={"weeks": own}).ask(query)
    assert (answer.unmet, answer.dropped) == (False, ("artist",))
    assert years(answer) == {"1994"}


async def test_a_mood_that_a_performer_does_not_meet_is_said() -> None:
    query = RecommendationQuery(performer="Artist 5", mood="calm")
    answer = await RecommenderSetup().ask(query)
    assert answer.dropped == ("kind",)
    assert {pick.track.artists[0].name for pick in answer.picks} == {"Artist 5"}


async def test_a_ranking_without_a_search_is_made_again_at_the_next_request() -> None:
    setup = setup_with(*(by(n, "Nina", "schlager") for n in range(400, 410)))
    both = RecommendationQuery(performer="nina", mood="calm")
    answer = await setup.ask(both)  # by then all calls of the answer are spent
    assert answer.dropped == ("artist",)
    answer = await setup.ask(RecommendationQuery(performer="nina"))
    assert not answer.unmet
    assert {pick.track.artists[0].name for pick in answer.picks} == {"Nina"}


async def test_a_language_is_known_by_its_genres() -> None:
    genres = MOODS.entries["language"]["spanish"].genres
    latin = [by(n, f"Latina {n}", *genres) for n in range(400, 410)]
    answer = await setup_with(*latin, *CATALOGUE).ask(
        RecommendationQuery(language="spanish")
    )
    assert {by.name[:6] for pick in answer.picks for by in pick.track.artists} == {
        "Latina"
    }
    assert answer.picks[0].evidence[0].about in genres


async def test_from_my_playlists_means_from_nowhere_else() -> None:
    library = FakeLibrary(
        rich_taste(),
        CATALOGUE,
        contents={"p1": [track(n) for n in range(500, 510)]},
        known={"p2": [track(n) for n in range(510, 520)]},
    )
    setup = RecommenderSetup(library)
    answer = await setup.ask(RecommendationQuery(source="playlists"))
    heard = [*answer.picks, *(await setup.another(answer)).picks]
    assert len(heard) == 6
    assert {int((pick.track.id or "t0")[1:]) // 10 for pick in heard} <= {50, 51}
    assert {f.about for p in heard for f in p.evidence if f.signal == "playlist"} == {
        playlist(1).name,
        playlist(2).name,
    }
    assert not any(call.startswith("search") for call in library.calls)


async def test_from_what_i_saved() -> None:
    answer = await RecommenderSetup().ask(RecommendationQuery(source="saved"))
    assert {pick.track.id for pick in answer.picks} <= {"t1", "t3", "t61"}
    assert all(pick.evidence for pick in answer.picks)


async def test_a_source_without_such_songs_is_left_out_and_said_to_be() -> None:
    query = RecommendationQuery(source="playlists", genre="jazz")
    answer = await RecommenderSetup().ask(query)
    assert answer.dropped == ("source",)
    assert answer.picks


async def test_what_is_unwanted_stays_away_whatever_else_is_left_out() -> None:
    no_jazz = (Exclusion("genre", "jazz"),)
    for query in (
        RecommendationQuery(unwanted=no_jazz),
        RecommendationQuery(mood="calm", unwanted=no_jazz),
        RecommendationQuery(era="1950s", unwanted=no_jazz),
        RecommendationQuery(genre="jazz", unwanted=no_jazz),
    ):
        answer = await RecommenderSetup().ask(query)
        assert answer.picks
        assert not any("jazz" in pick.genres for pick in answer.picks)


async def test_what_is_unwanted_is_not_searched_for() -> None:
    setup = RecommenderSetup()
    await setup.ask(RecommendationQuery(unwanted=(Exclusion("genre", "jazz"),)))
    assert not any('genre:"jazz"' in call for call in setup.library.calls)


def test_every_facet_is_part_of_a_rankings_name() -> None:
    plain = RecommendationQuery()
    names = {plain.name()}
    facets = [field for field in plain.__struct_fields__ if field != "novelty"]
    for facet in facets:
        value: Any = (Exclusion("name", "x"),) if facet == "unwanted" else "x"
        names.add(msgspec.structs.replace(plain, **{facet: value}).name())
    assert len(names) == len(facets) + 1
    assert RecommendationQuery(novelty="new").name() == plain.name()


async def test_later_exclusions_make_a_new_ranking() -> None:
    setup = RecommenderSetup()
    before = await setup.ask()
    history = (await setup.store.history(listener())).exclusions
    assert history == ()
    await setup.store.keep_history(
        listener(), History(exclusions=(Exclusion("genre", "jazz"),))
    )
    after = await setup.ask()
    assert after.stored.name != before.stored.name
    assert not any("jazz" in pick.genres for pick in after.stored.ranking.picks)
    continued = await setup.another(before)
    assert not any("jazz" in pick.genres for pick in continued.picks)


async def test_standing_exclusions_outlive_everything_else_in_the_history() -> None:
    never = (Exclusion("genre", "jazz"),)
    setup = RecommenderSetup()
    await setup.store.keep_history(listener(), History(exclusions=never))
    answer = await setup.ask()
    await setup.recommendations().give_feedback(
        listener(), answer.picks[0], liked=False, unspoken=[answer.picks[1].key]
    )
    setup.now += timedelta(days=60)
    await setup.ask()
    await setup.recommendations().restart(listener())
    assert (await setup.store.history(listener())).exclusions == never


async def test_exclusions_of_everything_are_told_from_songs_that_are_used_up() -> None:
    everyone = tuple(Exclusion("artist", f"Artist {n}") for n in range(300))
    setup = RecommenderSetup()
    await setup.store.keep_history(listener(), History(exclusions=everyone))
    answer = await setup.ask()
    assert answer.picks == ()
    assert answer.excluded
    assert not answer.exhausted


async def test_a_wish_for_something_that_is_excluded_is_noticed() -> None:
    setup = RecommenderSetup()
    never = (Exclusion("genre", "jazz"), Exclusion("artist", "AC/DC"))
    await setup.store.keep_history(listener(), History(exclusions=never))
    barred = setup.recommendations().barred
    assert await barred(listener(), RecommendationQuery(genre="jazz")) == never[0]
    assert await barred(listener(), RecommendationQuery(performer="ac dc")) == never[1]
    assert await barred(listener(), RecommendationQuery(artist="acdc")) == never[1]
    assert await barred(listener(), RecommendationQuery(mood="calm")) is None
    assert await barred(listener(), RecommendationQuery()) is None


def test_a_history_from_before_exclusions_can_be_read() -> None:
    old = b'{"served":[],"opinions":[]}'
    assert msgspec.json.decode(old, type=History) == History()


def test_a_weaker_query_keeps_what_is_unwanted() -> None:
    unwanted = tuple(Exclusion("name", str(n)) for n in range(MOST_UNWANTED))
    query = RecommendationQuery(
        mood="calm", language="spanish", era="1990s", source="saved", unwanted=unwanted
    )
    steps = list(query.weaker())
    assert [parts for _, parts in steps] == [
        ("kind",),
        ("kind", "era"),
        ("kind", "era", "source"),
    ]
    assert all(weaker.unwanted == unwanted for weaker, _ in steps)
    assert query.plain() == RecommendationQuery(unwanted=unwanted)


def test_every_language_with_genres_is_another_one() -> None:
    languages = MOODS.entries["language"]
    known = [entry for entry in languages.values() if entry.genres]
    assert len({entry.genres for entry in known}) == len(known)
    assert not languages["english"].genres  # nothing tells that a song is in English
