"""The composition root: builds every part once, wires them, closes them again."""

import logging
import random
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime

from aiohttp import web
from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers import (
    BrokenResponse,
    Dependencies,
    Responder,
    Sender,
    skill_configuration,
)
from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cached_library import CachedTasteLibrary
from providers.library import TasteLibrary
from providers.listener import Listener
from providers.rate_limit import RateLimitState
from providers.recommender.factory import Recommenders
from providers.recommender.store import (
    CachedStore,
    MemoryStore,
    StoreRouter,
)
from providers.sample_library import SAMPLE_TOKEN, LibraryRouter, SampleLibrary
from providers.spotify.client import SpotifyClient
from providers.spotify.client import open_session as open_spotify
from providers.spotify.library import SpotifyLibrary
from providers.spotify.throttling import CallPolicy, RetryBudget
from service.admission import Admission
from service.directive_service import DirectiveServiceClient
from service.directive_service import open_session as open_alexa
from service.dispatcher import Dispatcher
from service.observability.health import Health
from service.observability.logs import TurnHook, log_turn
from service.observability.metrics import TurnMetrics
from service.public_pages import add_logo, add_pages, logo_url
from service.serialization.warm_up import warm_up
from service.settings import Environment, Settings
from service.skill import SkillInvoker
from service.verification.certificate_cache import SigningKeyCache
from service.verification.certificate_source import (
    ChainSource,
    FileChainSource,
    HttpChainSource,
    load_amazon_roots,
    load_test_root,
)
from service.verification.certificate_source import (
    open_session as open_amazon,
)
from service.web import ENDPOINT, LARGEST_BODY, Endpoint, add_headers, add_routes

# FOLDED Puts the conversation together with everything that it talks about.

log = logging.getLogger(__name__)


def build_skill_configuration(
    library: TasteLibrary,
    cache: Cache,
    *,
    settings: Settings,
    progress: Sender,
    now: Callable[[], datetime],
) -> RuntimeConfiguration:
    """The conversation over `library` behind `cache`, and over the sample shelf."""
    own = CachedTasteLibrary(library, cache)
    door = LibraryRouter(own, SampleLibrary(now))
    shelf = StoreRouter(CachedStore(own, cache), MemoryStore(), is_visitor)
    surroundings = Dependencies(
        advice=Recommenders.build(door, shelf, now, opened=own),
        memory=own,
        progress=progress,
        alexa_url=settings.alexa_api_url,
        logo=logo_url(settings),
        object_to=objection(settings.environment),
    )
    return skill_configuration(door, Responder.read(), surroundings)


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


USER_AGENT = "RecordShelf/0.1"

METRICS = web.AppKey("tally", TurnMetrics)

HEALTH = web.AppKey("vitals", Health)

log = logging.getLogger(__name__)


def wall_clock() -> datetime:
    return datetime.now(UTC)


def seconds_by(now: Callable[[], datetime]) -> Callable[[], float]:
    """The same clock in seconds since 1970."""
    if now is wall_clock:
        return time.time  # the same, without a `datetime` each time
    return lambda: now().timestamp()


def create_app(
    settings: Settings,
    *,
    listeners: Sequence[TurnHook] = (log_turn,),
    now: Callable[[], datetime] = wall_clock,
    clock: Callable[[], float] = time.monotonic,
) -> web.Application:
    """The skill as an aiohttp application; nothing is opened before it starts.

    `now` tells the wall clock (aware), `clock` a monotonic one in seconds.
    """
    app = web.Application(client_max_size=LARGEST_BODY)
    add_routes(app)
    add_pages(app, settings)
    add_logo(app, settings)
    add_headers(app, settings.public_url)
    if settings.metrics_port:
        app[METRICS] = TurnMetrics()
        listeners = (*listeners, app[METRICS])
    parts = Components(settings, tuple(listeners), now, clock)
    app.cleanup_ctx.append(parts.lifespan)
    return app


class Components:
    """Every long-lived object, from the application's start to its end."""

    def __init__(
        self,
        settings: Settings,
        listeners: tuple[TurnHook, ...],
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._turn_hooks = listeners
        self._now, self._clock = now, clock
        self._chance = random.Random()  # noqa: S311 - jitter, not cryptography

    async def lifespan(self, app: web.Application) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            vitals = app[HEALTH] = await self.health(stack)
            app[ENDPOINT] = await self.endpoint(stack, vitals)
            warm_up()
            yield

    async def health(self, stack: AsyncExitStack) -> Health:
        """The parts that have a state of their own, closed when the stack is."""
        chains = await self._chains(stack)
        certificates = SigningKeyCache(chains, now=self._now, clock=self._clock)
        stack.push_async_callback(certificates.close)
        cache, brake = self._cache()
        stack.push_async_callback(cache.aclose)
        return Health(
            certificates=certificates,
            chains=chains,
            cache=cache,
            rate_limit=brake,
            admission=Admission(),
            now=self._now,
        )

    async def endpoint(self, stack: AsyncExitStack, vitals: Health) -> Endpoint:
        table = build_skill_configuration(
            await self._library(stack, vitals),
            vitals.cache,
            settings=self._settings,
            progress=await self._progress(stack),
            now=self._now,
        )
        return Endpoint(
            signing_keys=vitals.certificates,
            skill_ids=self._settings.skill_ids,
            invoker=SkillInvoker(Dispatcher(table), vitals.admission),
            admission=vitals.admission,
            turn_hooks=self._turn_hooks,
            readiness=vitals.readiness,
            now=self._now,
            clock=self._clock,
        )

    async def _chains(self, stack: AsyncExitStack) -> ChainSource:
        """Amazon's bucket, or the file that stands for it outside production.

        Raises `TrustStoreUnusable`.
        """
        file = self._settings.alexa_test_chain_file
        if file is not None:
            load_test_root(file, self._now())
            log.warning("requests are verified against ALEXA_TEST_CHAIN_FILE")
            return FileChainSource(file)
        session = await stack.enter_async_context(open_amazon())
        return HttpChainSource(session, load_amazon_roots(self._now()))

    def _cache(self) -> tuple[Cache, RateLimitState]:
        settings = CacheSettings(
            memory_bytes=self._settings.cache_memory_mb * 2**20,
            redis_url=self._settings.redis_url,
            secret=self._settings.cache_secret,
            previous_secret=self._settings.cache_secret_previous,
        )
        sources = Clocks(self._clock, seconds_by(self._now), self._chance)
        if settings.redis_url is None:
            return open_memory_cache(settings, sources)
        # Imported only with REDIS_URL: a start without it saves the time.
        from providers.cache.redis.factory import open_cache

        return open_cache(settings, sources)

    async def _progress(self, stack: AsyncExitStack) -> DirectiveServiceClient:
        session = await stack.enter_async_context(open_alexa())
        return DirectiveServiceClient(session)

    async def _library(self, stack: AsyncExitStack, vitals: Health) -> SpotifyLibrary:
        session = await stack.enter_async_context(open_spotify(USER_AGENT))
        restraint = CallPolicy(
            rate_limit=vitals.rate_limit,
            budget=RetryBudget(self._clock),
            rng=self._chance,
            wall_clock=self._now,
        )
        client = SpotifyClient(
            session, self._settings.spotify_api_url, restraint=restraint
        )
        return SpotifyLibrary(client)
