"""Exclusions: which songs they keep away, whatever way a song comes."""

from collections.abc import Sequence

import pytest

from providers.music import Album, Artist, Track
from providers.recommender.ranking.domain_types import (
    Evidence,
    Pick,
    RankedList,
    Taste,
)
from providers.recommender.ranking.exclusions import (
    Exclusions,
    compiled,
    fingerprint,
    folded,
    same_thing,
)
from providers.recommender.ranking.ranker import (
    RankingContext,
    choose,
    rank,
    rank_own,
    rediscover,
)
from providers.recommender.ranking.recommendation_query import Exclusion
from tests.providers.recommender_setup import MOODS
from tests.providers.sample_music import (
    FINDINGS,
    NOW,
    artist,
    rich_taste,
    track,
    tracks,
)


def excluding(*exclusions: Exclusion, of_query: bool = False) -> Exclusions:
    return compiled(exclusions, MOODS, of_query=of_query)


def song(title: str, by: str, year: str = "1994") -> Track:
    album = Album("a", "Album", released=year)
    return Track("t", title, (Artist("a", by),), album)


@pytest.mark.parametrize(
    ("exclusion", "excluded", "kept"),
    [
        (Exclusion("artist", "Beyoncé"), song("Halo", "BEYONCE"), song("Halo", "Bey")),
        (Exclusion("artist", "AC/DC"), song("TNT", "ac dc"), song("AC/DC", "Joan")),
        (Exclusion("name", "Imagine"), song("Imagine", "x"), song("Imagined", "x")),
        (Exclusion("name", "!!!"), song("Song", "!!!"), song("Song", "???")),
        (Exclusion("name", "がぎ"), song("Song", "がぎ"), song("Song", "かき")),
        (
            Exclusion("song", "hurt|johnny cash"),
            song("Hurt (Remastered)", "Johnny Cash"),
            song("Hurt", "Nine Inch Nails"),
        ),
        (Exclusion("era", "1990s"), song("x", "y", "1994"), song("x", "y", "2004")),
        (
            Exclusion("genre", "christmas"),
            song("White Christmas, Baby", "Otis"),
            song("Chris", "Maria Maske"),
        ),
        (
            Exclusion("genre", "christmas"),
            song("恋人たちのクリスマス", "M"),
            song("クリーム", "M"),
        ),
        (Exclusion("genre", "nobody knows"), None, song("x", "y")),
    ],
)
def test_what_is_excluded_by_names(
    exclusion: Exclusion, excluded: Track | None, kept: Track
) -> None:
    exclusions = excluding(exclusion)
    assert excluded is None or exclusions.excludes(excluded, ())
    assert not exclusions.excludes(kept, ())


def test_a_genre_excludes_its_kinds_and_no_artist_of_that_name() -> None:
    no_rock = excluding(Exclusion("genre", "rock"))
    assert no_rock.excludes(track(1), ("indie rock",))
    assert not no_rock.excludes(song("Soul Song", "Kid Rock"), ("pop",))
    assert no_rock.excludes_genre("punk rock")
    assert not no_rock.excludes_artist("Kid Rock")


def test_a_playlist_by_its_name() -> None:
    exclusions = excluding(Exclusion("genre", "hip-hop"), Exclusion("artist", "AC/DC"))
    assert exclusions.excludes_playlist("My Rap favourites")
    assert exclusions.excludes_playlist("best of ac dc")
    assert not exclusions.excludes_playlist("Trapped")
    assert not exclusions.excludes_playlist("")
    assert not Exclusions().excludes_playlist("Rap")


def test_nothing_excludes_nothing() -> None:
    assert not Exclusions()
    assert not Exclusions().excludes(track(1), ("jazz",))
    assert fingerprint(()) == ""


def test_spellings_of_one_name_are_the_same_thing() -> None:
    assert folded("Sigur  Rós") == folded("sigur ros")
    assert same_thing(Exclusion("name", "ac dc"), Exclusion("name", "AC/DC"))
    assert not same_thing(Exclusion("name", "jazz"), Exclusion("genre", "jazz"))
    assert not same_thing(Exclusion("genre", "a"), Exclusion("genre", "b"))


NO_JAZZ = excluding(Exclusion("genre", "jazz"))
CONTEXT = RankingContext(NOW, 7)
STRICT = RankingContext(NOW, 7, exclusions=NO_JAZZ)
OWN = RankedList(tracks(*range(100, 140)), Evidence("playlist", 1, "Playlist 1"))


def genres(picks: Sequence[Pick]) -> set[str]:
    return {genre for pick in picks for genre in pick.genres}


def test_no_ranking_lets_an_excluded_song_through() -> None:
    taste = rich_taste()
    assert "jazz" in genres(rank(taste, FINDINGS, (), CONTEXT).picks)
    for ranking in (
        rank(taste, FINDINGS, (), STRICT),
        rank(Taste(top_tracks={"weeks": tracks(2)}), (), (), STRICT),
        rank_own([OWN], taste, STRICT),
        rediscover([OWN], taste, STRICT),
    ):
        assert "jazz" not in genres(ranking.picks)
        assert not any(
            "jazz" in by.genres for p in ranking.picks for by in p.track.artists
        )


def test_a_stored_ranking_is_held_against_later_exclusions() -> None:
    stored = rank(rich_taste(), FINDINGS, (), CONTEXT)
    assert "jazz" in genres(choose(stored, CONTEXT, count=45))
    assert "jazz" not in genres(choose(stored, STRICT, count=45))


def test_exclusions_of_everything_leave_nothing_and_say_so() -> None:
    everything = excluding(*(Exclusion("artist", artist(n).name) for n in range(200)))
    context = RankingContext(NOW, 7, exclusions=everything)
    ranking = rank(rich_taste(), FINDINGS, (), context)
    assert (ranking.picks, ranking.fallback, ranking.excluded) == ((), "nothing", True)
    assert not rank(rich_taste(), FINDINGS, (), CONTEXT).excluded


def test_songs_of_unknown_genre_give_way_where_a_query_excludes_a_genre() -> None:
    unknown = tuple(song(f"Song {n}", f"Nobody {n}") for n in range(5))
    found = RankedList(unknown, Evidence("genre", 1, "x"))
    no_rock = (Exclusion("genre", "rock"),)
    for of_query, expected in ((True, False), (False, True)):
        exclusions = compiled(no_rock, MOODS, of_query=of_query)
        context = RankingContext(NOW, 7, exclusions=exclusions)
        picks = rank(rich_taste(), [found], (), context).picks
        assert any(not pick.genres for pick in picks) is expected
    alone = RankingContext(NOW, 7, exclusions=compiled(no_rock, MOODS, of_query=True))
    assert rank(Taste(), [found], (), alone).picks
