"""The console itself: performs steps on a stage and keeps what came of them."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from service.settings import SPOTIFY_ACCOUNTS_URL, SPOTIFY_API_URL
from simulator.alexa.account_linking import AccountLinking, AccountsService
from simulator.alexa.device import SimulatedDevice
from simulator.alexa.interaction_model import MODELS, read_model
from simulator.alexa.language_understanding import LanguageUnderstanding
from simulator.alexa.session import SkillReply
from simulator.console import steps
from simulator.console.environment import SKILL_ID, Environment, SimulatedClock, start
from simulator.console.linked_accounts import LinkedAccount, LinkedAccounts, profile
from simulator.console.step_report import StepReport
from simulator.console.steps import SCREENS, AnyStep, InitialState


class Console:
    """One listener before one device; steps are performed one after the other.

    Raises `ModelMissing` or `ModelUnreadable` for a locale that cannot be understood.
    """

    def __init__(self, environment: Environment, models: Path = MODELS) -> None:
        initial_state = environment.initial
        self.environment = environment
        self.screen = initial_state.screen
        self.reports: list[StepReport] = []
        self.history: list[tuple[datetime, AnyStep, StepReport | None]] = []
        self._models = models
        self.device = SimulatedDevice(
            environment.client,
            self._understanding(initial_state.locale),
            profile(initial_state, SKILL_ID),
            now=environment.clock.now,
            name=initial_state.name,
        )
        self.accounts = LinkedAccounts(self.device, environment.linking())
        self.uses_real_spotify = False

    def use_real_spotify(self, linking: AccountLinking) -> None:
        """Accounts are linked elsewhere from now on; the conversation begins anew."""
        self.uses_real_spotify = True
        self.device.forget()
        self.reports.clear()
        self.history.clear()
        self.accounts = LinkedAccounts(self.device, linking)
        self.accounts.unlink()

    async def perform(
        self,
        step: AnyStep,
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
        turns_before = len(self.device.turns)
        await self.accounts.keep_fresh()
        if linked is not None:
            reply: SkillReply | None = await self.accounts.add_linked(linked)
        else:
            reply = await self._perform(step)
        report = (
            None if reply is None else self._report(step, reply, began, turns_before)
        )
        self.history.append((began, step, report))
        return report

    def _report(
        self, step: AnyStep, reply: SkillReply, at: datetime, turns_before: int
    ) -> StepReport:
        """What came of a step; `asked` counts the requests there were before it."""
        turn, progressive, log = self.environment.capture.take()
        turns = self.device.turns
        report = StepReport(
            number=len(self.reports) + 1,
            at=at,
            step=step,
            reply=reply,
            microphone_open=self.device.state.microphone,
            session_open=self.device.in_session,
            device_turn=turns[-1] if len(turns) > turns_before else None,
            turn=turn,
            progressive=tuple(progressive),
            log=tuple(log),
        )
        self.reports.append(report)
        return report

    async def _perform(self, step: AnyStep) -> SkillReply | None:
        """What the listener does at the device; the rest further down."""
        match step:
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
        return await self._change_account(step)

    async def _change_account(self, step: AnyStep) -> SkillReply | None:
        """What is done to accounts and to the skill as a whole."""
        match step:
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
                self._change_device(step)
        return None

    def _change_device(self, step: AnyStep) -> None:
        """What is done to the device and to time."""
        match step:
            case steps.Speak(locale):
                self.device.understanding = self._understanding(locale)
                self.device.state = self.device.state.closed()
                self.device.profile = replace(self.device.profile, locale=locale)
            case steps.Show(screen):
                self.screen = screen
                profile = SCREENS.get(screen)
                self.device.profile = replace(self.device.profile, screen=profile)
            case steps.Wait(seconds):
                self.environment.clock.advance(timedelta(seconds=seconds))
            case steps.Skew(seconds):
                self.device.clock_skew = timedelta(seconds=seconds)
            case _:
                self._inject_failure(step)

    def _inject_failure(self, step: AnyStep) -> None:
        """What is made to go wrong."""
        match step:
            case steps.Tamper(tampering):
                self.device.tampering = tampering
            case steps.Break(fault):
                self.environment.spotify.faults.arm(fault)
            case steps.Heal():
                self.environment.spotify.faults.clear()
            case steps.Redis(state) if self.environment.redis:
                self.environment.redis.set_state(state)

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

    async def begin(
        self, initial_state: InitialState, *, fresh: bool = True
    ) -> Console:
        """Sets a stage in place of the one that stands.

        With `fresh` its time begins now, else at the scene's own. Raises
        `ModelMissing`, `ModelUnreadable`, `RedisMissing` or `LinkRefused`, and the old
        stage stays.
        """
        clock = SimulatedClock(self._wall, self._monotonic)
        if fresh:
            initial_state = msgspec.structs.replace(initial_state, began=clock.now())
        else:
            clock.begin(initial_state.began)
        async with AsyncExitStack() as setting:
            environment = await setting.enter_async_context(start(initial_state, clock))
            console = Console(environment, self._models)
            await console.accounts.link_silently(initial_state.account)
            await self.close()
            self._standing = setting.pop_all()
        self._console = console
        return console

    async def close(self) -> None:
        """Strikes the stage; nothing listens afterwards."""
        self._console = None
        await self._standing.aclose()


@asynccontextmanager
async def open_session(
    sessions: Sessions, initial_state: InitialState
) -> AsyncIterator[Console]:
    """A first stage, and the end of whichever is the last."""
    try:
        yield await sessions.begin(initial_state)
    finally:
        await sessions.close()


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

    async def connect(self, console: Console) -> None:
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
