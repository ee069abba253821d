"""A taste that drifts, and the traces it leaves."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from simulator.spotify.data.catalogue import CatalogueTrack
from simulator.spotify.data.catalogue_generator import generate_catalogue
from simulator.spotify.data.listening_history import ListenerTaste, ListeningHistory
from simulator.spotify.data.user_library import FakePlay, Saved

NOW = datetime(2026, 11, 22, 20, 15, tzinfo=UTC)
CATALOGUE = generate_catalogue(1, NOW.date())
HOMES = ("jazz", "soul", "techno")
TASTE = ListenerTaste(CATALOGUE, "somebody", HOMES)
HISTORY = ListeningHistory(TASTE, NOW.replace(hour=0, minute=0))


def _share(genre: str, span: str) -> float:
    artists = TASTE.top_artists[span][:30]  # type: ignore[index]
    return sum(artist.genre == genre for artist in artists) / len(artists)


def test_interests_move_from_the_old_home_to_the_new() -> None:
    old = [_share("jazz", span) for span in ("long_term", "medium_term", "short_term")]
    new = [_share("techno", s) for s in ("long_term", "medium_term", "short_term")]
    assert old[0] > old[1] > old[2]
    assert new[0] < new[1] < new[2]
    assert {a.genre for a in TASTE.top_artists["long_term"]} <= set(HOMES)


def test_every_range_has_its_own_tracks_without_doubles() -> None:
    tracks = TASTE.top_tracks
    assert tracks["short_term"][:20] != tracks["long_term"][:20]
    for several in tracks.values():
        assert 45 < len(several) == len({track.id for track in several})


def test_two_people_differ_even_with_the_same_homes() -> None:
    other = ListenerTaste(CATALOGUE, "somebody else", HOMES)
    assert other.top_artists["long_term"][:10] != TASTE.top_artists["long_term"][:10]
    drawn = ListenerTaste.generated(CATALOGUE, "x")
    assert drawn.home_genres == ListenerTaste.generated(CATALOGUE, "x").home_genres
    assert len(set(drawn.home_genres)) == 3


def _plays(now: datetime) -> list[FakePlay]:
    return [play for play in HISTORY.plays(now) if isinstance(play, FakePlay)]


def test_fifty_plays_of_the_last_days_newest_first() -> None:
    plays = _plays(NOW)
    assert len(plays) == 50
    assert all(a.played_at >= b.played_at for a, b in pairwise(plays))
    assert plays[0].played_at < NOW < plays[-1].played_at + timedelta(days=10)


def test_time_adds_plays_and_changes_none() -> None:
    before, after = _plays(NOW), _plays(NOW + timedelta(days=1))
    old = {play.played_at: play.track for play in before}
    common = [play for play in after if play.played_at in old]
    assert 0 < len(common) < 50
    assert all(old[play.played_at] is play.track for play in common)


def test_plays_come_from_the_newest_taste() -> None:
    short = {artist.id for artist in TASTE.top_artists["short_term"]}
    for play in _plays(NOW):
        assert isinstance(play.track, CatalogueTrack)
        assert play.track.album.artists[0].id in short


@pytest.mark.parametrize("count", [0, 1, 200])
def test_saved_things_are_dated_and_single(count: int) -> None:
    for saved in (HISTORY.saved_tracks(count), HISTORY.saved_albums(count)):
        dated = [one for one in saved if isinstance(one, Saved)]
        assert len({one.item for one in dated}) == len(saved) <= count
        assert all(a.saved_at > b.saved_at for a, b in pairwise(dated))
        assert all(one.saved_at < NOW for one in dated)


def test_early_saves_come_from_the_old_home() -> None:
    genres = [
        one.item.album.artists[0].genre
        for one in HISTORY.saved_tracks(400)
        if isinstance(one, Saved) and isinstance(one.item, CatalogueTrack)
    ]
    assert genres[-50:].count("jazz") > genres[:12].count("jazz")
    assert "techno" not in genres[-50:]


def test_days_long_past_are_forgotten_and_come_back_the_same() -> None:
    history = ListeningHistory(TASTE, NOW)
    first = [play for play in history.plays(NOW) if isinstance(play, FakePlay)]
    for days in range(1, 60, 3):
        history.plays(NOW + timedelta(days=days))
    again = [play for play in history.plays(NOW) if isinstance(play, FakePlay)]
    assert [(p.track, p.played_at) for p in again] == [
        (p.track, p.played_at) for p in first
    ]
