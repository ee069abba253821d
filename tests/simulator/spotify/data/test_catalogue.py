"""The catalogue: large, clustered, in several languages, the same everywhere."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from simulator.spotify.data.catalogue_generator import (
    ARTISTS_PER_GENRE,
    generate_catalogue,
    vocabulary,
)
from simulator.spotify.data.ids import is_base62_id

pytestmark = pytest.mark.no_cover

TODAY = date(2026, 11, 22)
CATALOGUE = generate_catalogue(1, TODAY)


def test_it_is_large_enough_for_ten_thousand_saved_tracks() -> None:
    assert len(CATALOGUE.artists) == ARTISTS_PER_GENRE * len(vocabulary().genres)
    assert len(CATALOGUE.tracks) > 10_000


def test_nothing_shares_an_id_or_an_artist_name() -> None:
    count = sum(
        len(several)
        for several in (
            CATALOGUE.artists,
            CATALOGUE.albums,
            CATALOGUE.tracks,
            CATALOGUE.shows,
        )
    )
    episodes = sum(len(show.episodes) for show in CATALOGUE.shows)
    assert len(CATALOGUE.by_id) == count + episodes
    assert all(map(is_base62_id, CATALOGUE.by_id))
    assert max(Counter(a.name for a in CATALOGUE.artists).values()) == 1


def test_ids_outlast_the_day_and_follow_the_seed() -> None:
    tomorrow = generate_catalogue(1, TODAY + timedelta(1))
    assert tomorrow.by_id.keys() == CATALOGUE.by_id.keys()
    assert (
        generate_catalogue(2, TODAY)
        .by_id.keys()
        .isdisjoint(a.id for a in CATALOGUE.artists)
    )


def test_some_albums_are_new_and_none_is_from_the_future() -> None:
    fresh = (TODAY - timedelta(days=56)).isoformat()
    new = [album for album in CATALOGUE.albums if album.released >= fresh]
    assert len(new) > 60
    assert max(album.released for album in CATALOGUE.albums) <= TODAY.isoformat()
    precisions = {album.released.count("-") for album in CATALOGUE.albums}
    assert precisions == {0, 1, 2}


def test_albums_of_an_artist_come_newest_first() -> None:
    for albums in CATALOGUE.by_artist.values():
        assert all(a.released >= b.released for a, b in pairwise(albums))


def test_a_single_is_the_same_recording_under_another_id() -> None:
    codes = Counter(track.isrc for track in CATALOGUE.tracks)
    singles = [album for album in CATALOGUE.albums if album.kind == "single"]
    assert len(singles) > 300
    assert all(codes[single.tracks[0].isrc] >= 2 for single in singles)


def test_genres_are_clusters_with_common_tags_and_some_artists_have_none() -> None:
    jazz = CATALOGUE.by_genre["jazz"]
    assert [artist.rank for artist in jazz] == list(range(ARTISTS_PER_GENRE))
    assert jazz[0].popularity > jazz[-1].popularity
    tagged = [artist for artist in CATALOGUE.artists if artist.genres]
    assert 0.85 < len(tagged) / len(CATALOGUE.artists) < 1
    assert {"chill", "focus", "party"} <= {g for a in tagged for g in a.genres}


def test_it_speaks_several_languages() -> None:
    titles = "".join(track.title for track in CATALOGUE.tracks)
    for letters in ("äöüß", "éèçœ", "ñí", "ãç", "夜の", "की", "è"):
        assert set(letters) & set(titles)


def test_guests_are_found_on_the_albums_of_others() -> None:
    assert CATALOGUE.guests
    for artist_id, albums in CATALOGUE.guests.items():
        assert all(album.artists[0].id != artist_id for album in albums)


def test_some_tracks_cannot_be_played_and_some_are_explicit() -> None:
    assert 0 < sum(not track.playable for track in CATALOGUE.tracks) < 400
    assert any(track.explicit for track in CATALOGUE.tracks)
