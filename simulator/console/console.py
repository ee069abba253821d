"""Console: performs a listener's steps in an environment and keeps the reports."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

import msgspec

from service.settings import SPOTIFY_ACCOUNTS_URL, SPOTIFY_API_URL
from simulator.alexa.account_linking import AccountLinking, AccountsService
from simulator.alexa.device import SimulatedDevice
from simulator.alexa.interaction_model import MODELS, parse_model, read_model_file
from simulator.alexa.language_understanding import LanguageUnderstanding
from simulator.alexa.session import SkillReply
from simulator.console import steps
from simulator.console.linked_accounts import LinkedAccount, LinkedAccounts, profile
from simulator.console.simulated_environment import (
    SKILL_ID,
    SimulatedClock,
    SimulatedEnvironment,
    start,
)
from simulator.console.step_report import StepReport
from simulator.console.steps import SCREENS, AnyStep, InitialState


class Console:
    """One listener with one simulated device; steps are performed one after the other.

    environment: the running skill, fake Spotify and clock.
    device: the simulated device.
    screen: the name of the device's screen.
    accounts: the linked accounts.
    reports: a report of each step after which something was heard.
    history: each step with its time and its report (None where nothing was heard).
    uses_real_spotify: whether the real Spotify has replaced the fake one.

    Raise `ModelMissing` or `ModelUnreadable` for a locale without a readable model.
    """

    def __init__(
        self, environment: SimulatedEnvironment, models: Path = MODELS
    ) -> None:
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
        """Link accounts at the real Spotify from now on; begin a new conversation."""
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
        """Perform a step and return its report; None where nothing is heard.

        at: the recorded time of the step; None: now.
        linked: an account that was linked on the accounts service's own pages.
        Raise `LinkRefused`, or aiohttp's `ClientError` when the skill does not answer.
        """
        began = self.environment.clock.step(at)
        # Log lines between steps belong to no turn.
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
        """Return the report of a step; there were `turns_before` requests before it."""
        captured = self.environment.capture.take()
        turns = self.device.turns
        report = StepReport(
            number=len(self.reports) + 1,
            at=at,
            step=step,
            reply=reply,
            microphone_open=self.device.state.microphone,
            session_open=self.device.in_session,
            device_turn=turns[-1] if len(turns) > turns_before else None,
            captured=captured,
        )
        self.reports.append(report)
        return report

    async def _perform(self, step: AnyStep) -> SkillReply | None:
        """Perform what the listener does at the device, or pass the step on."""
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
        """Perform what changes accounts or the whole skill, or pass the step on."""
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
        """Perform what changes the device or the time, or pass the step on."""
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
        """Perform what makes something fail."""
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
        return _understanding_of(read_model_file(locale, self._models), locale)


@lru_cache(16)
def _understanding_of(text: bytes, locale: str) -> LanguageUnderstanding:
    """Return what understands the sentences of a model; building it takes 90 ms."""
    return LanguageUnderstanding(parse_model(text, locale), locale)


class Sessions:
    """Start and stop environments: one at a time.

    busy: held while a step is performed or an environment starts.

    `wall` and `monotonic` are the clocks on which each environment's clock runs;
    `models` is the folder of interaction models.
    """

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
        """The present console. Raise RuntimeError before `begin`."""
        if self._console is None:
            raise RuntimeError("no environment is running")
        return self._console

    async def begin(
        self, initial_state: InitialState, *, fresh: bool = True
    ) -> Console:
        """Start an environment in place of the present one; return its console.

        fresh: whether time starts now; else it starts at `initial_state.began`.
        Raise `ModelMissing`, `ModelUnreadable`, `RedisMissing` or `LinkRefused`; then
        the present environment stays.
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
        """Stop the environment; nothing listens afterwards."""
        self._console = None
        await self._standing.aclose()


@asynccontextmanager
async def open_session(
    sessions: Sessions, initial_state: InitialState
) -> AsyncIterator[Console]:
    """Start a first environment; stop the last one when the block ends."""
    try:
        yield await sessions.begin(initial_state)
    finally:
        await sessions.close()


@dataclass(frozen=True, slots=True)
class RealSpotify:
    """The real Spotify in place of the fake one, for people with their own application.

    client_id: the application; with PKCE no secret is needed.
    api_url, accounts_url: the service's addresses.

    The application needs `http://127.0.0.1/callback` among its redirect URIs; the port
    is added at each use, which the service allows for loopback addresses.
    https://developer.spotify.com/documentation/web-api/concepts/redirect_uri
    """

    client_id: str
    api_url: str = SPOTIFY_API_URL
    accounts_url: str = SPOTIFY_ACCOUNTS_URL

    async def connect(self, console: Console) -> None:
        """Restart the skill with the real service; no account is linked yet."""
        await console.environment.start_skill(
            {
                "SPOTIFY_API_URL": self.api_url,
                "SPOTIFY_ACCOUNTS_URL": self.accounts_url,
                "LIBRARY_WRITES": "off",  # a real library stays as it is
            }
        )
        service = AccountsService(self.accounts_url, self.client_id)
        console.use_real_spotify(console.environment.linking(service))


def real_spotify(environ: Mapping[str, str]) -> RealSpotify | None:
    """Return the real Spotify of `SPOTIFY_CLIENT_ID`; None where it is not set.

    `SPOTIFY_API_URL` and `SPOTIFY_ACCOUNTS_URL` may name other addresses.
    """
    client_id = environ.get("SPOTIFY_CLIENT_ID", "").strip()
    if not client_id:
        return None
    return RealSpotify(
        client_id,
        environ.get("SPOTIFY_API_URL", "").strip() or SPOTIFY_API_URL,
        environ.get("SPOTIFY_ACCOUNTS_URL", "").strip() or SPOTIFY_ACCOUNTS_URL,
    )
