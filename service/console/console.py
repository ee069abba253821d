"""The console itself: performs steps on a stage and keeps what came of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from service.console import steps
from service.console.device import Device
from service.console.household import Household, Linked, profile
from service.console.interaction_model import MODELS, read_model
from service.console.linking import Linking
from service.console.reply import Reply
from service.console.scene import SCREENS
from service.console.seen import Seen
from service.console.stage import SKILL_ID, Stage
from service.console.steps import Deed
from service.console.utterances import Understanding


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
