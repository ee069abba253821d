"""The whole line in one event loop: both stand-ins, and the real skill between them."""

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

from service.app import create_app
from service.observability.logs import log_turn
from service.settings import load
from simulator.alexa.account_linking import AccountLinking, AccountsService
from simulator.alexa.certificates import make_chain, new_key
from simulator.alexa.device import SkillClient
from simulator.alexa.requests import Signer
from simulator.alexa.response_validation import ResponseValidator, log_violation
from simulator.console.redis_proxy import RedisProxy, redis_behind_proxy
from simulator.console.step_report import TurnCapture
from simulator.console.steps import InitialState
from simulator.spotify.oauth.clients import DEMO_ID, DEMO_SECRET
from simulator.spotify.server import RunningSpotify, serving
from simulator.spotify.world import World

# FOLDED Loopback ports for the parts of the stage: any free one, or the next after a
# wish.

LOOPBACK = "127.0.0.1"

MAX_TRIES = 50


class NoFreePort(Exception):
    """None of the ports that were tried is free; the text names them."""


@dataclass(frozen=True, slots=True)
class ListeningPort:
    """An application that is listening; `taken` are the ports that were not free."""

    runner: web.AppRunner
    port: int
    occupied: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"


async def listen(app: web.Application, preferred: int = 0) -> ListeningPort:
    """Serves on the wished port or the next that is free; 0 is any.

    Raises `NoPort` when fifty in a row are taken.
    """
    runner = web.AppRunner(
        app, access_log=None, auto_decompress=False, shutdown_timeout=1.0
    )
    await runner.setup()
    last = min(preferred + MAX_TRIES, 65536)
    for port in range(preferred, last) if preferred else [0]:
        try:
            await web.TCPSite(runner, LOOPBACK, port).start()
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


# FOLDED The console's time: it stands still within a step, and jumps
# where it is told to.


class SimulatedClock:
    """One wall clock and one monotonic clock that agree with each other.

    Within a step the wall clock stands still, so that a step which is replayed at the
    same time has the same answer. Everything on the stage goes by these two.
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
        """Starts at a time that was recorded, be it past or to come."""
        self._started_at = self._now = whole_second(at)

    def now(self) -> datetime:
        """The time of the step (aware, whole seconds)."""
        return self._now

    def monotonic(self) -> float:
        """Seconds that only ever grow, and grow by as much as `now` jumps."""
        return self._monotonic() + self._monotonic_offset

    def step(self, at: datetime | None = None) -> datetime:
        """Begins a step: now, or at a time that was recorded; never back in time."""
        if at is None:
            at = whole_second(self._wall()) + self._offset
        self._now = max(self._now, at)
        passed = (self._now - self._started_at).total_seconds()
        behind = passed - (self.monotonic() - self._monotonic_start)
        self._monotonic_offset += max(0.0, behind)
        return self._now

    def advance(self, by: timedelta) -> datetime:
        """Lets time pass; every later step is as much ahead of the wall's clock."""
        self._offset += by
        return self.step(self._now + by)


def whole_second(moment: datetime) -> datetime:
    """In UTC, as Alexa writes it in her requests.

    >>> whole_second(datetime(2026, 1, 2, 3, 4, 5, 678, UTC)).microsecond
    0
    """
    return moment.astimezone(UTC).replace(microsecond=0)


SKILL_ID = "amzn1.ask.skill.record-shelf-console"

CHAIN_LIFETIME = timedelta(days=3650)  # time may be told to pass

REQUEST_TIMEOUT = ClientTimeout(
    total=12.0
)  # Alexa herself would give up after eight seconds


@dataclass(slots=True)
class Environment:
    """What stands while the console runs; the skill alone may be rebuilt.

    `environ` are the settings that every skill on this stage begins with.
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
        """How accounts are linked: at the stand-in, or at another service."""
        if service is None:
            address = self.spotify.accounts_url
            service = AccountsService(address, DEMO_ID, DEMO_SECRET)
        return AccountLinking(
            service, self.client.session, self.clock.now, secrets.token_urlsafe
        )

    async def start_skill(self, environ: Mapping[str, str] | None = None) -> None:
        """Starts the skill, or another in its place, with these settings as well."""
        await self.stop_skill()
        app = create_app(
            load({**self.environ, **(environ or {})}),
            turn_hooks=(log_turn, self.capture.turn),
            response_interceptors=(ResponseValidator(log_violation),),
            now=self.clock.now,
            clock=self.clock.monotonic,
        )
        self.skill = await listen(app)
        self.client.url = f"{self.skill.url}/alexa"

    async def stop_skill(self) -> None:
        if self.skill is not None:
            await self.skill.runner.cleanup()
            self.skill = None


@asynccontextmanager
async def start(
    initial_state: InitialState, clock: SimulatedClock
) -> AsyncIterator[Environment]:
    """Everything listening on loopback ports of its own; gone afterwards.

    Raises `RedisMissing` for a scene with Redis on a machine without.
    """
    async with AsyncExitStack() as stack:
        capture = TurnCapture(clock.monotonic)
        stack.callback(capture.capture_logs())
        alexa_api = await listen(capture.alexa_api())
        stack.push_async_callback(alexa_api.runner.cleanup)
        world = World(seed=initial_state.seed, now=clock.now)
        spotify = await stack.enter_async_context(serving(world))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        signing, forging = _keys()
        chain = make_chain(clock.now(), key=signing, lifetime=CHAIN_LIFETIME)
        chain.save(folder / "chain.pem")
        session = await stack.enter_async_context(
            ClientSession(timeout=REQUEST_TIMEOUT)
        )
        client = SkillClient(session, Signer(signing), Signer(forging), clock.monotonic)
        environ = {
            "ENVIRONMENT": "development",
            "SKILL_ID": SKILL_ID,
            "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
            "ALEXA_API_URL": alexa_api.url,
            "SPOTIFY_API_URL": spotify.api_url,
            "SPOTIFY_ACCOUNTS_URL": spotify.accounts_url,
        }
        environment = Environment(
            initial_state, clock, capture, spotify, client, environ
        )
        if initial_state.cache == "redis":
            await _with_redis(environment, stack, folder)
        stack.push_async_callback(environment.stop_skill)
        await environment.start_skill()
        yield environment


@cache
def _keys() -> tuple[RSAPrivateKey, RSAPrivateKey]:
    """One to sign and one to forge with; making them takes longer than all the rest."""
    return new_key(), new_key()


async def _with_redis(
    environment: Environment, stack: AsyncExitStack, folder: Path
) -> None:
    url, proxy = await stack.enter_async_context(redis_behind_proxy(folder))
    environment.redis = proxy
    secret = secrets.token_urlsafe(32)
    environment.environ |= {"REDIS_URL": url, "CACHE_SECRET": secret}
