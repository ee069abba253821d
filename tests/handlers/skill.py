"""The whole conversation over a library of a test, with fakes for the rest."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers import (
    ANNOUNCE_AFTER,
    Dependencies,
    Responder,
    Sender,
    skill_configuration,
)
from providers.library import Library
from providers.library_editor import LibraryEditor
from providers.listener import Listener
from providers.player import RemotePlayer
from providers.recommender.factory import Recommenders
from providers.recommender.pipeline import RankingPipeline
from providers.secret import Secret
from providers.whats_new import Arrivals, MemoryVisits
from tests.handlers.alexa import NOON
from tests.providers.fake_library import InMemoryStore

RESPONDER = Responder.read()


@dataclass
class FakePersonalData:
    """Notes who was to be forgotten; `reachable` is whether that could be done."""

    reachable: bool = True
    forgotten: list[Secret] = field(default_factory=list)
    refreshed: list[Secret] = field(default_factory=list)

    async def refresh(self, listener: Listener) -> bool:
        self.refreshed.append(listener.key)
        return self.reachable

    async def forget(self, key: Secret) -> bool:
        self.forgotten.append(key)
        return self.reachable


async def send_nothing(url: str, token: Secret, directive: bytes) -> None:
    """A `Sender` that drops every directive."""


def configuration(
    library: Library,
    *,
    responder: Responder = RESPONDER,
    editor: LibraryEditor | None = None,
    player: RemotePlayer | None = None,
    personal_data: FakePersonalData | None = None,
    progress: Sender = send_nothing,
    announce_after: float = ANNOUNCE_AFTER,
    alexa_url: str | None = None,
    logo: str | None = None,
    skill_page: str | None = None,
    now: Callable[[], datetime] = lambda: NOON,
) -> RuntimeConfiguration:
    """Return handlers and interceptors; nothing is stored between two of these."""
    visits = MemoryVisits()
    dependencies = Dependencies(
        recommenders=Recommenders.build(RankingPipeline(library), InMemoryStore(), now),
        arrivals=Arrivals(library, lambda _: visits, now),
        editor=editor,
        personal_data=personal_data or FakePersonalData(),
        progress=progress,
        announce_after=announce_after,
        alexa_url=alexa_url,
        logo=logo,
        skill_page=skill_page,
        player=player,
    )
    return skill_configuration(library, responder, dependencies)
