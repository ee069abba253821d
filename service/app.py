"""The composition root: builds every part once, wires them, closes them again."""

import logging
import random
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime

from aiohttp import web

from providers.cache.factory import CacheSettings, open_local
from providers.cache.read_through import Cache
from providers.cache.records import Sources
from providers.rate_limit import Brake
from providers.spotify.client import SpotifyClient
from providers.spotify.client import open_session as open_spotify
from providers.spotify.library import SpotifyLibrary
from providers.spotify.throttling import Restraint, RetryBudget
from service.admission import Admission
from service.certificates import Certificates
from service.chain_sources import AmazonChains, ChainSource, FileChains
from service.chain_sources import open_session as open_amazon
from service.conversation import Conversation
from service.dispatcher import Dispatcher
from service.headers import add_headers
from service.late import late
from service.legal import add_pages
from service.logo import add_logo
from service.observability import TurnListener, log_turn
from service.progressive import ProgressiveResponses
from service.progressive import open_session as open_alexa
from service.settings import Settings
from service.talking import talking
from service.tally import Tally
from service.trust_store import amazons_roots, chain_root
from service.vitals import Vitals
from service.warm_up import warm_up
from service.web import LARGEST_BODY, SKILL, Skill, add_routes

USER_AGENT = "RecordShelf/0.1"

TALLY = web.AppKey("tally", Tally)
VITALS = web.AppKey("vitals", Vitals)

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
    listeners: Sequence[TurnListener] = (log_turn,),
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
        app[TALLY] = Tally()
        listeners = (*listeners, app[TALLY])
    parts = Parts(settings, tuple(listeners), now, clock)
    app.cleanup_ctx.append(parts.live)
    return app


class Parts:
    """Every long-lived object, from the application's start to its end."""

    def __init__(
        self,
        settings: Settings,
        listeners: tuple[TurnListener, ...],
        now: Callable[[], datetime],
        clock: Callable[[], float],
    ) -> None:
        self._settings = settings
        self._listeners = listeners
        self._now, self._clock = now, clock
        self._chance = random.Random()  # noqa: S311 - jitter, not cryptography

    async def live(self, app: web.Application) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            vitals = app[VITALS] = await self.vitals(stack)
            app[SKILL] = await self.skill(stack, vitals)
            warm_up()
            yield

    async def vitals(self, stack: AsyncExitStack) -> Vitals:
        """The parts that have a state of their own, closed when the stack is."""
        chains = await self._chains(stack)
        certificates = Certificates(chains, now=self._now, clock=self._clock)
        stack.push_async_callback(certificates.close)
        cache, brake = self._cache()
        stack.push_async_callback(cache.aclose)
        return Vitals(
            certificates=certificates,
            chains=chains,
            cache=cache,
            brake=brake,
            admission=Admission(),
            now=self._now,
        )

    async def skill(self, stack: AsyncExitStack, vitals: Vitals) -> Skill:
        table = talking(
            await self._library(stack, vitals),
            vitals.cache,
            settings=self._settings,
            progress=await self._progress(stack),
            now=self._now,
        )
        return Skill(
            certificates=vitals.certificates,
            skill_ids=self._settings.skill_ids,
            conversation=Conversation(Dispatcher(table), vitals.admission),
            admission=vitals.admission,
            listeners=self._listeners,
            standing=vitals.standing,
            now=self._now,
            clock=self._clock,
        )

    async def _chains(self, stack: AsyncExitStack) -> ChainSource:
        """Amazon's bucket, or the file that stands for it outside production.

        Raises `TrustStoreUnusable`.
        """
        file = self._settings.alexa_test_chain_file
        if file is not None:
            chain_root(file, self._now())
            log.warning("requests are verified against ALEXA_TEST_CHAIN_FILE")
            return FileChains(file)
        session = await stack.enter_async_context(open_amazon())
        return AmazonChains(session, amazons_roots(self._now()))

    def _cache(self) -> tuple[Cache, Brake]:
        settings = CacheSettings(
            memory_bytes=self._settings.cache_memory_mb * 2**20,
            redis_url=self._settings.redis_url,
            secret=self._settings.cache_secret,
            other=self._settings.cache_secret_previous,
        )
        sources = Sources(self._clock, seconds_by(self._now), self._chance)
        if settings.redis_url is None:
            return open_local(settings, sources)
        opened: tuple[Cache, Brake] = late("redis").open_cache(settings, sources)
        return opened

    async def _progress(self, stack: AsyncExitStack) -> ProgressiveResponses:
        session = await stack.enter_async_context(open_alexa())
        return ProgressiveResponses(session)

    async def _library(self, stack: AsyncExitStack, vitals: Vitals) -> SpotifyLibrary:
        session = await stack.enter_async_context(open_spotify(USER_AGENT))
        restraint = Restraint(
            brake=vitals.brake,
            budget=RetryBudget(self._clock),
            chance=self._chance,
            wall_clock=self._now,
        )
        client = SpotifyClient(
            session, self._settings.spotify_api_url, restraint=restraint
        )
        return SpotifyLibrary(client)
