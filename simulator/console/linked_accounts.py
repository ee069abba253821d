"""The people before the device: whose account is linked, and who is speaking."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from simulator.alexa import requests
from simulator.alexa.account_linking import AccountLinking, LinkRefused, Tokens
from simulator.alexa.device import SimulatedDevice
from simulator.alexa.session import SkillReply
from simulator.console.steps import SCREENS, InitialState

PERSON = "amzn1.ask.person.STANDIN"
USER = "amzn1.ask.account.STANDIN"
HEADLESS_REDIRECT = "http://127.0.0.1/callback"


@dataclass(slots=True)
class LinkedAccount:
    """An account that is linked; `name` is None where nobody here knows it."""

    name: str | None
    tokens: Tokens


@dataclass(slots=True)
class LinkedAccounts:
    """Keeps the device's profile in step with who is linked.

    Alexa keeps and refreshes the tokens, and the skill sees access tokens only. A
    refresh that is refused changes nothing: the old token goes on, and is refused.
    """

    device: SimulatedDevice
    linking: AccountLinking
    account: LinkedAccount | None = None
    speaker: LinkedAccount | None = None
    _enabled: Iterator[int] = field(default_factory=lambda: count(2))

    async def link(self, account: str | None) -> SkillReply | None:
        """Links a stand-in's account without its pages, or unlinks."""
        if account is None:
            self.unlink()
            return None
        tokens = await self.linking.link_without_pages(account, HEADLESS_REDIRECT)
        return await self.add_linked(LinkedAccount(account, tokens))

    def unlink(self) -> None:
        """Nobody is linked any more; the skill hears of it with the next request."""
        self.account = self.speaker = None
        self._update_profile()

    async def link_silently(self, account: str | None) -> None:
        """Somebody linked long ago: nobody is told."""
        if account is not None:
            tokens = await self.linking.link_without_pages(account, HEADLESS_REDIRECT)
            self.account = LinkedAccount(account, tokens)
            self._update_profile()

    async def add_linked(self, linked: LinkedAccount) -> SkillReply:
        """An account is linked, and the skill is told as Amazon tells it."""
        self.account = linked
        self._update_profile()
        token = linked.tokens.access.reveal()
        return await self.device.notifies("SkillAccountLinked", {"accessToken": token})

    async def recognise(self, account: str | None) -> None:
        """A recognised speaker with a link of their own; None: nobody is recognised."""
        self.speaker = None
        if account is not None:
            tokens = await self.linking.link_without_pages(account, HEADLESS_REDIRECT)
            self.speaker = LinkedAccount(account, tokens)
        self._update_profile()

    async def disable(self) -> SkillReply:
        """The skill is disabled, and enabled anew: Amazon gives another user id."""
        reply = await self.device.notifies("SkillDisabled")
        self.device.forget()
        user_id = f"{USER}-{next(self._enabled)}"
        self.device.profile = replace(self.device.profile, user_id=user_id)
        self.unlink()
        return reply

    async def keep_fresh(self) -> None:
        """Refreshes what has expired, as Alexa does before a request."""
        for linked in (self.account, self.speaker):
            if linked is None or not linked.tokens.needs_refresh(self.linking.now()):
                continue
            try:
                linked.tokens = await self.linking.refresh(linked.tokens)
            except LinkRefused:
                continue
        self._update_profile()

    def _update_profile(self) -> None:
        account, speaker = self.account, self.speaker
        self.device.profile = replace(
            self.device.profile,
            token=account.tokens.access.reveal() if account else None,
            person_id=PERSON if speaker else None,
            person_token=speaker.tokens.access.reveal() if speaker else None,
        )


def profile(initial_state: InitialState, skill_id: str) -> requests.DeviceProfile:
    """The device of a scene, with nobody linked yet."""
    return requests.DeviceProfile(
        skill_id=skill_id,
        locale=initial_state.locale,
        user_id=USER,
        screen=SCREENS.get(initial_state.screen),
    )
