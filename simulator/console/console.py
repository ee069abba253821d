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
from simulator.alexa.device import Device
from simulator.alexa.interaction_model import MODELS, read_model
from simulator.alexa.language_understanding import Understanding
from simulator.alexa.session import Reply
from simulator.console import steps
from simulator.console.environment import SKILL_ID, Stage, StageClock, raised
from simulator.console.linked_accounts import Household, Linked, profile
from simulator.console.step_report import Seen
from simulator.console.steps import SCREENS, Deed, Scene


class Console:
    """One listener before one device; steps are performed one after the other.

    Raises `ModelMissing` or `ModelUnreadable` for a locale that cannot be understood.
    """

    def __init__(self, stage: Stage, models: Path = MODELS) -> None:
        scene = stage.scene
        self.stage = stage
        self.screen = scene.screen
        self.seen: list[Seen] = []
        self.performed: list[tuple[datetime, Deed, Seen | None]] = []
        self._models = models
        self.device = Device(
            stage.line,
            self._understanding(scene.locale),
            profile(scene, SKILL_ID),
            now=stage.clock.now,
            name=scene.name,
        )
        self.household = Household(self.device, stage.linking())
        self.real = False

    def leave_the_stand_in(self, linking: Linking) -> None:
        """Accounts are linked elsewhere from now on; the conversation begins anew."""
        self.real = True
        self.device.forget()
        self.seen.clear()
        self.performed.clear()
        self.household = Household(self.device, linking)
        self.household.unlink()

    async def perform(
        self, deed: Deed, at: datetime | None = None, linked: Linked | None = None
    ) -> Seen | None:
        """Does it, now or at the time it was once done; None where nothing is heard.

        `linked` is an account that somebody has linked on the service's own pages.
        Raises `LinkRefused`, and aiohttp's `ClientError` where the skill is silent.
        """
        began = self.stage.clock.step(at)
        self.stage.witnesses.take()  # what was logged between steps is nobody's turn
        asked = len(self.device.turns)
        await self.household.keep_fresh()
        if linked is not None:
            reply: Reply | None = await self.household.adopt(linked)
        else:
            reply = await self._do(deed)
        seen = None if reply is None else self._see(deed, reply, began, asked)
        self.performed.append((began, deed, seen))
        return seen

    def _see(self, deed: Deed, reply: Reply, at: datetime, asked: int) -> Seen:
        """What came of a step; `asked` counts the requests there were before it."""
        turn, progressive, log = self.stage.witnesses.take()
        turns = self.device.turns
        seen = Seen(
            number=len(self.seen) + 1,
            at=at,
            deed=deed,
            reply=reply,
            listening=self.device.standing.microphone,
            open=self.device.in_session,
            exchanged=turns[-1] if len(turns) > asked else None,
            turn=turn,
            progressive=tuple(progressive),
            log=tuple(log),
        )
        self.seen.append(seen)
        return seen

    async def _do(self, deed: Deed) -> Reply | None:
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

    async def _account_for(self, deed: Deed) -> Reply | None:
        """What is done to accounts and to the skill as a whole."""
        match deed:
            case steps.Link(account):
                return await self.household.link(account)
            case steps.Recognise(account):
                await self.household.recognise(account)
            case steps.Disable():
                return await self.household.disable()
            case steps.Revoke():
                if self.household.account and self.household.account.name:
                    name = self.household.account.name
                    self.stage.spotify.world.grants.revoke_account(name)
            case _:
                self._arrange(deed)
        return None

    def _arrange(self, deed: Deed) -> None:
        """What is done to the device and to time."""
        match deed:
            case steps.Speak(locale):
                self.device.understanding = self._understanding(locale)
                self.device.standing = self.device.standing.closed()
                self.device.profile = replace(self.device.profile, locale=locale)
            case steps.Show(screen):
                self.screen = screen
                shown = SCREENS.get(screen)
                self.device.profile = replace(self.device.profile, screen=shown)
            case steps.Wait(seconds):
                self.stage.clock.jump(timedelta(seconds=seconds))
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
                self.stage.spotify.faults.arm(fault)
            case steps.Heal():
                self.stage.spotify.faults.clear()
            case steps.Redis(state) if self.stage.redis:
                self.stage.redis.become(state)

    def _understanding(self, locale: str) -> Understanding:
        return Understanding(read_model(locale, self._models), locale)


# FOLDED Where stages are set and struck: one at a time, for one listener at a time.


class Theatre:
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

    async def begin(self, scene: Scene, *, fresh: bool = True) -> Console:
        """Sets a stage in place of the one that stands.

        With `fresh` its time begins now, else at the scene's own. Raises
        `ModelMissing`, `ModelUnreadable`, `RedisMissing` or `LinkRefused`, and the old
        stage stays.
        """
        clock = StageClock(self._wall, self._monotonic)
        if fresh:
            scene = msgspec.structs.replace(scene, began=clock.now())
        else:
            clock.begin(scene.began)
        async with AsyncExitStack() as setting:
            stage = await setting.enter_async_context(raised(scene, clock))
            console = Console(stage, self._models)
            await console.household.seat(scene.account)
            await self.close()
            self._standing = setting.pop_all()
        self._console = console
        return console

    async def close(self) -> None:
        """Strikes the stage; nothing listens afterwards."""
        self._console = None
        await self._standing.aclose()


@asynccontextmanager
async def opened(theatre: Theatre, scene: Scene) -> AsyncIterator[Console]:
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
        await console.stage.raise_skill(
            {"SPOTIFY_API_URL": self.api_url, "SPOTIFY_ACCOUNTS_URL": self.accounts_url}
        )
        service = AccountsService(self.accounts_url, self.client_id)
        console.leave_the_stand_in(console.stage.linking(service))


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
