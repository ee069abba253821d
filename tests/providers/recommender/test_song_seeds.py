"""The song of a title that was said where an artist could be named."""

import pytest

from providers.errors import Unavailable
from providers.music import Track
from providers.recommender.query_understanding import Seed, SongSeeds
from tests.providers.fake_library import FakeLibrary, listener
from tests.providers.sample_music import rich_taste, track

CATALOGUE = (track(3, by=200), track(100), track(101, title="Artist 100"))


@pytest.mark.parametrize(
    ("name", "song"),
    [
        ("song 100", track(100)),  # nobody else's
        ("song 3", track(3)),  # a saved one before the catalogue's first
        ("artist 50", None),  # an artist is called so
        ("artist 100", track(101, title="Artist 100")),
        ("zzyzx", None),
    ],
)
async def test_the_listeners_own_song_comes_first(
    name: str, song: Track | None
) -> None:
    seeds = SongSeeds(FakeLibrary(rich_taste(), CATALOGUE))
    expected = Seed(song.title, song) if song else None
    assert await seeds.find(listener(), name, "en") == expected


async def test_without_an_answer_it_is_no_song() -> None:
    library = FakeLibrary(rich_taste(), CATALOGUE, faults={"search": Unavailable()})
    assert await SongSeeds(library).find(listener(), "song 100", "en") is None


async def test_own_songs_may_be_out() -> None:
    faults = {"saved_tracks": Unavailable(), "recent_plays": Unavailable()}
    library = FakeLibrary(rich_taste(), CATALOGUE, faults=faults)
    first = CATALOGUE[0]
    expected = Seed(first.title, first)
    assert await SongSeeds(library).find(listener(), "song 3", "en") == expected
