"""A logo where one was supplied, and only beside metadata that is its owner's."""

import pytest

from providers.sample_library import LibraryRouter
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection
from tests.handlers.conftest import SAMPLE
from tests.handlers.screens import drawn, watching
from tests.handlers.skill import configuration

LOGO = "https://shelf.example/spotify-logo.png"


@pytest.fixture
def branded(collection: Collection) -> Alexa:
    library = LibraryRouter(collection, SAMPLE)
    return watching(Alexa(configuration(library, logo=LOGO)), collection)


@pytest.mark.parametrize("intent", ["ListPlaylistsIntent", "TopTracksIntent"])
async def test_metadata_comes_with_the_logo(branded: Alexa, intent: str) -> None:
    screen = drawn(await branded.says(intent))
    assert screen is not None
    assert (screen["source"], screen["logo"]) == ("From Spotify", LOGO)


async def test_the_greeting_has_it_too(branded: Alexa) -> None:
    screen = drawn(await branded.opens())
    assert screen is not None
    assert screen["logo"] == LOGO


async def test_the_sample_shelf_is_nobodys(branded: Alexa) -> None:
    branded.unlinks()
    await branded.says("DemoIntent")
    screen = drawn(await branded.says("ListPlaylistsIntent"))
    assert screen is not None
    assert (screen["link"], screen["logo"]) == (None, None)


async def test_nobody_supplied_one(alexa: Alexa, collection: Collection) -> None:
    screen = drawn(await watching(alexa, collection).says("ListPlaylistsIntent"))
    assert screen is not None
    assert screen["logo"] is None
