"""Composition root: builds every long-lived object, wires and closes all of them.

`create_app` is the only place that reads `Settings` to decide what is built. Clocks and
chance come in as arguments, so that tests decide about both.
"""

import asyncio
import logging
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from functools import partial

from aiohttp import web
from ask_sdk_core.dispatch_components import AbstractResponseInterceptor
from ask_sdk_runtime.skill import RuntimeConfiguration

from handlers import (
    ANNOUNCE_AFTER,
    Dependencies,
    Responder,
    Sender,
    skill_configuration,
)
from providers.cache.factory import CacheSettings, open_memory_cache
from providers.cache.read_through import Cache
from providers.cache.records import Clocks
from providers.cached_library import CachedLibrary
from providers.daily_quota import DailyQuota
from providers.lazy_imports import after_first_answer, do_deferred
from providers.library import Library
from providers.library_editor import LibraryEditor
from providers.listener import Listener
from providers.rate_limit import RateLimitState
from providers.recommender.factory import Recommenders
from providers.recommender.neighbours_file import (
    NeighboursFile,
    NeighboursUnreadable,
    read_neighbours,
)
from providers.recommender.pipeline import RankingPipeline
from providers.recommender.store import (
    CachedStore,
    MemoryStore,
    PersonalData,
    StoreRouter,
)
from providers.sample_library import SAMPLE_TOKEN, LibraryRouter, SampleLibrary
from providers.spotify.call_policy import CallPolicy, RetryBudget
from providers.spotify.client import SpotifyClient
from providers.spotify.client import open_session as open_spotify
from providers.spotify.library import SpotifyLibrary
from providers.spotify.library_writer import SpotifyLibraryWriter
from providers.spotify.player import SpotifyPlayer
from providers.turn_telemetry import Turn
from providers.whats_new import Arrivals, CachedVisits, MemoryVisits, VisitStore
from service import VERSION
from service.admission import Admission
from service.directive_service import DirectiveServiceClient
from service.directive_service import open_session as open_alexa
from service.dispatcher import Dispatcher
from service.http_endpoints import (
    ENDPOINT,
    LARGEST_BODY,
    Endpoint,
    add_routes,
)
from service.http_responses import ResponseHeads, add_headers
from service.observability import Health, TurnHook, TurnMetrics, log_turn
from service.otel_variables import TraceSettings
from service.public_pages import add_logo, add_pages, logo_url
from service.remedies import with_remedy
from service.serialization.warm_up import warm_up
from service.settings import PlaybackMode, Settings, Switch
from service.skill_invoker import SkillInvoker
from service.verification import (
    ChainSource,
    FileChainSource,
    HttpChainSource,
    SigningKeyCache,
    load_amazon_roots,
    load_test_root,
)
from service.verification import open_session as open_amazon

log = logging.getLogger(__name__)

USER_AGENT = f"RecordShelf/{VERSION}"

METRICS = web.AppKey("metrics", TurnMetrics)

HEALTH = web.AppKey("health", Health)


def wall_clock() -> datetime:
    """Return the time now, with its zone."""
    return datetime.now(UTC)


def seconds_by(now: Callable[[], datetime]) -> Callable[[], float]:
    """Return the same clock in seconds since 1970."""
    if now is wall_clock:
        return time.time  # the same, without a `datetime` each time
    return lambda: now().timestamp()


def create_app(
    settings: Settings,
    *,
    turn_hooks: Sequence[TurnHook] = (log_turn,),
    response_interceptors: Sequence[AbstractResponseInterceptor] = (),
    now: Callable[[], datetime] = wall_clock,
    clock: Callable[[], float] = time.monotonic,
) -> web.Application:
    """Return the skill as an aiohttp application; nothing is opened before its start.

    turn_hooks: called with each request's `Turn` when the request is over.
    response_interceptors: called last with each response, after the skill's own ones.
    now: the wall clock, with its zone.
    clock: a monotonic clock in seconds.
    """
    app = web.Application(client_max_size=LARGEST_BODY)
    add_routes(app)
    add_pages(app, settings)
    add_logo(app, settings)
    add_headers(app, settings.public_url)
    if settings.metrics_port:
        app[METRICS] = TurnMetrics()
        turn_hooks = (*turn_hooks, app[METRICS])
    components = Components(settings, now=now, clock=clock)
    components.turn_hooks = tuple(turn_hooks)
    components.response_interceptors = tuple(response_interceptors)
    if settings.traces:
        open_tracing(app, components, settings, settings.traces)
    app.cleanup_ctx.append(components.lifespan)
    return app


def open_tracing(
    app: web.Application,
    components: "Components",
    settings: Settings,
    traces: TraceSettings,
) -> None:
    """Add the hook that makes spans; what is queued is sent when `app` ends."""
    # Imported only where traces are on: elsewhere the packages are not installed.
    from service.observability.tracing import Tracing

    tracing = Tracing(settings, traces)

    async def close(_app: web.Application) -> None:
        await tracing.aclose()

    app.on_cleanup.append(close)
    components.turn_hooks = (*components.turn_hooks, tracing)
    if settings.traces_before_answer is Switch.ON:
        components.before_answer = tracing.send


class Components:
    """Build every long-lived object at the application's start, close all at its end.

    turn_hooks: see `create_app`.
    before_answer: see `Endpoint`.
    response_interceptors: see `create_app`.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._now, self._clock = now, clock
        self._chance = random.Random()  # noqa: S311 - jitter, not cryptography
        self._quota = DailyQuota(settings.spotify_daily_calls, seconds_by(now))
        self.turn_hooks: tuple[TurnHook, ...] = ()
        self.before_answer: Callable[[], Awaitable[None]] | None = None
        self.response_interceptors: tuple[AbstractResponseInterceptor, ...] = ()

    async def lifespan(self, app: web.Application) -> AsyncIterator[None]:
        """Store `HEALTH` and `ENDPOINT` in `app`, and close their parts afterwards.

        Raise `TrustStoreUnusable` where no request could be verified.
        """
        async with AsyncExitStack() as stack:
            health = app[HEALTH] = await self.health(stack)
            app[ENDPOINT] = await self.endpoint(stack, health)
            after_first_answer(warm_up)
            yield

    async def health(self, stack: AsyncExitStack) -> Health:
        """Return the parts that have a state of their own; `stack` closes them."""
        chains = await self._chains(stack)
        certificates = SigningKeyCache(chains, now=self._now, clock=self._clock)
        stack.push_async_callback(certificates.close)
        cache, rate_limit = self._cache()
        stack.push_async_callback(cache.aclose)
        if self._quota.sharing is not None:
            stack.push_async_callback(self._quota.sharing.aclose)
        return Health(
            certificates=certificates,
            chains=chains,
            cache=cache,
            rate_limit=rate_limit,
            quota=self._quota,
            admission=Admission(),
            now=self._now,
        )

    async def endpoint(self, stack: AsyncExitStack, health: Health) -> Endpoint:
        """Return what POST /alexa uses; `stack` closes its HTTP sessions."""
        configuration = build_skill_configuration(
            await self.spotify_client(stack, health),
            health,
            settings=self._settings,
            progress=await self._progress(stack),
        )
        configuration.response_interceptors.extend(self.response_interceptors)
        return Endpoint(
            signing_keys=health.certificates,
            skill_ids=self._settings.skill_ids,
            invoker=SkillInvoker(Dispatcher(configuration), health.admission),
            admission=health.admission,
            turn_hooks=(*self.turn_hooks, do_deferred_work),
            responses=ResponseHeads(self._settings.public_url),
            readiness=health.readiness,
            now=self._now,
            clock=self._clock,
            before_answer=self.before_answer,
        )

    async def _chains(self, stack: AsyncExitStack) -> ChainSource:
        """Return Amazon's bucket, or outside production the file in its place.

        Raise `TrustStoreUnusable`.
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
        clocks = Clocks(self._clock, seconds_by(self._now), self._chance)
        if settings.redis_url is None:
            return open_memory_cache(settings, clocks, self._quota)
        # Imported only with REDIS_URL: a start without it saves the time.
        from providers.cache.redis.factory import OPENED_AT_START, open_cache

        return open_cache(
            settings, clocks, connections=OPENED_AT_START, quota=self._quota
        )

    async def _progress(self, stack: AsyncExitStack) -> DirectiveServiceClient:
        session = await stack.enter_async_context(open_alexa())
        return DirectiveServiceClient(session)

    async def spotify_client(
        self, stack: AsyncExitStack, health: Health
    ) -> SpotifyClient:
        """Return the client of Spotify; `stack` closes its HTTP session."""
        session = await stack.enter_async_context(open_spotify(USER_AGENT))
        policy = CallPolicy(
            rate_limit=health.rate_limit,
            budget=RetryBudget(self._clock),
            rng=self._chance,
            wall_clock=self._now,
            quota=self._quota,
        )
        return SpotifyClient(session, self._settings.spotify_api_url, policy=policy)


def build_skill_configuration(
    client: SpotifyClient, health: Health, *, settings: Settings, progress: Sender
) -> RuntimeConfiguration:
    """Return the conversation over Spotify behind the cache, with the demo library.

    Its handlers and interceptors stand in the SDK's own shape.
    """
    library, writes = SpotifyLibrary(client), settings.library_writes is Switch.ON
    cache, now = health.cache, health.now
    own = CachedLibrary(library, cache, changeable=writes)
    editor = LibraryEditor(own, SpotifyLibraryWriter(client), library, now)
    router = LibraryRouter(own, SampleLibrary(now))
    demo, demo_visits = MemoryStore(), MemoryVisits()
    store = StoreRouter(CachedStore(own, cache), demo, is_demo)
    visits = visits_of(CachedVisits(own, cache), demo_visits)
    pipeline = pipeline_of(router, health.quota, settings)
    dependencies = Dependencies(
        recommenders=Recommenders.build(pipeline, store, now),
        arrivals=Arrivals(router, visits, now),
        editor=editor if writes else None,
        personal_data=PersonalData(own, demo, demo_visits),
        progress=progress,
        announce_after=ANNOUNCE_AFTER,
        alexa_url=settings.alexa_api_url,
        logo=logo_url(settings),
        skill_page=settings.skill_page_url,
        player=player_of(settings, client),
    )
    return skill_configuration(router, Responder.read(), dependencies)


def pipeline_of(
    library: Library, quota: DailyQuota, settings: Settings
) -> RankingPipeline:
    """Return what recommends from `library`, within the operator's limits."""
    return RankingPipeline(
        library,
        source=open_neighbours(settings),
        may_ask_more=partial(may_ask_more, quota),
        calls_a_day=settings.recommendation_calls_a_day,
    )


def visits_of(own: VisitStore, demo: VisitStore) -> Callable[[Listener], VisitStore]:
    """Return the function that chooses where a listener's visits are kept."""
    return lambda listener: demo if is_demo(listener) else own


def do_deferred_work(turn: Turn) -> None:
    """Import and read what the first answer did not need, once that is sent.

    One thing after the other, with other requests between them.
    """
    if turn.cold:
        loop = asyncio.get_running_loop()
        loop.call_soon(_do_deferred_by_and_by, loop)


def _do_deferred_by_and_by(loop: asyncio.AbstractEventLoop) -> None:
    if do_deferred():
        loop.call_soon(_do_deferred_by_and_by, loop)


def player_of(settings: Settings, client: SpotifyClient) -> SpotifyPlayer | None:
    """Return the player that PLAYBACK allows; None where nothing is played."""
    is_on = settings.playback is PlaybackMode.SPOTIFY_CONNECT
    return SpotifyPlayer(client) if is_on else None


def open_neighbours(settings: Settings) -> NeighboursFile | None:
    """Return the similar artists of NEIGHBOURS_FILE; None without a usable file."""
    if settings.neighbours_file is None:
        return None
    try:
        neighbours = read_neighbours(settings.neighbours_file)
    except NeighboursUnreadable as unreadable:
        log.warning(with_remedy(f"NEIGHBOURS_FILE: {unreadable}"))
        return None
    log.info("NEIGHBOURS_FILE: %d artists", len(neighbours))
    return neighbours


def may_ask_more(quota: DailyQuota, listener: Listener) -> bool:
    """Return whether the day's calls allow more than an answer needs."""
    return is_demo(listener) or quota.spares("second_wave")


def is_demo(listener: Listener) -> bool:
    """Return whether the listener hears the demo library instead of their own."""
    return listener.token is SAMPLE_TOKEN
