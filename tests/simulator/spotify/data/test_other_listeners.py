"""Neighbours of the fake Spotify's music."""

from pathlib import Path

import pytest

from providers.music import Artist
from providers.recommender.neighbours_file import read_neighbours
from providers.recommender.ranking.similar_artists import fuse
from simulator.spotify.data.catalogue_generator import generate_catalogue
from simulator.spotify.data.listening_history import ListenerTaste
from simulator.spotify.data.other_listeners import neighbours_content
from tests.service.running import now

pytestmark = pytest.mark.no_cover


def test_every_artist_leads_to_new_ones_of_a_genre_that_is_liked(
    tmp_path: Path,
) -> None:
    catalogue = generate_catalogue(1, now().date())
    file = tmp_path / "neighbours.bin"
    file.write_bytes(neighbours_content(catalogue))
    neighbours = read_neighbours(file)
    artists = [artist for group in catalogue.by_genre.values() for artist in group]
    assert len(neighbours) == len({artist.name for artist in artists})
    homes = tuple(catalogue.by_genre)[:3]
    taste = ListenerTaste(catalogue, "ada", (homes[0], homes[1], homes[2]))
    known = [Artist(a.id, a.name) for a in taste.top_artists["long_term"][:8]]
    genres = {artist.name: artist.genre for artist in artists}
    found = fuse(neighbours, known, [], 10)
    assert len(found) == 10
    assert {genres[new.names.name] for new in found} <= set(homes)
