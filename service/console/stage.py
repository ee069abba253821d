"""The whole line in one event loop: both stand-ins, and the real skill between them."""

import secrets
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from service.app import create_app
from service.console.clock import StageClock
from service.console.line import Line
from service.console.linking import AccountsService, Linking
from service.console.listening_port import Served, listen
from service.console.redis_stage import RedisProxy, redis_behind_proxy
from service.console.scene import Scene
from service.console.witnesses import Witnesses
from service.observability import log_turn
from service.settings import load
from service.standin.alexa import Signer
from service.standin.chain import make_chain, new_key
from service.standin.spotify.oauth.clients import DEMO_ID, DEMO_SECRET
from service.standin.spotify.server import RunningStandin, serving
from service.standin.spotify.world import World

SKILL_ID = "amzn1.ask.skill.record-shelf-console"
CHAIN_LIFETIME = timedelta(days=3650)  # time may be told to pass
PATIENCE = ClientTimeout(total=12.0)  # Alexa herself would give up after eight seconds


@dataclass(slots=True)
class Stage:
    """What stands while the console runs; the skill alone may be rebuilt.

    `environ` are the settings that every skill on this stage begins with.
    """

    scene: Scene
    clock: StageClock
    witnesses: Witnesses
    spotify: RunningStandin
    line: Line
    environ: dict[str, str]
    redis: RedisProxy | None = None
    skill: Served | None = None

    def linking(self, service: AccountsService | None = None) -> Linking:
        """How accounts are linked: at the stand-in, or at another service."""
        if service is None:
            address = self.spotify.accounts_url
            service = AccountsService(address, DEMO_ID, DEMO_SECRET)
        return Linking(
            service, self.line.session, self.clock.now, secrets.token_urlsafe
        )

    async def raise_skill(self, environ: Mapping[str, str] | None = None) -> None:
        """Starts the skill, or another in its place, with these settings as well."""
        await self.drop_skill()
        app = create_app(
            load({**self.environ, **(environ or {})}),
            listeners=(log_turn, self.witnesses.turn),
            now=self.clock.now,
            clock=self.clock.monotonic,
        )
        self.skill = await listen(app)
        self.line.url = f"{self.skill.url}/alexa"

    async def drop_skill(self) -> None:
        if self.skill is not None:
            await self.skill.runner.cleanup()
            self.skill = None


@asynccontextmanager
async def raised(scene: Scene, clock: StageClock) -> AsyncIterator[Stage]:
    """Everything listening on loopback ports of its own; gone afterwards.

    Raises `RedisMissing` for a scene with Redis on a machine without.
    """
    async with AsyncExitStack() as stack:
        witnesses = Witnesses(clock.monotonic)
        stack.callback(witnesses.listen_to_logs())
        alexa_api = await listen(witnesses.alexa_api())
        stack.push_async_callback(alexa_api.runner.cleanup)
        world = World(seed=scene.seed, now=clock.now)
        spotify = await stack.enter_async_context(serving(world))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        signing, forging = _keys()
        chain = make_chain(clock.now(), key=signing, lifetime=CHAIN_LIFETIME)
        chain.save(folder / "chain.pem")
        session = await stack.enter_async_context(ClientSession(timeout=PATIENCE))
        line = Line(session, Signer(signing), Signer(forging), clock.monotonic)
        environ = {
            "ENVIRONMENT": "development",
            "SKILL_ID": SKILL_ID,
            "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
            "ALEXA_API_URL": alexa_api.url,
            "SPOTIFY_API_URL": spotify.api_url,
            "SPOTIFY_ACCOUNTS_URL": spotify.accounts_url,
        }
        stage = Stage(scene, clock, witnesses, spotify, line, environ)
        if scene.cache == "redis":
            await _with_redis(stage, stack, folder)
        stack.push_async_callback(stage.drop_skill)
        await stage.raise_skill()
        yield stage


@cache
def _keys() -> tuple[RSAPrivateKey, RSAPrivateKey]:
    """One to sign and one to forge with; making them takes longer than all the rest."""
    return new_key(), new_key()


async def _with_redis(stage: Stage, stack: AsyncExitStack, folder: Path) -> None:
    url, proxy = await stack.enter_async_context(redis_behind_proxy(folder))
    stage.redis = proxy
    secret = secrets.token_urlsafe(32)
    stage.environ |= {"REDIS_URL": url, "CACHE_SECRET": secret}
