"""The console itself: performs steps on a stage and keeps what came of them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from service.settings import SPOTIFY_ACCOUNTS_URL, SPOTIFY_API_URL
from simulator.alexa.account_linking import AccountsService, Linking
from simulator.alexa.device import SimulatedDevice
from simulator.alexa.interaction_model import MODELS, read_model
from simulator.alexa.language_understanding import LanguageUnderstanding
from simulator.alexa.session import SkillReply
from simulator.console import steps
from simulator.console.environment import SKILL_ID, Environment, SimulatedClock, start
from simulator.console.linked_accounts import LinkedAccount, LinkedAccounts, profile
from simulator.console.step_report import StepReport
from simulator.console.steps import SCREENS, Deed, InitialState


class Console:
    """One listener before one device; steps are performed one after the other.

    Raises `ModelMissing` or `ModelUnreadable` for a locale that cannot be understood.
    """

    def __init__(self, stage: Environment, models: Path = MODELS) -> None:
        scene = stage.initial
        self.environment = stage
        self.screen = scene.screen
        self.seen: list[StepReport] = []
        self.performed: list[tuple[datetime, Deed, StepReport | None]] = []
        self._models = models
        self.device = SimulatedDevice(
            stage.client,
            self._understanding(scene.locale),
            profile(scene, SKILL_ID),
            now=stage.clock.now,
            name=scene.name,
        )
        self.accounts = LinkedAccounts(self.device, stage.linking())
        self.real = False

    def use_real_spotify(self, linking: Linking) -> None:
        """Accounts are linked elsewhere from now on; the conversation begins anew."""
        self.real = True
        self.device.forget()
        self.seen.clear()
        self.performed.clear()
        self.accounts = LinkedAccounts(self.device, linking)
        self.accounts.unlink()

    async def perform(
        self,
        deed: Deed,
        at: datetime | None = None,
        linked: LinkedAccount | None = None,
    ) -> StepReport | None:
        """Does it, now or at the time it was once done; None where nothing is heard.

        `linked` is an account that somebody has linked on the service's own pages.
        Raises `LinkRefused`, and aiohttp's `ClientError` where the skill is silent.
        """
        began = self.environment.clock.step(at)
        # What was logged between steps belongs to no turn.
        self.environment.capture.take()
        asked = len(self.device.turns)
        await self.accounts.keep_fresh()
        if linked is not None:
            reply: SkillReply | None = await self.accounts.adopt(linked)
        else:
            reply = await self._do(deed)
        seen = None if reply is None else self._see(deed, reply, began, asked)
        self.performed.append((began, deed, seen))
        return seen

    def _see(
        self, deed: Deed, reply: SkillReply, at: datetime, asked: int
    ) -> StepReport:
        """What came of a step; `asked` counts the requests there were before it."""
        turn, progressive, log = self.environment.capture.take()
        turns = self.device.turns
        seen = StepReport(
            number=len(self.seen) + 1,
            at=at,
            step=deed,
            reply=reply,
            listening=self.device.state.microphone,
            open=self.device.in_session,
            exchanged=turns[-1] if len(turns) > asked else None,
            turn=turn,
            progressive=tuple(progressive),
            log=tuple(log),
        )
        self.seen.append(seen)
        return seen

    async def _do(self, deed: Deed) -> SkillReply | None:
        """What the listener does at the device; the rest further down."""
        match deed:
            case steps.Say(text):
                return await self.device.says(text)
            case steps.Open():
                return await self.device.opens()
            case steps.Touch(arguments, token):
                return await self.device.touches(arguments, token)
            case steps.Silence():
                return await self.device.falls_silent()
            case steps.Leave():
                return await self.device.leaves()
        return await self._account_for(deed)

    async def _account_for(self, deed: Deed) -> SkillReply | None:
        """What is done to accounts and to the skill as a whole."""
        match deed:
            case steps.Link(account):
                return await self.accounts.link(account)
            case steps.Recognise(account):
                await self.accounts.recognise(account)
            case steps.Disable():
                return await self.accounts.disable()
            case steps.Revoke():
                if self.accounts.account and self.accounts.account.name:
                    name = self.accounts.account.name
                    self.environment.spotify.world.grants.revoke_account(name)
            case _:
                self._arrange(deed)
        return None

    def _arrange(self, deed: Deed) -> None:
        """What is done to the device and to time."""
        match deed:
            case steps.Speak(locale):
                self.device.understanding = self._understanding(locale)
                self.device.state = self.device.state.closed()
                self.device.profile = replace(self.device.profile, locale=locale)
            case steps.Show(screen):
                self.screen = screen
                shown = SCREENS.get(screen)
                self.device.profile = replace(self.device.profile, screen=shown)
            case steps.Wait(seconds):
                self.environment.clock.jump(timedelta(seconds=seconds))
            case steps.Skew(seconds):
                self.device.clock_skew = timedelta(seconds=seconds)
            case _:
                self._disturb(deed)

    def _disturb(self, deed: Deed) -> None:
        """What is made to go wrong."""
        match deed:
            case steps.Tamper(tampering):
                self.device.tampering = tampering
            case steps.Break(fault):
                self.environment.spotify.faults.arm(fault)
            case steps.Heal():
                self.environment.spotify.faults.clear()
            case steps.Redis(state) if self.environment.redis:
                self.environment.redis.become(state)

    def _understanding(self, locale: str) -> LanguageUnderstanding:
        return LanguageUnderstanding(read_model(locale, self._models), locale)


# FOLDED Where stages are set and struck: one at a time, for one listener at a time.


class Sessions:
    """`wall` and `monotonic` are the clocks that every stage's own clock runs on."""

    def __init__(
        self,
        wall: Callable[[], datetime],
        monotonic: Callable[[], float],
        *,
        models: Path = MODELS,
    ) -> None:
        self._wall, self._monotonic = wall, monotonic
        self._models = models
        self._standing = AsyncExitStack()
        self._console: Console | None = None
        self.busy = asyncio.Lock()

    @property
    def console(self) -> Console:
        if self._console is None:
            raise RuntimeError("no stage is set")
        return self._console

    async def begin(self, scene: InitialState, *, fresh: bool = True) -> Console:
        """Sets a stage in place of the one that stands.

        With `fresh` its time begins now, else at the scene's own. Raises
        `ModelMissing`, `ModelUnreadable`, `RedisMissing` or `LinkRefused`, and the old
        stage stays.
        """
        clock = SimulatedClock(self._wall, self._monotonic)
        if fresh:
            scene = msgspec.structs.replace(scene, began=clock.now())
        else:
            clock.begin(scene.began)
        async with AsyncExitStack() as setting:
            stage = await setting.enter_async_context(start(scene, clock))
            console = Console(stage, self._models)
            await console.accounts.seat(scene.account)
            await self.close()
            self._standing = setting.pop_all()
        self._console = console
        return console

    async def close(self) -> None:
        """Strikes the stage; nothing listens afterwards."""
        self._console = None
        await self._standing.aclose()


@asynccontextmanager
async def opened(theatre: Sessions, scene: InitialState) -> AsyncIterator[Console]:
    """A first stage, and the end of whichever is the last."""
    try:
        yield await theatre.begin(scene)
    finally:
        await theatre.close()


# FOLDED The real Spotify in place of the stand-in, for whoever has an app of theirs.


@dataclass(frozen=True, slots=True)
class RealSpotify:
    """`client_id` names the app; with PKCE nobody needs its secret.

    The app has to have `http://127.0.0.1/callback` among its redirect URIs; the port
    is added when it is used, which the service allows for loopback literals.
    https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
    """

    client_id: str
    api_url: str = SPOTIFY_API_URL
    accounts_url: str = SPOTIFY_ACCOUNTS_URL

    async def enter(self, console: Console) -> None:
        """The skill talks to the real service from now on; nobody is linked yet."""
        await console.environment.start_skill(
            {"SPOTIFY_API_URL": self.api_url, "SPOTIFY_ACCOUNTS_URL": self.accounts_url}
        )
        service = AccountsService(self.accounts_url, self.client_id)
        console.use_real_spotify(console.environment.linking(service))


def real_spotify(environ: Mapping[str, str]) -> RealSpotify | None:
    """From `SPOTIFY_CLIENT_ID`, and the addresses where they are others; else None."""
    client_id = environ.get("SPOTIFY_CLIENT_ID", "").strip()
    if not client_id:
        return None
    return RealSpotify(
        client_id,
        environ.get("SPOTIFY_API_URL", "").strip() or SPOTIFY_API_URL,
        environ.get("SPOTIFY_ACCOUNTS_URL", "").strip() or SPOTIFY_ACCOUNTS_URL,
    )
