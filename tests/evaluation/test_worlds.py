"""The synthetic worlds are what their names say."""

from datetime import UTC, datetime

import pytest

from providers.music import Artist
from simulator.spotify.data.catalogue import CatalogueArtist
from simulator.spotify.data.user_library import FakePlaylist
from tests.evaluation.environment import start
from tests.evaluation.listeners import PAGE
from tests.evaluation.worlds import (
    DEAR,
    SYNTHETIC,
    Trial,
    synthetic_trial,
    trial_of_listens,
)

pytestmark = pytest.mark.no_cover

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def trial() -> Trial:
    return synthetic_trial(count=3, seed=1, now=NOW)


def test_half_of_the_dear_artists_were_never_heard(trial: Trial) -> None:
    for world in SYNTHETIC:
        for subject in trial.subjects[world]:
            assert len(subject.unheard) == DEAR // 2
            assert not subject.unheard & subject.heard
            assert len(subject.heard) >= 10
            assert len(subject.unheard_songs) > len(subject.unheard)


def test_clusters_are_larger_than_the_lists_of_spotify(trial: Trial) -> None:
    sizes = [len(cluster) for cluster in trial.catalogue.by_genre.values()]
    assert min(sizes) > PAGE


@pytest.mark.slow
def test_everything_follows_from_the_seed(trial: Trial) -> None:
    again = synthetic_trial(count=3, seed=1, now=NOW)
    other = synthetic_trial(count=3, seed=2, now=NOW)
    for world in SYNTHETIC:
        heard = [subject.heard for subject in trial.subjects[world]]
        assert heard == [subject.heard for subject in again.subjects[world]]
        assert heard != [subject.heard for subject in other.subjects[world]]
    assert trial.others == again.others


def _mean_popularity(trial: Trial, world: str) -> float:
    subjects = {name: found for name, found in trial.subjects.items() if name == world}
    names = {name for found in subjects.values() for s in found for name in s.heard}
    known = [a.popularity for a in trial.catalogue.artists if a.name in names]
    return sum(known) / len(known)


def test_niche_and_mainstream_listeners_differ_in_fame(trial: Trial) -> None:
    famous = _mean_popularity(trial, "mainstream")
    assert famous > _mean_popularity(trial, "niche") + 3


def _top(trial: Trial, world: str, place: int, span: str) -> set[str]:
    subjects = dict(trial.subjects.items())
    for name, found in subjects.items():
        if name == world:
            tops = {str(s): top for s, top in found[place].library.top_artists.items()}
            return {a.genre for a in tops[span][:10] if isinstance(a, CatalogueArtist)}
    raise KeyError(world)


def test_changing_listeners_have_moved_to_other_clusters(trial: Trial) -> None:
    for place in range(3):
        lately = _top(trial, "changing", place, "short_term")
        always = _top(trial, "changing", place, "long_term")
        assert always - lately
        assert lately


def test_a_new_listener_has_three_plays_and_nothing_else(trial: Trial) -> None:
    for subject in trial.subjects["new"]:
        library = subject.library
        assert len(library.plays(NOW)) == 3
        others = [*library.saved_tracks, *library.followed, *library.playlists]
        assert others == []
        assert 1 <= len(library.top_artists["long_term"]) <= 3


def test_some_listeners_have_playlists_only(trial: Trial) -> None:
    for subject in trial.subjects["playlists"]:
        library = subject.library
        assert [*library.plays(NOW), *library.saved_tracks] == []
        assert library.top_artists == {}
        assert library.playlists
        for playlist in library.playlists:
            assert isinstance(playlist, FakePlaylist)
            assert playlist.size == len(playlist.items) > 0


async def test_guests_are_data_that_the_web_api_serves(trial: Trial) -> None:
    guest_id, guest_albums = next(iter(trial.catalogue.guests.items()))
    name = guest_albums[0].artists[0].name
    subject = trial.subjects["unheard"][0]
    async with start(NOW, catalogue=trial.catalogue) as environment:
        environment.spotify.world.add_account(subject.name, subject.library)
        library, listener = environment.library, environment.listener(subject.name)
        albums = await library.artist_albums(listener, guest_id, ("appears_on",))
        found = await library.search(listener, f'artist:"{name}"', ("track",))
        year = guest_albums[0].released[:4]
        query = f'artist:"{name}" year:{year}'
        of_year = await library.search(listener, query, ("track",))
    assert {one.id for one in albums.items} == {one.id for one in guest_albums}
    assert any(len(track.artists) == 2 for track in found.tracks)
    years = {track.album.released for track in of_year.tracks if track.album}
    assert {released[:4] for released in years if released} == {year}


@pytest.mark.parametrize("regime", ["development", "extended"])
async def test_genres_come_in_one_regime_only(trial: Trial, regime: str) -> None:
    subject = trial.subjects["unheard"][0]
    async with start(
        NOW,
        catalogue=trial.catalogue,
        regime="extended" if regime == "extended" else "development",
    ) as environment:
        environment.spotify.world.add_account(subject.name, subject.library)
        listener = environment.listener(subject.name)
        top: tuple[Artist, ...] = (
            await environment.library.top_artists(listener, "years")
        ).items
        assert any(artist.genres for artist in top) == (regime == "extended")


def test_listeners_of_a_table_under_test_teach_nobody() -> None:
    table = {f"u{n}": {f"a{m}": 1.0 + m for m in range(n, n + 10)} for n in range(12)}
    trial = trial_of_listens(table, holdout=0.2, count=4, seed=1, now=NOW)
    assert len(trial.others) == 8
    assert len(trial.subjects["file"]) == 4
    for subject in trial.subjects["file"]:
        assert len(subject.unheard) == 2
        assert len(subject.heard) == 8
    assert len(trial.catalogue.tracks) == 10 * len(trial.catalogue.artists)
