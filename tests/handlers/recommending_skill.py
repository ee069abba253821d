"""The part of the skill that recommends, over an imagined library."""

from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_runtime.skill import RuntimeConfigurationBuilder

from handlers import recommendation_handlers
from handlers.exception_handlers import CatchAllExceptionHandler, ProviderErrorHandler
from handlers.intents.navigation import (
    GoBack,
    NavigateList,
    No,
    Repeat,
    SelectItem,
    Yes,
)
from handlers.playlist_resolution import PlaylistResolver
from handlers.responses.paging import Pager
from handlers.responses.responder import Responder
from handlers.session import SessionInterceptor
from providers.music import Playlist
from providers.recommender.factory import Recommenders
from providers.recommender.pipeline import RankingPipeline
from tests.handlers.alexa import Alexa
from tests.providers.fake_library import FakeLibrary, InMemoryStore
from tests.providers.sample_music import NOW, rich_taste, track

WORDS = Responder.read()
CATALOGUE = tuple(track(n, by=100 + n) for n in range(100, 160))


@dataclass
class Opened:
    """Opens playlists by noting which."""

    words: Responder
    purpose: str = "open"
    playlists: list[Playlist] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Awaitable[Response]:
        return self._perform(handler_input, playlist, number)

    async def _perform(
        self, handler_input: HandlerInput, playlist: Playlist, number: int
    ) -> Response:
        self.playlists.append(playlist)
        self.numbers.append(number)
        return self.words.respond(handler_input, "goodbye")


@dataclass
class Stage:
    """Somebody's library, shelf and time; `alexa` talks to the skill over them."""

    library: FakeLibrary = field(
        default_factory=lambda: FakeLibrary(rich_taste(), CATALOGUE)
    )
    shelf: InMemoryStore = field(default_factory=InMemoryStore)
    now: datetime = NOW
    opened: Opened = field(default_factory=lambda: Opened(WORDS))

    def alexa(self) -> Alexa:
        pager = Pager(WORDS)
        advice = Recommenders.build(
            RankingPipeline(self.library), self.shelf, lambda: self.now
        )
        resolver = PlaylistResolver(WORDS, self.library)
        table = RuntimeConfigurationBuilder()
        table.add_global_request_interceptor(SessionInterceptor())
        table.add_request_handlers(
            [
                *recommendation_handlers(advice, WORDS, pager, self.opened, saves=True),
                NavigateList(pager, WORDS),
                GoBack(pager, WORDS),
                Repeat(pager, resolver, WORDS, {}),
                SelectItem(pager, resolver, WORDS),
                Yes(pager, resolver, WORDS),
                No(pager, WORDS),
            ]
        )
        table.add_exception_handler(ProviderErrorHandler(WORDS, {}))
        table.add_exception_handler(CatchAllExceptionHandler(WORDS, {}))
        return Alexa(table.get_runtime_configuration())
