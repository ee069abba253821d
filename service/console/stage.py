"""The whole line in one event loop: both stand-ins, and the real skill between them."""

import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout

from service.app import create_app
from service.console.clock import StageClock
from service.console.line import Line
from service.console.listening_port import Served, listen
from service.console.scene import Scene
from service.console.witnesses import Witnesses
from service.observability import log_turn
from service.settings import load
from service.standin.alexa import Signer
from service.standin.chain import make_chain, new_key
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
    skill: Served | None = None

    async def raise_skill(self, **environ: str) -> None:
        """Starts the skill, or another in its place, with these settings as well."""
        await self.drop_skill()
        app = create_app(
            load(self.environ | environ),
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
    """Everything listening on loopback ports of its own; gone afterwards."""
    async with AsyncExitStack() as stack:
        witnesses = Witnesses(clock.monotonic)
        stack.callback(witnesses.listen_to_logs())
        alexa_api = await listen(witnesses.alexa_api())
        stack.push_async_callback(alexa_api.runner.cleanup)
        world = World(seed=scene.seed, now=clock.now)
        spotify = await stack.enter_async_context(serving(world))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        chain = make_chain(clock.now(), lifetime=CHAIN_LIFETIME)
        chain.save(folder / "chain.pem")
        session = await stack.enter_async_context(ClientSession(timeout=PATIENCE))
        line = Line(session, Signer(chain.key), Signer(new_key()), clock.monotonic)
        environ = {
            "ENVIRONMENT": "development",
            "SKILL_ID": SKILL_ID,
            "ALEXA_TEST_CHAIN_FILE": str(folder / "chain.pem"),
            "ALEXA_API_URL": alexa_api.url,
            "SPOTIFY_API_URL": spotify.api_url,
        }
        stage = Stage(scene, clock, witnesses, spotify, line, environ)
        stack.push_async_callback(stage.drop_skill)
        await stage.raise_skill()
        yield stage
