"""What the recommender promises for any taste."""

from collections.abc import Iterable
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from providers.music import Artist, Track
from providers.recommender.ranking.domain_types import (
    PERIODS,
    Evidence,
    Pick,
    RankedList,
    Taste,
)
from providers.recommender.ranking.ranker import RankingContext, rank
from providers.recommender.ranking.track_identity import artist_key, credited
from tests.providers.sample_music import (
    GENRES,
    NOW,
    artists,
    finding,
    ids,
    plays,
    saves,
    tracks,
)

CONTEXT = RankingContext(NOW, seed=7)

NUMBERS = st.lists(st.integers(0, 30), max_size=12)


@st.composite
def tastes(draw: st.DrawFn) -> Taste:
    return Taste(
        top_artists={p: artists(*dict.fromkeys(draw(NUMBERS))) for p in PERIODS},
        top_tracks={p: tracks(*dict.fromkeys(draw(NUMBERS))) for p in PERIODS},
        plays=plays(*draw(NUMBERS)),
        saves=saves(*draw(NUMBERS)),
        followed=artists(*draw(NUMBERS)),
        known=tracks(*draw(NUMBERS)),
    )


@st.composite
def findings(draw: st.DrawFn) -> list[RankedList]:
    genres = st.lists(st.sampled_from(GENRES), unique=True)
    return [
        finding(genre, *draw(st.lists(st.integers(20, 60), max_size=8)))
        for genre in draw(genres)
    ]


@settings(max_examples=60)
@given(tastes(), findings(), st.integers(0, 2**64 - 1))
def test_picks_are_candidates_distinct_capped_and_ordered_by_nothing_else(
    taste: Taste, found: list[RankedList], seed: int
) -> None:
    context = RankingContext(NOW, seed)
    ranking = rank(taste, found, (), context)
    candidates = {t.id for p in PERIODS for t in taste.top_tracks.get(p, ())}
    candidates |= {t.id for one in found for t in one.tracks}
    said = ids(ranking.picks)
    assert set(said) <= candidates
    assert len(said) == len(set(said)) == len({p.key for p in ranking.picks})
    names = [name for pick in ranking.picks for name in credited(pick.track)]
    assert all(names.count(name) <= 2 for name in names)
    assert bool(said) == bool(candidates)
    if ranking.fallback == "full":
        owned = {s.track.id for s in taste.saves} | {t.id for t in taste.known}
        assert not owned & set(said)
        assert not {play.track.id for play in taste.plays} & set(said)
    assert rank(taste, found, (), context) == ranking


@settings(max_examples=60)
@given(tastes(), findings(), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_does_not_matter(
    taste: Taste, found: list[RankedList], random: Random
) -> None:
    expected = rank(taste, found, (), CONTEXT)

    def shuffled(things: list[Any]) -> list[Any]:
        random.shuffle(things)
        return things

    other = Taste(
        top_artists=dict(shuffled(list(taste.top_artists.items()))),
        top_tracks=dict(shuffled(list(taste.top_tracks.items()))),
        plays=tuple(shuffled(list(taste.plays))),
        saves=tuple(shuffled(list(taste.saves))),
        followed=tuple(shuffled(list(taste.followed))),
        known=tuple(shuffled(list(taste.known))),
    )
    again = rank(other, shuffled(found), (), CONTEXT)
    assert again.picks == expected.picks


@settings(max_examples=60)
@given(tastes(), findings())
def test_a_reason_names_only_what_is_in_the_data(
    taste: Taste, found: list[RankedList]
) -> None:
    for pick in rank(taste, found, (), CONTEXT).picks:
        assert pick.evidence
        for fact in pick.evidence:
            assert fact.strength > 0
            assert is_true(fact, pick, taste, found), fact


def is_true(fact: Evidence, pick: Pick, taste: Taste, found: list[RankedList]) -> bool:
    """Looks the fact up in the listener's own lists."""
    about, period = artist_key(fact.about or ""), fact.period or "weeks"
    top_tracks = taste.top_tracks.get(period, ())

    def counted(tracks: Iterable[Track]) -> bool:
        return sum(about in credited(one) for one in tracks) == fact.count

    def named(artists: Iterable[Artist]) -> bool:
        return about in {artist_key(one.name) for one in artists}

    about_artist = {
        "top_artist": lambda: named(taste.top_artists.get(period, ())),
        "top_tracks": lambda: counted(top_tracks),
        "played": lambda: counted(play.track for play in taste.plays),
        "saved": lambda: counted(save.track for save in taste.saves),
        "followed": lambda: named(taste.followed),
        "listed": lambda: any(about in credited(one) for one in taste.known),
    }
    if fact.signal in about_artist:
        return about in credited(pick.track) and about_artist[fact.signal]()
    if fact.signal == "top_track":
        return pick.track.id in ids_of(top_tracks)
    assert fact.signal == "genre"
    searches = [one for one in found if one.genre == fact.about]
    return any(pick.track.id in ids_of(one.tracks) for one in searches)


def ids_of(tracks: Iterable[Track]) -> set[str | None]:
    return {track.id for track in tracks}
