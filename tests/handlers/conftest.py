"""Ada at her device: a small library of her own, English, linked."""

import pytest

from handlers import Responder
from providers.music import Album
from providers.sample_library import LibraryRouter, SampleLibrary
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.collection import Collection, items, playlist, track
from tests.handlers.skill import RESPONDER, FakePersonalData, configuration
from tests.virtual_time import LoopFactories, loop_factories


def pytest_asyncio_loop_factories(item: pytest.Item) -> LoopFactories:
    return loop_factories(item)


SAMPLE = SampleLibrary(lambda: NOON)


@pytest.fixture
def responder() -> Responder:
    return RESPONDER


@pytest.fixture
def personal_data() -> FakePersonalData:
    return FakePersonalData()


@pytest.fixture
def collection() -> Collection:
    """Seven playlists; Deep Focus holds five tracks of 3 minutes each."""
    names = ("Deep Focus", "Sunday Roast", "90s R&B <3", "Gym", "Café", "Rain", "Zzz")
    shelf = tuple(playlist(name, size=5) for name in names)
    album = Album("album-1", "Ambient 1")
    focus = items(
        track("An Ending", "Brian Eno", album=album),
        track("Avril 14th", "Aphex Twin"),
        track("Rhubarb", "Aphex Twin"),
        track("Says", "Nils Frahm"),
        track("Strobe", "deadmau5"),
    )
    return Collection(shelf=shelf, contents={shelf[0].id: focus})


@pytest.fixture
def alexa(collection: Collection, personal_data: FakePersonalData) -> Alexa:
    library = LibraryRouter(collection, SAMPLE)
    return Alexa(configuration(library, personal_data=personal_data))
