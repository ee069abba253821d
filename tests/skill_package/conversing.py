"""The real conversation about the sample shelf, and which slots it looks at."""

import asyncio
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Slot as ModelSlot
from ask_sdk_runtime.skill import RuntimeConfiguration

from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.records import Clocks
from providers.cached_library import CachedLibrary
from providers.deadline import Deadline
from providers.errors import NoActiveDevice
from providers.library_editor import LibraryEditor
from providers.listener import Listener
from providers.music import NowPlaying, Playlist
from providers.player import PlaybackDevice
from providers.sample_library import LibraryRouter, SampleLibrary
from providers.turn_telemetry import Turn
from service import serialization
from service.dispatcher import Dispatcher
from service.skill_invoker import listener
from simulator.alexa import requests as standin
from simulator.alexa.interaction_model import Intent, LanguageModel
from simulator.alexa.requests import (
    AlexaSession,
    DeviceProfile,
    RequestStamp,
    SlotMatch,
    SlotValue,
)
from tests.handlers.alexa import NOON
from tests.handlers.skill import configuration


class Playing(SampleLibrary):
    """A shelf of old music, of which a song plays."""

    async def now_playing(self, listener: Listener) -> NowPlaying:
        return NowPlaying("track", (await self.saved_tracks(listener)).items[0].track)


class UnwrittenLibrary:
    """A `LibraryWriter` that changes nothing."""

    async def save(self, listener: Listener, track_id: str) -> None:
        pass

    async def remove_saved(self, listener: Listener, track_id: str) -> None:
        pass

    async def create_playlist(
        self,
        listener: Listener,  # noqa: ARG002 - the protocol's
        name: str,
        description: str = "",  # noqa: ARG002 - the protocol's
    ) -> Playlist:
        return Playlist("made", name, mine=True)

    async def add_tracks(
        self, listener: Listener, playlist_id: str, track_ids: Sequence[str]
    ) -> None:
        pass


class NoDevices:
    """A `RemotePlayer` of an account that has no device open."""

    async def devices(self, *_: object) -> Sequence[PlaybackDevice]:
        return ()

    async def play(self, *_: object, **__: object) -> None:
        raise NoActiveDevice

    shuffle = move = resume = pause = next = previous = queue = play


def skill() -> RuntimeConfiguration:
    """All that a listener can say, about a shelf of old music, changes included."""
    shelf = Playing(lambda: NOON)
    clocks = Clocks(lambda: 0.0, NOON.timestamp, Random(1))
    cache, _ = open_memory_cache(CacheSettings(memory_bytes=2**20), clocks)
    cached = CachedLibrary(shelf, cache, changeable=True)
    editor = LibraryEditor(cached, UnwrittenLibrary(), shelf, lambda: NOON)
    router = LibraryRouter(shelf, shelf)
    return configuration(router, editor=editor, player=NoDevices())


def answered(skill: RuntimeConfiguration) -> frozenset[str]:
    """The names of the intents that a handler answers or an interceptor reads."""
    handlers = (
        chain.request_handler
        for mapper in skill.request_mappers
        for chain in mapper.request_handler_chains
    )
    readers = (*handlers, *skill.request_interceptors)
    own = (getattr(reader, "intents", None) or () for reader in readers)
    return frozenset().union(*own)


class Read(dict[str, ModelSlot]):
    """Slots that note which of them was asked for."""

    def __init__(self, slots: Mapping[str, ModelSlot]) -> None:
        super().__init__(slots)
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return super().get(name, default)

    def __getitem__(self, name: str) -> ModelSlot:
        self.names.add(name)
        return super().__getitem__(name)


async def slots_read(
    skill: RuntimeConfiguration, intent: Intent, slots: Mapping[str, SlotValue | None]
) -> set[str]:
    """The names of the slots that the answer to an intent depends on."""
    asked = serialization.decode(
        standin.encode(
            standin.intent(
                DeviceProfile(skill_id="s", token="anybody"),
                RequestStamp("request-1", NOON),
                AlexaSession(new=True, attributes={}),
                intent.name,
                slots,
            )
        )
    )
    request: Any = asked.request
    assert request.intent
    read = Read(request.intent.slots or {})
    request.intent.slots = read
    clock = asyncio.get_running_loop().time
    who = listener(asked, Deadline.after(6.5, clock), Turn(clock))
    heard = HandlerInput(
        request_envelope=asked,
        attributes_manager=AttributesManager(asked),
        context=who,
    )
    await Dispatcher(skill).dispatch(heard)
    return read.names


def filled(intent: Intent, model: LanguageModel) -> dict[str, SlotValue | None]:
    """A valid value in every slot."""
    return {slot.name: _value(slot.type, model) for slot in intent.slots}


def _value(name: str, model: LanguageModel) -> SlotValue:
    own = model.type_named(name)
    if own is None:
        return SlotValue("5", (), name)
    first = own.values[0]
    value = first.name.value
    return SlotValue(value, (SlotMatch(str(first.id), value),), name)
