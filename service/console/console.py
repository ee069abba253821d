"""The console itself: performs steps on a stage and keeps what came of them."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from service.console import steps
from service.console.device import Device
from service.console.interaction_model import MODELS, read_model
from service.console.reply import Reply
from service.console.scene import SCREENS, Scene
from service.console.seen import Seen
from service.console.stage import SKILL_ID, Stage
from service.console.steps import Deed
from service.console.utterances import Understanding
from service.standin import alexa

PERSON = "amzn1.ask.person.STANDIN"


class Console:
    """One listener before one device; steps are performed one after the other.

    Raises `ModelMissing` or `ModelUnreadable` for a locale that cannot be understood.
    """

    def __init__(self, stage: Stage, models: Path = MODELS) -> None:
        self.stage = stage
        self.seen: list[Seen] = []
        self.performed: list[tuple[datetime, Deed]] = []
        self._models = models
        scene = stage.scene
        self.screen = scene.screen
        self.account = scene.account
        self.speaker: str | None = None
        self.device = Device(
            stage.line,
            self._understanding(scene.locale),
            _profile(scene),
            now=stage.clock.now,
            name=scene.name,
        )

    async def perform(self, deed: Deed, at: datetime | None = None) -> Seen | None:
        """Does it, now or at the time it was once done; None where nothing is heard."""
        began = self.stage.clock.step(at)
        self.stage.witnesses.take()  # what was logged between steps is nobody's turn
        asked = len(self.device.turns)
        reply = await self._talk(deed)
        if reply is None:
            self._arrange(deed)
        self.performed.append((began, deed))
        turn, progressive, log = self.stage.witnesses.take()
        if reply is None:
            return None
        exchanged = self.device.turns[-1] if len(self.device.turns) > asked else None
        seen = Seen(
            number=len(self.seen) + 1,
            at=began,
            deed=deed,
            reply=reply,
            listening=self.device.standing.microphone,
            open=self.device.in_session,
            exchanged=exchanged,
            turn=turn,
            progressive=tuple(progressive),
            log=tuple(log),
        )
        self.seen.append(seen)
        return seen

    async def _talk(self, deed: Deed) -> Reply | None:
        """What the listener does; None for everything that is done to the stage."""
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
        return None

    def _arrange(self, deed: Deed) -> None:
        match deed:
            case steps.Speak(locale):
                self.device.understanding = self._understanding(locale)
                self.device.standing = self.device.standing.closed()
                self._profile(locale=locale)
            case steps.Show(screen):
                self.screen = screen
                self._profile(screen=SCREENS.get(screen))
            case steps.Link(account):
                self.account = account
                self._profile(token=account)
            case steps.Recognise(account):
                self.speaker = account
                person = PERSON if account else None
                self._profile(person_id=person, person_token=account)
            case _:
                self._disturb(deed)

    def _disturb(self, deed: Deed) -> None:
        match deed:
            case steps.Wait(seconds):
                self.stage.clock.jump(timedelta(seconds=seconds))
            case steps.Skew(seconds):
                self.device.clock_skew = timedelta(seconds=seconds)
            case steps.Tamper(tampering):
                self.device.tampering = tampering
            case steps.Break(fault):
                self.stage.spotify.faults.arm(fault)
            case steps.Heal():
                self.stage.spotify.faults.clear()

    def _understanding(self, locale: str) -> Understanding:
        return Understanding(read_model(locale, self._models), locale)

    def _profile(self, **changes: object) -> None:
        self.device.profile = replace(self.device.profile, **changes)  # type: ignore[arg-type]


def _profile(scene: Scene) -> alexa.Device:
    return alexa.Device(
        skill_id=SKILL_ID,
        locale=scene.locale,
        token=scene.account,
        screen=scene.screen_of(),
    )
