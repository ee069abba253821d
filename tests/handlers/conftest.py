"""Ada at her device: a small shelf of her own, English, linked."""

from dataclasses import dataclass, field

import pytest

from handlers import Dependencies, Responder, skill_configuration
from providers.listener import Listener
from providers.music import Album
from providers.recommender.factory import Recommenders
from providers.sample_library import LibraryRouter, SampleLibrary
from providers.secret import Secret
from tests.handlers.alexa import NOON, Alexa
from tests.handlers.collection import Collection, items, playlist, track
from tests.providers.fake_library import InMemoryStore

WORDS = Responder.read()
SAMPLE = SampleLibrary(lambda: NOON)


@dataclass
class Memory:
    """Notes who was to be forgotten; `reachable` is whether it could be done."""

    reachable: bool = True
    forgotten: list[Secret] = field(default_factory=list)
    refreshed: list[Secret] = field(default_factory=list)

    async def refresh(self, listener: Listener) -> bool:
        self.refreshed.append(listener.key)
        return self.reachable

    async def forget(self, key: Secret) -> bool:
        self.forgotten.append(key)
        return self.reachable


@pytest.fixture
def words() -> Responder:
    return WORDS


@pytest.fixture
def memory() -> Memory:
    return Memory()


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
def alexa(collection: Collection, words: Responder, memory: Memory) -> Alexa:
    door = LibraryRouter(collection, SAMPLE)
    advice = Recommenders.build(door, InMemoryStore(), lambda: NOON)
    return Alexa(
        skill_configuration(door, words, Dependencies(memory=memory, advice=advice))
    )
