"""Environment: fake Alexa, the real skill and fake Spotify in one event loop."""

import errno
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout, web
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from providers.spotify.scopes import scopes_for
from service.app import create_app
from service.observability.logs import log_turn
from service.settings import load
from simulator.alexa.account_linking import AccountLinking, AccountsService
from simulator.alexa.certificates import make_chain, new_key
from simulator.alexa.device import SkillClient
from simulator.alexa.requests import Signer
from simulator.alexa.response_validation import ResponseValidator
from simulator.console.redis_proxy import RedisProxy, redis_behind_proxy
from simulator.console.step_report import TurnCapture
from simulator.console.steps import InitialState, check_moment
from simulator.spotify.data.other_listeners import neighbours_content
from simulator.spotify.oauth.clients import DEMO_ID, DEMO_SECRET
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World

LOOPBACK = "127.0.0.1"

MAX_TRIES = 50


class NoFreePort(Exception):
    """None of the ports that were tried is free; the text names these ports."""


@dataclass(frozen=True, slots=True)
class ListeningPort:
    """An application that is listening, on the loopback interface at least.

    runner: stops the application.
    port: where it listens.
    occupied: the ports that were tried first and were not free.
    """

    runner: web.AppRunner
    port: int
    occupied: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        """The application's address, without a final slash."""
        return f"http://{LOOPBACK}:{self.port}"


async def listen(
    app: web.Application, preferred: int = 0, host: str = LOOPBACK
) -> ListeningPort:
    """Serve an application on the preferred port or the next free one; 0 takes any.

    Raise `NoFreePort` when fifty ports in a row are occupied.
    """
    runner = web.AppRunner(
        app, access_log=None, auto_decompress=False, shutdown_timeout=1.0
    )
    await runner.setup()
    last = min(preferred + MAX_TRIES, 65536)
    for port in range(preferred, last) if preferred else [0]:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                await runner.cleanup()
                raise
            continue
        return ListeningPort(
            runner, runner.addresses[0][1], tuple(range(preferred, port))
        )
    await runner.cleanup()
    raise NoFreePort(f"no free port from {preferred} to {last - 1}")


class SimulatedClock:
    """A wall clock and a monotonic clock that agree with each other.

    Within a step the wall clock stands still: a step that is replayed at the same time
    has the same answer. The whole environment uses these two clocks.
    """

    def __init__(
        self, wall: Callable[[], datetime], monotonic: Callable[[], float]
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._started_at = self._now = whole_second(wall())
        self._monotonic_start = monotonic()
        self._offset = timedelta()
        self._monotonic_offset = 0.0

    def begin(self, at: datetime) -> None:
        """Start at a recorded time, in the past or in the future."""
        self._started_at = self._now = whole_second(at)

    def now(self) -> datetime:
        """Return the time of the step (aware, whole seconds)."""
        return self._now

    def monotonic(self) -> float:
        """Return seconds that only grow, by as much as `now` grows or more."""
        return self._monotonic() + self._monotonic_offset

    def step(self, at: datetime | None = None) -> datetime:
        """Begin a step now, or at a recorded time; time never moves back."""
        if at is None:
            at = whole_second(self._wall()) + self._offset
        self._now = max(self._now, at)
        passed = (self._now - self._started_at).total_seconds()
        behind = passed - (self.monotonic() - self._monotonic_start)
        self._monotonic_offset += max(0.0, behind)
        return self._now

    def advance(self, by: timedelta) -> datetime:
        """Let time pass; all later steps are as much ahead of the real clock.

        Raise `OutOfTime`, and let no time pass, where this would end after 2099.
        """
        at = check_moment(self._now + by)
        self._offset += by
        return self.step(at)


def whole_second(moment: datetime) -> datetime:
    """Return the moment in UTC, cut to whole seconds, as Alexa's requests have it.

    >>> whole_second(datetime(2026, 1, 2, 3, 4, 5, 678, UTC)).microsecond
    0
    """
    return moment.astimezone(UTC).replace(microsecond=0)


SKILL_ID = "amzn1.ask.skill.record-shelf-console"

CHAIN_LIFETIME = timedelta(days=3650)  # long, because steps may let time pass

REQUEST_TIMEOUT = ClientTimeout(
    total=12.0
)  # Alexa herself would give up after eight seconds


@dataclass(slots=True)
class SimulatedEnvironment:
    """Everything that runs for one console; the skill alone may be restarted.

    initial: what the environment was started with.
    clock: the time of all parts.
    capture: collects what the skill does.
    spotify: the fake Spotify.
    client: sends requests to the skill.
    environ: the settings that the skill starts with.
    redis: the proxy before the Redis server; None where the cache is in memory.
    skill: where the skill listens; None while it does not run.
    """

    initial: InitialState
    clock: SimulatedClock
    capture: TurnCapture
    spotify: RunningSpotify
    client: SkillClient
    environ: dict[str, str]
    redis: RedisProxy | None = None
    skill: ListeningPort | None = None

    def linking(self, service: AccountsService | None = None) -> AccountLinking:
        """Return account linking at the fake Spotify, or at another service."""
        if service is None:
            address = self.spotify.accounts_url
            service = AccountsService(address, DEMO_ID, DEMO_SECRET)
        return AccountLinking(
            service,
            self.client.session,
            self.clock.now,
            secrets.token_urlsafe,
            scopes_for(load(self.environ).features),
        )

    async def start_skill(self, environ: Mapping[str, str] | None = None) -> None:
        """Start or restart the skill; `environ` adds to its settings."""
        await self.stop_skill()
        app = create_app(
            load({**self.environ, **(environ or {})}),
            turn_hooks=(log_turn, self.capture.record_turn),
            response_interceptors=(ResponseValidator(self.capture.record_violation),),
            now=self.clock.now,
            clock=self.clock.monotonic,
        )
        self.skill = await listen(app)
        self.client.url = f"{self.skill.url}/alexa"

    async def stop_skill(self) -> None:
        """Stop the skill, if it runs."""
        if self.skill is not None:
            await self.skill.runner.cleanup()
            self.skill = None


@asynccontextmanager
async def start(
    initial_state: InitialState, clock: SimulatedClock
) -> AsyncIterator[SimulatedEnvironment]:
    """Start everything on free loopback ports; stop it when the block ends.

    Raise `RedisMissing` where the initial state wants Redis and none is installed.
    """
    async with AsyncExitStack() as stack:
        capture = TurnCapture(clock.monotonic)
        stack.callback(capture.capture_logs())
        alexa_api = await listen(capture.alexa_api())
        stack.push_async_callback(alexa_api.runner.cleanup)
        world = World(seed=initial_state.seed, now=clock.now)
        spotify = await stack.enter_async_context(serving(world))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        client = await stack.enter_async_context(_skill_client(clock, folder))
        environ = _skill_environ(folder, alexa_api.url, spotify)
        environ["LIBRARY_WRITES"] = initial_state.library_writes
        environ["PLAYBACK"] = initial_state.playback
        parts = (initial_state, clock, capture, spotify, client, environ)
        environment = SimulatedEnvironment(*parts)
        if initial_state.cache == "redis":
            await _with_redis(environment, stack, folder)
        stack.push_async_callback(environment.stop_skill)
        await environment.start_skill()
        yield environment


def _skill_environ(
    folder: Path, alexa_url: str, spotify: RunningSpotify
) -> dict[str, str]:
    """Write a neighbours file for the fake Spotify's music; return the settings."""
    neighbours = folder / "neighbours.bin"
    neighbours.write_bytes(neighbours_content(spotify.world.catalogue))
    return {
        "ENVIRONMENT": "development",
        "SKILL_ID": SKILL_ID,
        "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
        "ALEXA_API_URL": alexa_url,
        "SPOTIFY_API_URL": spotify.api_url,
        "SPOTIFY_ACCOUNTS_URL": spotify.accounts_url,
        "NEIGHBOURS_FILE": str(neighbours),
    }


@asynccontextmanager
async def _skill_client(
    clock: SimulatedClock, folder: Path
) -> AsyncIterator[SkillClient]:
    """Write a signing chain into the folder; yield a client with the chain's key."""
    signing, forging = _keys()
    chain = make_chain(clock.now(), key=signing, lifetime=CHAIN_LIFETIME)
    chain.save(folder / "chain.pem")
    async with ClientSession(timeout=REQUEST_TIMEOUT) as session:
        yield SkillClient(session, Signer(signing), Signer(forging), clock.monotonic)


@cache
def _keys() -> tuple[RSAPrivateKey, RSAPrivateKey]:
    """Return a key to sign with and one to forge with.

    Cached: making keys takes longer than all the rest of a start.
    """
    return new_key(), new_key()


async def _with_redis(
    environment: SimulatedEnvironment, stack: AsyncExitStack, folder: Path
) -> None:
    url, proxy = await stack.enter_async_context(redis_behind_proxy(folder))
    environment.redis = proxy
    secret = secrets.token_urlsafe(32)
    environment.environ |= {"REDIS_URL": url, "CACHE_SECRET": secret}
