"""What is recommended, and what happens where there is little to recommend."""

from datetime import timedelta

import msgspec
import pytest

from providers.recommender.ranking.domain_types import (
    Evidence,
    RankedList,
    Ranking,
    Taste,
)
from providers.recommender.ranking.history import History, short_key
from providers.recommender.ranking.new_artists import Lead, name_key
from providers.recommender.ranking.ranker import RankingContext, choose, rank, rank_own
from tests.providers.sample_music import (
    FINDINGS,
    GENRES,
    NOW,
    TODAY,
    artist,
    artists,
    finding,
    ids,
    playlist,
    plays,
    reason,
    rich_taste,
    saves,
    track,
    tracks,
)

pytestmark = pytest.mark.no_cover

CONTEXT = RankingContext(NOW, seed=7)


def test_what_is_owned_or_just_heard_is_not_recommended() -> None:
    taste = rich_taste(known=tracks(20, 21))
    said = ids(rank(taste, FINDINGS, (), CONTEXT).picks)
    assert not {"t0", "t2", "t4", "t60", "t1", "t3", "t61", "t20", "t21"} & set(said)


def test_two_new_ones_come_before_a_familiar_one_for_who_plays_favourites() -> None:
    picks = rank(rich_taste(plays=plays(20, 22)), FINDINGS, (), CONTEXT).picks
    kinds = [pick.familiarity for pick in picks[:6]]
    assert kinds == ["discovery", "discovery", "familiar"] * 2


def test_who_plays_what_is_no_favourite_hears_new_songs_first() -> None:
    ranking = rank(rich_taste(plays=plays(0, 2)), FINDINGS, (), CONTEXT)
    assert ranking.familiar_share == 0
    assert {pick.familiarity for pick in ranking.picks[:6]} == {"discovery"}


def test_half_of_the_plays_outside_the_favourites_halves_the_familiar_songs() -> None:
    ranking = rank(rich_taste(plays=plays(0, 22)), FINDINGS, (), CONTEXT)
    kinds = [pick.familiarity for pick in ranking.picks[:12]]
    assert kinds.count("familiar") == 2


def test_a_song_that_is_found_by_a_known_artist_is_a_habit() -> None:
    found = RankedList((track(300, by=12),), None, found=True)
    picks = rank(Taste(top_artists={"years": artists(12)}), (found,), (), CONTEXT).picks
    assert [pick.familiarity for pick in picks] == ["habit"]
    assert reason(picks[0]).signal == "top_artist"


def test_a_guest_is_not_known_for_that_but_a_reason() -> None:
    taste = Taste(top_artists={"years": artists(12)})
    theirs = track(300, artists=(artist(50), artist(12)))
    found = RankedList((theirs, track(301, by=51)), None, found=True)
    picks = rank(taste, (found,), (), CONTEXT).picks
    assert [pick.familiarity for pick in picks] == ["discovery"]
    assert (reason(picks[0]).signal, reason(picks[0]).about) == ("joined", "Artist 12")


def test_songs_of_closer_new_artists_come_first() -> None:
    leads = {
        name_key(f"Artist {number}"): Lead(
            f"Artist {number}",
            closeness,
            (Evidence("neighbour", 1, "Artist 1", artist=f"Artist {number}"),),
        )
        for number, closeness in ((60, 1.0), (61, 0.5), (62, 0.2))
    }
    songs = [track(600 + number, by=number) for number in (62, 61, 60)]
    found = [RankedList((song,), None, found=True) for song in songs]
    picks = rank(Taste(), found, (), CONTEXT, leads).picks
    assert ids(picks) == ["t660", "t661", "t662"]
    assert reason(picks[0]).artist == "Artist 60"


def test_no_artist_comes_a_third_time() -> None:
    by_one = tuple(track(n, by=1) for n in range(200, 210))
    taste = rich_taste(top_tracks={"weeks": by_one})
    picks = rank(taste, (), (), CONTEXT).picks
    assert len(picks) == 2


def test_what_is_liked_now_outweighs_what_was_liked_years_ago() -> None:
    taste = Taste(top_tracks={"weeks": tracks(1, 3), "years": tracks(5, 7)})
    assert ids(rank(taste, (), (), CONTEXT).picks)[:2] == ["t1", "t3"]


def test_lists_that_agree_outweigh_a_first_place() -> None:
    taste = Taste(top_tracks={"weeks": tracks(1, 9), "months": tracks(9)})
    assert ids(rank(taste, (), (), CONTEXT).picks)[0] == "t9"


def test_local_files_episodes_and_unplayable_tracks_are_never_said() -> None:
    odd = (
        track(1, id=None, local=True),
        track(3, spoken=True),
        track(5, playable=False),
        track(7, title=""),
    )
    ranking = rank(Taste(top_tracks={"weeks": odd}), (), (), CONTEXT)
    assert ranking.fallback == "nothing"
    assert ranking.picks == ()


def test_the_same_song_under_several_ids_counts_once() -> None:
    twice = (
        track(1, isrc="XX1"),
        track(1, id="other", title="Song 1 - 2011 Remaster"),
        track(1, id="third", title="Another name", isrc="XX1"),
    )
    picks = rank(Taste(top_tracks={"weeks": twice}), (), (), CONTEXT).picks
    assert len(picks) == 1


def test_a_song_saved_under_another_id_is_not_recommended() -> None:
    taste = Taste(
        top_tracks={"weeks": (track(1, id="again", isrc="XX1"), track(3))},
        saves=saves(1),
    )
    assert ids(rank(taste, (), (), CONTEXT).picks) == ["t3"]


def test_a_song_rests_for_two_weeks() -> None:
    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    first = choose(ranking, CONTEXT)
    memory = History().with_impressions(first, TODAY)
    for days in range(1, 14):
        later = RankingContext(
            NOW + timedelta(days=days), 8, memory.without_expired(TODAY + days)
        )
        picks = rank(rich_taste(), FINDINGS, (), later).picks
        assert not {p.key for p in first} & {p.key for p in picks}
    after = RankingContext(
        NOW + timedelta(days=14), 8, memory.without_expired(TODAY + 14)
    )
    picks = rank(rich_taste(), FINDINGS, (), after).picks
    assert {p.key for p in first} <= {p.key for p in picks}


def test_with_everything_owned_the_top_tracks_come_again() -> None:
    taste = Taste(top_tracks={"weeks": tracks(1, 3)}, saves=saves(1, 3))
    ranking = rank(taste, (), (), CONTEXT)
    assert ranking.fallback == "heard"
    assert ids(ranking.picks) == ["t1", "t3"]


def test_what_a_search_finds_in_the_own_shelf_is_familiar_then() -> None:
    taste = Taste(saves=saves(1))
    ranking = rank(taste, (finding("jazz", 1),), (), CONTEXT)
    assert [p.familiarity for p in ranking.picks] == ["familiar"]


def test_an_empty_taste_has_nothing() -> None:
    assert rank(Taste(), (), (), CONTEXT).fallback == "nothing"


def test_own_playlists_are_the_last_rung() -> None:
    found = RankedList(tracks(1, 3), Evidence("playlist", 1, playlist(1).name))
    ranking = rank_own([found], Taste(), CONTEXT)
    assert ranking.fallback == "playlists"
    assert [reason(p).about for p in ranking.picks] == ["Playlist 1", "Playlist 1"]
    assert rank_own([], Taste(), CONTEXT).fallback == "nothing"


def test_missing_sources_are_named() -> None:
    ranking = rank(rich_taste(missing={"playlists": "late"}), (), (), CONTEXT)
    assert ranking.missing == (("playlists", "late"),)


def test_a_ranking_survives_being_packed() -> None:

    ranking = rank(rich_taste(), FINDINGS, (), CONTEXT)
    packed = msgspec.msgpack.encode(ranking)
    assert msgspec.msgpack.decode(packed, type=Ranking) == ranking
    assert len(packed) < 20_000


def test_different_days_order_equals_differently() -> None:
    found = [finding(g, n) for g, n in zip(GENRES, range(100, 140, 10), strict=True)]
    orders = {
        tuple(ids(rank(Taste(), found, (), RankingContext(NOW, seed)).picks))
        for seed in range(20)
    }
    assert len(orders) > 3


def test_short_names_do_not_meet() -> None:
    assert len({short_key(f"song {n}|artist") for n in range(20_000)}) == 20_000
