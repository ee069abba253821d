"""Facets, and the next picks of a ranking after what was said and liked."""

from providers.recommender.ranking.domain_types import (
    Pick,
    RankedList,
    Taste,
    without_saved,
)
from providers.recommender.ranking.facets import Facet
from providers.recommender.ranking.history import History
from providers.recommender.ranking.ranker import LENGTH, RankingContext, choose, rank
from providers.recommender.ranking.track_identity import artist_key, credited
from tests.providers.sample_music import (
    FINDINGS,
    GENRES,
    NOW,
    TODAY,
    artist,
    artists,
    ids,
    reason,
    rich_taste,
    track,
    tracks,
)

CONTEXT = RankingContext(NOW, seed=7)


def test_a_genre_keeps_what_is_of_it() -> None:
    facet = Facet("asked_genre", "jazz", ("jazz",))
    picks = rank(rich_taste(), FINDINGS, (facet,), CONTEXT).picks
    assert picks
    assert all("jazz" in pick.genres for pick in picks)
    assert {reason(pick).signal for pick in picks} == {"asked_genre"}


def test_an_artist_brings_their_own_songs_first_and_kindred_ones_after() -> None:
    facet = Facet("asked_artist", "Artist 5", GENRES[1:2], (artist_key("Artist 5"),))
    picks = rank(rich_taste(), FINDINGS, (facet,), CONTEXT).picks
    signals = {reason(pick).signal for pick in picks}
    assert signals == {"asked_artist", "kindred"}
    for pick in picks:
        by_artist = "artist 5" in credited(pick.track)
        assert (reason(pick).signal == "asked_artist") == by_artist


def test_a_word_in_the_title_suggests_a_mood() -> None:
    taste = Taste(top_tracks={"weeks": (track(1, title="Quiet Night"), track(3))})
    facet = Facet("mood", "calm", words=("quiet",))
    picks = rank(taste, (), (facet,), CONTEXT).picks
    assert [pick.track.title for pick in picks] == ["Quiet Night"]


def test_what_meets_two_sides_of_a_wish_comes_first() -> None:
    both = Facet("mood", "calm", ("jazz",)), Facet("asked_genre", "folk", ("folk",))
    mixed = track(300, artists=(artist(301), artist(303)))
    taste = Taste(
        top_artists={"years": artists(301, 303)},
        top_tracks={"weeks": (*tracks(2, 6, 10), mixed)},
    )
    first = rank(taste, (), both, CONTEXT).picks[0]
    assert first.track.id == "t300"
    assert [fact.signal for fact in first.evidence[:2]] == ["mood", "asked_genre"]


def test_of_two_sides_that_no_song_meets_together_one_is_kept() -> None:
    sides = Facet("activity", "work", ("jazz",)), Facet("mood", "happy", ("folk",))
    taste = Taste(
        top_artists={"years": artists(*range(1, 12))},
        top_tracks={"weeks": tracks(*range(1, 12))},
    )
    ranking = rank(taste, (), sides, CONTEXT)
    of_mood = {p.key for p in ranking.picks if reason(p).signal == "mood"}
    assert 0 < len(of_mood) < len(ranking.picks)
    chosen = choose(ranking, CONTEXT, count=len(of_mood))
    assert {pick.key for pick in chosen} == of_mood


def test_of_a_language_all_songs_stay_where_none_meets_more() -> None:
    wish = (
        Facet("activity", "cook", ("purple",)),
        Facet("asked_genre", None, ("folk",), required=True),
    )
    ranking = rank(rich_taste(), FINDINGS, wish, CONTEXT)
    assert ranking.picks
    assert all("folk" in pick.genres for pick in ranking.picks)


def test_a_wish_that_nothing_meets_has_no_picks() -> None:
    facet = Facet("asked_genre", "purple", ("purple",))
    assert rank(rich_taste(), FINDINGS, (facet,), CONTEXT).fallback == "nothing"


def test_ten_asks_are_thirty_distinct_songs_and_an_artist_at_most_twice() -> None:
    context, said = CONTEXT, list[Pick]()
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    for _ in range(10):
        picks = choose(ranking, context)
        said += picks
        context = RankingContext(NOW, 7, context.history.with_impressions(picks, TODAY))
    assert len({pick.key for pick in said}) == 30
    names = [name for pick in said for name in credited(pick.track)]
    assert max(map(names.count, names)) <= 2


def test_a_dry_well_gives_nothing() -> None:
    ranking = rank(Taste(top_tracks={"weeks": tracks(1)}), (), (), CONTEXT)
    memory = History().with_impressions(choose(ranking, CONTEXT), TODAY)
    assert choose(ranking, RankingContext(NOW, 7, memory)) == ()
    again = memory.restarted(TODAY)
    assert len(choose(ranking, RankingContext(NOW, 7, again))) == 1


def test_something_new_and_something_familiar() -> None:
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    new = choose(ranking, CONTEXT, novelty="new")
    familiar = choose(ranking, CONTEXT, novelty="familiar")
    assert {pick.familiarity for pick in new} == {"discovery"}
    assert {pick.familiarity for pick in familiar} == {"familiar"}


def test_a_dislike_takes_the_artist_away() -> None:
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    disliked = ranking.picks[0]
    memory = History().with_feedback(disliked, liked=False, today=TODAY)
    left = choose(ranking, RankingContext(NOW, 7, memory), count=LENGTH)
    assert left
    gone = set(credited(disliked.track))
    assert all(gone.isdisjoint(credited(pick.track)) for pick in left)


def test_after_a_week_the_artist_may_come_back_but_later() -> None:
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    disliked = ranking.picks[0]
    memory = History().with_feedback(disliked, liked=False, today=TODAY - 8)
    left = choose(ranking, RankingContext(NOW, 7, memory), count=LENGTH)
    places = [
        place
        for place, pick in enumerate(left)
        if set(credited(pick.track)) & set(credited(disliked.track))
    ]
    assert places
    assert min(places) > 0
    assert disliked.key not in {pick.key for pick in left}


def test_a_like_brings_more_of_the_kind_and_says_so() -> None:
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    liked = next(p for p in ranking.picks if "dream pop" in p.genres)
    memory = (
        History()
        .with_feedback(liked, liked=True, today=TODAY)
        .with_impressions((liked,), TODAY)
    )
    before = choose(ranking, CONTEXT, count=9)
    after = choose(ranking, RankingContext(NOW, 7, memory), count=9)

    def dreamy(picks: tuple[Pick, ...]) -> int:
        return sum("dream pop" in pick.genres for pick in picks)

    assert dreamy(after) > dreamy(before)
    for pick in after:
        assert ("dream pop" in pick.genres) == (
            reason(pick).signal in {"liked", "kindred"}
        )


def test_a_look_at_the_shelf_takes_the_saved_ones_out() -> None:
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    asked = [pick.track.id or "" for pick in ranking.picks[:4]]
    after = without_saved(ranking, asked, frozenset(asked[:1]))
    assert ids(after.picks)[:3] == asked[1:]
    assert [pick.checked for pick in after.picks[:4]] == [True] * 3 + [False]


def test_a_song_in_a_script_of_nobody_is_left_out_unless_it_is_all_there_is() -> None:
    hindi, own = track(90, title="नीली Most"), track(1, title="Plain")
    facet = Facet("activity", "chores", words=("most", "más"))
    taste = Taste(top_tracks={"weeks": (own,)}, saves=())
    lists = (RankedList((hindi, track(3, title="Más")), None),)
    known = Taste(top_tracks={"weeks": (own, track(2, title="हवा"))})
    for listener, expected in ((taste, False), (known, True)):
        picks = rank(listener, lists, (facet,), CONTEXT).picks
        assert ("t90" in {pick.track.id for pick in picks}) == expected
    only = rank(Taste(), (RankedList((hindi,), None),), (facet,), CONTEXT).picks
    assert [pick.track.id for pick in only] == ["t90"]
