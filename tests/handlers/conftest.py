"""Ada at her device: a small shelf of her own, English, linked."""

import pytest

from handlers import Words, conversation
from providers.music import Album
from tests.handlers.alexa import Alexa
from tests.handlers.collection import Collection, items, playlist, track

WORDS = Words.read()


@pytest.fixture
def words() -> Words:
    return WORDS


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
def alexa(collection: Collection, words: Words) -> Alexa:
    return Alexa(conversation(collection, words))
