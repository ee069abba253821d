"""Puts the conversation together with everything that it talks about."""

import logging
from collections.abc import Callable
from datetime import datetime

from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers import BrokenResponse, Sender, Surroundings, Words, conversation
from providers.cache.read_through import Cache
from providers.cached_library import CachedTasteLibrary
from providers.library import TasteLibrary
from providers.listener import Listener
from providers.recommender.factory import Advice, Knowledge
from providers.recommender.store import (
    CachedShelf,
    ProcessShelf,
    ShelfByListener,
)
from providers.sample_library import SAMPLE_TOKEN, SampleDoor, SampleShelf
from service.logo import address_of
from service.settings import Environment, Settings

log = logging.getLogger(__name__)


def talking(
    library: TasteLibrary,
    cache: Cache,
    *,
    settings: Settings,
    progress: Sender,
    now: Callable[[], datetime],
) -> RuntimeConfiguration:
    """The conversation over `library` behind `cache`, and over the sample shelf."""
    own = CachedTasteLibrary(library, cache)
    door = SampleDoor(own, SampleShelf(now))
    shelf = ShelfByListener(CachedShelf(own, cache), ProcessShelf(), is_visitor)
    surroundings = Surroundings(
        advice=Advice.over(door, shelf, now, Knowledge(opened=own)),
        memory=own,
        progress=progress,
        alexa_url=settings.alexa_api_url,
        logo=address_of(settings),
        object_to=objection(settings.environment),
    )
    return conversation(door, Words.read(), surroundings)


def is_visitor(listener: Listener) -> bool:
    """Whether it is the sample shelf that they visit."""
    return listener.token is SAMPLE_TOKEN


def objection(environment: Environment) -> Callable[[BrokenResponse], None] | None:
    """What happens to a response that breaks a rule: raised, logged, or nothing."""
    match environment:
        case Environment.TEST:
            return _raise
        case Environment.DEVELOPMENT:
            return _log
        case _:
            return None


def _raise(broken: BrokenResponse) -> None:
    raise broken


def _log(broken: BrokenResponse) -> None:
    log.error("a response breaks a rule: %s", broken)
